import type { Me } from '@camket/contracts'

type Colors = Me['merchant']['colors']
const sheet = new CSSStyleSheet()

/** Paints the desk in the merchant's colour, as the API corrected it for contrast. */
export function adoptColors({ light, dark }: Colors): void {
  const rule = ({ accent, onAccent }: Colors['light']) =>
    `:root { --accent: ${accent}; --on-accent: ${onAccent} }`
  sheet.replaceSync(`${rule(light)} @media (prefers-color-scheme: dark) { ${rule(dark)} }`)
  if (!document.adoptedStyleSheets.includes(sheet))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
