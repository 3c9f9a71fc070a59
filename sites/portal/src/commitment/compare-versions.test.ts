import { describe, expect, it } from 'vitest'
import { stringsIn } from '../strings/strings.ts'
import { exampleView } from '../testing/example-view.ts'
import { compareVersions } from './compare-versions.ts'

type Document = typeof exampleView.document
const { document } = exampleView
const told = { locale: 'vi', words: stringsIn('vi') } as const
const change = (changes: Partial<Document>) => compareVersions(document, { ...document, ...changes }, told)
const moved = (sections: ReturnType<typeof change>) =>
  sections.flatMap(({ key, clauses }) =>
    clauses.filter((clause) => clause.change !== 'same').map((clause) => ({ key, ...clause })),
  )
const words = (parts: readonly { text: string; isChanged: boolean }[] = []) =>
  parts.filter(({ isChanged }) => isChanged).map(({ text }) => text.trim())

describe('two versions side by side', () => {
  it('tell nothing where nothing changed', () => {
    expect(moved(change({}))).toEqual([])
  })

  it('mark the number that changed in a pledge, and tell its clause in both', () => {
    const [first, ...rest] = document.pledges
    if (!first) throw new Error('The example has pledges')
    const [clause, ...others] = moved(
      change({ pledges: [...rest, { ...first, within: { amount: 2, unit: 'working_hour' } }] }),
    )
    expect(others).toEqual([])
    expect(clause).toMatchObject({
      key: 'pledges',
      change: 'changed',
      before: { number: '1.1' },
      after: { number: '1.2' },
    })
    expect(clause?.lines.map((line) => [words(line.before), words(line.after)])[0]).toEqual([['4'], ['2']])
  })

  it('tell an added and a removed clause as a whole', () => {
    const [clause] = moved(change({ exclusions: [] }))
    expect(clause).toMatchObject({
      key: 'exclusions',
      change: 'removed',
      before: { anchor: 'exclusion-misuse' },
    })
    expect(clause?.after).toBeUndefined()
    expect(clause?.lines.map((line) => words(line.before))).toEqual([
      ['Dùng sai'],
      ['Chúng tôi phải chứng minh.'],
      ['Phải kèm bằng chứng.'],
    ])
  })

  it('tell who has to prove an exclusion when only that changed', () => {
    const [exclusion] = document.exclusions
    if (!exclusion) throw new Error('The example has an exclusion')
    const [clause] = moved(
      change({ exclusions: [{ ...exclusion, burdenOfProof: 'customer', evidenceNeeded: false }] }),
    )
    expect(clause?.lines.map((line) => [words(line.before), words(line.after)])).toEqual([
      [[], []],
      [['Chúng tôi phải'], ['Quý khách cần']],
      [['Phải kèm bằng chứng.'], []],
    ])
  })

  it('tell of hours and days off only what differs', () => {
    const { shop } = document.calendars
    if (!shop) throw new Error('The example has a calendar')
    const dates = { '2026-12-24': ['08:00-12:00'], '2027-01-01': [] }
    const before = { ...document, calendars: { shop: { ...shop, dates } } }
    const after = { ...document, calendars: { shop: { ...shop, dates: { ...dates, '2027-01-02': [] } } } }
    const [clause] = moved(compareVersions(before, after, told))
    expect(clause).toMatchObject({ key: 'calendars', change: 'changed' })
    expect(clause?.lines.flatMap((line) => words(line.after))).toEqual(['T7 02/01/2027: nghỉ'])
    expect(clause?.lines.length).toBe(2)
  })

  it('say that something changed although no word that is shown did', () => {
    const title = { ...document.title, en: 'Promise' }
    expect(moved(change({ title }))).toMatchObject([{ key: 'preamble', change: 'changed', lines: [] }])
  })

  it('show a pledge that owes something for the first time on the later side alone', () => {
    const [first, ...rest] = document.pledges
    if (!first) throw new Error('The example has pledges')
    const remedy = {
      choice: [{ type: 'voucher' as const, value: { amount: 50_000, currency: 'VND' } }],
      accrual: { type: 'once' as const },
      settlement: { type: 'automatic' as const, payWithin: { amount: 3, unit: 'working_day' as const } },
    }
    const [clause] = moved(change({ pledges: [{ ...first, remedy }, ...rest] }))
    const owed = clause?.lines.find((line) => words(line.after).some((text) => text.includes('50.000')))
    expect(owed?.before).toBeUndefined()
  })
})
