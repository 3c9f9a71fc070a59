import type { PayTo } from '@camket/contracts'
import { walletNames } from '@camket/core'

const covered = '••••'

/** Enough for its owner to know it again, never enough to use it: "Vietcombank •••• 4321". */
export function payeeHint(payTo: PayTo): string {
  switch (payTo.way) {
    case 'bank':
      return `${payTo.bank} ${covered} ${payTo.account.slice(-4)}`
    case 'wallet':
      return `${walletNames[payTo.provider]} ${covered} ${payTo.phone.slice(-3)}`
    case 'phone':
      return `${covered} ${payTo.phone.slice(-3)}`
    case 'email': {
      const [name = '', domain = ''] = payTo.email.split('@')
      return `${name.slice(0, 1)}${covered}@${domain}`
    }
    case 'shop':
      return ''
  }
}
