//! Takes out of text what would only deceive: controls that reorder or hide it, and piles of
//! accents that grow over the lines around. Vietnamese stays as written, composed or decomposed.

use crate::article::Text;
use crate::limits::MAX_COMBINING;

/// Text that runs over several lines. Line feeds and tabs stay.
pub fn prose(text: &str) -> Text {
    if text.chars().all(is_plain) { text.into() } else { filtered(text, false).into() }
}

/// Text of one line, such as a name or a headline: white space is folded, and no direction mark
/// stays that could make it read as another.
pub fn line(text: &str) -> Text {
    let mut out = String::with_capacity(text.len());
    for word in filtered(text, true).split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.into()
}

/// The common case, decided fast: nothing below the controls, no accents of their own.
fn is_plain(c: char) -> bool {
    matches!(c, '\n' | '\t' | ' '..='~' | '\u{a0}'..='\u{2ff}' | '\u{370}'..='\u{5ff}'
        | '\u{1e00}'..='\u{1fff}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
        | '\u{3000}'..='\u{9fff}')
        && c != '\u{ad}'
        && (c < '\u{370}' || !is_combining(c))
}

fn filtered(text: &str, one_line: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut stacked = 0;
    let mut chars = text.chars().peekable();
    let mut last = ' ';
    while let Some(c) = chars.next() {
        // Joiners have their use in emoji and in the scripts from Hebrew on.
        if matches!(c, '\u{200c}' | '\u{200d}') && last < '\u{590}' {
            continue;
        }
        if !is_unseen(c) {
            last = c;
        }
        if is_combining(c) {
            stacked += 1;
            if stacked > MAX_COMBINING {
                continue;
            }
        } else if !is_unseen(c) {
            stacked = 0;
        }
        match c {
            '\n' | '\t' => out.push(c),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' => out.push('\n'),
            // Overrides and isolates reorder what is around them.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            // Marks of direction and invisible characters have their use in prose alone.
            '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{61c}'
            | '\u{ad}'
            | '\u{2060}'..='\u{2064}'
            | '\u{206a}'..='\u{206f}'
            | '\u{feff}'
            | '\u{180e}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}'
                if one_line => {}
            '\u{e0000}'..='\u{e007f}' if one_line => {}
            '\u{feff}' => {}
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => {}
            _ => out.push(c),
        }
    }
    out
}

/// Marks that pile up, from and to. Those of Indic scripts, Burmese and Khmer are left out: a
/// syllable of them has many.
const MARKS: [(u16, u16); 30] = [
    (0x300, 0x36f),
    (0x483, 0x489),
    (0x591, 0x5c7),
    (0x610, 0x61a),
    (0x64b, 0x65f),
    (0x670, 0x670),
    (0x6d6, 0x6ed),
    (0x711, 0x711),
    (0x730, 0x74a),
    (0x7eb, 0x7f3),
    (0x8ca, 0x8ff),
    (0x951, 0x954),
    (0xe31, 0xe31),
    (0xe34, 0xe3a),
    (0xe47, 0xe4e),
    (0xeb1, 0xeb1),
    (0xeb4, 0xebc),
    (0xec8, 0xece),
    (0xf71, 0xf87),
    (0x1ab0, 0x1aff),
    (0x1cd0, 0x1cff),
    (0x1dc0, 0x1dff),
    (0x20d0, 0x20ff),
    (0x2de0, 0x2dff),
    (0x302a, 0x302f),
    (0x3099, 0x309a),
    (0xa66f, 0xa67d),
    (0xa8e0, 0xa8f1),
    (0xfb1e, 0xfb1e),
    (0xfe20, 0xfe2f),
];

fn is_combining(c: char) -> bool {
    let c = u32::from(c);
    MARKS.iter().any(|(from, to)| (u32::from(*from)..=u32::from(*to)).contains(&c))
}

/// What takes no room, and so parts no marks from the letter that they stand on.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}'
        | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_stays_as_written() {
        for text in
            ["Quận uỷ Tây Hồ: ẾỘỰỲ", "Qua\u{302}\u{323}n u\u{309}y", "Ng\u{1b0}\u{1a1}\u{300}i"]
        {
            assert_eq!(&*prose(text), text);
            assert_eq!(&*line(text), text);
        }
    }

    #[test]
    fn nothing_reorders_or_hides_text() {
        assert_eq!(&*line("Hoa\u{202e} Thành\u{200b}\u{2066}"), "Hoa Thành");
        assert_eq!(&*prose("a\u{202e}b\u{7}c\r\nd"), "abc\nd");
        assert_eq!(&*line("  Tin\n nóng "), "Tin nóng");
        assert_eq!(&*line("Tin\u{3164}\u{2800}\u{fff9}\u{2028}nóng"), "Tin nóng");
        let flood = format!("e{}", "\u{301}".repeat(50));
        assert_eq!(prose(&flood).chars().count(), 1 + MAX_COMBINING);
    }

    #[test]
    fn no_script_has_piles_of_marks() {
        for mark in [
            "\u{301}", "\u{489}", "\u{5b4}", "\u{64b}", "\u{e49}", "\u{20dd}", "\u{fe20}",
            "\u{6e4}", "\u{73a}", "\u{f74}", "\u{2df0}",
        ] {
            let flood = format!("a{}b", mark.repeat(50));
            assert_eq!(prose(&flood).chars().count(), 2 + MAX_COMBINING, "{mark:?}");
            assert_eq!(line(&flood).chars().count(), 2 + MAX_COMBINING, "{mark:?}");
        }
        // Nor where something between them is taken out, or takes no room.
        for between in ["\u{200b}", "\u{202e}", "\u{7}", "\u{200d}", "\u{feff}"] {
            let flood = format!("a{}", format!("\u{301}{between}").repeat(50));
            for text in [prose(&flood), line(&flood)] {
                assert_eq!(text.matches('\u{301}').count(), MAX_COMBINING, "{between:?}");
            }
        }
        // Pointed Hebrew and Arabic, and Thai, as they are written.
        for text in ["בְּרֵאשִׁית", "اللَّهُ", "ที่นี่"] {
            assert_eq!(&*prose(text), text);
        }
    }

    #[test]
    fn joiners_stay_where_they_join() {
        for text in ["می\u{200c}خواهم", "👩\u{200d}🌾", "❤\u{fe0f}\u{200d}🔥", "क्\u{200d}ष"]
        {
            assert_eq!(&*line(text), text);
            assert_eq!(&*prose(text), text);
        }
        for text in ["Ngọc\u{200d} Lan", "Ngọc\u{200c} Lan", "Ngo\u{323}c\u{200d}\u{200c} Lan"]
        {
            assert!(!line(text).contains(['\u{200c}', '\u{200d}']));
            assert!(!prose(text).contains(['\u{200c}', '\u{200d}']));
        }
    }
}
