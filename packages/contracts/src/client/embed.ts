import type {
  CheckSiteInput,
  EmbedView,
  IdentifySecretView,
  PreviewEmbedInput,
  SaveEmbedInput,
  SiteCheckView,
} from '../embed.ts'
import type { WidgetConfig } from '../merchants.ts'
import { type Api, call } from './call.ts'

export const getEmbed = (api: Api) => call<EmbedView>(api, '/api/v1/desk/embed')

export const saveEmbed = (api: Api, body: SaveEmbedInput) =>
  call<EmbedView>(api, '/api/v1/desk/embed', { method: 'PUT', body })

export const previewEmbed = (api: Api, body: PreviewEmbedInput, query: { locale?: 'vi' | 'en' } = {}) =>
  call<WidgetConfig>(api, '/api/v1/desk/embed/preview', { body, query })

export const rotateIdentifySecret = (api: Api) =>
  call<IdentifySecretView>(api, '/api/v1/desk/embed/identify-secret', { method: 'POST' })

export const checkSite = (api: Api, body: CheckSiteInput) =>
  call<SiteCheckView>(api, '/api/v1/desk/embed/checks', { body })
