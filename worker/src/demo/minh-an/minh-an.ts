import type { DemoMerchant } from '../demo-merchant.ts'
import { versions } from './commitment.ts'
import { minhAnArticles, minhAnFields } from './help.ts'
import { complaintStories } from './stories-complaint.ts'
import { otherStories } from './stories-other.ts'
import { supportStories } from './stories-support.ts'
import { warrantyStories } from './stories-warranty.ts'

const [version1, version2, version3] = versions

/** A shop for home appliances with its own workshop, in Vietnamese first. */
export const minhAn: DemoMerchant = {
  slug: 'minh-an',
  name: 'Điện máy Minh An',
  locale: 'vi',
  accent: '#0b5d4b',
  logo: 'minhAnLogo',
  kinds: ['warranty', 'support', 'complaint', 'suggestion', 'callback'],
  departments: [
    {
      key: 'care',
      name: { vi: 'Chăm sóc khách hàng', en: 'Customer care' },
      kinds: ['support', 'suggestion', 'callback'],
      lead: 'lead',
    },
    { key: 'warranty', name: { vi: 'Bảo hành', en: 'Warranty' }, kinds: ['warranty'], lead: 'lead' },
    { key: 'technical', name: { vi: 'Kỹ thuật', en: 'Technicians' }, kinds: [], lead: 'staff2' },
    {
      key: 'complaints',
      name: { vi: 'Giải quyết khiếu nại', en: 'Complaints' },
      kinds: ['complaint'],
      lead: 'owner',
    },
    { key: 'sales', name: { vi: 'Bán hàng', en: 'Sales' }, kinds: [], lead: 'owner' },
  ],
  handOffReasons: [
    { code: 'needs-technician', text: { vi: 'Cần kỹ thuật xử lý', en: 'A technician is needed' } },
    {
      code: 'needs-decision',
      text: { vi: 'Cần người có thẩm quyền quyết định', en: 'Someone has to decide' },
    },
    {
      code: 'wrong-department',
      text: { vi: 'Thuộc việc của bộ phận khác', en: 'Another department’s work' },
    },
    { code: 'waiting-for-parts', text: { vi: 'Cần đặt linh kiện', en: 'Parts have to be ordered' } },
    { code: 'colleague-away', text: { vi: 'Người phụ trách nghỉ phép', en: 'The person in charge is away' } },
  ],
  products: [
    { code: 'MA-TL260', name: 'Tủ lạnh Frosty 260 lít', warrantyMonths: 24 },
    { code: 'MA-TL450', name: 'Tủ lạnh Frosty Inverter 450 lít', warrantyMonths: 24 },
    { code: 'MA-MG7', name: 'Máy giặt Lavo cửa trên 7,5 kg', warrantyMonths: 24 },
    { code: 'MA-MG9', name: 'Máy giặt Lavo cửa trước 9 kg', warrantyMonths: 24 },
    { code: 'MA-DH9', name: 'Điều hòa Gió Nam 9.000 BTU', warrantyMonths: 24 },
    { code: 'MA-DH12', name: 'Điều hòa Gió Nam Inverter 12.000 BTU', warrantyMonths: 24 },
    { code: 'MA-TV55', name: 'Tivi Sao Mai 4K 55 inch', warrantyMonths: 24 },
    { code: 'MA-BNL20', name: 'Bình nước nóng Ấm Áp 20 lít', warrantyMonths: 24 },
    { code: 'MA-LN9', name: 'Máy lọc nước Suối Trong 9 lõi', warrantyMonths: 12 },
    { code: 'MA-NC18', name: 'Nồi cơm điện Bếp Nhà 1,8 lít', warrantyMonths: 12 },
    { code: 'MA-VS25', name: 'Lò vi sóng Bếp Nhà 25 lít', warrantyMonths: 12 },
    { code: 'MA-HB4', name: 'Máy hút bụi không dây Sạch Mau', warrantyMonths: 12 },
    { code: 'MA-QD16', name: 'Quạt đứng Gió Nam 16 inch', warrantyMonths: 12 },
    {
      code: 'MA-PK',
      name: 'Phụ kiện: lõi lọc, dây nguồn, túi bụi',
      warrantyMonths: 0,
      excludedReason: 'Vật tư tiêu hao không có bảo hành.',
    },
  ],
  staff: [
    { name: 'Nguyễn Minh An', mailbox: 'owner', role: 'owner' },
    { name: 'Trần Thị Thu Hà', mailbox: 'lead', role: 'lead', department: 'care' },
    { name: 'Phạm Ngọc Mai', mailbox: 'staff', role: 'staff', department: 'warranty' },
    { name: 'Lê Quốc Bảo', mailbox: 'staff2', role: 'staff', department: 'technical' },
    { name: 'Đại lý Hòa Phú', mailbox: 'partner', role: 'partner' },
    { name: 'Võ Thanh Tùng', mailbox: 'readonly', role: 'read_only' },
  ],
  versions: [
    ...(version1 ? [{ document: version1, inForceSinceDays: 200 }] : []),
    ...(version2 ? [{ document: version2, inForceSinceDays: 74 }] : []),
    ...(version3 ? [{ document: version3, inForceSinceDays: 22 }] : []),
  ],
  calendar: 'shop',
  fields: minhAnFields,
  articles: minhAnArticles,
  stories: [...warrantyStories, ...supportStories, ...complaintStories, ...otherStories],
  pastRequests: 126,
  presentRequests: [
    { subject: 'Tủ lạnh ngăn mát không lạnh, ngăn đá vẫn đông', turnsDone: 0, replyDueInMinutes: 22 },
    { subject: 'Máy giặt báo lỗi E3', turnsDone: 0, replyDueInMinutes: 55 },
    { subject: 'Nồi cơm không nhảy nấc giữ ấm, cơm bị cháy đáy', turnsDone: 0, replyDueInMinutes: 110 },
    { subject: 'Máy lọc nước rò ở cốc lọc số 1', turnsDone: 0, replyDueInMinutes: 200 },
    { subject: 'Giao hàng trễ ba ngày không ai báo', turnsDone: 0, replyDueInMinutes: 300 },
    { subject: 'Tivi không nhận mạng wifi 5 GHz', turnsDone: 0, replyDueInMinutes: -40 },
    { subject: 'Điều hòa chảy nước xuống giường', turnsDone: 0, replyDueInMinutes: -95 },
    { subject: 'Máy giặt rung mạnh và kêu to khi vắt', turnsDone: 1 },
    { subject: 'Chưa nhận được hóa đơn điện tử', turnsDone: 1 },
    { subject: 'Bình nước nóng bật lên là nhảy aptomat', turnsDone: 5 },
    { subject: 'Tivi có sọc dọc màn hình sau ba tháng', turnsDone: 2 },
    { subject: 'Sửa lần hai vẫn hỏng, bị chuyển qua lại giữa các bộ phận', turnsDone: 5 },
    { subject: 'Máy giặt không lên nguồn', turnsDone: 5 },
    { subject: 'Thêm ghế chờ ở quầy bảo hành', turnsDone: 1 },
  ],
}
