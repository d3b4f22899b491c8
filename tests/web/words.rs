//! Dates, numbers and addresses: what the browser says, and what we say ourselves.

use js_sys::{Array, Date, Object, Reflect};
use trangbao::article::{Lang, Moment};
use trangbao::browser::{intl, url};
use trangbao::text::{Formats, dates};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::set;
use crate::table;

/// 2024-01-01T00:00:00Z, a Monday.
const MONDAY: i64 = 1_704_067_200;
const DAY: i64 = 86_400;

/// As the app has them.
fn formats() -> Formats {
    Formats { foreign_date: intl::date, foreign_number: intl::number }
}

fn at(epoch: i64) -> Moment {
    Moment { epoch, offset: 0, has_time: false }
}

/// The parts of a date, as `Intl` writes them in full.
fn parts(epoch: i64, lang: &str) -> impl Fn(&str) -> String {
    let options = Object::new();
    for (key, value) in [
        ("weekday", "long"),
        ("month", "long"),
        ("day", "numeric"),
        ("year", "numeric"),
        ("timeZone", "UTC"),
    ] {
        set(&options, key, &value.into());
    }
    let date = Date::new(&JsValue::from(epoch as f64 * 1000.0));
    let format = js_sys::Function::new_with_args(
        "lang, options, date",
        "return new Intl.DateTimeFormat(lang, options).formatToParts(date)",
    );
    let parts = format.call3(&JsValue::NULL, &lang.into(), &options, &date).unwrap();
    let parts: Array = parts.unchecked_into();
    move |kind| {
        let field = |part: &JsValue, key: &str| {
            Reflect::get(part, &key.into()).unwrap().as_string().unwrap()
        };
        let part = parts.iter().find(|part| field(part, "type") == kind).unwrap();
        field(&part, "value")
    }
}

#[wasm_bindgen_test]
fn our_weekdays_are_those_of_the_browser() {
    for day in 0..7 {
        let epoch = MONDAY + day * DAY;
        for lang in ["vi", "en"] {
            let ours = formats().date(&at(epoch), &Lang::new(lang));
            let (weekday, _) = ours.split_once(", ").unwrap();
            let theirs = parts(epoch, lang)("weekday");
            assert_eq!(weekday.to_lowercase(), theirs.to_lowercase(), "{lang}, {ours}");
        }
    }
}

#[wasm_bindgen_test]
fn our_months_are_those_of_the_browser() {
    for month in 0..12 {
        let epoch = MONDAY + month * 31 * DAY;
        let english = formats().date(&at(epoch), &Lang::new("en"));
        let theirs = parts(epoch, "en");
        let expected = format!(", {} {} {}", theirs("day"), theirs("month"), theirs("year"));
        assert!(english.ends_with(&expected), "{english}, not {expected}");
        // A Vietnamese paper prints the month's number, which is its name.
        let vietnamese = formats().date(&at(epoch), &Lang::new("vi"));
        let theirs = parts(epoch, "vi");
        let number = theirs("month").replace("tháng ", "").replace("Tháng ", "");
        let expected = format!(", {}/{number}/{}", theirs("day"), theirs("year"));
        assert!(vietnamese.ends_with(&expected), "{vietnamese}, not {expected}");
    }
}

#[wasm_bindgen_test]
fn every_language_has_dates() {
    let local = (MONDAY + 15 * 3600) as f64 * 1000.0;
    for (lang, year) in
        [("ar-EG", "٢٠٢٤"), ("fr", "2024"), ("vi", "2024"), ("en-GB", "2024"), ("zh-Hant", "2024")]
    {
        let date = intl::date(local, false, lang).unwrap();
        assert!(date.contains(year), "{lang}: {date}");
        let with_time = intl::date(local, true, lang).unwrap();
        assert!(with_time.contains(year) && with_time.len() > date.len(), "{lang}: {with_time}");
    }
    assert_eq!(intl::date(local, false, "fr").unwrap(), "lundi 1 janvier 2024");
    assert!(intl::date(local, false, "ar").is_some());
    // A language that no browser knows is written as the browser's own.
    assert!(intl::date(local, false, "tlh").is_some());
}

#[wasm_bindgen_test]
fn a_foreign_date_is_that_of_its_own_zone() {
    // Ten to midnight in Paris, whatever the clock here.
    let moment = dates::parse("2024-01-05T23:50:00+01:00").unwrap();
    let date = formats().date(&moment, &Lang::new("fr"));
    assert!(date.starts_with("vendredi 5 janvier 2024"), "{date}");
    assert!(date.contains("23:50") && date.ends_with(" (GMT+1)"), "{date}");
}

#[wasm_bindgen_test]
fn a_tag_that_is_none_gets_plain_dates_and_numbers() {
    for tag in ["", "x", "tiếng Việt", "vi_VN", "en-", "a-b-c", "*", "en\0"] {
        assert_eq!(intl::date(0.0, true, tag), None, "{tag:?}");
        assert_eq!(intl::number(1.0, tag), None, "{tag:?}");
    }
    for no_date in [f64::NAN, f64::INFINITY, 1e300] {
        assert_eq!(intl::date(no_date, true, "fr"), None);
    }
    let lang = Lang { tag: "a-b-c".into(), ..Lang::default() };
    assert_eq!(formats().date(&at(MONDAY), &lang), "2024-01-01");
    assert_eq!(formats().number(1_234, &lang), "1234");
}

#[wasm_bindgen_test]
fn our_numbers_are_those_of_the_browser() {
    for number in [0, 7, 999, 1_000, 12_345, 999_999, 1_000_000, 1_234_567_890] {
        for lang in ["vi", "en"] {
            let ours = formats().number(number, &Lang::new(lang));
            assert_eq!(Some(ours), intl::number(number as f64, lang), "{lang}");
        }
    }
    assert_eq!(formats().number(1_234, &Lang::new("fr")), "1\u{202f}234");
    assert_eq!(formats().number(1_234, &Lang::new("ar-EG")), "١٬٢٣٤");
}

#[wasm_bindgen_test]
fn the_browsers_parser_agrees_with_the_table() {
    table::check(url::standard);
}

#[wasm_bindgen_test]
fn a_segment_survives_its_way_through_an_address() {
    for text in ["tay-ho", "hồ tây/2024?x#y%", "😀", ""] {
        assert_eq!(url::decode(&url::encode(text)), text);
    }
    // What is no escape stays as it is.
    assert_eq!(url::decode("100%"), "100%");
    assert_eq!(url::path("https://bao.example/a/b?c#d"), "/a/b");
    assert_eq!(url::path("no address"), "");
    // Without a base only a whole address is one.
    assert_eq!(url::standard("a.json", None), None);
    assert_eq!(url::standard("a.json", Some("no base")), None);
}
