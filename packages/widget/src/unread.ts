// Asks now and then, for a customer who waits, whether an answer has come.
import { checkUnread } from '@camket/contracts/client'
import { setFlag } from './panel/flags.ts'
import { callWithToken } from './session/call-with-token.ts'
import { noteRequest } from './session/change-kept-request.ts'
import { keptRequests } from './session/kept-requests.ts'
import type { Session } from './session/session.ts'
import type { Host, Known } from './widget-element/host.ts'

/** What only a token opens is asked for only while there is one. */
const openCodes = (merchant: string, { identity }: Known) =>
  keptRequests(merchant)
    .filter(({ key, status }) => (key || identity) && status !== 'closed')
    .map(({ code }) => code)

/**
 * Asks how the requests of this device and this customer stand, tells the page of a status that changed, and how many
 * have an answer that was not seen. Undefined when it could not be asked.
 */
export async function countUnread(
  session: Pick<Session<unknown>, 'api' | 'merchant' | 'known' | 'emit'>,
): Promise<number | undefined> {
  const { api, merchant, known, emit } = session
  const codes = openCodes(merchant, known)
  const ask = (token?: string) => checkUnread(api, merchant, codes, token)
  const result = await (known.identity ? callWithToken(known.identity, emit, ask) : ask())
  if (!result.ok) return undefined
  const kept = new Map(keptRequests(merchant).map((request) => [request.code, request]))
  let count = 0
  for (const { code, status, staffAt } of result.value.tickets) {
    const request = kept.get(code)
    if (!request) continue
    const before = request.status
    if (before !== status) noteRequest(merchant, code, { status })
    if (before && before !== status) emit('status-change', { code, status, before })
    if (staffAt && Date.parse(staffAt) > Date.parse(request.seenAt ?? request.filedAt)) count++
  }
  return count
}

type Around = Pick<Session, 'api' | 'merchant' | 'known'> & {
  readonly host: Host
  readonly internals: ElementInternals
}

const shown = new WeakMap<Host, number>()

/** Shows on the launcher how many answers were not seen, and tells the page when that has changed. */
export async function showUnread({ api, merchant, known, host, internals }: Around): Promise<number> {
  const before = shown.get(host) ?? 0
  const emit: Host['emit'] = (...told) => host.emit(...told)
  const count = (await countUnread({ api, merchant, known, emit })) ?? before
  const launcher = host.shadowRoot?.querySelector('[part=launcher]')
  const badge = launcher?.querySelector('b') ?? document.createElement('b')
  badge.setAttribute('part', 'badge')
  badge.textContent = String(count)
  if (count > 0) launcher?.append(badge)
  else badge.remove()
  setFlag(internals, 'has-unread', count > 0)
  if (count !== before) host.emit('unread', { count })
  shown.set(host, count)
  return count
}
