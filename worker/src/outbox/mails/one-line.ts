/**
 * Text as it may stand in a header. A line break would begin a header of the writer's choice; marks that turn the
 * direction of writing would make a subject read as what it is not.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}
