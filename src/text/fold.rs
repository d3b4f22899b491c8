//! Words without case and accents, to recognise them however they are spelled.

/// Vietnamese letters with accents, beside the letter without. Of each, both ways of Unicode to
/// write it fold alike, because accents of their own are dropped.
const ACCENTED: [(char, &str); 7] = [
    ('a', "àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"),
    ('d', "đðĐÐ"),
    ('e', "èéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆ"),
    ('i', "ìíỉĩịÌÍỈĨỊ"),
    ('o', "òóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ"),
    ('u', "ùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰ"),
    ('y', "ỳýỷỹỵỲÝỶỸỴ"),
];

/// Letters and digits alone, without accents and in lower case, as far as they are Latin or
/// Vietnamese: `Tiêu đề`, `tieu_de` and `tieuDe` are one. Unicode's own tables of letters would
/// weigh more than all that is compared by this.
///
/// ```
/// # use trangbao::text::fold::fold;
/// assert_eq!(fold("Ngày Đăng"), "ngaydang");
/// assert_eq!(fold("Tie\u{302}u \u{111}e\u{302}\u{300}"), "tieude");
/// assert_eq!(fold("“Sen…” – мир"), "senмир");
/// ```
pub fn fold(text: &str) -> String {
    text.chars().filter_map(letter).collect()
}

/// Whether it is a letter or a digit: beyond Latin-1, whatever is no punctuation and no symbol.
pub fn is_letter(c: char) -> bool {
    !matches!(c, '\u{2070}'..='\u{2bff}') && letter(c).is_some()
}

fn letter(c: char) -> Option<char> {
    match c {
        '0'..='9' | 'a'..='z' => Some(c),
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        // The other signs of ASCII and Latin-1, accents of their own, punctuation.
        '\0'..='\u{bf}'
        | '\u{d7}'
        | '\u{f7}'
        | '\u{300}'..='\u{36f}'
        | '\u{2000}'..='\u{206f}'
        | '\u{3000}'..='\u{303f}' => None,
        _ => {
            let plain = ACCENTED.iter().find(|(_, all)| all.contains(c));
            Some(plain.map_or(c, |(plain, _)| *plain))
        }
    }
}
