import type { OwnField } from '@camket/contracts'
import type { DemoArticle } from '../demo-merchant.ts'

/** What the nursery asks besides: most plants that fail got the wrong light. */
export const songXanhFields: OwnField[] = [
  {
    name: 'light',
    type: 'choice',
    required: false,
    kinds: ['warranty', 'support'],
    label: { en: 'Where it stands', vi: 'Chỗ đặt cây' },
    choices: [
      { value: 'window', label: { en: 'At a window', vi: 'Cạnh cửa sổ' } },
      { value: 'room', label: { en: 'Inside the room', vi: 'Trong phòng' } },
      { value: 'balcony', label: { en: 'On a balcony', vi: 'Ban công' } },
    ],
  },
]

export const songXanhArticles: readonly DemoArticle[] = [
  {
    slug: 'yellow-leaves',
    kinds: ['warranty', 'support'],
    text: {
      en: {
        title: 'Leaves turn yellow or drop',
        body: `A few old leaves are normal after a move. More than that is nearly always **too much water**.

1. Put a finger 3 cm into the soil. Wet: wait. Dry: water.
2. Empty the saucer half an hour later.
3. Two metres from the window is dark for a plant, however bright it seems.

Send us a photo of the whole plant and one of the soil if it goes on after two weeks.`,
      },
      vi: {
        title: 'Lá vàng hoặc rụng',
        body: `Vài lá già rụng sau khi dời chỗ là bình thường. Nhiều hơn thì gần như luôn vì **tưới quá tay**.

1. Ấn ngón tay sâu 3 cm vào đất. Ướt: chờ. Khô: tưới.
2. Nửa giờ sau đổ nước trong đĩa.
3. Cách cửa sổ hai mét là tối với cây, dù mắt thấy sáng.

Sau hai tuần vẫn vậy, gửi ảnh cả cây và ảnh mặt đất.`,
      },
    },
  },
  {
    slug: 'change-delivery-day',
    kinds: ['support'],
    text: {
      en: {
        title: 'Change or pause the weekly box',
        body: `Until **Tuesday 6 pm** for the same week. Send a support request with the new day, or "pause" and until when. Paused weeks are not charged.`,
      },
      vi: {
        title: 'Đổi ngày hoặc tạm dừng hộp rau hằng tuần',
        body: `Trước **18 giờ thứ Ba** cho tuần đó. Gửi yêu cầu hỗ trợ, ghi ngày mới, hoặc "tạm dừng" và đến khi nào. Tuần tạm dừng không tính tiền.`,
      },
    },
  },
  {
    slug: 'wilted-greens',
    kinds: ['complaint', 'warranty'],
    text: {
      en: {
        title: 'Greens arrived wilted',
        body: `Stand the stems in cold water for 20 minutes: most come back.

If not, send one photo **within 24 hours** of delivery. You get another box or your money back.`,
      },
      vi: {
        title: 'Rau giao đến bị héo',
        body: `Ngâm cuống vào nước lạnh 20 phút: phần lớn tươi lại.

Nếu không, gửi một tấm ảnh **trong 24 giờ** từ lúc giao. Quý khách được hộp khác hoặc hoàn tiền.`,
      },
    },
  },
]
