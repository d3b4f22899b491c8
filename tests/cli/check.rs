//! `trangbao check`

use serde_json::Value;

use super::convert::FEED;
use super::*;

const LOSSY: &str = "\
mat.json: native: Chợ sớm dời sang bãi mới: 4 blocks, 23 words, 0 pictures
mat.json:4:20: /datePublished: left out: not a date in ISO 8601: until it is corrected, it counts as absent
mat.json:7:33: /body/1/image: \"url\" is missing or empty: add it
mat.json:7:42: /body/1/image/url: address left out: use https (for links also http, mailto or tel) without a user name
mat.json:8:83: /body/2/text/1/marks/0: unknown mark: its text is shown unmarked: known are strong, emphasis, underline, strike, sub, sup, code, mark, small, link, lang and note
mat.json:9:5: /body/3: unknown block type \"poll\": give it a \"fallback\" block
mat.json:10:5: /body/4: \"text\" is missing or empty: add it
mat.json:11:5: /body/5: a text where a block belongs, shown as a paragraph: give it \"type\" and \"text\"
";
const GOOD: &str = "tot.json: native: Cây cầu gỗ ven hồ mở lại: 4 blocks, 40 words, 1 picture\n";
const BROKEN: &str = "hong.json:6:5: not JSON: `,` or `]` belongs here\n";

#[track_caller]
fn check(arguments: &[&str], code: i32, out: &str) {
    let ran = run(arguments);
    assert_eq!((&*ran.out, &*ran.err, ran.code), (out, "", code), "{arguments:?}");
}

#[test]
fn good_lossy_and_broken() {
    check(&["check", "tot.json"], 0, GOOD);
    check(&["check", "mat.json"], 0, LOSSY);
    check(&["check", "hong.json"], 1, BROKEN);
    let sum = "3 files: 2 can be shown, 1 cannot; 7 warnings\n";
    check(&["check", "tot.json", "hong.json", "mat.json"], 1, &[GOOD, BROKEN, LOSSY, sum].concat());
}

#[test]
fn strict_fails_for_warnings() {
    check(&["check", "--strict", "tot.json"], 0, GOOD);
    check(&["check", "mat.json", "--strict"], 1, LOSSY);
}

#[test]
fn what_is_not_there_cannot_be_shown() {
    let ran = run(&["check", "khong-co.json"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.starts_with("khong-co.json: the file cannot be read: "), "{}", ran.out);
    let folder = Folder::new("empty");
    folder.put("bai.txt", "");
    let out = format!("{}: no *.json file is in this folder\n", folder.path());
    check(&["check", folder.path()], 1, &out);
}

#[test]
fn standard_input_and_odd_names() {
    let ran = run_with(&["check", "-"], r#"{"headline":"Tin","body":[]}"#);
    assert_eq!((&*ran.out, ran.code), ("-: native: Tin: 0 blocks, 0 words, 0 pictures\n", 0));
    let ran = run_with(&["check", "-"], "");
    assert_eq!((&*ran.out, ran.code), ("-:1:1: not JSON: a value belongs here\n", 1));
    let folder = Folder::new("odd");
    let path = folder.put("-x bài #1.json", r#"{"headline":"Tin"}"#);
    let mut command = command(&["check", "--", "-x bài #1.json"]);
    assert!(command.current_dir(path.rsplit_once('/').unwrap().0).status().unwrap().success());
}

#[test]
fn a_folder_is_read_at_any_depth_and_in_order() {
    let folder = Folder::new("folder");
    let article = |headline: &str| format!(r#"{{"headline":"{headline}"}}"#);
    folder.put("b.json", &article("hai"));
    folder.put("a/sau/z.JSON", &article("một"));
    folder.put("c.json", "{");
    folder.put("d.txt", "{");
    folder.put("e.json/trong.json", &article("ba"));
    for index in 0..50 {
        folder.put(&format!("n/{index:02}.json"), &article(&index.to_string()));
    }
    let ran = run(&["check", folder.path()]);
    let lines: Vec<_> =
        ran.out.lines().map(|line| line.strip_prefix(folder.path()).unwrap_or(line)).collect();
    assert_eq!(ran.code, 1);
    assert_eq!(
        lines[..4],
        [
            "/a/sau/z.JSON: native: một: 0 blocks, 0 words, 0 pictures",
            "/b.json: native: hai: 0 blocks, 0 words, 0 pictures",
            "/c.json:1:2: not JSON: a key belongs here",
            "/e.json/trong.json: native: ba: 0 blocks, 0 words, 0 pictures",
        ]
    );
    for (index, line) in lines[4..54].iter().enumerate() {
        assert!(line.starts_with(&format!("/n/{index:02}.json: ")), "{line}");
    }
    assert_eq!(lines[54], "54 files: 53 can be shown, 1 cannot; 0 warnings");
    // No bar where no terminal is.
    assert_eq!(ran.err, "");
}

#[test]
fn machines_read_a_line_a_file() {
    let ran = run(&["check", "--json", "tot.json", "mat.json", "hong.json", "khong-co.json"]);
    assert_eq!((ran.code, &*ran.err), (1, ""));
    let lines: Vec<Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let [good, lossy, broken, missing] = &lines[..] else { panic!("{}", ran.out) };
    let expected = serde_json::json!({
        "file": "tot.json", "shown": true, "format": "native", "headline": "Cây cầu gỗ ven hồ mở lại",
        "blocks": 4, "words": 40, "pictures": 1, "findings": [],
    });
    assert_eq!(good, &expected);
    assert_eq!(lossy["findings"].as_array().unwrap().len(), 7);
    let expected = serde_json::json!({
        "severity": "warning", "line": 9, "column": 5, "pointer": "/body/3",
        "message": "unknown block type \"poll\": give it a \"fallback\" block",
    });
    assert_eq!(lossy["findings"][4], expected);
    let expected = serde_json::json!({
        "file": "hong.json", "shown": false, "findings": [{
            "severity": "error", "line": 6, "column": 5, "pointer": "",
            "message": "not JSON: `,` or `]` belongs here",
        }],
    });
    assert_eq!(broken, &expected);
    assert_eq!(
        (&missing["shown"], &missing["findings"][0]["line"]),
        (&Value::Bool(false), &Value::Null)
    );
}

#[test]
fn several_articles_and_a_catalogue_are_counted() {
    let folder = Folder::new("several");
    let feed = folder.put("feed.json", FEED);
    check(&["check", &feed], 0, &format!("{feed}: json-feed: Tin hồ: 2 articles\n"));
    let list = root("static/articles/index.json");
    let list = list.to_str().unwrap();
    check(&["check", list], 0, &format!("{list}: native: Báo Sen Hồ: 14 articles\n"));
    let line: Value = serde_json::from_str(&run(&["check", "--json", &feed]).out).unwrap();
    assert_eq!((&line["articles"], &line["format"]), (&2.into(), &"json-feed".into()));
}

#[test]
fn a_format_can_be_told() {
    check(&["check", "--format=native", "tot.json"], 0, GOOD);
    let ran = run(&["check", "--format", "json-feed", "tot.json"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
}

#[test]
fn too_large_is_told_without_reading_it_all() {
    let folder = Folder::new("large");
    let large = folder.put("large.json", &" ".repeat(9 * 1024 * 1024));
    let expected =
        format!("{large}:1:1: too large: more than 8 MiB of JSON; part it into several articles\n");
    check(&["check", &large], 1, &expected);
}
