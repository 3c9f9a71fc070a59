import type { EmbedView, SaveEmbedInput } from '@camket/contracts'
import { beforeEach, describe, expect, test } from 'vitest'
import './register-embed.ts'
import { mount, settled, violations } from '../testing/mount.ts'
import { answerWith, contextOf, embed, refuseWith, widgetConfig } from '../testing/sample.ts'
import type { EmbedPage } from './embed-page.ts'

beforeEach(() => sessionStorage.clear())

type Answer = (request: Request) => Response | undefined | Promise<Response | undefined>

/** The page over a network that keeps what is saved, unless `answer` says otherwise. */
async function open(answer: Answer = () => undefined, locale: 'vi' | 'en' = 'vi') {
  let stored: EmbedView = embed
  const sent: SaveEmbedInput[] = []
  const context = contextOf(async (request) => {
    const own = await answer(request)
    if (own) return own
    if (request.url.includes('/preview')) return answerWith(widgetConfig)
    if (request.method !== 'PUT') return answerWith(stored)
    const body = (await request.json()) as SaveEmbedInput
    sent.push(body)
    stored = { ...embed, accent: body.accent, fields: body.fields as EmbedView['fields'], revision: 4 }
    return answerWith(stored)
  }, locale)
  const page = await mount<EmbedPage>('camket-embed', { context })
  await settled(page)
  const type = async (selector: string, value: string) => {
    const input = page.querySelector<HTMLInputElement>(selector)
    if (!input) throw new Error(`There is no ${selector}`)
    input.value = value
    input.dispatchEvent(new Event('input'))
    input.dispatchEvent(new Event('change'))
    await settled(page)
  }
  const press = async (text: string) => {
    const found = [...page.querySelectorAll<HTMLElement>('wa-button, button')].find((one) =>
      one.textContent?.includes(text),
    )
    if (!found) throw new Error(`There is no button "${text}"`)
    found.click()
    await settled(page)
  }
  const save = async () => {
    page.querySelector('form')?.requestSubmit()
    await settled(page)
  }
  return { page, sent, type, press, save }
}

describe('the page on which a widget is set up', () => {
  test.each(['vi', 'en'] as const)('is accessible in %s, with every kind of field open', async (locale) => {
    const { page, press, type } = await open(undefined, locale)
    await press(locale === 'vi' ? 'Thêm ô' : 'Add a field')
    for (const kind of ['number', 'date', 'file', 'choice']) {
      await type('#field-1-type', kind)
      expect(await violations(page)).toEqual([])
    }
  })

  test('shows the snippet, and saves what was changed with the revision that it was changed from', async () => {
    const { page, sent, type, press, save } = await open()
    expect(page.querySelector('camket-copy code')?.textContent).toBe(embed.snippet)
    await type('#embed-accent', '#aa3300')
    await type('#embed-origins', ' https://a.example \n\nb.example')
    await press('Thêm ô')
    await type('#field-1-label-vi', 'Số tầng')
    await type('#field-1-type', 'number')
    await type('#field-1-max', '60')
    await save()
    expect(sent).toMatchObject([
      {
        revision: 3,
        accent: '#aa3300',
        allowedOrigins: ['https://a.example', 'b.example'],
        fields: [
          embed.fields[0],
          { type: 'number', name: 'so_tang', label: { vi: 'Số tầng' }, required: false, max: 60 },
        ],
      },
    ])
    expect(page.querySelector('.save-bar')?.textContent).toContain('Đã lưu.')
  })

  test('keeps what was typed over a reload, but no secret', async () => {
    const first = await open()
    await first.type('#embed-accent', '#123456')
    await first.page.querySelector<HTMLInputElement>('#embed-abuse ~ .grid .check input')?.click()
    await settled(first.page)
    await first.type('#embed-secret', 'hush')
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('hush')
    const second = await open()
    expect(second.page.querySelector<HTMLInputElement>('#embed-accent')?.value).toBe('#123456')
    await second.press('Bỏ thay đổi')
    expect(second.page.querySelector<HTMLInputElement>('#embed-accent')?.value).toBe(embed.accent)
  })

  test('says at its place what is wrong, which line of the sites too', async () => {
    const errors = [
      { pointer: '/allowedOrigins/1', code: 'https_needed', message: '' },
      { pointer: '/fields/0/label', code: 'too_small', message: '' },
    ]
    const { page, save, type } = await open((request) =>
      request.method === 'PUT' ? refuseWith('invalid_body', 422, { errors }) : undefined,
    )
    await type('#embed-accent', '#123456')
    await save()
    expect(document.activeElement?.getAttribute('role')).toBe('alert')
    const area = page.querySelector('#embed-origins')
    expect(area?.getAttribute('aria-invalid')).toBe('true')
    expect(page.querySelector(`#${area?.getAttribute('aria-describedby')}`)?.textContent).toContain('Dòng 2')
    expect(page.querySelector('#field-0-label-vi')?.getAttribute('aria-invalid')).toBe('true')
    expect(await violations(page)).toEqual([])
  })

  test('loses nothing when somebody else was first, and lets choose whose version stays', async () => {
    const revisions: number[] = []
    const { page, type, save, press } = await open(async (request) => {
      if (request.method !== 'PUT')
        return request.url.includes('/preview')
          ? undefined
          : answerWith({ ...embed, revision: revisions.length + 3 })
      const { revision } = (await request.clone().json()) as SaveEmbedInput
      revisions.push(revision)
      return revision === 3 ? refuseWith('embed_changed', 409) : undefined
    })
    await type('#embed-accent', '#123456')
    await save()
    expect(page.querySelector<HTMLInputElement>('#embed-accent')?.value).toBe('#123456')
    await press('Lưu đè bằng bản của tôi')
    expect(revisions).toEqual([3, 4])
    expect(page.querySelector('.save-bar')?.textContent).toContain('Đã lưu.')
  })

  test('says why it cannot be shown, and tries again', async () => {
    let isDown = true
    const { page, press } = await open(() => {
      if (isDown) throw new TypeError('Failed to fetch')
      return undefined
    })
    expect(page.textContent).toContain('Không kết nối được')
    isDown = false
    await press('Thử lại')
    expect(page.querySelector('#embed-accent')).not.toBeNull()
  })

  test('tells whether the widget is on a site, and what a policy has to allow', async () => {
    const { page } = await open((request) =>
      request.url.includes('/checks')
        ? answerWith({
            url: 'https://www.minh-an.example/',
            state: 'found',
            status: 200,
            merchants: ['minh-an'],
            blocked: [{ directive: 'connect-src', source: 'https://camket.example' }],
          })
        : undefined,
    )
    page.querySelector<HTMLFormElement>('camket-site-check form')?.requestSubmit()
    await settled(page)
    const told = page.querySelector('camket-site-check .told')
    expect(told?.classList.contains('bad')).toBe(true)
    expect(told?.textContent).toContain('connect-src https://camket.example')
    expect(await violations(page)).toEqual([])
  })

  test('shows a new signing secret once, and asks before it takes one out of use', async () => {
    let made = 0
    const { page, press } = await open((request) =>
      request.url.includes('/identify-secret')
        ? answerWith({ secret: `secret-${++made}`, version: made, madeAt: '2026-11-20T00:00:00Z' }, 201)
        : undefined,
    )
    await press('Tạo khóa ký')
    expect(page.querySelector('camket-identify code')?.textContent).toBe('secret-1')
    await press('Tạo khóa mới')
    expect(made).toBe(1)
    await press('Tạo khóa mới')
    expect(page.querySelector('camket-identify code')?.textContent).toBe('secret-2')
    expect(await violations(page)).toEqual([])
  })
})
