import {
  both,
  calendars,
  consumerAuthority,
  consumerLaw,
  lawfulComplaint,
  misuse,
  outOfTerm,
  type Template,
} from './template.ts'

/** No more than what Vietnam's law on consumers asks of everybody (Law 19/2023/QH15, articles 30 and 57). */
export const statutory: Template = {
  id: 'statutory',
  name: { vi: 'Mức tối thiểu theo luật', en: 'The statutory minimum' },
  description: {
    vi: 'Chỉ những gì Luật 19/2023/QH15 bắt buộc: tiếp nhận và thương lượng khiếu nại trong 7 ngày làm việc; không nêu khoản đền.',
    en: 'Only what Law 19/2023/QH15 asks for: complaints taken up and negotiated within 7 working days; no sum is named.',
  },
  document: ({ timeZone }) => ({
    title: both('Cam kết với người tiêu dùng', 'Our commitment to consumers'),
    summary: both(
      'Những gì pháp luật bảo đảm cho quý khách, và cách chúng tôi thực hiện.',
      'What the law assures you of, and how we go about it.',
    ),
    languages: ['vi', 'en'],
    currency: 'VND',
    calendars: { office: calendars.office(timeZone) },
    qualityStatements: [
      {
        id: 'as-described',
        text: both(
          'Hàng hóa, dịch vụ đúng với nội dung đã công bố và chứng từ giao dịch.',
          'Goods and services are as we announced them and as the papers of the sale say.',
        ),
      },
      {
        id: 'warranty',
        text: both(
          'Trong thời gian bảo hành, quý khách được cấp phụ tùng, linh kiện hoặc mượn sản phẩm thay thế. Sửa từ ba lần trở lên không hết lỗi: đổi mới hoặc hoàn tiền.',
          'While under warranty you get the parts, or another product to use meanwhile. If three repairs do not mend it, you get a new one or your money back.',
        ),
      },
    ],
    pledges: [lawfulComplaint('office')],
    worstCases: [consumerAuthority],
    exclusions: [outOfTerm, misuse],
    partnerTerms: [],
    escalation: [],
    legalBasis: [consumerLaw],
  }),
}
