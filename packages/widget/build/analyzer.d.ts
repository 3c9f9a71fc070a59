// The analyzer's own types tell only of its plug-ins.
declare module '@custom-elements-manifest/analyzer' {
  export const ts: {
    createSourceFile: (name: string, text: string, target: number, setParents: boolean) => unknown
    ScriptTarget: { ESNext: number }
  }
  export function create(options: { modules: unknown[] }): unknown
}
