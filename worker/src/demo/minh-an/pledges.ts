import type { Pledge } from '@camket/core'
import {
  changedPledges,
  money,
  orTheSameAgain,
  owed,
  owedPerDay,
  voucher,
  workingDays,
  workingHours,
  workingMinutes,
} from '../terms.ts'

const byAPerson = {
  vi: 'Một nhân viên trả lời quý khách, không phải thư tự động.',
  en: 'A person answers you; an automatic mail does not count.',
}

/** Version 3, in force now. */
export const pledges3: readonly Pledge[] = [
  {
    id: 'warranty-first-reply',
    for: { kinds: ['warranty'] },
    milestone: 'first_reply',
    within: workingHours(4),
    calendar: 'shop',
    note: byAPerson,
    remedy: orTheSameAgain(owed(3, voucher(50_000), money(40_000))),
  },
  {
    id: 'warranty-resolution',
    for: { kinds: ['warranty'] },
    milestone: 'resolution',
    within: workingDays(7),
    calendar: 'shop',
    note: {
      vi: 'Thời gian chờ quý khách trả lời không tính; thời gian chờ linh kiện vẫn tính.',
      en: 'Time spent waiting for your answer does not count; time spent waiting for parts does.',
    },
    remedy: owedPerDay(5, 20, money(50_000), voucher(70_000)),
  },
  {
    id: 'partner-first-reply',
    for: { kinds: ['warranty', 'support'], customerTypes: ['partner'] },
    moreSpecificThan: ['warranty-first-reply', 'support-first-reply'],
    milestone: 'first_reply',
    within: workingHours(2),
    calendar: 'shop',
    remedy: owed(3, voucher(100_000)),
  },
  {
    id: 'complaint-first-reply',
    for: { kinds: ['complaint'] },
    milestone: 'first_reply',
    within: workingDays(1),
    calendar: 'shop',
    note: {
      vi: 'Người trả lời là người có quyền quyết định, không phải tổng đài.',
      en: 'Whoever answers may decide; it is not the switchboard.',
    },
    remedy: orTheSameAgain(owed(3, money(100_000))),
  },
  {
    id: 'complaint-resolution',
    for: { kinds: ['complaint'] },
    milestone: 'resolution',
    within: workingDays(7),
    calendar: 'shop',
    note: {
      vi: 'Theo Điều 57 Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15.',
      en: 'As in article 57 of the Law on Protection of Consumers’ Rights 19/2023/QH15.',
    },
    remedy: owed(5, money(200_000), voucher(300_000)),
  },
  {
    id: 'support-first-reply',
    for: { kinds: ['support'] },
    milestone: 'first_reply',
    within: workingHours(8),
    calendar: 'shop',
    note: byAPerson,
    remedy: owed(3, voucher(30_000)),
  },
  {
    id: 'support-resolution',
    for: { kinds: ['support'] },
    milestone: 'resolution',
    within: workingDays(3),
    calendar: 'shop',
  },
  {
    id: 'next-reply',
    for: { kinds: ['warranty', 'complaint', 'support'] },
    milestone: 'next_reply',
    within: workingHours(8),
    calendar: 'shop',
    remedy: owed(3, voucher(20_000)),
  },
  {
    id: 'suggestion-first-reply',
    for: { kinds: ['suggestion'] },
    milestone: 'first_reply',
    within: workingDays(3),
    calendar: 'shop',
  },
  {
    id: 'callback-made',
    for: { kinds: ['callback'] },
    milestone: 'callback_made',
    within: workingMinutes(30),
    calendar: 'shop',
    remedy: owed(3, voucher(50_000)),
  },
]

/** Version 2 answered warranty requests more slowly and owed less. */
export const pledges2 = changedPledges(
  pledges3,
  {
    'warranty-first-reply': { within: workingHours(6), remedy: owed(5, voucher(30_000)) },
    'warranty-resolution': { within: workingDays(10), remedy: owed(5, voucher(200_000)) },
    'complaint-resolution': { remedy: owed(5, voucher(200_000)) },
    'next-reply': { within: workingDays(1), remedy: 'none' },
    'callback-made': { within: workingHours(1), remedy: owed(5, voucher(30_000)) },
  },
  { without: ['partner-first-reply'] },
)

/** Version 1 was a first try: fewer pledges, and compensation for warranty requests only. */
export const pledges1 = changedPledges(
  pledges2,
  {
    'warranty-first-reply': { within: workingHours(8), remedy: owed(10, voucher(20_000)) },
    'warranty-resolution': { within: workingDays(15), remedy: owed(10, voucher(100_000)) },
    'complaint-first-reply': { within: workingDays(2), remedy: 'none' },
    'complaint-resolution': { remedy: 'none' },
    'support-first-reply': { within: workingDays(2), remedy: 'none' },
    'callback-made': { within: workingHours(4), remedy: 'none' },
  },
  { without: ['next-reply', 'support-resolution'] },
)
