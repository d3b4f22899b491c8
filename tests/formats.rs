//! Reading: what each field and each kind of damage turns into.
#![cfg(not(target_arch = "wasm32"))]

use trangbao::formats::{Parsed, Source, parse};
use trangbao::safe_url::standard;

const ADDRESS: &str = "https://bao.example/articles/a.json";

fn read(json: &str) -> Parsed {
    parse(json.as_bytes(), &Source { address: Some(ADDRESS), resolve: standard }).unwrap()
}

#[test]
fn the_seed_article_reads_without_a_warning() {
    let Some(corpus) = std::env::var_os("TRANGBAO_CORPUS") else {
        println!("skipped: TRANGBAO_CORPUS is not set");
        return;
    };
    let file = std::path::Path::new(&corpus).join("seed/quan-uy-tay-ho-2024.json");
    let parsed = read(&std::fs::read_to_string(file).unwrap());
    assert_eq!(parsed.warnings, []);
    assert_eq!(parsed.article.body.len(), 21);
    assert_eq!(parsed.article.related.len(), 3);
}
