import type { ChangeReason } from '@camket/core/vocabulary'

/** Words of the dialogs that change kind, priority and numbers. */
export const changeVi = {
  kindTitle: 'Sửa loại yêu cầu',
  priorityTitle: 'Đổi mức ưu tiên',
  kind: 'Loại yêu cầu',
  priority: 'Mức ưu tiên',
  reason: 'Lý do (ghi vào lịch sử)',
  reasons: {
    customer_asked: 'khách đề nghị',
    mistaken: 'chọn nhầm lúc đầu',
    more_urgent: 'gấp hơn ta tưởng',
    less_urgent: 'không gấp như ta tưởng',
    other: 'lý do khác',
  } as Record<ChangeReason, string>,
  note: 'Ghi chú riêng (chỉ nội bộ thấy)',
  set: 'Đổi',
  kindButton: 'Sửa loại…',
  priorityButton: 'Đổi ưu tiên…',
  effects: 'Thời hạn sẽ thay đổi thế nào',
  none: 'Không thời hạn nào thay đổi.',
  same: 'Chọn một giá trị khác để xem thời hạn thay đổi thế nào.',
  loading: 'Đang tính…',
  moves: (before: string, after: string) => `${before} → ${after}`,
  gone: (before: string) => `${before} → không còn cam kết nào áp dụng`,
  starts: (after: string) => `mới: ${after}`,
  missedAtOnce: 'trễ hạn ngay, vì đã qua hạn mới',
  missedStays: 'Thời hạn đã trễ vẫn là trễ.',
  internal: 'nội bộ',
  warned: 'đã báo sắp đến hạn',
  rematched: 'không còn áp dụng từ khi đổi loại hoặc ưu tiên',
  handedOn: 'đã chuyển tiếp',
  factsTitle: 'Số liệu của yêu cầu',
  facts: 'Số liệu',
  factsHint: 'Dùng để tính bồi thường và thời hạn. Để trống ô chưa biết.',
  factsNone: 'Chưa ghi số nào.',
  factsEdit: 'Ghi số liệu…',
  factsSave: 'Lưu số liệu',
  factNames: {
    order_amount: 'Giá trị đơn hàng',
    item_amount: 'Giá món hàng',
    monthly_fee: 'Phí hằng tháng',
  } as Record<string, string>,
  whole: 'Nhập số không âm.',
}

export type ChangeStrings = typeof changeVi
