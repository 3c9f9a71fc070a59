// All that a page can see of the widget, in types that lean on nothing else: the package's own types are made from this.

export type Kind = 'support' | 'warranty' | 'complaint' | 'suggestion' | 'callback'

export type View = 'kinds' | 'form' | 'receipt' | 'requests' | 'request'

/** What a form would ask for and the page already knows. Further members fill the merchant's own fields. */
export type Prefill = {
  readonly name?: string
  readonly email?: string
  readonly phone?: string
  readonly product?: string
  readonly serial?: string
  readonly orderNumber?: string
  /** `YYYY-MM-DD` */
  readonly purchasedOn?: string
  readonly message?: string
  readonly [field: string]: string | undefined
}

export type OpenOptions = {
  /** Opens the form of this kind; `requests` the list of this customer's. */
  readonly kind?: Kind | 'requests' | undefined
  /** Opens this view. */
  readonly view?: 'kinds' | 'requests' | undefined
  readonly prefill?: Prefill | undefined
}

/** A short-lived JWT that the merchant's server signs, or what fetches one; it is called again when one has expired. */
export type Identity = { readonly token: string | (() => string | Promise<string>) }

/** What `submit` files. */
export type FileRequest = {
  readonly kind: Kind
  /** The first line of the message, if left out. */
  readonly subject?: string
  readonly message: string
  /** At least one of e-mail and phone. */
  readonly customer: { readonly name: string; readonly email?: string; readonly phone?: string }
  readonly product?: {
    readonly name?: string
    readonly code?: string
    readonly serial?: string
    readonly orderNumber?: string
    readonly purchasedOn?: string
  }
  /** For `callback`: two instants, RFC 3339. */
  readonly callback?: { readonly from: string; readonly to: string }
  /** Ids that `attach` gave. */
  readonly attachments?: readonly string[]
  readonly fields?: Readonly<Record<string, string>>
}

export type PromisedDeadline = {
  readonly pledge: string
  readonly milestone: string
  /** RFC 3339, UTC. */
  readonly dueAt: string
  readonly state: string
}

export type Filed = { readonly code: string; readonly deadlines: readonly PromisedDeadline[] }

export type Tracked = {
  readonly code: string
  readonly status: string
  readonly deadlines: readonly PromisedDeadline[]
}

export type Attached = {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly type: string
}

/** By name (each is fired as `camket:name`): what its `detail` holds. Never what a customer wrote. */
export type WidgetEvents = {
  /** The element stands in the page and can be called. */
  ready: null
  /** Somebody wants it open; `preventDefault()` keeps it shut. */
  'open-request': {
    readonly by: 'launcher' | 'button' | 'call' | 'attribute' | 'view'
  } & OpenOptions
  open: null
  close: null
  /** Another view is shown. */
  view: { readonly view: View; readonly kind?: Kind | undefined; readonly code?: string | undefined }
  /** The form was sent with mistakes: names of the fields. */
  'validation-error': { readonly kind: Kind; readonly fields: readonly string[] }
  /** Bytes. */
  'upload-progress': { readonly name: string; readonly sent: number; readonly size: number }
  'upload-error': { readonly name: string; readonly code: string }
  /** A request is about to be sent; `preventDefault()` keeps it from being so. */
  submit: { readonly kind: Kind }
  /** It was received. */
  submitted: { readonly code: string; readonly kind: Kind; readonly deadlines: readonly PromisedDeadline[] }
  /** How many of this customer's requests have an answer that was not seen. */
  unread: { readonly count: number }
  'status-change': { readonly code: string; readonly status: string; readonly before: string }
  rated: { readonly code: string; readonly level: number }
  /** The token of `identify` is no longer taken, and no other one could be had. */
  'token-expired': null
  /** What failed and could not be mended by trying again; `code` is a problem's. */
  error: { readonly code: string; readonly during: 'load' | 'open' | 'submit' | 'track' | 'identify' }
}

/** What can stand on `<camket-widget>`; on the script tag each is `data-…`. */
export type WidgetAttributes = {
  readonly merchant?: string | undefined
  readonly api?: string | undefined
  readonly locale?: string | undefined
  readonly mode?: 'launcher' | 'inline' | undefined
  readonly launcher?: 'auto' | 'none' | undefined
  readonly position?: 'start' | 'end' | undefined
  readonly open?: boolean | '' | undefined
  readonly kinds?: string | undefined
  readonly kind?: Kind | undefined
  readonly heading?: string | undefined
  readonly 'color-scheme'?: 'light' | 'dark' | 'auto' | undefined
  readonly loading?: 'lazy' | 'idle' | 'eager' | undefined
  readonly nonce?: string | undefined
  readonly consent?: 'required' | 'given' | undefined
}

export type WidgetEventName = keyof WidgetEvents

/** What `<camket-widget>` can do. Each is also a call: `camket('open', { kind: 'warranty' })`. */
export interface CamketWidget extends HTMLElement {
  open(options?: OpenOptions): Promise<void>
  close(): void
  toggle(): Promise<void>
  identify(identity: Identity): void
  logout(): void
  prefill(values: Prefill): void
  set(attributes: Readonly<Record<string, string>>): void
  submit(request: FileRequest): Promise<Filed>
  track(code: string, key: string): Promise<Tracked>
  attach(file: File): Promise<Attached>
  on<Name extends WidgetEventName>(event: Name, listener: (detail: WidgetEvents[Name]) => void): () => void
  destroy(): void
  ready(then?: () => void): Promise<void>
}

/** `window.camket`, the only global there is: a method's name and what it takes. */
export type Camket = {
  (method: string, ...values: unknown[]): unknown
  /** What the page's stub has kept until the script came. */
  q?: (readonly unknown[] | IArguments)[]
}

declare global {
  interface Window {
    camket?: Camket
  }
  interface HTMLElementTagNameMap {
    'camket-widget': CamketWidget
  }
}
