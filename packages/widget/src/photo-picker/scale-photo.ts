/** Enough to read a serial plate by; on the wire a tenth of what a phone takes. */
const side_pixels_max = 2560
const quality = 0.86
const thumb_pixels = 104

type Scaled = {
  readonly file: File
  /** It could not be read, so it is sent with all that the camera wrote. */
  readonly isAsIs?: boolean
  /** What it shows, small. Needs no address, which a page's policy would have to allow. */
  readonly picture?: HTMLElement
}

/**
 * A photo as it is sent: upright, no larger than is of use, and without what a camera writes beside it, such as where
 * it was taken: only its pixels are written anew. `isReady`: it stays as it is. What this browser cannot read (HEIC
 * outside Safari) does too; what is no picture is given back.
 */
export async function scalePhoto(file: File, isReady: boolean): Promise<Scaled> {
  // Some systems know no type for HEIC.
  if (!/^image|\.hei[cf]$/i.test(file.type + file.name)) return { file }
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const { width, height } = bitmap
    const picture = canvasOf(thumb_pixels, thumb_pixels, (context) => {
      const side = Math.min(width, height)
      context.drawImage(
        bitmap,
        (width - side) / 2,
        (height - side) / 2,
        side,
        side,
        0,
        0,
        thumb_pixels,
        thumb_pixels,
      )
    })
    const written = isReady ? file : await writtenAnew(file, bitmap)
    bitmap.close()
    return { file: written, picture }
  } catch {
    return isReady ? { file } : { file, isAsIs: true }
  }
}

async function writtenAnew(file: File, bitmap: ImageBitmap): Promise<File> {
  const scale = Math.min(1, side_pixels_max / Math.max(bitmap.width, bitmap.height))
  // What is drawn (a screenshot) stays sharp; large, it would be too heavy.
  const type = file.type === 'image/png' && scale === 1 ? 'image/png' : 'image/jpeg'
  const canvas = canvasOf(
    Math.round(bitmap.width * scale),
    Math.round(bitmap.height * scale),
    (context, { width, height }) => {
      if (type === 'image/jpeg') {
        // It knows no transparency: without this it is black.
        context.fillStyle = '#fff'
        context.fillRect(0, 0, width, height)
      }
      context.drawImage(bitmap, 0, 0, width, height)
    },
  )
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality))
  if (!blob) throw new Error('It cannot be written.')
  return new File([blob], type === 'image/jpeg' ? file.name.replace(/(\.\w{1,4})?$/, '.jpg') : file.name, {
    type,
  })
}

function canvasOf(
  width: number,
  height: number,
  paint: (context: CanvasRenderingContext2D, canvas: HTMLCanvasElement) => void,
): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  // Without a context nothing is painted, and that shows.
  paint(canvas.getContext('2d') as CanvasRenderingContext2D, canvas)
  return canvas
}
