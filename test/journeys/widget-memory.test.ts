import type { CDPSession } from 'playwright-core'
import { expect, test } from 'vitest'
import { launcherOf, shopPage, snippet } from './shop-page.ts'

const rounds = 100

/** How many objects of these elements are alive, once everything that can go has gone. */
async function alive(session: CDPSession, names: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const name of names) {
    await session.send('HeapProfiler.collectGarbage')
    const { result } = await session.send('Runtime.evaluate', {
      expression: `customElements.get('${name}')?.prototype`,
      objectGroup: 'count',
    })
    if (result.objectId === undefined) continue
    const { objects } = await session.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId,
      objectGroup: 'count',
    })
    const { result: length } = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: 'function () { return this.length }',
      returnByValue: true,
    })
    counts[name] = length.value as number
    await session.send('Runtime.releaseObjectGroup', { objectGroup: 'count' })
  }
  return counts
}

const listeners = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? Number.NaN
}

test(`moved, removed and put back ${rounds} times, and made anew as often, nothing of it is left behind`, async () => {
  const { page, complaints, close } = await shopPage(snippet)
  await launcherOf(page).click()
  await page.getByRole('button', { name: /^Bảo hành/ }).click()
  await page.getByLabel(/Có chuyện gì với sản phẩm/).fill('Vẫn còn đây.')
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const turn = (times: number) =>
    page.evaluate(async (count) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done))
      const widget = document.querySelector('camket-widget') as HTMLElement
      const section = document.body.appendChild(document.createElement('section'))
      for (let round = 0; round < count; round++) {
        section.append(widget)
        await frame()
        widget.remove()
        await frame()
        document.body.append(widget)
        const other = document.createElement('camket-widget') as HTMLElement & {
          open: () => Promise<void>
        }
        other.setAttribute('merchant', 'minh-an')
        section.append(other)
        await other.open()
        await frame()
        other.remove()
      }
      section.remove()
      await frame()
    }, times)
  const names = ['camket-widget', 'camket-panel', 'camket-request-form', 'camket-photo-picker']
  await turn(3)
  await session.send('HeapProfiler.collectGarbage')
  const before = await listeners(session)
  await turn(rounds)
  // The one that stands there, and at most the last of the others: the browser itself may still hold that one.
  for (const [name, count] of Object.entries(await alive(session, names))) {
    expect(count, name).toBeLessThanOrEqual(2)
  }
  expect((await listeners(session)) - before).toBeLessThan(rounds / 2)
  expect(await page.getByLabel(/Có chuyện gì với sản phẩm/).inputValue()).toBe('Vẫn còn đây.')
  expect(await page.getByLabel(/Có chuyện gì với sản phẩm/).isVisible()).toBe(true)
  expect(complaints).toEqual([])
  await close()
})
