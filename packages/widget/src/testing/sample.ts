import { drawCard } from '@camket/card'
import type { CustomerTicket, PreviewView, Receipt, WidgetConfig } from '@camket/contracts'
import type { Locale } from '@camket/core/vocabulary'
import type { Session } from '../session/session.ts'
import { loadStrings } from '../strings/load-strings.ts'

export const config: WidgetConfig = {
  merchant: 'minh-an',
  name: 'Điện máy Minh An',
  locale: 'vi',
  locales: ['vi', 'en'],
  timeZone: 'Asia/Ho_Chi_Minh',
  colors: {
    light: { accent: '#0b5d4b', onAccent: '#ffffff' },
    dark: { accent: '#5cc3a4', onAccent: '#06231b' },
  },
  commitmentUrl: 'https://camket.example/minh-an',
  statusUrl: 'https://camket.example/minh-an/status',
  commitmentVersion: 3,
  kinds: [
    {
      kind: 'warranty',
      name: 'Bảo hành',
      title: 'Yêu cầu bảo hành',
      prompt: 'Có chuyện gì với sản phẩm?',
      summary: 'Trả lời trong 4 giờ làm việc, giải quyết trong 7 ngày làm việc',
      pledges: [
        { milestone: 'first_reply', text: 'Trả lời trong 4 giờ làm việc' },
        { milestone: 'resolution', text: 'Giải quyết trong 7 ngày làm việc' },
      ],
    },
    {
      kind: 'support',
      name: 'Hỗ trợ sử dụng',
      title: 'Yêu cầu hỗ trợ',
      prompt: 'Quý khách cần giúp gì?',
      summary: 'Trả lời trong 8 giờ làm việc',
      pledges: [{ milestone: 'first_reply', text: 'Trả lời trong 8 giờ làm việc' }],
    },
    {
      kind: 'complaint',
      name: 'Khiếu nại',
      title: 'Khiếu nại',
      prompt: 'Chuyện gì làm quý khách chưa hài lòng?',
      summary: '',
      pledges: [],
    },
    {
      kind: 'suggestion',
      name: 'Góp ý',
      title: 'Góp ý',
      prompt: 'Quý khách góp ý điều gì?',
      summary: '',
      pledges: [],
    },
    {
      kind: 'callback',
      name: 'Hẹn gọi lại',
      title: 'Yêu cầu gọi lại',
      prompt: 'Quý khách muốn nói về chuyện gì?',
      summary: 'Gọi lại trong 30 phút làm việc',
      pledges: [{ milestone: 'callback_made', text: 'Gọi lại trong 30 phút làm việc' }],
    },
  ],
  products: [{ code: 'MA-TL260', name: 'Tủ lạnh Frosty 260 lít' }],
  position: 'end',
  colorScheme: 'auto',
  fields: [],
  hasArticles: false,
}

const remedy = {
  choice: [{ type: 'voucher', value: { amount: 50_000, currency: 'VND' } }],
  accrual: { type: 'once' },
  settlement: { type: 'automatic', payWithin: { amount: 3, unit: 'working_day' } },
  text: 'Trễ: phiếu mua hàng 50.000 ₫, trả trong 3 ngày làm việc.',
} as const satisfies NonNullable<PreviewView['deadlines'][number]['remedy']>

const deadlines: PreviewView['deadlines'] = [
  {
    pledge: 'warranty-first-reply',
    milestone: 'first_reply',
    milestoneText: 'Trả lời đầu tiên',
    dueAt: '2099-11-23T07:00:00Z',
    dueText: 'trước 14:00 thứ Hai 23/11/2099',
    state: 'running',
    remedy: { ...remedy, choice: [...remedy.choice] },
  },
  {
    pledge: 'warranty-resolution',
    milestone: 'resolution',
    milestoneText: 'Giải quyết',
    dueAt: '2099-12-02T10:30:00Z',
    dueText: 'trước 17:30 thứ Tư 2/12/2099',
    state: 'running',
  },
]

export const preview: PreviewView = {
  deadlines,
  coverage: {
    state: 'covered',
    reason: 'within_term',
    until: '2028-05-01',
    text: 'Còn bảo hành đến 1/5/2028',
  },
}

export const receipt: Receipt = {
  code: 'CK-0000-0000-0000',
  key: 'key-of-the-request-1234',
  statusUrl: 'https://camket.example/minh-an/requests/CK-0000-0000-0000?key=key-of-the-request-1234',
  status: 'new',
  filedAt: '2026-11-23T02:00:00Z',
  commitmentVersion: 3,
  deadlines,
}

export const ticket: CustomerTicket = {
  code: receipt.code,
  merchant: 'minh-an',
  merchantName: config.name,
  kind: 'warranty',
  status: 'open',
  department: 'Bảo hành',
  filedAt: receipt.filedAt,
  commitmentVersion: 3,
  handOffs: 0,
  deadlines: [
    {
      ...(deadlines[0] as PreviewView['deadlines'][number]),
      state: 'missed',
      missedAt: '2026-11-23T07:00:00Z',
    },
    ...deadlines.slice(1),
  ],
  remedies: [
    {
      id: 'rem_1',
      pledge: 'warranty-first-reply',
      state: 'owed',
      offers: [...remedy.choice],
      owedAt: '2026-11-23T07:00:00Z',
      amount: { amount: 50_000, currency: 'VND' },
      lines: [{ reason: 'missed', text: 'Trễ hạn: 50.000 ₫', amount: 50_000 }],
      factsNeeded: [],
      grows: false,
      overdue: false,
      settleBy: '2099-11-26T10:30:00Z',
      choices: [
        {
          offer: 0,
          text: 'phiếu mua hàng 50.000 ₫',
          amount: { amount: 50_000, currency: 'VND' },
          ways: ['email', 'phone', 'shop'],
        },
      ],
      can: { choose: true, dispute: false },
    },
  ],
  timeline: [],
  subject: 'Ngăn đá không đông',
  customer: { name: 'Nguyễn Thị Đào', email: 'dao@k.example', type: 'consumer' },
  messages: [
    {
      id: 'msg_1',
      from: 'customer',
      name: 'Nguyễn Thị Đào',
      text: 'Ngăn đá không đông, nước chảy ra sàn.',
      at: receipt.filedAt,
      attachments: [],
    },
    {
      id: 'msg_2',
      from: 'staff',
      name: 'Hà',
      text: 'Chúng tôi sẽ đến xem máy.',
      at: '2026-11-23T08:00:00Z',
      attachments: [],
    },
  ],
  can: { reply: true, withdraw: true, rate: false },
}

export const kept = {
  code: receipt.code,
  key: receipt.key,
  kind: 'warranty',
  subject: ticket.subject,
  filedAt: receipt.filedAt,
} as const

/** Answers a request that was sent to the API. The network is the only thing that is stood in for. */
export type Answer = (request: Request) => Response | Promise<Response>

export async function sessionOf(
  answer: Answer,
  locale: Locale = 'vi',
): Promise<Session & { readonly said: string[]; readonly told: [string, unknown][] }> {
  const said: string[] = []
  const told: [string, unknown][] = []
  return {
    api: {
      base: 'https://camket.example',
      fetch: async (request) => withCard(request, await answer(request)),
    },
    merchant: 'minh-an',
    config: { ...config, locale },
    locale,
    words: await loadStrings(locale),
    known: { prefill: {}, attributes: {} },
    emit: (name, detail) => {
      told.push([name, detail])
      return true
    },
    flag: () => undefined,
    sdk: () => import('../later.ts'),
    allowStorage: () => undefined,
    announce: (text) => void said.push(text),
    said,
    told,
  }
}

/** A ticket that is answered with has a card where one is asked for, as from the API. */
async function withCard(request: Request, response: Response): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('card')
  const answered: CustomerTicket | undefined = response.ok ? await response.clone().json() : undefined
  if (!asked || !answered?.messages) return response
  const locale = request.url.includes('locale=en') ? 'en' : 'vi'
  const pageUrl = `https://camket.example/minh-an/requests/${answered.code}`
  const card = drawCard(answered, { locale, timeZone: config.timeZone, now: new Date(), pageUrl })
  const tag = `${JSON.stringify(card).length}`
  if (asked === tag) return response
  return Response.json({ ...answered, card: { tag, ...card } }, { status: response.status })
}

export const answerWith = (value: unknown, status = 200): Response => Response.json(value, { status })

export const refuseWith = (
  code: string,
  status: number,
  more: object = {},
  headers: HeadersInit = {},
): Response =>
  new Response(
    JSON.stringify({ type: '', title: code, status, detail: code, code, requestId: 'req', ...more }),
    {
      status,
      headers: { 'Content-Type': 'application/problem+json', ...headers },
    },
  )
