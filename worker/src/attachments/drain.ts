import { limits } from '@camket/contracts'

/**
 * Reads away the rest of an upload that is refused, as far as a file may go: a browser that is cut off while it
 * still sends sees a broken connection instead of the answer.
 */
export async function drain(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (!body) return
  const reader = body.getReader()
  let left_bytes = 2 * limits.attachment_bytes_max
  try {
    while (left_bytes > 0) {
      const { done, value } = await reader.read()
      if (done) return
      left_bytes -= value.byteLength
    }
    await reader.cancel()
  } catch {
    // It broke off by itself: nobody waits for the answer.
  }
}
