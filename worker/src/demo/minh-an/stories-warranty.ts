import type { Story } from '../story.ts'

export const warrantyStories: readonly Story[] = [
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Tủ lạnh ngăn mát không lạnh, ngăn đá vẫn đông',
    message:
      'Từ tối qua ngăn mát tủ lạnh nhà tôi chỉ hơi mát, rau và sữa đã hỏng, trong khi ngăn đá vẫn đông bình thường. Tôi đã chỉnh số lớn nhất mà không đỡ. Nhờ cửa hàng cho thợ qua xem giúp, nhà tôi có trẻ nhỏ nên rất cần.',
    product: 'MA-TL260',
    picture: 'fridge',
    turns: [
      {
        staff:
          'Chào {name}, em là {staff} bên bảo hành Minh An. Triệu chứng này thường do quạt dàn lạnh hoặc bộ xả đá. Em đã chuyển kỹ thuật, trong hôm nay bên em gọi hẹn giờ qua nhà. Trước mắt {name} giúp em rút điện 20 phút cho tan bớt tuyết rồi cắm lại nhé.',
      },
      { handOffTo: 'technical', reason: 'needs-technician' },
      { plan: 'Kỹ thuật đến nhà kiểm tra quạt dàn lạnh và bộ xả đá; thay tại chỗ nếu hỏng, không tính phí.' },
      {
        customer:
          'Tôi làm như hướng dẫn thì lạnh lại được vài tiếng rồi lại thôi. Mai tôi ở nhà cả buổi sáng.',
      },
      { staff: 'Dạ vâng, kỹ thuật Dũng sẽ có mặt trước 10 giờ sáng mai và gọi trước 30 phút ạ.' },
      {
        resolve: 'repaired',
        says: 'Kỹ thuật đã thay quạt dàn lạnh và vệ sinh bộ xả đá, tủ chạy ổn định sau hai giờ theo dõi. Linh kiện mới được bảo hành 6 tháng. Cảm ơn {name} đã kiên nhẫn chờ.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Máy giặt rung mạnh và kêu to khi vắt',
    message:
      'Máy mới dùng được vài tháng, tuần này cứ đến lúc vắt là rung bần bật, dịch hẳn khỏi vị trí cả gang tay. Quần áo cho vào không nhiều. Số seri {serial}.',
    product: 'MA-MG9',
    turns: [
      {
        staff:
          'Chào {name}, bên em xin lỗi vì sự bất tiện này. {name} xem giúp bốn chân máy có chân nào hở không và chụp cho em ảnh sàn chỗ đặt máy được không ạ?',
        wait: true,
      },
      { customer: 'Sàn phẳng, chân máy chạm đủ cả bốn. Tôi gửi thêm là máy có tiếng cạch cạch như lỏng ốc.' },
      { staff: 'Cảm ơn {name}. Tiếng cạch như vậy có thể do lò xo treo lồng. Em hẹn kỹ thuật chiều mai ạ.' },
      { note: 'Lô 03/2026 đã có 4 máy cùng lỗi lò xo treo. Báo lại cho hãng.' },
      {
        resolve: 'repaired',
        says: 'Bên em đã thay bộ lò xo treo và cân lại lồng, máy vắt 1.200 vòng không còn rung. {name} dùng thử, có gì nhắn em ngay nhé.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Điều hòa chảy nước xuống giường',
    message:
      'Điều hòa phòng ngủ chạy khoảng một tiếng là nhỏ nước từ góc phải xuống giường. Thợ lắp hồi tháng trước bảo đã cân máy rồi. Đơn hàng {order}.',
    product: 'MA-DH12',
    turns: [
      {
        staff:
          'Chào {name}, em xin lỗi vì để nước chảy vào giường nhà mình. Kỹ thuật sẽ thông ống thoát và cân lại máng nước, sáng mai từ 8 giờ có tiện không ạ?',
        wait: true,
      },
      { customer: 'Sáng mai được, tôi ở nhà đến 11 giờ.' },
      { staff: 'Dạ em đã xếp lịch, anh Thành kỹ thuật sẽ gọi {name} trước khi đến.' },
      {
        resolve: 'repaired',
        says: 'Ống thoát bị gập ở đoạn âm tường, bên em đã đi lại ống và chạy thử hai giờ không còn nước. Chi phí do Minh An chịu.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Tivi có sọc dọc màn hình sau ba tháng',
    message:
      'Tivi bật lên thấy ba sọc màu tím chạy dọc bên trái, tắt mở lại vẫn còn. Tivi treo tường, không ai đụng vào. Tôi gửi ảnh kèm theo.',
    product: 'MA-TV55',
    boughtMonthsAgo: 3,
    picture: 'screen',
    turns: [
      {
        staff:
          'Chào {name}, theo ảnh thì đây là lỗi tấm nền, thuộc diện bảo hành. Em đề nghị đổi máy mới thay vì sửa vì máy mới dùng ba tháng. Em đang xin duyệt và sẽ báo lại trong ngày.',
      },
      { handOffTo: 'warranty', reason: 'needs-decision' },
      {
        staff:
          'Đề nghị đổi máy đã được duyệt. Kho giao tivi mới vào thứ Bảy, thợ sẽ treo lại đúng vị trí cũ và mang máy cũ về.',
      },
      { customer: 'Cảm ơn cửa hàng, thứ Bảy tôi ở nhà buổi sáng.' },
      {
        resolve: 'replaced',
        says: 'Máy mới đã được lắp và chạy thử. Thời hạn bảo hành tính lại từ đầu, {name} giữ giúp em biên bản giao nhận.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Nồi cơm không nhảy nấc giữ ấm, cơm bị cháy đáy',
    message:
      'Nồi cơm nấu xong không tự chuyển sang giữ ấm, cứ nấu mãi nên cháy một lớp dày. Tôi phải canh rút điện.',
    product: 'MA-NC18',
    turns: [
      {
        staff:
          'Chào {name}, lỗi này do cảm biến nhiệt, dùng tiếp dễ gây nguy hiểm nên {name} ngưng dùng giúp em. Nồi cơm bên em đổi mới luôn, không sửa. {name} muốn nhận tại nhà hay ghé cửa hàng ạ?',
        wait: true,
      },
      { customer: 'Giao tại nhà giúp tôi, sau 18 giờ.' },
      {
        resolve: 'replaced',
        says: 'Nồi mới đã giao tối nay, nhân viên đã thử cùng {name}. Chúc gia đình ngon miệng!',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Máy lọc nước rò ở cốc lọc số 1',
    message:
      'Máy lọc nước bị rỉ nước ở cốc lọc đầu tiên, mỗi đêm hứng được gần một ca. Tôi đã siết lại mà vẫn rò.',
    product: 'MA-LN9',
    turns: [
      {
        staff:
          'Chào {name}, {name} khóa van nước vào giúp em để tránh ướt tủ bếp. Em gửi gioăng mới và hướng dẫn thay, hoặc kỹ thuật qua thay trong ngày mai. {name} chọn cách nào ạ?',
        wait: true,
      },
      { customer: 'Nhờ kỹ thuật qua thay cho chắc.' },
      {
        resolve: 'repaired',
        says: 'Đã thay gioăng và cốc lọc số 1 do cốc có vết nứt nhỏ. Em đã thử áp 30 phút không còn rò.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Bình nước nóng bật lên là nhảy aptomat',
    message:
      'Cứ bật bình nước nóng khoảng 5 phút là aptomat tổng nhảy. Các thiết bị khác dùng bình thường. Tôi rất lo rò điện.',
    product: 'MA-BNL20',
    turns: [
      { priority: 'urgent' },
      {
        staff:
          'Chào {name}, xin {name} tuyệt đối không dùng bình và ngắt cầu dao riêng của bình giúp em. Kỹ thuật trực sẽ qua trong chiều nay để đo rò điện.',
      },
      { handOffTo: 'technical', reason: 'needs-technician' },
      {
        staff:
          'Thanh đốt bị rò. Mẫu thanh này đang chờ hãng chuyển từ Hà Nội vào, dự kiến hai ngày. Trong lúc chờ bên em cho mượn bình 15 lít.',
      },
      { hold: true },
      { customer: 'Có bình mượn thì tốt quá, tôi chờ được.' },
      { resume: true },
      {
        resolve: 'repaired',
        says: 'Thanh đốt và rơ-le chống rò đã thay mới, đo cách điện đạt. Bình cho mượn đã thu về. Cảm ơn {name} đã thông cảm.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Lò vi sóng đĩa không quay',
    message:
      'Lò vẫn nóng nhưng đĩa đứng im, thức ăn chỗ nóng chỗ lạnh. Tôi mua đã lâu, không rõ còn bảo hành không.',
    product: 'MA-VS25',
    boughtMonthsAgo: 19,
    turns: [
      {
        staff:
          'Chào {name}, em tra theo số seri {serial} thì lò đã hết 12 tháng bảo hành. Nếu {name} mang đến cửa hàng, em nhờ kỹ thuật xem miễn phí, chỉ tính tiền mô-tơ quay nếu phải thay (180.000 đ).',
        wait: true,
      },
      { customer: 'Vậy tôi cân nhắc, cảm ơn em.' },
      {
        resolve: 'declined',
        exclusion: 'out-of-term',
        says: 'Em xin khép yêu cầu bảo hành này vì máy đã hết thời hạn. Báo giá sửa ở trên có giá trị 30 ngày, {name} cần lúc nào cứ nhắn em.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Máy hút bụi không dây sạc đầy chỉ dùng được 6 phút',
    message:
      'Lúc mới mua hút được cả nhà, giờ sạc cả đêm chỉ chạy 6 phút là tắt. Tôi dùng chế độ thường, không phải chế độ mạnh.',
    product: 'MA-HB4',
    turns: [
      {
        staff:
          'Chào {name}, pin như vậy là chai sớm bất thường. Em đổi pin mới cho {name}, nhân viên sẽ mang đến và thu pin cũ. Chiều mai có tiện không ạ?',
        wait: true,
      },
      { customer: 'Chiều mai tôi đi làm, sau 19 giờ nhé.' },
      { staff: 'Dạ 19 giờ 30 ạ, em đã ghi lịch.' },
      {
        resolve: 'replaced',
        says: 'Pin mới đã lắp, em đo chạy liên tục 38 phút. {name} nhớ xả hẳn rồi sạc đầy trong ba lần đầu giúp em.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Tủ lạnh kêu to ban đêm',
    message:
      'Tủ 450 lít ban đêm kêu ù ù rất to, cách phòng ngủ một bức tường mà nghe rõ. Nhờ cửa hàng kiểm tra.',
    product: 'MA-TL450',
    turns: [
      {
        staff:
          'Chào {name}, {name} xem giúp em lưng tủ có chạm tường hoặc chạm ống nước không ạ? Cần cách ít nhất 10 cm.',
        wait: true,
      },
      { customer: 'Đúng là lưng tủ chạm tường, tôi kéo ra thì êm hẳn. Tôi xin rút yêu cầu, cảm ơn em.' },
      { withdraw: true },
    ],
  },
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Máy giặt không lên nguồn',
    message: 'Máy giặt sáng nay bấm không lên đèn, ổ điện vẫn có điện. Máy để ngoài ban công sau.',
    product: 'MA-MG7',
    turns: [
      { staff: 'Chào {name}, em xin hẹn kỹ thuật đến kiểm tra sáng mai ạ.' },
      { handOffTo: 'technical', reason: 'needs-technician' },
      {
        note: 'Dây nguồn bên trong và bó dây bo mạch bị cắn đứt, có phân chuột trong hộp điều khiển. Đã chụp ảnh.',
      },
      {
        resolve: 'declined',
        exclusion: 'rodents-and-insects',
        evidence: 'cable',
        says: 'Kỹ thuật thấy dây trong hộp điều khiển bị chuột cắn (ảnh kèm theo), trường hợp này không thuộc bảo hành theo cam kết đã công bố. Minh An xin hỗ trợ công thợ, {name} chỉ trả tiền bó dây 220.000 đ nếu đồng ý thay.',
      },
      {
        customer:
          'Tôi hiểu, nhưng cửa hàng xem lại giúp, máy mới mua năm ngoái. Cho tôi xin giá thay cả bộ lưới chắn chuột.',
      },
      {
        staff:
          'Dạ em gửi {name} giá trọn gói dây và lưới chắn đáy là 290.000 đ, miễn công. {name} xác nhận thì mai em xếp thợ ạ.',
        wait: true,
      },
      { customer: 'Tôi đồng ý, mai sau 9 giờ tôi ở nhà.' },
      {
        resolve: 'repaired',
        says: 'Đã thay bó dây và lắp lưới chắn đáy, máy chạy lại bình thường. Cảm ơn {name} đã thông cảm.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Điều hòa báo lỗi E4, đã sửa hai lần vẫn bị lại',
    message:
      'Đây là lần thứ ba máy báo E4. Hai lần trước thợ đến nạp ga và thay cảm biến, được vài hôm lại báo. Theo cam kết của cửa hàng, sửa ba lần không hết thì tôi được đổi hoặc hoàn tiền.',
    product: 'MA-DH9',
    turns: [
      { priority: 'high' },
      {
        staff:
          'Chào {name}, em đã xem lại hai phiếu sửa trước. {name} nói đúng: theo mục “Sửa ba lần chưa hết lỗi” của cam kết, {name} được chọn đổi máy mới hoặc hoàn đủ tiền. {name} muốn cách nào ạ?',
        wait: true,
      },
      { customer: 'Tôi chọn hoàn tiền.' },
      { handOffTo: 'complaints', reason: 'needs-decision' },
      {
        resolve: 'refunded',
        says: 'Kế toán đã chuyển hoàn toàn bộ 8.490.000 đ vào tài khoản {name} cung cấp. Thợ sẽ tháo máy miễn phí theo giờ {name} chọn. Thành thật xin lỗi {name}.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Quạt đứng giao đến bị gãy cánh',
    message: 'Mở hộp thấy cánh quạt gãy một góc, vỏ hộp móp. Tôi chụp ngay lúc mở. Đơn {order}.',
    product: 'MA-QD16',
    boughtMonthsAgo: 0,
    picture: 'fan',
    turns: [
      {
        staff:
          'Chào {name}, cảm ơn {name} đã chụp ảnh ngay. Em cho giao quạt mới trong ngày mai và thu quạt gãy về, {name} không phải trả phí gì ạ.',
      },
      {
        resolve: 'replaced',
        says: 'Quạt mới đã giao và lắp xong. Em đã nhắc đơn vị vận chuyển về cách xếp hàng dễ vỡ.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'en',
    subject: 'Air conditioner blows warm air',
    message:
      'The unit in our living room runs but only blows warm air since Sunday. The outdoor fan does not seem to turn. We are on the 12th floor, the building needs one day notice for technicians.',
    product: 'MA-DH12',
    turns: [
      {
        staff:
          'Hello {name}, thank you for telling us. It sounds like the outdoor fan capacitor. Could you ask the building for a permit for tomorrow afternoon? Our technician is Mr Thanh.',
        wait: true,
      },
      { customer: 'Permit is done for tomorrow 2 pm. Please bring ID.' },
      { staff: 'Perfect, he will be at the lobby at 1:50 pm with his ID card.' },
      {
        resolve: 'repaired',
        says: 'The capacitor and one relay were replaced and the unit now cools to 22 °C. The new parts carry a six month warranty. Thank you for arranging the permit.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Ba nồi cơm của khách đại lý cần đổi',
    message:
      'Đại lý nhận lại ba nồi cơm cùng lỗi không vào điện, khách mua trong tháng này. Nhờ Minh An đổi để chúng tôi trả khách.',
    product: 'MA-NC18',
    boughtMonthsAgo: 0,
    customerType: 'partner',
    turns: [
      {
        staff:
          'Chào anh chị đại lý, bên em nhận đổi cả ba. Xe giao tuyến thứ Năm sẽ mang nồi mới và lấy nồi lỗi, phiếu đổi em gửi kèm.',
      },
      {
        resolve: 'replaced',
        says: 'Đã đổi đủ ba nồi, số seri mới ghi trên phiếu. Cảm ơn đại lý đã xử lý nhanh cho khách.',
      },
    ],
  },
  {
    kind: 'warranty',
    locale: 'vi',
    subject: 'Tivi tự tắt sau vài phút',
    message: 'Tivi bật khoảng 5 phút là tắt, đèn đỏ nháy ba lần. Hôm trước khu nhà tôi sét đánh mất điện.',
    product: 'MA-TV55',
    turns: [
      {
        staff:
          'Chào {name}, em cử kỹ thuật đến đo bo nguồn vào ngày mai. Nếu {name} có ảnh chỗ ổ cắm thì gửi giúp em.',
        wait: true,
      },
      { customer: 'Ổ cắm bình thường, không có gì cháy.' },
      { handOffTo: 'technical', reason: 'needs-technician' },
      {
        resolve: 'declined',
        exclusion: 'power-surge',
        evidence: 'board',
        says: 'Bo nguồn cháy do xung điện: tụ lọc nổ và cầu chì đứt (ảnh kèm theo), là trường hợp loại trừ đã công bố. Minh An giảm 30 % giá bo thay thế cho {name}, còn 1.190.000 đ gồm công.',
      },
    ],
  },
]
