import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { deskFetch, signIn } from './over-urls.ts'
import { launcherOf, shopPage, snippet, writeSuggestion } from './shop-page.ts'

export const tickets = '**/api/v1/merchants/*/tickets'
const send = (page: Page) => page.getByRole('button', { name: 'Gửi yêu cầu' })
const received = (page: Page) => page.getByRole('heading', { name: 'Đã nhận yêu cầu' }).waitFor()

/** Ways in which sending goes wrong; each ends with a receipt. */
export const mishaps = {
  'a double click': async (page) => {
    await send(page).dblclick()
    await received(page)
  },
  'a reload while it is sent': async (page) => {
    // Filed, but the page goes away before the answer comes.
    const filed = new Promise<void>((done) => {
      void page.route(
        tickets,
        async (route) => {
          await route.fetch()
          done()
        },
        { times: 1 },
      )
    })
    await send(page).click()
    await filed
    await page.reload()
    await launcherOf(page).click()
    await received(page)
  },
  'a lost answer': async (page) => {
    await page.route(
      tickets,
      async (route) => {
        await route.fetch()
        await route.abort('connectionreset')
      },
      { times: 1 },
    )
    await send(page).click()
    await page.getByRole('button', { name: 'Thử gửi lại ngay' }).click()
    await received(page)
  },
} satisfies Record<string, (page: Page) => Promise<void>>

/** Goes through a mishap so many times, on one page, and tells how many tickets there are of each request: 1 is right. */
export async function ticketsAfter(mishap: keyof typeof mishaps, rounds: number): Promise<number[]> {
  const { page, close } = await shopPage(snippet)
  const subjects = Array.from({ length: rounds }, (_, round) => `${mishap}, lần ${round + 1} (${Date.now()})`)
  await launcherOf(page).click()
  for (const subject of subjects) {
    await writeSuggestion(page, subject)
    await mishaps[mishap](page)
    await page.getByRole('button', { name: 'Gửi yêu cầu khác' }).click()
  }
  await close()
  return countsOf(subjects)
}

/** How many tickets there are of each of these suggestions. */
export async function countsOf(subjects: readonly string[], session?: string): Promise<number[]> {
  const cookie = session ?? (await signIn('owner@minh-an.example'))
  const found: string[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const query = new URLSearchParams({ kind: 'suggestion', limit: '100', ...(cursor && { cursor }) })
    const response = await deskFetch(`/tickets?${query}`, cookie)
    expect(response.status, await response.clone().text()).toBe(200)
    const page = (await response.json()) as { tickets: { subject: string }[]; nextCursor?: string }
    found.push(...page.tickets.map(({ subject }) => subject))
    cursor = page.nextCursor
  }
  return subjects.map((subject) => found.filter((one) => one === subject).length)
}
