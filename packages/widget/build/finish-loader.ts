import type { Plugin } from 'vite'

/**
 * Makes the loader a classic script, and keeps its variables out of the merchant's page. (With a plain
 * `import('./panel.ts')` it would have to be a module, and modules do not know the script tag that they came by.)
 */
export function finishLoader(): Plugin {
  return {
    name: 'camket:finish-loader',
    generateBundle(_options, bundle) {
      const { 'camket.js': loader } = bundle
      if (loader?.type !== 'chunk') this.error('The loader was not built.')
      if (loader.imports.length > 0) this.error(`The loader must be one file; it imports ${loader.imports}.`)
      const code = loader.code
        .trim()
        // How Vite writes the languages down; a plain table says the same.
        .replace(/Object\.assign\((\{"\.\/.*?\}\})\)/, '$1')
        .replace(/"\.\/(\w\w)\.ts":/g, '$1:')
        .replace(/\[`\.\/(\w\w)\.ts`\]/g, '.$1')
        .replace(/`\.\/\$\{([^}]*)\}\.ts`/, '$1')
      loader.code = `(()=>{${code}})();\n`
    },
  }
}
