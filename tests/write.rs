//! What is written as the native format reads as the same article again.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "this is a test")]

use std::path::PathBuf;

use trangbao::formats::{Source, parse, parse_catalogue};
use trangbao::safe_url::standard;
use trangbao::write;

const ADDRESS: &str = "https://bao.example/articles/bai.json";

fn source() -> Source<'static> {
    Source { address: Some(ADDRESS), resolve: standard }
}

/// Every article of the samples and of the fixtures, with its path.
fn articles() -> Vec<(PathBuf, Vec<u8>)> {
    let folders = ["static/articles", "tests/fixtures/render", "tests/fixtures"];
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap().flatten());
    let paths = files.map(|file| file.path());
    let json = paths.filter(|path| path.extension().is_some_and(|end| end == "json"));
    json.map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

#[test]
fn an_article_comes_back_as_it_was() {
    let mut count = 0;
    for (path, bytes) in articles() {
        let Ok(first) = parse(&bytes, &source()) else { continue };
        for pretty in [false, true] {
            let written = write::article(&first.article, pretty);
            let again = parse(written.as_bytes(), &source()).unwrap();
            // An unknown block has nothing more to be known of it.
            let expected = again.warnings.iter().all(|w| w.to_string().contains("unknown block"));
            assert!(expected, "{path:?}: {:?}", again.warnings);
            assert_eq!(again.article, first.article, "{path:?}\n{written}");
            assert_eq!(write::article(&again.article, pretty), written, "{path:?}");
        }
        count += 1;
    }
    assert!(count >= 15, "{count} articles");
}

#[test]
fn a_catalogue_comes_back_as_it_was() {
    let bytes = std::fs::read("static/articles/index.json").unwrap();
    let first = parse_catalogue(&bytes, &source()).unwrap().article;
    let written = write::catalogue(&first, false);
    assert_eq!(parse_catalogue(written.as_bytes(), &source()).unwrap().article, first);
}

#[test]
fn what_is_written_is_json() {
    let json = r#"{ "headline": "\"Nháy\" \\ \u0007\t\n<b>", "articleBody": "a\u001fb\r\nc" }"#;
    let article = parse(json.as_bytes(), &source()).unwrap().article;
    for pretty in [false, true] {
        let value: serde_json::Value =
            serde_json::from_str(&write::article(&article, pretty)).unwrap();
        assert_eq!(value["headline"], "\"Nháy\" \\ <b>");
    }
}
