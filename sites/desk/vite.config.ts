import { join } from 'node:path'
import { defineConfig } from 'vite'

// Tests build into a folder of their own, so that they can run beside `npm start`.
const dist = `../../${process.env.CAMKET_DIST ?? 'dist'}`

export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  build: {
    outDir: `${dist}/public/desk`,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // The preview of the widget is a document of its own, in a frame.
    rolldownOptions: { input: ['index.html', 'preview.html'].map((name) => join(import.meta.dirname, name)) },
  },
})
