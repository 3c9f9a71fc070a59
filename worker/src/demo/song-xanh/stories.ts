import type { Story } from '../story.ts'

export const songXanhStories: readonly Story[] = [
  {
    kind: 'warranty',
    locale: 'en',
    subject: 'Grow light flickers',
    message:
      'The grow light started to flicker two weeks ago and now switches off by itself after an hour. Serial number {serial}.',
    product: 'SX-LIGHT',
    turns: [
      {
        staff:
          'Hi {name}, sorry about that. Please try another socket once; if it still flickers we will simply send a new one.',
        wait: true,
      },
      { customer: 'Same in the kitchen. It even hums a bit.' },
      {
        resolve: 'replaced',
        says: 'A new light is on its way with tomorrow’s round, please hand the old one to the rider. Its twelve months start again.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'en',
    subject: 'Monstera arrived with broken leaves',
    message:
      'Two of the five leaves were snapped when I opened the box. Photo attached, taken five minutes after delivery.',
    product: 'SX-MONSTERA',
    boughtMonthsAgo: 0,
    picture: 'leaves',
    turns: [
      {
        staff:
          'Hi {name}, thank you for the photo. That one goes back to our nursery to recover, and you get a new plant on Thursday.',
      },
      { customer: 'Thursday works. Can the rider come before nine?' },
      { staff: 'Yes, you are first on the round: between 7:30 and 8:30.' },
      {
        resolve: 'replaced',
        says: 'The new monstera was delivered at 7:50. Give it a week away from direct sun before repotting.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'en',
    subject: 'Self-watering pot leaks on the shelf',
    message:
      'There is a puddle under the pot every morning. I turned the inner basket as the leaflet says, no change.',
    product: 'SX-POT',
    turns: [
      {
        staff:
          'Hi {name}, that sounds like a hairline crack in the tank. Could you send a photo of the underside?',
        wait: true,
      },
      { customer: 'There is indeed a crack next to the logo.' },
      { resolve: 'replaced', says: 'Confirmed, and replaced today. Keep the old basket as a spare.' },
    ],
  },
  {
    kind: 'warranty',
    locale: 'en',
    subject: 'Fiddle-leaf fig dropped all its leaves after 20 days',
    message: 'I followed the care card exactly, same window, water once a week. Now it is a stick.',
    product: 'SX-FIG',
    boughtMonthsAgo: 0,
    picture: 'leaves',
    turns: [
      {
        staff:
          'Hi {name}, figs sulk after a move, but all leaves in 20 days is not normal. I am asking our grower Ms Liên to look at your photo.',
      },
      { handOffTo: 'nursery', reason: 'needs-grower' },
      { note: 'Spider mites visible on the stem, from our greenhouse 3. Batch to be checked.' },
      { handOffTo: 'care', reason: 'needs-decision' },
      {
        resolve: 'refunded',
        says: 'The plant had mites when it left us, so this is on us: 620,000 ₫ have been sent back to your card. Please keep it away from other plants.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'en',
    subject: 'Moisture meter always shows wet',
    message: 'Even in the air it points to 10.',
    product: 'SX-METER',
    turns: [
      {
        resolve: 'replaced',
        says: 'Hi {name}, that meter is broken, no need to test further. A new one travels with your next box.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Cây kim tiền bị úng rễ',
    message:
      'Cây mua được hơn một tháng thì thân mềm, lá vàng rụng dần. Tôi tưới mỗi ngày một ít. Mong vườn đổi cây khác.',
    product: 'SX-ZZ',
    boughtMonthsAgo: 2,
    turns: [
      {
        staff:
          'Chào {name}, vườn rất tiếc cho cây. {name} rút giúp chậu lên xem lỗ thoát nước và chụp rễ cho vườn được không ạ?',
        wait: true,
      },
      { customer: 'Rễ thâm và có mùi, đất ướt sũng.' },
      { handOffTo: 'nursery', reason: 'needs-grower' },
      {
        resolve: 'declined',
        exclusion: 'overwatering',
        evidence: 'roots',
        says: 'Cây bị úng do tưới hằng ngày (kim tiền chỉ cần 2 đến 3 tuần một lần), trường hợp này không thuộc cam kết. Vườn tặng {name} gói giá thể mới và hướng dẫn cứu phần củ còn chắc.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'en',
    subject: 'Adapter of the grow light gets very hot',
    message: 'After two hours the adapter is too hot to touch. The light itself is fine.',
    product: 'SX-LIGHT',
    turns: [
      { priority: 'urgent' },
      { staff: 'Hi {name}, please unplug it and do not use it again. A rider brings another adapter today.' },
      {
        resolve: 'repaired',
        says: 'Adapter changed for the newer model; we measured 41 °C after two hours. Thank you for telling us at once.',
      },
    ],
  },
  {
    kind: 'support',
    locale: 'en',
    subject: 'Pause my weekly box while I travel',
    message: 'I am away for three weeks. Can I pause box {order} without losing the price?',
    product: 'SX-BOX-S',
    turns: [
      {
        staff:
          'Hi {name}, of course. Paused for three weeks, your price stays. You will get a message two days before the next box.',
      },
      { resolve: 'answered' },
    ],
  },
  {
    kind: 'support',
    locale: 'en',
    subject: 'When should I repot my monstera?',
    message: 'Roots are coming out of the holes at the bottom. Is that the time?',
    product: 'SX-MONSTERA',
    turns: [
      {
        staff:
          'Hi {name}, yes: one size up, about four centimetres wider, with our aroid mix. Water it only after three days so that torn roots can heal.',
      },
      { customer: 'Great, I will order the mix with my next box.' },
      { resolve: 'answered', says: 'Added to your next box. Enjoy the bigger leaves!' },
    ],
  },
  {
    kind: 'support',
    locale: 'en',
    subject: 'Yellow spots on basil',
    message: 'The basil of the starter kit has yellow spots that turn brown. Do I throw it away?',
    product: 'SX-HERBS',
    turns: [
      {
        staff:
          'Hi {name}, that is usually water on the leaves in full sun. Water the soil in the evening and cut the spotted leaves. Can you send a photo if it spreads?',
        wait: true,
      },
      { customer: 'A week later: new leaves are clean. Thank you!' },
      { resolve: 'answered', says: 'Lovely. Pinch the top so it grows bushy.' },
    ],
  },
  {
    kind: 'support',
    locale: 'en',
    subject: 'Change delivery day to Friday',
    message: 'Wednesday no longer works for me, could the greens come on Fridays?',
    product: 'SX-BOX-L',
    turns: [
      { staff: 'Hi {name}, done: from next week your box comes on Fridays between 6 and 8 in the morning.' },
      { resolve: 'answered' },
    ],
  },
  {
    kind: 'support',
    locale: 'vi',
    subject: 'Cách chăm khay rau mầm',
    message: 'Khay rau mầm của mình bị mốc trắng ở gốc, có phải bỏ không ạ?',
    product: 'SX-HERBS',
    turns: [
      {
        staff:
          'Chào {name}, lớp trắng mịn quanh gốc thường là lông rễ, xịt nước sẽ biến mất. Nếu là mốc thật thì có mùi; khi đó bỏ phần mốc và mở nắp cho thoáng giúp vườn nhé.',
      },
      { customer: 'Xịt nước thì hết thật, may quá!' },
      { resolve: 'answered', says: 'Tuyệt quá, ba ngày nữa là {name} có rau ăn rồi.' },
    ],
  },
  {
    kind: 'support',
    locale: 'en',
    subject: 'Company invoice for order {order}',
    message: 'Please issue the invoice to our company, tax code 0318765432.',
    turns: [
      { staff: 'Hi {name}, could you also give us the registered address?', wait: true },
      { customer: '12 Nguyen Thi Minh Khai, Ben Nghe, Ho Chi Minh City.' },
      { resolve: 'answered', says: 'The e-invoice was sent to your address a minute ago.' },
    ],
  },
  {
    kind: 'support',
    locale: 'en',
    subject: 'Asked this morning: where is my box?',
    message: 'I wrote this morning as well, sorry. Box {order} is not here yet.',
    product: 'SX-BOX-S',
    turns: [
      {
        resolve: 'duplicate',
        says: 'Hi {name}, we go on in this morning’s request so that you have one place to look.',
      },
    ],
  },
  {
    kind: 'support',
    locale: 'en',
    subject: 'Peat delivery note is missing',
    message:
      'Our driver left 40 bags of peat yesterday and the signed delivery note did not come back. Please send a copy.',
    customerType: 'supplier',
    turns: [
      { staff: 'Hello, the note is with our nursery manager, who is in Đà Lạt until tomorrow.' },
      { hold: true },
      { resume: true },
      { resolve: 'answered', says: 'Here it is, signed for 40 bags. Sorry for the wait.' },
    ],
  },
  {
    kind: 'complaint',
    locale: 'en',
    subject: 'Greens in the box were wilted',
    message:
      'Half of the lettuce and all of the coriander were limp. Photo attached. This is the second time this month.',
    product: 'SX-BOX-L',
    boughtMonthsAgo: 0,
    picture: 'greens',
    turns: [
      { priority: 'high' },
      {
        staff:
          'Hi {name}, I am sorry, twice is too often. I am looking at the temperature log of your round and will come back to you today with what we do about it.',
      },
      { handOffTo: 'delivery', reason: 'cold-chain' },
      {
        resolve: 'compensated',
        says: 'The cool box on your round had a broken seal. This week’s box is free, and 100,000 ₫ are in your account. The seal has been replaced.',
      },
    ],
  },
  {
    kind: 'complaint',
    locale: 'en',
    subject: 'Box came a day late',
    message: 'I planned a dinner around Wednesday’s box. It came on Thursday without a word.',
    product: 'SX-BOX-S',
    boughtMonthsAgo: 0,
    turns: [
      {
        staff:
          'Hi {name}, that was our mistake: the round was split and nobody told you. I am asking for your money back.',
      },
      {
        resolve: 'refunded',
        says: '189,000 ₫ have been refunded in full and the box is yours. From now on a late round tells its customers before six in the morning.',
      },
    ],
  },
  {
    kind: 'complaint',
    locale: 'en',
    subject: 'Charged twice this month',
    message: 'My card shows two payments of 349,000 ₫ on the same day.',
    product: 'SX-BOX-L',
    turns: [
      {
        staff:
          'Hi {name}, I can see both. Our bank needs one to two days to confirm; I will write as soon as it has.',
      },
      { hold: true },
      { customer: 'Two days are fine, but please make sure it does not happen next month.' },
      { resume: true },
      {
        resolve: 'refunded',
        says: 'The second payment has been sent back today, and the cause (a retry of our payment form) is fixed.',
      },
    ],
  },
  {
    kind: 'complaint',
    locale: 'en',
    subject: 'Courier left the plants in the sun',
    message: 'The guard says the box stood on the pavement from ten to two. The calathea is cooked.',
    turns: [
      {
        staff:
          'Hi {name}, plants must be handed over in person, so this should not have happened. May I send a new calathea, or would you rather have a voucher?',
        wait: true,
      },
      { customer: 'A new calathea please, and hand it to me, not to the pavement.' },
      { handOffTo: 'delivery', reason: 'courier' },
      {
        resolve: 'compensated',
        says: 'A new calathea was handed to you this morning, with a voucher of 150,000 ₫ for the trouble. The courier has been trained again.',
      },
    ],
  },
  {
    kind: 'complaint',
    locale: 'vi',
    subject: 'Giao nhầm cây, đặt trầu bà nhận lưỡi hổ',
    message: 'Mình đặt trầu bà Nam Mỹ mà nhận được lưỡi hổ. Cây đẹp nhưng không phải thứ mình cần.',
    turns: [
      { staff: 'Chào {name}, vườn xin lỗi vì soạn nhầm. {name} giữ luôn lưỡi hổ, mai vườn giao trầu bà ạ.' },
      { resolve: 'replaced', says: 'Trầu bà đã giao sáng nay. Chúc {name} có góc xanh thật vui!' },
    ],
  },
  {
    kind: 'complaint',
    locale: 'en',
    subject: 'Nobody answers about my office plants',
    message: 'Our six office plants were due for their monthly visit last week. Nobody came.',
    turns: [
      {
        staff:
          'Hi {name}, the gardener of your street left and the visits were not handed over. I have booked Mr Phúc for tomorrow at nine.',
      },
      { customer: 'He came, all fine again. I take the complaint back.' },
      { withdraw: true },
    ],
  },
  {
    kind: 'suggestion',
    locale: 'en',
    subject: 'Please take the trays back',
    message: 'The plastic trays pile up at home. Could riders collect them with the next box?',
    turns: [
      { staff: 'Hi {name}, a good idea, we start next month in District 1 and 3.' },
      {
        resolve: 'answered',
        says: 'Riders now take trays back everywhere. Put them next to the door. Thank you!',
      },
    ],
  },
  {
    kind: 'suggestion',
    locale: 'en',
    subject: 'Add Thai basil to the small box',
    message: 'There is always Italian basil, never Thai basil, in a Vietnamese city!',
    turns: [
      { staff: 'Hi {name}, fair point. Our grower has sown some; it takes five weeks.' },
      { resolve: 'answered' },
    ],
  },
  {
    kind: 'callback',
    locale: 'en',
    subject: 'Quote for greening a 200 m² office',
    message: 'We would like plants on two floors with monthly care. Please call to agree on a visit.',
    turns: [
      { call: 'reached' },
      {
        resolve: 'answered',
        says: 'As agreed, Mr Phúc visits on Tuesday at ten to measure the light. The quote follows within three days.',
      },
    ],
  },
  {
    kind: 'callback',
    locale: 'vi',
    subject: 'Tư vấn vườn ban công hướng tây',
    message: 'Ban công 6 m², nắng gắt buổi chiều. Nhờ vườn gọi tư vấn cây chịu nắng.',
    turns: [
      { call: 'not_reached' },
      { call: 'reached' },
      {
        resolve: 'answered',
        says: 'Vườn đã tư vấn: hương thảo, lô hội, sống đời và giàn sử quân tử che nắng tây. Bản vẽ sơ bộ gửi kèm trong tuần.',
      },
    ],
  },
  {
    kind: 'callback',
    locale: 'en',
    subject: 'Questions before I subscribe',
    message: 'I have two questions about allergies and about cancelling. Afternoons are best.',
    turns: [{ call: 'reached' }, { resolve: 'answered' }],
  },
]
