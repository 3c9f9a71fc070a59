import { html, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { Strings } from '../strings/vi.ts'

/** Pages that few open, and not every day: each is loaded when it is first wanted. They need no list beside them. */
export const latePages = {
  commitment: () => import('../commitment/register-commitment.ts'),
  embed: () => import('../embed/register-embed.ts'),
  help: () => import('../help/register-help.ts'),
  remedies: () => import('../owed/register-owed.ts'),
} satisfies Record<string, () => Promise<unknown>>

type Name = keyof typeof latePages

/** Loads late pages, and says so while that takes or when it does not work. */
export class LatePages {
  readonly #host: ReactiveControllerHost
  readonly #states = new Map<Name, 'loading' | 'here' | 'failed'>()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  draw(name: Name, words: Strings, page: () => TemplateResult): TemplateResult {
    const state = this.#states.get(name)
    if (state === undefined) void this.#load(name)
    if (state === 'here') return page()
    if (state !== 'failed') return html`<p class="pad" role="status">${words.inbox.loading}</p>`
    return html`<div class="pad" role="alert">
      <p class="failure">${words.problem.unreachable}</p>
      <p>
        <wa-button appearance="outlined" @click=${() => this.#load(name)}>${words.problem.retry}</wa-button>
      </p>
    </div>`
  }

  async #load(name: Name): Promise<void> {
    this.#states.set(name, 'loading')
    try {
      await latePages[name]()
      this.#states.set(name, 'here')
    } catch {
      this.#states.set(name, 'failed')
    }
    this.#host.requestUpdate()
  }
}
