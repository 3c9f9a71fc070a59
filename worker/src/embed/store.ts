import { and, eq, exists, sql } from 'drizzle-orm'
import type { Db } from '../db/db.ts'
import { articles, embeds, merchants } from '../db/schema.ts'
import type { Merchant, MerchantId } from '../merchants/store.ts'

export type EmbedRow = typeof embeds.$inferSelect

/** How everything comes before a merchant has set anything. */
export const untouched = (merchantId: string): EmbedRow => ({
  merchantId,
  revision: 0,
  position: 'end',
  colorScheme: 'auto',
  heading: null,
  fields: [],
  challenge: 'auto',
  turnstileSiteKey: null,
  turnstileSecret: null,
  identifyVersion: null,
  identifySalt: null,
  identifyMadeAt: null,
})

/** At most one row, for a batch with others; without one a merchant's settings are `untouched`. */
export const embedOf = (db: Db, merchantId: MerchantId) =>
  db.select().from(embeds).where(eq(embeds.merchantId, merchantId))

/** One row if anything is published, for a batch with others. */
export const firstArticleOf = (db: Db, merchantId: MerchantId) =>
  db
    .select({ slug: articles.slug })
    .from(articles)
    .where(and(eq(articles.merchantId, merchantId), eq(articles.published, true)))
    .limit(1)

type Look = Pick<Merchant, 'accent' | 'kinds' | 'locales' | 'allowedOrigins'>
export type EmbedChange = Omit<
  EmbedRow,
  'merchantId' | 'revision' | 'identifyVersion' | 'identifySalt' | 'identifyMadeAt'
>

/** Both rows or neither. False when they are no longer of that revision. */
export async function writeEmbed(
  db: Db,
  { merchantId, revision }: Pick<EmbedRow, 'merchantId' | 'revision'>,
  look: Look,
  change: EmbedChange,
): Promise<boolean> {
  const isSame = and(eq(embeds.merchantId, merchantId), eq(embeds.revision, revision))
  const [, , written] = await db.batch([
    db.insert(embeds).values(untouched(merchantId)).onConflictDoNothing(),
    db
      .update(merchants)
      .set(look)
      .where(and(eq(merchants.id, merchantId), exists(db.select().from(embeds).where(isSame)))),
    db
      .update(embeds)
      .set({ ...change, revision: revision + 1 })
      .where(isSame)
      .returning({ revision: embeds.revision }),
  ])
  return written.length > 0
}

/** Makes the secret of customers' tokens another one; the version that it then has. */
export async function writeIdentify(db: Db, merchantId: string, salt: string, madeAt: Date): Promise<number> {
  const [, [row]] = await db.batch([
    db.insert(embeds).values(untouched(merchantId)).onConflictDoNothing(),
    db
      .update(embeds)
      .set({
        identifyVersion: sql`coalesce(${embeds.identifyVersion}, 0) + 1`,
        identifySalt: salt,
        identifyMadeAt: madeAt,
      })
      .where(eq(embeds.merchantId, merchantId))
      .returning({ version: embeds.identifyVersion }),
  ])
  return row?.version ?? 0
}
