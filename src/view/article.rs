//! The article: head, related links, lead picture, recordings, body, footnotes, end.

use yew::prelude::*;

use super::Cx;
use super::block::{blocks, flow};
use super::element::{
    attr, each, el, element, heading, heading_tag, href, list, string, text, words,
};
use super::inline::inlines;
use super::{media, picture, related};
use crate::article::{
    Article, Author, Block, BlockKind, Correction, HeadingLevel, Image, Lang, License, Moment,
};
use crate::strings::Strings;
use crate::text::{dates, reading_minutes};

/// What every part of an article's view has at hand.
pub struct Scope<'a> {
    /// The view's surroundings.
    pub cx: &'a Cx,
    /// The article.
    pub article: &'a Article,
    /// The words around the article's own: in its language where the interface speaks it.
    pub words: &'static Strings,
    /// How the levels of its headings are counted, so that none is left out.
    levels: [u8; 3],
}

impl<'a> Scope<'a> {
    fn new(cx: &'a Cx, article: &'a Article) -> Self {
        let words = Strings::find(article.lang.primary()).unwrap_or(cx.strings);
        Self { cx, article, words, levels: levels(&article.body) }
    }

    /// Our own words inside the article. Where they are not in its language they say in which,
    /// and read in their own direction.
    pub fn ours(&self, tag: &'static str, class: &'static str, content: Html) -> Html {
        let [lang, dir] = self.lang();
        let class = (!class.is_empty()).then_some(class.into());
        element(tag, &["class", "lang", "dir"], [class, lang, dir], content)
    }

    /// The `lang` and `dir` of our own words, where they are not the article's.
    fn lang(&self) -> [Option<AttrValue>; 2] {
        let same = self.words.lang.eq_ignore_ascii_case(self.article.lang.primary());
        let unless_same = |value: &'static str| (!same).then_some(AttrValue::Static(value));
        [unless_same(self.words.lang), unless_same("ltr")]
    }

    /// The level of a heading within the body; the headline's is 1.
    pub fn level(&self, level: HeadingLevel) -> u8 {
        self.levels[level as usize]
    }

    /// A date, as the article's language writes it.
    pub fn time(&self, class: &'static str, moment: &Moment) -> Html {
        time(self.cx, class, moment, &self.article.lang)
    }
}

/// A date for readers and for machines.
pub fn time(cx: &Cx, class: &'static str, moment: &Moment, lang: &Lang) -> Html {
    element(
        "time",
        &["class", "datetime"],
        [(!class.is_empty()).then_some(class.into()), Some(dates::iso(moment).into())],
        string(cx.formats.date(moment, lang)),
    )
}

/// A newspaper's files use any of three heading levels; screen readers count on h2 to h4 without
/// a gap. So the highest one in use becomes h2, the next one h3.
fn levels(body: &[Block]) -> [u8; 3] {
    let mut used = [0; 3];
    for block in body {
        if let BlockKind::Heading { level, .. } = block.kind {
            used[level as usize] = 1;
        }
    }
    [2, 2 + used[0], 2 + used[0] + used[1]]
}

/// A whole article.
pub fn article(cx: &Cx, article: &Article) -> Html {
    let sc = &Scope::new(cx, article);
    let side = related::links(sc);
    let class = if side.is_some() { "tb-article tb-sided" } else { "tb-article" };
    let children = vec![
        head(sc),
        side.unwrap_or_default(),
        lead(sc),
        media::listen(sc),
        el("div", "tb-body", blocks(sc, &article.body, lead_image(article).is_none())),
        notes(sc),
        end(sc),
        related::cards(sc),
    ];
    let lang = attr(&article.lang.tag);
    let dir = article.lang.dir.as_str();
    element(
        "article",
        &["class", "lang", "dir"],
        [Some(class.into()), Some(lang), Some(dir.into())],
        list(children),
    )
}

fn head(sc: &Scope) -> Html {
    let a = sc.article;
    html! {
        <header class="tb-head">
            if let Some(kicker) = a.kicker.as_ref().or(a.section.as_ref()) {
                <p class="tb-kicker" dir="auto">{ text(kicker) }</p>
            }
            { headline(sc) }
            if let Some(second) = &a.alternative_headline {
                <p class="tb-subheadline" dir="auto">{ text(second) }</p>
            }
            { meta(sc) }
            { each(&a.corrections, |correction| notice(sc, correction)) }
            if !a.lede.is_empty() {
                <p class="tb-lede">{ inlines(sc, &a.lede) }</p>
            }
        </header>
    }
}

/// The headline takes the focus when the article opens, so that reading begins there.
fn headline(sc: &Scope) -> Html {
    element(
        heading_tag(1, sc.cx.heading_shift),
        &["class", "tabindex", "dir"],
        [Some("tb-headline".into()), Some("-1".into()), Some("auto".into())],
        text(&sc.article.headline),
    )
}

/// Author, date and minutes, in one line where there is room.
fn meta(sc: &Scope) -> Html {
    let a = sc.article;
    let minutes = reading_minutes(a);
    let minutes = sc.cx.formats.number(minutes.into(), &a.lang) + sc.words.minutes_read;
    html! {
        <div class="tb-meta">
            if !a.authors.is_empty() {
                <span class="tb-byline">{ names(sc) }</span>{ " " }
            }
            if let Some(moment) = &a.published {
                { sc.time("tb-date", moment) }{ " " }
            }
            if let Some(moment) = &a.modified {
                { sc.ours("span", "tb-updated", html! {
                    <>{ words(sc.words.updated_) }{ sc.time("", moment) }</>
                }) }{ " " }
            }
            { sc.ours("span", "tb-minutes", string(minutes)) }
        </div>
    }
}

fn names(sc: &Scope) -> Html {
    let mut nodes = Vec::new();
    for author in &sc.article.authors {
        if !nodes.is_empty() {
            nodes.push(words(", "));
        }
        nodes.push(name(sc, author));
    }
    list(nodes)
}

/// A name in a direction of its own, whatever stands beside it.
fn name(sc: &Scope, author: &Author) -> Html {
    let name = el("bdi", "", text(&author.name));
    match &author.url {
        Some(url) => html! { <a href={href(url)} rel={sc.rel(url)}>{ name }</a> },
        None => name,
    }
}

fn notice(sc: &Scope, correction: &Correction) -> Html {
    html! {
        <aside class="tb-notice" role="note">
            { sc.ours("strong", "tb-notice-title", words(sc.words.correction)) }
            { " " }
            if let Some(date) = &correction.date {
                { sc.time("tb-notice-date", date) }{ " " }
            }
            <span dir="auto">{ inlines(sc, &correction.text) }</span>
        </aside>
    }
}

fn lead(sc: &Scope) -> Html {
    lead_image(sc.article).map(|image| picture::figure(sc, image, true, true)).unwrap_or_default()
}

/// The lead picture, unless the body shows it anyway.
fn lead_image(article: &Article) -> Option<&Image> {
    let lead = article.lead_image.as_ref()?;
    let again = article.body.iter().any(|block| match &block.kind {
        BlockKind::Image(image) => picture::same(image, lead),
        BlockKind::Gallery { images, .. } => images.iter().any(|i| picture::same(i, lead)),
        _ => false,
    });
    (!again).then_some(lead)
}

fn notes(sc: &Scope) -> Html {
    let mut items = Vec::new();
    for (index, note) in sc.article.notes.iter().enumerate() {
        let number = (index + 1).to_string();
        let id = "tb-note-".to_owned() + &number;
        let back = "#tb-noteref-".to_owned() + &number;
        items.push(html! {
            <li {id}>
                { flow(sc, note) }{ " " }
                // The variation selector keeps the arrow from turning into a picture.
                <a class="tb-note-back" href={back} aria-label={sc.words.back_to_text}>
                    { "\u{21a9}\u{fe0e}" }
                </a>
            </li>
        });
    }
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <section class="tb-notes" aria-labelledby="tb-notes">
            { section_title(sc, "tb-notes", sc.words.notes) }
            <ol>{ list(items) }</ol>
        </section>
    }
}

/// The heading of one of our own sections within the article.
pub fn section_title(sc: &Scope, id: &'static str, title: &'static str) -> Html {
    let id = Some(AttrValue::Static(id));
    let [lang, dir] = sc.lang();
    let title = element("span", &["id", "lang", "dir"], [id, lang, dir], words(title));
    heading(2, sc.cx.heading_shift, "tb-section-title", title)
}

/// Vietnamese papers print the author again where the text ends.
fn end(sc: &Scope) -> Html {
    let a = sc.article;
    html! {
        <footer class="tb-end">
            { each(&a.authors, |author| html! {
                <p class="tb-signature">
                    { name(sc, author) }
                    if let Some(job) = &author.job_title {
                        <span class="tb-job" dir="auto">{ text(job) }</span>
                    }
                </p>
            }) }
            if !a.topics.is_empty() {
                <ul class="tb-topics" aria-label={sc.words.topics}>
                    { each(&a.topics, |topic| html! { <li dir="auto">{ text(topic) }</li> }) }
                </ul>
            }
            if let Some(credit) = &a.credit {
                <p class="tb-rights" dir="auto">{ text(credit) }</p>
            }
            if let Some(copyright) = &a.copyright {
                <p class="tb-rights" dir="auto">{ text(copyright) }</p>
            }
            if let Some(license) = &a.license {
                <p class="tb-rights">{ licence(sc, license) }</p>
            }
        </footer>
    }
}

fn licence(sc: &Scope, license: &License) -> Html {
    match license {
        License::Url(url) => html! {
            <a href={href(url)} rel="license noopener">
                { sc.ours("span", "", words(sc.words.license)) }
            </a>
        },
        License::Words(wording) => {
            list(vec![sc.ours("span", "", words(sc.words.license_)), el("bdi", "", text(wording))])
        }
    }
}
