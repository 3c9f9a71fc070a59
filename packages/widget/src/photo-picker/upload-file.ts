import type { UploadView } from '@camket/contracts'
import {
  type Api,
  type Failure,
  type Result,
  readAnswer,
  uploadAttachment,
  uploadRequestOf,
} from '@camket/contracts/client'

/**
 * Uploads one file, once however often the same `key` is given, and tells how much of it has left. By XMLHttpRequest, the only way by which a browser tells that;
 * where the API's `fetch` was given, by that.
 */
export function uploadFile(
  api: Api,
  merchant: string,
  file: File,
  { onSent, signal, key }: { onSent: (bytes: number) => void; signal?: AbortSignal; key?: string },
): Promise<Result<UploadView>> {
  if (api.fetch) return uploadAttachment(api, merchant, file, file.name, key)
  const request = uploadRequestOf(api, merchant, file, file.name, key)
  return new Promise((done) => {
    const xhr = new XMLHttpRequest()
    xhr.open(request.method, request.url)
    request.headers.forEach((value, name) => {
      xhr.setRequestHeader(name, value)
    })
    xhr.upload.onprogress = ({ loaded }) => onSent(loaded)
    xhr.onload = () => done(readAnswer(answerOf(xhr)))
    xhr.onerror = xhr.onabort = () => done(unreachable)
    signal?.addEventListener('abort', () => xhr.abort())
    xhr.send(file)
  })
}

/** No answer came. */
export const unreachable: Failure = {
  ok: false,
  problem: { code: 'unreachable', status: 0, detail: '' },
}

function answerOf(xhr: XMLHttpRequest): Response {
  const headers = new Headers()
  for (const name of ['Content-Type', 'Retry-After']) headers.set(name, xhr.getResponseHeader(name) ?? '')
  return new Response(xhr.responseText, { status: xhr.status, headers })
}
