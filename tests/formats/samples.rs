//! The articles that come with the viewer: whole, and together the whole format.

use serde_json::Value;
use trangbao::formats::parse_catalogue;

use super::kinds::{BLOCKS, MARKS, Used};
use super::*;

/// Where the samples are served from.
const FOLDER: &str = "https://bao.example/articles/";

/// The one article that shows what becomes of a block that nobody knows.
const UNKNOWN: &str = "doc-dia-chi-web";

fn samples() -> Vec<(String, Parsed)> {
    let files = json_files("static/articles");
    let articles = files.iter().filter(|path| !path.ends_with("index.json"));
    articles
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let address = format!("{FOLDER}{name}.json");
            let bytes = std::fs::read(path).unwrap();
            let source = Source { address: Some(&address), resolve: standard };
            let parsed = parse(&bytes, &source).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, parsed)
        })
        .collect()
}

#[test]
fn they_read_without_a_warning() {
    for (name, parsed) in samples() {
        let said = said(&parsed);
        if name == UNKNOWN {
            let [one] = &said[..] else { panic!("{name}: {said:?}") };
            assert!(one.contains("unknown block type"), "{name}: {one}");
            let place = one.split(": ").next().unwrap();
            let json: Value = serde_json::from_slice(
                &std::fs::read(root(&format!("static/articles/{name}.json"))).unwrap(),
            )
            .unwrap();
            assert!(
                json.pointer(place).unwrap()["fallback"].is_object(),
                "{name}: {place} has no fallback"
            );
        } else {
            assert_eq!(said, [""; 0], "{name}");
        }
    }
}

#[test]
fn together_they_use_the_whole_format() {
    let mut used = Used::default();
    samples().iter().for_each(|(_, parsed)| used.article(&parsed.article));
    // The fallback stands in the place of the only unknown block.
    for name in BLOCKS.iter().filter(|name| **name != "unknown") {
        assert!(
            used.blocks.contains(name),
            "no sample in static/articles has a block of type \"{name}\""
        );
    }
    for name in MARKS {
        assert!(used.marks.contains(name), "no sample in static/articles has the mark \"{name}\"");
    }
    assert!(used.breaks > 0);
    let languages: Vec<_> =
        samples().iter().map(|(_, parsed)| parsed.article.lang.primary().to_owned()).collect();
    for language in ["vi", "en", "ar"] {
        assert!(languages.iter().any(|tag| tag == language), "no sample is in \"{language}\"");
    }
}

/// Everything that a file may be asked for with, anywhere in a JSON value.
fn addresses<'a>(key: &'a str, value: &'a Value, out: &mut Vec<&'a str>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, member)| addresses(key, member, out));
        }
        Value::Array(items) => items.iter().for_each(|item| addresses(key, item, out)),
        Value::String(text) => {
            let keys = [
                "url",
                "contentUrl",
                "link",
                "image",
                "logo",
                "poster",
                "source",
                "sources",
                "relatedLink",
            ];
            if keys.contains(&key) {
                out.push(text);
            }
        }
        _ => {}
    }
}

#[test]
fn the_files_that_they_name_are_there() {
    let ids: Vec<_> = samples().into_iter().map(|(name, _)| name).collect();
    let mut checked = 0;
    for path in json_files("static/articles") {
        let json: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let mut found = Vec::new();
        addresses("", &json, &mut found);
        for address in found {
            let whole = standard(address, Some(FOLDER)).unwrap();
            let Some(file) = whole.strip_prefix("https://bao.example/") else { continue };
            let is_there = match file.strip_prefix("a/") {
                Some(id) => ids.iter().any(|known| known == id),
                None => root("static").join(file).is_file(),
            };
            assert!(is_there, "{}: \"{address}\" leads to no file of static/", path.display());
            checked += 1;
        }
    }
    assert!(checked > 300, "only {checked} addresses were found");
}

#[test]
fn the_catalogue_agrees_with_them() {
    let bytes = std::fs::read(root("static/articles/index.json")).unwrap();
    let address = format!("{FOLDER}index.json");
    let parsed =
        parse_catalogue(&bytes, &Source { address: Some(&address), resolve: standard }).unwrap();
    assert_eq!(parsed.warnings, []);
    let samples = samples();
    assert_eq!(parsed.article.items.len(), samples.len());
    for item in &parsed.article.items {
        let id = item.id.as_deref().unwrap();
        let (name, sample) = samples
            .iter()
            .find(|(name, _)| name == id)
            .unwrap_or_else(|| panic!("static/articles/index.json names {id}, which is no file"));
        let article = &sample.article;
        assert_eq!(article.id.as_deref(), Some(id), "{name}: its @id is its file's name");
        assert_eq!(item.url.as_ref().unwrap().as_str(), format!("{FOLDER}{name}.json"));
        assert_eq!(item.headline, article.headline, "{name}");
        assert_eq!(item.published, article.published, "{name}");
    }
    let dates: Vec<_> =
        parsed.article.items.iter().map(|item| item.published.unwrap().epoch).collect();
    assert!(
        dates.is_sorted_by(|a, b| a >= b),
        "static/articles/index.json: the newest comes first"
    );
}
