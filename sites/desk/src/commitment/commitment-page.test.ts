import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mount, settled, violations } from '../testing/mount.ts'
import { answerWith, contextOf, refuseWith } from '../testing/sample.ts'
import type { CommitmentPage } from './commitment-page.ts'
import './register-commitment.ts'
import type { Work } from './editor.ts'

const shift = ['08:00-12:00', '13:30-17:30']
const document_ = {
  title: { vi: 'Cam kết', en: 'Commitment' },
  summary: { vi: 'Lời mở đầu', en: 'Opening' },
  languages: ['vi', 'en'],
  currency: 'VND',
  calendars: {
    shop: { timeZone: 'Asia/Ho_Chi_Minh', week: { mon: shift, tue: [] }, dates: { '2099-09-02': [] } },
  },
  qualityStatements: [],
  pledges: [
    {
      id: 'first-reply',
      for: {},
      milestone: 'first_reply',
      within: { amount: 4, unit: 'working_hour' },
      calendar: 'shop',
    },
  ],
  worstCases: [],
  exclusions: [],
  partnerTerms: [],
  escalation: [],
  legalBasis: [],
}
const view = {
  document: document_,
  internalPledges: [],
  revision: 3,
  basedOnVersion: 2,
  updatedAt: '2026-11-25T02:00:00Z',
  updatedBy: 'Hạnh',
  faults: [] as { pointer: string; code: string; message: string }[],
}

type Saved = Work & { revision: number }
let saved: Saved[]

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  saved = []
})

afterEach(() => {
  document.body.replaceChildren()
})

/** The page over an API that answers with this draft, and says of what is saved what `faultsOf` says. */
async function open(
  {
    draft = view,
    faultsOf = () => [],
    refuse,
    role = 'owner',
    part = 'pledges',
  }: {
    draft?: typeof view
    faultsOf?: (saved: Saved) => typeof view.faults
    refuse?: () => Response | undefined
    role?: 'owner' | 'read_only'
    part?: string
  } = {},
  locale: 'vi' | 'en' = 'vi',
): Promise<CommitmentPage> {
  sessionStorage.setItem('camket-desk-commitment-part', part)
  const context = contextOf(async (request) => {
    if (request.method === 'GET') return answerWith(draft)
    const body = (await request.json()) as Saved
    const refused = refuse?.()
    if (refused) return refused
    saved.push(body)
    const { revision } = body
    return answerWith({
      revision: revision + 1,
      basedOnVersion: 2,
      updatedAt: '2026-11-25T03:00:00Z',
      faults: faultsOf(body),
    })
  }, locale)
  const me = { ...context.me, staff: { ...context.me.staff, role } }
  const page = await mount<CommitmentPage>('camket-commitment', { context: { ...context, me } })
  await expect.poll(() => page.querySelector('.editor')).not.toBeNull()
  return page
}

const labelled = <T extends HTMLElement = HTMLInputElement>(page: HTMLElement, label: string): T => {
  const found = [...page.querySelectorAll('label')].find(
    (one) =>
      one.textContent?.trim() === label && (one.htmlFor === '' || page.querySelector(`#${one.htmlFor}`)),
  )
  const control = found?.htmlFor ? page.querySelector(`#${found.htmlFor}`) : found?.querySelector('input')
  if (!control) throw new Error(`Nothing is labelled ${label}`)
  return control as T
}

const button = (page: HTMLElement, name: string | RegExp): HTMLElement => {
  const named = (one: Element) => (one.getAttribute('aria-label') ?? one.textContent ?? '').trim()
  const found = [...page.querySelectorAll<HTMLElement>('button, wa-button')].find((one) =>
    typeof name === 'string' ? named(one) === name : name.test(named(one)),
  )
  if (!found) throw new Error(`There is no button ${name}`)
  return found
}

async function type(page: CommitmentPage, control: HTMLInputElement | HTMLSelectElement, value: string) {
  control.value = value
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
  await settled(page)
}

describe('a pledge', () => {
  test('is read as a sentence in both languages while it is typed', async () => {
    const page = await open()
    const live = () => page.querySelector('.live')?.textContent?.replaceAll(/\s+/g, ' ') ?? ''
    expect(live()).toContain('4 giờ làm việc')
    await type(
      page,
      page.querySelector<HTMLInputElement>(
        '[data-pointer="/document/pledges/0/within/amount"]',
      ) as HTMLInputElement,
      '2',
    )
    expect(live()).toContain('2 giờ làm việc')
    expect(live()).toContain('2 working hours')
    await expect.poll(() => saved.at(-1)?.document).toMatchObject({ pledges: [{ within: { amount: 2 } }] })
  })

  test('can owe a sum, typed in the units of the currency and kept in its smallest', async () => {
    const page = await open()
    labelled(page, 'Trễ thì đền').click()
    await settled(page)
    await type(page, labelled(page, 'Số tiền (VND)'), '50 000')
    await expect
      .poll(() => saved.at(-1)?.document)
      .toMatchObject({
        pledges: [{ remedy: { choice: [{ type: 'money', value: { amount: 50_000, currency: 'VND' } }] } }],
      })
  })

  test('keeps what is no number, so that nothing typed is lost', async () => {
    const page = await open()
    const amount = page.querySelector<HTMLInputElement>('[data-pointer="/document/pledges/0/within/amount"]')
    await type(page, amount as HTMLInputElement, 'bốn')
    await expect
      .poll(() => saved.at(-1)?.document)
      .toMatchObject({ pledges: [{ within: { amount: 'bốn' } }] })
  })

  test('that is added has an id of its own, and the focus', async () => {
    const page = await open()
    button(page, 'Thêm cam kết').click()
    await settled(page)
    await expect
      .poll(() => document.activeElement?.closest('details')?.dataset.pointer)
      .toBe('/document/pledges/1')
    await expect
      .poll(() => saved.at(-1)?.document)
      .toMatchObject({ pledges: [{ id: 'first-reply' }, { id: 'pledge-2', calendar: 'shop' }] })
  })

  test('that was removed comes back', async () => {
    const page = await open()
    button(page, /^Xóa:/).click()
    await settled(page)
    expect(page.querySelectorAll('.items > .item')).toHaveLength(0)
    button(page, 'Hoàn tác').click()
    await settled(page)
    expect(page.querySelectorAll('.items > .item')).toHaveLength(1)
    await expect.poll(() => saved.at(-1)?.document).toEqual(document_)
  })
})

describe('a calendar', () => {
  test('takes several windows a day, and copies them to the days after', async () => {
    const page = await open({ part: 'calendars' })
    button(page, 'Thêm giờ: Thứ Ba').click()
    await settled(page)
    button(page, 'Chép cho các ngày làm việc sau: Thứ Hai').click()
    await settled(page)
    await expect
      .poll(() => (saved.at(-1)?.document.calendars as typeof document_.calendars)?.shop.week)
      .toEqual({ mon: shift, tue: shift, wed: shift, thu: shift, fri: shift, sat: [], sun: [] })
  })

  test('says when hours run over midnight, and knows the end of the day', async () => {
    const page = await open({ part: 'calendars' })
    const inputs = () => [...page.querySelectorAll<HTMLInputElement>('.day input[type=time]')]
    await type(page, inputs()[3] as HTMLInputElement, '02:00')
    expect(page.querySelector('.day')?.textContent).toContain('hôm sau')
    await type(page, inputs()[3] as HTMLInputElement, '00:00')
    expect(page.querySelector('.day')?.textContent).not.toContain('hôm sau')
    await expect
      .poll(() => (saved.at(-1)?.document.calendars as typeof document_.calendars)?.shop.week.mon)
      .toEqual(['08:00-12:00', '13:30-24:00'])
  })

  test('takes days off and worked swap days, and shows them in the next four weeks', async () => {
    const page = await open({ part: 'calendars' })
    const today = new Date().toISOString().slice(0, 10)
    const add = async (as: string) => {
      const group = page.querySelector('.add-dates')
      const field = (name: string) =>
        group?.querySelector<HTMLInputElement>(`[name=${name}]`) as HTMLInputElement
      field('from').value = today
      field('as').value = as
      button(page, 'Thêm ngày').click()
      await settled(page)
    }
    await add('mon')
    const dates = () => (saved.at(-1)?.document.calendars as typeof document_.calendars)?.shop.dates
    await expect.poll(dates).toEqual({ [today]: shift, '2099-09-02': [] })
    await add('closed')
    await expect.poll(dates).toEqual({ [today]: [], '2099-09-02': [] })
    expect(page.querySelectorAll('.weeks .is-exception.is-closed')).toHaveLength(1)
    expect(page.querySelectorAll('.weeks li')).toHaveLength(28)
  })

  test('takes the days off of a calendar file, but those that are left out', async () => {
    const page = await open({ part: 'calendars' })
    const file = new DataTransfer()
    const days = ['20990101', '20990102'].map(
      (day) =>
        `BEGIN:VEVENT\r\nUID:${day}\r\nDTSTART;VALUE=DATE:${day}\r\nRRULE:FREQ=YEARLY;COUNT=1\r\nSUMMARY:Tết ${day}\r\nEND:VEVENT\r\n`,
    )
    const soon = days.join('').replaceAll('2099', String(new Date().getFullYear() + 1))
    file.items.add(new File([`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${soon}END:VCALENDAR\r\n`], 'tet.ics'))
    const input = labelled(page, 'Nhập từ tệp lịch (.ics)')
    input.files = file.files
    input.dispatchEvent(new Event('change'))
    await expect.poll(() => page.querySelectorAll('.feasts li')).toHaveLength(2)
    page.querySelectorAll<HTMLInputElement>('.feasts input')[1]?.click()
    await settled(page)
    button(page, 'Thêm 1 ngày nghỉ').click()
    await expect
      .poll(() =>
        Object.keys((saved.at(-1)?.document.calendars as typeof document_.calendars)?.shop.dates ?? {}),
      )
      .toEqual([`${new Date().getFullYear() + 1}-01-01`, '2099-09-02'])
  })

  test('that gets another name takes its pledges along', async () => {
    const page = await open({ part: 'calendars' })
    await type(page, labelled(page, 'Tên lịch'), 'service')
    await expect
      .poll(() => saved.at(-1)?.document)
      .toMatchObject({
        calendars: { service: { timeZone: 'Asia/Ho_Chi_Minh' } },
        pledges: [{ calendar: 'service' }],
      })
  })
})

describe('faults', () => {
  const faults = [
    { pointer: '/document/pledges/0/within/amount', code: 'too_small', message: 'Too small' },
    { pointer: '/document/summary/en', code: 'text_missing', message: 'Write this' },
    { pointer: '/document/calendars/shop', code: 'calendar_never_open', message: 'Never' },
  ]

  test('stand beside their fields, and the list leads to them', async () => {
    const page = await open({ draft: { ...view, faults } })
    const amount = page.querySelector('[data-pointer="/document/pledges/0/within/amount"]')
    expect(amount?.getAttribute('aria-invalid')).toBe('true')
    const fault = page.querySelector(`#${amount?.getAttribute('aria-describedby')}`)
    expect(fault?.textContent).toBe('Còn thiếu hoặc quá nhỏ.')
    button(page, /^Lời mở đầu/).click()
    await settled(page)
    await expect.poll(() => document.activeElement?.getAttribute('data-pointer')).toBe('/document/summary/en')
    button(page, /^Cam kết 1/).click()
    await expect
      .poll(() => document.activeElement?.getAttribute('data-pointer'))
      .toBe('/document/pledges/0/within/amount')
  })

  test('of what is saved are told once it is saved, and keep it from being published', async () => {
    const page = await open({ faultsOf: () => faults.slice(0, 1) })
    const publish = () => page.querySelector<HTMLElement & { disabled: boolean }>('.editor-bar wa-button')
    expect(publish()?.disabled).toBe(false)
    await type(
      page,
      page.querySelector('[data-pointer="/document/pledges/0/id"]') as HTMLInputElement,
      'reply',
    )
    await expect.poll(() => page.querySelectorAll('.editor-faults li')).toHaveLength(1)
    expect(publish()?.disabled).toBe(true)
  })
})

describe('nothing written is lost', () => {
  const write = (page: CommitmentPage, id: string) =>
    type(page, page.querySelector('[data-pointer="/document/pledges/0/id"]') as HTMLInputElement, id)

  test('when there is no network: it is kept on the device, and sent by the next visit', async () => {
    const page = await open({ refuse: () => refuseWith('unavailable', 503) })
    await write(page, 'offline')
    await expect.poll(() => page.querySelector('.bar-state')?.textContent).toContain('giữ trên máy này')
    page.remove()
    const again = await open()
    expect(again.querySelector<HTMLInputElement>('[data-pointer="/document/pledges/0/id"]')?.value).toBe(
      'offline',
    )
    await expect.poll(() => saved.at(-1)?.document).toMatchObject({ pledges: [{ id: 'offline' }] })
    await expect.poll(() => localStorage.length).toBe(0)
  })

  test('when somebody else saved: it stays, and one of the two is chosen', async () => {
    let isTaken = true
    const refuse = () => {
      if (!isTaken) return undefined
      const problem = { type: '', title: '', status: 409, detail: '', code: 'draft_changed', requestId: 'r' }
      const changed = { revision: 4, by: 'Hạnh', at: '2026-11-25T03:00:00Z' }
      return new Response(JSON.stringify({ ...problem, changed }), {
        status: 409,
        headers: { 'Content-Type': 'application/problem+json' },
      })
    }
    const page = await open({ refuse })
    await write(page, 'mine')
    await expect.poll(() => page.querySelector('[role=alert]')?.textContent).toContain('Hạnh đã lưu')
    expect(page.querySelector<HTMLInputElement>('[data-pointer="/document/pledges/0/id"]')?.value).toBe(
      'mine',
    )
    isTaken = false
    button(page, 'Lưu bản của tôi đè lên').click()
    await expect.poll(() => saved.at(-1)?.document).toMatchObject({ pledges: [{ id: 'mine' }] })
    expect(saved.at(-1)?.revision).toBe(3)
  })
})

test('who may only look changes nothing', async () => {
  const page = await open({ role: 'read_only' })
  expect(page.querySelector('.editor-bar')).toBeNull()
  const inputs = [...page.querySelectorAll<HTMLInputElement>('.editor-part :is(input, select, textarea)')]
  expect(inputs.length).toBeGreaterThan(5)
  expect(inputs.every(({ disabled }) => disabled)).toBe(true)
})

test.each(['basics', 'calendars', 'pledges', 'internal', 'texts', 'preview', 'compare', 'lookBack'])(
  'the part %s can be used with a screen reader',
  async (part) => {
    const page = await open({ part })
    for (const fold of page.querySelectorAll('details')) fold.open = true
    await settled(page)
    expect(await violations(page)).toEqual([])
  },
)
