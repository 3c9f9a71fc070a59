import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { demoEntry } from './build-steps.ts'
import { projectRoot } from './project-root.ts'

/** Bundles the Worker that writes the demo data into one module. */
export default defineConfig({
  root: projectRoot,
  publicDir: false,
  ssr: { target: 'webworker', noExternal: true },
  build: {
    ssr: demoEntry,
    outDir: join(process.env.CAMKET_DIST ?? 'dist', 'demo'),
    emptyOutDir: true,
    target: 'es2024',
    rolldownOptions: {
      external: [/^cloudflare:/, /^node:/, ...builtinModules],
      output: { entryFileNames: 'entry.js', codeSplitting: false },
    },
  },
})
