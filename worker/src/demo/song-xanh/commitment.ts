import type { Commitment, Pledge } from '@camket/core'
import { publicHolidays } from '../public-holidays.ts'
import {
  changedPledges,
  money,
  orTheSameAgain,
  owed,
  owedPerDay,
  voucher,
  workingDays,
  workingHours,
} from '../terms.ts'

const long = ['09:00-18:00']
const pledges: readonly Pledge[] = [
  {
    id: 'plants-first-reply',
    for: { kinds: ['warranty'] },
    milestone: 'first_reply',
    within: workingHours(3),
    calendar: 'nursery',
    note: {
      vi: 'Người trả lời là người trồng cây, không phải tổng đài.',
      en: 'A gardener answers, not a call centre.',
    },
    remedy: owed(3, voucher(60_000)),
  },
  {
    id: 'plants-resolution',
    for: { kinds: ['warranty'] },
    milestone: 'resolution',
    within: workingDays(4),
    calendar: 'nursery',
    remedy: owedPerDay(3, 14, money(30_000), voucher(45_000)),
  },
  {
    id: 'complaint-first-reply',
    for: { kinds: ['complaint'] },
    milestone: 'first_reply',
    within: workingHours(6),
    calendar: 'nursery',
    remedy: orTheSameAgain(owed(3, money(80_000))),
  },
  {
    id: 'complaint-resolution',
    for: { kinds: ['complaint'] },
    milestone: 'resolution',
    within: workingDays(5),
    calendar: 'nursery',
    remedy: owed(3, money(150_000)),
  },
  {
    id: 'support-first-reply',
    for: { kinds: ['support'] },
    milestone: 'first_reply',
    within: { amount: 24, unit: 'hour' },
    calendar: 'hotline',
    note: {
      vi: 'Cả cuối tuần và ngày lễ: cây không biết ngày nghỉ.',
      en: 'On weekends and holidays too: plants know no days off.',
    },
    remedy: owed(3, voucher(30_000)),
  },
  {
    id: 'next-reply',
    for: {},
    milestone: 'next_reply',
    within: { amount: 24, unit: 'hour' },
    calendar: 'hotline',
  },
  {
    id: 'suggestion-first-reply',
    for: { kinds: ['suggestion'] },
    milestone: 'first_reply',
    within: { amount: 5, unit: 'calendar_day' },
    calendar: 'hotline',
  },
  {
    id: 'callback-made',
    for: { kinds: ['callback'] },
    milestone: 'callback_made',
    within: workingHours(1),
    calendar: 'nursery',
    remedy: owed(3, voucher(50_000)),
  },
]

const version2: Commitment = {
  title: { en: 'Our promise to you and your plants', vi: 'Lời hứa với bạn và với cây' },
  summary: {
    en: 'Living things can not wait. This is what we do when something goes wrong, how fast, and what we owe you if we are late.',
    vi: 'Cây không chờ được. Đây là việc chúng tôi làm khi có chuyện, nhanh đến đâu, và khoản chúng tôi nợ bạn nếu trễ.',
  },
  languages: ['en', 'vi'],
  currency: 'VND',
  calendars: {
    nursery: {
      timeZone: 'Asia/Ho_Chi_Minh',
      week: { mon: [], tue: long, wed: long, thu: long, fri: long, sat: long, sun: ['09:00-13:00'] },
      dates: publicHolidays,
    },
    hotline: {
      timeZone: 'Asia/Ho_Chi_Minh',
      week: {
        mon: ['07:00-21:00'],
        tue: ['07:00-21:00'],
        wed: ['07:00-21:00'],
        thu: ['07:00-21:00'],
        fri: ['07:00-21:00'],
        sat: ['07:00-21:00'],
        sun: ['07:00-21:00'],
      },
      dates: {},
    },
  },
  qualityStatements: [
    {
      id: 'healthy',
      text: {
        en: 'A plant leaves our nursery healthy, rooted, and free of pests.',
        vi: 'Cây rời vườn khi khỏe, đã bén rễ và sạch sâu bệnh.',
      },
    },
    {
      id: 'same-morning',
      text: {
        en: 'Greens are cut on the morning on which they are delivered.',
        vi: 'Rau được cắt ngay buổi sáng giao đến bạn.',
      },
    },
    {
      id: 'in-person',
      text: {
        en: 'Plants are handed over in person and never left outside.',
        vi: 'Cây được giao tận tay, không để ngoài cửa.',
      },
    },
  ],
  pledges,
  warranties: [
    {
      id: 'plants',
      goods: { en: 'Plants and starter kits', vi: 'Cây và bộ gieo trồng' },
      months: 1,
      note: {
        en: 'For plants it means that they live: see “It dies within 30 days”.',
        vi: 'Với cây, nghĩa là cây sống: xem “Cây chết trong 30 ngày”.',
      },
    },
    {
      id: 'pots-and-meters',
      goods: { en: 'Pots and meters', vi: 'Chậu và máy đo' },
      months: 6,
      covers: 'parts_and_labour',
      where: 'picked_up',
    },
    {
      id: 'lights',
      goods: { en: 'Grow lights', vi: 'Đèn trồng cây' },
      months: 12,
      covers: 'parts_and_labour',
      where: 'picked_up',
    },
  ],
  returns: [
    {
      id: 'hardware',
      goods: { en: 'Pots, meters and lights', vi: 'Chậu, máy đo và đèn' },
      days: 14,
      gives: ['money', 'credit'],
      wayBackPaidBy: 'customer',
      countries: ['VN'],
    },
  ],
  worstCases: [
    {
      id: 'dead-on-arrival',
      title: { en: 'It arrives dead or broken', vi: 'Cây đến nơi đã chết hoặc gãy' },
      text: {
        en: 'Send a photo within 24 hours: a new one comes with the next round, and you keep the pot.',
        vi: 'Gửi ảnh trong 24 giờ: chuyến sau có cây mới, chậu cũ bạn giữ.',
      },
    },
    {
      id: 'lost-in-a-month',
      title: { en: 'It dies within 30 days', vi: 'Cây chết trong 30 ngày' },
      text: {
        en: 'We replace it once, whatever the reason, unless one of the exclusions below is shown.',
        vi: 'Đổi một lần, bất kể lý do, trừ khi chứng minh được một trường hợp loại trừ.',
      },
    },
    {
      id: 'late-box',
      title: { en: 'Your box comes late', vi: 'Hộp rau đến trễ' },
      text: {
        en: 'More than three hours late: the box is free. A day late: the money back and the box is yours.',
        vi: 'Trễ quá ba giờ: miễn phí hộp đó. Trễ một ngày: hoàn tiền và hộp vẫn của bạn.',
      },
    },
  ],
  exclusions: [
    {
      code: 'overwatering',
      text: {
        en: 'The roots have rotted from too much water.',
        vi: 'Rễ thối do tưới quá nhiều nước.',
      },
      burdenOfProof: 'merchant',
      evidenceNeeded: true,
    },
    {
      code: 'after-arrival',
      text: {
        en: 'Damage in transport that was told later than 24 hours after delivery.',
        vi: 'Hư hại khi vận chuyển được báo sau 24 giờ kể từ lúc nhận.',
      },
      burdenOfProof: 'merchant',
      evidenceNeeded: false,
    },
  ],
  partnerTerms: [
    {
      id: 'growers',
      text: {
        en: 'Growers who supply us are paid every Friday for what was delivered until Wednesday.',
        vi: 'Nhà vườn được thanh toán mỗi thứ Sáu cho hàng giao đến thứ Tư.',
      },
    },
  ],
  escalation: [
    {
      name: 'Vũ Hoàng Lan',
      role: { en: 'Head of care', vi: 'Phụ trách chăm sóc' },
      email: 'lead@song-xanh.example',
    },
    {
      name: 'Đặng Ngọc Xanh',
      role: { en: 'Founder', vi: 'Người sáng lập' },
      email: 'owner@song-xanh.example',
      phone: '+84 28 7300 0202',
    },
  ],
  legalBasis: [
    {
      id: 'consumer-law',
      text: {
        en: 'Law on Protection of Consumers’ Rights 19/2023/QH15.',
        vi: 'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15.',
      },
    },
  ],
}

const version1: Commitment = {
  ...version2,
  returns: [],
  pledges: changedPledges(
    pledges,
    {
      'plants-first-reply': { within: workingHours(6), remedy: owed(5, voucher(40_000)) },
      'plants-resolution': { within: workingDays(6), remedy: owed(5, voucher(100_000)) },
      'complaint-resolution': { remedy: owed(5, voucher(100_000)) },
      'callback-made': { remedy: 'none' },
    },
    { without: ['next-reply'] },
  ),
  worstCases: version2.worstCases.filter(({ id }) => id !== 'late-box'),
}

/** In order. */
export const versions: readonly Commitment[] = [version1, version2]
