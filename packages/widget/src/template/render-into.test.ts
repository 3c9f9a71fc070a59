import { html, nothing } from '@camket/contracts/template'
import { afterEach, describe, expect, test } from 'vitest'
import { renderInto } from './render-into.ts'

const root = document.createElement('div')
const host = { clicks: 0 }
const draw = (content: unknown) => renderInto(root, content, host)

/** What stands in the root, with the empty texts between gaps left out. */
const drawn = () => root.innerHTML

afterEach(() => draw(nothing))

describe('a template', () => {
  const item = (name: string, done: boolean) =>
    html`<li class="item ${done ? 'done' : 'open'}" title=${name}>${name}: <b>${done}</b></li>`
  const list = (names: readonly string[]) =>
    html`<ul>
      ${names.map((name) => item(name, false))}
    </ul>`

  test('becomes the markup that it says, white space drawn together', () => {
    draw(html`<p class="a" id=b>x <input type="text" disabled />
      y</p>`)
    expect(drawn()).toBe('<p class="a" id="b">x <input type="text" disabled=""> y</p>')
  })

  test('puts values in as text, never as markup', () => {
    draw(html`<p title=${'"><img>'}>${'<img src=x>'}</p>`)
    expect(root.querySelector('img')).toBeNull()
    expect(root.querySelector('p')?.title).toBe('"><img>')
    expect(root.textContent).toBe('<img src=x>')
  })

  test('touches only what differs the next time', () => {
    draw(item('Máy', false))
    const before = root.querySelector('li')
    draw(item('Tủ', true))
    expect(root.querySelector('li')).toBe(before)
    expect(drawn()).toBe('<li class="item done" title="Tủ">Tủ: <b>true</b></li>')
  })

  test('keeps the elements of a list that grows and shrinks', () => {
    draw(list(['a', 'b']))
    const [first] = root.querySelectorAll('li')
    draw(list(['a', 'b', 'c']))
    expect(root.querySelectorAll('li')).toHaveLength(3)
    draw(list(['z']))
    expect([...root.querySelectorAll('li')]).toEqual([first])
    expect(first?.textContent).toBe('z: false')
  })

  test('leaves out children and attributes that are nothing, and puts them back', () => {
    const maybe = (hint: unknown) => html`<p aria-describedby=${hint}>${hint}<i>after</i></p>`
    draw(maybe(nothing))
    expect(drawn()).toBe('<p><i>after</i></p>')
    draw(maybe('h'))
    expect(drawn()).toBe('<p aria-describedby="h">h<i>after</i></p>')
    draw(maybe(nothing))
    expect(drawn()).toBe('<p><i>after</i></p>')
  })

  test('that came as JSON is drawn as any other, and drawn again it is the same elements', () => {
    const overTheWire = (content: unknown) => JSON.parse(JSON.stringify(content)) as unknown
    const reply = (names: readonly string[], hint: string | null) =>
      html`${list(names)}<input aria-describedby=${hint} .given=${{ names }} /><p>${hint}</p>`
    draw(overTheWire(reply(['<b>'], 'h')))
    const before = [...root.querySelectorAll('li, input, p')]
    const input = root.querySelector('input') as HTMLInputElement
    input.value = 'typed'
    draw(overTheWire(reply(['<i>'], nothing)))
    expect([...root.querySelectorAll('li, input, p')]).toEqual(before)
    expect(root.querySelector('li')?.textContent).toBe('<i>: false')
    expect([input.value, input.hasAttribute('aria-describedby')]).toEqual(['typed', false])
    expect(Reflect.get(input, 'given')).toEqual({ names: ['<i>'] })
  })

  test('goes from text to template to list in one place', () => {
    const place = (content: unknown) => html`<div>${content}!</div>`
    for (const [content, said] of [
      ['text', 'text!'],
      [html`<b>b</b>`, 'b!'],
      [[html`<i>1</i>`, 'two'], '1two!'],
      [undefined, '!'],
      [0, '0!'],
    ] as const) {
      draw(place(content))
      expect(root.textContent).toBe(said)
    }
  })

  test('sets properties and booleans, and calls the newest listener with its host', () => {
    const field = (value: string, off: boolean, act: (this: typeof host) => void) =>
      html`<input .value=${value} ?disabled=${off} @click=${act} />`
    draw(field('a', true, () => expect.unreachable()))
    draw(
      field('b', false, function () {
        this.clicks++
      }),
    )
    const input = root.querySelector('input') as HTMLInputElement
    input.click()
    expect([input.value, input.disabled, host.clicks]).toEqual(['b', false, 1])
  })

  test('sets the properties of an element before it is connected', () => {
    let seen: unknown
    class Probe extends HTMLElement {
      declare given: unknown
      connectedCallback() {
        seen = this.given
      }
    }
    customElements.define('camket-probe', Probe)
    document.body.append(root)
    draw(html`<camket-probe .given=${7}></camket-probe>`)
    root.remove()
    expect(seen).toBe(7)
  })
})
