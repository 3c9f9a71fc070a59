import type { Kind, Locale } from './vocabulary.ts'

const prompts: Record<Locale, Record<Kind, string>> = {
  vi: {
    support: 'Quý khách cần giúp gì?',
    warranty: 'Có chuyện gì với sản phẩm?',
    complaint: 'Chuyện gì làm quý khách chưa hài lòng?',
    suggestion: 'Quý khách góp ý điều gì?',
    callback: 'Quý khách muốn nói về chuyện gì?',
  },
  en: {
    support: 'What do you need help with?',
    warranty: 'What is wrong with it?',
    complaint: 'What went wrong?',
    suggestion: 'What do you suggest?',
    callback: 'What would you like to talk about?',
  },
}

/** What a customer is asked to tell in their own words. */
export const requestPrompt = (kind: Kind, locale: Locale): string => prompts[locale][kind]
