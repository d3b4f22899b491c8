//! What holds for everything: files that once broke it, and files that are made up here.
//!
//! 1. `invariants`: what must hold. The targets of `fuzz/` use the same file.
//! 2. `articles`, `soups`: what is made up, by the seeds of `chance`. A failure prints its seed last.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "this is a test")]

#[path = "properties/articles.rs"]
mod articles;
#[path = "properties/chance.rs"]
mod chance;
#[path = "properties/invariants.rs"]
mod invariants;
#[path = "properties/soups.rs"]
mod soups;

use std::path::Path;

#[test]
fn what_once_broke_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/regressions");
    let mut count = 0;
    // What the fuzzer has found.
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        println!("{}", path.display());
        let bytes = std::fs::read(&path).unwrap();
        invariants::reads_html(&String::from_utf8_lossy(&bytes));
        trangbao::formats::names().for_each(|name| invariants::opens(name, &bytes));
        count += 1;
    }
    assert!(count > 0);
}
