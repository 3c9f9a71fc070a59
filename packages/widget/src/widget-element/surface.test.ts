import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { answerQueue } from '../loader/answer-queue.ts'
import { openOnClick } from '../loader/open-on-click.ts'
import type { WidgetEvents } from '../public-api.ts'
import { button, find, settled, type } from '../testing/mount.ts'
import { answerWith, config, preview, receipt, refuseWith, ticket } from '../testing/sample.ts'
import { defineWidget, type WidgetElement } from './widget-element.ts'

let asked: Request[] = []
let answers: Record<string, (request: Request) => Response> = {}
let found = () => {}

beforeAll(() => {
  // The network is the only thing that is stood in for.
  const fetch = async (request: Request) => {
    asked.push(request.clone())
    const { pathname } = new URL(request.url)
    const end = pathname.split('/').at(-1) ?? ''
    const answer = answers[end]
    if (answer) return answer(request)
    if (end === 'widget') return answerWith(config)
    if (end === 'deadlines') return answerWith(preview)
    if (end === 'tickets') return answerWith(receipt, 201)
    return answerWith(ticket)
  }
  defineWidget(
    async () => {
      const { createPanel, ...rest } = await import('../panel.ts')
      return {
        ...rest,
        createPanel: (host, known, internals, words) =>
          Object.assign(createPanel(host, known, internals, words), { fetch }),
      }
    },
    () => found(),
    location.href,
  )
})

const first = () => document.querySelector<WidgetElement>('camket-widget')

function place(attributes: Record<string, string> = {}): WidgetElement {
  const widget = document.createElement('camket-widget') as WidgetElement
  for (const [name, value] of Object.entries({ merchant: 'minh-an', locale: 'vi', ...attributes })) {
    widget.setAttribute(name, value)
  }
  document.body.append(widget)
  return widget
}

/** Every event of the widget from now on, by name. */
function heard(widget: WidgetElement, ...names: (keyof WidgetEvents)[]): [string, unknown][] {
  const told: [string, unknown][] = []
  for (const name of names) widget.on(name, (detail) => told.push([name, detail]))
  return told
}

const formOf = (widget: WidgetElement) => find(find(widget, 'camket-panel'), 'camket-request-form')

afterEach(() => {
  for (const widget of document.querySelectorAll('camket-widget')) (widget as WidgetElement).destroy()
  document.body.replaceChildren()
  localStorage.clear()
  asked = []
  answers = {}
})

describe('events', () => {
  test('tell that it is wanted, open, where it is, and shut; they cross shadow roots', async () => {
    const around = document.createElement('div')
    const widget = document.createElement('camket-widget') as WidgetElement
    widget.setAttribute('merchant', 'minh-an')
    around.attachShadow({ mode: 'open' }).append(widget)
    const names: string[] = []
    const note = (event: Event) => names.push(event.type)
    for (const name of ['ready', 'open-request', 'open', 'view', 'close']) {
      document.addEventListener(`camket:${name}`, note)
    }
    document.body.append(around)
    await widget.open({ kind: 'warranty' })
    widget.close()
    for (const name of ['ready', 'open-request', 'open', 'view', 'close']) {
      document.removeEventListener(`camket:${name}`, note)
    }
    expect(names).toEqual([
      'camket:ready',
      'camket:open-request',
      'camket:open',
      'camket:view',
      'camket:close',
    ])
  })

  test('say by whom it is wanted, and keep it shut when that is prevented', async () => {
    const widget = place()
    const told = heard(widget, 'open-request', 'open')
    widget.addEventListener('camket:open-request', (event) => event.preventDefault(), { once: true })
    find(widget, 'button').click()
    await settled(widget)
    expect(told).toEqual([['open-request', { by: 'launcher' }]])
    await widget.open({ kind: 'support' })
    expect(told.slice(1)).toEqual([
      ['open-request', { by: 'call', kind: 'support' }],
      ['open', null],
    ])
  })

  test('name the fields that were filled in wrongly, not what was written in them', async () => {
    const widget = place()
    await widget.open({ kind: 'support' })
    const told = heard(widget, 'validation-error')
    type(formOf(widget), '#email', 'secret@')
    find(formOf(widget), '.btn.primary').click()
    await settled(widget)
    expect(told).toEqual([['validation-error', { kind: 'support', fields: ['message', 'name', 'email'] }]])
  })

  test('can keep a request from being sent, and tell its code and deadlines when it was', async () => {
    const widget = place()
    await widget.open({ kind: 'support', prefill: { message: 'Máy kêu', name: 'Đào', phone: '0912345678' } })
    const told = heard(widget, 'submit', 'submitted')
    widget.addEventListener('camket:submit', (event) => event.preventDefault(), { once: true })
    find(formOf(widget), '.btn.primary').click()
    await settled(widget)
    expect(asked.filter(({ url }) => url.endsWith('/tickets'))).toEqual([])
    find(formOf(widget), '.btn.primary').click()
    await expect.poll(() => told.length).toBe(3)
    expect(told[2]).toEqual([
      'submitted',
      { code: receipt.code, kind: 'support', deadlines: receipt.deadlines },
    ])
    expect(JSON.stringify(told)).not.toContain(receipt.key)
  })

  test('say why it could not be opened', async () => {
    answers.widget = () => refuseWith('origin_not_allowed', 403)
    const widget = place()
    const told = heard(widget, 'error')
    await widget.open()
    expect(told).toEqual([['error', { code: 'origin_not_allowed', during: 'open' }]])
  })

  test('end when the listener is taken off', async () => {
    const widget = place()
    let opened = 0
    const off = widget.on('open', () => opened++)
    await widget.open()
    off()
    widget.close()
    await widget.open()
    expect(opened).toBe(1)
  })
})

describe('states and attributes', () => {
  test('open is an attribute and a state, whoever opens it', async () => {
    const widget = place({ open: '' })
    await expect.poll(() => widget.matches(':state(open)')).toBe(true)
    widget.removeAttribute('open')
    expect(widget.matches(':state(open)')).toBe(false)
    widget.setAttribute('open', '')
    await expect.poll(() => widget.matches(':state(open)')).toBe(true)
    widget.close()
    expect(widget.hasAttribute('open')).toBe(false)
  })

  test('offline and submitting are states', async () => {
    const widget = place()
    await widget.open({ kind: 'support', prefill: { message: 'x', name: 'Đào', phone: '0912345678' } })
    answers.tickets = () => refuseWith('unavailable', 503)
    find(formOf(widget), '.btn.primary').click()
    await expect.poll(() => widget.matches(':state(submitting)')).toBe(true)
    expect(widget.matches(':state(offline)')).toBe(!navigator.onLine)
  })

  test('kinds, kind and heading say what is offered, what comes first, and above it', async () => {
    const widget = place({ kinds: 'complaint, support', heading: 'Nói với chúng tôi' })
    await widget.open()
    const choice = find(widget, 'camket-panel')
    expect(choice.shadowRoot?.querySelectorAll('.choice')).toHaveLength(2)
    expect(find(find(widget, 'camket-panel'), '#heading').textContent).toBe('Nói với chúng tôi')
    widget.destroy()
    const other = place({ kind: 'warranty' })
    await other.open()
    expect(find(find(other, 'camket-panel'), '#heading').textContent).toBe('Yêu cầu bảo hành')
  })

  test('a colour scheme that the page says holds against the reader’s', async () => {
    const widget = place({ 'color-scheme': 'dark' })
    await widget.open()
    const panel = find(widget, 'camket-panel')
    expect(getComputedStyle(panel).getPropertyValue('--paper')).toBe('#1a1d1f')
    expect(getComputedStyle(panel).colorScheme).toBe('dark')
  })

  test('another language is spoken as soon as the page says so', async () => {
    const widget = place()
    await widget.open()
    answers.widget = () => answerWith({ ...config, locale: 'en' })
    widget.setAttribute('locale', 'en')
    await expect
      .poll(() => widget.shadowRoot?.querySelector('camket-panel')?.shadowRoot?.textContent)
      .toContain('How can')
    expect(widget.shadowRoot?.querySelectorAll('camket-panel')).toHaveLength(1)
  })

  test('without a launcher it opens by call, and the launcher is in the tab order of nobody', async () => {
    const widget = place({ launcher: 'none' })
    expect(find(widget, 'button').checkVisibility()).toBe(false)
    await widget.open()
    expect(widget.matches(':state(open)')).toBe(true)
  })
})

describe('calls', () => {
  test('are kept until there is an element, and answered', async () => {
    window.camket = Object.assign(() => {}, { q: [['open', { kind: 'warranty' }]] as unknown[][] })
    found = answerQueue(first)
    const unknown = window.camket
    unknown('prefill', { name: 'Đào' })
    const widget = place()
    found = () => {}
    await expect.poll(() => widget.matches(':state(open)')).toBe(true)
    await expect
      .poll(() => formOf(widget).shadowRoot?.querySelector<HTMLInputElement>('#name')?.value)
      .toBe('Đào')
    let ready = false
    await window.camket('ready', () => {
      ready = true
    })
    expect(ready).toBe(true)
    const off = window.camket('on', 'close', () => {}) as () => void
    expect(off).toBeTypeOf('function')
  })

  test('prefill fills only what nobody has written', async () => {
    const widget = place()
    await widget.open({ kind: 'support' })
    type(formOf(widget), '#name', 'Lan')
    widget.prefill({ name: 'Đào', email: 'dao@k.example' })
    await settled(widget)
    const value = (name: string) => find<HTMLInputElement>(formOf(widget), `#${name}`).value
    expect([value('name'), value('email')]).toEqual(['Lan', 'dao@k.example'])
  })

  test('submit files once under one key, tells the deadlines, and sends what the page has set', async () => {
    const widget = place()
    let tries = 0
    answers.tickets = () => (tries++ === 0 ? refuseWith('unavailable', 503) : answerWith(receipt, 201))
    widget.set({ plan: 'gold' })
    const filed = await widget.submit({
      kind: 'support',
      message: 'Máy kêu\nto lắm',
      customer: { name: 'Đào', phone: '0912345678' },
    })
    expect(filed).toEqual({ code: receipt.code, deadlines: receipt.deadlines })
    const sent = asked.filter(({ url }) => url.endsWith('/tickets'))
    expect(sent).toHaveLength(2)
    expect(new Set(sent.map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1)
    expect(await sent[1]?.json()).toMatchObject({
      kind: 'support',
      subject: 'Máy kêu',
      fields: { plan: 'gold' },
      channel: 'widget',
    })
    expect(widget.matches(':state(open)')).toBe(false)
  })

  test('submit rejects with the problem’s code when the request is refused', async () => {
    const widget = place()
    const told = heard(widget, 'error')
    answers.tickets = () => refuseWith('invalid_body', 422)
    const submitting = widget.submit({ kind: 'support', message: 'x', customer: { name: 'Đào' } })
    await expect(submitting).rejects.toMatchObject({ code: 'invalid_body' })
    expect(told).toEqual([['error', { code: 'invalid_body', during: 'submit' }]])
  })

  describe('a submit that another page left unanswered', () => {
    const leave = (startedAt: Date) => {
      const body = {
        kind: 'support',
        subject: 'Máy kêu',
        message: 'x',
        locale: 'vi',
        customer: { name: 'Đào' },
      }
      const submits = [{ idempotencyKey: '1-2-3-4', body, startedAt }]
      localStorage.setItem('camket:minh-an:submits', JSON.stringify(submits))
      localStorage.setItem('camket:minh-an:requests', '[]')
    }

    test('goes on at the next page, word for word, and is told', async () => {
      leave(new Date())
      const widget = place({ loading: 'eager' })
      const told = heard(widget, 'submitted')
      await expect.poll(() => told).toHaveLength(1)
      const sent = asked.filter(({ url }) => url.endsWith('/tickets'))
      expect(sent.map(({ headers }) => headers.get('Idempotency-Key'))).toEqual(['1-2-3-4'])
      expect(await sent[0]?.json()).toMatchObject({ subject: 'Máy kêu', customer: { name: 'Đào' } })
      expect(localStorage.getItem('camket:minh-an:submits')).toBeNull()
      expect(localStorage.getItem('camket:minh-an:requests')).toContain(receipt.code)
    })

    test('is dropped, and told as an error, when the server may have forgotten its key', async () => {
      leave(new Date(Date.now() - 23 * 3_600_000))
      const widget = place({ loading: 'eager' })
      const told = heard(widget, 'error')
      await expect.poll(() => told).toEqual([['error', { code: 'unreachable', during: 'submit' }]])
      expect(localStorage.getItem('camket:minh-an:submits')).toBeNull()
      expect(asked.filter(({ url }) => url.endsWith('/tickets'))).toEqual([])
    })
  })

  test('submit is kept on the device until it is answered, each of several', async () => {
    const widget = place()
    answers.tickets = () => refuseWith('unavailable', 503)
    const request = { kind: 'support', message: 'x', customer: { name: 'Đào', phone: '0912345678' } } as const
    const filing = Promise.all([widget.submit(request), widget.submit({ ...request, message: 'y' })])
    const stored = () => JSON.parse(localStorage.getItem('camket:minh-an:submits') ?? '[]')
    await expect
      .poll(() => stored().map(({ body }: { body: { message: string } }) => body.message))
      .toEqual(['x', 'y'])
    expect(localStorage.getItem('camket:minh-an:requests')).toBe('[]')
    dispatchEvent(new Event('online'))
    let made = 0
    answers.tickets = () => answerWith({ ...receipt, code: `CK-${++made}` }, 201)
    await filing
    expect(made).toBe(2)
    expect(stored()).toEqual([])
  })

  test('submit keeps nothing on the device before that is allowed', async () => {
    const widget = place({ merchant: 'asks-first', consent: 'required' })
    answers.tickets = () => {
      expect(localStorage).toHaveLength(0)
      return answerWith(receipt, 201)
    }
    await widget.submit({ kind: 'support', message: 'x', customer: { name: 'Đào', phone: '0912345678' } })
    expect(localStorage).toHaveLength(0)
  })

  test('track shows a request and keeps it for the list', async () => {
    const widget = place()
    expect(await widget.track(ticket.code, 'key')).toMatchObject({ code: ticket.code, status: 'open' })
    await expect
      .poll(() => find(widget, 'camket-panel').shadowRoot?.querySelector('camket-ticket-view'))
      .toBeTruthy()
    expect(localStorage.getItem('camket:minh-an:requests')).toContain(ticket.code)
  })

  test('attach puts a file with the request that is being written', async () => {
    const widget = place()
    answers.attachments = () =>
      answerWith({ id: 'att_1', name: 'log.pdf', size: 3, type: 'application/pdf' }, 201)
    const file = new File(['abc'], 'log.pdf', { type: 'application/pdf' })
    expect(await widget.attach(file)).toEqual({
      id: 'att_1',
      name: 'log.pdf',
      size: 3,
      type: 'application/pdf',
    })
    await widget.open({ kind: 'support' })
    await settled(widget)
    expect(find(formOf(widget), 'camket-photo-picker').shadowRoot?.textContent).toContain('log.pdf')
  })

  test('logout forgets what the page has told, and identify keeps nothing on the device', async () => {
    const widget = place()
    widget.identify({ token: 'a.b.c' })
    widget.prefill({ name: 'Đào' })
    expect(localStorage.length + sessionStorage.length + document.cookie.length).toBe(0)
    widget.logout()
    await widget.open({ kind: 'support' })
    expect(find<HTMLInputElement>(formOf(widget), '#name').value).toBe('')
  })

  test('destroy takes it away with all that listens', async () => {
    const widget = place()
    await widget.open()
    widget.destroy()
    expect(document.querySelector('camket-widget')).toBeNull()
    let heardKeys = 0
    const listen = () => heardKeys++
    document.addEventListener('keydown', listen, true)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    document.removeEventListener('keydown', listen, true)
    expect(heardKeys).toBe(1)
  })
})

describe('buttons and links of the page', () => {
  beforeAll(() => openOnClick(first))

  test.each(['button', 'a'] as const)('a %s that came later opens the form it names', async (tag) => {
    const widget = place()
    const opener = document.createElement(tag)
    opener.dataset.camketOpen = 'warranty'
    if (opener instanceof HTMLAnchorElement) opener.href = '#leads-to-the-portal'
    opener.append(document.createElement('b'))
    document.body.append(opener)
    opener.focus()
    ;(opener.firstChild as HTMLElement).click()
    await expect
      .poll(
        () =>
          widget.shadowRoot?.querySelector('camket-panel')?.shadowRoot?.querySelector('#heading')
            ?.textContent,
      )
      .toBe('Yêu cầu bảo hành')
    expect(location.hash).toBe('')
    widget.close()
    await settled(widget)
    expect(document.activeElement).toBe(opener)
  })

  test('a button can open the list of requests', async () => {
    const widget = place()
    const opener = document.createElement('button')
    opener.dataset.camketOpen = 'requests'
    document.body.append(opener)
    opener.click()
    await expect
      .poll(() =>
        widget.shadowRoot?.querySelector('camket-panel')?.shadowRoot?.querySelector('camket-request-list'),
      )
      .toBeTruthy()
    expect(button(find(widget, 'camket-panel'), 'Quay lại')).toBeTruthy()
  })
})

describe('a customer whom the page vouches for', () => {
  const mine = {
    customer: { name: 'Nguyễn Thị Đào', email: 'dao@k.example' },
    tickets: [
      {
        code: ticket.code,
        kind: 'warranty',
        subject: 'Từ máy khác',
        status: 'open',
        filedAt: receipt.filedAt,
      },
    ],
  }
  const isMine = ({ url }: Request) => url.includes('/my/tickets')

  test('sees requests of other devices, and is not asked who they are', async () => {
    answers.tickets = (request) => (isMine(request) ? answerWith(mine) : answerWith(receipt, 201))
    const widget = place()
    widget.identify({ token: async () => 'a.b.c' })
    await widget.open()
    const panel = find(widget, 'camket-panel')
    await expect.poll(() => panel.shadowRoot?.textContent).toContain('Yêu cầu của tôi (1)')
    expect(asked.find(isMine)?.headers.get('Authorization')).toBe('Bearer a.b.c')
    await widget.open({ kind: 'support' })
    await expect.poll(() => find<HTMLInputElement>(formOf(widget), '#email').value).toBe('dao@k.example')
    await widget.open({ view: 'requests' })
    await expect
      .poll(() => panel.shadowRoot?.querySelector('camket-request-list')?.shadowRoot?.textContent)
      .toContain('Từ máy khác')
    expect(localStorage.getItem('camket:minh-an:requests')).toBeNull()
  })

  test('leaves nothing on the device by which another could read what they have filed', async () => {
    answers.tickets = (request) => (isMine(request) ? answerWith(mine) : answerWith(receipt, 201))
    const widget = place()
    widget.identify({ token: async () => 'a.b.c' })
    await widget.submit({ kind: 'support', message: 'Bí mật', customer: { name: 'Đào' } })
    const kept = localStorage.getItem('camket:minh-an:requests') ?? ''
    expect(kept).toContain(receipt.code)
    expect(kept).not.toMatch(/Bí mật|key-of/)
    widget.logout()
    await widget.open({ view: 'requests' })
    await expect
      .poll(
        () =>
          find(widget, 'camket-panel').shadowRoot?.querySelector('camket-request-list')?.shadowRoot
            ?.textContent,
      )
      .toContain('Chưa có yêu cầu nào')
  })

  test('is told to the page when the token is no longer taken', async () => {
    answers.tickets = () => refuseWith('token_expired', 401)
    const widget = place()
    const told = heard(widget, 'token-expired', 'error')
    widget.identify({ token: 'a.b.c' })
    await widget.open()
    await expect
      .poll(() => told)
      .toEqual([
        ['token-expired', null],
        ['error', { code: 'token_expired', during: 'identify' }],
      ])
  })
})

describe('an answer that was not seen', () => {
  test('is a badge, a state and an event, until it is looked at', async () => {
    const kept = {
      code: ticket.code,
      key: 'k',
      kind: 'support',
      subject: 'x',
      filedAt: '2026-11-23T00:00:00Z',
    }
    localStorage.setItem('camket:minh-an:requests', JSON.stringify([kept]))
    answers.unread = () =>
      answerWith({ tickets: [{ code: ticket.code, status: 'open', staffAt: '2026-11-23T01:00:00Z' }] })
    const widget = place({ loading: 'eager' })
    const told = heard(widget, 'unread')
    await expect.poll(() => find(widget, '[part=badge]').textContent).toBe('1')
    expect(widget.matches(':state(has-unread)')).toBe(true)
    await widget.track(ticket.code, 'k')
    await expect.poll(() => localStorage.getItem('camket:minh-an:requests')).toContain('seenAt')
    widget.close()
    await expect.poll(() => widget.matches(':state(has-unread)')).toBe(false)
    expect(told).toEqual([
      ['unread', { count: 1 }],
      ['unread', { count: 0 }],
    ])
  })
})

describe('consent', () => {
  test('nothing is kept on this device before it is given, and it can be given in the form', async () => {
    const widget = place({ consent: 'required' })
    await widget.open({ kind: 'support' })
    type(formOf(widget), '#message', 'Máy kêu')
    await settled(widget)
    expect(localStorage.length).toBe(0)
    find(formOf(widget), '.consent input').click()
    await settled(widget)
    expect(localStorage.getItem('camket:minh-an:draft')).toContain('Máy kêu')
    expect(widget.getAttribute('consent')).toBe('given')
  })

  test('what is sent before it is given is not said to be kept', async () => {
    answers.tickets = () => refuseWith('unavailable', 503)
    const prefill = { message: 'x', name: 'Đào', phone: '0912345678' }
    const said = async (attributes: Record<string, string>) => {
      const widget = place(attributes)
      await widget.open({ kind: 'support', prefill })
      find(formOf(widget), '.btn.primary').click()
      await expect.poll(() => formOf(widget).shadowRoot?.querySelector('.notice.held')).toBeTruthy()
      const text = find(formOf(widget), '.notice.held').textContent
      widget.destroy()
      return text
    }
    expect(await said({ consent: 'required' })).toContain('Không giữ được trên máy này')
    localStorage.clear()
    expect(await said({})).toContain('Đã lưu trên máy này')
  })
})
