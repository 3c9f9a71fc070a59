/**
 * Does this every minute, as Cloudflare calls the Worker; a run that takes longer is waited for. Returns what ends it.
 */
export function everyMinute(
  act: (nowMillis: number) => Promise<void>,
  onError: (error: unknown) => void,
): () => void {
  let busy = false
  const timer = setInterval(async () => {
    if (busy) return
    busy = true
    await act(Date.now()).catch(onError)
    busy = false
  }, 60_000)
  return () => clearInterval(timer)
}
