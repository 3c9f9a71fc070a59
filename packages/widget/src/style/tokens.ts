import { sheet } from './sheet.ts'
import darkCss from './tokens-dark.css?inline'
import lightCss from './tokens-light.css?inline'

const light = sheet(lightCss)

/** By the reader's settings, unless the page says `light` or `dark`: then all or nothing of the dark sheets holds. */
const mediaOf = (scheme: string | null) =>
  scheme === 'dark' ? 'all' : scheme === 'light' ? 'not all' : '(prefers-color-scheme: dark)'

/** The colours that the panel and all in it inherit; the light ones first, so that the dark ones can override. */
export const tokenSheets = (scheme: string | null): CSSStyleSheet[] => [
  light,
  sheet(darkCss, mediaOf(scheme)),
]

type Accent = { readonly accent: string; readonly onAccent: string }

/** The merchant's colours over the tokens. They are set as values, not pasted into text, so they can't be rules. */
export function brandSheets(
  colors: { readonly light: Accent; readonly dark: Accent },
  scheme: string | null,
): CSSStyleSheet[] {
  return [brandSheet(colors.light), brandSheet(colors.dark, mediaOf(scheme))]
}

function brandSheet({ accent, onAccent }: Accent, media?: string): CSSStyleSheet {
  const made = sheet(':host{}', media)
  const [rule] = made.cssRules
  if (rule instanceof CSSStyleRule) {
    rule.style.setProperty('--accent', accent)
    rule.style.setProperty('--on-accent', onAccent)
  }
  return made
}
