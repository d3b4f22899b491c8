//! Holds the table against EMBED.md, against the element's script, its view and its styles, and what is made from it against
//! its form.

use super::failures::FAILURES;
use super::table::{ATTRIBUTES, DETAILS, EVENTS, METHODS};
use super::theming::{PARTS, PROPERTIES};
use super::{CLASS, Default, TAG, docs, manifest, types};
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Set to write the tables of EMBED.md anew instead of comparing them.
const UPDATE: &str = "UPDATE_DOCS";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a checkout").to_owned()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The files below a folder whose name ends so, one after the other.
fn all(folder: &str, ending: &str) -> String {
    let mut text = String::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                text += &fs::read_to_string(&path).expect("a text");
            }
        }
    }
    assert!(!text.is_empty(), "{folder} holds no *{ending}");
    text
}

/// What stands in quotes in the list that begins after these words, such as `const ATTRIBUTES`.
fn list(text: &str, words: &str) -> Option<BTreeSet<String>> {
    let after = text.split_once(words)?.1.split_once('=')?.1.split_once('[')?.1;
    let inside = after.split_once(']')?.0;
    Some(inside.split(['\'', '"']).skip(1).step_by(2).map(str::to_owned).collect())
}

/// The names that follow these words wherever they stand.
fn named(text: &str, before: &str) -> BTreeSet<String> {
    let is_name = |c: char| c.is_ascii_lowercase() || c == '-';
    let name = |rest: &str| rest.chars().take_while(|c| is_name(*c)).collect::<String>();
    text.split(before).skip(1).map(name).filter(|name| !name.is_empty()).collect()
}

fn set<'a>(names: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    names.map(str::to_owned).collect()
}

#[track_caller]
fn all_found<'a>(
    names: impl Iterator<Item = &'a str>,
    place: &str,
    is_there: impl Fn(&str) -> bool,
) {
    let missing: Vec<&str> = names.filter(|name| !is_there(name)).collect();
    assert!(missing.is_empty(), "{place} does not know {missing:?}, which xtask/src/element lists");
}

#[test]
fn the_tables_of_the_documentation_are_those_of_the_table() {
    let path = root().join("EMBED.md");
    let text = read("EMBED.md");
    let renewed = docs::renew(&text).expect("a place for each table");
    if std::env::var_os(UPDATE).is_some() {
        fs::write(path, renewed).expect("EMBED.md can be written");
        return;
    }
    let line = text.lines().zip(renewed.lines()).position(|(is, should)| is != should);
    assert!(
        text == renewed,
        "EMBED.md differs from xtask/src/element, first at line {:?}; run {UPDATE}=1 cargo test -p xtask",
        line.map(|line| line + 1)
    );
}

#[test]
fn a_missing_place_is_told() {
    let told = docs::renew("<!-- element:attributes:begin -->\n").expect_err("no end");
    assert!(told.contains("element:attributes:end"), "{told}");
}

#[test]
fn the_script_listens_to_these_attributes_and_no_others() {
    let script = read("static/embed.js");
    let mut listens =
        list(&script, "const ATTRIBUTES").expect("`const ATTRIBUTES = [...]` in static/embed.js");
    // Asked for once, when the element is connected, so that nothing has to be observed.
    assert!(named(&script, "'").contains("loading") || script.contains(".loading"), "'loading'");
    listens.insert("loading".to_owned());
    assert_eq!(listens, set(ATTRIBUTES.iter().map(|attribute| attribute.name)));
}

#[test]
fn the_methods_and_events_are_there() {
    let script = read("static/embed.js");
    let sources = script.clone() + &all("src", ".rs");
    let quoted = |word: &str| {
        sources.contains(&format!("'{word}'")) || sources.contains(&format!("\"{word}\""))
    };
    all_found(METHODS.iter().map(|method| method.name), "static/embed.js", |name| {
        script.contains(&format!(" {name}("))
    });
    all_found(EVENTS.iter().map(|event| event.name), "neither static/embed.js nor src", |name| {
        quoted(name) || name.strip_prefix("trangbao:").is_some_and(quoted)
    });
}

#[test]
fn the_codes_are_those_of_the_viewer_and_of_the_script() {
    let errors = read("src/error.rs");
    let of_viewer = errors.split_once("fn code(").expect("`fn code` in src/error.rs").1;
    let of_viewer = of_viewer.split_once("\n    }\n").expect("its end").0;
    let mut codes = named(of_viewer, "=> \"");
    let script = read("static/embed.js");
    let messages = script.split_once("const MESSAGES = {\n").expect("`const MESSAGES`").1;
    let messages = messages.split_once("\n};").expect("its end").0;
    let keys = messages.lines().filter_map(|line| line.split_once(": [")).map(|(key, _)| key);
    codes.extend(set(keys.map(|key| key.trim().trim_matches('\''))));
    // The frame alone refuses an origin, and waiting is no failure.
    assert!(codes.remove("origin-not-allowed") && codes.remove("waiting"));
    assert_eq!(codes, set(FAILURES.iter().map(|failure| failure.code)));
}

#[test]
fn the_metadata_is_what_the_viewer_tells() {
    let facts = read("src/text/facts.rs");
    let told = facts.split_once("\n    [\n").expect("a list in src/text/facts.rs").1;
    let metadata = DETAILS.iter().find(|detail| detail.name == "TrangBaoMetadata").expect("a type");
    assert_eq!(named(told, "(\""), set(metadata.fields.iter().map(|field| field.name)));
}

#[test]
fn the_view_names_these_parts_and_no_others() {
    let parts = named(&all("src/view", ".rs"), "Attr::Part, \"");
    assert_eq!(parts, set(PARTS.iter().map(|part| part.name)));
}

#[test]
fn the_styles_know_these_properties_and_no_others() {
    let styles = read("xtask/src/styles.rs");
    let mut known = named(&(all("static/css", ".css") + &styles), "--trangbao-");
    known.extend(list(&styles, "const EXPOSED").unwrap_or_default());
    assert_eq!(known, set(PROPERTIES.iter().map(|property| property.name)));
}

#[test]
fn the_colours_are_those_of_the_themes() {
    let tokens = read("static/css/tokens.css");
    for property in PROPERTIES {
        let Default::Colours(light, dark, sepia) = property.default else { continue };
        for colour in [light, dark, sepia] {
            let role = format!("--tb-{}:", property.name);
            assert!(
                tokens.lines().any(|line| line.contains(&role) && line.contains(colour)),
                "static/css/tokens.css has no {role} {colour}"
            );
        }
    }
}

#[test]
fn the_manifest_has_everything_of_the_table() {
    let manifest: Json = serde_json::from_str(&manifest::json().expect("a text")).expect("JSON");
    assert_eq!(manifest["schemaVersion"], "1.0.0");
    let module = &manifest["modules"][0];
    let element = &module["declarations"][0];
    assert_eq!(element["tagName"], TAG);
    assert_eq!(element["customElement"], true);
    assert_eq!(module["exports"][0]["declaration"]["name"], CLASS);
    let count = |name: &str| element[name].as_array().map_or(0, Vec::len);
    assert_eq!(count("attributes"), ATTRIBUTES.len());
    assert_eq!(count("members"), ATTRIBUTES.len() + METHODS.len());
    assert_eq!(count("events"), EVENTS.len());
    assert_eq!(count("cssParts"), PARTS.len());
    assert_eq!(count("cssProperties"), PROPERTIES.len());
}

#[test]
fn the_types_have_everything_of_the_table() {
    let types = types::definitions();
    for attribute in ATTRIBUTES {
        assert!(types.contains(&format!("  {}: ", attribute.property)) || attribute.is_metadata());
    }
    for event in EVENTS {
        assert!(types.contains(&format!("'{}': CustomEvent<{}>;", event.name, event.detail)));
        assert!(types.contains(&format!("export interface {} {{", event.detail)));
    }
    for failure in FAILURES {
        assert!(types.contains(&format!("'{}'", failure.code)));
    }
}

#[test]
fn both_files_are_written() {
    let folder = std::env::temp_dir().join(format!("trangbao-element-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    super::write(&folder).expect("written");
    for name in ["custom-elements.json", "embed.d.ts"] {
        assert!(fs::metadata(folder.join(name)).is_ok_and(|facts| facts.len() > 1000), "{name}");
    }
    fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn names_are_found_where_they_stand() {
    let found = |names: &[&str]| set(names.iter().copied());
    assert_eq!(
        list("const A: [&str; 2] = [\"x\",\n 'y-z'];", "const A"),
        Some(found(&["x", "y-z"]))
    );
    assert_eq!(list("const B = []", "const A"), None);
    assert_eq!(named("a: var(--t-ink, b); --t-on-ink: c", "--t-"), found(&["ink", "on-ink"]));
}
