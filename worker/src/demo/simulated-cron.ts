import { limits } from '@camket/contracts'
import type { Context } from '../context.ts'
import { closeResolved } from '../deadlines/close-resolved.ts'
import { sweep } from '../deadlines/sweep.ts'
import { readNextDue } from './store.ts'

const minute = 60_000
const day = 86_400_000
/** Nothing is seen of when exactly a request was closed; once a quarter of a day keeps the demo quick to make. */
const closingStep = day / 4

/** The cron of the demo's past: it runs at those minutes only at which it has something to do. */
export class SimulatedCron {
  /** The earliest that either may be due; undefined when something may have come nearer. */
  #next: { missedAt?: Date; resolvedAt?: Date } | undefined

  /** New deadlines, which are watched from now on. */
  watch(deadlines: readonly { readonly dueAt: Date }[]): void {
    for (const { dueAt } of deadlines) {
      if (this.#next && !(this.#next.missedAt && this.#next.missedAt <= dueAt)) {
        this.#next = { ...this.#next, missedAt: dueAt }
      }
    }
  }

  /** Something happened that may have brought the next miss or closing nearer. */
  lookAgain(): void {
    this.#next = undefined
  }

  /** Sweeps or closes once, if there is reason to by `now`; the instant at which it ran. */
  async runOnce(context: Context): Promise<Date | undefined> {
    this.#next ??= await readNextDue(context.db)
    const run = nextRun(this.#next)
    if (!run || run.at > context.now) return undefined
    await run.job({ ...context, now: run.at })
    this.lookAgain()
    return run.at
  }
}

type Run = { readonly at: Date; readonly job: (context: Context) => Promise<unknown> }

function nextRun({ missedAt, resolvedAt }: { missedAt?: Date; resolvedAt?: Date }): Run | undefined {
  const runs: Run[] = []
  if (missedAt) runs.push({ at: stepAfter(missedAt.getTime(), minute), job: sweep })
  if (resolvedAt) {
    const closedAfter = resolvedAt.getTime() + limits.reopen_days * day
    runs.push({ at: stepAfter(closedAfter, closingStep), job: closeResolved })
  }
  return runs.sort((one, other) => one.at.getTime() - other.at.getTime())[0]
}

/** The first multiple of a step after this instant. */
function stepAfter(millis: number, step: number): Date {
  return new Date((Math.floor(millis / step) + 1) * step)
}
