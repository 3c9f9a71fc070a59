import type { PreviewView } from '@camket/contracts'
import { previewDeadlines as decide, type Locale } from '@camket/core'
import type { Context } from '../context.ts'
import type { Merchant } from '../merchants/store.ts'
import { deadlineView } from './deadline-view.ts'
import { type FilingInput, readFiling } from './filing.ts'

/**
 * The deadlines and coverage that a request would get if it were sent now. Nobody is looked up by address or number,
 * so that it tells no one who is known here.
 */
export async function previewDeadlines(
  context: Context,
  merchant: Merchant,
  input: FilingInput,
  locale: Locale,
): Promise<PreviewView> {
  const { request, commitment, coverage } = await readFiling(context, merchant, input, undefined)
  const deadlines = decide(request, commitment, context.now)
  return {
    deadlines: deadlines.map((deadline) => deadlineView(deadline, context.now, locale)),
    ...(coverage && { coverage }),
  }
}
