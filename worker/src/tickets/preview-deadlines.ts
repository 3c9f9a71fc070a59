import type { PreviewView } from '@camket/contracts'
import { previewDeadlines as decide, type Locale } from '@camket/core'
import { describeCoverage } from '@camket/core/describe-coverage'
import { present } from '@camket/core/present'
import type { Context } from '../context.ts'
import type { Merchant } from '../merchants/store.ts'
import { deadlineView } from './deadline-view.ts'
import { type FilingInput, type FilingRows, filingFrom } from './filing.ts'

/** The deadlines and coverage that a request would get if it were sent now. */
export async function previewDeadlines(
  context: Context,
  merchant: Merchant,
  { input, rows, locale }: { input: FilingInput; rows: FilingRows; locale: Locale },
): Promise<PreviewView> {
  const { now } = context
  const { timeZone } = merchant
  const { request, commitment, coverage } = await filingFrom(rows, context, merchant, input)
  const deadlines = decide(request, commitment, now)
  return {
    deadlines: deadlines.map((deadline) => deadlineView(deadline, { now, locale, timeZone })),
    ...(coverage && { coverage: { ...coverage, ...present({ text: describeCoverage(coverage, locale) }) } }),
  }
}
