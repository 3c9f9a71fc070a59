import type { Me } from '@camket/contracts'
import { accentFor, type Commitment, type Locale } from '@camket/core'
import { present } from '@camket/core/present'
import { logoUrl } from '../merchants/logo-url.ts'
import type { Department, Merchant, Product } from '../merchants/store.ts'
import { textIn } from '../text-in.ts'
import type { Staff } from './staff.ts'
import type { MemberRow } from './store.ts'

export type MeSource = {
  readonly staff: Staff
  readonly merchant: Merchant
  readonly merchants: readonly Pick<Merchant, 'slug' | 'name'>[]
  readonly departments: readonly Department[]
  readonly members: readonly { readonly member: MemberRow; readonly name: string }[]
  readonly products: readonly Product[]
  /** The commitment in force; none while nothing is published yet. */
  readonly commitment: Commitment | undefined
}

/** Who is signed in, and everything that the desk names people, departments and reasons by. */
export function viewMe(source: MeSource, locale: Locale, publicUrl: string): Me {
  const { staff, merchant } = source
  const text = (of: Parameters<typeof textIn>[0]) => textIn(of, locale, merchant.locale)
  return {
    staff: {
      id: staff.id,
      name: staff.name,
      email: staff.email,
      role: staff.role,
      ...(staff.departmentId && { departmentId: staff.departmentId }),
    },
    merchant: {
      slug: merchant.slug,
      name: merchant.name,
      locale: merchant.locale,
      timeZone: merchant.timeZone,
      ...present({ logoUrl: logoUrl(merchant, publicUrl) }),
      colors: { light: accentFor(merchant.accent, 'light'), dark: accentFor(merchant.accent, 'dark') },
    },
    merchants: source.merchants.map(({ slug, name }) => ({ slug, name })),
    departments: source.departments.map(({ id, name, leadId }) => ({ id, name: text(name), leadId })),
    staffMembers: source.members.map(viewMember).sort((a, b) => a.name.localeCompare(b.name, locale)),
    handOffReasons: merchant.handOffReasons.map((reason) => ({ code: reason.code, text: text(reason.text) })),
    exclusions: (source.commitment?.exclusions ?? []).map((exclusion) => ({
      code: exclusion.code,
      text: text(exclusion.text),
      evidenceNeeded: exclusion.evidenceNeeded,
    })),
    products: source.products.map(({ code, name }) => ({ code, name })),
  }
}

function viewMember({ member, name }: MeSource['members'][number]): Me['staffMembers'][number] {
  const { id, role, departmentId, deactivatedAt } = member
  return {
    id,
    name,
    role,
    ...(departmentId && { departmentId }),
    ...(deactivatedAt && { deactivatedAt: deactivatedAt.toISOString() }),
  }
}
