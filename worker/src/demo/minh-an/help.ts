import type { OwnField } from '@camket/contracts'
import type { DemoArticle } from '../demo-merchant.ts'

/** What the shop asks besides: where the appliance stands decides who comes. */
export const minhAnFields: OwnField[] = [
  {
    name: 'area',
    type: 'choice',
    required: false,
    kinds: ['warranty', 'callback'],
    label: { vi: 'Khu vực', en: 'Area' },
    hint: { vi: 'Để cử thợ ở gần.', en: 'So that a technician nearby comes.' },
    choices: [
      { value: 'inner', label: { vi: 'Nội thành', en: 'Inner districts' } },
      { value: 'outer', label: { vi: 'Ngoại thành', en: 'Outer districts' } },
      { value: 'other', label: { vi: 'Tỉnh khác', en: 'Another province' } },
    ],
  },
  {
    name: 'floor',
    type: 'number',
    required: false,
    kinds: ['warranty'],
    label: { vi: 'Tầng', en: 'Floor' },
    hint: {
      vi: 'Nhà không có thang máy thì cần thêm người.',
      en: 'Without a lift it takes one person more.',
    },
    min: 0,
    max: 80,
    whole: true,
  },
]

export const minhAnArticles: readonly DemoArticle[] = [
  {
    slug: 'tu-lanh-khong-lanh',
    kinds: ['warranty', 'support'],
    text: {
      vi: {
        title: 'Tủ lạnh không lạnh: năm điều nên xem trước',
        body: `Nhiều tủ lạnh "không lạnh" chỉ cần chỉnh lại. Xin xem theo thứ tự:

1. Phích cắm có lỏng không, ổ điện khác có dùng được không.
2. Nút chỉnh nhiệt có đang ở mức thấp nhất không.
3. Cửa có khép kín không: kẹp một tờ giấy, kéo ra thấy lỏng là gioăng hở.
4. Ngăn đá có đóng tuyết dày không. Nếu có, rút điện 6 giờ cho tan hết.
5. Lưng tủ cách tường ít nhất **10 cm**.

## Khi nào nên gọi chúng tôi

Đã làm đủ năm bước mà sau 12 giờ ngăn mát vẫn trên 10 °C. Thức ăn dễ hỏng xin chuyển sang chỗ lạnh khác trước.`,
      },
      en: {
        title: 'Fridge not cold: five things to look at first',
        body: `Many fridges that are "not cold" only need setting right. In this order:

1. Is the plug loose, and does another socket work?
2. Is the dial at its lowest?
3. Does the door close? Clamp a sheet of paper: if it slides out, the seal leaks.
4. Is there thick frost in the freezer? Then unplug it for 6 hours.
5. Its back needs at least **10 cm** to the wall.

## When to call us

If all five are done and after 12 hours it is still above 10 °C inside. Move what spoils elsewhere first.`,
      },
    },
  },
  {
    slug: 'may-giat-rung',
    kinds: ['warranty', 'support'],
    text: {
      vi: {
        title: 'Máy giặt rung mạnh, kêu to khi vắt',
        body: `- Máy mới: tháo **bốn chốt vận chuyển** ở lưng máy.
- Đặt máy trên nền cứng, vặn chân cho không còn chênh.
- Không giặt một món nặng một mình (chăn, thảm): thêm khăn cho cân.
- Không quá ba phần tư lồng.

Vẫn rung sau khi làm đủ: gửi yêu cầu bảo hành kèm một đoạn quay lúc vắt.`,
      },
      en: {
        title: 'Washing machine shakes and is loud when it spins',
        body: `- A new machine: take out the **four transport bolts** at its back.
- Put it on a hard floor and turn its feet until it is level.
- Do not wash one heavy piece alone (a blanket, a rug): add towels.
- Fill it no more than three quarters.

If it still shakes, send a warranty request with a short video of the spin.`,
      },
    },
  },
  {
    slug: 'thoi-han-bao-hanh',
    text: {
      vi: {
        title: 'Còn bảo hành không, và cần giấy tờ gì',
        body: `Bảo hành tính từ **ngày mua trên hóa đơn**. Không cần phiếu bảo hành giấy: chúng tôi tra theo số sê-ri, số điện thoại hoặc số đơn hàng.

Khi gửi yêu cầu, nhập ngày mua và tên sản phẩm là thấy ngay còn bảo hành hay không. Hết hạn vẫn nhận sửa, có báo giá trước.`,
      },
      en: {
        title: 'Is it under warranty, and which papers are needed',
        body: `The warranty runs from the **date of purchase on the invoice**. No paper card is needed: we look it up by serial number, phone number or order number.

When you send a request, give the date of purchase and the product: you see at once whether it is covered. When it is over we still repair, with a quote beforehand.`,
      },
    },
  },
  {
    slug: 'doi-dia-chi-giao-hang',
    kinds: ['support'],
    text: {
      vi: {
        title: 'Đổi địa chỉ hoặc giờ giao hàng',
        body: `Đổi được đến khi xe rời kho, thường là **8 giờ sáng ngày giao**. Gửi yêu cầu loại "Hỗ trợ sử dụng", ghi số đơn hàng, địa chỉ và giờ mới.

Sau đó: gọi tài xế theo số trong tin nhắn, hoặc hẹn giao lại miễn phí một lần.`,
      },
      en: {
        title: 'Change the address or time of a delivery',
        body: `Possible until the van leaves, usually at **8 in the morning of the day**. Send a support request with the order number, the new address and time.

After that: call the driver at the number in the message, or have it delivered again, once for free.`,
      },
    },
  },
  {
    slug: 'hoa-don-dien-tu',
    kinds: ['support'],
    text: {
      vi: {
        title: 'Chưa nhận được hóa đơn điện tử',
        body: `Hóa đơn được gửi qua email trong 24 giờ sau khi giao hàng.

- Xem hộp thư rác, tìm chữ **hoa don**.
- Email lúc mua có đúng không? Báo lại cho chúng tôi kèm số đơn hàng.
- Cần xuất cho công ty: báo trong ngày mua, kèm mã số thuế.`,
      },
      en: {
        title: 'The electronic invoice has not come',
        body: `It is mailed within 24 hours of delivery.

- Look into the spam folder, for **hoa don**.
- Was the address right at purchase? Tell us, with the order number.
- For a company: tell us on the day of purchase, with the tax number.`,
      },
    },
  },
]
