import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { firstLink, type Mail, type MailSink, startMailSink } from './mail-sink.ts'

const mail: Mail = {
  messageId: '<out_1@camket.test>',
  to: 'đào@example.com',
  from: 'Minh An <help@minh-an.example>',
  subject: 'Đã nhận yêu cầu',
  text: 'Mã của chị: CK-7F3K-9M2Q-XA4D\nhttps://camket.test/minh-an/requests/CK-7F3K-9M2Q-XA4D?key=abc\n',
  html: '<p>Mã của chị</p>',
  kind: 'receipt',
}
let folder: string
let sink: MailSink
let told: Mail[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'camket-mail-'))
  told = []
  sink = await startMailSink(folder, (one) => told.push(one))
  return async () => {
    await sink.stop()
    rmSync(folder, { recursive: true })
  }
})

const post = (body: unknown) => fetch(sink.url, { method: 'POST', body: JSON.stringify(body) })

describe('the local mail box', () => {
  it('has a mail on disk, readable, before it answers that it has it', async () => {
    const response = await post(mail)
    expect(response.status).toBe(200)
    const text = readdirSync(folder).find((name) => name.endsWith('-receipt-_o@example_com.txt'))
    expect(readFileSync(join(folder, text ?? ''), 'utf8')).toContain(mail.text)
    expect(
      readdirSync(folder)
        .map((name) => name.split('.').at(-1))
        .sort(),
    ).toEqual(['html', 'json', 'txt'])
    expect(told).toEqual([mail])
  })

  it('gives mails back in the order in which they came, after a restart too, with all that came with them', async () => {
    const subjects = ['one', 'two', 'three', 'four']
    for (const subject of subjects) await post({ ...mail, subject, replyTo: 'a@b.example' })
    await sink.stop()
    sink = await startMailSink(folder, () => undefined)
    const mails = await sink.mails()
    expect(mails.map(({ subject }) => subject)).toEqual(subjects)
    expect(mails[0]).toEqual({ ...mail, subject: 'one', replyTo: 'a@b.example' })
  })

  it.each(['../../etc/passwd', '/root/x', '.hidden', 'a\u0000b', 'x'.repeat(500), ''])(
    'writes into its folder and nowhere else for the address %j',
    async (to) => {
      expect((await post({ ...mail, to, kind: to })).status).toBe(200)
      expect(readdirSync(folder)).toHaveLength(3)
      expect(await sink.mails()).toMatchObject([{ to }])
    },
  )

  it('refuses what is no mail', async () => {
    const { subject: _subject, ...half } = mail
    for (const body of [half, null, 'text', [], { ...mail, to: 7 }])
      expect((await post(body)).status).toBe(400)
    expect(await sink.mails()).toEqual([])
  })

  it('finds the link in a mail', () => {
    expect(firstLink(mail)).toBe('https://camket.test/minh-an/requests/CK-7F3K-9M2Q-XA4D?key=abc')
    expect(firstLink({ ...mail, text: 'no link' })).toBeUndefined()
  })
})
