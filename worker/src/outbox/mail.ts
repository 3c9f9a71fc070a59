import type { OutboxKind } from './store.ts'

export type Address = { readonly name: string; readonly email: string }

/** One mail, ready to be sent. */
export type Mail = {
  /** `<out_…@host>`: the same at every try, so that a mail that arrives twice is seen to be one. */
  readonly messageId: string
  readonly kind: OutboxKind
  readonly to: string
  readonly from: Address
  readonly replyTo?: Address
  readonly subject: string
  readonly text: string
  readonly html: string
  /** RFC 5322 and RFC 3834 headers that mail programs thread and sort by. */
  readonly headers: Readonly<Record<string, string>>
}
