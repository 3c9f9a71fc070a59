import type { Import } from './read-source.ts'

/** For each file, what it imports that is left when the types are gone. */
export function valueImports(imports: readonly Import[]): ReadonlyMap<string, readonly string[]> {
  const graph = new Map<string, string[]>()
  for (const { from, target, typesOnly } of imports) {
    if (!typesOnly) graph.set(from, [...(graph.get(from) ?? []), target])
  }
  return graph
}

/** Whether a file is such a file, or imports one, however far away. */
export function reaches(
  graph: ReadonlyMap<string, readonly string[]>,
  start: string,
  isGoal: (file: string) => boolean,
): boolean {
  const seen = new Set<string>()
  const waiting = [start]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (isGoal(file)) return true
    if (!seen.has(file)) waiting.push(...(graph.get(file) ?? []))
    seen.add(file)
  }
  return false
}

/** A round of files that import each other, as `a → b → a`; each round once. Types make no round. */
export function importCycles(imports: readonly Import[]): string[] {
  const targets = valueImports(imports)
  const finished = new Set<string>()
  const cycles: string[] = []
  function visit(file: string, path: string[]): void {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    if (finished.has(file)) return
    for (const target of targets.get(file) ?? []) visit(target, [...path, file])
    finished.add(file)
  }
  for (const file of targets.keys()) visit(file, [])
  return cycles
}
