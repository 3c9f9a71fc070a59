import {
  hexFromLinear,
  type LinearRgb,
  linearFromHex,
  linearFromOklch,
  type Oklch,
  oklchFromLinear,
} from './oklch.ts'

/** The papers of tokens/tokens.css that are hardest to stand out from: the darkest light one, the lightest dark one. */
const hardestPaper = { light: '#efede7', dark: '#1a1d1f' } as const

/** What stands out by 4.5 from the hardest paper is so dark (so light) that this stands out from it by more. */
const onAccent = { light: '#ffffff', dark: '#0d0f10' } as const

/** WCAG 2.2, 1.4.3: the least contrast of text with its ground. */
const contrastMin = 4.5

const lightnessSteps = 256
const chromaHalvings = 12

/**
 * A merchant's colour, made as much darker (in the dark scheme, lighter) as it takes to be read on every paper, and
 * the colour of text on it. Hue stays, and chroma as far as a screen can show it; a colour that can be read stays
 * as it is.
 * @param accent `#rrggbb`
 * @throws {RangeError} when it is written in another way.
 */
export function accentFor(
  accent: string,
  scheme: 'light' | 'dark',
): { readonly accent: string; readonly onAccent: string } {
  const paper = linearFromHex(hardestPaper[scheme])
  const own = oklchFromLinear(linearFromHex(accent))
  const goal = scheme === 'light' ? 0 : 1
  let corrected = accent.toLowerCase()
  // The last step is black, or white, which can be read.
  for (
    let step = 1;
    contrast(linearFromHex(corrected), paper) < contrastMin && step <= lightnessSteps;
    step++
  ) {
    const lightness = own.lightness + ((goal - own.lightness) * step) / lightnessSteps
    corrected = hexFromLinear(shown({ ...own, lightness }))
  }
  return { accent: corrected, onAccent: onAccent[scheme] }
}

/** A merchant's colour in both schemes. */
export function accentColors(accent: string) {
  return { light: accentFor(accent, 'light'), dark: accentFor(accent, 'dark') }
}

/** The colour itself when a screen can show it, or with the most chroma that it can. */
function shown(colour: Oklch): LinearRgb {
  if (canShow(linearFromOklch(colour))) return linearFromOklch(colour)
  let least = 0
  let most = colour.chroma
  for (let halving = 0; halving < chromaHalvings; halving++) {
    const chroma = (least + most) / 2
    if (canShow(linearFromOklch({ ...colour, chroma }))) least = chroma
    else most = chroma
  }
  return linearFromOklch({ ...colour, chroma: least })
}

function canShow(rgb: LinearRgb): boolean {
  return rgb.every((channel) => channel >= 0 && channel <= 1)
}

/** WCAG 2.2 "contrast ratio", 1 to 21. */
function contrast(a: LinearRgb, b: LinearRgb): number {
  const lighter = Math.max(luminance(a), luminance(b))
  const darker = Math.min(luminance(a), luminance(b))
  return (lighter + 0.05) / (darker + 0.05)
}

/** WCAG 2.2 "relative luminance", 0 to 1. */
function luminance([red, green, blue]: LinearRgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
