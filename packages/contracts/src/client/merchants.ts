import type { CommitmentView } from '../commitment.ts'
import type { WidgetConfig } from '../merchants.ts'
import type { RecordEvents, RecordEventsQuery, RecordQuery, RecordView } from '../record.ts'
import { type Api, call, path } from './call.ts'

export const getWidgetConfig = (api: Api, merchant: string, query: { locale?: 'vi' | 'en' } = {}) =>
  call<WidgetConfig>(api, path`/api/v1/merchants/${merchant}/widget`, { query })

export const getCommitment = (api: Api, merchant: string, query: { version?: number } = {}) =>
  call<CommitmentView>(api, path`/api/v1/merchants/${merchant}/commitment`, { query })

export const getRecord = (api: Api, merchant: string, query: RecordQuery = {}) =>
  call<RecordView>(api, path`/api/v1/merchants/${merchant}/record`, { query })

export const getRecordEvents = (api: Api, merchant: string, query: RecordEventsQuery = {}) =>
  call<RecordEvents>(api, path`/api/v1/merchants/${merchant}/record/events`, { query })
