import type { Template } from '@camket/contracts/template'

/** A control of a form, by its attributes. */
export type Control = { readonly tag: string; readonly attributes: Readonly<Record<string, string>> }

/** A form of a card, as whoever draws it finds it. */
export type Form = {
  readonly act: string
  readonly send: string
  readonly sent: string
  readonly texts: Readonly<Record<string, string>>
  readonly files: number
  readonly keeps: boolean
  readonly controls: readonly Control[]
  /** Ids of its elements. */
  readonly ids: readonly string[]
}

const isTemplate = (value: unknown): value is Template => Array.isArray((value as Partial<Template>)?.strings)

/** Everything that a reader sees of a template, its forms too, with one space between. */
export function textOf(template: Template): string {
  const said: string[] = []
  const read = ({ strings, values }: Template) => {
    let isInTag = false
    strings.forEach((text, index) => {
      isInTag = tell(text, isInTag, said)
      const value = values[index]
      for (const one of [value].flat()) {
        if (isTemplate(one)) read(one)
        else if (!isInTag && one !== null && one !== undefined && one !== false) said.push(String(one))
      }
    })
  }
  read(template)
  return said.join(' ').replace(/\s+/g, ' ').trim()
}

/** Adds what stands outside of tags; whether it ends inside of one. */
function tell(text: string, isInTag: boolean, said: string[]): boolean {
  const parts = `${isInTag ? '<' : ''}${text}`.split(/<[^>]*(?:>|$)/)
  said.push(...parts)
  return /<[^>]*$/.test(`${isInTag ? '<' : ''}${text}`)
}

/** The forms of a template, in their order. */
export function formsOf(template: Template): Form[] {
  const { strings, values } = template
  if (strings[0]?.includes('<camket-ticket-form')) {
    const given: Record<string, unknown> = {}
    strings.slice(0, -1).forEach((text, index) => {
      given[/[.\s]([a-z]+)=$/.exec(text)?.[1] ?? ''] = values[index]
    })
    const { content, ...more } = given
    return [{ ...more, ...controlsOf(content as Template) } as Form]
  }
  return values.flat().filter(isTemplate).flatMap(formsOf)
}

function controlsOf(content: Template): Pick<Form, 'controls' | 'ids'> {
  const controls: Control[] = []
  const ids: string[] = []
  let way = ''
  for (const [, end, tag = '', rest = ''] of markupOf(content).matchAll(/<(\/?)([\w-]+)([^>]*)>/g)) {
    const attributes = attributesOf(rest)
    if (tag === 'fieldset') way = end ? '' : (attributes['data-way'] ?? '')
    if (attributes.id) ids.push(attributes.id)
    if (/^(?:input|select|textarea|option)$/.test(tag) && !end) {
      controls.push({ tag, attributes: { ...attributes, ...(way && { within: way }) } })
    }
  }
  return { controls, ids }
}

/** As markup, every value percent-encoded, so that none can be taken for a part of it. */
function markupOf({ strings, values }: Template): string {
  return strings
    .map((text, index) => {
      const parts = [values[index]].flat().map((value) => {
        if (isTemplate(value)) return markupOf(value)
        return value === null || value === undefined ? '' : encodeURIComponent(String(value))
      })
      return text + parts.join('')
    })
    .join('')
}

function attributesOf(text: string): Record<string, string> {
  const found = text.matchAll(/([?\w-]+)(?:=(?:"([^"]*)"|([^\s/>]*)))?/g)
  return Object.fromEntries(
    [...found].map(([, name, quoted, bare]) => [name, decodeURIComponent(quoted ?? bare ?? '')]),
  )
}
