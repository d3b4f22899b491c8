//! Reading: what each field and each kind of damage turns into.
//!
//! 1. `blocks`, `inlines`, `metadata`, `catalogue`: everything that the format has, beside the model
//!    that it becomes. `kinds` sees to it that nothing is forgotten.
//! 2. `damage`: what is wrong costs itself and nothing else. `addresses`, `caps`: what is refused.
//! 3. `portable_text`, `editor_js`, `prose_mirror`, `lexical`: what other systems store; `rich` is
//!    what holds for all of those. `wordpress`, `json_feed`: what sites hand out. `ninjs`: what
//!    news agencies send.
//! 4. `fragment`, `fragment_media`: HTML in a field. `tests/hostile.rs`: what it may not do.
//! 5. `simorgh`, `apple_news`, and `markdown` in the latter: documents of components; `components`
//!    is what holds for both.
//! 6. `samples`: the articles that come with the viewer. `effort`: the guard against floods.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "this is a test")]

#[path = "formats/addresses.rs"]
mod addresses;
#[path = "formats/apple_news.rs"]
mod apple_news;
#[path = "formats/blocks.rs"]
mod blocks;
#[path = "formats/caps.rs"]
mod caps;
#[path = "formats/catalogue.rs"]
mod catalogue;
#[path = "formats/components.rs"]
mod components;
#[path = "formats/damage.rs"]
mod damage;
#[path = "formats/dates.rs"]
mod dates;
#[path = "formats/editor_js.rs"]
mod editor_js;
#[path = "formats/effort.rs"]
mod effort;
#[path = "formats/foreign.rs"]
mod foreign;
#[path = "formats/fragment.rs"]
mod fragment;
#[path = "formats/fragment_media.rs"]
mod fragment_media;
#[path = "formats/inlines.rs"]
mod inlines;
#[path = "formats/json_feed.rs"]
mod json_feed;
#[path = "formats/kinds.rs"]
mod kinds;
#[path = "formats/lexical.rs"]
mod lexical;
#[path = "formats/markdown.rs"]
mod markdown;
#[path = "formats/metadata.rs"]
mod metadata;
#[path = "formats/ninjs.rs"]
mod ninjs;
#[path = "formats/plain.rs"]
mod plain;
#[path = "formats/portable_text.rs"]
mod portable_text;
#[path = "formats/prose_mirror.rs"]
mod prose_mirror;
#[path = "formats/rich.rs"]
mod rich;
#[path = "formats/samples.rs"]
mod samples;
#[path = "formats/schema_org.rs"]
mod schema_org;
#[path = "formats/simorgh.rs"]
mod simorgh;
#[path = "formats/variants.rs"]
mod variants;
#[path = "formats/wordpress.rs"]
mod wordpress;

use std::path::{Path, PathBuf};

use trangbao::article::*;
use trangbao::error::ParseError;
use trangbao::formats::{Parsed, Source, parse};
use trangbao::safe_url::{SafeUrl, UrlUse, standard};

/// Where the articles of these tests lie: relative addresses are resolved against this.
const ADDRESS: &str = "https://bao.example/articles/a.json";

fn try_read(json: &str) -> Result<Parsed, ParseError> {
    parse(json.as_bytes(), &Source { address: Some(ADDRESS), resolve: standard })
}

fn read(json: &str) -> Parsed {
    try_read(json).unwrap()
}

/// An article with this JSON as its body.
fn with_body(body: &str) -> String {
    format!(r#"{{"headline":"Tin","body":{body}}}"#)
}

/// A body comes to these blocks, with these warnings.
#[track_caller]
fn check_body(body: &str, expected: &[Block], warnings: &[&str]) {
    let parsed = read(&with_body(body));
    assert_eq!(parsed.article.body, expected);
    assert_eq!(said(&parsed), warnings);
}

/// The warnings, as the command prints them.
fn said(parsed: &Parsed) -> Vec<String> {
    parsed.warnings.iter().map(ToString::to_string).collect()
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn fixture(name: &str) -> String {
    let path = root("tests/fixtures").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files of a folder that end in `.json`, in order.
fn json_files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root(folder)).unwrap();
    let mut files: Vec<_> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    files.sort();
    files
}

/// What the builders below stand for is plain: an address, words, a block.
fn url(input: &str) -> SafeUrl {
    SafeUrl::new(input, Some(ADDRESS), standard, UrlUse::Link).unwrap()
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

fn marked(mark: Mark, text: &str) -> Inline {
    Inline::Marked { mark, content: words(text) }
}

fn paragraph(text: &str) -> Block {
    BlockKind::Paragraph(words(text)).into()
}

fn named(id: &str, kind: BlockKind) -> Block {
    Block { id: Some(id.into()), kind }
}

fn image(address: &str) -> Image {
    Image {
        url: url(address),
        size: None,
        alt: None,
        caption: vec![],
        credit: None,
        bytes: None,
        renditions: vec![],
        focus: None,
    }
}

fn media(address: &str) -> MediaSource {
    MediaSource { url: url(address), mime: None, bytes: None, size: None }
}

fn related(name: &str, address: &str) -> Related {
    Related { name: name.into(), url: url(address), image: None, description: None }
}

/// 2024-01-05T00:00+07:00, plus these seconds.
fn fifth_of_january(seconds: i64, has_time: bool) -> Moment {
    Moment { epoch: 1_704_387_600 + seconds, offset: 7 * 60, has_time }
}

#[test]
fn the_seed_article_reads_without_a_warning() {
    let Some(corpus) = std::env::var_os("TRANGBAO_CORPUS") else {
        println!("skipped: TRANGBAO_CORPUS is not set");
        return;
    };
    let file = Path::new(&corpus).join("seed/quan-uy-tay-ho-2024.json");
    let parsed = read(&std::fs::read_to_string(file).unwrap());
    assert_eq!(said(&parsed), [""; 0]);
    assert_eq!(parsed.article.body.len(), 21);
    assert_eq!(parsed.article.related.len(), 3);
}
