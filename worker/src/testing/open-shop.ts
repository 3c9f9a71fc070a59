import { type Commitment, foldText } from '@camket/core'
import { publishCommitment } from '../commitments/publish-commitment.ts'
import type { Context } from '../context.ts'
import { createMerchant } from '../merchants/create-merchant.ts'
import { addStaff } from '../staff/add-staff.ts'
import { signInAs } from './sign-in-as.ts'
import { testCommitment } from './test-commitment.ts'

/** Listed by the merchant `minh-an`. */
export const shopOrigin = 'https://www.minh-an.example'

const firstReply = testCommitment.pledges[0]

/** Every milestone has a deadline; partners and customers of tier A have a shorter one for the first reply. */
export const shopCommitment: Commitment = {
  ...testCommitment,
  pledges: [
    ...testCommitment.pledges,
    {
      ...pledge('partner-first-reply', 'first_reply', 1, { customerTypes: ['partner'] }),
      moreSpecificThan: ['tier-a-first-reply'],
    },
    {
      ...pledge('tier-a-first-reply', 'first_reply', 2, { tiers: ['A'] }),
      moreSpecificThan: ['first-reply'],
    },
    {
      ...pledge('next-reply', 'next_reply', 4, {}),
      ...(firstReply?.remedy && { remedy: firstReply.remedy }),
    },
    pledge('callback', 'callback_made', 4, { kinds: ['callback'] }),
    {
      ...pledge('urgent-first-reply', 'first_reply', 1, { kinds: ['warranty'], categories: ['urgent'] }),
      moreSpecificThan: ['partner-first-reply'],
    },
  ],
  exclusions: [
    ...testCommitment.exclusions,
    {
      code: 'misuse',
      text: { vi: 'Dùng sai cách.', en: 'Misuse.' },
      burdenOfProof: 'merchant',
      evidenceNeeded: true,
    },
  ],
}

function pledge(
  id: string,
  milestone: Commitment['pledges'][number]['milestone'],
  amount: number,
  scope: Commitment['pledges'][number]['for'],
): Commitment['pledges'][number] {
  return { id, for: scope, milestone, within: { amount, unit: 'working_hour' }, calendar: 'shop' }
}

/** Opens `minh-an` (departments, products, staff of each role) and a second merchant, `song-xanh`. */
export async function openShop(context: Context): Promise<void> {
  await openMerchant(context, { id: 'mer_1', slug: 'minh-an', name: 'Điện máy Minh An' })
  await openMerchant(context, { id: 'mer_2', slug: 'song-xanh', name: 'Sống Xanh' })
  for (const [name, role, departmentId] of [
    ['Ông Chủ', 'owner', undefined],
    ['Trưởng Nhóm', 'lead', 'mer_1.care'],
    ['Nhân Viên', 'staff', 'mer_1.care'],
    ['Thợ Máy', 'staff', 'mer_1.service'],
    ['Người Xem', 'read_only', undefined],
    ['Đại Lý', 'partner', undefined],
    ['Đã Nghỉ', 'staff', undefined],
  ] as const) {
    const mailbox = foldText(name).replaceAll(' ', '.')
    const place = {
      merchantId: 'mer_1',
      name,
      role,
      id: `stf.${mailbox}`,
      email: `${mailbox}@minh-an.example`,
    }
    await addStaff(context, { ...place, ...(departmentId && { departmentId }) })
  }
  const other = { merchantId: 'mer_2', name: 'Người Khác', role: 'owner', id: 'stf.khac' } as const
  await addStaff(context, { ...other, email: 'owner@song-xanh.example' })
}

async function openMerchant(
  context: Context,
  { id, slug, name }: { id: string; slug: string; name: string },
): Promise<void> {
  await createMerchant(
    context,
    {
      id,
      slug,
      name,
      locale: 'vi',
      locales: ['vi', 'en'],
      timeZone: 'Asia/Ho_Chi_Minh',
      accent: '#0b5d4b',
      logoKey: null,
      allowedOrigins: slug === 'minh-an' ? [shopOrigin] : [],
      email: `care@${slug}.example`,
      handOffReasons: [{ code: 'needs_parts', text: { vi: 'Cần linh kiện', en: 'Needs parts' } }],
      kinds: slug === 'minh-an' ? ['support', 'warranty', 'complaint', 'callback'] : ['support'],
    },
    [
      {
        id: `${id}.care`,
        merchantId: id,
        name: { vi: 'Chăm sóc', en: 'Care' },
        leadId: 'stf.truong.nhom',
        kinds: ['support', 'complaint', 'callback'],
        position: 0,
      },
      {
        id: `${id}.service`,
        merchantId: id,
        name: { vi: 'Bảo hành', en: 'Service' },
        leadId: 'stf.tho.may',
        kinds: ['warranty'],
        position: 1,
      },
    ],
    [
      product(id, 'TL-1', 'Tủ lạnh Đông Đá', 24),
      { ...product(id, 'DD-9', 'Hàng trưng bày', 12), excludedReason: 'display_item' },
    ],
  )
  const publication = { merchantId: id, document: shopCommitment, effectiveFrom: context.now }
  await publishCommitment(context, publication)
}

function product(merchantId: string, code: string, name: string, warrantyMonths: number) {
  return { merchantId, code, name, nameFolded: foldText(name), warrantyMonths, excludedReason: null }
}

const cookies = new Map<string, string>()

/** Signs all of the shop's staff in who may sign in. */
export async function signStaffIn(): Promise<void> {
  const mailboxes = ['ong.chu', 'truong.nhom', 'nhan.vien', 'tho.may', 'nguoi.xem', 'dai.ly']
  const emails = [...mailboxes.map((mailbox) => `${mailbox}@minh-an.example`), 'owner@song-xanh.example']
  for (const email of emails) cookies.set(email, await signInAs(email))
}

/** The session of somebody of the shop. */
export function cookieOf(mailbox: string, merchant = 'minh-an'): string {
  const cookie = cookies.get(`${mailbox}@${merchant}.example`)
  if (!cookie) throw new Error(`${mailbox} is not signed in`)
  return cookie
}
