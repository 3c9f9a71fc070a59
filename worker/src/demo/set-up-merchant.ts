import { foldText } from '@camket/core'
import { writeArticle } from '../articles/store.ts'
import { publishCommitment } from '../commitments/publish-commitment.ts'
import type { Context } from '../context.ts'
import { untouched, writeEmbed } from '../embed/store.ts'
import { createMerchant } from '../merchants/create-merchant.ts'
import { setLogo } from '../merchants/set-logo.ts'
import type { Merchant } from '../merchants/store.ts'
import { newId } from '../new-id.ts'
import { addStaff } from '../staff/add-staff.ts'
import type { DemoMerchant, DemoStaff } from './demo-merchant.ts'
import { drawPicture } from './picture.ts'
import { midnight } from './timeline.ts'

export type OpenShop = {
  readonly merchant: Merchant
  /** Ids by the keys that the stories use. */
  readonly departmentIds: ReadonlyMap<string, string>
  readonly staffIds: ReadonlyMap<string, string>
  /** Mailbox of the lead, by department id. */
  readonly leads: ReadonlyMap<string, string>
}

const daysOpenBefore = 12
const publishedDaysBefore = 10

/** Opens a merchant as its owner would: departments, products, staff, and each version of the commitment in its time. */
export async function setUpMerchant(
  context: Context,
  files: R2Bucket,
  demo: DemoMerchant,
  allowedOrigins: readonly string[],
): Promise<OpenShop> {
  const { now } = context
  const oldest = Math.max(...demo.versions.map(({ inForceSinceDays }) => inForceSinceDays))
  const opening = { ...context, now: midnight(now, oldest + daysOpenBefore) }
  const staffIds = new Map(demo.staff.map(({ mailbox }) => [mailbox, newId('stf', opening)]))
  const departmentIds = new Map(demo.departments.map(({ key }) => [key, newId('dep', opening)]))
  const merchant = await openMerchant(opening, demo, { allowedOrigins, staffIds, departmentIds })
  await setLogo(opening, files, merchant, Uint8Array.from(await drawPicture(demo.logo)))
  for (const person of demo.staff) {
    await addStaff(opening, staffOf(person, demo, { merchant, staffIds, departmentIds }))
  }
  for (const { document, inForceSinceDays } of demo.versions) {
    const published = { ...context, now: midnight(now, inForceSinceDays + publishedDaysBefore) }
    const effectiveFrom = midnight(now, inForceSinceDays)
    await publishCommitment(published, { merchantId: merchant.id, document, effectiveFrom })
  }
  await setUpWidget(opening, merchant, demo)
  const leads = new Map(demo.departments.map(({ key, lead }) => [idIn(departmentIds, key), lead]))
  return { merchant, departmentIds, staffIds, leads }
}

/** What the merchant asks besides, and the help that it wrote. */
async function setUpWidget({ db, now }: Context, merchant: Merchant, demo: DemoMerchant): Promise<void> {
  const { merchantId, revision, ...look } = untouched(merchant.id)
  const { accent, kinds, locales, allowedOrigins } = merchant
  await writeEmbed(
    db,
    { merchantId, revision },
    { accent, kinds, locales, allowedOrigins },
    { ...look, heading: demo.heading ?? null, fields: demo.fields },
  )
  for (const { slug, kinds: forKinds, text } of demo.articles) {
    for (const locale of merchant.locales) {
      const written = text[locale]
      const article = { ...written, revision: 0, published: true, ...(forKinds && { kinds: forKinds }) }
      if (written) await writeArticle(db, { merchantId, locale, slug }, { ...article, ...written }, now)
    }
  }
}

type Ids = { readonly staffIds: Map<string, string>; readonly departmentIds: Map<string, string> }

function openMerchant(
  context: Context,
  demo: DemoMerchant,
  { allowedOrigins, staffIds, departmentIds }: Ids & { allowedOrigins: readonly string[] },
): Promise<Merchant> {
  const id = newId('mer', context)
  const { slug, name, locale, accent } = demo
  return createMerchant(
    context,
    {
      id,
      slug,
      name,
      locale,
      locales: locale === 'vi' ? ['vi', 'en'] : ['en', 'vi'],
      timeZone: 'Asia/Ho_Chi_Minh',
      accent,
      logoKey: null,
      allowedOrigins: [...allowedOrigins],
      email: `care@${slug}.example`,
      handOffReasons: [...demo.handOffReasons],
      kinds: [...demo.kinds],
    },
    demo.departments.map(({ key, name: department, kinds, lead }, position) => ({
      id: idIn(departmentIds, key),
      merchantId: id,
      name: department,
      leadId: idIn(staffIds, lead),
      kinds: [...kinds],
      position,
    })),
    demo.products.map(({ code, name: product, warrantyMonths, excludedReason = null }) => ({
      merchantId: id,
      code,
      name: product,
      nameFolded: foldText(product),
      warrantyMonths,
      excludedReason,
    })),
  )
}

function staffOf(
  { name, mailbox, role, department }: DemoStaff,
  { slug }: DemoMerchant,
  { merchant, staffIds, departmentIds }: Ids & { merchant: Merchant },
) {
  return {
    id: idIn(staffIds, mailbox),
    merchantId: merchant.id,
    name,
    email: `${mailbox}@${slug}.example`,
    role,
    ...(department && { departmentId: idIn(departmentIds, department) }),
  }
}

/** @throws {Error} when the demo names somebody or something that it does not have. */
export function idIn(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`The demo has no "${key}"`)
  return id
}
