import type { Story } from '../story.ts'

export const supportStories: readonly Story[] = [
  {
    kind: 'support',
    locale: 'vi',
    subject: 'Hẹn giờ nấu cơm bị lệch giờ',
    message:
      'Tôi hẹn 6 giờ sáng cơm chín mà 5 giờ nồi đã nấu xong. Đồng hồ trên nồi hiển thị đúng giờ. Tôi chỉnh sai chỗ nào?',
    product: 'MA-NC18',
    turns: [
      {
        staff:
          'Chào {name}, giờ hẹn trên nồi là giờ bắt đầu giữ ấm, tức cơm chín trước đó. {name} bấm giữ nút Hẹn giờ 3 giây cho đến khi hiện chữ “End”, khi đó giờ hẹn sẽ là giờ cơm chín ạ.',
      },
      { customer: 'Được rồi, cảm ơn em {staff}!' },
      {
        resolve: 'answered',
        says: 'Dạ không có gì ạ. Em gửi kèm bản hướng dẫn hẹn giờ trên trang sản phẩm để {name} xem lại khi cần.',
      },
    ],
  },
  {
    kind: 'support',
    locale: 'vi',
    subject: 'Tivi không nhận mạng wifi 5 GHz',
    message: 'Nhà tôi đổi modem mới, tivi chỉ thấy mạng 2.4 GHz, xem phim hay bị khựng.',
    product: 'MA-TV55',
    turns: [
      {
        staff:
          'Chào {name}, mẫu này nhận 5 GHz từ kênh 36 đến 48. Modem mới thường để kênh tự động trên 100. {name} vào trang cài đặt modem, chọn kênh 44 rồi dò lại giúp em.',
        wait: true,
      },
      { customer: 'Tôi nhờ nhà mạng chỉnh kênh 44, tivi nhận được rồi.' },
      {
        resolve: 'answered',
        says: 'Tuyệt quá ạ. Em đã bổ sung lưu ý này vào bài hướng dẫn để khách sau đỡ mất công.',
      },
    ],
  },
  {
    kind: 'support',
    locale: 'vi',
    subject: 'Bao lâu thì thay lõi lọc số 1, 2, 3?',
    message:
      'Máy lọc dùng cho gia đình bốn người, nước máy thành phố. Xin cửa hàng cho biết lịch thay lõi và giá.',
    product: 'MA-LN9',
    turns: [
      {
        staff:
          'Chào {name}, với nước máy và bốn người: lõi số 1 thay sau 4 tháng, số 2 và 3 sau 6 tháng, màng RO sau 24 tháng. Trọn bộ 1-2-3 giá 450.000 đ gồm công thay. Em có thể nhắc lịch cho {name}.',
      },
      { customer: 'Nhờ em nhắc lịch giúp tôi.' },
      { resolve: 'answered', says: 'Em đã ghi lịch nhắc trước 7 ngày. {name} cần thay sớm cứ nhắn em.' },
    ],
  },
  {
    kind: 'support',
    locale: 'vi',
    subject: 'Chưa nhận được hóa đơn điện tử',
    message:
      'Đơn {order} tôi có yêu cầu xuất hóa đơn công ty nhưng đến nay chưa nhận được mail. Kế toán bên tôi cần trước cuối tháng.',
    turns: [
      {
        staff:
          'Chào {name}, {name} gửi giúp em tên công ty, mã số thuế và địa chỉ mail nhận hóa đơn để em đối chiếu.',
        wait: true,
      },
      { customer: 'Công ty TNHH Hòa Bình Xanh, mã số thuế 0312345678, ketoan@hoabinhxanh.example.' },
      { handOffTo: 'sales', reason: 'wrong-department' },
      {
        resolve: 'answered',
        says: 'Hóa đơn đã được gửi lại đến mail kế toán; lần trước gửi nhầm vì thiếu một chữ trong địa chỉ. Mong {name} thông cảm.',
      },
    ],
  },
  {
    kind: 'support',
    locale: 'vi',
    subject: 'Máy giặt báo lỗi E3',
    message: 'Đang giặt thì máy dừng, báo E3 và kêu bíp. Tôi phải làm gì?',
    product: 'MA-MG7',
    turns: [
      {
        staff:
          'Chào {name}, E3 là cửa chưa khóa hẳn. {name} lấy bớt quần áo sát mép cửa, lau gioăng rồi đóng mạnh tay một chút và bấm Start lại giúp em.',
        wait: true,
      },
      { customer: 'Đúng là kẹt cái tất ở mép cửa. Chạy lại được rồi.' },
      {
        resolve: 'answered',
        says: 'Vậy là ổn rồi ạ. Nếu E3 còn lặp lại khi cửa sạch, {name} nhắn em để kỹ thuật xem khóa cửa.',
      },
    ],
  },
  {
    kind: 'support',
    locale: 'vi',
    subject: 'Đổi địa chỉ giao đơn {order}',
    message: 'Tôi đặt nhầm địa chỉ cũ, nhờ đổi sang căn 1508, chung cư Sông Đà, trước khi giao ngày mai.',
    turns: [
      { call: 'reached' },
      {
        staff: 'Chào {name}, em vừa gọi xác nhận và đã đổi địa chỉ, đơn vẫn giao ngày mai từ 9 đến 11 giờ ạ.',
      },
      { resolve: 'answered' },
    ],
  },
  {
    kind: 'support',
    locale: 'en',
    subject: 'How do I descale the water heater?',
    message:
      'Our water is quite hard and the heater takes longer than before. Is there something I can do myself without losing the warranty?',
    product: 'MA-BNL20',
    turns: [
      {
        staff:
          'Hello {name}, you may flush it yourself: switch off the breaker, close the inlet, open the drain valve and let it run for five minutes. Replacing the anode rod should be left to us; once a year it is free within the warranty.',
      },
      { customer: 'Thanks, please book the anode rod for next week, any weekday.' },
      {
        resolve: 'answered',
        says: 'Booked: our technician will call you the evening before. The visit is free of charge.',
      },
    ],
  },
  {
    kind: 'support',
    locale: 'vi',
    subject: 'Đăng ký bảo hành điện tử báo sai số seri',
    message: 'Tôi nhập số {serial} trên tem mà trang báo không tồn tại.',
    product: 'MA-VS25',
    turns: [
      {
        staff:
          'Chào {name}, chữ O thứ hai trên tem là số 0 ạ. Em đã đăng ký giúp {name}, bảo hành tính từ ngày mua.',
      },
      { customer: 'Hóa ra vậy, cảm ơn em.' },
      { resolve: 'answered', says: 'Dạ không có gì. Em đã đề nghị in tem đời sau rõ số 0 và chữ O hơn.' },
    ],
  },
  {
    kind: 'support',
    locale: 'vi',
    subject: 'Hỏi lại: bao giờ kỹ thuật đến?',
    message: 'Tôi đã gửi yêu cầu sáng nay về tủ lạnh, cho tôi hỏi bao giờ có người đến.',
    turns: [
      { note: 'Trùng với yêu cầu bảo hành sáng nay của cùng khách.' },
      {
        resolve: 'duplicate',
        says: 'Chào {name}, em gộp câu hỏi này vào yêu cầu bảo hành sáng nay để {name} theo dõi một nơi. Kỹ thuật sẽ gọi trong chiều nay ạ.',
      },
    ],
  },
  {
    kind: 'support',
    locale: 'vi',
    subject: 'Đối soát công nợ linh kiện tháng trước',
    message:
      'Bên cung ứng gửi bảng đối soát linh kiện tháng trước, lệch 2 dòng so với phiếu nhập kho của Minh An. Nhờ kiểm tra lại.',
    customerType: 'supplier',
    turns: [
      {
        staff: 'Chào anh chị, em đã chuyển kế toán kho. Anh chị gửi giúp em số phiếu nhập của hai dòng lệch.',
        wait: true,
      },
      { customer: 'Phiếu PN-0917 và PN-0923, mô-tơ quạt và bo điều khiển.' },
      { hold: true },
      { resume: true },
      {
        resolve: 'answered',
        says: 'Kho đã đối chiếu: PN-0923 nhập thiếu một thùng, đã bổ sung. Bảng đối soát hai bên khớp, kế toán sẽ thanh toán đúng hạn.',
      },
    ],
  },
  {
    kind: 'support',
    locale: 'vi',
    subject: 'Mất điều khiển điều hòa, mua lại ở đâu?',
    message: 'Nhà tôi làm mất điều khiển, mua loại đa năng ngoài chợ thì không chỉnh được hướng gió.',
    product: 'MA-DH9',
    turns: [
      {
        staff:
          'Chào {name}, điều khiển chính hãng giá 160.000 đ, có sẵn tại cửa hàng. Trong lúc chờ, {name} bấm nút Emergency dưới nắp máy để bật tắt.',
      },
      { customer: 'Tôi ghé lấy chiều nay.' },
      { resolve: 'answered', says: 'Em đã để sẵn ở quầy, {name} đọc mã yêu cầu này là lấy được ngay ạ.' },
    ],
  },
]
