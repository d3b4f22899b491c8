//! The article: head, related links, lead picture, recordings, body, footnotes, end.

use yew::prelude::*;

use super::Cx;
use super::block::{body, flow};
use super::element::{Attr, Out, heading};
use super::inline::inlines;
use super::scope::Scope;
use super::{media, picture, related};
use crate::article::{Article, Author, BlockKind, Correction, Image, License};
use crate::text::{digits, reading_minutes};

/// A whole article.
pub fn article(cx: &Cx, article: &Article) -> Html {
    Out::collect(|out| show(cx, out, article))
}

/// An article, as much of it as is wanted.
pub fn show(cx: &Cx, out: &mut Out, article: &Article) {
    let sc = &Scope::new(cx, article);
    let sided = cx.related && !article.related.is_empty();
    out.el("article", if sided { "tb-article tb-sided" } else { "tb-article" }, |out| {
        out.attr(Attr::Lang, &article.lang.tag);
        out.put(Attr::Dir, article.lang.dir.as_str());
        head(sc, out);
        related::links(sc, out);
        let lead = lead_image(article);
        if let Some(image) = lead {
            picture::figure(sc, out, image, true, "tb-figure tb-lead");
        }
        media::listen(sc, out);
        body(sc, out, &article.body, lead.is_none());
        out.rest(|out| {
            notes(sc, out);
            end(sc, out);
            related::cards(sc, out);
        });
    });
}

fn head(sc: &Scope, out: &mut Out) {
    let a = sc.article;
    out.el("header", "tb-head", |out| {
        if let Some(kicker) = a.kicker.as_ref().or(a.section.as_ref()) {
            out.line("p", "tb-kicker", kicker);
        }
        out.el(heading(1, sc.cx.heading_shift), "tb-headline", |out| {
            // It takes the focus when the article opens, so that reading begins there.
            out.put(Attr::Tabindex, "-1");
            out.put(Attr::Part, "headline");
            out.put(Attr::Dir, "auto");
            out.text(&a.headline);
        });
        if let Some(second) = &a.alternative_headline {
            out.line("p", "tb-subheadline", second);
        }
        meta(sc, out);
        for correction in &a.corrections {
            notice(sc, out, correction);
        }
        if !a.lede.is_empty() {
            out.el("p", "tb-lede", |out| {
                out.put(Attr::Part, "lede");
                inlines(sc, out, &a.lede);
            });
        }
    });
}

/// Author, date and minutes, in one line where there is room.
fn meta(sc: &Scope, out: &mut Out) {
    let a = sc.article;
    out.el("div", "tb-meta", |out| {
        if !a.authors.is_empty() {
            out.el("span", "tb-byline", |out| {
                out.put(Attr::Part, "byline");
                for (index, author) in a.authors.iter().enumerate() {
                    if index > 0 {
                        out.words(", ");
                    }
                    name(out, author);
                }
            });
            out.words(" ");
        }
        if let Some(moment) = &a.published {
            sc.time(out, "tb-date", moment);
            out.words(" ");
        }
        if let Some(moment) = &a.modified {
            out.el("span", "tb-updated", |out| {
                sc.mark_ours(out);
                out.words(sc.words.updated_);
                sc.time(out, "", moment);
            });
            out.words(" ");
        }
        out.el("span", "tb-minutes", |out| {
            sc.mark_ours(out);
            let minutes = sc.cx.formats.number(reading_minutes(a).into(), &a.lang);
            out.string(minutes + sc.words.minutes_read);
        });
    });
}

/// An author's name, linked to the author's page.
fn name(out: &mut Out, author: &Author) {
    match &author.url {
        Some(url) => out.el("a", "", |out| {
            Scope::link(out, url);
            out.name(&author.name);
        }),
        None => out.name(&author.name),
    }
}

fn notice(sc: &Scope, out: &mut Out, correction: &Correction) {
    out.el("aside", "tb-notice", |out| {
        out.put(Attr::Role, "note");
        sc.ours(out, "strong", "tb-notice-title", sc.words.correction);
        out.words(" ");
        if let Some(date) = &correction.date {
            sc.time(out, "tb-notice-date", date);
            out.words(" ");
        }
        out.el("span", "", |out| {
            out.put(Attr::Dir, "auto");
            inlines(sc, out, &correction.text);
        });
    });
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

fn notes(sc: &Scope, out: &mut Out) {
    if sc.article.notes.is_empty() {
        return;
    }
    out.el("section", "tb-notes", |out| {
        out.put(Attr::AriaLabelledby, "tb-notes");
        sc.section_title(out, "tb-notes", sc.words.notes);
        out.el("ol", "", |out| {
            for (index, note) in sc.article.notes.iter().enumerate() {
                let number = digits(index as i64 + 1);
                out.el("li", "", |out| {
                    out.set(Attr::Id, ("tb-note-".to_owned() + &number).into());
                    flow(sc, out, note);
                    out.words(" ");
                    out.el("a", "tb-note-back", |out| {
                        out.set(Attr::Href, ("#tb-noteref-".to_owned() + &number).into());
                        out.put(Attr::AriaLabel, sc.words.back_to_text);
                        // The variation selector keeps the arrow from turning into a picture.
                        out.words("\u{21a9}\u{fe0e}");
                    });
                });
            }
        });
    });
}

/// Vietnamese papers print the author again where the text ends.
fn end(sc: &Scope, out: &mut Out) {
    let a = sc.article;
    out.el("footer", "tb-end", |out| {
        for author in &a.authors {
            out.el("p", "tb-signature", |out| {
                name(out, author);
                if let Some(job) = &author.job_title {
                    out.line("span", "tb-job", job);
                }
            });
        }
        if !a.topics.is_empty() {
            out.el("ul", "tb-topics", |out| {
                out.put(Attr::AriaLabel, sc.words.topics);
                for topic in &a.topics {
                    out.line("li", "", topic);
                }
            });
        }
        for right in [&a.credit, &a.copyright].into_iter().flatten() {
            out.line("p", "tb-rights", right);
        }
        if let Some(license) = &a.license {
            out.el("p", "tb-rights", |out| licence(sc, out, license));
        }
    });
}

fn licence(sc: &Scope, out: &mut Out, license: &License) {
    match license {
        License::Url(url) => out.el("a", "", |out| {
            out.url(Attr::Href, url);
            out.put(Attr::Rel, "license noopener");
            sc.ours(out, "span", "", sc.words.license);
        }),
        License::Words(wording) => {
            sc.ours(out, "span", "", sc.words.license_);
            out.name(wording);
        }
    }
}
