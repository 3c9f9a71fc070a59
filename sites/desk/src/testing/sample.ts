import type { DeskTicket, EmbedView, InboxRow, Me, WidgetConfig } from '@camket/contracts'
import type { DeskContext } from '../desk-context.ts'
import { en } from '../strings/en.ts'
import { vi } from '../strings/vi.ts'

const colors = {
  light: { accent: '#0b5d4b', onAccent: '#ffffff' },
  dark: { accent: '#5cc3a4', onAccent: '#06231b' },
}

const me: Me = {
  staff: { id: 'mem_1', name: 'Tuấn', role: 'staff', email: 'tuan@minh-an.example', departmentId: 'dep_1' },
  merchant: { slug: 'minh-an', name: 'Điện máy Minh An', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', colors },
  merchants: [{ slug: 'minh-an', name: 'Điện máy Minh An' }],
  departments: [
    { id: 'dep_1', name: 'Bảo hành', leadId: 'mem_2' },
    { id: 'dep_2', name: 'Kỹ thuật', leadId: 'mem_2' },
  ],
  staffMembers: [
    { id: 'mem_1', name: 'Tuấn', role: 'staff' },
    { id: 'mem_2', name: 'Hạnh', role: 'lead' },
  ],
  handOffReasons: [{ code: 'parts', text: 'Cần thay linh kiện' }],
  exclusions: [{ code: 'water', text: 'Máy vào nước', evidenceNeeded: true }],
  products: [{ code: 'AQ283', name: 'Tủ lạnh Aqua 283 lít' }],
}

/** Answers of the API by path, and what was sent to it. The network is the only thing that is stood in for. */
export function contextOf(
  answer: (request: Request) => Response | Promise<Response>,
  locale: 'vi' | 'en' = 'vi',
): DeskContext {
  const api = { base: 'https://camket.example', fetch: async (request: Request) => answer(request) }
  return { api, me, locale, words: locale === 'vi' ? vi : en }
}

export const row: InboxRow = {
  code: 'CK-0000-0000-0000',
  subject: 'Ngăn đá không đông, chảy nước',
  customerName: 'Nguyễn Thị Đào',
  customerType: 'consumer',
  kind: 'warranty',
  status: 'new',
  priority: 'high',
  departmentId: 'dep_1',
  filedAt: '2026-11-16T02:15:00Z',
  nextDeadline: {
    milestone: 'first_reply',
    dueAt: '2026-11-16T07:00:00Z',
    state: 'running',
    internal: false,
    warned: false,
  },
  sequence: 3,
}

export const ticket: DeskTicket = {
  code: row.code,
  merchant: 'minh-an',
  merchantName: 'Điện máy Minh An',
  kind: 'warranty',
  status: 'new',
  filedAt: row.filedAt,
  commitmentVersion: 3,
  handOffs: 0,
  remedies: [],
  timeline: [],
  subject: row.subject,
  customer: { name: 'Nguyễn Thị Đào', phone: '+84912345678', type: 'consumer' },
  product: { name: 'Aqua 283 lít', serial: 'AQ283-77120', purchasedOn: '2026-05-01' },
  coverage: { state: 'covered', reason: 'within_term', until: '2028-05-01' },
  priority: 'high',
  departmentId: 'dep_1',
  customerTickets: 4,
  locale: 'vi',
  sequence: 3,
  deadlines: [
    {
      number: 1,
      pledge: 'warranty-first-reply',
      milestone: 'first_reply',
      milestoneText: 'Trả lời đầu tiên',
      startedAt: row.filedAt,
      dueAt: '2026-11-16T07:00:00Z',
      dueText: 'trước 14:00 hôm nay',
      state: 'running',
      internal: false,
      warned: false,
    },
  ],
  facts: {},
  factNames: ['order_amount', 'failed_repairs'],
  currency: 'VND',
  messages: [
    {
      id: 'msg_1',
      from: 'customer',
      name: 'Nguyễn Thị Đào',
      text: 'Ngăn đá không đông, nước chảy ra sàn từ tối qua.',
      at: row.filedAt,
      attachments: [],
      visibility: 'public',
    },
  ],
  history: [
    {
      sequence: 1,
      at: row.filedAt,
      by: { type: 'customer' },
      event: { type: 'filed', commitmentVersion: 3 },
    },
  ],
  acts: [
    'answer',
    'note',
    'set_priority',
    'set_kind',
    'set_facts',
    'plan',
    'hand_off',
    'wait',
    'hold',
    'resolve',
  ],
  outcomes: ['repaired', 'replaced', 'declined'],
}

export const answerWith = (value: unknown, status = 200): Response => Response.json(value, { status })

export const refuseWith = (code: string, status: number, more: object = {}): Response =>
  new Response(
    JSON.stringify({ type: '', title: code, status, detail: code, code, requestId: 'req', ...more }),
    {
      status,
      headers: { 'Content-Type': 'application/problem+json' },
    },
  )

export const widgetConfig: WidgetConfig = {
  merchant: 'minh-an',
  name: 'Điện máy Minh An',
  locale: 'vi',
  locales: ['vi', 'en'],
  timeZone: 'Asia/Ho_Chi_Minh',
  colors,
  commitmentUrl: 'https://camket.example/minh-an',
  statusUrl: 'https://camket.example/minh-an/status',
  commitmentVersion: 3,
  kinds: [
    {
      kind: 'warranty',
      name: 'Bảo hành',
      title: 'Yêu cầu bảo hành',
      prompt: 'Có chuyện gì?',
      summary: '',
      pledges: [],
    },
  ],
  products: [],
  position: 'end',
  colorScheme: 'auto',
  fields: [],
  hasArticles: false,
}

export const embed: EmbedView = {
  revision: 3,
  merchant: 'minh-an',
  locale: 'vi',
  accent: '#0b5d4b',
  position: 'end',
  colorScheme: 'auto',
  kinds: ['warranty', 'support'],
  locales: ['vi', 'en'],
  fields: [
    {
      name: 'branch',
      type: 'choice',
      required: true,
      label: { vi: 'Chi nhánh', en: 'Branch' },
      choices: [
        { value: 'q1', label: { vi: 'Quận 1' } },
        { value: 'q7', label: { vi: 'Quận 7' } },
      ],
    },
  ],
  allowedOrigins: ['https://www.minh-an.example'],
  challenge: 'auto',
  turnstile: null,
  identify: null,
  snippet: '<script async src="https://camket.example/w/camket.js" data-merchant="minh-an"></script>',
}
