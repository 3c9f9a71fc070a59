import { uploadFile } from '../attachments/upload-file.ts'
import type { Context } from '../context.ts'
import { answerTicket } from '../tickets/answer-ticket.ts'
import { handOff } from '../tickets/hand-off.ts'
import { noteOnTicket } from '../tickets/note-on-ticket.ts'
import { recordCall } from '../tickets/record-call.ts'
import { replyAsCustomer } from '../tickets/reply-as-customer.ts'
import { resolveTicket } from '../tickets/resolve-ticket.ts'
import { setPlan } from '../tickets/set-plan.ts'
import { setPriority } from '../tickets/set-priority.ts'
import { setStatus } from '../tickets/set-status.ts'
import type { By } from '../tickets/staff-message.ts'
import { withdrawTicket } from '../tickets/withdraw-ticket.ts'
import { drawPicture, type PictureName } from './picture.ts'
import { idIn, type OpenShop } from './set-up-merchant.ts'
import type { Turn } from './story.ts'

/** Where a turn happens: on this ticket, by this person, with the story's names filled in. */
export type Scene = {
  readonly context: Context
  readonly files: R2Bucket
  readonly shop: OpenShop
  readonly code: string
  readonly by: By
  readonly filled: (text: string) => string
}

/** They act on what they see: nobody of the demo talks past another. */
const seenSequence = Number.MAX_SAFE_INTEGER

/** Does what a turn tells, through the verb that the desk or the customer's page would call. */
export async function performTurn(turn: Turn, scene: Scene): Promise<void> {
  const { context, shop, code, by, filled } = scene
  const { id: merchantId } = shop.merchant
  if ('staff' in turn) {
    const text = filled(turn.staff)
    const answer = { code, text, attachments: [], thenWait: turn.wait ?? false, seenSequence }
    return answerTicket(context, by, answer)
  }
  if ('customer' in turn) {
    return replyAsCustomer(context, { merchantId, code, text: filled(turn.customer), attachments: [] })
  }
  if ('withdraw' in turn) return withdrawTicket(context, { merchantId, code })
  if ('note' in turn) return noteOnTicket(context, by, { code, text: filled(turn.note), attachments: [] })
  if ('plan' in turn) return setPlan(context, by, { code, text: filled(turn.plan) })
  if ('priority' in turn)
    return setPriority(context, by, { code, priority: turn.priority, reason: 'more_urgent' })
  if ('call' in turn) return recordCall(context, by, { code, reached: turn.call === 'reached' })
  if ('hold' in turn) return setStatus(context, by, { code, status: 'on_hold' })
  if ('resume' in turn) return setStatus(context, by, { code, status: 'open' })
  if ('handOffTo' in turn) {
    const departmentId = idIn(shop.departmentIds, turn.handOffTo)
    return handOff(context, by, { code, departmentId, reason: turn.reason })
  }
  return performResolution(turn, scene)
}

async function performResolution(
  { resolve: outcome, says, exclusion, evidence }: Extract<Turn, { readonly resolve: unknown }>,
  { context, files, shop, code, by, filled }: Scene,
): Promise<void> {
  const uploader = { merchantId: shop.merchant.id, staffId: by.id }
  await resolveTicket(context, by, {
    code,
    outcome,
    text: says && filled(says),
    exclusion,
    evidence: evidence ? [await uploadPicture(context, files, uploader, evidence)] : [],
    seenSequence,
  })
}

/** The id of the attachment. */
export async function uploadPicture(
  context: Context,
  files: R2Bucket,
  uploader: { readonly merchantId: string; readonly staffId?: string },
  name: PictureName,
): Promise<string> {
  const bytes = await drawPicture(name)
  const file = { name: `${name}.png`, sizeBytes: bytes.byteLength, begun: [bytes] }
  const uploaded = await uploadFile(context, files, uploader, file)
  if ('refused' in uploaded) throw new Error(`The picture ${name} was refused: ${uploaded.refused}`)
  return uploaded.id
}
