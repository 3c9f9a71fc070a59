import { afterEach, describe, expect, test } from 'vitest'
import { button, find, mount, settled, violations } from '../testing/mount.ts'
import { type Answer, answerWith, refuseWith, sessionOf } from '../testing/sample.ts'
import type { PhotoPicker } from './photo-picker.ts'

const photo = (name: string) => new File([new Uint8Array(64)], name, { type: 'image/jpeg' })
const uploaded: Answer = (request) =>
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

afterEach(() => document.body.replaceChildren())

describe('the photo picker', () => {
  test.each(['vi', 'en'] as const)('is accessible in %s, empty, uploading and done', async (locale) => {
    let answer: (response: Response) => void = () => {}
    const { picker } = await mountPicker(() => new Promise((done) => (answer = done)), locale)
    expect(await violations()).toEqual([])
    picker.add([photo('tủ lạnh.jpg')])
    await settled(picker)
    expect(find(picker, 'progress').ariaLabel).toContain('tủ lạnh.jpg')
    expect(await violations()).toEqual([])
    answer(answerWith({ id: 'att_1', name: 'tủ lạnh.jpg', size: 64, type: 'image/jpeg' }))
    await expect.poll(() => picker.saved.length).toBe(1)
    expect(await violations()).toEqual([])
  })

  test('uploads what is chosen, keeps its name, and says when it is done', async () => {
    const { picker, session } = await mountPicker(uploaded)
    picker.add([photo('tủ lạnh.jpg')])
    expect(picker.pending).toBe('uploading')
    await expect.poll(() => picker.saved.map(({ name }) => name)).toEqual(['tủ lạnh.jpg'])
    expect(picker.pending).toBeUndefined()
    expect(session.said).toContain('Đã tải lên tủ lạnh.jpg.')
  })

  test('takes no more files than may be sent, and says so', async () => {
    const { picker } = await mountPicker(uploaded)
    picker.add([photo('1.jpg'), photo('2.jpg'), photo('3.jpg')])
    await expect.poll(() => picker.saved.length).toBe(2)
    expect(find(picker, '#problem').textContent).toContain('Chỉ gửi được 2 tệp')
    expect(picker.shadowRoot?.querySelector('.add')).toBeNull()
  })

  test('refuses a file that is too large before a byte of it is sent', async () => {
    let calls = 0
    const { picker } = await mountPicker((request) => {
      calls++
      return uploaded(request)
    })
    picker.add([new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'phim.mp4')])
    await settled(picker)
    expect(find(picker, '.file .error').textContent).toContain('Lớn hơn 10 MB')
    expect(calls).toBe(0)
  })

  test('uploads again what failed, when it is asked to', async () => {
    let calls = 0
    const { picker } = await mountPicker((request) => {
      if (calls++ === 0) throw new TypeError('network')
      return uploaded(request)
    })
    picker.add([photo('1.jpg')])
    await expect.poll(() => picker.pending).toBe('uploadFailed')
    await settled(picker)
    button(picker, 'Tải lại 1.jpg').click()
    await expect.poll(() => picker.saved.length).toBe(1)
  })

  test('offers no second try for a kind of file that is never taken', async () => {
    const { picker } = await mountPicker(() => refuseWith('file_type_not_accepted', 415))
    picker.add([photo('x.exe')])
    await expect.poll(() => find(picker, '.file .error').textContent).toContain('Không nhận loại tệp này')
    expect(() => button(picker, 'Tải lại')).toThrow()
    button(picker, 'Bỏ x.exe').click()
    expect(picker.pending).toBeUndefined()
  })

  test('forgets a file that was cancelled, though its upload still arrives', async () => {
    let answer: (response: Response) => void = () => {}
    const { picker } = await mountPicker(() => new Promise((done) => (answer = done)))
    picker.add([photo('1.jpg')])
    await settled(picker)
    button(picker, 'Hủy tải lên 1.jpg').click()
    answer(answerWith({ id: 'att_1', name: '1.jpg', size: 64, type: 'image/jpeg' }))
    await settled(picker)
    expect(picker.saved).toEqual([])
    expect(picker.pending).toBeUndefined()
  })
})
