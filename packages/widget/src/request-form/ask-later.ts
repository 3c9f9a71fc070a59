/** Asks after a pause in typing; who asks again, or ends it, hears no more of what was asked before. */
export class AskLater {
  #timer: ReturnType<typeof setTimeout> | undefined
  #abort: AbortController | undefined

  ask<T>(after_millis: number, call: (signal: AbortSignal) => T, then: (answer: Awaited<T>) => void): void {
    this.end()
    this.#timer = setTimeout(async () => {
      this.#abort = new AbortController()
      const { signal } = this.#abort
      const answer = await call(signal)
      if (!signal.aborted) then(answer)
    }, after_millis)
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#abort?.abort()
  }
}
