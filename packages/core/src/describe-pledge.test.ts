import { describe, expect, it } from 'vitest'
import { exampleCommitment } from '../test/example-commitment.ts'
import type { Pledge, PledgeScope } from './commitment.ts'
import { describeDuration } from './describe-duration.ts'
import { describePledge, describePledgeShort } from './describe-pledge.ts'
import { durationUnits } from './duration.ts'
import { kindName, milestoneName } from './names.ts'
import { channels, customerTypes, kinds, type Milestone, milestones, priorities } from './vocabulary.ts'

const pledge = (milestone: Milestone, scope: PledgeScope = {}): Pledge => ({
  id: 'pledge',
  for: scope,
  milestone,
  within: { amount: 4, unit: 'working_hour' },
  calendar: 'office',
})

describe('a pledge in words', () => {
  it.each<[Milestone, PledgeScope, string, string]>([
    [
      'first_reply',
      { kinds: ['warranty'] },
      'Trả lời yêu cầu bảo hành trong 4 giờ làm việc',
      'We answer a warranty request within 4 working hours',
    ],
    [
      'next_reply',
      {},
      'Trả lời mỗi tin nhắn tiếp theo về mọi yêu cầu trong 4 giờ làm việc',
      'We answer each further message about any request within 4 working hours',
    ],
    [
      'resolution',
      { kinds: ['complaint', 'suggestion'] },
      'Giải quyết khiếu nại và góp ý trong 4 giờ làm việc',
      'We resolve a complaint or a suggestion within 4 working hours',
    ],
    [
      'callback_made',
      { kinds: ['callback'] },
      'Gọi lại trong 4 giờ làm việc kể từ giờ đã hẹn',
      'We call back within 4 working hours of the time agreed',
    ],
    [
      'callback_made',
      { kinds: ['callback'], tiers: ['A'] },
      'Thực hiện yêu cầu gọi lại của khách hạng A trong 4 giờ làm việc kể từ giờ đã hẹn',
      'We honour a call-back request from a customer of tier A within 4 working hours of the time agreed',
    ],
  ])('says what is done, for which requests, within how long: %s of %o', (milestone, scope, vi, en) => {
    expect(describePledge(pledge(milestone, scope), 'vi')).toBe(vi)
    expect(describePledge(pledge(milestone, scope), 'en')).toBe(en)
  })

  it('tells every condition that it is matched by', () => {
    const scope: PledgeScope = {
      kinds: ['warranty'],
      priorities: ['high', 'urgent'],
      categories: ['tủ lạnh'],
      customerTypes: ['supplier', 'partner'],
      tiers: ['A', 'B'],
      channels: ['email', 'phone'],
    }
    expect(describePledge(pledge('first_reply', scope), 'vi')).toBe(
      'Trả lời yêu cầu bảo hành ưu tiên cao hoặc khẩn cấp về tủ lạnh của nhà cung cấp hoặc đối tác hạng A hoặc B ' +
        'gửi qua thư điện tử hoặc điện thoại trong 4 giờ làm việc',
    )
    expect(describePledge(pledge('first_reply', scope), 'en')).toBe(
      'We answer a warranty request of high or urgent priority about tủ lạnh from a supplier or a partner ' +
        'of tier A or B sent through e-mail or telephone within 4 working hours',
    )
  })

  it('never says the same of pledges for different requests', () => {
    const scopes: PledgeScope[] = [
      {},
      ...kinds.map((kind) => ({ kinds: [kind] })),
      ...priorities.map((priority) => ({ priorities: [priority] })),
      ...customerTypes.map((type) => ({ customerTypes: [type] })),
      ...channels.map((channel) => ({ channels: [channel] })),
      { tiers: ['A'] },
      { tiers: ['B'] },
      { categories: ['A'] },
    ]
    for (const locale of ['vi', 'en'] as const) {
      const sentences = milestones.flatMap((milestone) =>
        // A call is about a call-back request, whether the scope says so or not.
        scopes
          .filter((scope) => milestone !== 'callback_made' || !scope.kinds?.includes('callback'))
          .map((scope) => describePledge(pledge(milestone, scope), locale)),
      )
      expect(new Set(sentences).size).toBe(sentences.length)
    }
  })

  it('is short where the kind of request is plain from the place', () => {
    expect(describePledgeShort(pledge('first_reply'), 'vi')).toBe('Trả lời trong 4 giờ làm việc')
    expect(describePledgeShort(pledge('resolution'), 'en')).toBe('Resolved within 4 working hours')
  })
})

describe('a duration in words', () => {
  it('is told apart by its unit, in the singular and the plural', () => {
    expect(describeDuration({ amount: 1, unit: 'working_day' }, 'en')).toBe('1 working day')
    expect(describeDuration({ amount: 2, unit: 'working_day' }, 'en')).toBe('2 working days')
    expect(describeDuration({ amount: 1_440, unit: 'minute' }, 'vi')).toBe('1.440 phút')
    for (const locale of ['vi', 'en'] as const) {
      const all = durationUnits.map((unit) => describeDuration({ amount: 3, unit }, locale))
      expect(new Set(all).size).toBe(durationUnits.length)
    }
  })
})

describe('names', () => {
  it('are different for each milestone and each kind, in both languages', () => {
    for (const locale of ['vi', 'en'] as const) {
      expect(new Set(milestones.map((milestone) => milestoneName(milestone, locale))).size).toBe(
        milestones.length,
      )
      expect(new Set(kinds.map((kind) => kindName(kind, locale))).size).toBe(kinds.length)
    }
    expect(milestoneName('first_reply', 'vi')).toBe('Trả lời đầu tiên')
    expect(exampleCommitment.pledges.every((each) => describePledge(each, 'vi').length > 0)).toBe(true)
  })
})
