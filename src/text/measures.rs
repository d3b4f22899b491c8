//! A number and its unit are read as one, and are not broken at the end of a line.

use std::ops::Range;

/// Units after which a Vietnamese or English text counts: of measure, money, time and number.
const UNITS: &str = " % ° °C °F mm cm m km m2 m² km2 km² m3 m³ ha g kg mg l lít tấn tạ đồng đ VND USD \
    nghìn ngàn triệu tỷ tỉ giờ phút giây KB MB GB km/h mét kW kWh MW million billion ";

/// Where a text has a number followed by a space and its unit.
///
/// ```
/// # use trangbao::text::measures;
/// let text = "Mưa 43 mm, ngập 2 phường";
/// assert_eq!(measures(text).into_iter().map(|m| &text[m]).collect::<Vec<_>>(), ["43 mm"]);
/// ```
pub fn measures(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, pair) in bytes.windows(2).enumerate() {
        if !(pair[0].is_ascii_digit() && pair[1] == b' ') {
            continue;
        }
        let (number, rest) = (&text[..=at], &text[at + 2..]);
        let start = number.rfind([' ', '\n', '(']).map_or(0, |space| space + 1);
        let end = rest.find([' ', ',', '.', ';', ':', ')', '\n', '!', '?', '…']);
        let unit = &rest[..end.unwrap_or(rest.len())];
        let known = UNITS.split(' ').any(|known| known == unit);
        if known && !unit.is_empty() && found.last().is_none_or(|last| last.end <= start) {
            found.push(start..at + 2 + unit.len());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_units() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<_> = measures(text).into_iter().map(|m| &text[m]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Hồ rộng 500 ha, dài 18 km.", &["500 ha", "18 km"]);
        check("Tăng 12,5 % (khoảng 3 tỷ đồng)", &["12,5 %", "3 tỷ"]);
        check("Ngày 5 tháng 1", &[]);
        check("21/21 chỉ tiêu", &[]);
        check("", &[]);
    }
}
