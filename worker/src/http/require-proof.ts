import { type ChallengeView, limits } from '@camket/contracts'
import type { Context as HonoContext } from 'hono'
import type { Statement } from '../db/statement.ts'
import type { EmbedRow } from '../embed/store.ts'
import { unseal } from '../seal.ts'
import type { AppEnv } from './app-env.ts'
import { newChallenge, provenBy } from './challenge.ts'
import { contextOf } from './context-of.ts'
import { insertUsedProof, isProofUsed } from './proof-store.ts'
import { raise } from './raise.ts'
import { limitRate } from './rate-limit.ts'
import { askTurnstile } from './turnstile.ts'

/** Whether more is filed with a merchant than people file. Counted by the runtime: nothing is written for it. */
export async function isFlooded({ env }: HonoContext<AppEnv>, slug: string): Promise<boolean> {
  const { success } = await env.LIMIT_TRAFFIC.limit({ key: slug })
  return !success
}

type Asked = {
  readonly merchantId: string
  readonly slug: string
  readonly embed: EmbedRow
  /** From `isFlooded`. */
  readonly flooded: boolean
  /** The form's trap was filled in. */
  readonly trapped: boolean
}

/**
 * Lets through whoever proved that it costs them something, where that is asked for; gives what marks the proof as
 * used, for the batch of what it was for. Raises `challenge_needed`, never for nothing: the same request is taken with
 * the proof. Our own pages have no script to solve anything with, so while a merchant is flooded their visitors are
 * kept to a smaller number each.
 */
export async function requireProof(c: HonoContext<AppEnv>, asked: Asked): Promise<readonly Statement[]> {
  const { embed, flooded, trapped, slug } = asked
  const isAsked = embed.challenge === 'always' || (embed.challenge === 'auto' && flooded) || trapped
  if (!isAsked) return []
  if (c.env.FROM_PORTAL) {
    if (flooded) await limitRate(c, 'auth', `forms of ${slug}`)
    return []
  }
  const [scheme, proof = ''] = (c.req.header('X-Camket-Proof') ?? '').split(' ')
  if (proof === '' || proof.length > limits.proof_chars_max) return refuse(c, asked)
  return scheme === 'turnstile' ? byTurnstile(c, asked, proof) : byWork(c, asked, proof)
}

async function byWork(c: HonoContext<AppEnv>, asked: Asked, text: string): Promise<readonly Statement[]> {
  const { db, now } = contextOf(c)
  const { merchantId } = asked
  const proven = await provenBy(text, { secret: c.env.KEY_SECRET, merchantId, now })
  if (!proven || (hasTurnstile(asked.embed) && !proven.instead)) return refuse(c, asked)
  if (await isProofUsed(db, proven.nonce)) return refuse(c, asked)
  return [insertUsedProof(db, { hash: proven.nonce, expiresAt: proven.expiresAt })]
}

async function byTurnstile(
  c: HonoContext<AppEnv>,
  asked: Asked,
  token: string,
): Promise<readonly Statement[]> {
  const { embed, merchantId } = asked
  if (embed.turnstileSecret === null) return refuse(c, asked)
  const secret = await unseal(c.env.KEY_SECRET, `turnstile.${merchantId}`, embed.turnstileSecret)
  const address = c.req.header('CF-Connecting-IP')
  const said = await askTurnstile(c.env, { secret, token, ...(address !== undefined && { address }) })
  if (said === 'good') return []
  return refuse(c, asked, { instead: said === 'unreachable' })
}

async function refuse(
  c: HonoContext<AppEnv>,
  { merchantId, embed }: Pick<Asked, 'merchantId' | 'embed'>,
  { instead = false }: { readonly instead?: boolean } = {},
): Promise<never> {
  const challenge = await challengeFor(c, { merchantId, embed }, { instead })
  const detail = instead
    ? 'Turnstile could not be reached. Solve `challenge` instead and send the same again.'
    : 'Solve `challenge` and send the same again, with X-Camket-Proof.'
  return raise('challenge_needed', detail, { challenge })
}

/** What this merchant has solved. */
export async function challengeFor(
  c: HonoContext<AppEnv>,
  { merchantId, embed }: Pick<Asked, 'merchantId' | 'embed'>,
  { instead = false }: { readonly instead?: boolean } = {},
): Promise<ChallengeView> {
  if (hasTurnstile(embed) && !instead) return { type: 'turnstile', siteKey: embed.turnstileSiteKey ?? '' }
  return newChallenge({ secret: c.env.KEY_SECRET, merchantId, now: contextOf(c).now }, { instead })
}

const hasTurnstile = ({ turnstileSiteKey, turnstileSecret }: EmbedRow): boolean =>
  turnstileSiteKey !== null && turnstileSecret !== null
