/** The smallest files of each kind that their own programs would still call by that name, and some that are none. */

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const base64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.fromBase64(text)

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

/** A box of the ISO base media format: size, name, content. */
function box(name: string, ...content: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const body = joined(ascii(name), ...content)
  const size = new Uint8Array(4)
  new DataView(size.buffer).setUint32(0, body.byteLength + 4)
  return joined(size, body)
}

const brand = (major: string, ...compatible: readonly string[]) =>
  box('ftyp', ascii(major), new Uint8Array(4), ...compatible.map(ascii))

/** 1 × 1 pixel. */
const png = base64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
)
/** 1 × 1 pixel, 160 bytes. */
const jpeg = base64(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
)
/** 1 × 1 pixel, lossy. */
const webp = base64('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA')
const pdf = ascii('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const mp4 = joined(brand('isom', 'isom', 'mp42'), box('mdat'), box('moov'))
const heic = joined(brand('heic', 'mif1', 'heic'), box('mdat'))
const heif = joined(brand('mif1', 'mif1', 'heic'), box('mdat'))

export const accepted = {
  'image/png': png,
  'image/jpeg': jpeg,
  'image/webp': webp,
  'image/heic': heic,
  'image/heif': heif,
  'application/pdf': pdf,
  'video/mp4': mp4,
} as const satisfies Record<string, Uint8Array<ArrayBuffer>>

export const refused = {
  html: ascii('<!doctype html><script>alert(1)</script>'),
  svg: ascii('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  'svg without a prologue': ascii('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  exe: joined(ascii('MZ'), new Uint8Array(62), ascii('PE\0\0')),
  elf: joined(new Uint8Array([0x7f]), ascii('ELF'), new Uint8Array([2, 1, 1]), new Uint8Array(57)),
  zip: joined(ascii('PK\x03\x04'), new Uint8Array(26)),
  gif: joined(ascii('GIF89a'), new Uint8Array([1, 0, 1, 0, 0, 0, 0, 0x3b])),
  'quicktime video': joined(brand('qt  ', 'qt  '), box('moov')),
  javascript: ascii('alert(1)'),
  'pdf after html': joined(ascii('<html></html>\n'), pdf),
  'one byte': new Uint8Array([0xff]),
} as const satisfies Record<string, Uint8Array<ArrayBuffer>>

/** A JPEG of exactly so many bytes: what follows its end marker is ignored by every viewer. */
export function jpegOf(size_bytes: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size_bytes)
  whole.set(jpeg)
  return whole
}
