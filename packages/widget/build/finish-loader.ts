import type { Plugin } from 'vite'

/**
 * Makes the loader a classic script: tells it the panel's hashed name, and keeps its variables out of the
 * merchant's page. (With a plain `import('./panel.ts')` it would have to be a module, and modules do not know the
 * script tag that they came by.)
 */
export function finishLoader(): Plugin {
  return {
    name: 'camket:finish-loader',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const loader = chunks.find((chunk) => chunk.fileName === 'camket.js')
      const panel = chunks.find((chunk) => chunk.isEntry && chunk.name === 'panel')
      if (loader === undefined || panel === undefined) this.error('The loader or the panel was not built.')
      if (loader.imports.length > 0) this.error(`The loader must be one file; it imports ${loader.imports}.`)
      const code = loader.code
        .trim()
        .replace('__PANEL_FILE__', panel.fileName)
        // How Vite writes the languages down; a plain table says the same.
        .replace(/Object\.assign\((\{"\.\/.*?\}\})\)/, '$1')
        .replace(/"\.\/(\w\w)\.ts":/g, '$1:')
        .replace(/\[`\.\/(\w\w)\.ts`\]/g, '.$1')
        .replace(/`\.\/\$\{([^}]*)\}\.ts`/, '$1')
      loader.code = `(()=>{${code}})();\n`
    },
  }
}
