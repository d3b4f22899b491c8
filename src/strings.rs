//! Every sentence of the interface, one table a language.
//!
//! A placeholder stands at an end of its sentence, so that no sentence needs code: a field whose
//! name ends in `_` is a beginning, one that begins with a space is an ending.

use crate::error::LoadError;

/// What happened, and what the reader can do next.
pub type Message = (&'static str, &'static str);

/// The interface in one language.
#[derive(Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "a field's name and its English words say what it is")]
pub struct Strings {
    /// The language these strings are in.
    pub lang: &'static str,

    // The site
    pub skip: &'static str,
    pub home: &'static str,
    pub other_section: &'static str,
    pub loading: &'static str,
    pub catalogue_empty: Message,
    pub mobile_version: &'static str,
    pub desktop_version: &'static str,
    pub share: &'static str,
    pub link_copied: &'static str,
    pub link_not_copied: &'static str,
    pub original: &'static str,
    pub try_again: &'static str,
    pub late: &'static str,
    pub stop: &'static str,

    // Pages that are written as files
    #[cfg(not(target_arch = "wasm32"))]
    pub sections: &'static str,
    #[cfg(not(target_arch = "wasm32"))]
    pub pages: &'static str,
    #[cfg(not(target_arch = "wasm32"))]
    pub newer: &'static str,
    #[cfg(not(target_arch = "wasm32"))]
    pub older: &'static str,
    #[cfg(not(target_arch = "wasm32"))]
    pub next_article: &'static str,

    // The article
    pub updated_: &'static str,
    pub minutes_read: &'static str,
    pub correction: &'static str,
    pub related: &'static str,
    pub more: &'static str,
    pub listen: &'static str,
    pub topics: &'static str,
    pub license_: &'static str,
    pub license: &'static str,
    pub notes: &'static str,
    pub note_: &'static str,
    pub back_to_text: &'static str,
    pub lossy: &'static str,

    // Blocks
    pub picture_failed: &'static str,
    pub show_picture: &'static str,
    pub gallery: &'static str,
    pub table: &'static str,
    pub code: &'static str,
    pub video: &'static str,
    pub audio: &'static str,
    pub box_note: &'static str,
    pub box_info: &'static str,
    pub box_key_points: &'static str,
    pub box_warning: &'static str,
    pub content_from_: &'static str,
    pub load_from_: &'static str,
    pub open_at_: &'static str,
    pub unknown_block: &'static str,

    // What can go wrong
    pub offline: Message,
    pub timeout: Message,
    pub network: Message,
    pub not_found: Message,
    pub gone: Message,
    pub server: Message,
    pub status: Message,
    pub cors: Message,
    pub origin_not_allowed: Message,
    pub not_json: Message,
    pub not_article: Message,
    pub too_large: Message,
    pub line_: &'static str,
    pub column_: &'static str,
    pub code_: &'static str,
    pub again_: &'static str,
    pub seconds: &'static str,
    pub source_: &'static str,
}

impl Strings {
    /// The interface in a language that it speaks.
    ///
    /// ```
    /// # use trangbao::strings::Strings;
    /// assert_eq!(Strings::find("en-GB").map(|s| s.lang), Some("en"));
    /// assert_eq!(Strings::find("ar"), None);
    /// ```
    pub fn find(tag: &str) -> Option<&'static Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        [&VI, &EN].into_iter().find(|strings| strings.lang.eq_ignore_ascii_case(primary))
    }

    /// The interface in this language or, where it does not speak it, in English.
    pub fn for_lang(tag: &str) -> &'static Self {
        Self::find(tag).unwrap_or(&EN)
    }

    /// What happened and what to do next.
    pub fn failure(&self, error: &LoadError) -> Message {
        match error {
            LoadError::Offline => self.offline,
            LoadError::Timeout => self.timeout,
            LoadError::Network => self.network,
            LoadError::NotFound => self.not_found,
            LoadError::Gone => self.gone,
            LoadError::Server { .. } => self.server,
            LoadError::Status(_) => self.status,
            LoadError::Cors => self.cors,
            LoadError::OriginNotAllowed { .. } => self.origin_not_allowed,
            LoadError::NotJson { .. } => self.not_json,
            LoadError::NotArticle => self.not_article,
            LoadError::TooLarge => self.too_large,
        }
    }
}

/// Vietnamese.
pub static VI: Strings = Strings {
    lang: "vi",
    skip: "Đến nội dung chính",
    home: "Trang chủ",
    other_section: "Tin khác",
    loading: "Đang tải…",
    catalogue_empty: (
        "Chưa có bài nào ở đây.",
        "Bài mới sẽ hiện ra khi tòa soạn đăng. Mời bạn quay lại sau.",
    ),
    mobile_version: "Phiên bản di động",
    desktop_version: "Phiên bản máy tính",
    share: "Chia sẻ",
    link_copied: "Đã chép liên kết",
    link_not_copied: "Không chép được liên kết. Hãy chép từ thanh địa chỉ.",
    original: "Đọc bài gốc",
    try_again: "Thử lại",
    late: "Mạng chậm, trang vẫn đang tải. ",
    stop: "Dừng",
    #[cfg(not(target_arch = "wasm32"))]
    sections: "Chuyên mục",
    #[cfg(not(target_arch = "wasm32"))]
    pages: "Các trang",
    #[cfg(not(target_arch = "wasm32"))]
    newer: "Tin mới hơn",
    #[cfg(not(target_arch = "wasm32"))]
    older: "Tin cũ hơn",
    #[cfg(not(target_arch = "wasm32"))]
    next_article: "Bài tiếp theo",
    updated_: "Cập nhật ",
    minutes_read: "\u{a0}phút đọc",
    correction: "Đính chính",
    related: "Tin liên quan",
    more: "Đọc thêm",
    listen: "Nghe bài",
    topics: "Chủ đề",
    license_: "Giấy phép: ",
    license: "Giấy phép sử dụng",
    notes: "Chú thích",
    note_: "Chú thích ",
    back_to_text: "Trở lại chỗ đang đọc",
    lossy: "Tệp gốc có vài ký tự hỏng, trong bài được thay bằng dấu \u{fffd}.",
    picture_failed: "Không tải được ảnh.",
    show_picture: "Xem ảnh",
    gallery: "Chùm ảnh",
    table: "Bảng, vuốt ngang để xem hết",
    code: "Mã nguồn",
    video: "Video",
    audio: "Âm thanh",
    box_note: "Ghi chú",
    box_info: "Thông tin thêm",
    box_key_points: "Ý chính",
    box_warning: "Lưu ý",
    content_from_: "Nội dung của ",
    load_from_: "Tải nội dung từ ",
    open_at_: "Mở tại ",
    unknown_block: "Phần này của bài chưa hiển thị được ở đây.",
    offline: ("Thiết bị đang ngoại tuyến.", "Hãy bật Wi-Fi hoặc dữ liệu di động rồi thử lại."),
    timeout: (
        "Tải quá lâu nên đã dừng.",
        "Mạng có thể đang yếu. Hãy thử lại, hoặc đến chỗ có sóng tốt hơn.",
    ),
    network: ("Không kết nối được với máy chủ.", "Hãy kiểm tra mạng rồi thử lại."),
    not_found: (
        "Không tìm thấy bài này.",
        "Liên kết có thể sai hoặc bài đã chuyển chỗ. Hãy tìm bài ở trang chủ.",
    ),
    gone: (
        "Bài này đã được gỡ.",
        "Tòa soạn không còn đăng bài. Mời bạn đọc các bài khác ở trang chủ.",
    ),
    server: ("Máy chủ đang gặp sự cố.", "Lỗi không ở phía bạn. Hãy chờ ít phút rồi thử lại."),
    status: ("Máy chủ không gửi bài này.", "Hãy thử lại. Nếu vẫn không được, mời bạn đọc bài gốc."),
    cors: ("Báo này không cho đọc bài ở trang khác.", "Mời bạn đọc ngay trên trang của báo."),
    origin_not_allowed: (
        "Trang này không mở bài từ nguồn đó.",
        "Mời bạn đọc ở trang gốc, hoặc chọn bài ở trang chủ.",
    ),
    not_json: (
        "Tệp bài báo bị hỏng hoặc tải về chưa đủ.",
        "Hãy thử lại. Nếu vẫn không được, mời bạn đọc bài gốc.",
    ),
    not_article: (
        "Tệp này không phải là bài báo.",
        "Hãy kiểm tra lại liên kết, hoặc chọn bài ở trang chủ.",
    ),
    too_large: ("Bài này quá lớn, không mở được ở đây.", "Mời bạn đọc ở trang gốc."),
    line_: "dòng ",
    column_: "cột ",
    code_: "mã ",
    again_: ", trang sẽ tự thử lại sau ",
    seconds: "\u{a0}giây",
    source_: "nguồn ",
};

/// English.
pub static EN: Strings = Strings {
    lang: "en",
    skip: "Skip to content",
    home: "Home",
    other_section: "More stories",
    loading: "Loading…",
    catalogue_empty: (
        "There are no articles here yet.",
        "New ones appear as soon as they are published. Please come back later.",
    ),
    mobile_version: "Mobile version",
    desktop_version: "Desktop version",
    share: "Share",
    link_copied: "Link copied",
    link_not_copied: "The link could not be copied. Copy it from the address bar.",
    original: "Read the original",
    try_again: "Try again",
    late: "The connection is slow; still loading. ",
    stop: "Stop",
    #[cfg(not(target_arch = "wasm32"))]
    sections: "Sections",
    #[cfg(not(target_arch = "wasm32"))]
    pages: "Pages",
    #[cfg(not(target_arch = "wasm32"))]
    newer: "Newer",
    #[cfg(not(target_arch = "wasm32"))]
    older: "Older",
    #[cfg(not(target_arch = "wasm32"))]
    next_article: "Next article",
    updated_: "Updated ",
    minutes_read: "\u{a0}min read",
    correction: "Correction",
    related: "Related",
    more: "Read on",
    listen: "Listen to this article",
    topics: "Topics",
    license_: "Licence: ",
    license: "Licence",
    notes: "Notes",
    note_: "Note ",
    back_to_text: "Back to the text",
    lossy: "Some characters of the original file are damaged; they are shown as \u{fffd}.",
    picture_failed: "This picture could not be loaded.",
    show_picture: "Show picture",
    gallery: "Gallery",
    table: "Table, scroll sideways to see all of it",
    code: "Code",
    video: "Video",
    audio: "Audio",
    box_note: "Note",
    box_info: "Background",
    box_key_points: "Key points",
    box_warning: "Warning",
    content_from_: "Content from ",
    load_from_: "Load content from ",
    open_at_: "Open at ",
    unknown_block: "This part of the article cannot be shown here yet.",
    offline: ("You are offline.", "Turn on Wi-Fi or mobile data, then try again."),
    timeout: (
        "This took too long and was stopped.",
        "The connection may be weak. Try again, or find better reception.",
    ),
    network: ("The server could not be reached.", "Check your connection, then try again."),
    not_found: (
        "This article was not found.",
        "The link may be wrong, or the article has moved. Look for it on the home page.",
    ),
    gone: (
        "This article was taken down.",
        "Its publisher no longer offers it. There is more to read on the home page.",
    ),
    server: (
        "The server is in trouble.",
        "This is not your fault. Wait a few minutes, then try again.",
    ),
    status: (
        "The server did not send this article.",
        "Try again. If that does not help, read the original.",
    ),
    cors: (
        "This publisher does not allow reading on other sites.",
        "Please read the article on the publisher's own site.",
    ),
    origin_not_allowed: (
        "This site does not open articles from there.",
        "Read it at its source, or choose an article on the home page.",
    ),
    not_json: (
        "The article's file is damaged or incomplete.",
        "Try again. If that does not help, read the original.",
    ),
    not_article: (
        "This file is not an article.",
        "Check the link, or choose an article on the home page.",
    ),
    too_large: ("This article is too large to be opened here.", "Please read the original."),
    line_: "line ",
    column_: "column ",
    code_: "code ",
    again_: ", the page tries again in ",
    seconds: "\u{a0}seconds",
    source_: "source ",
};
