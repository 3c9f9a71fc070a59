import { deskFileBody } from '@camket/contracts'
import { foldText } from '@camket/core'
import type { Context } from '../context.ts'
import { type Filed, fileTicket } from '../tickets/file-ticket.ts'
import { people } from './people.ts'
import { uploadPicture } from './perform-turn.ts'
import type { PlannedRequest } from './plan-requests.ts'
import type { SeededRandom } from './random.ts'
import { idIn, type OpenShop } from './set-up-merchant.ts'

/** What a story's texts say of a customer's own things. */
export type Belongings = { readonly serial: string; readonly order: string }

/** Files a planned request as its customer would, or as staff at the telephone. */
export async function filePlanned(
  context: Context,
  files: R2Bucket,
  shop: OpenShop,
  planned: PlannedRequest,
  filled: (text: string) => string,
  { serial, order }: Belongings,
): Promise<Filed> {
  const { story, channel, callback, merchant } = planned
  const product = merchant.products.find(({ code }) => code === story.product)
  const body = deskFileBody.parse({
    kind: story.kind,
    subject: filled(story.subject),
    message: filled(story.message),
    locale: story.locale,
    channel,
    customer: contactOf(planned),
    ...(product && {
      product: {
        name: product.name,
        code: product.code,
        serial,
        orderNumber: order,
        purchasedOn: purchaseDay(planned),
      },
    }),
    ...(callback && { callback: { from: callback.from.toISOString(), to: callback.to.toISOString() } }),
    attachments: story.picture
      ? [await uploadPicture(context, files, { merchantId: shop.merchant.id }, story.picture)]
      : [],
  })
  const isTyped = channel === 'phone' || channel === 'email'
  const by = isTyped
    ? ({ type: 'staff', id: idIn(shop.staffIds, 'staff') } as const)
    : ({ type: 'customer' } as const)
  return fileTicket(context, shop.merchant, body, by)
}

function contactOf({ person, story, channel, merchant }: PlannedRequest) {
  if (story.customerType === 'partner') {
    const partner = merchant.staff.find(({ role }) => role === 'partner')
    return { name: partner?.name ?? '', email: `partner@${merchant.slug}.example`, type: 'partner' as const }
  }
  if (story.customerType === 'supplier') {
    return { name: 'Công ty Linh Kiện Đông Á', email: 'sales@dong-a.example', type: 'supplier' as const }
  }
  const number = people.indexOf(person)
  const mailbox = foldText(person.name)
    .replace(/[^a-z ]/g, '')
    .replaceAll(' ', '.')
  return {
    name: person.name,
    // Some who telephone have no mail address at all.
    ...(channel === 'phone' && number % 3 === 0 ? {} : { email: `${mailbox}@example.com` }),
    phone: `0901 000 ${String(100 + number)}`,
    type: 'consumer' as const,
  }
}

function purchaseDay({ story, filedAt }: PlannedRequest): string {
  const monthsAgo = story.boughtMonthsAgo ?? 5
  const bought = new Date(filedAt)
  bought.setUTCMonth(bought.getUTCMonth() - monthsAgo, Math.min(bought.getUTCDate(), 28))
  // Bought the day before yesterday at the latest: nobody asks for a repair on the day of buying.
  const dayMillis = 86_400_000
  const latest = filedAt.getTime() - 2 * dayMillis
  return new Date(Math.min(bought.getTime(), latest)).toISOString().slice(0, 10)
}

export function belongingsOf({ merchant }: PlannedRequest, random: SeededRandom): Belongings {
  const prefix = merchant.slug === 'minh-an' ? 'MA' : 'SX'
  return {
    serial: `${prefix}${random.between(24, 26)}${random.between(10, 99)}-${random.between(10_000, 99_999)}`,
    order: `${prefix}-${random.between(10_000, 99_999)}`,
  }
}
