import type { DraftFault, DraftView, Problem } from '@camket/contracts'
import { type Api, type Failure, getDraft, saveDraft } from '@camket/contracts/client'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Work } from './editor.ts'

const pause_millis = 900
const retry_millis = 15_000

type Host = ReactiveControllerHost & EventTarget
type Kept = { readonly work: Work; readonly revision: number }

/** `kept`: on this device only, because no answer came. `conflict`: somebody else saved, published or discarded. */
export type SaveState = 'clean' | 'waiting' | 'saving' | 'kept' | 'refused' | 'conflict'

/**
 * Keeps what is written: on this device at once, with the server after a pause. Nothing is written over what somebody
 * else saved, and nothing that was typed is lost by that.
 */
export class DraftSaver implements ReactiveController {
  readonly #host: Host
  readonly #api: () => Api
  readonly #storage: Storage
  readonly #key: string
  #timer: ReturnType<typeof setTimeout> | undefined
  #flight: Promise<void> | undefined
  view: DraftView | undefined
  work: Work | undefined
  faults: readonly DraftFault[] = []
  revision = 0
  savedAt: string | undefined
  state: SaveState = 'clean'
  changed: Problem['changed']
  failure: Failure | undefined

  constructor(host: Host, of: { api: () => Api; merchant: string; storage: Storage }) {
    this.#host = host
    this.#api = of.api
    this.#storage = of.storage
    this.#key = `camket-desk-commitment:${of.merchant}`
    host.addController(this)
  }

  hostConnected(): void {
    window.addEventListener('online', this.#retry)
  }

  /** Whoever leaves the page leaves nothing behind unsent. */
  hostDisconnected(): void {
    window.removeEventListener('online', this.#retry)
    void this.flush()
  }

  /** The draft of the server, with what this device kept of an earlier visit. */
  async load(): Promise<Failure | undefined> {
    const answer = await getDraft(this.#api())
    if (!answer.ok) return answer
    const view = answer.value
    const kept = this.#kept()
    this.view = view
    this.faults = view.faults
    this.revision = view.revision
    this.savedAt = view.updatedAt
    this.failure = this.changed = undefined
    const { document, internalPledges } = view
    this.work = { document, internalPledges }
    this.state = 'clean'
    if (kept && !isSame(kept.work, this.work)) this.#takeUp(kept, view)
    else this.#forget()
    this.#host.requestUpdate()
    return undefined
  }

  change(work: Work): void {
    this.work = work
    this.#keep()
    if (this.state !== 'conflict') this.#wait(pause_millis)
    this.#host.requestUpdate()
  }

  /** Sends at once whatever is not sent yet. True when the server then has it all. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer)
    while (this.#flight) await this.#flight
    if (this.state === 'waiting' || this.state === 'kept' || this.state === 'refused') await this.#send()
    return this.state === 'clean'
  }

  /** What somebody else saved takes the place of what was typed here. */
  async takeTheirs(): Promise<void> {
    this.#forget()
    await this.load()
  }

  /** What was typed here is saved over what somebody else did. */
  async keepMine(): Promise<void> {
    const answer = await getDraft(this.#api())
    if (!answer.ok) {
      this.failure = answer
      this.#host.requestUpdate()
      return
    }
    this.view = answer.value
    this.revision = answer.value.revision
    this.changed = undefined
    this.state = 'waiting'
    this.#keep()
    await this.flush()
  }

  /** After it was published or discarded: nothing of it is kept here any more. */
  async begin(): Promise<Failure | undefined> {
    this.#forget()
    return this.load()
  }

  #takeUp(kept: Kept, view: DraftView): void {
    this.work = kept.work
    if (kept.revision === view.revision) {
      this.#wait(pause_millis)
      return
    }
    this.state = 'conflict'
    const { updatedAt: at, updatedBy: by = '', revision } = view
    this.changed = at === undefined ? undefined : { at, by, revision }
  }

  #wait(millis: number): void {
    this.state = 'waiting'
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), millis)
  }

  readonly #retry = () => {
    if (this.state === 'kept') void this.flush()
  }

  async #send(): Promise<void> {
    this.#flight = this.#sendOnce()
    try {
      await this.#flight
    } finally {
      this.#flight = undefined
    }
    if (this.state === 'waiting') await this.#send()
  }

  async #sendOnce(): Promise<void> {
    const { work, revision } = this
    if (!work) return
    this.state = 'saving'
    this.#host.requestUpdate()
    const body = { document: work.document, internalPledges: [...work.internalPledges], revision }
    const answer = await saveDraft(this.#api(), body)
    if (answer.ok) {
      this.revision = answer.value.revision
      this.savedAt = answer.value.updatedAt
      this.faults = answer.value.faults
      this.failure = undefined
      this.state = this.work === work ? 'clean' : 'waiting'
      if (this.state === 'clean') this.#forget()
      else this.#keep()
    } else this.#notSaved(answer)
    this.#host.requestUpdate()
  }

  #notSaved(answer: Failure): void {
    const { problem } = answer
    this.failure = answer
    if (problem.code === 'draft_changed') {
      this.state = 'conflict'
      this.changed = 'changed' in problem ? problem.changed : undefined
    } else if (problem.status === 0 || problem.status >= 500 || problem.code === 'sign_in_needed') {
      this.state = 'kept'
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => void this.flush(), retry_millis)
      if (problem.code === 'sign_in_needed') {
        this.#host.dispatchEvent(new CustomEvent('signed-out', { bubbles: true }))
      }
    } else this.state = 'refused'
  }

  #kept(): Kept | undefined {
    const text = this.#storage.getItem(this.#key)
    return text === null ? undefined : (JSON.parse(text) as Kept)
  }

  #keep(): void {
    try {
      this.#storage.setItem(this.#key, JSON.stringify({ work: this.work, revision: this.revision }))
    } catch {
      // A full storage: the server still gets it.
    }
  }

  #forget(): void {
    this.#storage.removeItem(this.#key)
  }
}

const isSame = (a: Work, b: Work): boolean => JSON.stringify(a) === JSON.stringify(b)
