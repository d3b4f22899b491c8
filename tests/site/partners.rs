//! What partners are given: the snippet that holds an article, and the space that it will take.

use serde_json::Value;

use super::page::Page;
use super::pages::{plain, words};
use super::*;

const TEMPLATE: [&str; 2] = ["<template shadowrootmode=\"open\">", "</template>"];

/// A snippet as a browser understands it, with what it has in the shadow root beside the rest.
fn snippet(text: &str) -> Page {
    assert_eq!(TEMPLATE.map(|tag| text.matches(tag).count()), [1, 1]);
    let open = TEMPLATE.iter().fold(text.to_owned(), |text, tag| text.replace(tag, ""));
    Page::parse(&format!("<!doctype html><body>{open}"))
}

#[test]
fn a_snippet_holds_the_article() {
    let folder = Folder::of_samples("snippets");
    folder.put_app("/");
    folder.built(&["--base-url", URL, "--app", "app", "--no-compress"]);
    for entry in fs::read_dir(root("static/articles")).unwrap() {
        let path = entry.unwrap().path();
        let id = path.file_stem().unwrap().to_str().unwrap();
        if id == "index" {
            continue;
        }
        let page = snippet(&folder.read(&format!("out/a/{id}/snippet.txt")));
        let scripts: Vec<_> = page.all("script").filter_map(|script| script.get("src")).collect();
        assert_eq!(scripts, ["https://bao.example/embed.js"]);
        assert_eq!(
            page.all("style").map(|style| &*style.text).collect::<Vec<_>>(),
            [".tb-root{all:initial}"]
        );
        let tag = page.one("tag", |element| element.name == "trang-bao");
        assert_eq!(tag.get("src"), Some(&*format!("{URL}a/{id}/article.json")));
        let link = page.one("link", |element| {
            element.name == "a"
                && element.around.first().is_some_and(|around| around == "trang-bao")
        });
        assert_eq!(link.get("href"), Some(&*format!("{URL}a/{id}/")));

        let mut source: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        if !page.0.iter().any(|element| element.has_class("tb-lead")) {
            source.as_object_mut().unwrap().remove("image");
        }
        let mut expected = Vec::new();
        words(&source, false, &mut expected);
        let shown = page.one("article", |element| element.name == "article");
        let shown = plain(&shown.text);
        for text in expected {
            assert!(shown.contains(&plain(text)), "{id}: \"{text}\" is missing");
        }
        // In somebody else's page no address may count from there.
        for (key, address) in page.0.iter().flat_map(|element| &element.attributes) {
            if ["src", "href", "poster"].contains(&&**key) && !address.starts_with('#') {
                assert!(address.contains(':'), "{id}: {key}={address}");
            }
        }
        let root = page.one("root", |element| element.has_class("tb-root"));
        let told: Value = serde_json::from_str(root.get("data-article").unwrap()).unwrap();
        assert_eq!(told["headline"], source["headline"]);
        assert_eq!(told["published"], source["datePublished"]);
        assert!(told.as_object().unwrap().values().all(Value::is_string));
    }
}

#[test]
fn words_cannot_leave_a_snippet() {
    let folder = Folder::new("hostile-snippet");
    let bad = r#"</template></trang-bao><script>alert(1)</script>"'&amp;<!--]]>"#;
    let source = serde_json::json!({
        "@id": "x", "headline": bad, "abstract": bad, "articleSection": bad, "author": bad,
        "publisher": bad, "body": [{ "type": "paragraph", "text": bad }], "inLanguage": "\"><b>",
    });
    folder.put("articles/x.json", source.to_string());
    folder.put_app("/");
    folder.built(&["--base-url", URL, "--app", "app", "--no-compress"]);
    let page = snippet(&folder.read("out/a/x/snippet.txt"));
    assert_eq!(page.all("script").count(), 1);
    assert_eq!(plain(&page.one("headline", |element| element.name == "h2").text), plain(bad));
    let root = page.one("root", |element| element.has_class("tb-root"));
    let told: Value = serde_json::from_str(root.get("data-article").unwrap()).unwrap();
    assert_eq!(told["headline"], bad);
}

#[test]
fn the_space_is_told_for_eight_widths_and_all_between() {
    let folder = Folder::of_samples("space");
    folder.put_app("/");
    folder.built(&["--base-url", URL, "--app", "app", "--no-compress"]);
    let answer = folder.read("out/a/mot-vong-ho-tay/oembed.json");
    let answer: Value = serde_json::from_str(&answer).unwrap();
    let partners = &answer["trangbao"];
    let heights: Vec<(f64, f64)> = partners["heights"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(width, height)| (width.parse().unwrap(), height.as_f64().unwrap()))
        .collect();
    assert_eq!(heights.len(), 8);
    assert_eq!(answer["height"], partners["heights"]["600"]);
    // At each width the styles say the same height, to a pixel or so.
    let space = partners["space"].as_str().unwrap();
    for (width, height) in heights {
        let mut said = None;
        for rule in space.split("min-height:").collect::<Vec<_>>().windows(2) {
            let from = rule[0].rsplit_once("(min-width:").map_or("0", |(_, query)| query);
            let from: f64 = from.split("px").next().unwrap().parse().unwrap();
            if from <= width {
                let value = rule[1].split(['}', ')']).next().unwrap().trim_start_matches("calc(");
                let number = |text: &str, unit: &str| {
                    text.trim().strip_suffix(unit).unwrap().parse::<f64>().unwrap()
                };
                said = Some(match value.split_once(" + ") {
                    Some((still, slope)) => {
                        number(still, "px") + number(slope, "cqi") * width / 100.0
                    }
                    None => number(value, "px"),
                });
            }
        }
        assert!((said.unwrap() - height).abs() <= 1.0, "{width}: {said:?} for {height} in {space}");
    }
}

#[test]
fn an_article_leads_to_its_page_wherever_else_it_is_shown() {
    let folder = Folder::new("way-back");
    folder.put("articles/mot.json", article("mot", 1, "Tin"));
    let own = r#"{"@id":"hai","url":"https://khac.example/hai","headline":"Hai","body":["Chữ"]}"#;
    folder.put("articles/hai.json", own);
    folder.built(&["--base-url", URL, "--no-compress"]);
    for (id, url) in [("mot", "https://bao.example/a/mot/"), ("hai", "https://khac.example/hai")] {
        let json = folder.read(&format!("out/a/{id}/article.json"));
        let json: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["url"], url);
        // On that page itself there is no use for it.
        let page = Page::parse(&folder.read(&format!("out/a/{id}/index.html")));
        let original = page.0.iter().find(|element| element.has_class("tb-original"));
        assert_eq!(original.is_some(), id == "hai");
    }
}
