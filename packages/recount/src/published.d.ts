/** What a Camket publishes; see its /api/v1/docs. Written down here once more, because this is a second opinion. */
export type Money = { amount: number; currency: string }

export type Figures = {
  due: number
  kept: number
  missed: number
  late: number
  excluded: number
  keptRate: number | null
  medianMinutes: number | null
  p90Minutes: number | null
  remedies: { owed: number; settled: number; waived: number; expired: number; amounts: Money[] }
}

export type Group = { pledge: string; milestone: string; figures: Figures | null }

export type Part = { total: Figures | null; settlements: Figures | null; pledges: Group[] }

export type PublishedRecord = Part & {
  days: number
  from: string
  to: string
  hiddenUnder: number
  months: (Part & { month: string })[]
}

export type Line = {
  handle: string
  day: string
  pledge: string | null
  milestone: string | null
  outcome: string
  minutes: number | null
  remedy: { state: string; amount: Money | null } | null
}

export type Published = { origin: string; merchant: string; records: PublishedRecord[]; lines: Line[] }
