//! One whole article, and what holds for every one.

use super::*;

#[test]
fn a_whole_article() {
    let html =
        render_json(include_str!("../fixtures/render/whole.json")).replace("><", ">\n<") + "\n";
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/render/whole.html");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, &html).unwrap();
    }
    let golden = std::fs::read_to_string(path).unwrap();
    let differs = html.lines().zip(golden.lines()).find(|(new, old)| new != old);
    assert!(
        html == golden,
        "{path} differs, first at {differs:#?}\n\
         If this is meant, run: UPDATE_GOLDEN=1 cargo test --test render a_whole_article"
    );
}

#[test]
fn nothing_that_the_policy_forbids() {
    let html = render_json(include_str!("../fixtures/render/whole.json"));
    for forbidden in [" style=", " on", "<script", "<style", "<iframe", "javascript:", " target="] {
        let mut tags =
            html.split('<').filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag);
        assert!(!tags.any(|tag| format!("<{tag}").contains(forbidden)), "{forbidden}");
    }
}

#[test]
fn ids_are_unique_and_every_inner_link_finds_one() {
    let html = render_json(include_str!("../fixtures/render/whole.json"));
    let values = |name: &str| -> Vec<String> {
        let name = format!(" {name}=\"");
        html.split(&name).skip(1).map(|piece| piece.split('"').next().unwrap().to_owned()).collect()
    };
    let ids = values("id");
    let mut unique = ids.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), ids.len());
    assert!(ids.iter().all(|id| id.starts_with("tb-")));
    for link in values("href").iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(ids.iter().any(|id| id == link), "#{link} leads nowhere");
    }
    for label in values("aria-labelledby") {
        assert!(ids.contains(&label), "nothing is called {label}");
    }
}

#[test]
fn a_long_article_tells_how_long_its_blocks_are_far_down() {
    let class = |blocks: usize, length: usize| {
        // What stands first is laid out at once, and says nothing about what is far down.
        let near = (0..8).map(|_| BlockKind::Paragraph(words("Rất ngắn.")));
        let far = (0..blocks).map(|_| BlockKind::Paragraph(words(&"ễ".repeat(length))));
        let lines = (0..3).map(|_| BlockKind::Divider);
        let html = render_article(article(near.chain(far).chain(lines).collect()));
        let (_, rest) = html.split_once("<div class=\"tb-body").unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    assert_eq!(class(0, 100), "", "dividers have no words");
    // Steps of eight characters: 100 are twelve of them.
    assert_eq!(class(1, 100), " tb-long tb-far-4 tb-far-8");
    assert_eq!(class(500, 100), " tb-long tb-far-4 tb-far-8");
    assert_eq!(class(1, 7), " tb-long");
    assert_eq!(class(1, 9_000), " tb-long tb-far-1 tb-far-2 tb-far-4 tb-far-8 tb-far-16 tb-far-32");
}
