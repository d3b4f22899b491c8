//! `trangbao convert`

use super::*;

pub const FEED: &str = r#"{
  "version": "https://jsonfeed.org/version/1.1", "title": "Tin hồ",
  "items": [
    { "id": "1", "title": "Một", "content_html": "<p>Sen <em>nở</em>.</p><p><img src=\"sen.webp\" alt=\"Sen\"></p>" },
    { "id": "2", "title": "Hai", "content_text": "Đào." }
  ]
}"#;

/// Converts with success, without a word.
#[track_caller]
fn converted(arguments: &[&str]) -> String {
    let ran = run(&[&["convert"][..], arguments].concat());
    assert_eq!((&*ran.err, ran.code), ("", 0), "{arguments:?}");
    ran.out
}

#[test]
fn native_stays_as_it_is() {
    let folder = Folder::new("native");
    let first = converted(&["tot.json"]);
    let again = folder.put("again.json", &first);
    assert_eq!(converted(&[&again]), first);
    assert_eq!(converted(&["--to", "native", "--format", "native", "tot.json"]), first);
    // Relative addresses stay so unless it is said where they lead.
    assert!(first.contains(r#""url": "../pictures/cau-go-960.webp""#), "{first}");
    let based = converted(&["--base", "https://bao.example/bai/", "tot.json"]);
    assert!(based.contains(r#""url": "https://bao.example/pictures/cau-go-960.webp""#), "{based}");
    let again = folder.put("based.json", &based);
    assert_eq!(converted(&[&again]), based);
    assert_eq!(converted(&["--base=https://bao.example/bai/x.json", "tot.json"]), based);
}

#[test]
fn samples_stay_as_they_are() {
    let folder = Folder::new("samples");
    for file in std::fs::read_dir(root("static/articles")).unwrap() {
        let path = file.unwrap().path();
        let first = run(&["convert", path.to_str().unwrap()]);
        assert_eq!(first.code, 0, "{}", first.err);
        let name = path.file_name().unwrap().to_str().unwrap();
        let again = folder.put(name, &first.out);
        assert_eq!(converted(&[&again]), first.out, "{name}");
    }
}

#[test]
fn losses_are_told_beside_it() {
    let ran = run(&["convert", "mat.json"]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("Từ ba giờ sáng"));
    assert!(ran.err.starts_with("mat.json:4:20: /datePublished: "), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 7);
    let ran = run(&["convert", "hong.json"]);
    assert_eq!((ran.code, &*ran.out), (1, ""));
    assert_eq!(ran.err, "hong.json:6:5: not JSON: `,` or `]` belongs here\n");
}

#[test]
fn it_writes_where_it_is_told() {
    let folder = Folder::new("output");
    let out = format!("{}/bài.json", folder.path());
    assert_eq!(converted(&["tot.json", "-o", &out]), "");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), converted(&["tot.json"]));
    assert_eq!(converted(&["tot.json", "--to", "text", &format!("--output={out}")]), "");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), converted(&["tot.json", "--to=text"]));
    let nowhere = format!("{}/khong/co.json", folder.path());
    let ran = run(&["convert", "tot.json", "-o", &nowhere]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.starts_with(&format!("{nowhere}: it cannot be written: ")), "{}", ran.err);
    let ran = run(&["convert", "khong-co.json", "-o", &out]);
    assert_eq!(ran.code, 1);
}

#[test]
fn standard_input_is_a_file_too() {
    let input = r#"{"headline":"Tin","image":"a.webp","articleBody":"Chữ."}"#;
    let ran = run_with(&["convert", "-"], input);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains(r#""url": "a.webp""#), "{}", ran.out);
    assert_eq!(run_with(&["convert", "-", "--to", "text"], input).out, "Tin\n\nChữ.\n");
}

#[test]
fn a_static_page_has_the_words_and_no_script() {
    let page = converted(&["tot.json", "--to", "html"]);
    for part in [
        "<!DOCTYPE html>\n<html lang=\"vi\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">",
        "<title>Cây cầu gỗ ven hồ mở lại</title>",
        "lát gỗ lim mới.",
        "src=\"../pictures/cau-go-960.webp\"",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    assert!(!page.contains("<script") && !page.contains(" style=") && !page.contains(".invalid"));
    let headline = r#"{"headline":"</title><script>a & \"b\"","inLanguage":"ar"}"#;
    let page = run_with(&["convert", "-", "--to", "html"], headline).out;
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(page.contains("<title>&lt;/title>&lt;script>a &amp; &quot;b&quot;</title>"), "{page}");
    assert!(!page.contains("<script"), "{page}");
}

#[test]
fn one_of_several_is_chosen() {
    let folder = Folder::new("feed");
    let feed = folder.put("tin.json", FEED);
    let list = converted(&[&feed]);
    for part in ["\"title\": \"Tin hồ\"", "\"url\": \"tin.json#1\"", "\"headline\": \"Hai\""] {
        assert!(list.contains(part), "{part} in {list}");
    }
    let again = folder.put("danh-sach.json", &list);
    assert_eq!(converted(&[&again]), list);
    let one = converted(&[&feed, "--number", "1"]);
    assert!(
        one.contains("\"headline\": \"Một\"") && one.contains("\"url\": \"sen.webp\""),
        "{one}"
    );
    assert_eq!(converted(&[&feed, "--number", "2", "--to", "text"]), "Hai\n\nĐào.\n");
    refused(&["convert", &feed, "--to", "text"], "holds 2 articles: choose one with --number N");
    refused(&["convert", &feed, "--to", "html"], "holds 2 articles");
    refused(
        &["convert", &feed, "--number", "3"],
        "no article number 3 that can be shown: it holds 2",
    );
}
