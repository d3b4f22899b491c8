//! The command as an editor calls it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "this is a test")]

use std::path::PathBuf;
use std::process::{Command, Output};

fn run(words: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_trangbao")).args(words).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

/// A file with this content, in the folder for such files.
fn file(name: &str, json: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, json).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn check_tells_format_and_what_was_left_out() {
    let good = file("tot.json", r#"{ "headline": "Sen", "articleBody": "Hồ Tây xanh." }"#);
    assert_eq!(
        run(&["check", &good]),
        (0, format!("{good}: native: Sen: 1 blocks, 3 words\n"), String::new())
    );
    let post = file(
        "bai.json",
        r#"{ "title": { "rendered": "Sen" }, "content": { "rendered": "<p>Một <a href='javascript:x'>hai</a></p>" } }"#,
    );
    let (code, out, _) = run(&["check", &post]);
    assert_eq!(code, 0);
    assert!(out.contains(": wordpress: Sen: 1 blocks, 2 words"), "{out}");
    assert!(out.contains("/content/rendered: address left out"), "{out}");
    let broken = file("hong.json", "{");
    let (code, out, err) = run(&["check", &broken, &good]);
    assert_eq!((code, out.lines().count()), (1, 1), "the others are checked all the same");
    assert!(err.contains("hong.json: not JSON: line 1, column 2"), "{err}");
}

#[test]
fn convert_gives_the_native_format_which_it_leaves_as_it_is() {
    let feed = file(
        "nguon.json",
        r#"{ "version": "https://jsonfeed.org/version/1.1", "title": "Báo", "items": [
            { "id": "1", "title": "Một", "content_html": "<p>Chữ <b>đậm</b></p>" },
            { "id": "2", "title": "Hai", "content_text": "Hết." }] }"#,
    );
    let (code, list, _) = run(&["convert", &feed]);
    assert_eq!(code, 0);
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    assert_eq!(list["items"][1]["headline"], "Hai");
    let (_, first, _) = run(&["convert", &feed, "--number", "1"]);
    let native = file("mot.json", &first);
    assert_eq!(run(&["convert", &native]), (0, first.clone(), String::new()));
    let value: serde_json::Value = serde_json::from_str(&first).unwrap();
    assert_eq!(value["body"][0]["text"][1]["marks"][0], "strong");
    assert_eq!(run(&["convert", &feed, "--number", "3"]).0, 1);
}

#[test]
fn wrong_usage_is_two() {
    for words in
        [&[][..], &["check"], &["nonsense"], &["convert"], &["convert", "x", "--number", "0"]]
    {
        let (code, out, err) = run(words);
        assert_eq!((code, out.is_empty(), err.is_empty()), (2, true, false), "{words:?}");
    }
    let (code, out, _) = run(&["--help"]);
    assert!(code == 0 && out.contains("wordpress, json-feed, portable-text"), "{out}");
}
