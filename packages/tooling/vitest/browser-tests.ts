import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { chromiumArgs, findChromium } from '../src/find-chromium.ts'

/** Vitest's configuration for a package whose tests run in a real browser. */
export async function browserTests(name: string, folder: string): Promise<ViteUserConfig> {
  const executablePath = await findChromium()
  return defineConfig({
    root: folder,
    test: {
      name,
      include: ['src/**/*.test.ts'],
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: { executablePath, args: [...chromiumArgs] } }),
        instances: [{ browser: 'chromium' }],
      },
    },
  })
}
