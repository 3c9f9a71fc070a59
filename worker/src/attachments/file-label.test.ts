import { limits } from '@camket/contracts'
import { describe, expect, it } from 'vitest'
import { fileLabel } from './file-label.ts'

describe('the label of a file', () => {
  it.each([
    ['Ảnh máy giặt hỏng.jpg', 'Ảnh máy giặt hỏng.jpg'],
    ['Ảnh máy giặt hỏng.jpg'.normalize('NFD'), 'Ảnh máy giặt hỏng.jpg'.normalize('NFC')],
    ['đơn hàng (2).JPEG', 'đơn hàng (2).JPEG'],
    ['../../etc/passwd.jpg', 'passwd.jpg'],
    ['C:\\fakepath\\hóa đơn.jpg', 'hóa đơn.jpg'],
    ['a\u0000b\r\nSet-Cookie: x.jpg', 'abSet-Cookie: x.jpg'],
    ['evil\u202egpj.exe', 'evilgpj.exe.jpg'],
    ['.htaccess', 'htaccess.jpg'],
    ['  photo.jpg  ', 'photo.jpg'],
    ['photo', 'photo.jpg'],
    ['.jpg', 'jpg.jpg'],
    ['', 'file.jpg'],
    ['/', 'file.jpg'],
    [undefined, 'file.jpg'],
  ])('of %j is %j', (sent, label) => {
    expect(fileLabel(sent, 'image/jpeg')).toBe(label)
  })

  it('ends as its content says, so that no photo is saved as a script', () => {
    expect(fileLabel('invoice.html', 'application/pdf')).toBe('invoice.html.pdf')
    expect(fileLabel('run.bat', 'image/png')).toBe('run.bat.png')
    expect(fileLabel('IMG_1.HEIF', 'image/heic')).toBe('IMG_1.HEIF')
  })

  it('keeps its ending when it is cut to length, and cuts no character in two', () => {
    const label = fileLabel(`${'🧺'.repeat(500)}.jpg`, 'image/jpeg')
    expect([...label]).toHaveLength(limits.attachment_name_chars_max)
    expect(label).toMatch(/^🧺+\.jpg$/u)
    expect(label.isWellFormed()).toBe(true)
  })
})
