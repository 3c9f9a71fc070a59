// What is done beside the panel, loaded when it is first needed: what a page's own script asks for by `submit`, `track`
// and `attach`, and the look whether an answer has come.
import type { FileTicketInput } from '@camket/contracts'
import { type Failure, getMyTickets } from '@camket/contracts/client'
import { type DeliveryState, startDelivery } from './delivery/delivery.ts'
import { isFresh, newSending } from './delivery/draft-store.ts'
import { dropSubmit, keepSubmits, keptSubmits, type Submit } from './delivery/kept-submits.ts'
import { uploadFile } from './photo-picker/upload-file.ts'
import { fileRequest } from './proof/file-request.ts'
import type { Attached, Filed, FileRequest, Tracked } from './public-api.ts'
import { subjectOf } from './request-form/body-of.ts'
import { requestDrafts } from './request-form/request-drafts.ts'
import type { RequestForm } from './request-form/request-form.ts'
import { awaitRequest, type KeptRequest, keepRequest } from './session/kept-requests.ts'
import { problemWords } from './session/problem-words.ts'
import type { Session } from './session/session.ts'
import { withToken } from './session/with-token.ts'
import { readRequest } from './ticket-view/read-request.ts'

export { errorsOfProblem } from './request-form/errors-of-problem.ts'
export { showUnread } from './unread.ts'

/** Of requests that are on their way from this page. */
const underWay = new Set<string>()

/** Files a request under one key, however often it has to be sent, and by whichever page. */
export async function submit(session: Session, request: FileRequest): Promise<Filed> {
  const { merchant, emit } = session
  if (!emit('submit', { kind: request.kind }, true)) {
    throw Object.assign(new Error('A listener prevented it.'), { code: 'prevented' })
  }
  const sending = newSending(bodyOf(session, request), new Date())
  keepSubmits(merchant, [...keptSubmits(merchant), sending])
  awaitRequest(merchant)
  return send(session, sending)
}

/** Goes on with what `submit` was told on a page that went away before the answer came. */
export function goOn(session: Session): void {
  for (const sending of keptSubmits(session.merchant)) {
    if (underWay.has(sending.idempotencyKey)) continue
    // What becomes of it is told by events.
    if (isFresh(sending.startedAt, new Date())) void send(session, sending).catch(() => undefined)
    else {
      dropSubmit(session.merchant, sending)
      errorOf(session, 'submit')
    }
  }
}

async function send(session: Session, sending: Submit): Promise<Filed> {
  const { merchant, emit, flag } = session
  const { body, idempotencyKey } = sending
  underWay.add(idempotencyKey)
  flag('submitting', true)
  // Nobody is there to be asked: where the customer would have to confirm, the page is told where.
  const refuse = (state: DeliveryState) => {
    if (state.phase === 'proving') state.refuse?.()
  }
  const delivered = await startDelivery(fileRequest(session, body, idempotencyKey), refuse).answer
  underWay.delete(idempotencyKey)
  flag('submitting', underWay.size > 0)
  dropSubmit(merchant, sending)
  if (!delivered?.ok) throw errorOf(session, 'submit', delivered)
  const { code, key, filedAt, deadlines } = delivered.value
  const { kind, subject } = body
  // Another tab that went on with it may have told already.
  if (keepRequest(session, { code, key, kind, subject, filedAt })) {
    emit('submitted', { code, kind, deadlines })
  }
  return { code, deadlines }
}

/** Learns who the customer of the page's token is, for the forms, and which requests they have. */
export async function learnMine(session: Session): Promise<KeptRequest[]> {
  const { api, merchant, known, emit } = session
  const result = await withToken(session, (token) => getMyTickets(api, merchant, token ?? ''))
  if (!result.ok) {
    emit('error', { code: result.problem.code, during: 'identify' })
    return []
  }
  known.prefill = { ...result.value.customer, ...known.prefill }
  return result.value.tickets.map(({ code, kind, subject, filedAt }) => ({
    code,
    key: '',
    kind,
    subject,
    filedAt,
  }))
}

/** Reads a request, and keeps it in this device's list. */
export async function track(
  session: Session,
  code: string,
  key: string,
): Promise<{ readonly request: KeptRequest; readonly tracked: Tracked }> {
  const result = await readRequest(session, { code, key })
  if (!result.ok) throw errorOf(session, 'track', result)
  const { kind, subject, filedAt, status, deadlines } = result.value
  const request = { code: result.value.code, key, kind, subject, filedAt }
  keepRequest(session, request)
  return { request, tracked: { code: request.code, status, deadlines } }
}

/** Uploads a file and puts it with the request that is being written. */
export async function attach(session: Session, file: File, form: RequestForm | null): Promise<Attached> {
  const { api, merchant, emit } = session
  const result = await uploadFile(api, merchant, file, {
    onSent: (sent) => emit('upload-progress', { name: file.name, sent, size: file.size }),
  })
  if (!result.ok) {
    emit('upload-error', { name: file.name, code: result.problem.code })
    throw errorOf(session, 'submit', result)
  }
  const saved = { ...result.value, uploadedAt: new Date().toISOString() }
  if (form) form.addSaved(saved)
  else {
    const drafts = requestDrafts(merchant)
    const draft = drafts.read(new Date())?.draft
    const kind = draft?.values.kind ?? session.config.kinds[0]?.kind ?? 'support'
    const values = draft?.values ?? { kind, fields: {} }
    drafts.save(values, [...(draft?.files ?? []), saved], new Date())
  }
  const { id, name, size, type } = saved
  return { id, name, size, type }
}

function bodyOf({ locale, known }: Session, request: FileRequest): FileTicketInput {
  const { attachments = [], fields, subject, ...rest } = request
  return {
    ...rest,
    subject: subject ?? subjectOf(request.message),
    locale,
    channel: 'widget',
    attachments: [...attachments],
    fields: { ...known.attributes, ...fields },
  } as FileTicketInput
}

/** Tells the page, and is what its call is answered with. */
function errorOf(session: Session, during: 'submit' | 'track', failure?: Failure): Error {
  const code = failure?.problem.code ?? 'unreachable'
  session.emit('error', { code, during })
  const said = failure ? problemWords(failure, session.words.problem) : ''
  return Object.assign(new Error(said), { code, problem: failure?.problem })
}
