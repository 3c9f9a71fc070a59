// The one script of the portal: proves for a pass that no program floods the merchant, so that the page which the
// customer came from can send. What it says stands in the page already, in the page's language.
import type { ChallengeView } from '@camket/contracts'
import { type Api, solvePass } from '@camket/contracts/client'
import { prove } from '@camket/contracts/prove'

type Saying = 'ask' | 'working' | 'checking' | 'again' | 'done' | 'over' | 'failed' | 'blocked' | 'insecure'

/** What of https://developers.cloudflare.com/turnstile/ is used. */
type Turnstile = {
  render: (into: HTMLElement, options: Record<string, unknown>) => string | undefined
  reset: (widget?: string) => void
  remove: (widget?: string) => void
}

const page = document.querySelector<HTMLElement>('#confirm')
const works_max = 3
const api: Api = { base: location.origin }

if (page) void confirm(page, page.dataset)

async function confirm(
  page: HTMLElement,
  { merchant = '', pass = '', challenge: given = '{}' }: DOMStringMap,
): Promise<void> {
  const challenge = JSON.parse(given) as ChallengeView
  if (challenge.type === 'turnstile') return ask(challenge.siteKey)
  return work(challenge)

  async function work(
    challenge: Extract<ChallengeView, { type: 'proof_of_work' }>,
    tries = 1,
  ): Promise<void> {
    if (!crypto.subtle) {
      say('insecure')
      return
    }
    say('working')
    const refused = await send(await prove(challenge))
    if (refused?.type !== 'proof_of_work') return
    // One that took longer than it is good for, or that another tab has used.
    if (tries < works_max) await work(refused, tries + 1)
    else say('failed')
  }

  function ask(siteKey: string): void {
    // No element of the page may be called so: it would be taken for it where the script was not loaded.
    const { turnstile } = globalThis as { turnstile?: Turnstile }
    const box = page.querySelector<HTMLElement>('#box')
    if (!turnstile || !box) {
      say('blocked')
      return
    }
    say('ask')
    const widget = turnstile.render(box, {
      sitekey: siteKey,
      language: document.documentElement.lang,
      // The ordinary one is 300 px wide; a page for 320 px has not so much room.
      size: box.clientWidth < 300 ? 'compact' : 'normal',
      callback: async (token: string) => {
        say('checking')
        const refused = await send(`turnstile ${token}`)
        if (refused?.type === 'turnstile') {
          turnstile.reset(widget)
          return say('again')
        }
        turnstile.remove(widget)
        // We could not reach Turnstile: this device works instead.
        if (refused) await work(refused)
      },
      'error-callback': () => {
        say('blocked')
        // It is told, so Turnstile need not write it to the console.
        return true
      },
    })
  }

  /** Says how it went; gives what is to be solved instead where it proved nothing. */
  async function send(proof: string): Promise<ChallengeView | undefined> {
    const result = await solvePass(api, merchant, pass, proof)
    if (result.ok) return void say('done')
    const { problem } = result
    if (problem.code === 'challenge_needed') return problem.challenge
    return void say(problem.code === 'pass_invalid' ? 'over' : 'failed')
  }

  /** Shows what belongs to a saying and hides all else; what is shown in it is read out. */
  function say(saying: Saying): void {
    for (const one of page.querySelectorAll<HTMLElement>('[data-when]')) {
      one.hidden = !one.dataset.when?.split(' ').includes(saying)
    }
  }
}
