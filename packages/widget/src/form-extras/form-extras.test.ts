import type { FileTicketInput } from '@camket/contracts'
import type { Kind } from '@camket/core/vocabulary'
import { afterEach, describe, expect, test } from 'vitest'
import type { RequestForm } from '../request-form/request-form.ts'
import { guardStorage } from '../session/store.ts'
import { button, find, mount, next, settled, type, violations } from '../testing/mount.ts'
import { type Answer, answerWith, preview, receipt, refuseWith, sessionOf } from '../testing/sample.ts'

const article = (slug: string) => ({
  slug,
  title: `Rã đông ${slug}`,
  excerpt: 'Tắt máy trong 12 giờ.',
  url: `https://camket.example/minh-an/help/${slug}`,
})
/** The form asks half a second after the last letter, and the machine may be busy. */
const patience = { timeout: 20_000 }

async function mountForm(
  kind: Kind,
  { locale = 'vi', filed }: { locale?: 'vi' | 'en'; filed?: Answer } = {},
) {
  const filings: FileTicketInput[] = []
  const asked: string[] = []
  const session = await sessionOf(async (request) => {
    const url = new URL(request.url)
    if (url.pathname.endsWith('/deadlines')) return answerWith(preview)
    if (url.pathname.endsWith('/articles')) {
      asked.push(url.searchParams.get('q') ?? '')
      return answerWith({ articles: [article('tu-lanh'), article('tu-dong')] })
    }
    filings.push(await request.clone().json())
    return filed ? filed(request) : answerWith(receipt, 201)
  }, locale)
  const config = { ...session.config, hasArticles: true }
  const form = await mount<RequestForm>('camket-request-form', { session: { ...session, config }, kind })
  if (kind === 'complaint') await expect.poll(() => form.extras, patience).toBeTruthy()
  return { form, session, filings, asked }
}

async function fill(form: RequestForm): Promise<void> {
  type(form, '#message', 'Giao trễ hai ngày')
  type(form, '#name', 'Đào')
  type(form, '#phone', '0912 345 678')
  await settled(form)
}

const articles = (form: RequestForm) =>
  [...(form.shadowRoot?.querySelectorAll<HTMLAnchorElement>('.articles a') ?? [])].map(({ href }) => href)

afterEach(() => {
  document.body.replaceChildren()
  localStorage.clear()
})

describe('articles', () => {
  test.each(['vi', 'en'] as const)(
    'that fit are offered under the field in %s, said once',
    async (locale) => {
      const { form, session, asked } = await mountForm('support', { locale })
      type(form, '#message', 'tủ')
      type(form, '#message', 'tủ đông')
      await expect
        .poll(() => articles(form), patience)
        .toEqual([
          'https://camket.example/minh-an/help/tu-lanh',
          'https://camket.example/minh-an/help/tu-dong',
        ])
      expect(asked).toEqual(['tủ đông'])
      type(form, '#message', 'tủ đông đá')
      await expect.poll(() => asked.length, patience).toBe(2)
      await settled(form)
      expect(find(form, '[role=status]').textContent).toContain('2')
      // What else is told, such as that a photo was uploaded, is still heard.
      expect(session.said).toEqual([])
      expect(find<HTMLAnchorElement>(form, '.articles a').target).toBe('_blank')
      expect(await violations()).toEqual([])
    },
  )

  test('are not asked for before three letters, and go when there are fewer', async () => {
    const { form, asked } = await mountForm('support')
    type(form, '#message', 'tủ đông')
    await expect.poll(() => articles(form).length, patience).toBe(2)
    type(form, '#message', 'tủ 1234')
    await settled(form)
    expect(articles(form)).toEqual([])
    expect(asked).toEqual(['tủ đông'])
  })

  test('are not asked for while nothing may be kept', async () => {
    let mayKeep = false
    guardStorage('minh-an', () => mayKeep)
    const { form, asked } = await mountForm('support')
    type(form, '#message', 'tủ đông')
    await expect.poll(() => form.extras, patience).toBeTruthy()
    // As long as it takes until they would have been asked for.
    await new Promise((done) => setTimeout(done, 1_000))
    expect(asked).toEqual([])
    mayKeep = true
    type(form, '#message', 'tủ đông đá')
    await expect.poll(() => asked, patience).toEqual(['tủ đông đá'])
  })
})

describe('a complaint', () => {
  test.each(['vi', 'en'] as const)('is looked over once more before it is sent, in %s', async (locale) => {
    const { form, filings } = await mountForm('complaint', { locale })
    await fill(form)
    find(form, '.btn.primary').click()
    await settled(form)
    expect(filings).toEqual([])
    expect(form.shadowRoot?.activeElement?.id).toBe('look-back')
    const told = find(form, '.look-back').textContent
    for (const text of ['Giao trễ hai ngày', 'Đào', '0912 345 678']) expect(told).toContain(text)
    expect(await violations()).toEqual([])
    const received = next(form, 'received')
    find(form, '.btn.primary').click()
    await received
    expect(filings).toHaveLength(1)
  })

  test('is looked over too where the page has asked for it while something else was written', async () => {
    const { form, filings } = await mountForm('support')
    form.kind = 'complaint'
    await expect.poll(() => form.extras, patience).toBeTruthy()
    await fill(form)
    find(form, '.btn.primary').click()
    await settled(form)
    expect(filings).toEqual([])
    expect(form.shadowRoot?.activeElement?.id).toBe('look-back')
  })

  test('can be changed before it is sent, and then is looked over again', async () => {
    const { form, filings } = await mountForm('complaint')
    await fill(form)
    find(form, '.btn.primary').click()
    await settled(form)
    button(form, 'Sửa lại').click()
    await settled(form)
    expect(form.shadowRoot?.activeElement?.id).toBe('message')
    type(form, '#message', 'Giao trễ ba ngày')
    find(form, '.btn.primary').click()
    await settled(form)
    expect(find(form, '.look-back').textContent).toContain('ba ngày')
    expect(filings).toEqual([])
  })

  test('shows its fields again when it was refused', async () => {
    const errors = [{ pointer: '/customer/phone', code: 'invalid', message: '' }]
    const { form } = await mountForm('complaint', {
      filed: () => refuseWith('invalid_body', 422, { errors }),
    })
    await fill(form)
    find(form, '.btn.primary').click()
    await settled(form)
    find(form, '.btn.primary').click()
    await expect.poll(() => form.shadowRoot?.querySelector('.summary'), patience).toBeTruthy()
    expect(find(form, 'fieldset').hidden).toBe(false)
    expect(form.shadowRoot?.querySelector('.look-back')).toBeNull()
  })
})

describe('who wrote from this device before', () => {
  test('is not asked again for name and number, until the draft is deleted', async () => {
    const first = await mountForm('support')
    await fill(first.form)
    const received = next(first.form, 'received')
    find(first.form, '.btn.primary').click()
    await received

    const { form } = await mountForm('warranty')
    expect(find<HTMLInputElement>(form, '#name').value).toBe('Đào')
    expect(find<HTMLInputElement>(form, '#phone').value).toBe('0912 345 678')
    type(form, '#message', 'x')
    await settled(form)
    button(form, 'Xóa nháp').click()
    await settled(form)
    expect(find<HTMLInputElement>(form, '#name').value).toBe('')
  })

  test('is found in no form of somebody whom the page has identified, and they in none after they left', async () => {
    const stranger = JSON.stringify({ name: 'Người trước', phone: '0987654321' })
    const { form, session } = await mountForm('support')
    session.known.identity = { token: 'one' }
    form.discard()
    localStorage.setItem('camket:minh-an:contact', stranger)
    form.fillIn()
    await settled(form)
    expect(find<HTMLInputElement>(form, '#name').value).toBe('')
    await fill(form)
    const received = next(form, 'received')
    find(form, '.btn.primary').click()
    await received
    expect(localStorage.getItem('camket:minh-an:contact')).toBe(stranger)
  })
})
