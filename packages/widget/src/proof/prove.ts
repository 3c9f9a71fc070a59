// What is loaded when a merchant's traffic looks like abuse, and proves what is asked then.
import type { Problem } from '@camket/contracts'
import type { Result } from '@camket/contracts/client'
import { prove as work } from '@camket/contracts/prove'
import { html } from '@camket/contracts/template'
import type { Send } from '../delivery/delivery.ts'
import type { Session } from '../session/session.ts'
import { readStored, removeStored, writeStored } from '../session/store.ts'
import { loadExtraStrings } from '../strings/load-strings.ts'

type Sending<T> = {
  /** The refusal that asks for a proof. */
  readonly result: Result<T>
  /** The same request with a proof: it must carry the same idempotency key. */
  readonly call: (proof: string) => Promise<Result<T>>
  readonly tell: Parameters<Send<T>>[0]
  readonly signal: AbortSignal
}

const works_max = 3

/**
 * Proves and sends again. Work is done here, on the browser's own threads; what cannot be (Turnstile is a script of a
 * third party; a page without https has no WebCrypto) the customer confirms on a page of ours. The pass that stands for
 * it is kept, because phones throw a page away while another is looked at.
 */
export async function prove<T>(
  { merchant, locale }: Pick<Session, 'merchant' | 'locale'>,
  { result, call, tell, signal }: Sending<T>,
): Promise<Result<T>> {
  const words = await loadExtraStrings(locale)
  let pass = readStored<string>(merchant, 'pass')
  // From before the page was loaded anew: it may have been confirmed since.
  if (pass) result = await call(`pass ${pass}`)
  for (let works = 0; ; ) {
    if (result.ok) removeStored(merchant, 'pass')
    const challenge = result.ok ? undefined : (result.problem as Problem).challenge
    if (!challenge || signal.aborted) return result
    if (challenge.type === 'proof_of_work' && crypto.subtle) {
      if (works++ === works_max) return result
      tell({ phase: 'proving', said: words.proving })
      result = await call(await work(challenge))
    } else {
      const said = pass === challenge.pass ? words.unconfirmed : words.confirm
      pass = challenge.pass
      writeStored(merchant, 'pass', pass)
      const isRefused = await new Promise((done) => {
        const again = () => document.visibilityState === 'visible' && done(false)
        addEventListener('focus', again, { signal })
        addEventListener('visibilitychange', again, { signal })
        tell({
          phase: 'proving',
          said,
          shown: html`<a class="btn primary" href=${challenge.url} target="_blank" rel="noopener">${words.confirmHere} ${words.newTab}</a>
<button class="btn" @click=${again}>${words.confirmed}</button>`,
          refuse: () => done(true),
        })
      })
      if (isRefused) return result
      result = await call(`pass ${pass}`)
    }
  }
}
