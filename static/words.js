// Every sentence of what comes after the first paragraph, in the languages of the interface. The build puts it in the place of
// the `import` of whoever speaks them.

const WORDS = {
  vi: {
    saveForLater: 'Lưu để đọc sau',
    saved: 'Đã lưu',
    savedArticles: 'Bài đã lưu',
    close: 'Đóng',
    tryAgain: 'Thử lại',
    home: 'Trang chủ',

    // The panel of an article
    measuring: 'Đang tính dung lượng…',
    measured: (pictures, size) => (pictures ? `Bài và ${pictures} ảnh, khoảng ${size}.` : `Bài không có ảnh, khoảng ${size}.`),
    promise: 'Bài đã lưu đọc được cả khi không có mạng.',
    save: 'Lưu bài',
    saving: (done, all) => `Đang lưu: ${done}/${all} tệp`,
    stop: 'Dừng',
    keptSince: (date, size) => `Lưu lúc ${date}, ${size}.`,
    missing: (pictures) => `${pictures} ảnh không tải được nên không có trong bản lưu.`,
    unsave: 'Bỏ lưu',
    unsaved: 'Đã bỏ lưu bài này.',
    notSaved: {
      quota: ['Không còn đủ chỗ, nên bài chưa được lưu.', 'Hãy xóa bớt bài đã lưu rồi thử lại.'],
      network: ['Mạng bị ngắt, nên bài chưa được lưu.', 'Hãy kiểm tra mạng rồi thử lại.'],
      broken: ['Không lấy được bài, nên bài chưa được lưu.', 'Hãy chờ ít phút rồi thử lại.'],
    },

    // The list
    sum: (articles, size) => `${articles} bài, ${size}`,
    facts: (date, size, pictures) => [`Lưu ${date}`, size + (pictures ? ` · ${pictures} ảnh` : '')],
    remove: (title) => `Xóa bài “${title}”`,
    removed: (title) => `Đã xóa “${title}”.`,
    removedAll: (count) => `Đã xóa ${count} bài.`,
    undo: 'Hoàn tác',
    removeAll: 'Xóa tất cả',
    removeAllTitle: (count) => `Xóa cả ${count} bài đã lưu?`,
    keepThem: 'Giữ lại',
    empty: ['Chưa có bài nào được lưu.', 'Hãy mở một bài rồi chạm vào dấu trang ở đầu trang.'],
    mayGo: 'Trình duyệt có thể tự xóa bài đã lưu khi máy thiếu chỗ, hoặc khi bạn lâu không mở trang này.',
    recent: 'Đọc được khi không có mạng',
    recentNext: 'Những bài mở gần đây còn trên máy. Bài cũ nhất sẽ nhường chỗ cho bài mới.',
    keptOn: (date) => `Tải ${date}`,
    blocked: ['Trình duyệt đang chặn bộ nhớ của trang này.', 'Vì thế không lưu được bài. Bạn vẫn đọc bài như thường.'],
    absent: ['Ở đây không lưu được bài.', 'Trình duyệt chỉ cho lưu bài trên trang có địa chỉ https.'],
    offline: ['Bạn đang ngoại tuyến', 'Trang này chưa có trên máy. Khi có mạng, hãy thử lại.'],
    unreachable: ['Không kết nối được với máy chủ', 'Trang này chưa có trên máy. Hãy thử lại sau ít phút.'],
    offlineNothing: 'Trên máy chưa có bài nào để đọc.',
    readable: 'Bài đọc được lúc này',

    // In passing
    isCopy: (date) => `Chưa kết nối được với máy chủ. Đây là bản tải lúc ${date}.`,
    isNew: 'Trang đã có phiên bản mới.',
    take: 'Dùng bản mới',
    later: 'Để sau',
  },
  en: {
    saveForLater: 'Save for later',
    saved: 'Saved',
    savedArticles: 'Saved articles',
    close: 'Close',
    tryAgain: 'Try again',
    home: 'Home',

    measuring: 'Working out the size…',
    measured: (pictures, size) => {
      const what = pictures ? `The article and ${pictures} ${pictures === 1 ? 'picture' : 'pictures'}` : 'The article, without pictures';
      return `${what}, about ${size}.`;
    },
    promise: 'What you save can be read without a connection.',
    save: 'Save',
    saving: (done, all) => `Saving: ${done} of ${all} files`,
    stop: 'Stop',
    keptSince: (date, size) => `Saved ${date}, ${size}.`,
    missing: (pictures) => `${pictures} ${pictures === 1 ? 'picture' : 'pictures'} could not be loaded and are not part of it.`,
    unsave: 'Remove',
    unsaved: 'Removed from your saved articles.',
    notSaved: {
      quota: ['There is not enough room, so the article was not saved.', 'Delete some saved articles, then try again.'],
      network: ['The connection was lost, so the article was not saved.', 'Check your connection, then try again.'],
      broken: ['The article could not be fetched, so it was not saved.', 'Wait a few minutes, then try again.'],
    },

    sum: (articles, size) => `${articles} ${articles === 1 ? 'article' : 'articles'}, ${size}`,
    facts: (date, size, pictures) => [`Saved ${date}`, size + (pictures ? ` · ${pictures} ${pictures === 1 ? 'picture' : 'pictures'}` : '')],
    remove: (title) => `Delete “${title}”`,
    removed: (title) => `Deleted “${title}”.`,
    removedAll: (count) => `Deleted ${count} ${count === 1 ? 'article' : 'articles'}.`,
    undo: 'Undo',
    removeAll: 'Delete all',
    removeAllTitle: (count) => `Delete all ${count} saved articles?`,
    keepThem: 'Keep them',
    empty: ['You have saved no articles yet.', 'Open one, then tap the bookmark at the top of the page.'],
    mayGo: 'Your browser may remove saved articles by itself when the device runs out of room, or when you have not been here for long.',
    recent: 'Readable without a connection',
    recentNext: 'Articles opened lately that are still on this device. The oldest make room for new ones.',
    keptOn: (date) => `Loaded ${date}`,
    blocked: ['Your browser blocks this site’s storage.', 'So articles cannot be saved. You can read on as usual.'],
    absent: ['Articles cannot be saved here.', 'Browsers allow it on https addresses alone.'],
    offline: ['You are offline', 'This page is not on your device. Try again when you are connected.'],
    unreachable: ['The server could not be reached', 'This page is not on your device. Try again in a few minutes.'],
    offlineNothing: 'There are no articles on this device yet.',
    readable: 'What you can read now',

    isCopy: (date) => `The server could not be reached. This copy was loaded ${date}.`,
    isNew: 'There is a new version of this page.',
    take: 'Use it',
    later: 'Later',
  },
};

/** In the language of the interface; whoever speaks neither gets English. */
export function wordsFor(lang) {
  return /^vi\b/i.test(lang) ? WORDS.vi : WORDS.en;
}

/** As people write it, without needless digits. */
export function sizeFor(lang, bytes) {
  const [amount, unit, maximumFractionDigits] = bytes < 1e6 ? [Math.max(1, bytes / 1e3), 'KB', 0] : [bytes / 1e6, 'MB', 1];
  return `${amount.toLocaleString(lang, { maximumFractionDigits })}\u00a0${unit}`;
}

/** Day and minute. A clock may be wrong, so nothing is said of how long ago that was. */
export function dateFor(lang, date) {
  const time = date.toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit', hour12: false });
  const day = date.toLocaleDateString(lang, { day: 'numeric', month: /^vi/.test(lang) ? 'numeric' : 'short', year: 'numeric' });
  return `${time}, ${day}`;
}
