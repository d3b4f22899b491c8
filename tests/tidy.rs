//! The house rules: read off the sources, and refused with what to do instead.
//!
//! 1. `layers`: which module may name which. The table of `ARCHITECTURE.md`, for the machine.
//! 2. `rules`: length and first sentence of a file, no panic, no HTML string, no `style` attribute.
//! 3. `styles`: where colours and sizes come from.
//! 4. `manifest`: dependencies, and the policy of the page.
//!
//! A rule is a function from one file to its complaints. Each stands beside small inputs that it
//! refuses and that it allows, so that a rule which has gone blind is found out.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "this is a test")]

#[path = "tidy/layers.rs"]
mod layers;
#[path = "tidy/manifest.rs"]
mod manifest;
#[path = "tidy/rules.rs"]
mod rules;
#[path = "tidy/rust.rs"]
mod rust;
#[path = "tidy/styles.rs"]
mod styles;

use std::fs;
use std::path::{Path, PathBuf};

/// The complaints about one file, given its path from the root and its text.
type Rule = fn(path: &str, text: &str) -> Vec<String>;

/// Holds every file below these folders whose name ends so.
#[track_caller]
fn hold(rule: Rule, folders: &[&str], endings: &[&str]) {
    let mut held = 0;
    let mut complaints = Vec::new();
    for path in folders.iter().flat_map(|folder| files(folder)) {
        if endings.iter().any(|ending| path.ends_with(ending)) {
            complaints.extend(rule(&path, &read(&path)));
            held += 1;
        }
    }
    assert!(held > 0, "no file of {folders:?} ends with one of {endings:?}");
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// The rule complains once, in these words among others.
#[track_caller]
fn refuses(rule: Rule, path: &str, text: &str, words: &str) {
    let complaints = rule(path, text);
    assert!(
        matches!(&complaints[..], [one] if one.contains(words)),
        "one complaint with \"{words}\" was expected of\n{text}\nbut: {complaints:#?}"
    );
}

#[track_caller]
fn allows(rule: Rule, path: &str, text: &str) {
    assert_eq!(rule(path, text), [""; 0], "{text}");
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files below a folder that are ours, as paths from the root.
fn files(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
            let is_others = ["node_modules", "out", "target"].iter().any(|not| path.ends_with(not));
            if !path.is_dir() {
                found.push(name);
            } else if !is_others {
                folders.push(path);
            }
        }
    }
    found.sort();
    found
}
