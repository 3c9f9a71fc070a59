/** The number of a version as an address or a form says it; undefined when it is none. */
export function versionAsked(text: string | null | undefined): number | undefined {
  return text != null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}
