// Oklch (https://bottosson.github.io/posts/oklab/, CSS Color 4) tells lightness, chroma and hue apart as eyes do: a
// colour can be made lighter in it without turning blue into violet.

/** Channels of linear light, 0 to 1 within what a screen can show. */
export type LinearRgb = readonly [red: number, green: number, blue: number]

export type Oklch = {
  /** 0 is black, 1 is white. */
  readonly lightness: number
  readonly chroma: number
  readonly hueRadians: number
}

/** @throws {RangeError} when the text is not `#rrggbb`. */
export function linearFromHex(hex: string): LinearRgb {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError(`"${hex}" is not a colour; write one as #0b5d4b.`)
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** The nearest `#rrggbb`; channels beyond 0 to 1 are cut off. */
export function hexFromLinear(rgb: LinearRgb): string {
  const channel = (linear: number) => {
    const value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055
    const byte = Math.round(Math.min(Math.max(value, 0), 1) * 255)
    return byte.toString(16).padStart(2, '0')
  }
  return `#${rgb.map(channel).join('')}`
}

export function oklchFromLinear([red, green, blue]: LinearRgb): Oklch {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
  return {
    lightness: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    chroma: Math.hypot(a, b),
    hueRadians: Math.atan2(b, a),
  }
}

/** Channels may lie beyond 0 to 1: not every chroma can be shown at every lightness. */
export function linearFromOklch({ lightness, chroma, hueRadians }: Oklch): LinearRgb {
  const a = chroma * Math.cos(hueRadians)
  const b = chroma * Math.sin(hueRadians)
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}
