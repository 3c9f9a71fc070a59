/** For what cannot happen unless our own code is wrong; what a caller may get wrong is a `Refusal`. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message)
}
