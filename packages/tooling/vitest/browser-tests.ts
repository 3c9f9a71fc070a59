import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { chromiumArgs, findChromium } from '../src/find-chromium.ts'

/**
 * Vitest's configuration for a package whose tests run in a real browser. `packages` are those from outside that its
 * tests import: one that Vite comes across only while the tests run makes it reload them in the middle.
 */
export async function browserTests(
  name: string,
  folder: string,
  packages: readonly string[] = [],
): Promise<ViteUserConfig> {
  const executablePath = await findChromium()
  return defineConfig({
    root: folder,
    optimizeDeps: { include: [...packages] },
    test: {
      name,
      testTimeout: 60_000,
      hookTimeout: 60_000,
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
