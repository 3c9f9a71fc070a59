import { type ChallengeView, limits } from '@camket/contracts'
import type { Locale } from '@camket/core'
import type { Context as HonoContext } from 'hono'
import type { Statement } from '../db/statement.ts'
import type { EmbedRow } from '../embed/store.ts'
import type { Merchant } from '../merchants/store.ts'
import { confirmUrl } from '../portal-urls.ts'
import { unseal } from '../seal.ts'
import type { AppEnv } from './app-env.ts'
import { newChallenge, provenBy } from './challenge.ts'
import { contextOf } from './context-of.ts'
import { newPass, passIn } from './pass.ts'
import { insertSolvedPass, insertUsedPass, insertUsedProof, isProofUsed, passState } from './proof-store.ts'
import { raise } from './raise.ts'
import { limitRate } from './rate-limit.ts'
import { askTurnstile } from './turnstile.ts'

/** Whether more is filed with a merchant than people file. Counted by the runtime: nothing is written for it. */
export async function isFlooded({ env }: HonoContext<AppEnv>, slug: string): Promise<boolean> {
  const { success } = await env.LIMIT_TRAFFIC.limit({ key: slug })
  return !success
}

/** Whose challenge it is, and in which language its page speaks. */
type Asking = {
  readonly merchant: Pick<Merchant, 'id' | 'slug' | 'locale'>
  readonly embed: EmbedRow
  readonly locale: Locale
}

type Asked = Asking & {
  /** From `isFlooded`. */
  readonly flooded: boolean
  /** The form's trap was filled in. */
  readonly trapped: boolean
}

/**
 * Lets through whoever proved that it costs them something, where that is asked for; gives what marks the proof as
 * used, for the batch of what it was for. Raises `challenge_needed`, never for nothing: the same request is taken with
 * the proof. Our own forms have no script to solve anything with, so while a merchant is flooded their visitors are
 * kept to a smaller number each.
 */
export async function requireProof(c: HonoContext<AppEnv>, asked: Asked): Promise<readonly Statement[]> {
  const { embed, flooded, trapped, merchant } = asked
  const isAsked = embed.challenge === 'always' || (embed.challenge === 'auto' && flooded) || trapped
  if (!isAsked) return []
  if (c.env.FROM_PORTAL) {
    if (flooded) await limitRate(c, 'auth', `forms of ${merchant.slug}`)
    return []
  }
  const { scheme, proof } = proofOf(c)
  return scheme === 'pass' ? byPass(c, asked, proof) : byProof(c, asked)
}

/** Proves for a pass what filing would ask for. Raises `pass_invalid`, and `challenge_needed` for what proves nothing. */
export async function solvePass(c: HonoContext<AppEnv>, asking: Asking, pass: string): Promise<void> {
  const { db, now } = contextOf(c)
  const known = await passIn(pass, { secret: c.env.KEY_SECRET, merchantId: asking.merchant.id, now })
  if (!known) {
    return raise(
      'pass_invalid',
      'It is over, or not of this merchant. Send the request again to get another.',
    )
  }
  if ((await passState(db, known)) !== 'unsolved') return
  const proven = await byProof(c, asking, pass)
  try {
    await db.batch([insertSolvedPass(db, known), ...proven])
  } catch (error) {
    // Of two that use one proof at once, the second is told so.
    await byProof(c, asking, pass)
    throw error
  }
}

function proofOf(c: HonoContext<AppEnv>): { readonly scheme: string; readonly proof: string } {
  const [scheme = '', proof = ''] = (c.req.header('X-Camket-Proof') ?? '').split(' ')
  return { scheme, proof }
}

/** `pass`: what goes on being the customer's, where the proof is refused. */
async function byProof(c: HonoContext<AppEnv>, asking: Asking, pass?: string): Promise<readonly Statement[]> {
  const { scheme, proof } = proofOf(c)
  if (proof === '' || proof.length > limits.proof_chars_max) return refuse(c, asking, { pass })
  if (scheme === 'turnstile') return byTurnstile(c, asking, { token: proof, pass })
  return byWork(c, asking, { text: proof, pass })
}

/** A pass that still waits for its customer is given back: the page that is open for it stays the right one. */
async function byPass(c: HonoContext<AppEnv>, asking: Asking, pass: string): Promise<readonly Statement[]> {
  const { db, now } = contextOf(c)
  const known = await passIn(pass, { secret: c.env.KEY_SECRET, merchantId: asking.merchant.id, now })
  if (!known) return refuse(c, asking)
  const state = await passState(db, known)
  if (state === 'solved') return [insertUsedPass(db, known)]
  return refuse(c, asking, state === 'unsolved' ? { pass } : {})
}

async function byWork(
  c: HonoContext<AppEnv>,
  asking: Asking,
  { text, pass }: { readonly text: string; readonly pass: string | undefined },
): Promise<readonly Statement[]> {
  const { db, now } = contextOf(c)
  const merchantId = asking.merchant.id
  const proven = await provenBy(text, { secret: c.env.KEY_SECRET, merchantId, now })
  if (!proven || (hasTurnstile(asking.embed) && !proven.instead)) return refuse(c, asking, { pass })
  if (await isProofUsed(db, proven.nonce)) return refuse(c, asking, { pass })
  return [insertUsedProof(db, { hash: proven.nonce, expiresAt: proven.expiresAt })]
}

async function byTurnstile(
  c: HonoContext<AppEnv>,
  asking: Asking,
  { token, pass }: { readonly token: string; readonly pass: string | undefined },
): Promise<readonly Statement[]> {
  const { embed, merchant } = asking
  if (embed.turnstileSecret === null) return refuse(c, asking, { pass })
  const secret = await unseal(c.env.KEY_SECRET, `turnstile.${merchant.id}`, embed.turnstileSecret)
  const address = c.req.header('CF-Connecting-IP')
  const said = await askTurnstile(c.env, { secret, token, ...(address !== undefined && { address }) })
  if (said === 'good') return []
  return refuse(c, asking, { pass, instead: said === 'unreachable' })
}

type Given = {
  /** Also taken where Turnstile is asked for, because that could not be reached. */
  readonly instead?: boolean
  /** Else a new one. */
  readonly pass?: string | undefined
}

async function refuse(c: HonoContext<AppEnv>, asking: Asking, given: Given = {}): Promise<never> {
  const challenge = await challengeFor(c, asking, given)
  const detail = given.instead
    ? 'Turnstile could not be reached. Solve `challenge` instead and send the same again.'
    : 'Solve `challenge` and send the same again, with X-Camket-Proof.'
  return raise('challenge_needed', detail, { challenge })
}

/** What this merchant has solved. */
export async function challengeFor(
  c: HonoContext<AppEnv>,
  { merchant, embed, locale }: Asking,
  { instead = false, pass: given }: Given = {},
): Promise<ChallengeView> {
  const { now, random } = contextOf(c)
  const about = { secret: c.env.KEY_SECRET, merchantId: merchant.id, now }
  const pass = given ?? (await newPass(about, random))
  const url = confirmUrl({ publicUrl: c.env.PUBLIC_URL, merchant, locale }, pass)
  if (hasTurnstile(embed) && !instead) {
    return { type: 'turnstile', siteKey: embed.turnstileSiteKey ?? '', pass, url }
  }
  return { ...(await newChallenge(about, { instead })), pass, url }
}

const hasTurnstile = ({ turnstileSiteKey, turnstileSecret }: EmbedRow): boolean =>
  turnstileSiteKey !== null && turnstileSecret !== null
