import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { address, controlUrl, file, type Receipt, status, warranty } from '../journeys/over-urls.ts'

const clients_count = 16
const filings_before_cut = 60
const filings_max = 400

type Filing = { key: string; subject: string; receipt?: Receipt }

test('after a power cut while 16 clients file, every acknowledged ticket is there once and whole', async () => {
  const filings: Filing[] = []
  const isCut = { value: false }
  const clients = Array.from({ length: clients_count }, (_, client) => fileUntilCut(client, filings, isCut))
  await expect
    .poll(() => filings.filter(({ receipt }) => receipt).length, { timeout: 40_000, interval: 5 })
    .toBeGreaterThan(filings_before_cut)
  await control('kill')
  isCut.value = true
  await Promise.all(clients)
  await control('restart')

  const acknowledged = filings.filter(({ receipt }) => receipt)
  const unacknowledged = filings.filter(({ receipt }) => !receipt)
  expect(unacknowledged.length).toBeGreaterThan(0)

  for (const { subject, receipt } of acknowledged) {
    const whole = await status(receipt?.code ?? '', receipt?.key)
    expect(whole).toMatchObject({ subject, status: 'new', messages: [{ text: warranty.message }] })
    expect(whole.deadlines).toHaveLength(receipt?.deadlines.length ?? -1)
    expect(whole.timeline[0]).toMatchObject({ event: 'filed' })
  }
  for (const filing of filings) {
    const codes = new Set([await retried(filing), await retried(filing)])
    expect(codes.size).toBe(1)
    if (filing.receipt) expect(codes).toContain(filing.receipt.code)
  }
})

async function fileUntilCut(client: number, filings: Filing[], isCut: { value: boolean }): Promise<void> {
  while (!isCut.value && filings.length < filings_max) {
    const filing: Filing = { key: randomUUID(), subject: `Phiếu ${client}-${filings.length}` }
    filings.push(filing)
    try {
      const response = await send(filing)
      if (response.status === 201) filing.receipt = (await response.json()) as Receipt
    } catch {
      return
    }
  }
}

const send = ({ key, subject }: Filing) =>
  file({ ...warranty, subject }, { key, headers: address(Number.parseInt(key.slice(0, 4), 16)) })

async function retried(filing: Filing): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const response = await send(filing)
    if (response.status === 201) return ((await response.json()) as Receipt).code
    expect(response.status, await response.text()).toBe(409)
    await wait(100)
  }
  throw new Error('No answer after the restart')
}

async function control(act: 'kill' | 'restart'): Promise<void> {
  const response = await fetch(`${controlUrl}/${act}`, { method: 'POST' })
  expect(response.ok, await response.text()).toBe(true)
}
