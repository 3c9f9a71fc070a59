import { limits, type ProblemCode, type UploadView } from '@camket/contracts'
import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { allowOrigin } from '../http/origins.ts'
import { raise } from '../http/raise.ts'
import { limitRate } from '../http/rate-limit.ts'
import { requireRole, requireStaff } from '../http/require-staff.ts'
import { readMerchant } from '../merchants/store.ts'
import { byteRange } from './byte-range.ts'
import { drain } from './drain.ts'
import { fileHeaders } from './file-headers.ts'
import { linkMillisLeft, uploadView } from './link.ts'
import type { UploadRefusal } from './read-upload.ts'
import { readAttachment } from './store.ts'
import type { Uploader } from './upload-file.ts'

/** Files, under `/api/v1`: taken from customers and from staff, and given to whoever holds a link that a view gave. */
export const attachmentRoutes = new Hono<AppEnv>()
  .post('/merchants/:merchant/attachments', async (c) => {
    const slug = c.req.param('merchant')
    await limitRate(c, 'file', slug)
    const merchant = await readMerchant(contextOf(c).db, slug)
    if (!merchant) raise('merchant_not_found', 'Check the name in the address.')
    allowOrigin(c, merchant)
    return c.json(await receiveFile(c, { merchantId: merchant.id }), 201)
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

const details: Record<UploadRefusal['refused'], readonly [ProblemCode, string]> = {
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
}

/** The code that takes files in is imported only here: most requests bring none. */
async function receiveFile(c: HonoContext<AppEnv>, uploader: Uploader): Promise<UploadView> {
  const context = contextOf(c)
  const [{ readUpload }, { uploadFile }] = await Promise.all([
    import('./read-upload.ts'),
    import('./upload-file.ts'),
  ])
  const file = await readUpload(c.req.raw)
  const row = 'refused' in file ? file : await uploadFile(context, c.env.FILES, uploader, file)
  if ('refused' in row) {
    await drain(c.req.raw.body)
    const [code, detail] = details[row.refused]
    raise(
      code,
      detail,
      code === 'invalid_body' ? { errors: [{ pointer: '', code: row.refused, message: detail }] } : {},
    )
  }
  return uploadView(row, { secret: c.env.KEY_SECRET, publicUrl: c.env.PUBLIC_URL, now: context.now })
}
