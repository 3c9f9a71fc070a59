import { limits } from '@camket/contracts'
import { type AcceptedType, fileTypes } from './file-types.ts'

/** Control characters, and those that make a name read in another order than it is written (`gpj.exe`). */
const unseen = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

/**
 * A file's name as it may be shown and offered for saving; nothing is ever looked up by it. Without path and
 * unseen characters, in NFC, and with an ending that agrees with the content: bytes that are a photo to us and a
 * script to somebody's shell must not be saved as `photo.bat`.
 */
export function fileLabel(sent: string | undefined, type: AcceptedType): string {
  const { endings } = fileTypes[type]
  const base = (sent ?? '').toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const name = base.replace(unseen, '').normalize('NFC').trim().replace(/^\.+/, '')
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.]*)?$/u.exec(name) ?? []
  const isRight = endings.some((right) => `.${right}` === ending.toLowerCase())
  return isRight ? cut(stem || 'file', ending) : cut(name || 'file', `.${endings[0]}`)
}

/** Shortens the stem, by whole characters, so that the ending stays. */
function cut(stem: string, ending: string): string {
  const room = limits.attachment_name_chars_max - ending.length
  return [...stem].slice(0, room).join('') + ending
}
