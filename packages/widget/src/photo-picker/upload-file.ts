import type { UploadView } from '@camket/contracts'
import { type Api, type Result, uploadAttachment } from '@camket/contracts/client'

type Around = { onSent: (bytes: number) => void; signal?: AbortSignal; key?: string }

/** Uploads one file, once however often the same `key` is given, and tells how much of it has left. */
export const uploadFile = (
  api: Api,
  merchant: string,
  file: File,
  { onSent, signal, key }: Around,
): Promise<Result<UploadView>> =>
  // Where the API's `fetch` was given, by that.
  uploadAttachment(
    { fetch: (request) => sendFile(request, file, onSent, signal), ...api },
    merchant,
    file,
    file.name,
    key,
  )

/** By XMLHttpRequest, the only way by which a browser tells progress. */
const sendFile = (request: Request, file: File, onSent: Around['onSent'], signal: AbortSignal | undefined) =>
  new Promise<Response>((done, fail) => {
    const xhr = new XMLHttpRequest()
    xhr.open(request.method, request.url)
    request.headers.forEach((value, name) => {
      xhr.setRequestHeader(name, value)
    })
    xhr.upload.onprogress = ({ loaded }) => onSent(loaded)
    xhr.onload = () => {
      const headers = new Headers()
      for (const name of ['Content-Type', 'Retry-After']) headers.set(name, xhr.getResponseHeader(name) ?? '')
      done(new Response(xhr.responseText, { status: xhr.status, headers }))
    }
    xhr.onerror = xhr.onabort = fail
    signal?.addEventListener('abort', () => xhr.abort())
    xhr.send(file)
  })
