import { limits } from '@camket/contracts'
import type { Locale } from '@camket/core'
import type { Letter } from './letter.ts'

type Words = {
  readonly subject: string
  readonly heading: string
  readonly opening: (minutes: number) => string
  readonly open: string
  readonly notYou: string
}

const words: Record<Locale, Words> = {
  vi: {
    subject: 'Đường dẫn đăng nhập Camket',
    heading: 'Đăng nhập Camket',
    opening: (minutes) => `Đường dẫn dưới đây dùng được một lần, trong ${minutes} phút kể từ lúc yêu cầu.`,
    open: 'Đăng nhập',
    notYou:
      'Nếu anh/chị không yêu cầu đăng nhập, xin bỏ qua thư này: không có đường dẫn thì không ai vào được.',
  },
  en: {
    subject: 'Your link to sign in to Camket',
    heading: 'Sign in to Camket',
    opening: (minutes) => `This link works once, within ${minutes} minutes of your asking for it.`,
    open: 'Sign in',
    notYou: 'If you did not ask to sign in, ignore this mail: nobody gets in without the link.',
  },
}

export function signIn({ url, locale }: { readonly url: string; readonly locale: Locale }): Letter {
  const its = words[locale]
  return {
    subject: its.subject,
    heading: its.heading,
    blocks: [
      { type: 'text', text: its.opening(limits.sign_in_link_minutes) },
      { type: 'action', label: its.open, url },
      { type: 'remark', text: its.notYou },
    ],
  }
}
