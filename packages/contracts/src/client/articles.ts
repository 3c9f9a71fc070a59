import type {
  ArticleHits,
  ArticleQuery,
  ArticleView,
  DeskArticle,
  DeskArticles,
  SaveArticleInput,
} from '../articles.ts'
import { type Api, call, path } from './call.ts'

export const searchArticles = (api: Api, merchant: string, query: ArticleQuery = {}, signal?: AbortSignal) =>
  call<ArticleHits>(api, path`/api/v1/merchants/${merchant}/articles`, { query, signal })

export const getArticle = (api: Api, merchant: string, slug: string, query: { locale?: 'vi' | 'en' } = {}) =>
  call<ArticleView>(api, path`/api/v1/merchants/${merchant}/articles/${slug}`, { query })

export const getDeskArticles = (api: Api) => call<DeskArticles>(api, '/api/v1/desk/articles')

export const saveArticle = (api: Api, locale: 'vi' | 'en', slug: string, body: SaveArticleInput) =>
  call<DeskArticle>(api, path`/api/v1/desk/articles/${locale}/${slug}`, { method: 'PUT', body })

export const deleteArticle = (api: Api, locale: 'vi' | 'en', slug: string) =>
  call<undefined>(api, path`/api/v1/desk/articles/${locale}/${slug}`, { method: 'DELETE' })
