import type { Story } from '../story.ts'

export const complaintStories: readonly Story[] = [
  {
    kind: 'complaint',
    locale: 'vi',
    subject: 'Giao hàng trễ ba ngày không ai báo',
    message:
      'Đơn {order} hẹn giao thứ Tư, tôi nghỉ làm để chờ mà không ai đến cũng không ai gọi. Đến thứ Bảy mới giao. Tôi mất một ngày công vì chuyện này.',
    turns: [
      {
        staff:
          'Chào {name}, em thay mặt cửa hàng xin lỗi {name}. Xe giao hỏng dọc đường và điều phối đã quên báo khách, lỗi hoàn toàn ở chúng em. Em đang đề nghị bồi thường và sẽ trả lời {name} trong ngày mai.',
      },
      { handOffTo: 'complaints', reason: 'needs-decision' },
      { customer: 'Tôi chờ câu trả lời cụ thể.' },
      {
        resolve: 'compensated',
        says: 'Minh An xin bồi thường {name} 300.000 đ cho ngày công đã mất, chuyển khoản trong hôm nay. Điều phối đã có quy định mới: trễ quá 30 phút phải gọi khách.',
      },
    ],
  },
  {
    kind: 'complaint',
    locale: 'vi',
    subject: 'Thợ lắp điều hòa làm xước sàn gỗ',
    message:
      'Thợ kéo thang không lót nên sàn gỗ phòng khách bị một vệt dài khoảng 40 cm. Tôi gửi ảnh. Đề nghị cửa hàng khắc phục.',
    picture: 'floor',
    turns: [
      {
        staff:
          'Chào {name}, em xin lỗi về sự cố này. Chúng em sẽ cử thợ sàn đến đánh giá và sửa, chi phí do Minh An chịu. {name} cho em xin loại sàn và giờ tiện đến nhà.',
        wait: true,
      },
      { customer: 'Sàn gỗ công nghiệp màu óc chó, buổi tối sau 18 giờ.' },
      { staff: 'Dạ thợ sàn hẹn {name} 18 giờ 30 tối mai ạ.' },
      {
        resolve: 'compensated',
        says: 'Hai thanh sàn đã được thay, {name} đã ký nghiệm thu. Đội lắp đặt từ nay bắt buộc lót thảm khi kéo thang. Cảm ơn {name} đã góp ý thẳng thắn.',
      },
    ],
  },
  {
    kind: 'complaint',
    locale: 'vi',
    subject: 'Nhân viên kho nói chuyện thiếu tôn trọng',
    message:
      'Tôi ra kho nhận hàng, hỏi kiểm tra máy thì nhân viên bảo “không mua thì thôi”. Tôi rất bức xúc.',
    turns: [
      {
        staff:
          'Chào {name}, em rất tiếc vì {name} bị đối xử như vậy. Em đã chuyển cho trưởng bộ phận, chị Hà sẽ gọi xin lỗi {name} trong hôm nay.',
      },
      { call: 'not_reached' },
      { call: 'reached' },
      {
        resolve: 'answered',
        says: 'Chị Hà đã gọi xin lỗi {name}. Nhân viên liên quan đã bị nhắc nhở bằng văn bản và học lại quy tắc tiếp khách; khách nhận hàng tại kho từ nay luôn được mở máy kiểm tra.',
      },
    ],
  },
  {
    kind: 'complaint',
    locale: 'vi',
    subject: 'Tính phí lắp đặt khác với báo giá',
    message:
      'Báo giá lắp điều hòa trọn gói 650.000 đ, thợ đến thu 1.150.000 đ vì “thêm ống đồng”. Không ai nói trước với tôi là ống tính riêng.',
    product: 'MA-DH12',
    turns: [
      {
        staff:
          'Chào {name}, báo giá trọn gói gồm 3 mét ống, nhà mình dùng 5,5 mét. Tuy vậy thợ phải báo trước khi làm. Em đang đề nghị hoàn phần chênh.',
      },
      { customer: 'Tôi đồng ý trả nếu được báo trước, chứ làm xong mới đòi thì không được.' },
      {
        resolve: 'refunded',
        says: '{name} nói đúng. Minh An hoàn lại 500.000 đ phần chưa được báo trước, chuyển khoản trong ngày. Phiếu lắp đặt đã thêm ô khách ký trước khi phát sinh.',
      },
    ],
  },
  {
    kind: 'complaint',
    locale: 'vi',
    subject: 'Sửa lần hai vẫn hỏng, bị chuyển qua lại giữa các bộ phận',
    message:
      'Máy giặt sửa hai lần vẫn không xả nước. Gọi bảo hành thì bảo hỏi kỹ thuật, kỹ thuật bảo hỏi bán hàng. Tôi không biết ai chịu trách nhiệm.',
    product: 'MA-MG9',
    turns: [
      { priority: 'high' },
      {
        staff:
          'Chào {name}, từ giờ em là người chịu trách nhiệm duy nhất về yêu cầu này. Em đã xem hai phiếu sửa và sẽ chốt hướng xử lý với trưởng kỹ thuật ngay chiều nay.',
      },
      { handOffTo: 'technical', reason: 'needs-technician' },
      { note: 'Bơm xả đã thay hai lần, nghi bo điều khiển. Đề nghị đổi máy.' },
      { handOffTo: 'complaints', reason: 'needs-decision' },
      {
        resolve: 'replaced',
        says: 'Chúng em đổi cho {name} máy mới cùng loại, giao và lắp sáng mai, hạn bảo hành cộng thêm 35 ngày bằng thời gian giữ máy. Xin lỗi vì đã để {name} phải hỏi nhiều nơi.',
      },
    ],
  },
  {
    kind: 'complaint',
    locale: 'vi',
    subject: 'Quảng cáo 450 lít nhưng trên tem ghi 420 lít',
    message:
      'Trang bán ghi dung tích 450 lít, tem sau tủ ghi dung tích thực 420 lít. Như vậy là quảng cáo sai.',
    product: 'MA-TL450',
    turns: [
      {
        staff:
          'Chào {name}, 450 lít là dung tích tổng, 420 lít là dung tích thực theo tiêu chuẩn. Trang bán của chúng em ghi không rõ, đó là thiếu sót. {name} có thể giữ tủ và nhận hoàn 5 % giá, hoặc trả tủ hoàn đủ tiền.',
        wait: true,
      },
      { customer: 'Tôi giữ tủ và nhận hoàn 5 %.' },
      {
        resolve: 'refunded',
        says: 'Đã hoàn 695.000 đ. Trang bán đã sửa, ghi rõ cả hai con số. Cảm ơn {name} đã chỉ ra.',
      },
    ],
  },
  {
    kind: 'complaint',
    locale: 'en',
    subject: 'Nobody came at the agreed time',
    message:
      'The technician was confirmed for 9 am. I waited until noon, nobody came and the hotline was busy. I had to cancel a meeting.',
    turns: [
      {
        staff:
          'Dear {name}, I am very sorry. The technician had an accident on the way and our dispatcher failed to tell you. A new visit is yours at any hour you choose, and I am asking for compensation on your behalf.',
        wait: true,
      },
      { customer: 'Saturday 8 am please, and I expect it to be on time.' },
      {
        resolve: 'compensated',
        says: 'The visit took place on Saturday at 7:55 am. As our commitment says, 200,000 đ have been transferred for the missed appointment. Thank you for giving us another chance.',
      },
    ],
  },
  {
    kind: 'complaint',
    locale: 'vi',
    subject: 'Phiếu mua hàng bồi thường không dùng được',
    message: 'Tôi được bồi thường phiếu 50.000 đ vì trả lời trễ, ra quầy thu ngân báo mã không hợp lệ.',
    turns: [
      {
        staff:
          'Chào {name}, em xin lỗi, mã phát hành thiếu ngày hiệu lực. Em đã kích hoạt lại và cộng thêm 20.000 đ vì phiền {name} đi lại.',
      },
      { customer: 'Lần này dùng được rồi.' },
      {
        resolve: 'compensated',
        says: 'Cảm ơn {name} đã báo. Bộ phận phát hành phiếu đã thêm bước kiểm tra trước khi gửi khách.',
      },
    ],
  },
  {
    kind: 'complaint',
    locale: 'vi',
    subject: 'Hàng khuyến mãi giao thiếu quà tặng',
    message: 'Mua tivi tặng loa nhưng giao không có loa, tài xế nói không biết. Đơn {order}.',
    product: 'MA-TV55',
    turns: [
      {
        staff: 'Chào {name}, phiếu xuất có loa nhưng kho soạn sót. Loa sẽ được giao riêng trong hai ngày ạ.',
      },
      { customer: 'Thôi tôi không chờ nữa, hôm qua ghé cửa hàng lấy được rồi.' },
      { withdraw: true },
    ],
  },
]
