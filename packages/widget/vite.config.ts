import { defineConfig, type Plugin } from 'vite'

// Tests build into a folder of their own, so that they can run beside `npm start`.
const dist = `../../${process.env.CAMKET_DIST ?? 'dist'}`

// An ordinary build rather than a library build: only the former strips white space.
export default defineConfig({
  root: import.meta.dirname,
  base: '/w/',
  publicDir: false,
  plugins: [finishLoader()],
  build: {
    outDir: `${dist}/public/w`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: { camket: 'src/loader.ts', panel: 'src/panel.ts' },
      preserveEntrySignatures: 'strict',
      output: {
        // The loader's address stands in every merchant's page: it never carries a hash. What it loads does.
        entryFileNames: ({ name }) => (name === 'camket' ? 'camket.js' : 'chunks/[name]-[hash].js'),
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
})

/**
 * Makes the loader a classic script: tells it the panel's hashed name, and keeps its variables out of the
 * merchant's page. (With a plain `import('./panel.ts')` Vite adds its preload helper, which uses
 * `import.meta` and so cannot be parsed in a classic script.)
 */
function finishLoader(): Plugin {
  return {
    name: 'camket:finish-loader',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const loader = chunks.find((chunk) => chunk.fileName === 'camket.js')
      const panel = chunks.find((chunk) => chunk.isEntry && chunk.name === 'panel')
      if (loader === undefined || panel === undefined) this.error('The loader or the panel was not built.')
      if (loader.imports.length > 0) this.error(`The loader must be one file; it imports ${loader.imports}.`)
      loader.code = `(()=>{${loader.code.trim().replace('__PANEL_FILE__', panel.fileName)}})();\n`
    },
  }
}
