import type { Locale } from '@camket/core/vocabulary'
import { html, nothing } from 'lit'
import { LightElement } from '../parts/light-element.ts'
import type { CommitmentWords } from '../strings/commitment-vi.ts'
import { shortDate } from '../words/when.ts'
import { countries, type Holiday, publicHolidays } from './holidays.ts'
import { readIcs } from './read-ics.ts'

/** Finds days off: of a country, or in a calendar file. Tells those that are chosen by `feasts`. */
export class FeastImport extends LightElement {
  static override properties = {
    words: { attribute: false },
    locale: {},
    today: {},
    zone: {},
    state: { state: true },
    list: { state: true },
    found: { state: true },
    chosen: { state: true },
    told: { state: true },
  }
  declare words: CommitmentWords
  declare locale: Locale
  /** `YYYY-MM-DD` */
  declare today: string
  declare zone: string
  declare state: 'idle' | 'loading' | 'failed'
  declare list: readonly (readonly [code: string, name: string])[]
  declare found: readonly Holiday[]
  declare chosen: ReadonlySet<string>
  declare told: string

  constructor() {
    super()
    this.state = 'idle'
    this.list = []
    this.found = []
    this.chosen = new Set()
    this.told = ''
  }

  protected override render() {
    const { words } = this
    const year = Number(this.today.slice(0, 4))
    return html`<details @toggle=${this.#open}>
      <summary>${words.holidays}</summary>
      <div class="item-body">
        <div class="grid">
          <div class="field">
            <label for="feast-country">${words.country}</label>
            <select id="feast-country" ?disabled=${this.list.length === 0}>
              ${this.list.map(
                ([code, name]) =>
                  html`<option value=${code} ?selected=${code === this.#guess}>${name}</option>`,
              )}
            </select>
          </div>
          <div class="field">
            <label for="feast-year">${words.year}</label>
            <select id="feast-year">
              ${[year, year + 1, year + 2].map((one) => html`<option value=${one}>${one}</option>`)}
            </select>
          </div>
          <div class="field end">
            <button type="button" class="btn" ?disabled=${this.list.length === 0} @click=${this.#load}>${words.load}</button>
          </div>
        </div>
        <div class="field">
          <label for="feast-file">${words.ics}</label>
          <input id="feast-file" type="file" accept=".ics,text/calendar" @change=${this.#read} />
        </div>
        <p role="status">${this.state === 'loading' ? words.loading : this.told || nothing}</p>
        ${this.state === 'failed' ? html`<p class="failure" role="alert">${words.loadFailed}</p>` : nothing}
        ${this.#results()}
        <p class="quiet small">${words.holidaysFrom}</p>
      </div>
    </details>`
  }

  #results() {
    if (this.found.length === 0) return nothing
    const { words } = this
    const toggle = (date: string, checked: boolean) => {
      const chosen = new Set(this.chosen)
      if (checked) chosen.add(date)
      else chosen.delete(date)
      this.chosen = chosen
    }
    return html`<ul class="feasts">
        ${this.found.map(
          ({ date, name }) => html`<li>
            <label class="check">
              <input
                type="checkbox"
                .checked=${this.chosen.has(date)}
                @change=${(event: Event) => toggle(date, (event.target as HTMLInputElement).checked)}
              />
              <span>${shortDate(date, this.locale)} ${name}</span>
            </label>
          </li>`,
        )}
      </ul>
      <p>
        <button type="button" class="btn" ?disabled=${this.chosen.size === 0} @click=${this.#add}>
          ${words.addChosen(this.chosen.size)}
        </button>
      </p>`
  }

  get #guess(): string {
    return this.zone === 'Asia/Ho_Chi_Minh' || this.locale === 'vi' ? 'VN' : 'GB'
  }

  readonly #open = (event: Event) => {
    if ((event.target as HTMLDetailsElement).open && this.list.length === 0) {
      void this.#try(async () => {
        this.list = await countries(this.locale)
      })
    }
  }

  readonly #load = () => {
    const typed = (id: string) => this.querySelector<HTMLSelectElement>(`#${id}`)?.value ?? ''
    void this.#try(async () => {
      const found = await publicHolidays(typed('feast-country'), Number(typed('feast-year')), this.locale)
      this.#show(found.filter(({ date }) => date >= this.today))
    })
  }

  readonly #read = (event: Event) => {
    const [file] = (event.target as HTMLInputElement).files ?? []
    if (!file) return
    void this.#try(async () => {
      const read = await readIcs(await file.text(), this.today)
      this.#show(read?.days ?? [])
      if (!read || read.days.length === 0) this.told = this.words.icsNone
      else if (read.skipped > 0) this.told = this.words.icsSkipped(read.skipped)
    })
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.state = 'loading'
    this.told = ''
    try {
      await work()
      this.state = 'idle'
    } catch {
      this.state = 'failed'
    }
  }

  #show(found: readonly Holiday[]): void {
    this.found = found
    this.chosen = new Set(found.map(({ date }) => date))
  }

  readonly #add = () => {
    this.dispatchEvent(new CustomEvent<string[]>('feasts', { detail: [...this.chosen] }))
    this.found = []
    this.chosen = new Set()
  }
}
