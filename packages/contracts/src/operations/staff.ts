import * as desk from '../desk.ts'
import type { Operation } from './operation.ts'
import { lang } from './shared.ts'

/** Who works for a merchant. */
export const staffOperations = {
  requestSignInLink: {
    method: 'post',
    path: '/api/v1/desk/auth/sign-in-links',
    summary: 'Have a sign-in link mailed; the answer is the same whether or not anybody has this address',
    access: 'anyone',
    body: desk.signInLinkBody,
    status: 202,
    problems: ['cross_site_refused', 'rate_limited'],
  },
  signIn: {
    method: 'post',
    path: '/api/v1/desk/auth/session',
    summary: 'Sign in with the token of a mailed link, which works once; the answer sets the session cookies',
    access: 'anyone',
    body: desk.sessionBody,
    status: 204,
    problems: ['sign_in_link_invalid', 'cross_site_refused', 'rate_limited'],
  },
  signOut: {
    method: 'delete',
    path: '/api/v1/desk/auth/session',
    summary: 'Sign out: the session ends everywhere at once',
    access: 'staff',
    status: 204,
    problems: ['cross_site_refused'],
  },
  setActiveMerchant: {
    method: 'put',
    path: '/api/v1/desk/auth/merchant',
    summary: 'Work for another merchant of which this person is staff',
    access: 'staff',
    body: desk.activeMerchantBody,
    status: 204,
    problems: ['sign_in_needed', 'merchant_not_found', 'cross_site_refused'],
  },
  getMe: {
    method: 'get',
    path: '/api/v1/desk/me',
    summary: 'Who is signed in',
    access: 'staff',
    query: lang,
    status: 200,
    answer: desk.me,
    problems: ['sign_in_needed'],
  },
} as const satisfies Record<string, Operation>
