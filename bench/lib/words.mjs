// Words for articles of any length: sentences put together from small parts, the same ones for the same seed.
//
// The parts are small so that the text compresses about as real text does; sense is not what it is for.

const list = (text) => text.split(',').map((words) => words.trim());

const PEOPLE = list(`người thợ mộc, cô giáo làng, bác xe ôm, chị hàng hoa, ông trưởng thôn, bà bán xôi, anh thợ điện, nhóm sinh viên,
  cánh thanh niên, các cụ hưu trí, lũ trẻ xóm dưới, người gác đê, thầy thuốc, chủ quán nước, vợ chồng thợ gốm, hai mẹ con,
  người chèo đò, đội tưới cây, ban quản lý, người đưa thư, chú bảo vệ, nhà vườn, thợ sửa đồng hồ, người thổi sáo, cô thủ thư,
  bà cụ nhặt lá, anh lái tàu, chị lao công, người nuôi ong, ông thợ rèn, tốp thợ xây, người vẽ tranh, cô bán vé, thợ may già,
  nhà nghiên cứu, người dẫn đường, bác nông dân, cậu học trò, người kể chuyện, thợ đan lưới`);
const THINGS = list(`con thuyền, cây cầu, bức tranh, khu vườn, lá thư, mái hiên, gánh rau, lớp học, cuốn sổ, chiếc xe đạp, hàng cau, giếng nước,
  bài hát, mùa gặt, phiên chợ, tấm bản đồ, ngôi nhà, con đường, bến đò, dòng kênh, hạt giống, nồi chè, tấm lưới, chuyến tàu,
  lò gốm, câu hò, bức tường, chiếc đồng hồ, cánh diều, vườn ươm, chậu lan, bếp lửa, tiếng trống, tủ sách, chiếc đèn lồng, cơn mưa,
  bãi bồi, cây đa, ruộng ngô, tổ ong, ngọn hải đăng, cái cối đá, khung cửi, con dốc, tấm biển, bó hoa, gói trà, hòn non bộ,
  chiếc chiếu, sân gạch, cổng làng, vại cà, bàn cờ, cây sáo, giàn bầu, ổ bánh, mái đình, đôi guốc, con trâu, chồng báo,
  vạt cải, lối mòn, bức ảnh, chiếc áo mưa, sợi lạt, nong tằm, hồ sen, cối nước, chòi canh, thúng mủng`);
const DOES = list(`nhắc tới, đi tìm, giữ lại, vẽ lại, kể về, chăm chút, nhớ mãi, trông coi, mang theo, đổi lấy, chụp ảnh, ghi chép về,
  hỏi thăm, dựng lại, đếm từng, trả lại, chờ đợi, bàn về, ngắm nhìn, góp tiền cho, chia nhau, giới thiệu, học hỏi từ, tranh luận về,
  viết về, tặng nhau, đo đạc, sửa sang, nghĩ đến, bảo vệ, quên mất, tìm thấy, dọn dẹp quanh, đặt tên cho, nói đùa về, che mưa cho`);
const QUALITIES = list(`cũ kỹ, mới tinh, nhỏ xíu, rộng lớn, lặng lẽ, rực rỡ, quen thuộc, xa lạ, bền bỉ, mong manh, xanh mướt, vàng óng, ấm áp, lạnh lẽo,
  đông đúc, vắng vẻ, giản dị, cầu kỳ, thơm ngát, mát rượi, chòng chành, vững chãi, lấp lánh, mờ sương, trầm mặc, vui nhộn, dài dằng dặc,
  cao vút, thấp thoáng, đủ màu, bạc phếch, còn nguyên, dang dở, đáng quý, bất ngờ, hiếm có, khó quên, ướt sũng, khô ráo, tươi rói,
  nghiêng nghiêng, lâu đời, gọn gàng, bừa bộn, trong veo, ngổn ngang`);
const PLACES = list(`bờ sông, sân đình, đầu dốc, bến cũ, chân đê, cổng trường, bãi giữa, cuối phố, giếng làng, ga xép, cuối chợ, đồng trũng, ngã ba, chân cầu,
  góc vườn, trạm xá, bưu điện, nhà văn hóa, gốc đa, xưởng mộc, bãi đá, rừng thông, cửa biển, lưng đồi, hẻm nhỏ, quán trà, thư viện, nhà ga,
  bến xe, sân vận động, công viên, vườn chè, xóm chài, lò gạch, trại ong, hồ lớn, khu tập thể, nhà kho, chợ nổi, đèo gió`);
const WHEN = list(`sáng sớm, gần trưa, xế chiều, nửa đêm, mùa khô, mùa nước nổi, ngày giáp Tết, sau trận bão, đầu xuân, cuối thu, giữa hè, ngày rằm,
  lúc tan trường, khi sương xuống, trước giờ tàu chạy, hết vụ, đêm trăng, ngày mưa dầm, phiên cuối tháng, buổi họp đầu năm`);
const WHY = list(`vì, để, dù, bởi, mà, cho đến khi, trong lúc, nên, tuy, trước khi, mỗi khi, nhờ, như thể, sau khi, miễn là`);
const HOW = list(`chậm rãi, lặng thầm, hối hả, cẩn thận, vui vẻ, miệt mài, bỗng dưng, lần lượt, kiên nhẫn, một mình, cùng nhau, mãi mới, vẫn còn, thỉnh thoảng,
  nhiều lần, chưa từng, đã quen, sắp sửa, không ngại, tình cờ`);
const FAMILY = list('Nguyễn, Trần, Lê, Phạm, Hoàng, Vũ, Đặng, Bùi, Đỗ, Ngô, Dương, Lý, Đinh, Phan, Hồ, Trương');
const MIDDLE = list('Văn, Thị, Đức, Ngọc, Minh, Thu, Hữu, Kim, Quang, Thanh, Xuân, Bảo, Khánh, Gia, Hồng, Tuấn');
const GIVEN = list(`An, Bình, Châu, Dũng, Đạt, Giang, Hạnh, Hiền, Hòa, Huệ, Khoa, Lan, Lâm, Liên, Linh, Loan, Lương, Mai, Mận, Minh, Nam, Nga, Nhàn, Oanh,
  Phúc, Phương, Quân, Quý, Quyên, Sơn, Tâm, Thảo, Thắng, Thoa, Thủy, Tiến, Toàn, Trang, Trúc, Tuyết, Vân, Việt, Vinh, Yến`);

/** Numbers from 0 up to 1 that look like chance and are the same for the same seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What tells a story from one seed: `sentence`, `sentences`, `title` and `number`. */
export function teller(seed) {
  const chance = random(seed);
  const number = (from, to) => from + Math.floor(chance() * (to - from + 1));
  const one = (words) => words[number(0, words.length - 1)];
  const capital = (text) => text[0].toUpperCase() + text.slice(1);
  const name = () => `${one(FAMILY)} ${one(MIDDLE)} ${one(GIVEN)}`;
  const thing = () => `${one(THINGS)} ${one(QUALITIES)}`;
  const place = () => `${one(PLACES)} ${one(QUALITIES)}`;
  const clause = () => `${one(PEOPLE)} ${one(HOW)} ${one(DOES)} ${thing()}`;
  const shapes = [
    () => `${capital(one(WHEN))}, ${clause()} ở ${place()}, ${one(WHY)} ${clause()}.`,
    () => `${capital(clause())}, còn ${one(PEOPLE)} ${one(DOES)} ${thing()} gần ${place()}.`,
    () => `Theo ${name()}, ${number(21, 94)} tuổi, ${thing()} và ${thing()} có từ năm ${number(1911, 2025)}.`,
    () => `“${capital(one(HOW))} ${one(DOES)} ${thing()}, ${one(WHY)} ${thing()}”, ${name()} nói ở ${one(PLACES)}.`,
    () => `Trong số ${number(102, 9870)} người được hỏi ngày ${number(1, 28)} tháng ${number(1, 12)}, ${number(11, 89)} phần trăm ${one(HOW)} ${one(DOES)} ${thing()}.`,
    () => `${capital(thing())} cách ${place()} chừng ${number(3, 970)} bước, nơi ${name()} ${one(HOW)} ${one(DOES)} ${one(THINGS)}.`,
  ];
  const sentence = () => one(shapes)();
  return {
    number,
    sentence,
    sentences: (count) => Array.from({ length: count }, sentence).join(' '),
    title: () => capital(`${one(THINGS)} ${one(QUALITIES)} ở ${one(PLACES)}`),
  };
}
