//! Words without case and accents, to recognise them however they are spelled.

/// Letters with Vietnamese accents, beside the letter without. Of each, both ways of Unicode to
/// write it fold alike, because accents of their own are dropped.
const ACCENTED: [(char, &str); 7] = [
    ('a', "àáảãạăằắẳẵặâầấẩẫậ"),
    ('d', "đð"),
    ('e', "èéẻẽẹêềếểễệ"),
    ('i', "ìíỉĩị"),
    ('o', "òóỏõọôồốổỗộơờớởỡợ"),
    ('u', "ùúủũụưừứửữự"),
    ('y', "ỳýỷỹỵ"),
];

/// Letters and digits alone, in lower case and without accents: `Tiêu đề`, `tieu_de` and
/// `tieuDe` are one.
///
/// ```
/// # use trangbao::text::fold::fold;
/// assert_eq!(fold("Ngày Đăng"), "ngaydang");
/// assert_eq!(fold("Tie\u{302}u \u{111}e\u{302}\u{300}"), "tieude");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !c.is_ascii() {
            for small in c.to_lowercase().filter(|c| c.is_alphanumeric()) {
                let plain = ACCENTED.iter().find(|(_, all)| all.contains(small));
                out.push(plain.map_or(small, |(plain, _)| *plain));
            }
        }
    }
    out
}
