//! One table of addresses for every URL parser that we rely on: `fixtures/urls.json`.

use trangbao::json::{self, Json};
use trangbao::safe_url::{Resolver, SafeUrl, UrlUse};

/// Relative addresses stand in this file.
const BASE: &str = "https://bao.example/articles/a.json";

/// Holds a parser to the table: the normal form, and what the viewer uses the address for.
/// All that differs is told at once.
pub fn check(resolve: Resolver) {
    let (table, problems) = json::read(include_bytes!("../fixtures/urls.json")).unwrap();
    assert_eq!(problems, []);
    let Json::Array(rows) = table else { panic!("the table is no array") };
    assert!(rows.len() > 60);
    let mut differences = String::new();
    for row in &rows {
        let text = |key| match row.get(key) {
            Some(Json::Text(text)) => Some(&**text),
            _ => None,
        };
        let input = text("input").unwrap();
        let found = (resolve(input, Some(BASE)), uses(input, resolve));
        let expected = (text("is").map(str::to_owned), text("for").unwrap_or_default().to_owned());
        if found != expected {
            differences += &format!("\n{input:?}: {found:?}, not {expected:?}");
        }
    }
    assert!(differences.is_empty(), "{differences}");
}

fn uses(input: &str, resolve: Resolver) -> String {
    let all = [
        ("link", UrlUse::Link),
        ("picture", UrlUse::Picture),
        ("media", UrlUse::Media),
        ("frame", UrlUse::Frame),
    ];
    let allowed = all.map(|(name, purpose)| {
        SafeUrl::new(input, Some(BASE), resolve, purpose).is_some().then_some(name)
    });
    allowed.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
