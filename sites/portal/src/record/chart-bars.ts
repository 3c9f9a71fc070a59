import type { RecordView } from '@camket/contracts'

/** Of the chart in CSS pixels: bars stand between the two. */
export const chartTop = 14
export const chartFloor = 154

export type Bar = {
  /** Places along the chart, in percent of its width. */
  readonly middle: number
  readonly left: number
  readonly width: number
  /** Heights in pixels: of what was kept, and of what was not on top of it. None where there is nothing to show. */
  readonly kept: number
  readonly missed: number
  readonly month: string
}

const room = { left: 14, right: 100 } as const
const barShare = 0.62

/** A bar for each month: the whole height is all that fell due. A month without figures keeps its place. */
export function chartBars(months: RecordView['months']): Bar[] {
  const step = (room.right - room.left) / months.length
  return months.map(({ month, total }, index) => {
    const middle = room.left + step * (index + 0.5)
    const height = total && total.due > 0 ? chartFloor - chartTop : 0
    const kept = height * (total?.keptRate ?? 0)
    return {
      middle: round(middle),
      left: round(middle - (step * barShare) / 2),
      width: round(step * barShare),
      kept: round(kept),
      missed: round(height - kept),
      month,
    }
  })
}

const round = (value: number) => Math.round(value * 100) / 100
