import { limits } from '@camket/contracts'
import type { Context as HonoContext } from 'hono'
import type * as z from 'zod'
import type { AppEnv } from './app-env.ts'
import { bodyErrors } from './body-errors.ts'
import { raise } from './raise.ts'

/** The parsed JSON body. Raises `malformed_json`, `body_too_large`, `media_type_not_accepted` or `invalid_body`. */
export async function readBody<S extends z.ZodType>(c: HonoContext<AppEnv>, schema: S): Promise<z.output<S>> {
  const type = c.req.header('Content-Type') ?? ''
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    raise('media_type_not_accepted', 'Send JSON, with Content-Type: application/json.')
  }
  const parsed = schema.safeParse(json(await boundedText(c)))
  if (parsed.success) return parsed.data
  return raise('invalid_body', 'Correct the members that `errors` points at.', {
    errors: bodyErrors(parsed.error),
  })
}

/** The parsed query. Raises `invalid_query`. */
export function readQuery<S extends z.ZodType>(c: HonoContext<AppEnv>, schema: S): z.output<S> {
  const parsed = schema.safeParse(c.req.query())
  if (parsed.success) return parsed.data
  return raise('invalid_query', 'Correct the parameters that `errors` points at.', {
    errors: bodyErrors(parsed.error),
  })
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return raise('malformed_json', 'Send one JSON object in UTF-8.')
  }
}

/** Stops reading where the limit is, whatever the length header said. */
async function boundedText(c: HonoContext<AppEnv>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  let text = ''
  let size = 0
  try {
    for await (const chunk of c.req.raw.body ?? []) {
      size += chunk.byteLength
      if (size > limits.json_body_bytes_max) break
      text += decoder.decode(chunk, { stream: true })
    }
    text += size > limits.json_body_bytes_max ? '' : decoder.decode()
  } catch {
    raise('malformed_json', 'Send one JSON object in UTF-8.')
  }
  if (size > limits.json_body_bytes_max) {
    raise('body_too_large', `Send at most ${limits.json_body_bytes_max} bytes.`)
  }
  return text
}
