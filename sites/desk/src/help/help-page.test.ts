import type { DeskArticle, SaveArticleInput } from '@camket/contracts'
import { beforeEach, describe, expect, test } from 'vitest'
import './register-help.ts'
import type { DeskContext } from '../desk-context.ts'
import { mount, settled, violations } from '../testing/mount.ts'
import { answerWith, contextOf, refuseWith } from '../testing/sample.ts'
import type { HelpPage } from './help-page.ts'

beforeEach(() => sessionStorage.clear())

const article: DeskArticle = {
  slug: 'doi-don-hang',
  locale: 'vi',
  title: 'Đổi đơn hàng',
  body: 'Đổi trong 7 ngày.',
  kinds: ['support'],
  published: true,
  revision: 2,
  updatedAt: '2026-11-20T00:00:00Z',
}

type Answer = (request: Request) => Response | undefined | Promise<Response | undefined>

async function open(role: 'owner' | 'staff', answer: Answer = () => undefined) {
  const context = contextOf(async (request) => (await answer(request)) ?? answerWith({ articles: [article] }))
  const asRole: DeskContext = { ...context, me: { ...context.me, staff: { ...context.me.staff, role } } }
  const page = await mount<HelpPage>('camket-help', { context: asRole })
  await settled(page)
  const press = async (text: string) => {
    const buttons = [...page.querySelectorAll<HTMLElement>('wa-button, button')]
    buttons.find((one) => one.textContent?.includes(text))?.click()
    await settled(page)
  }
  const type = async (id: string, value: string) => {
    const input = page.querySelector<HTMLInputElement>(`#${id}`)
    if (!input) throw new Error(`There is no ${id}`)
    input.value = value
    input.dispatchEvent(new Event('input'))
    await settled(page)
  }
  const save = async () => {
    page.querySelector('form')?.requestSubmit()
    await settled(page)
  }
  return { page, press, type, save }
}

describe('the page of help articles', () => {
  test('shows staff what there is, and owners how to write', async () => {
    const staff = await open('staff')
    expect(staff.page.textContent).toContain('Đổi đơn hàng')
    expect(staff.page.querySelector('wa-button')).toBeNull()
    const owner = await open('owner')
    expect(await violations(owner.page)).toEqual([])
    await owner.press('Viết bài mới')
    expect(await violations(owner.page)).toEqual([])
  })

  test('makes a new article’s address of its title, until one is typed', async () => {
    const sent: [string, SaveArticleInput][] = []
    const { page, press, type, save } = await open('owner', async (request) => {
      if (request.method !== 'PUT') return undefined
      sent.push([new URL(request.url).pathname, await request.json()])
      return answerWith(article)
    })
    await press('Viết bài mới')
    await type('article-title', 'Tủ lạnh không lạnh?')
    expect(page.querySelector<HTMLInputElement>('#article-slug')?.value).toBe('tu-lanh-khong-lanh')
    await type('article-slug', 'khong-lanh')
    await type('article-title', 'Tủ lạnh kêu')
    await type('article-body', 'Kê lại chân.')
    await save()
    expect(sent).toEqual([
      [
        '/api/v1/desk/articles/vi/khong-lanh',
        { revision: 0, title: 'Tủ lạnh kêu', body: 'Kê lại chân.', published: true },
      ],
    ])
    expect(page.textContent).toContain('Đã lưu.')
  })

  test('opens again what was being written when the page was left', async () => {
    const first = await open('owner')
    await first.press('Sửa')
    await first.type('article-body', 'Đổi trong 14 ngày.')
    const second = await open('owner')
    expect(second.page.querySelector<HTMLTextAreaElement>('#article-body')?.value).toBe('Đổi trong 14 ngày.')
    await second.press('Quay lại')
    const third = await open('owner')
    expect(third.page.querySelector('#article-body')).toBeNull()
  })

  test('loses nothing when somebody else was first', async () => {
    const { page, press, type, save } = await open('owner', (request) =>
      request.method === 'PUT' ? refuseWith('article_changed', 409) : undefined,
    )
    await press('Sửa')
    await type('article-body', 'Đổi trong 14 ngày.')
    await save()
    expect(page.textContent).toContain('Người khác vừa sửa bài này')
    expect(page.querySelector<HTMLTextAreaElement>('#article-body')?.value).toBe('Đổi trong 14 ngày.')
    await press('Lấy bản đã lưu')
    expect(page.querySelector<HTMLTextAreaElement>('#article-body')?.value).toBe(article.body)
  })

  test('asks before it deletes', async () => {
    const deleted: string[] = []
    const { page, press } = await open('owner', (request) => {
      if (request.method !== 'DELETE') return undefined
      deleted.push(new URL(request.url).pathname)
      return new Response(null, { status: 204 })
    })
    await press('Sửa')
    await press('Xóa bài')
    expect(deleted).toEqual([])
    expect(await violations(page)).toEqual([])
    await press('Xóa')
    expect(deleted).toEqual(['/api/v1/desk/articles/vi/doi-don-hang'])
    expect(page.textContent).toContain('Đã xóa.')
  })
})
