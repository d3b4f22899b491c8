//! What is mended, what is refused, and where an error is said to be.

use trangbao::error::{ParseError, Problem};
use trangbao::formats::{Parsed, Source, parse};
use trangbao::json::{Json, read};
use trangbao::limits::{MAX_BYTES, MAX_DEPTH};
use trangbao::safe_url::standard;

/// The bytes are read as this value, with these problems mended.
#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: Json, problems: &[Problem]) {
    let (json, mended) = read(bytes.as_ref()).unwrap();
    assert_eq!(json, expected);
    assert_eq!(mended, problems);
}

/// The bytes are refused at this line and column, because this was expected there.
#[track_caller]
fn check_error(bytes: impl AsRef<[u8]>, line: usize, column: usize, what: &'static str) {
    let error = read(bytes.as_ref()).unwrap_err();
    assert_eq!(error, ParseError::Syntax { line, column, what });
}

fn text(text: &str) -> Json {
    Json::Text(text.into())
}

fn article(json: impl AsRef<[u8]>) -> Parsed {
    parse(json.as_ref(), &Source { address: None, resolve: standard }).unwrap()
}

const VALUE: &str = "a value";

// Bytes

#[test]
fn one_byte_order_mark_is_dropped() {
    check("\u{feff}1", Json::Integer(1), &[]);
    check_error("\u{feff}\u{feff}1", 1, 1, VALUE);
    // Anywhere else it is a character like others.
    check("\"\u{feff}a\"", text("\u{feff}a"), &[]);
}

#[test]
fn what_is_not_utf8_is_replaced() {
    let mended = &[Problem::InvalidUtf8];
    check(b"\"a\xffb\"", text("a\u{fffd}b"), mended);
    // A character cut in half, one of too many bytes, and half a surrogate pair as bytes.
    check(b"\"\xe1\xbb\"", text("\u{fffd}"), mended);
    check(b"\"\xc0\xaf\"", text("\u{fffd}\u{fffd}"), mended);
    check(b"\"\xed\xa0\xbd\"", text("\u{fffd}\u{fffd}\u{fffd}"), mended);
    check(b"[\"\xff\",\"\xfe\"]", Json::Array(vec![text("\u{fffd}"), text("\u{fffd}")]), mended);
    check_error(b"\xff1", 1, 1, VALUE);
}

#[test]
fn other_encodings_and_other_files_are_no_json() {
    let utf16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}{}".encode_utf16().flat_map(bytes).collect()
    };
    check_error(utf16(u16::to_le_bytes), 1, 1, VALUE);
    check_error(utf16(u16::to_be_bytes), 1, 1, VALUE);
    check_error("<!DOCTYPE html><title>404</title>", 1, 1, VALUE);
    check_error(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xab\xae\x05\x00", 1, 1, VALUE);
    check_error(")]}'\n{}", 1, 1, VALUE);
    check_error("callback({})", 1, 1, VALUE);
    check_error("/* c */ {}", 1, 1, VALUE);
    check_error("", 1, 1, VALUE);
    check_error(" \n\t\r ", 2, 4, VALUE);
    check_error([0; 16], 1, 1, VALUE);
    check_error("{}\0", 1, 3, "the end of the file");
}

#[test]
fn too_many_bytes_are_refused_before_they_are_read() {
    let mut bytes = vec![b' '; MAX_BYTES - 1];
    bytes.push(b'1');
    check(&bytes, Json::Integer(1), &[]);
    bytes.push(b'!');
    let error = read(&bytes).unwrap_err();
    assert_eq!(error, ParseError::TooLarge { what: "more than 8 MiB of JSON" });
}

// Texts

#[test]
fn escapes() {
    check(r#""\"\\\/\b\f\n\r\t\u00e1\u1EBf""#, text("\"\\/\u{8}\u{c}\n\r\táế"), &[]);
    check(r#""a\u0000b""#, text("a\0b"), &[]);
    check(r#""\ud83d\ude00\uD83D\uDE00""#, text("😀😀"), &[]);
    check("\"\u{7f}\u{2028}\u{ffff}\u{10ffff}\"", text("\u{7f}\u{2028}\u{ffff}\u{10ffff}"), &[]);
}

#[test]
fn half_a_pair_is_replaced_whatever_follows() {
    let mended = &[Problem::LoneSurrogate];
    for (written, read) in [
        (r"\ud83d", "\u{fffd}"),
        (r"\ude00", "\u{fffd}"),
        (r"\ude00\ud83d", "\u{fffd}\u{fffd}"),
        (r"\ud83d\ud83d", "\u{fffd}\u{fffd}"),
        (r"\ud83d\ud83d\ude00", "\u{fffd}😀"),
        (r"\ud83d\ude00\ude00", "😀\u{fffd}"),
        (r"\ud83da", "\u{fffd}a"),
        (r"\ud83d\n", "\u{fffd}\n"),
        (r"\ud83d\u0041", "\u{fffd}A"),
        (r"\ud83d\\u0041", "\u{fffd}\\u0041"),
    ] {
        check(format!("\"{written}\""), text(read), mended);
    }
    check_error(r#""\ud83d\u12""#, 1, 12, "four hexadecimal digits");
    check_error(r#""\ud83d"#, 1, 8, "the end of a text, `\"`");
}

#[test]
fn half_an_emoji_does_not_cost_the_article() {
    let parsed = article(r#"{"headline":"Hoa \ud83d nở","x":"\udc00"}"#);
    assert_eq!(&*parsed.article.headline, "Hoa \u{fffd} nở");
    assert_eq!(parsed.warnings.len(), 1);
    assert_eq!(parsed.warnings[0].problem, Problem::LoneSurrogate);
}

// Numbers

#[test]
fn numbers() {
    for (written, read) in [
        ("0", 0),
        ("-0", 0),
        ("7", 7),
        ("-12", -12),
        ("999999999999999999", 999_999_999_999_999_999),
    ] {
        check(written, Json::Integer(read), &[]);
    }
    for (written, read) in [
        ("1.5", 1.5),
        ("-0.25", -0.25),
        ("1e3", 1000.0),
        ("1E+3", 1000.0),
        ("25e-2", 0.25),
        ("0.0", 0.0),
        ("0e999999999999", 0.0),
    ] {
        check(written, Json::Float(read), &[]);
    }
    for (written, column, what) in [
        ("01", 1, "a number"),
        ("-", 1, "a number"),
        ("+1", 1, VALUE),
        (".5", 1, VALUE),
        ("1.", 1, "a number"),
        ("1.e5", 1, "a number"),
        ("1e", 1, "a number"),
        ("1e+", 1, "a number"),
        ("NaN", 1, VALUE),
        ("Infinity", 1, VALUE),
        ("-Infinity", 1, "a number"),
        ("0x10", 2, "the end of the file"),
        ("1_000", 2, "the end of the file"),
    ] {
        check_error(written, 1, column, what);
    }
}

#[test]
fn numbers_that_no_computer_counts_are_brought_down() {
    let mended = &[Problem::HugeNumber];
    check("1e400", Json::Float(1e300), mended);
    check("-1e309", Json::Float(-1e300), mended);
    check("1e99999999999999999999", Json::Float(1e300), mended);
    check("9".repeat(100_000), Json::Float(1e300), mended);
    check("[1e400,1e400]", Json::Array(vec![Json::Float(1e300); 2]), mended);
    // These fit.
    for fits in ["1e308", "1.7e308", "-1.7976931348623157e308", "123456789e300"] {
        let (_, problems) = read(fits.as_bytes()).unwrap();
        assert_eq!(problems, [], "{fits}");
    }
    check("1e-400", Json::Float(0.0), &[]);
    check(format!("0.{}1", "0".repeat(100_000)), Json::Float(0.0), &[]);
    let one = read(format!("0.{}1e1001", "0".repeat(1_000)).as_bytes()).unwrap();
    assert!(matches!(one, (Json::Float(one), _) if (one - 1.0).abs() < 1e-12));
}

#[test]
fn a_huge_number_costs_the_article_nothing() {
    let parsed = article(
        r#"{"unread":1e400,"headline":"Tin","image":{"url":"https://a.example/x.webp","width":1e400,"height":1}}"#,
    );
    assert_eq!(&*parsed.article.headline, "Tin");
    assert_eq!(parsed.article.lead_image.unwrap().size, None);
}

// Objects

#[test]
fn of_a_repeated_key_the_last_counts() {
    let (json, problems) = read(br#"{"a":1,"b":2,"a":3,"\u0061":4}"#).unwrap();
    assert_eq!(json.get("a"), Some(&Json::Integer(4)));
    assert_eq!(json.get("b"), Some(&Json::Integer(2)));
    assert_eq!((json.get("c"), problems.len()), (None, 0));
    let parsed = article(r#"{"headline":"Một","body":7,"headline":"Hai","body":[]}"#);
    assert_eq!(&*parsed.article.headline, "Hai");
    assert_eq!(parsed.warnings, []);
}

// Depth

/// Arrays within each other, with a 1 in the innermost.
fn nested(depth: usize) -> String {
    format!("{}1{}", "[".repeat(depth), "]".repeat(depth))
}

fn depth(mut json: &Json) -> usize {
    let mut depth = 0;
    while let Json::Array(items) = json {
        (depth, json) = (depth + 1, items.first().unwrap());
    }
    depth
}

#[test]
fn what_lies_too_deep_is_left_out() {
    let (json, problems) = read(nested(MAX_DEPTH).as_bytes()).unwrap();
    assert_eq!((depth(&json), problems.len()), (MAX_DEPTH, 0));
    for too_deep in [MAX_DEPTH + 1, 1_000, 100_000, 4_000_000] {
        let (json, problems) = read(nested(too_deep).as_bytes()).unwrap();
        assert_eq!((depth(&json), problems), (MAX_DEPTH, vec![Problem::TooDeep]));
    }
    // Brackets in a text that is passed over are no brackets.
    let tricky = format!("[{}{{\"a\":\"]}}\\\"]\"}}{},1]", "[".repeat(127), "]".repeat(127));
    let (json, problems) = read(tricky.as_bytes()).unwrap();
    let Json::Array(items) = json else { panic!() };
    assert_eq!((items.len(), problems), (2, vec![Problem::TooDeep]));
    for cut in ["[".repeat(100_000), "{\"a\":".repeat(100_000)] {
        assert!(matches!(read(cut.as_bytes()), Err(ParseError::Syntax { line: 1, .. })));
    }
}

#[test]
fn depth_in_a_field_of_others_costs_the_article_nothing() {
    let parsed = article(format!(r#"{{"@graph":{},"headline":"Tin"}}"#, nested(100_000)));
    assert_eq!(&*parsed.article.headline, "Tin");
    assert_eq!(parsed.warnings.len(), 1);
    assert_eq!(
        (&*parsed.warnings[0].pointer, &parsed.warnings[0].problem),
        ("", &Problem::TooDeep)
    );
}

// Errors

#[test]
fn errors_say_where() {
    let next = "`,` or `}`";
    check_error("{\"a\": 1 \"b\": 2}", 1, 9, next);
    check_error("{\n  \"headline\": \"Tin\",\n  \"body\": [1 2]\n}", 3, 14, "`,` or `]`");
    check_error("{\"a\" 1}", 1, 6, "`:`");
    check_error("{a: 1}", 1, 2, "a key");
    check_error("{'a': 1}", 1, 2, "a key");
    check_error("{\"a\": 1,}", 1, 9, "a key");
    check_error("[1,]", 1, 4, VALUE);
    check_error("[,1]", 1, 2, VALUE);
    check_error("{} {}", 1, 4, "the end of the file");
    check_error("[1}", 1, 3, "`,` or `]`");
    check_error("tru", 1, 1, VALUE);
    check_error("True", 1, 1, VALUE);
    check_error("undefined", 1, 1, VALUE);
    check_error("[\"a\nb\"]", 1, 4, "a text without line breaks or tabs; write \\n or \\t");
    check_error(r#"["a\x"]"#, 1, 5, "one of \" \\ / b f n r t u after `\\`");
    check_error(r#"["\u12g4"]"#, 1, 7, "four hexadecimal digits");
    check_error("\"a\\", 1, 4, "one of \" \\ / b f n r t u after `\\`");
    // Only line feeds part lines, as in editors that are set to any line end.
    check_error("[1,\r\n 2,\r\n x]", 3, 2, VALUE);
}

#[test]
fn a_download_that_broke_off_is_no_json() {
    let whole = include_str!("../fixtures/metadata.json").trim_end();
    let ends: Vec<_> = whole.char_indices().map(|(at, _)| at).collect();
    for at in ends {
        let error = read(&whole.as_bytes()[..at]).unwrap_err();
        let lines = whole[..at].lines().count().max(1) + usize::from(whole[..at].ends_with('\n'));
        assert!(
            matches!(error, ParseError::Syntax { line, .. } if line + 1 >= lines),
            "cut at {at}: {error}"
        );
    }
}

#[test]
fn columns_count_characters() {
    // Composed, decomposed, and beyond the first plane.
    check_error("[\"Quận uỷ Tây Hồ\" x]", 1, 19, "`,` or `]`");
    check_error("[\"Ho\u{302}\u{300}\" x]", 1, 9, "`,` or `]`");
    check_error("[\"😀\" x]", 1, 6, "`,` or `]`");
    check_error("[\"ế\",\n\"Ễ\" x]", 2, 5, "`,` or `]`");
    assert_eq!(
        read("{\"tiêu đề\": Tin}".as_bytes()).unwrap_err().to_string(),
        "not JSON: line 1, column 13: a value belongs here"
    );
}
