import type { EmbedView } from '@camket/contracts'
import { limits } from '@camket/contracts/limits'
import { type Kind, kinds, type Locale } from '@camket/core/vocabulary'
import { html, nothing } from 'lit'
import type { Strings } from '../strings/vi.ts'
import type { EmbedDraft } from './embed-draft.ts'
import { areaField, checkField, checkFields, type Drawing, selectField, textField } from './inputs.ts'
import { inBoth } from './own-fields.ts'

type Set = (changed: Partial<EmbedDraft>) => void

const languages = [
  ['vi', 'Tiếng Việt'],
  ['en', 'English'],
] as const

/** Colour, place, words, kinds and languages. */
export function lookSection(
  draft: EmbedDraft,
  own: Locale,
  drawing: Drawing & { readonly kindWords: Strings['kind'] },
  set: Set,
) {
  const { words, kindWords } = drawing
  return html`<div class="grid">
    ${colorField(draft.accent, drawing, (accent) => set({ accent }))}
    ${selectField(
      {
        id: 'embed-position',
        label: words.position,
        value: draft.position,
        options: [
          ['end', words.positions.end],
          ['start', words.positions.start],
        ],
        set: (position) => set({ position: position === 'start' ? 'start' : 'end' }),
      },
      drawing,
    )}
    ${selectField(
      {
        id: 'embed-scheme',
        label: words.scheme,
        value: draft.colorScheme,
        options: (['auto', 'light', 'dark'] as const).map((one) => [one, words.schemes[one]] as const),
        set: (scheme) =>
          set({ colorScheme: scheme === 'light' ? 'light' : scheme === 'dark' ? 'dark' : 'auto' }),
      },
      drawing,
    )}
    ${inBoth(words.heading, draft.heading, { id: 'embed-heading', pointer: '/heading', max: limits.heading_chars_max }, drawing, (heading) => set({ heading }))}
    ${checkFields<Kind>(
      {
        legend: words.kinds,
        all: kinds.map((kind) => [kind, kindWords[kind]] as const),
        chosen: draft.kinds,
        pointer: '/kinds',
        set: (chosen) => set({ kinds: chosen }),
      },
      drawing,
    )}
    ${checkFields<Locale>(
      {
        legend: words.languages,
        all: languages,
        chosen: draft.locales,
        fixed: own,
        pointer: '/locales',
        set: (chosen) => set({ locales: [own, ...chosen.filter((one) => one !== own)] }),
      },
      drawing,
    )}
  </div>`
}

/** The browser's own choice of colours, and its number beside it for whoever knows it. */
function colorField(accent: string, drawing: Drawing, set: (accent: string) => void) {
  const { words, disabled } = drawing
  const isColor = /^#[0-9a-f]{6}$/i.test(accent)
  return html`<div class="color">
    ${textField({ id: 'embed-accent', label: words.color, value: accent, pointer: '/accent', hint: words.colorHint, max: 7, set }, drawing)}
    <input
      type="color"
      aria-label=${words.colorPick}
      ?disabled=${disabled}
      .value=${isColor ? accent : '#000000'}
      @input=${(event: Event) => set((event.target as HTMLInputElement).value)}
    />
  </div>`
}

export const sitesSection = (draft: EmbedDraft, drawing: Drawing, set: Set) =>
  areaField(
    {
      id: 'embed-origins',
      label: drawing.words.origins,
      value: draft.origins,
      pointer: '/allowedOrigins',
      hint: drawing.words.originsHint,
      rows: 4,
      max: limits.origin_chars_max * limits.allowed_origins_max,
      set: (origins) => set({ origins }),
    },
    drawing,
  )

export function abuseSection(draft: EmbedDraft, view: EmbedView, drawing: Drawing, set: Set) {
  const { words } = drawing
  const modes = ['auto', 'always', 'never'] as const
  return html`<p class="quiet">${words.abuseLead}</p>
    <div class="grid">
      ${selectField(
        {
          id: 'embed-challenge',
          label: words.challenge,
          value: draft.challenge,
          options: modes.map((mode) => [mode, words.challenges[mode]] as const),
          set: (mode) => set({ challenge: modes.find((one) => one === mode) ?? 'auto' }),
        },
        drawing,
      )}
      <div class="wide">
        ${checkField({ label: words.turnstile, checked: draft.usesTurnstile, set: (usesTurnstile) => set({ usesTurnstile }) }, drawing)}
      </div>
      ${draft.usesTurnstile ? turnstile(draft, view, drawing, set) : nothing}
    </div>`
}

function turnstile(draft: EmbedDraft, view: EmbedView, drawing: Drawing, set: Set) {
  const { words } = drawing
  const max = limits.turnstile_key_chars_max
  return html`${textField({ id: 'embed-site-key', label: words.siteKey, value: draft.siteKey, pointer: '/turnstile/siteKey', max, hint: words.siteKeyHint(location.hostname), set: (siteKey) => set({ siteKey }) }, drawing)}
  ${textField(
    {
      id: 'embed-secret',
      label: words.turnstileSecret,
      type: 'password',
      value: draft.secret,
      pointer: '/turnstile/secret',
      max,
      ...(view.turnstile && { hint: words.secretKept }),
      set: (secret) => set({ secret }),
    },
    drawing,
  )}`
}
