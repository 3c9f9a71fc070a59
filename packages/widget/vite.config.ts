import { defineConfig } from 'vite'
import { finishLoader } from './build/finish-loader.ts'
import { lightModules } from './build/light-modules.ts'
import { minifyAgain } from './build/minify-again.ts'
import { publishVersion } from './build/publish-version.ts'

// Tests build into a folder of their own, so that they can run beside `npm start`.
const dist = `../../${process.env.CAMKET_DIST ?? 'dist'}`

// An ordinary build rather than a library build: only the former strips white space.
export default defineConfig({
  root: import.meta.dirname,
  base: '/w/',
  publicDir: false,
  plugins: [lightModules(), finishLoader(), minifyAgain(), publishVersion()],
  build: {
    outDir: `${dist}/public/w`,
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    // The colours of light and dark are sheets of their own: nothing has to be made up for older browsers.
    cssTarget: 'chrome123',
    rolldownOptions: {
      input: { camket: 'src/loader.ts', panel: 'src/panel.ts' },
      // What the conversation shares with the panel stays in the panel's file: a file of its own is one more request.
      preserveEntrySignatures: 'allow-extension',
      output: {
        // The loader's address stands in every merchant's page: it never carries a hash. What it loads lies in a folder
        // that does (build/publish-version.ts), so that no file has to name the hash of another.
        entryFileNames: ({ name }) => (name === 'camket' ? 'camket.js' : 'chunks/[name].js'),
        chunkFileNames: ({ name, facadeModuleId }) => {
          const part = /\?(\w+)$/.exec(facadeModuleId ?? '')?.[1]
          return `chunks/${part === undefined ? name : `${name}-${part}`}.js`
        },
      },
    },
  },
})
