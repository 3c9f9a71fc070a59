import type { Plugin } from 'vite'
import { limits } from '../../contracts/src/limits.ts'

/**
 * Takes out of the widget's modules what only makes them heavier for whoever loads them: Vite's helper that preloads
 * style sheets (there are none), the table of limits (each is written in where it is used), indentation of templates.
 */
export function lightModules(): Plugin {
  return {
    name: 'camket:light-modules',
    enforce: 'pre',
    apply: 'build',
    load: (id) =>
      id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined,
    transform(code, id) {
      if (!id.startsWith(`${import.meta.dirname.replace(/build$/, 'src')}`)) return undefined
      const light = code
        .replace(/\blimits\.(\w+)\b/g, (name, limit: string) => String(limitOf(limit) ?? name))
        .replace(/\n\s+/g, '\n')
      return { code: light, map: null }
    },
  }
}

function limitOf(name: string): number | undefined {
  return (limits as Record<string, number>)[name]
}
