import type { Pledge, PledgeScope } from './commitment.ts'
import { describeDuration } from './describe-duration.ts'
import { listOf } from './list-of.ts'
import { channelNames, customerTypeNames, priorityNames, requestNames } from './names.ts'
import { type Kind, kinds, type Locale, type Milestone } from './vocabulary.ts'

type Sentence = (request: string, within: string) => string

const sentences: Record<Locale, Record<Milestone, Sentence>> = {
  vi: {
    first_reply: (request, within) => `Trả lời ${request} trong ${within}`,
    next_reply: (request, within) => `Trả lời mỗi tin nhắn tiếp theo về ${request} trong ${within}`,
    resolution: (request, within) => `Giải quyết ${request} trong ${within}`,
    callback_made: (request, within) => `Gọi lại về ${request} trong ${within} kể từ giờ đã hẹn`,
    remedy_settled: (request, within) => `Trả khoản bồi thường cho ${request} trong ${within}`,
  },
  en: {
    first_reply: (request, within) => `We answer ${request} within ${within}`,
    next_reply: (request, within) => `We answer each further message about ${request} within ${within}`,
    resolution: (request, within) => `We resolve ${request} within ${within}`,
    callback_made: (request, within) => `We call back about ${request} within ${within} of the time agreed`,
    remedy_settled: (request, within) => `We settle what we owe for ${request} within ${within}`,
  },
}

const shortSentences: Record<Locale, Record<Milestone, (within: string) => string>> = {
  vi: {
    first_reply: (within) => `Trả lời trong ${within}`,
    next_reply: (within) => `Trả lời tiếp trong ${within}`,
    resolution: (within) => `Giải quyết trong ${within}`,
    callback_made: (within) => `Gọi lại trong ${within}`,
    remedy_settled: (within) => `Bồi thường trong ${within}`,
  },
  en: {
    first_reply: (within) => `Answered within ${within}`,
    next_reply: (within) => `Further messages answered within ${within}`,
    resolution: (within) => `Resolved within ${within}`,
    callback_made: (within) => `Called back within ${within}`,
    remedy_settled: (within) => `Compensated within ${within}`,
  },
}

/** The clause in one sentence with all its conditions, without a full stop: it is also a heading. */
export function describePledge(pledge: Pledge, locale: Locale): string {
  const { milestone, within, for: scope } = pledge
  const duration = describeDuration(within, locale)
  if (milestone === 'callback_made' && isForCallbacks(scope)) return describeCallback(scope, duration, locale)
  return sentences[locale][milestone](describeRequest(scope, locale), duration)
}

/** The same where the kind of request is plain from the place: "Trả lời trong 4 giờ làm việc". */
export function describePledgeShort({ milestone, within }: Pledge, locale: Locale): string {
  return shortSentences[locale][milestone](describeDuration(within, locale))
}

/** Which requests a pledge is for: "yêu cầu bảo hành khẩn cấp của đối tác hạng A". */
function describeRequest(scope: PledgeScope, locale: Locale): string {
  const parts = locale === 'vi' ? conditionsInVietnamese(scope) : conditionsInEnglish(scope)
  return [requests(scope.kinds, locale), ...parts].join(' ')
}

function requests(scoped: readonly Kind[] = kinds, locale: Locale): string {
  const names = requestNames[locale]
  if (kinds.every((kind) => scoped.includes(kind))) return names.any
  return listOf(
    scoped.map((kind) => names[kind]),
    locale === 'vi' ? 'and' : 'or',
    locale,
  )
}

function conditionsInVietnamese({ priorities, categories, ...rest }: PledgeScope): string[] {
  const { customerTypes, tiers, channels } = rest
  const either = (names: readonly string[]) => listOf(names, 'or', 'vi')
  const parts: string[] = []
  if (priorities) parts.push(either(priorities.map((priority) => priorityNames.vi[priority])))
  if (categories) parts.push(`về ${either(categories)}`)
  if (customerTypes || tiers) {
    const who = customerTypes ? either(customerTypes.map((type) => customerTypeNames.vi[type])) : 'khách'
    parts.push(tiers ? `của ${who} hạng ${either(tiers)}` : `của ${who}`)
  }
  if (channels) parts.push(`gửi qua ${either(channels.map((channel) => channelNames.vi[channel]))}`)
  return parts
}

function conditionsInEnglish({ priorities, categories, ...rest }: PledgeScope): string[] {
  const { customerTypes, tiers, channels } = rest
  const either = (names: readonly string[]) => listOf(names, 'or', 'en')
  const parts: string[] = []
  if (priorities)
    parts.push(`of ${either(priorities.map((priority) => priorityNames.en[priority]))} priority`)
  if (categories) parts.push(`about ${either(categories)}`)
  if (customerTypes || tiers) {
    const who = customerTypes ? either(customerTypes.map((type) => customerTypeNames.en[type])) : 'a customer'
    parts.push(tiers ? `from ${who} of tier ${either(tiers)}` : `from ${who}`)
  }
  if (channels) parts.push(`sent through ${either(channels.map((channel) => channelNames.en[channel]))}`)
  return parts
}

function isForCallbacks({ kinds: scoped }: PledgeScope): boolean {
  return !scoped || scoped.every((kind) => kind === 'callback')
}

/** Who asked to be called needs no "about a call-back request", unless conditions have to be told. */
function describeCallback(scope: PledgeScope, within: string, locale: Locale): string {
  const { kinds: _, ...conditions } = scope
  const request = Object.values(conditions).some((list) => list !== undefined)
    ? describeRequest({ kinds: ['callback'], ...conditions }, locale)
    : undefined
  if (locale === 'vi') {
    return `${request ? `Thực hiện ${request}` : 'Gọi lại'} trong ${within} kể từ giờ đã hẹn`
  }
  return `We ${request ? `honour ${request}` : 'call back'} within ${within} of the time agreed`
}
