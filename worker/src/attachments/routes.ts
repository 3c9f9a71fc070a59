import { limits, type ProblemCode, type UploadView } from '@camket/contracts'
import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { keyOf } from '../http/idempotency.ts'
import { allowOrigin } from '../http/origins.ts'
import { raise } from '../http/raise.ts'
import { limitRate } from '../http/rate-limit.ts'
import { requireRole, requireStaff } from '../http/require-staff.ts'
import { readMerchant } from '../merchants/store.ts'
import { byteRange } from './byte-range.ts'
import { drain } from './drain.ts'
import { fileHeaders } from './file-headers.ts'
import { linkMillisLeft, uploadView } from './link.ts'
import { readAttachment } from './store.ts'
import type { Uploader } from './upload-file.ts'
import type { UploadOnceRefusal } from './upload-once.ts'

/** Files, under `/api/v1`: taken from customers and from staff, and given to whoever holds a link that a view gave. */
export const attachmentRoutes = new Hono<AppEnv>()
  .post('/merchants/:merchant/attachments', async (c) => {
    const slug = c.req.param('merchant')
    await limitRate(c, 'file', slug)
    const key = keyOf(c, 'upload', { needed: false })
    const merchant = await readMerchant(contextOf(c).db, slug)
    if (!merchant) raise('merchant_not_found', 'Check the name in the address.')
    allowOrigin(c, merchant)
    return c.json(await receiveFile(c, { merchantId: merchant.id }, key), 201)
  })

  .post('/desk/attachments', requireStaff, requireRole('owner', 'lead', 'staff'), async (c) => {
    const { id: staffId, merchantId } = c.var.staff
    return c.json(await receiveFile(c, { merchantId, staffId }), 201)
  })

  .get('/attachments/:id', async (c) => {
    const id = c.req.param('id')
    const { expires = '', signature = '', preview } = c.req.query()
    const { db, now } = contextOf(c)
    const leftMillis = await linkMillisLeft({ id, expires, signature }, { secret: c.env.KEY_SECRET, now })
    const row = leftMillis > 0 ? await readAttachment(db, id) : undefined
    const range = row && byteRange(c.req.header('Range'), row.sizeBytes)
    const object = row && (await c.env.FILES.get(row.objectKey, range && { range }))
    if (!object)
      raise('attachment_not_found', 'Links to files end after an hour or two. Open the request again.')
    return c.body(
      object.body,
      range ? 206 : 200,
      fileHeaders(row, { range, isPreview: preview === '1', leftMillis }),
    )
  })

const details: Record<UploadOnceRefusal['refused'], readonly [ProblemCode, string]> = {
  too_large: [
    'file_too_large',
    `A file may have ${limits.attachment_bytes_max / 1024 / 1024} MiB. Send a smaller one.`,
  ],
  type_not_accepted: [
    'file_type_not_accepted',
    'Send a JPEG, PNG, WebP or HEIC picture, a PDF or an MP4 video.',
  ],
  empty: ['invalid_body', 'The file is empty. Choose it again.'],
  no_file: ['invalid_body', 'Send the file as the body, or a form with one part named file.'],
  key_reused: [
    'idempotency_key_reused',
    'Use a new key for another file; the same key only for the same file.',
  ],
  in_flight: ['idempotency_in_flight', 'Ask again in a second, with the same key.'],
}

/**
 * Takes the file of a request in, once per key where it has one. The code that does is imported only here: most
 * requests bring none.
 */
async function receiveFile(c: HonoContext<AppEnv>, uploader: Uploader, key?: string): Promise<UploadView> {
  const context = contextOf(c)
  const { KEY_SECRET: secret, PUBLIC_URL: publicUrl, FILES: files } = c.env
  const [{ readUpload }, { uploadFile }, { uploadOnce }] = await Promise.all([
    import('./read-upload.ts'),
    import('./upload-file.ts'),
    import('./upload-once.ts'),
  ])
  const file = await readUpload(c.req.raw)
  if ('refused' in file) return refuse(c, file)
  const uploaded =
    key === undefined
      ? await uploadFile(context, files, uploader, file)
      : await uploadOnce(context, files, uploader, file, { key, secret })
  if ('refused' in uploaded) return refuse(c, uploaded)
  const { row, isReplayed } = 'row' in uploaded ? uploaded : { row: uploaded, isReplayed: false }
  if (isReplayed) c.header('Idempotency-Replayed', 'true')
  return uploadView(row, { secret, publicUrl, now: context.now })
}

async function refuse(c: HonoContext<AppEnv>, { refused }: UploadOnceRefusal): Promise<never> {
  await drain(c.req.raw.body)
  const [code, detail] = details[refused]
  return raise(code, detail, {
    ...(code === 'invalid_body' && { errors: [{ pointer: '', code: refused, message: detail }] }),
    ...(code === 'idempotency_in_flight' && { retryAfterSeconds: 1 }),
  })
}
