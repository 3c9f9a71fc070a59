import type {
  Channel,
  CustomerType,
  Kind,
  Locale,
  Milestone,
  Priority,
  RatingAbout,
  RatingCause,
  RatingLevel,
} from './vocabulary.ts'

type Names<T extends string | number> = Record<Locale, Record<T, string>>

const milestoneNames: Names<Milestone> = {
  vi: {
    first_reply: 'Trả lời đầu tiên',
    next_reply: 'Trả lời tiếp theo',
    resolution: 'Giải quyết',
    callback_made: 'Gọi lại',
    remedy_settled: 'Bồi thường',
  },
  en: {
    first_reply: 'First reply',
    next_reply: 'Next reply',
    resolution: 'Resolution',
    callback_made: 'Call-back',
    remedy_settled: 'Compensation',
  },
}

const kindNames: Names<Kind> = {
  vi: {
    support: 'Hỗ trợ sử dụng',
    warranty: 'Bảo hành',
    complaint: 'Khiếu nại',
    suggestion: 'Góp ý',
    callback: 'Hẹn gọi lại',
  },
  en: {
    support: 'Support',
    warranty: 'Warranty',
    complaint: 'Complaint',
    suggestion: 'Suggestion',
    callback: 'Call-back',
  },
}

/** A milestone as a heading, such as "First reply". */
export function milestoneName(milestone: Milestone, locale: Locale): string {
  return milestoneNames[locale][milestone]
}

/** A kind of request as a heading, such as "Warranty". */
export function kindName(kind: Kind, locale: Locale): string {
  return kindNames[locale][kind]
}

export const ratingLevelNames: Names<RatingLevel> = {
  vi: { 1: 'Rất tệ', 2: 'Cơ bản', 3: 'Trung bình', 4: 'Như mong đợi', 5: 'Trên mong đợi', 6: 'Xuất sắc' },
  en: { 1: 'Very bad', 2: 'Basic', 3: 'Average', 4: 'As expected', 5: 'Above expectation', 6: 'Excellent' },
}

export const ratingAboutNames: Names<RatingAbout> = {
  vi: { product: 'Sản phẩm', convenience: 'Sự thuận tiện', people: 'Con người' },
  en: { product: 'Product', convenience: 'Convenience', people: 'People' },
}

export const ratingCauseNames: Names<RatingCause> = {
  vi: {
    quality: 'Chất lượng',
    design: 'Thiết kế',
    packaging: 'Bao bì',
    range: 'Chủng loại',
    price: 'Giá cả',
    warranty: 'Bảo hành',
    delivery: 'Giao hàng',
    payment: 'Thanh toán',
    place: 'Địa điểm',
    time: 'Thời gian',
    flexibility: 'Sự linh hoạt',
    attitude: 'Thái độ',
    skill: 'Kỹ năng',
    knowledge: 'Kiến thức',
  },
  en: {
    quality: 'Quality',
    design: 'Design',
    packaging: 'Packaging',
    range: 'Range',
    price: 'Price',
    warranty: 'Warranty',
    delivery: 'Delivery',
    payment: 'Payment',
    place: 'Place',
    time: 'Time',
    flexibility: 'Flexibility',
    attitude: 'Attitude',
    skill: 'Skill',
    knowledge: 'Knowledge',
  },
}

/** A request of a kind within a sentence. */
export const requestNames: Names<Kind | 'any'> = {
  vi: {
    support: 'yêu cầu hỗ trợ',
    warranty: 'yêu cầu bảo hành',
    complaint: 'khiếu nại',
    suggestion: 'góp ý',
    callback: 'yêu cầu gọi lại',
    any: 'mọi yêu cầu',
  },
  en: {
    support: 'a support request',
    warranty: 'a warranty request',
    complaint: 'a complaint',
    suggestion: 'a suggestion',
    callback: 'a call-back request',
    any: 'any request',
  },
}

/** Priorities within a sentence; in Vietnamese after the noun, in English before "priority". */
export const priorityNames: Names<Priority> = {
  vi: { low: 'ưu tiên thấp', normal: 'ưu tiên thường', high: 'ưu tiên cao', urgent: 'khẩn cấp' },
  en: { low: 'low', normal: 'normal', high: 'high', urgent: 'urgent' },
}

export const customerTypeNames: Names<CustomerType> = {
  vi: { consumer: 'khách lẻ', supplier: 'nhà cung cấp', partner: 'đối tác' },
  en: { consumer: 'a consumer', supplier: 'a supplier', partner: 'a partner' },
}

export const channelNames: Names<Channel> = {
  vi: {
    widget: 'khung hỗ trợ trên trang web',
    portal: 'trang cam kết',
    email: 'thư điện tử',
    api: 'API',
    phone: 'điện thoại',
    partner: 'đối tác',
  },
  en: {
    widget: 'our website',
    portal: 'our commitment page',
    email: 'e-mail',
    api: 'our API',
    phone: 'telephone',
    partner: 'a partner',
  },
}
