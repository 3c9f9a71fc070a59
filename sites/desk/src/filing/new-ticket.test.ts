import type { DeskFileInput } from '@camket/contracts'
import { beforeEach, expect, test } from 'vitest'
import { mount, settled, violations } from '../testing/mount.ts'
import { answerWith, contextOf, refuseWith, widgetConfig } from '../testing/sample.ts'
import type { NewTicket } from './new-ticket.ts'

beforeEach(() => sessionStorage.clear())

const own = {
  name: 'area',
  type: 'choice',
  label: 'Khu vực',
  required: true,
  kinds: ['warranty'],
  choices: [
    { value: 'inner', label: 'Nội thành' },
    { value: 'outer', label: 'Ngoại thành' },
  ],
} as const

test('asks what the merchant asks besides, for the kinds that it is asked for, and sends it', async () => {
  const sent: DeskFileInput[] = []
  const errors = [{ pointer: '/fields/area', code: 'unknown_choice', message: '' }]
  const context = contextOf(async (request) => {
    if (request.url.includes('/widget')) return answerWith({ ...widgetConfig, fields: [own] })
    if (request.url.includes('/deadlines')) return answerWith({ deadlines: [] })
    sent.push(await request.json())
    return refuseWith('invalid_body', 422, { errors })
  })
  const form = await mount<NewTicket>('camket-new-ticket', { context })
  await settled(form)
  expect(form.querySelector('#new-own-area')).toBeNull()
  const choose = async (id: string, value: string) => {
    const select = form.querySelector<HTMLSelectElement>(`#${id}`)
    if (!select) throw new Error(`There is no ${id}`)
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await settled(form)
  }
  await choose('new-kind', 'warranty')
  await choose('new-own-area', 'outer')
  expect(await violations(form)).toEqual([])
  form.querySelector('form')?.requestSubmit()
  await settled(form)
  expect(sent[0]?.fields).toEqual({ area: 'outer' })
  expect(form.querySelector('[role=alert]')?.textContent).toContain('Khu vực:')
})
