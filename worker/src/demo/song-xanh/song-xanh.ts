import type { DemoMerchant } from '../demo-merchant.ts'
import { versions } from './commitment.ts'
import { songXanhArticles, songXanhFields } from './help.ts'
import { songXanhStories } from './stories.ts'

const [version1, version2] = versions

/** A nursery that also delivers greens by subscription, in English first. */
export const songXanh: DemoMerchant = {
  slug: 'song-xanh',
  name: 'Sống Xanh',
  locale: 'en',
  accent: '#b4532a',
  logo: 'songXanhLogo',
  kinds: ['support', 'warranty', 'complaint', 'callback', 'suggestion'],
  departments: [
    {
      key: 'care',
      name: { en: 'Care', vi: 'Chăm sóc' },
      kinds: ['support', 'warranty', 'complaint', 'suggestion'],
      lead: 'lead',
    },
    { key: 'nursery', name: { en: 'Nursery', vi: 'Vườn ươm' }, kinds: [], lead: 'staff2' },
    { key: 'delivery', name: { en: 'Delivery', vi: 'Giao hàng' }, kinds: [], lead: 'staff' },
    {
      key: 'offices',
      name: { en: 'Homes and offices', vi: 'Nhà và văn phòng' },
      kinds: ['callback'],
      lead: 'owner',
    },
  ],
  handOffReasons: [
    { code: 'needs-grower', text: { en: 'A grower has to look at it', vi: 'Cần người trồng xem' } },
    { code: 'needs-decision', text: { en: 'Someone has to decide', vi: 'Cần người quyết định' } },
    { code: 'cold-chain', text: { en: 'About keeping it cool on the way', vi: 'Về giữ lạnh trên đường' } },
    { code: 'courier', text: { en: 'About the courier', vi: 'Về người giao' } },
  ],
  products: [
    {
      code: 'SX-BOX-S',
      name: 'Weekly greens, small box',
      warrantyMonths: 0,
      excludedReason: 'Fresh food has no warranty; see the worst cases.',
    },
    {
      code: 'SX-BOX-L',
      name: 'Weekly greens, large box',
      warrantyMonths: 0,
      excludedReason: 'Fresh food has no warranty; see the worst cases.',
    },
    { code: 'SX-MONSTERA', name: 'Monstera deliciosa, 60 cm', warrantyMonths: 1 },
    { code: 'SX-FIG', name: 'Fiddle-leaf fig, 120 cm', warrantyMonths: 1 },
    { code: 'SX-ZZ', name: 'Kim tiền (ZZ plant), 40 cm', warrantyMonths: 1 },
    { code: 'SX-HERBS', name: 'Herb and sprout starter kit', warrantyMonths: 1 },
    { code: 'SX-POT', name: 'Self-watering pot', warrantyMonths: 6 },
    { code: 'SX-METER', name: 'Soil moisture meter', warrantyMonths: 6 },
    { code: 'SX-LIGHT', name: 'Grow light, 24 W', warrantyMonths: 12 },
  ],
  staff: [
    { name: 'Đặng Ngọc Xanh', mailbox: 'owner', role: 'owner' },
    { name: 'Vũ Hoàng Lan', mailbox: 'lead', role: 'lead', department: 'care' },
    { name: 'Hannah Weber', mailbox: 'staff', role: 'staff', department: 'delivery' },
    { name: 'Bùi Thị Liên', mailbox: 'staff2', role: 'staff', department: 'nursery' },
    { name: 'Green Desk Co.', mailbox: 'partner', role: 'partner' },
    { name: 'Ngô Anh Khoa', mailbox: 'readonly', role: 'read_only' },
  ],
  versions: [
    ...(version1 ? [{ document: version1, inForceSinceDays: 160 }] : []),
    ...(version2 ? [{ document: version2, inForceSinceDays: 40 }] : []),
  ],
  calendar: 'nursery',
  heading: { en: 'Grow with us', vi: 'Trồng cùng chúng tôi' },
  fields: songXanhFields,
  articles: songXanhArticles,
  stories: songXanhStories,
  pastRequests: 52,
  presentRequests: [
    { subject: 'Grow light flickers', turnsDone: 0, replyDueInMinutes: 35 },
    { subject: 'Greens in the box were wilted', turnsDone: 0, replyDueInMinutes: 150 },
    { subject: 'Change delivery day to Friday', turnsDone: 0, replyDueInMinutes: 240 },
    { subject: 'Moisture meter always shows wet', turnsDone: 0, replyDueInMinutes: -60 },
    { subject: 'Cây kim tiền bị úng rễ', turnsDone: 1 },
    { subject: 'Charged twice this month', turnsDone: 2 },
    { subject: 'Fiddle-leaf fig dropped all its leaves after 20 days', turnsDone: 4 },
    { subject: 'Please take the trays back', turnsDone: 1 },
  ],
}
