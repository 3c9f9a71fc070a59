import { create, ts } from '@custom-elements-manifest/analyzer'

type Named = { readonly name?: string; readonly description?: string }
type Declaration = {
  readonly kind: string
  readonly tagName?: string
  name: string
  members?: (Named & { readonly kind: string })[]
  attributes?: Named[]
  events?: Named[]
}
export type Manifest = { modules: { declarations: Declaration[]; exports: unknown[] }[] }

/** Said on the element by whoever shuts a page off; it only takes them away. */
const notOurs = ['inert', 'aria-hidden']

/** The custom-elements manifest of the element, from its source: what is public of its class, and what its comment says. */
export function manifestOf(source: string): Manifest {
  const manifest = create({
    modules: [ts.createSourceFile('index.js', source, ts.ScriptTarget.ESNext, true)],
  }) as Manifest
  for (const module of manifest.modules) {
    module.declarations = module.declarations.filter(({ tagName }) => tagName !== undefined)
    for (const declaration of module.declarations) {
      declaration.name = 'CamketWidgetElement'
      declaration.members =
        declaration.members?.filter(
          ({ kind, name, description }) =>
            kind === 'method' && !name?.startsWith('#') && !description?.includes('@internal'),
        ) ?? []
      declaration.attributes =
        declaration.attributes?.filter(({ name = '' }) => !notOurs.includes(name)) ?? []
      declaration.events = declaration.events?.filter(({ name }) => name) ?? []
    }
    const declaration = { name: 'CamketWidgetElement', module: 'index.js' }
    module.exports = [
      { kind: 'js', name: 'CamketWidgetElement', declaration },
      { kind: 'custom-element-definition', name: 'camket-widget', declaration },
    ]
  }
  return manifest
}
