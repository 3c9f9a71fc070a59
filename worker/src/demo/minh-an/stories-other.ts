import type { Story } from '../story.ts'

export const otherStories: readonly Story[] = [
  {
    kind: 'suggestion',
    locale: 'vi',
    subject: 'Thêm ghế chờ ở quầy bảo hành',
    message: 'Quầy bảo hành chỉ có bốn ghế, người lớn tuổi phải đứng chờ. Đề nghị thêm ghế và quạt.',
    turns: [
      {
        staff:
          'Chào {name}, cảm ơn {name} đã nghĩ cho các bác lớn tuổi. Em đã chuyển ban quản lý, tuần sau có kết quả em báo lại.',
      },
      {
        resolve: 'answered',
        says: 'Cửa hàng đã đặt thêm tám ghế có lưng tựa và hai quạt treo tường từ sáng nay. Cảm ơn góp ý của {name}.',
      },
    ],
  },
  {
    kind: 'suggestion',
    locale: 'vi',
    subject: 'Nhắn tin trước khi thợ đến',
    message: 'Nên nhắn tin tên và số điện thoại thợ trước khi đến để bảo vệ chung cư cho vào.',
    turns: [
      { staff: 'Chào {name}, góp ý rất hay ạ. Bên em sẽ thử với các chung cư ở quận 7 trước.' },
      {
        resolve: 'answered',
        says: 'Từ tuần này khách sẽ nhận tin nhắn tên, ảnh và số của thợ trước 30 phút. Cảm ơn {name}!',
      },
    ],
  },
  {
    kind: 'suggestion',
    locale: 'vi',
    subject: 'Trang web nên lọc tủ lạnh theo kích thước',
    message:
      'Bếp nhà tôi chỉ rộng 62 cm, phải mở từng sản phẩm ra xem kích thước. Nên có bộ lọc theo chiều rộng.',
    turns: [
      { staff: 'Chào {name}, em đã ghi vào danh sách cải tiến trang web, dự kiến làm trong quý này.' },
      { resolve: 'answered' },
    ],
  },
  {
    kind: 'suggestion',
    locale: 'vi',
    subject: 'Bao bì quá nhiều xốp',
    message: 'Hộp nồi cơm mà lót ba lớp xốp, rất tốn và khó bỏ rác. Đề nghị dùng giấy tổ ong.',
    turns: [
      {
        staff:
          'Chào {name}, nhà sản xuất đang thử lót giấy tổ ong cho lô tháng sau. Em sẽ chuyển lời của {name}.',
      },
      { resolve: 'answered' },
    ],
  },
  {
    kind: 'suggestion',
    locale: 'en',
    subject: 'Please add English to the delivery messages',
    message:
      'The delivery text messages are only in Vietnamese. An English line would help many of us in District 2.',
    turns: [
      { note: 'Cùng ý với góp ý trước của khách khác, gộp lại.' },
      {
        resolve: 'duplicate',
        says: 'Thank you {name}, others have asked for the same. We keep one list of this and will tell you when it is done.',
      },
    ],
  },
  {
    kind: 'callback',
    locale: 'vi',
    subject: 'Tư vấn điều hòa cho phòng 25 m²',
    message: 'Phòng hướng tây, trần cao 3,2 m. Nhờ gọi tư vấn công suất và báo giá cả công lắp.',
    turns: [
      { call: 'reached' },
      {
        resolve: 'answered',
        says: 'Em đã tư vấn qua điện thoại: phòng hướng tây 25 m² nên dùng 12.000 BTU Inverter, trọn gói 11.290.000 đ. Báo giá có giá trị 15 ngày.',
      },
    ],
  },
  {
    kind: 'callback',
    locale: 'vi',
    subject: 'Gọi lại về báo giá sửa máy giặt',
    message: 'Tôi đã nhận báo giá thay bo mạch, muốn hỏi thêm về thời gian bảo hành sau sửa.',
    product: 'MA-MG7',
    turns: [
      { call: 'not_reached' },
      { note: 'Gọi hai lần không ai nghe máy, sẽ gọi lại sau 15 phút.' },
      { call: 'reached' },
      { resolve: 'answered' },
    ],
  },
  {
    kind: 'callback',
    locale: 'vi',
    subject: 'Tư vấn trả góp tủ lạnh',
    message: 'Tôi muốn mua trả góp 12 tháng, cần biết hồ sơ gồm những gì.',
    product: 'MA-TL450',
    turns: [
      { call: 'reached' },
      {
        staff:
          'Chào {name}, như đã trao đổi: hồ sơ gồm căn cước và hóa đơn điện gần nhất, lãi suất 0 % trong 6 tháng, 12 tháng là 0,99 % mỗi tháng.',
      },
      { resolve: 'answered' },
    ],
  },
  {
    kind: 'callback',
    locale: 'en',
    subject: 'Call about delivery to District 7',
    message:
      'I would like to agree on a delivery slot with your dispatcher, Vietnamese on the phone is fine.',
    turns: [
      { call: 'reached' },
      {
        resolve: 'answered',
        says: 'As agreed on the phone: delivery on Friday between 6 and 8 pm, the driver calls 30 minutes ahead.',
      },
    ],
  },
  {
    kind: 'callback',
    locale: 'vi',
    subject: 'Gọi lại giúp tôi về lịch bảo dưỡng',
    message: 'Nhà có ba điều hòa cần vệ sinh trước Tết, nhờ gọi để chốt ngày.',
    product: 'MA-DH9',
    turns: [
      { call: 'reached' },
      {
        resolve: 'answered',
        says: 'Đã chốt lịch vệ sinh ba máy vào sáng Chủ nhật, giá 450.000 đ trọn gói. Thợ đến lúc 8 giờ 30 ạ.',
      },
    ],
  },
]
