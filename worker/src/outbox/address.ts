import type { Address } from './mail.ts'

/** Reads `Name <address>` or a bare address, as `MAIL_FROM` is written. */
export function readAddress(text: string): Address {
  const [, name = '', email] = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(text) ?? []
  return email === undefined ? { name: '', email: text.trim() } : { name, email }
}
