import cloudflare from '@astrojs/cloudflare'
import { defineConfig } from 'astro/config'

// Tests build into a folder of their own, so that they can run beside `npm start`.
const dist = `../../${process.env.CAMKET_DIST ?? 'dist'}`

export default defineConfig({
  output: 'server',
  session: false,
  devToolbar: { enabled: false },
  // A line's end between two words is a space, as in any HTML.
  compressHTML: true,
  // The policy of every page takes style sheets and fonts as files only (src/visit/page-headers.ts).
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  // The widget and the desk are built into it before the portal is.
  publicDir: `${dist}/public`,
  outDir: `${dist}/site`,
  adapter: cloudflare({
    configPath: '../../wrangler.toml',
    imageService: 'passthrough',
    persistState: { path: '../../.wrangler/state' },
  }),
})
