//! The JSON Schema of the native format: it lets in what the viewer reads, and nothing else.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "this is a test")]

#[path = "formats/kinds.rs"]
#[expect(dead_code, reason = "here only the names count")]
mod kinds;
#[path = "schema/validator.rs"]
mod validator;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use trangbao::formats::{Source, parse};
use trangbao::safe_url::standard;
use trangbao::write;
use validator::{complaints, unknown_keywords};

fn read(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn schema() -> Value {
    read(&root("static/schema/article.schema.json"))
}

fn json_files(folder: &str) -> Vec<PathBuf> {
    let files = std::fs::read_dir(root(folder)).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|end| end == "json")).collect()
}

#[test]
fn the_validator_knows_every_keyword_of_it() {
    assert_eq!(schema()["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(unknown_keywords(&schema()), [""; 0]);
}

#[test]
fn every_sample_is_let_in_and_so_is_what_is_written_of_it() {
    let schema = schema();
    let fixtures = json_files("tests/fixtures/blocks").into_iter();
    // Its blocks are wrong on purpose.
    let fixtures = fixtures.filter(|path| !path.ends_with("unknown.json"));
    let samples = json_files("static/articles").into_iter();
    let samples = samples.filter(|path| !path.ends_with("index.json"));
    let mut count = 0;
    for path in samples.chain(fixtures).chain([root("tests/fixtures/check/tot.json")]) {
        assert_eq!(complaints(&schema, &read(&path)), [""; 0], "{}", path.display());
        let source = Source { address: Some("https://bao.example/a.json"), resolve: standard };
        let parsed = parse(&std::fs::read(&path).unwrap(), &source).unwrap();
        if parsed.warnings.is_empty() {
            let written = serde_json::from_str(&write::article(&parsed.article, false)).unwrap();
            assert_eq!(complaints(&schema, &written), [""; 0], "{}", path.display());
        }
        count += 1;
    }
    assert!(count > 25, "only {count} files");
}

#[test]
fn every_block_and_mark_is_in_it() {
    let schema = schema();
    let types = &schema["$defs"]["block"]["properties"]["type"]["anyOf"][0]["enum"];
    let types: Vec<&str> =
        types.as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    let known = kinds::BLOCKS.iter().filter(|name| **name != "unknown");
    assert_eq!(types, known.copied().collect::<Vec<_>>());
    let mark = schema["$defs"]["mark"].to_string();
    for name in kinds::MARKS {
        assert!(mark.contains(&format!("\"{name}\"")), "{name}");
    }
    // Every rule that has a name says what it is for.
    for (name, rule) in schema["$defs"].as_object().unwrap() {
        let says = rule["description"].as_str().is_some_and(|text| text.ends_with(['.', '>', ')']));
        assert!(says, "{name} has no description");
    }
}

#[test]
fn every_field_of_the_format_is_in_it() {
    let text = std::fs::read_to_string(root("docs/article-format.md")).unwrap();
    let schema = std::fs::read_to_string(root("static/schema/article.schema.json")).unwrap();
    let before = text.split("## Addresses").next().unwrap();
    let mut count = 0;
    for row in before.lines().filter(|line| line.starts_with("| ")) {
        let field = row.split('|').nth(1).unwrap();
        for name in field.split('`').skip(1).step_by(2) {
            assert!(schema.contains(&format!("\"{name}\"")), "{name} is not in the schema");
            count += 1;
        }
    }
    assert!(count > 70, "only {count} fields");
}

#[test]
fn wrong_files_are_refused() {
    let schema = schema();
    let check = |article: Value, place: &str| {
        let complaints = complaints(&schema, &article);
        assert!(complaints.iter().any(|one| one.starts_with(place)), "{article}: {complaints:?}");
    };
    check(json!([]), ": ");
    check(json!({"body": []}), ": \"headline\"");
    check(json!({"headline": 1.5}), "/headline");
    check(json!({"headline": "Tin", "body": "chữ"}), "/body");
    check(json!({"headline": "Tin", "datePublished": 2026}), "/datePublished");
    check(json!({"headline": "Tin", "image": {"width": 9, "height": 6}}), "/image");
    check(json!({"headline": "Tin", "author": {"jobTitle": "Phóng viên"}}), "/author");
    check(json!({"headline": "Tin", "relatedLink": [{"name": "a"}]}), "/relatedLink");
    for block in [
        json!("chữ"),
        json!({"text": "a"}),
        json!({"type": "paragraph"}),
        json!({"type": "paragraph", "txt": "a", "text": "a"}),
        json!({"type": "paragraph", "text": {"text": "a", "marks": ["bold"]}}),
        json!({"type": "paragraph", "text": [{"text": "a", "marks": [{"link": {"title": "b"}}]}]}),
        json!({"type": "paragraph", "text": [{"text": "a", "marks": [{"note": {"blocks": ["b"]}}]}]}),
        json!({"type": "heading", "level": 1, "text": "a"}),
        json!({"type": "image", "image": {"url": "a", "width": 0, "height": 1}}),
        json!({"type": "image", "image": {"url": "a", "width": 10}}),
        json!({"type": "image", "image": {"url": "a", "focus": {"x": 2, "y": 0}}}),
        json!({"type": "gallery", "images": []}),
        json!({"type": "gallery", "images": ["a"], "layout": "rows"}),
        json!({"type": "quote", "cite": "a"}),
        json!({"type": "list", "items": "a"}),
        json!({"type": "list", "items": [{"type": "paragraph"}]}),
        json!({"type": "list", "items": [["a", {"type": "divider"}]]}),
        json!({"type": "list", "items": ["a"], "style": "roman"}),
        json!({"type": "table", "caption": "a"}),
        json!({"type": "table", "rows": ["a"]}),
        json!({"type": "table", "rows": [[{"text": "a", "colspan": 0}]]}),
        json!({"type": "video", "sources": []}),
        json!({"type": "audio", "source": {"name": "a"}}),
        json!({"type": "embed", "title": "a"}),
        json!({"type": "box", "tone": "loud", "title": "a"}),
        json!({"type": "box"}),
        json!({"type": "timeline", "items": [{"date": "a"}]}),
        json!({"type": "related", "items": [{"name": "a"}]}),
        json!({"type": "code", "text": ["a"]}),
        json!({"type": "paragraf", "text": "a"}),
        json!({"type": "quiz", "fallback": {"type": "image"}}),
    ] {
        check(json!({"headline": "Tin", "body": [{"type": "divider"}, block]}), "/body/1");
    }
}
