import type { Problem } from '../problem.ts'

/** Where the API is and how to reach it; `fetch` may be in process. */
export type Api = {
  /** Without a slash at the end, such as `https://camket.example`. */
  readonly base: string
  readonly fetch?: (request: Request) => Promise<Response>
  /** Sent with every request, such as the visitor's address when a server asks for them. */
  readonly headers?: Readonly<Record<string, string>>
}

/** `unreachable`: no answer came, so nobody knows whether it was done; try again with the same key. */
export type Failure = {
  readonly ok: false
  readonly problem:
    | Problem
    | {
        readonly code: 'unreachable'
        readonly status: 0
        readonly detail: string
        readonly errors?: undefined
      }
  /** From `Retry-After`, where the answer had one. */
  readonly retryAfterSeconds?: number
}
export type Result<T> = { readonly ok: true; readonly value: T; readonly headers: Headers } | Failure

type Call = {
  /** POST where there is a body, else GET, if not said. */
  readonly method?: 'POST' | 'PUT' | 'DELETE'
  readonly query?: object
  /** Sent as JSON; a file as it is. */
  readonly body?: unknown
  readonly key?: string | undefined
  readonly idempotencyKey?: string | undefined
  readonly proof?: string | undefined
  /** Of the file that is sent. Travels percent-encoded, because headers are ASCII. */
  readonly fileName?: string
  readonly signal?: AbortSignal | undefined
}

export const path = (parts: TemplateStringsArray, ...values: string[]): string =>
  String.raw(parts, ...values.map(encodeURIComponent))

export async function call<T>(api: Api, to: string, what: Call = {}): Promise<Result<T>> {
  const request = requestOf(api, to, what)
  try {
    return await readAnswer<T>(await (api.fetch ? api.fetch(request) : fetch(request)))
  } catch (error) {
    return unreachable(error)
  }
}

function requestOf(api: Api, to: string, what: Call): Request {
  const { query, body, key, fileName, signal = null } = what
  const search = String(new URLSearchParams(given({ ...query })))
  const headers = given({
    ...api.headers,
    Authorization: key ? `Bearer ${key}` : undefined,
    'Idempotency-Key': what.idempotencyKey,
    'X-Camket-Proof': what.proof,
    'X-File-Name': fileName && encodeURIComponent(fileName),
    'Content-Type': fileName ? 'application/octet-stream' : body && 'application/json',
  })
  return new Request(api.base + to + (search && `?${search}`), {
    method: what.method ?? (body === undefined ? 'GET' : 'POST'),
    headers,
    body: fileName ? (body as Blob) : (JSON.stringify(body) ?? null),
    signal,
  })
}

/** One that is not ours (a proxy's error page) is as if none had come. */
async function readAnswer<T>(response: Response): Promise<Result<T>> {
  const { ok, headers } = response
  if (ok) {
    const text = await response.text()
    return { ok, value: (text ? JSON.parse(text) : undefined) as T, headers }
  }
  if (!headers.get('Content-Type')?.startsWith('application/problem+json')) {
    return unreachable(`HTTP ${response.status}`)
  }
  const wait = Number(headers.get('Retry-After'))
  return { ok, problem: (await response.json()) as Problem, ...(wait > 0 && { retryAfterSeconds: wait }) }
}

/** That no answer came; `detail` says why, for whoever looks into it. */
export const unreachable = (detail: unknown): Failure => ({
  ok: false,
  problem: { code: 'unreachable', status: 0, detail: String(detail) },
})

/** What is there, as text. */
const given = (values: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
