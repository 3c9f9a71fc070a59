import {
  discardDraftQuery,
  lookBackBody,
  operations,
  previewDraftBody,
  publishDraftBody,
  saveDraftBody,
} from '@camket/contracts'
import type { Locale } from '@camket/core'
import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { idempotent, keyOf } from '../http/idempotency.ts'
import { readAnswer } from '../http/idempotency-store.ts'
import { raise } from '../http/raise.ts'
import { readBody, readQuery } from '../http/read-body.ts'
import { requireRole, requireStaff } from '../http/require-staff.ts'
import { merchantById } from '../merchants/store.ts'
import { removeDraft } from './draft-store.ts'
import { viewDraft, viewSaved } from './draft-views.ts'
import { lookBackPart } from './look-back.ts'
import { previewDraft } from './preview-draft.ts'
import { publishDraft } from './publish-draft.ts'
import { readDraft, requireRevision, requireSound } from './read-draft.ts'
import { saveDraft } from './save-draft.ts'

const mayLook = requireRole('owner', 'lead', 'read_only')
const mayWrite = requireRole('owner', 'lead')

/** The commitment's editor, under `/api/v1/desk`. */
export const deskCommitmentRoutes = new Hono<AppEnv>()
  .use('/commitment/*', requireStaff, mayLook)

  .get('/commitment/draft', async (c) => {
    readQuery(c, operations.getDraft.query)
    const context = contextOf(c)
    return c.json(viewDraft(await readDraft(context, c.var.staff.merchantId), context.now))
  })

  .put('/commitment/draft', mayWrite, async (c) => {
    const body = await readBody(c, saveDraftBody)
    const context = contextOf(c)
    return c.json(viewSaved(await saveDraft(context, c.var.staff, body), context.now))
  })

  .delete('/commitment/draft', mayWrite, async (c) => {
    const { revision } = readQuery(c, discardDraftQuery)
    const context = contextOf(c)
    const { merchantId } = c.var.staff
    if (await removeDraft(context.db, merchantId, revision)) return c.body(null, 204)
    const read = await readDraft(context, merchantId)
    if (read.draft.revision === 0) return raise('draft_not_found', 'It is gone already.')
    requireRevision(read, revision)
    return c.body(null, 204)
  })

  .post('/commitment/publications', mayWrite, async (c) => {
    const { id, merchantId } = c.var.staff
    const key = keyOf(c, `publish by ${id}`, { needed: true })
    const body = await readBody(c, publishDraftBody)
    const context = contextOf(c)
    return idempotent(c, {
      merchantId,
      key,
      body,
      stored: key === undefined ? undefined : await readAnswer(context.db, { merchantId, key }),
      run: (keep) =>
        publishDraft(context, {
          merchantId,
          revision: body.revision,
          effectiveFrom: body.effectiveFrom === undefined ? undefined : new Date(body.effectiveFrom),
          beside: (answer) => keep({ status: 201, answer, ticketId: '' }),
        }),
      reveal: async () => ({}),
    })
  })

  .post('/commitment/draft/preview', async (c) => {
    const { locale } = readQuery(c, operations.previewDraft.query)
    const body = await readBody(c, previewDraftBody)
    const context = contextOf(c)
    const read = await readDraft(context, c.var.staff.merchantId)
    return c.json(previewDraft(requireSound(read, context.now), body, locale ?? (await localeOf(c))))
  })

  .post('/commitment/draft/look-back', async (c) => {
    const { revision, days, cursor } = await readBody(c, lookBackBody)
    const context = contextOf(c)
    const { merchantId } = c.var.staff
    const read = await readDraft(context, merchantId)
    requireRevision(read, revision)
    const draft = requireSound(read, context.now)
    return c.json(await lookBackPart(context, draft, { merchantId, days, cursor }))
  })

  .get('/commitment/templates', async (c) => {
    const { locale } = readQuery(c, operations.getTemplates.query)
    const merchant = await merchantOf(c)
    const { templates } = await import('@camket/core/templates/templates')
    const language = locale ?? merchant.locale
    return c.json({
      templates: templates.map(({ id, name, description, document }) => ({
        id,
        name: name[language],
        description: description[language],
        document: document(merchant),
      })),
    })
  })

const localeOf = async (c: HonoContext<AppEnv>): Promise<Locale> => (await merchantOf(c)).locale

async function merchantOf(c: HonoContext<AppEnv>) {
  const { merchantId } = c.var.staff
  const [merchant] = await merchantById(contextOf(c).db, merchantId)
  if (!merchant) throw new Error(`Merchant ${merchantId} is gone`)
  return merchant
}
