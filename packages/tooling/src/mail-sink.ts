import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { listen } from './listen.ts'

/** What the Worker posts instead of sending a mail, when it is told a `MAIL_SINK_URL`. */
export type Mail = {
  messageId: string
  to: string
  from: string
  subject: string
  text: string
  html: string
  /** What the mail is about: `receipt`, `sign_in`, … */
  kind: string
}

export type MailSink = {
  url: string
  /** All mails of this state folder, oldest first. */
  mails: () => Promise<Mail[]>
  stop: () => Promise<void>
}

const bodyBytesMax = 5 * 1024 * 1024

/**
 * Takes the mails of a local Camket and writes each into `folder` as .txt, .html and .json. It answers 200 only
 * once they are on disk, so that the outbox's promise (at least once) holds on a developer's machine too.
 */
export async function startMailSink(folder: string, onMail: (mail: Mail) => void): Promise<MailSink> {
  await mkdir(folder, { recursive: true })
  let lastMillis = 0
  const server = createServer(async (request, response) => {
    try {
      const mail = parseMail(await readBody(request))
      // Two mails of the same millisecond must neither share a name nor change places.
      lastMillis = Math.max(Date.now(), lastMillis + 1)
      await writeMail(folder, new Date(lastMillis), mail)
      onMail(mail)
      response.writeHead(200).end()
    } catch (error) {
      response.writeHead(400).end(error instanceof Error ? error.message : String(error))
    }
  })
  const { port, stop } = await listen(server)
  return { url: `http://127.0.0.1:${port}/`, mails: () => readMails(folder), stop }
}

/** The first address in a mail's text. */
export function firstLink(mail: Mail): string | undefined {
  return /https?:\/\/\S+/.exec(mail.text)?.[0]
}

async function writeMail(folder: string, at: Date, mail: Mail): Promise<void> {
  const time = at.toISOString().replace(/[:.]/g, '-')
  const path = join(folder, `${time}-${fileNamePart(mail.kind)}-${fileNamePart(mail.to)}`)
  await writeFile(
    `${path}.txt`,
    `To: ${mail.to}\nFrom: ${mail.from}\nSubject: ${mail.subject}\n\n${mail.text}\n`,
  )
  await writeFile(`${path}.html`, mail.html)
  await writeFile(`${path}.json.part`, JSON.stringify(mail, null, 2))
  await rename(`${path}.json.part`, `${path}.json`)
}

/** A name that no file system takes for a path, a hidden file or a device, whatever the address was. */
function fileNamePart(text: string): string {
  return text.replace(/[^A-Za-z0-9@_-]+/g, '_').slice(0, 60) || '_'
}

async function readMails(folder: string): Promise<Mail[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(names.map(async (name) => parseMail(await readFile(join(folder, name), 'utf8'))))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > bodyBytesMax) throw new Error(`A mail may have ${bodyBytesMax} bytes.`)
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Further members (reply-to, headers) are kept as they came. */
function parseMail(json: string): Mail {
  const value: unknown = JSON.parse(json)
  if (!isMail(value)) throw new Error(`A mail is an object with the texts ${textMembers.join(', ')}.`)
  return value
}

const textMembers = ['messageId', 'to', 'from', 'subject', 'text', 'html', 'kind'] as const

function isMail(value: unknown): value is Mail {
  if (typeof value !== 'object' || value === null) return false
  const members = new Map<string, unknown>(Object.entries(value))
  return textMembers.every((name) => typeof members.get(name) === 'string')
}
