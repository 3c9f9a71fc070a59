import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { answerQueue } from '../loader/answer-queue.ts'
import { find, settled, violations } from '../testing/mount.ts'
import { defineWidget, type WidgetElement } from './widget-element.ts'

let loads = 0
let failures = 0
let found = () => {}

beforeAll(() => {
  defineWidget(
    async () => {
      loads++
      if (failures-- > 0) throw new TypeError('network')
      return import('../panel.ts')
    },
    () => found(),
    location.href,
  )
})

async function place(attributes: Record<string, string> = {}): Promise<WidgetElement> {
  loads = 0
  const widget = document.createElement('camket-widget') as WidgetElement
  for (const [name, value] of Object.entries({
    merchant: 'minh-an',
    api: 'https://camket.invalid',
    ...attributes,
  })) {
    widget.setAttribute(name, value)
  }
  document.title = 'Camket'
  document.documentElement.lang = 'vi'
  const main = document.createElement('main')
  main.append(widget)
  document.body.replaceChildren(main)
  await settled(widget)
  return widget
}

afterEach(() => {
  failures = 0
  document.body.replaceChildren()
})

describe('the widget on a page', () => {
  test.each([
    ['vi', 'Hỗ trợ & bảo hành'],
    ['en', 'Help & warranty'],
  ])('is an accessible button in %s', async (locale, said) => {
    const widget = await place({ locale })
    expect(find(widget, 'button').textContent).toBe(said)
    expect(find(widget, 'button').ariaHasPopup).toBe('dialog')
    expect(await violations()).toEqual([])
  })

  test('speaks the language of the part of the page in which it stands', async () => {
    const widget = document.createElement('camket-widget')
    const part = document.createElement('div')
    part.lang = 'en-GB'
    part.append(widget)
    document.body.replaceChildren(part)
    expect(find(widget, 'button').textContent).toBe('Help & warranty')
  })

  test('loads nothing and stores nothing before it is touched', async () => {
    const before = performance.getEntriesByType('resource').length
    await place()
    expect(loads).toBe(0)
    expect(performance.getEntriesByType('resource').length).toBe(before)
    expect(localStorage.length + document.cookie.length).toBe(0)
  })

  test('waits for the network where somebody waits for an answer, and loads then', async () => {
    localStorage.setItem('camket:minh-an:requests', '[]')
    const isOnline = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    await place()
    vi.advanceTimersByTime(20_000)
    expect(loads).toBe(0)
    isOnline.mockRestore()
    vi.advanceTimersByTime(2_000)
    vi.useRealTimers()
    expect(loads).toBe(1)
    localStorage.clear()
  })

  test('opens, says so, closes by Escape, and gives focus back', async () => {
    const widget = await place()
    const launcher = find(widget, 'button')
    launcher.click()
    await expect.poll(() => launcher.ariaExpanded).toBe('true')
    const heard: string[] = []
    document.addEventListener('keydown', (event) => heard.push(event.key), { once: true })
    find(widget, 'camket-panel').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    )
    expect(launcher.ariaExpanded).toBe('false')
    expect(widget.shadowRoot?.activeElement).toBe(launcher)
    expect(heard).toEqual([])
  })

  test('says what to do when the panel cannot be loaded, and loads it at the next press', async () => {
    const widget = await place()
    failures = 1
    find(widget, 'button').click()
    await expect.poll(() => find(widget, '[role=status]').textContent).toContain('bấm lại')
    expect(await violations()).toEqual([])
    find(widget, 'button').click()
    await expect.poll(() => widget.shadowRoot?.querySelector('camket-panel')).toBeTruthy()
    expect(find(widget, '[role=status]').textContent).toBe('')
    expect(loads).toBe(2)
  })

  test('obeys calls that were queued before it came, and those after', async () => {
    const queue: unknown[][] = [['open', { kind: 'warranty' }]]
    window.camket = Object.assign(() => {}, { q: queue })
    found = answerQueue(() => document.querySelector<WidgetElement>('camket-widget'))
    const widget = await place()
    found = () => {}
    await expect.poll(() => find(widget, 'button').ariaExpanded).toBe('true')
    window.camket('close')
    expect(find(widget, 'button').ariaExpanded).toBe('false')
  })

  test('that stands in the page loads when it comes into view', async () => {
    const widget = await place({ mode: 'inline' })
    await expect.poll(() => widget.shadowRoot?.querySelector('camket-panel')).toBeTruthy()
  })
})
