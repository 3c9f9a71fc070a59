import { afterEach, describe, expect, test } from 'vitest'
import { button, find, mount, settled, violations } from '../testing/mount.ts'
import { type Answer, answerWith, refuseWith, sessionOf } from '../testing/sample.ts'
import type { PhotoPicker } from './photo-picker.ts'

const photo = (name: string) => new File([new Uint8Array(64)], name, { type: 'image/jpeg' })
const uploadedAnswer: Answer = (request) =>
  answerWith({
    id: 'att_01HZZZZZZZZZZZZZZZZZZZZZZZ',
    name: decodeURIComponent(request.headers.get('X-File-Name') ?? ''),
    size: 64,
    type: 'image/jpeg',
  })

async function mountPicker(answer: Answer, locale: 'vi' | 'en' = 'vi') {
  const session = await sessionOf(answer, locale)
  return { session, picker: await mount<PhotoPicker>('camket-photo-picker', { session, max: 2 }) }
}

const uploaded = (picker: PhotoPicker) => picker.saved.filter(({ id }) => id)

afterEach(() => document.body.replaceChildren())

describe('the photo picker', () => {
  test.each(['vi', 'en'] as const)('is accessible in %s, empty, uploading and done', async (locale) => {
    let answer: ((response: Response) => void) | undefined
    const { picker } = await mountPicker(() => new Promise((done) => (answer = done)), locale)
    expect(await violations()).toEqual([])
    picker.add([photo('tủ lạnh.jpg')])
    await expect.poll(() => picker.shadowRoot?.querySelector('progress')).toBeTruthy()
    expect(find(picker, 'progress').ariaLabel).toContain('tủ lạnh.jpg')
    expect(await violations()).toEqual([])
    await expect.poll(() => answer).toBeDefined()
    answer?.(answerWith({ id: 'att_1', name: 'tủ lạnh.jpg', size: 64, type: 'image/jpeg' }))
    await expect.poll(() => uploaded(picker).length).toBe(1)
    expect(await violations()).toEqual([])
  })

  test('uploads what is chosen, keeps its name, and says when it is done', async () => {
    const { picker, session } = await mountPicker(uploadedAnswer)
    picker.add([photo('tủ lạnh.jpg')])
    expect(picker.pending).toBe('uploading')
    await expect.poll(() => uploaded(picker).map(({ name }) => name)).toEqual(['tủ lạnh.jpg'])
    expect(picker.pending).toBeUndefined()
    expect(session.said).toContain('Đã tải lên tủ lạnh.jpg.')
  })

  test('takes no more files than may be sent, and says so', async () => {
    const { picker } = await mountPicker(uploadedAnswer)
    picker.add([photo('1.jpg'), photo('2.jpg'), photo('3.jpg')])
    await expect.poll(() => uploaded(picker).length).toBe(2)
    expect(find(picker, '#problem').textContent).toContain('Chỉ gửi được 2 tệp')
    expect(picker.shadowRoot?.querySelector('.picks')).toBeNull()
  })

  test('refuses a file that is too large before a byte of it is sent', async () => {
    let calls = 0
    const { picker } = await mountPicker((request) => {
      calls++
      return uploadedAnswer(request)
    })
    picker.add([new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'phim.mp4')])
    await expect.poll(() => find(picker, '.files .error').textContent).toContain('Lớn hơn 10 MB')
    expect(calls).toBe(0)
  })

  test('uploads again what failed, when it is asked to', async () => {
    let calls = 0
    const { picker } = await mountPicker((request) => {
      if (calls++ === 0) throw new TypeError('network')
      return uploadedAnswer(request)
    })
    picker.add([photo('1.jpg')])
    await expect.poll(() => picker.pending).toBe('uploadFailed')
    await settled(picker)
    button(picker, 'Tải lại 1.jpg').click()
    await expect.poll(() => uploaded(picker).length).toBe(1)
  })

  test('offers no second try for a kind of file that is never taken', async () => {
    const { picker } = await mountPicker(() => refuseWith('file_type_not_accepted', 415))
    picker.add([photo('x.exe')])
    await expect.poll(() => find(picker, '.files .error').textContent).toContain('Không nhận loại tệp này')
    expect(() => button(picker, 'Tải lại')).toThrow()
    button(picker, 'Bỏ x.exe').click()
    expect(picker.pending).toBeUndefined()
  })

  test('says that a photo goes as it is where this browser cannot write it anew', async () => {
    const { picker } = await mountPicker(uploadedAnswer)
    picker.add([new File(['ftypheic'], 'IMG_2.HEIC')])
    await expect.poll(() => uploaded(picker).length).toBe(1)
    await settled(picker)
    expect(find(picker, '.under').textContent).toContain('kèm những gì máy ảnh ghi lại')
    expect(await violations()).toEqual([])
  })

  test('shows what a photo looks like while it is uploaded, without any address', async () => {
    const { picker } = await mountPicker(() => new Promise(() => undefined))
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 20 })
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'))
    picker.add([new File([blob ?? ''], 'ảnh.jpg', { type: 'image/jpeg' }), photo('không đọc được.jpg')])
    await expect.poll(() => find(picker, '.thumb').firstElementChild?.localName).toBe('canvas')
    button(picker, 'Hủy tải lên ảnh.jpg').click()
    await settled(picker)
    expect(find(picker, '.thumb').textContent).toBe('JPG')
  })

  test('goes on after it was moved to another place of the page', async () => {
    const { picker } = await mountPicker(uploadedAnswer)
    picker.add([photo('1.jpg')])
    const { parentNode } = picker
    picker.remove()
    await new Promise((done) => setTimeout(done, 50))
    parentNode?.append(picker)
    await expect.poll(() => uploaded(picker).length).toBe(1)
  })

  test('forgets a file that was cancelled, though its upload still arrives', async () => {
    let answer: (response: Response) => void = () => {}
    const { picker } = await mountPicker(() => new Promise((done) => (answer = done)))
    picker.add([photo('1.jpg')])
    await expect.poll(() => button(picker, 'Hủy tải lên 1.jpg')).toBeTruthy()
    button(picker, 'Hủy tải lên 1.jpg').click()
    answer(answerWith({ id: 'att_1', name: '1.jpg', size: 64, type: 'image/jpeg' }))
    await settled(picker)
    expect(picker.saved).toEqual([])
    expect(picker.pending).toBeUndefined()
  })
})
