//! What the view makes of an article: every kind of block and inline beside the markup that hosts
//! and tools rely on, and one whole article.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "this is a test")]

#[path = "render/around.rs"]
mod around;
#[path = "render/blocks.rs"]
mod blocks;
#[path = "render/inlines.rs"]
mod inlines;
#[path = "render/media.rs"]
mod media;
#[path = "render/whole.rs"]
mod whole;

use std::rc::Rc;

use trangbao::article::*;
use trangbao::formats::{Source, parse};
use trangbao::safe_url::{SafeUrl, UrlUse};
use trangbao::strings::{Strings, VI};
use trangbao::text::Formats;
use trangbao::view::{self, Cx, Pictures};
use yew::prelude::*;

const BASE: &str = "https://bao.example/articles/bai.json";

fn resolve(input: &str, base: Option<&str>) -> Option<String> {
    let url = match base {
        Some(base) => url::Url::parse(base).ok()?.join(input),
        None => url::Url::parse(input),
    };
    Some(url.ok()?.into())
}

fn url(input: &str) -> SafeUrl {
    SafeUrl::new(input, Some(BASE), resolve, UrlUse::Link).unwrap()
}

fn shown() -> Cx {
    Cx {
        strings: &VI,
        formats: Formats::default(),
        heading_shift: 0,
        pictures: Pictures::Near,
        related: true,
        cookieless: None,
    }
}

fn cx(strings: &'static Strings) -> Rc<Cx> {
    Rc::new(Cx { strings, ..shown() })
}

#[derive(Properties, Clone)]
struct ShowProps {
    show: Rc<dyn Fn() -> Html>,
}

impl PartialEq for ShowProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.show, &other.show)
    }
}

#[component]
fn Show(props: &ShowProps) -> Html {
    let show = &props.show;
    show()
}

/// Renders as a static page is written, with the attributes of each tag in order.
fn render(show: impl Fn() -> Html + 'static) -> String {
    sorted(&markup(show))
}

fn markup(show: impl Fn() -> Html + 'static) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let props = ShowProps { show: Rc::new(show) };
    tokio::task::LocalSet::new().block_on(&runtime, async {
        yew::LocalServerRenderer::<Show>::with_props(props).hydratable(false).render().await
    })
}

fn render_article(article: Article) -> String {
    let cx = cx(&VI);
    render(move || view::article::article(&cx, &article))
}

fn render_json(json: &str) -> String {
    let source = Source { address: Some(BASE), resolve };
    render_article(parse(json.as_bytes(), &source).unwrap().article)
}

fn article(body: Vec<BlockKind>) -> Article {
    Article {
        headline: "Tin".into(),
        canonical: Some(url("/tin.html")),
        body: body.into_iter().map(Block::from).collect(),
        ..Article::default()
    }
}

/// The same markup with each tag's attributes in order, since their order means nothing, and
/// without the parts, which have a test of their own.
fn sorted(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        let mut quoted = false;
        let ends = |c: char| {
            quoted ^= c == '"';
            c == '>' && !quoted
        };
        let (tag, after) = tag.split_at(tag.find(ends).unwrap_or(tag.len()));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes: Vec<_> = attributes.split_inclusive("\" ").map(str::trim).collect();
        attributes.retain(|attribute| !attribute.starts_with("part="));
        attributes.sort_unstable();
        out.push('<');
        out.push_str(&[&[name][..], &attributes].concat().join(" "));
        rest = after;
    }
    out + rest
}

/// Line ends and indents of `expected` are for its reader; within a tag they stand for a space.
fn tidy(expected: &str) -> String {
    let mut out = String::new();
    for line in expected.lines().map(str::trim) {
        if out.rfind('<') > out.rfind('>') {
            out.push(' ');
        }
        out.push_str(line);
    }
    sorted(&out)
}

/// One block, as the whole of a body.
#[track_caller]
fn check(block: BlockKind, expected: &str) {
    let html = render_article(article(vec![block]));
    let body = html.split_once(r#"<div class="tb-body">"#).unwrap().1;
    let body = body.split_once(r#"</div><footer class="tb-end">"#).unwrap().0;
    assert_eq!(body, tidy(expected));
}

/// One inline, as the whole of a paragraph.
#[track_caller]
fn check_inline(mark: Mark, expected: &str) {
    let marked = Inline::Marked { mark, content: words("sen") };
    check(BlockKind::Paragraph(vec![marked]), &format!("<p>{expected}</p>"));
}

/// A whole article that has this in it.
#[track_caller]
fn check_within(article: Article, expected: &str) {
    assert_has(&render_article(article), expected);
}

#[track_caller]
fn assert_has(html: &str, expected: &str) {
    let expected = tidy(expected);
    assert!(html.contains(&expected), "not found:\n{expected}\nin:\n{html}");
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

fn paragraph(text: &str) -> Block {
    BlockKind::Paragraph(words(text)).into()
}

fn image(name: &str) -> Image {
    Image {
        url: url(name),
        size: None,
        alt: None,
        caption: vec![],
        credit: None,
        bytes: None,
        renditions: vec![],
        focus: None,
    }
}

fn sized(name: &str) -> Image {
    Image { size: Some((1200, 800)), ..image(name) }
}

fn cell(text: &str) -> Cell {
    Cell { text: words(text), header: false, colspan: 1, rowspan: 1, align: Align::Start }
}

fn header(text: &str) -> Cell {
    Cell { header: true, ..cell(text) }
}

fn media(name: &str, mime: &str) -> MediaSource {
    MediaSource { url: url(name), mime: Some(mime.into()), bytes: None, size: None }
}

fn related(name: &str, address: &str) -> Related {
    Related { name: name.into(), url: url(address), image: None, description: None }
}
