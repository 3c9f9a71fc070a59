import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startControl } from '../src/control-server.ts'
import { chromiumArgs, findChromium } from '../src/find-chromium.ts'
import { startCamket } from '../src/start-camket.ts'
import { testDist } from '../src/test-dist.ts'
import { startTurnstile } from '../src/turnstile-stand-in.ts'

/** Starts a Camket with demo data in a folder of its own, and hands its addresses to the tests. */
export default async function serveCamket({ provide }: TestProject): Promise<() => Promise<void>> {
  const stateDir = await mkdtemp(join(tmpdir(), 'camket-test-'))
  const executablePath = await findChromium()
  const dist = testDist()
  const turnstile = await startTurnstile()
  const camket = await startCamket({
    port: 0,
    shopPort: 0,
    stateDir,
    seed: true,
    cron: false,
    dist,
    // Tests file more in a minute than any customer; those that are about limits set them as they are deployed.
    rateLimitFactor: 1000,
    standIns: { 'https://challenges.cloudflare.com': turnstile.url },
    onLog: (line, level) => {
      if (level === 'error') console.error(line)
    },
  })
  const control = await startControl(camket)
  provide('camket', {
    url: camket.url,
    shopUrl: camket.shopUrl,
    controlUrl: control.url,
    dist,
    chromium: { executablePath, args: [...chromiumArgs] },
  })
  return async () => {
    await control.stop()
    await camket.stop()
    await turnstile.stop()
    await rm(stateDir, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    camket: {
      /** Portal, API and desk. */
      url: string
      shopUrl: string
      /** See control-server.ts: mails, tick, kill, restart. */
      controlUrl: string
      /** Output folder that is served, seen from the root. */
      dist: string
      /** For `chromium.launch(…)` of playwright-core. */
      chromium: { executablePath: string; args: string[] }
    }
  }
}
