import type { ActiveMerchantInput, Me, SessionInput, SignInLinkInput } from '../desk.ts'
import { type Api, call } from './call.ts'

export const requestSignInLink = (api: Api, body: SignInLinkInput) =>
  call<undefined>(api, '/api/v1/desk/auth/sign-in-links', { body })

/** The answer's cookies are the session; the browser keeps them. */
export const signIn = (api: Api, body: SessionInput) =>
  call<undefined>(api, '/api/v1/desk/auth/session', { body })

export const signOut = (api: Api) => call<undefined>(api, '/api/v1/desk/auth/session', { method: 'DELETE' })

export const setActiveMerchant = (api: Api, body: ActiveMerchantInput) =>
  call<undefined>(api, '/api/v1/desk/auth/merchant', { method: 'PUT', body })

export const getMe = (api: Api, query: { locale?: 'vi' | 'en' } = {}) =>
  call<Me>(api, '/api/v1/desk/me', { query })
