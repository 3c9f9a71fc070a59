// What the picker imports when the first photo is chosen.

/** Enough to read a serial plate by; on the wire a tenth of what a phone takes. */
const side_pixels_max = 2560
const quality = 0.86

/**
 * A photo as it is sent: upright, no larger than is of use, and without what a camera writes beside it, such as where
 * it was taken: only its pixels are written anew. What this browser cannot read (HEIC outside Safari, what is no
 * picture) is given back as it is.
 */
export async function scalePhoto(file: File): Promise<File> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!bitmap) return file
  const scale = Math.min(1, side_pixels_max / Math.max(bitmap.width, bitmap.height))
  // What is drawn (a screenshot) stays sharp; large, it would be too heavy.
  const type = file.type === 'image/png' && scale === 1 ? 'image/png' : 'image/jpeg'
  const canvas = Object.assign(document.createElement('canvas'), {
    width: Math.round(bitmap.width * scale),
    height: Math.round(bitmap.height * scale),
  })
  const context = canvas.getContext('2d')
  if (context && type === 'image/jpeg') {
    // It knows no transparency: without this it is black.
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  context?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality))
  if (!blob) return file
  const name = type === 'image/jpeg' ? file.name.replace(/(\.\w{1,4})?$/, '.jpg') : file.name
  return new File([blob], name, { type })
}
