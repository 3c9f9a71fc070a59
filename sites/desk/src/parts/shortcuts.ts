import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** One-key shortcuts of an element, silent while somebody types or a dialog is open. */
export class Shortcuts implements ReactiveController {
  readonly #acts: Readonly<Record<string, () => void>>

  constructor(host: ReactiveControllerHost, acts: Readonly<Record<string, () => void>>) {
    this.#acts = acts
    host.addController(this)
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKey)
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKey)
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return
    if (event.composedPath().some(takesKeys) || document.querySelector('wa-dialog[open]')) return
    const act = this.#acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
}

function takesKeys(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, wa-select, wa-input, wa-textarea'))
  )
}
