//! What only looks like something else: reordered, hidden or piled-up text, and look-alike hosts.

use super::fields::forms;
use super::page::{Page, look, render};
use super::{SOURCE, rows};

/// What reorders or hides text. A name of one line holds none of it.
const CONTROLS: [&str; 20] = [
    "\u{202a}", "\u{202b}", "\u{202c}", "\u{202d}", "\u{202e}", "\u{2066}", "\u{2067}", "\u{2068}",
    "\u{2069}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{200e}", "\u{200f}", "\u{61c}", "\u{feff}",
    "\u{ad}", "\u{2060}", "\u{1b}", "\u{9b}",
];

/// The page of an article of the native format.
fn page(json: &str) -> Page {
    let article = trangbao::formats::parse(json.as_bytes(), &SOURCE).unwrap().article;
    let page = look(&render(&article));
    assert_eq!(page.complaints, [""; 0], "{json}");
    page
}

/// The page of a paragraph with one link.
fn linked(words: &str, address: &str) -> String {
    let (words, address) = (serde_json::json!(words), serde_json::json!(address));
    let json = format!(
        r#"{{"headline":"Tin","body":[{{"type":"paragraph","text":{{"text":{words},"marks":[{{"link":{address}}}]}}}},
        {{"type":"related","items":[{{"name":{words},"url":{address}}}]}}]}}"#
    );
    page(&json).words
}

#[test]
fn no_control_comes_into_a_line() {
    for control in CONTROLS {
        let spoof = format!("Ngọc{control} Lan");
        for form in forms() {
            for (article, _) in form.articles(&["@text@", "@html@"], &spoof) {
                let authors = article.authors.iter().map(|author| &author.name);
                let lines = authors.chain(article.section.as_ref()).chain(article.topics.iter());
                let lines = lines.chain(article.kicker.as_ref()).chain([&article.headline]);
                for line in lines.chain(article.publisher.as_ref().map(|publisher| &publisher.name))
                {
                    assert!(!line.contains(control), "{}: {control:?} in {line:?}", form.format);
                }
            }
        }
        // In a paragraph, marks of one direction and places to break have their use.
        let of_use = ["\u{200b}", "\u{200e}", "\u{200f}", "\u{61c}", "\u{ad}", "\u{2060}"];
        let words = linked(&spoof, "https://khac.example/");
        assert!(of_use.contains(&control) || !words.contains(control), "{control:?}");
    }
}

#[test]
fn rows_that_reorder_leave_nothing_in_a_line() {
    for row in rows("html-payloads.json") {
        let text = row["html"].as_str().unwrap();
        let line = trangbao::text::clean::line(text);
        let first = CONTROLS.iter().find(|control| line.contains(**control));
        // A joiner in emoji, or between letters that are joined, is what it is there for.
        let is_joiner = matches!(first, Some(&("\u{200c}" | "\u{200d}")));
        assert!(first.is_none() || is_joiner, "{}: {first:?} in {line:?}", row["id"]);
    }
}

#[test]
fn floods_stay_on_their_line() {
    for mark in
        ["\u{301}", "\u{489}", "\u{64b}", "\u{730}", "\u{6e4}", "\u{f74}", "\u{20dd}", "\u{2df0}"]
    {
        let spoof = format!("Ngọc{} Lan", mark.repeat(200));
        for form in forms() {
            for (article, _) in form.articles(&["@text@", "@html@"], &spoof) {
                let words = look(&render(&article)).words;
                let flood = mark.repeat(trangbao::limits::MAX_COMBINING + 1);
                assert!(!words.contains(&flood), "{}: {mark:?}", form.format);
            }
        }
    }
}

#[test]
fn vietnamese_stays_as_written() {
    let composed = "Quận uỷ Tây Hồ: Nguyễn Ngữ Ễ Ộ Ặ Ỡ";
    let decomposed = "Qua\u{302}\u{323}n u\u{309}y Ta\u{302}y Ho\u{302}\u{300}: Nguye\u{302}\u{303}n E\u{302}\u{303}";
    for text in [composed, decomposed] {
        for form in forms() {
            for (article, _) in form.articles(&["@text@", "@html@"], text) {
                let words = look(&render(&article)).words;
                assert!(words.contains(text), "{}: {text}", form.format);
            }
        }
    }
}

#[test]
fn a_link_that_names_another_host_shows_its_own() {
    for (words, address, host) in [
        ("https://nganhang.vn/dang-nhap", "https://evil.example/", "evil.example"),
        ("Xem tại nganhang.com.", "https://evil.example/", "evil.example"),
        ("WWW.NganHang.ORG", "https://evil.example/", "evil.example"),
        ("ngan\u{200b}hang.vn", "https://evil.example/", "evil.example"),
        ("nganhang.vn", "https://nganhang.vn.evil.example/", "nganhang.vn.evil.example"),
        ("https://nganhang.vn@evil.example", "https://evil.example/", "evil.example"),
        // Another letter that looks the same: the address is written as it is looked up.
        ("nganhаng.vn", "https://nganhаng.vn/", "xn--"),
        ("nganhang.vn", "https://nganhаng.vn/", "xn--"),
        ("nganhang.vn", "mailto:a@evil.example", "mailto:a@evil.example"),
    ] {
        let words = linked(words, address);
        assert_eq!(words.matches(&format!(" ({host}")).count(), 2, "{words}");
    }
    for (words, address) in [
        ("nganhang.vn", "https://www.nganhang.vn/dang-nhap"),
        ("https://www.nganhang.vn/", "https://nganhang.vn/"),
        ("nganhang.vn", "https://dang-nhap.nganhang.vn/"),
        ("TP.HCM, PGS.TS Nguyễn Văn A. và cộng sự", "https://bao.example/"),
        ("sen.json", "https://bao.example/sen.json"),
        ("Một câu. Hai câu.", "https://bao.example/"),
    ] {
        assert!(!linked(words, address).contains('('), "{words}");
    }
}

#[test]
fn a_card_shows_the_host_as_it_is_looked_up() {
    let json = r#"{"headline":"Tin","body":[{"type":"embed","provider":"YouTube","url":"https://www.youtubе.com/watch?v=abc"}]}"#;
    let page = page(json);
    assert!(page.frames.is_empty());
    assert!(page.words.contains("www.xn--"), "{}", page.words);
}
