// Vietnam's plan since 2018: mobiles have nine digits after the 0 or 84 and begin with 3, 5, 7, 8 or 9;
// landlines have ten and begin with 2 (the area code, 24 or 28 or three digits, and the number).
const vietnamese = /^(?:[35789]\d{8}|2\d{9})$/

/**
 * A phone number in E.164 (`+84912345678`), or undefined when it is none. Vietnamese numbers are read as they are
 * written at home (0912 345 678), with 84 with or without + or 00, and with a superfluous 0 after it; numbers of
 * other countries need their + or 00. Short numbers and hot lines (1900…) are no customer's.
 */
export function normalizePhone(text: string): string | undefined {
  const international = /^[\s\p{Cf}(]*(?:\+|00)/u.test(text)
  // Contacts that are copied bring invisible direction marks along.
  const digits = text
    .normalize('NFKC')
    .replace(/^([\s\p{Cf}(]*)(?:\+|00)(.*?)\(0\)/su, '$1+$2')
    .replace(/[\s\p{Cf}\p{Pd}.()/]/gu, '')
    .replace(/^(?:\+|00)/, '')
  if (!/^\d+$/.test(digits)) return undefined
  if (digits.startsWith('84')) {
    const national = digits.slice(2).replace(/^0/, '')
    return vietnamese.test(national) ? `+84${national}` : undefined
  }
  if (international) return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : undefined
  const national = digits.slice(1)
  return digits.startsWith('0') && vietnamese.test(national) ? `+84${national}` : undefined
}
