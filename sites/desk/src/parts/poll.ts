import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Calls again and again while the page is seen, and at once when it is seen again. */
export class Poll implements ReactiveController {
  #timer = 0
  readonly #everyMillis: number
  readonly #call: () => unknown

  constructor(host: ReactiveControllerHost, everyMillis: number, call: () => unknown) {
    this.#everyMillis = everyMillis
    this.#call = call
    host.addController(this)
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisible)
    this.#start()
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisible)
    clearInterval(this.#timer)
  }

  readonly #onVisible = () => {
    clearInterval(this.#timer)
    if (document.visibilityState !== 'visible') return
    this.#call()
    this.#start()
  }

  #start(): void {
    this.#timer = window.setInterval(this.#call, this.#everyMillis)
  }
}
