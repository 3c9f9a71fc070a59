import { expect, test } from 'vitest'
import { widgetConfig } from '../testing/sample.ts'
import { answerFrom } from './answer-from.ts'
import type { Shown } from './messages.ts'
import { widgetFor } from './widget-for.ts'

const shown: Shown = {
  type: 'camket-show',
  config: widgetConfig,
  inline: false,
  nothingSent: 'Chỉ là xem trước.',
}
const at = (path: string, init?: RequestInit) =>
  new Request(`https://camket.example/api/v1/merchants/minh-an${path}`, init)

test('a preview answers from what the desk says, and sends nothing', async () => {
  const asked: unknown[] = []
  const ask = async (one: unknown) => {
    asked.push(one)
    return { deadlines: [] }
  }
  expect(await (await answerFrom(at('/widget?locale=vi'), shown, ask)).json()).toEqual(widgetConfig)
  const body = JSON.stringify({ kind: 'warranty' })
  const previewed = await answerFrom(at('/deadlines', { method: 'POST', body }), shown, ask)
  expect(await previewed.json()).toEqual({ deadlines: [] })
  expect(asked).toEqual([{ type: 'camket-deadlines', body: { kind: 'warranty' } }])
  for (const path of ['/tickets', '/attachments', '/lost-keys']) {
    const refused = await answerFrom(at(path, { method: 'POST', body }), shown, ask)
    expect([refused.status, (await refused.json()).detail]).toEqual([403, 'Chỉ là xem trước.'])
  }
  expect(asked).toHaveLength(1)
})

test('a preview is the element as a page would embed it', () => {
  const widget = widgetFor({ config: { ...widgetConfig, position: 'start', heading: 'Chào' }, inline: true })
  expect(widget.localName).toBe('camket-widget')
  expect(widget.getAttribute('position')).toBe('start')
  expect(widget.getAttribute('heading')).toBe('Chào')
  expect(widget.getAttribute('mode')).toBe('inline')
})
