const handleBytes = 10
const encoder = new TextEncoder()

/**
 * What a line of the public record is called: the first bytes of SHA-256 over what nobody outside knows of its ticket,
 * so two lines of one ticket have nothing in common, and the same deadline has one name for ever without keeping it.
 */
export async function recordHandle(
  { id, keySalt }: { readonly id: string; readonly keySalt: string },
  number: number,
): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', encoder.encode(`record ${id}.${keySalt}.${number}`))
  return new Uint8Array(hash).slice(0, handleBytes).toHex()
}
