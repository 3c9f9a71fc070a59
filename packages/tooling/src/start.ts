// `npm start`: all of Camket on this machine, until Ctrl-C. What that takes is in start-camket.ts.
import { join } from 'node:path'
import { firstLink, type Mail } from './mail-sink.ts'
import { readSettings } from './settings.ts'
import { signInLink } from './sign-in-link.ts'
import { type Camket, startCamket } from './start-camket.ts'

const demoOwner = 'owner@minh-an.example'
const steps: Record<string, string> = {
  widget: 'Building the widget …',
  desk: 'Building the desk …',
  portal: 'Building the portal and the Worker …',
  seed: 'Writing the demo data …',
}

let camket: Camket | undefined
let ending = false
let welcomed = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
try {
  await start()
} catch (error) {
  if (!ending) console.error(error instanceof Error ? error.message : error)
  await end(1)
}

async function start(): Promise<void> {
  const settings = readSettings(process.env)
  camket = await startCamket({
    ...settings,
    dist: process.env.CAMKET_DIST ?? 'dist',
    seed: true,
    cron: true,
    onStep: (step) => {
      if (steps[step] !== undefined) console.log(steps[step])
    },
    onMail: printMail,
    onLog: (line, level) => {
      if (level === 'error') console.error(line)
    },
  })
  void camket.crashed.then(() => {
    if (ending) return
    console.error(
      `The runtime has ended by itself; its last words are in ${join(settings.stateDir, 'worker.log')}.`,
    )
    void end(1)
  })
  console.log(welcome(camket, settings.stateDir, await signInLink(camket, demoOwner)))
  welcomed = true
}

function welcome({ url, shopUrl, started }: Camket, stateDir: string, link: string | undefined): string {
  const isNew = started.seeded !== undefined && started.seeded.skipped !== true
  return [
    '',
    `  Portal      ${url}/minh-an`,
    `  Desk        ${url}/desk/`,
    ...(link === undefined ? [] : [`  Sign in     ${link}`, `              as ${demoOwner}`]),
    `  Demo shop   ${shopUrl}  (another one: ${shopUrl}/song-xanh)`,
    `  API         ${url}/api/v1/docs`,
    '',
    `  ${isNew ? 'Demo data was written to' : 'The data is that of the last start, in'} ${stateDir}`,
    '  Mails are in its folder mail. "npm run reset" clears it all; Ctrl-C ends this.',
    '',
  ].join('\n')
}

/** The link of the first sign-in mail stands in the welcome: that mail need not be told of. */
function printMail(mail: Mail): void {
  if (!welcomed) return
  const link = mail.kind === 'sign_in' ? firstLink(mail) : undefined
  console.log(`Mail to ${mail.to}: ${mail.subject}${link === undefined ? '' : `\n  ${link}`}`)
}

async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  await camket?.stop()
  process.exit(code)
}
