// How to call the API. A file per noun, so that a bundler loads what it needs and no more.

export * from './client/articles.ts'
export { type Api, type Failure, type Result, unreachable } from './client/call.ts'
export * from './client/desk.ts'
export * from './client/drafts.ts'
export * from './client/embed.ts'
export * from './client/filing.ts'
export * from './client/merchants.ts'
export * from './client/requests.ts'
export * from './client/staff.ts'
