import type { Commitment } from '@camket/core'
import { publicHolidays, swappedSaturdays } from '../public-holidays.ts'
import { pledges1, pledges2, pledges3 } from './pledges.ts'

const day = ['08:00-12:00', '13:30-17:30']

const version3: Commitment = {
  title: { vi: 'Cam kết dịch vụ khách hàng', en: 'Our commitment to customers' },
  summary: {
    vi: 'Những điều quý khách có quyền trông đợi ở chúng tôi, thời hạn chúng tôi phải làm, và khoản chúng tôi đền nếu không làm đúng.',
    en: 'What you may count on from us, by when we must do it, and what we owe you if we do not.',
  },
  languages: ['vi', 'en'],
  currency: 'VND',
  calendars: {
    shop: {
      timeZone: 'Asia/Ho_Chi_Minh',
      week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: ['08:00-12:00'], sun: [] },
      dates: { ...publicHolidays, ...Object.fromEntries(swappedSaturdays.map((date) => [date, day])) },
    },
  },
  qualityStatements: [
    {
      id: 'genuine',
      text: {
        vi: 'Hàng bán ra là hàng chính hãng, mới, có tem và số seri tra cứu được.',
        en: 'What we sell is genuine and new, with a label and a serial number that can be looked up.',
      },
    },
    {
      id: 'one-owner',
      text: {
        vi: 'Mỗi yêu cầu luôn có đúng một người chịu trách nhiệm; chuyển bộ phận được ghi công khai.',
        en: 'Every request always has exactly one person who answers for it; every hand-off is shown in public.',
      },
    },
    {
      id: 'price-first',
      text: {
        vi: 'Không làm phát sinh chi phí khi quý khách chưa đồng ý bằng văn bản.',
        en: 'Nothing that costs you extra is done before you have agreed to it in writing.',
      },
    },
    {
      id: 'loan',
      text: {
        vi: 'Sửa tủ lạnh, bình nước nóng quá hai ngày làm việc: cho mượn máy thay thế.',
        en: 'If a fridge or water heater takes more than two working days to repair, we lend you another.',
      },
    },
  ],
  pledges: pledges3,
  warranties: [
    {
      id: 'large',
      goods: {
        vi: 'Tủ lạnh, máy giặt, điều hòa, tivi, bình nước nóng',
        en: 'Refrigerators, washing machines, air conditioners, television sets, water heaters',
      },
      months: 24,
      covers: 'parts_and_labour',
      where: 'at_home',
    },
    {
      id: 'small',
      goods: {
        vi: 'Máy lọc nước, nồi cơm, lò vi sóng, máy hút bụi, quạt',
        en: 'Water filters, rice cookers, microwave ovens, vacuum cleaners, fans',
      },
      months: 12,
      covers: 'parts_and_labour',
      where: 'brought_in',
      note: {
        vi: 'Nhận tại mọi cửa hàng Minh An, không cần hộp.',
        en: 'Taken at every Minh An shop; the box is not needed.',
      },
    },
  ],
  returns: [
    {
      id: 'unused',
      goods: { vi: 'Hàng chưa lắp đặt, chưa dùng', en: 'Goods not yet installed or used' },
      days: 7,
      gives: ['money', 'exchange'],
      wayBackPaidBy: 'merchant',
      countries: ['VN'],
    },
  ],
  worstCases: [
    {
      id: 'three-repairs',
      title: { vi: 'Sửa ba lần chưa hết lỗi', en: 'Three repairs and still broken' },
      text: {
        vi: 'Đổi máy mới cùng loại hoặc hoàn đủ tiền, quý khách chọn. Thời hạn bảo hành cộng thêm số ngày chúng tôi giữ máy.',
        en: 'A new one of the same kind or all of your money back, as you choose. The warranty is longer by the days we had it.',
      },
    },
    {
      id: 'broken-on-delivery',
      title: { vi: 'Giao hàng bị vỡ', en: 'Broken on delivery' },
      text: {
        vi: 'Gửi ảnh trong 48 giờ. Đổi mới trong 3 ngày làm việc, chúng tôi trả phí vận chuyển hai chiều.',
        en: 'Send a photo within 48 hours. A new one comes within 3 working days; we pay both ways.',
      },
    },
    {
      id: 'missed-visit',
      title: { vi: 'Hẹn mà thợ không đến', en: 'A visit that nobody made' },
      text: {
        vi: 'Hẹn lại theo giờ quý khách chọn và bồi thường như một lần trễ hạn khiếu nại.',
        en: 'A new visit at the hour you choose, and the same compensation as for a complaint answered late.',
      },
    },
    {
      id: 'damage',
      title: { vi: 'Thợ làm hỏng đồ trong nhà', en: 'Something in your home is damaged' },
      text: {
        vi: 'Chúng tôi sửa hoặc đền theo giá thị trường, quý khách không phải chứng minh lỗi của thợ.',
        en: 'We mend it or pay its market price; you need not prove that it was our fault.',
      },
    },
  ],
  exclusions: [
    {
      code: 'out-of-term',
      text: { vi: 'Sản phẩm đã hết thời hạn bảo hành.', en: 'The warranty term of the product is over.' },
      burdenOfProof: 'merchant',
      evidenceNeeded: false,
    },
    {
      code: 'misuse',
      text: {
        vi: 'Hỏng do dùng trái với hướng dẫn đi kèm sản phẩm.',
        en: 'Damage from use against the instructions that came with the product.',
      },
      burdenOfProof: 'merchant',
      evidenceNeeded: true,
    },
    {
      code: 'rodents-and-insects',
      text: { vi: 'Hỏng do chuột, côn trùng.', en: 'Damage by rodents or insects.' },
      burdenOfProof: 'merchant',
      evidenceNeeded: true,
    },
    {
      code: 'power-surge',
      text: {
        vi: 'Hỏng do sét hoặc điện áp ngoài mức ghi trên tem.',
        en: 'Damage by lightning or by a voltage outside what the label says.',
      },
      burdenOfProof: 'merchant',
      evidenceNeeded: true,
    },
  ],
  partnerTerms: [
    {
      id: 'dealers',
      text: {
        vi: 'Đại lý gửi yêu cầu thay khách được trả lời trong 2 giờ làm việc và được đổi hàng tại tuyến giao gần nhất.',
        en: 'Dealers who write for a customer are answered within 2 working hours and get the exchange with the next round.',
      },
    },
    {
      id: 'suppliers',
      text: {
        vi: 'Nhà cung cấp được thanh toán trong 30 ngày kể từ ngày đối soát khớp.',
        en: 'Suppliers are paid within 30 days of a statement that both sides agree on.',
      },
    },
  ],
  escalation: [
    {
      name: 'Trần Thị Thu Hà',
      role: { vi: 'Trưởng phòng chăm sóc khách hàng', en: 'Head of customer care' },
      email: 'lead@minh-an.example',
      phone: '+84 28 7300 0101',
    },
    {
      name: 'Nguyễn Minh An',
      role: { vi: 'Giám đốc', en: 'Director' },
      email: 'owner@minh-an.example',
    },
  ],
  legalBasis: [
    {
      id: 'consumer-law',
      text: {
        vi: 'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15, các điều 30 (bảo hành) và 57 (thương lượng trong 7 ngày làm việc).',
        en: 'Law on Protection of Consumers’ Rights 19/2023/QH15, articles 30 (warranty) and 57 (negotiation within 7 working days).',
      },
    },
    {
      id: 'civil-code',
      text: {
        vi: 'Bộ luật Dân sự 91/2015/QH13, các điều 446 đến 449 về nghĩa vụ bảo hành.',
        en: 'Civil Code 91/2015/QH13, articles 446 to 449 on the duty of warranty.',
      },
    },
  ],
}

const version2: Commitment = {
  ...version3,
  pledges: pledges2,
  returns:
    version3.returns?.map((clause) => ({
      ...clause,
      days: 3,
      gives: ['exchange'],
      wayBackPaidBy: 'customer',
    })) ?? [],
  worstCases: version3.worstCases.filter(({ id }) => id !== 'damage'),
  partnerTerms: version3.partnerTerms.filter(({ id }) => id !== 'dealers'),
}

const version1: Commitment = {
  ...version2,
  pledges: pledges1,
  warranties: version2.warranties?.map((clause) => ({ ...clause, months: 12 })) ?? [],
  returns: [],
  qualityStatements: version2.qualityStatements.filter(({ id }) => id !== 'loan'),
  worstCases: version2.worstCases.filter(({ id }) => id === 'broken-on-delivery' || id === 'three-repairs'),
}

/** In order. */
export const versions: readonly Commitment[] = [version1, version2, version3]
