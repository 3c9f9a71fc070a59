import { afterEach, describe, expect, test } from 'vitest'
import { find, mount, settled, violations } from '../testing/mount.ts'
import { answerWith, sessionOf } from '../testing/sample.ts'
import type { PhotoPicker } from './photo-picker.ts'
import { scalePhoto } from './scale-photo.ts'

/** A busy machine takes its time to write a picture. */
const patience = { timeout: 20_000 }

/** Orientation 6 (the camera was held upright) and a place, as a phone writes them. */
const exif = [
  ...[0xff, 0xe1, 0x00, 0x4e, ...'Exif\0\0MM'].map((part) =>
    typeof part === 'string' ? part.charCodeAt(0) : part,
  ),
  ...[0x00, 0x2a, 0, 0, 0, 8, 0, 2],
  ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0],
  ...[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38],
  ...[0, 0, 0, 0],
  ...[0, 1, 0x00, 0x01, 0, 2, 0, 0, 0, 2, 0x4e, 0, 0, 0, 0, 0, 0, 0],
]

/** A photo of a camera: left of it red, right of it blue; with the place where it was taken. */
async function photoOf(width: number, height: number): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  context.fillStyle = '#f00'
  context.fillRect(0, 0, width / 2, height)
  context.fillStyle = '#00f'
  context.fillRect(width / 2, 0, width / 2, height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 1))
  const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
  const marker = Uint8Array.from(exif)
  new DataView(marker.buffer).setUint16(2, marker.length - 2)
  return new File([bytes.slice(0, 2), marker, bytes.slice(2)], 'IMG_1.jpeg', { type: 'image/jpeg' })
}

const holds = async (file: Blob, text: string) =>
  new TextDecoder('latin1').decode(await file.arrayBuffer()).includes(text)

async function colorAt(file: Blob, x: number, y: number): Promise<'red' | 'blue'> {
  const bitmap = await createImageBitmap(file)
  const canvas = Object.assign(document.createElement('canvas'), {
    width: bitmap.width,
    height: bitmap.height,
  })
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  context.drawImage(bitmap, 0, 0)
  const [red = 0, , blue = 0] = context.getImageData(x * bitmap.width, y * bitmap.height, 1, 1).data
  return red > blue ? 'red' : 'blue'
}

const uploaded = (picker: PhotoPicker) => picker.saved.filter(({ id }) => id)

afterEach(() => document.body.replaceChildren())

describe('a photo before it is uploaded', () => {
  test('is made smaller and stays upright, without the place where it was taken', async () => {
    const photo = await photoOf(4_000, 1_000)
    expect(await holds(photo, 'Exif')).toBe(true)
    const { file: sent } = await scalePhoto(photo, false)
    const { width, height } = await createImageBitmap(sent)
    expect([width, height]).toEqual([640, 2_560])
    expect([await colorAt(sent, 0.5, 0.1), await colorAt(sent, 0.5, 0.9)]).toEqual(['red', 'blue'])
    expect(await holds(sent, 'Exif')).toBe(false)
    expect(sent.name).toBe('IMG_1.jpg')
    expect(sent.size).toBeLessThan(photo.size)
  })

  test('keeps its size where that is small, and loses the place all the same', async () => {
    const { file: sent } = await scalePhoto(await photoOf(400, 200), false)
    expect((await createImageBitmap(sent)).height).toBe(400)
    expect(await holds(sent, 'Exif')).toBe(false)
  })

  test.each(['image/heic', ''])(
    'that this browser cannot read (%s) is sent as it is, and that is told',
    async (type) => {
      const heic = new File(['ftypheic'], 'IMG_2.HEIC', { type })
      expect(await scalePhoto(heic, false)).toEqual({ file: heic, isAsIs: true })
      // The customer has asked for it.
      expect(await scalePhoto(heic, true)).toEqual({ file: heic })
    },
  )

  test('leaves other files alone', async () => {
    const paper = new File(['%PDF'], 'phieu.pdf', { type: 'application/pdf' })
    expect(await scalePhoto(paper, false)).toEqual({ file: paper })
  })

  test('has a small picture of it, also where it is sent as it is', async () => {
    const photo = await photoOf(400, 200)
    const { file, picture } = await scalePhoto(photo, true)
    expect(file).toBe(photo)
    const canvas = picture as HTMLCanvasElement
    const pixel = canvas.getContext('2d')?.getImageData(canvas.width / 2, 4, 1, 1).data
    expect(pixel?.[3]).toBe(255)
  })
})

describe('the photo picker', () => {
  async function mountPicker(isDown = () => false) {
    const uploads: { key: string | null; body: Blob }[] = []
    const session = await sessionOf(async (request) => {
      uploads.push({ key: request.headers.get('Idempotency-Key'), body: await request.blob() })
      if (isDown()) throw new TypeError('network')
      return answerWith({ id: `att_${uploads.length}`, name: 'x.jpg', size: 9, type: 'image/jpeg' }, 201)
    })
    const picker = await mount<PhotoPicker>('camket-photo-picker', { session })
    return { picker, uploads }
  }

  test('sends the original, with all that the camera wrote, only if the customer wants it', async () => {
    const { picker, uploads } = await mountPicker()
    const photo = await photoOf(400, 200)
    picker.add([photo])
    await expect.poll(() => uploaded(picker).length, patience).toBe(1)
    find<HTMLInputElement>(picker, '[type=checkbox]').click()
    picker.add([photo])
    await expect.poll(() => uploaded(picker).length, patience).toBe(2)
    expect(await holds(uploads[0]?.body as Blob, 'Exif')).toBe(false)
    expect(await holds(uploads[1]?.body as Blob, 'Exif')).toBe(true)
    expect(await violations()).toEqual([])
  })

  test('goes on by itself when the network is back, with the same bytes under the same key', async () => {
    let isDown = true
    const { picker, uploads } = await mountPicker(() => isDown)
    picker.add([await photoOf(400, 200)])
    await expect.poll(() => picker.pending, patience).toBe('uploadFailed')
    isDown = false
    dispatchEvent(new Event('online'))
    await expect.poll(() => uploaded(picker).length, patience).toBe(1)
    expect(uploads[1]?.key).toBe(uploads[0]?.key)
    expect(uploads[1]?.body.size).toBe(uploads[0]?.body.size)
    expect(picker.pending).toBeUndefined()
  })

  test.each(['paste', 'drop'] as const)(
    'takes what is brought by %s, and leaves text alone',
    async (kind) => {
      const { picker } = await mountPicker()
      const beside = picker.previousElementSibling as HTMLElement
      const bring = (data: DataTransfer) => {
        const init = { bubbles: true, composed: true, cancelable: true }
        const event =
          kind === 'paste'
            ? new ClipboardEvent('paste', { ...init, clipboardData: data })
            : new DragEvent('drop', { ...init, dataTransfer: data })
        beside.dispatchEvent(event)
        return event.defaultPrevented
      }
      const text = new DataTransfer()
      text.setData('text/plain', 'chữ')
      expect(bring(text)).toBe(false)
      const files = new DataTransfer()
      files.items.add(await photoOf(40, 20))
      expect(bring(files)).toBe(true)
      await expect.poll(() => uploaded(picker).length, patience).toBe(1)
      await settled(picker)
      expect(picker.pending).toBeUndefined()
    },
  )
})
