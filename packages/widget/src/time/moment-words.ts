import { dayWords, type Place, timeWords } from './due-words.ts'

/** An instant in a conversation: "09:12 hôm nay", "09:12 thứ Hai 23/11". */
export const momentWords = (at: string, now: Date, place: Place): string =>
  `${timeWords(at, place)} ${dayWords(new Date(at), now, place)}`
