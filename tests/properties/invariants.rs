//! What must hold for any file and any HTML: nothing panics, a warning points at something that is
//! there, and what was read can be written and read again without a change.

use trangbao::article::{Article, Catalogue};
use trangbao::error::Warning;
use trangbao::formats::{Found, Source, Wanted, fragment, parse, parse_any, parse_catalogue};
use trangbao::html::{Node, standard, within_caps};
use trangbao::json::{self, Json};
use trangbao::limits::{MAX_ELEMENTS, MAX_HTML_DEPTH};
use trangbao::safe_url::{SafeUrl, UrlUse};
use trangbao::write;

const SOURCE: Source<'_> = Source {
    address: Some("https://bao.example/articles/a.json"),
    resolve: trangbao::safe_url::standard,
};

/// A file read as this format, whatever it is.
pub fn opens(format: &str, bytes: &[u8]) {
    for number in [None, Some(2)] {
        let wanted = Wanted { html: standard, format: Some(format), number };
        let Ok(opened) = parse_any(bytes, &SOURCE, wanted) else { continue };
        pointers_lead_somewhere(bytes, &opened.warnings);
        match opened.found {
            Found::Article(article) => comes_back(&article),
            Found::Catalogue(catalogue) => catalogue_comes_back(&catalogue),
        }
    }
}

/// What is written of an article is the same article, and is written as the same file again.
pub fn comes_back(article: &Article) {
    let written = write::article(article, false);
    if let Ok((json, _)) = json::read(written.as_bytes()) {
        addresses_are_allowed(&json);
    }
    let again = match parse(written.as_bytes(), &SOURCE) {
        Ok(again) => again.article,
        Err(error) => panic!("{error}: {written}"),
    };
    assert_eq!(write::article(&again, false), written, "written again as another file");
    if &again != article {
        let (read, given) = difference(&format!("{again:?}"), &format!("{article:?}"));
        panic!("read again as\n{read}\ninstead of\n{given}\nin {written}");
    }
}

/// Where two texts part, with what is around.
fn difference(one: &str, other: &str) -> (String, String) {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| text.chars().skip(same.saturating_sub(100)).take(250).collect();
    (around(one), around(other))
}

fn catalogue_comes_back(catalogue: &Catalogue) {
    let written = write::catalogue(catalogue, false);
    match parse_catalogue(written.as_bytes(), &SOURCE) {
        Ok(again) => assert_eq!(&again.article, catalogue, "{written}"),
        Err(error) => panic!("{error}: {written}"),
    }
}

/// Every warning names a place of the document.
pub fn pointers_lead_somewhere(bytes: &[u8], warnings: &[Warning]) {
    let Ok((json, _)) = json::read(bytes) else { return };
    for warning in warnings {
        assert!(find(&json, &warning.pointer).is_some(), "no such place: {warning}");
    }
}

fn find<'a>(json: &'a Json, pointer: &str) -> Option<&'a Json> {
    let mut steps = pointer.split('/');
    if steps.next() != Some("") {
        return None;
    }
    steps.try_fold(json, |json, step| match json {
        Json::Array(items) => items.get(step.parse::<usize>().ok()?),
        _ => json.get(&step.replace("~1", "/").replace("~0", "~")),
    })
}

/// HTML, from its caps to the blocks.
pub fn reads_html(html: &str) {
    if within_caps(html) {
        let (levels, elements) = size(&standard(html));
        // The parser adds `tbody` and `tr`, and formatting that it opens again.
        assert!(levels <= MAX_HTML_DEPTH * 2, "{levels} levels");
        assert!(elements <= MAX_ELEMENTS * 2, "{elements} elements");
    }
    let Ok(read) = fragment::read(html, &SOURCE, standard) else { return };
    assert!(read.warnings.iter().all(|warning| warning.pointer.is_empty()));
    comes_back(&Article { headline: "Tin".into(), body: read.article, ..Article::default() });
}

/// Levels and elements of a tree.
fn size(nodes: &[Node]) -> (usize, usize) {
    let (mut levels, mut elements) = (0, 0);
    for node in nodes {
        if let Node::Element(element) = node {
            let (inside, more) = size(&element.children);
            (levels, elements) = (levels.max(inside + 1), elements + more + 1);
        }
    }
    (levels, elements)
}

/// Every address that is written is in its normal form, with a scheme that may stand there.
fn addresses_are_allowed(json: &Json) {
    match json {
        Json::Array(items) => items.iter().for_each(addresses_are_allowed),
        Json::Object(members) => {
            for (name, value) in members {
                if let (true, Json::Text(url)) = (name.ends_with("rl"), value) {
                    let as_link = SafeUrl::new(url, None, SOURCE.resolve, UrlUse::Link);
                    let as_picture = SafeUrl::new(url, None, SOURCE.resolve, UrlUse::Picture);
                    let normal = as_link.or(as_picture);
                    assert_eq!(normal.as_ref().map(SafeUrl::as_str), Some(&**url), "{name}");
                }
                addresses_are_allowed(value);
            }
        }
        _ => {}
    }
}
