//! What hostile files may not do: a page of an article is rendered, parsed again, and looked at.
//!
//! 1. `fields`: where in a file of each format something hostile can stand.
//! 2. `page`: what may be in a page, whoever wrote the article.
//! 3. `words`, `addresses`, `files`: payloads of HTML, of addresses, and of JSON itself.
//! 4. `spoofing`: what only looks like something else.
//! 5. `fragments`: HTML alone, with the words that must come through.
//!
//! The payloads stand beside the folder that `TRANGBAO_CORPUS` names; without it the tests that
//! need them say that they were skipped.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "this is a test")]

#[path = "hostile/addresses.rs"]
mod addresses;
#[path = "formats/effort.rs"]
mod effort;
#[path = "hostile/fields.rs"]
mod fields;
#[path = "hostile/files.rs"]
mod files;
#[path = "hostile/fragments.rs"]
mod fragments;
#[path = "hostile/page.rs"]
mod page;
#[path = "hostile/spoofing.rs"]
mod spoofing;
#[path = "hostile/words.rs"]
mod words;

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::Value;
use trangbao::formats::{Opened, Source, Wanted, parse_any};
use trangbao::safe_url::standard;

/// Where the files of these tests lie: relative addresses are resolved against this.
const ADDRESS: &str = "https://bao.example/articles/a.json";
const SOURCE: Source<'_> = Source { address: Some(ADDRESS), resolve: standard };

/// A file of a format; without a name, of the one that it looks like.
fn open(bytes: &[u8], format: Option<&str>, number: Option<usize>) -> Option<Opened> {
    let wanted = Wanted { html: trangbao::html::standard, format, number };
    parse_any(bytes, &SOURCE, wanted).ok()
}

/// The folder of the payloads, where there is one.
fn hostile() -> Option<PathBuf> {
    let corpus = std::env::var_os("TRANGBAO_CORPUS");
    if corpus.is_none() {
        println!("skipped: TRANGBAO_CORPUS is not set");
    }
    Some(PathBuf::from(corpus?).join("../hostile"))
}

/// The rows of a file of payloads.
fn rows(name: &str) -> Vec<Value> {
    let Some(folder) = hostile() else { return Vec::new() };
    let path = folder.join(name);
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&bytes).unwrap()
}

/// What comes of each piece of work, in the order of the work, by all processors.
fn spread<'a, W: Sync, R: Send>(work: &'a [W], each: impl Fn(&'a W) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut made = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(one) = work.get(at) else { return made };
            made.push((at, each(one)));
        }
    };
    let count = thread::available_parallelism().map_or(1, usize::from);
    let mut made: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..count).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    made.sort_by_key(|(at, _)| *at);
    made.into_iter().map(|(_, made)| made).collect()
}

/// Whether a browser that is given a payload as it stands does nothing that it should not.
fn is_harmless(row: &Value) -> bool {
    let expect = &row["expect"];
    let fires = expect["fires"].as_object().unwrap().values().any(|fires| fires == true);
    !fires && expect["handlers"] == 0 && expect["blocked_scheme_attrs"] == 0
}
