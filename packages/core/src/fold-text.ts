/**
 * Text as it is stored and asked for in a search: lower case and without marks, so that `dien thoai` finds
 * `Điện thoại`. SQLite's own tokenizer keeps `đ`, which Unicode does not take apart.
 */
export function foldText(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
}
