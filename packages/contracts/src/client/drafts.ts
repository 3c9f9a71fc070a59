import type {
  DraftPreview,
  DraftView,
  LookBackInput,
  LookBackPart,
  PreviewDraftInput,
  Publication,
  PublishDraftInput,
  SaveDraftBody,
  SavedDraft,
  TemplateList,
} from '../drafts.ts'
import { type Api, call } from './call.ts'

export const getDraft = (api: Api, query: { locale?: 'vi' | 'en' } = {}) =>
  call<DraftView>(api, '/api/v1/desk/commitment/draft', { query })

export const saveDraft = (api: Api, body: SaveDraftBody) =>
  call<SavedDraft>(api, '/api/v1/desk/commitment/draft', { method: 'PUT', body })

export const discardDraft = (api: Api, revision: number) =>
  call<undefined>(api, '/api/v1/desk/commitment/draft', { method: 'DELETE', query: { revision } })

export const publishDraft = (api: Api, body: PublishDraftInput, idempotencyKey: string) =>
  call<Publication>(api, '/api/v1/desk/commitment/publications', { body, idempotencyKey })

export const previewDraft = (
  api: Api,
  body: PreviewDraftInput,
  query: { locale?: 'vi' | 'en' } = {},
  signal?: AbortSignal,
) => call<DraftPreview>(api, '/api/v1/desk/commitment/draft/preview', { body, query, signal })

export const lookBack = (api: Api, body: LookBackInput, signal?: AbortSignal) =>
  call<LookBackPart>(api, '/api/v1/desk/commitment/draft/look-back', { body, signal })

export const getTemplates = (api: Api, query: { locale?: 'vi' | 'en' } = {}) =>
  call<TemplateList>(api, '/api/v1/desk/commitment/templates', { query })
