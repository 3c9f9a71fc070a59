import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { address, file, type Receipt, warranty } from '../journeys/over-urls.ts'

const keys_count = 20
const tries_count = 25

test('20 keys, each sent 25 times at once, make 20 tickets', async () => {
  const keys = Array.from({ length: keys_count }, () => randomUUID())
  const answers = await Promise.all(
    keys.flatMap((key, index) => Array.from({ length: tries_count }, () => untilAnswered(key, index))),
  )
  const codesOf = (key: string) =>
    new Set(answers.filter((answer) => answer.key === key).map(({ code }) => code))
  expect(keys.map((key) => codesOf(key).size)).toEqual(keys.map(() => 1))
  expect(new Set(answers.map(({ code }) => code)).size).toBe(keys_count)
})

/** As a careful client does: the same key again while the first try is still being worked on. */
async function untilAnswered(key: string, index: number): Promise<{ key: string; code: string }> {
  for (let tries = 0; tries < 50; tries++) {
    const response = await file({ ...warranty, subject: `Phiếu ${index}` }, { key, headers: address(index) })
    if (response.status === 201) return { key, code: ((await response.json()) as Receipt).code }
    expect(response.status, await response.text()).toBe(409)
    await wait(200)
  }
  throw new Error(`No answer for key ${index}`)
}
