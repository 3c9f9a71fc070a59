import type { FactCondition } from './commitment.ts'
import type { Facts } from './vocabulary.ts'

/** A fact that nobody has noted makes no condition true. */
export function isSo({ fact, atLeast, below }: FactCondition, facts: Facts): boolean {
  const value = Object.hasOwn(facts, fact) ? facts[fact] : undefined
  if (value === undefined) return false
  return atLeast === undefined ? below !== undefined && value < below : value >= atLeast
}
