import type { UploadView } from '@camket/contracts'
import {
  type Api,
  type Failure,
  type Result,
  uploadAttachment,
  uploadRequestOf,
} from '@camket/contracts/client'

/**
 * Uploads one file and tells how much of it has left. By XMLHttpRequest, the only way by which a browser tells that;
 * where the API's `fetch` was given, by that.
 */
export function uploadFile(
  api: Api,
  merchant: string,
  file: File,
  { onSent, signal }: { onSent: (bytes: number) => void; signal: AbortSignal },
): Promise<Result<UploadView>> {
  if (api.fetch) return uploadAttachment(api, merchant, file, file.name)
  const request = uploadRequestOf(api, merchant, file, file.name)
  return new Promise((done) => {
    const xhr = new XMLHttpRequest()
    xhr.open(request.method, request.url)
    request.headers.forEach((value, name) => {
      xhr.setRequestHeader(name, value)
    })
    xhr.upload.addEventListener('progress', ({ loaded }) => onSent(loaded))
    xhr.addEventListener('load', () => done(read(xhr)))
    xhr.addEventListener('error', () => done(unreachable('')))
    xhr.addEventListener('abort', () => done(unreachable('aborted')))
    signal.addEventListener('abort', () => xhr.abort(), { once: true })
    xhr.send(file)
  })
}

const unreachable = (detail: string): Failure => ({
  ok: false,
  problem: { code: 'unreachable', status: 0, detail },
})

function read(xhr: XMLHttpRequest): Result<UploadView> {
  const type = xhr.getResponseHeader('Content-Type') ?? ''
  if (!/^application\/(?:problem\+)?json/.test(type)) return unreachable(`HTTP ${xhr.status}`)
  const answer: unknown = JSON.parse(xhr.responseText)
  if (xhr.status < 300) return { ok: true, value: answer as UploadView, headers: new Headers() }
  const wait = Number(xhr.getResponseHeader('Retry-After'))
  return {
    ok: false,
    problem: answer as Exclude<Failure['problem'], { code: 'unreachable' }>,
    ...(wait > 0 && { retryAfterSeconds: wait }),
  }
}
