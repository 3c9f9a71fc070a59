import { describe, expect, it } from 'vitest'
import { accepted, jpegOf, refused } from '../testing/sample-files.ts'
import { detectType, sample_bytes } from './detect-type.ts'

describe('the type of an upload', () => {
  it.each(Object.entries(accepted))('is seen to be %s by its content', async (type, bytes) => {
    expect(await detectType(bytes)).toBe(type)
  })

  it.each(Object.entries(refused))('is none that is accepted for %s', async (_name, bytes) => {
    expect(await detectType(bytes)).toBeUndefined()
  })

  it('shows in the first bytes of a file of any size', async () => {
    expect(await detectType(jpegOf(sample_bytes * 3))).toBe('image/jpeg')
  })

  it('shows in a PNG whose colour profile is longer than what is looked at', async () => {
    const [head, rest] = [accepted['image/png'].subarray(0, 33), accepted['image/png'].subarray(33)]
    const profile = new Uint8Array(12 + 9_000)
    new DataView(profile.buffer).setUint32(0, 9_000)
    profile.set(new TextEncoder().encode('iCCP'), 4)
    const whole = new Uint8Array(await new Blob([head, profile, rest]).arrayBuffer())
    expect(await detectType(whole)).toBe('image/png')
  })

  it('is PNG for an animated PNG', async () => {
    const [head, rest] = [accepted['image/png'].subarray(0, 33), accepted['image/png'].subarray(33)]
    const control = new Uint8Array(20)
    control.set([0, 0, 0, 8, ...new TextEncoder().encode('acTL')])
    const whole = new Uint8Array(await new Blob([head, control, rest]).arrayBuffer())
    expect(await detectType(whole)).toBe('image/png')
  })

  it('is refused, not an error, for bytes cut off anywhere', async () => {
    for (const bytes of [...Object.values(accepted), ...Object.values(refused)]) {
      for (let length = 0; length < Math.min(bytes.byteLength, 40); length += 1) {
        await expect(detectType(bytes.slice(0, length))).resolves.not.toBeNull()
      }
    }
  })
})
