import { env } from 'cloudflare:workers'
import { uploadFile } from '../attachments/upload-file.ts'
import { accepted } from './sample-files.ts'
import { testContext } from './test-context.ts'

/** A picture that may be attached now; its id. */
export async function storeUpload(merchantId = 'mer_1'): Promise<string> {
  const bytes = accepted['image/png']
  const file = { name: 'ảnh.png', sizeBytes: bytes.byteLength, begun: [bytes] }
  const row = await uploadFile(testContext(Date.now()), env.FILES, { merchantId }, file)
  if ('refused' in row) throw new Error(row.refused)
  return row.id
}
