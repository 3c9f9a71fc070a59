/** A mail before it is laid out: the text and the HTML part are made from the same blocks, so they say the same. */
export type Letter = {
  readonly subject: string
  readonly heading: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly type: 'text'; readonly text: string }
  /** Less important than the rest. */
  | { readonly type: 'remark'; readonly text: string }
  /** A ticket's code, to be read out on the telephone. */
  | { readonly type: 'code'; readonly code: string }
  /** The one thing to do. */
  | { readonly type: 'action'; readonly label: string; readonly url: string }
  | { readonly type: 'link'; readonly label: string; readonly url: string }
  /** Words that a person wrote. */
  | { readonly type: 'quote'; readonly by: string; readonly text: string }
  | { readonly type: 'promises'; readonly heading: string; readonly promises: readonly Promised[] }

type Promised = {
  readonly what: string
  readonly until: string
  /** What is owed if it is missed. */
  readonly otherwise?: string | undefined
}
