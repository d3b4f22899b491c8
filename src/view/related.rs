//! Links to other articles: a short list after the lede, cards at the end, a list in the body.

use super::element::{Attr, Out};
use super::picture::{Slot, frame};
use super::scope::Scope;
use crate::article::{Related, Text};

/// Related articles without a picture: the short list after the lede, in the side column where
/// there is one.
pub fn links(sc: &Scope, out: &mut Out) {
    if !sc.cx.related || sc.article.related.iter().all(|item| item.image.is_some()) {
        return;
    }
    out.el("aside", "tb-related", |out| {
        out.put(Attr::Part, "related");
        out.put(Attr::AriaLabelledby, "tb-related");
        sc.section_title(out, "tb-related", sc.words.related);
        out.el("ul", "", |out| {
            for item in sc.article.related.iter().filter(|item| item.image.is_none()) {
                link(out, item);
            }
        });
    });
}

/// Related articles with a picture: cards after the end.
pub fn cards(sc: &Scope, out: &mut Out) {
    if !sc.cx.related || sc.article.related.iter().all(|item| item.image.is_none()) {
        return;
    }
    out.el("aside", "tb-related tb-cards", |out| {
        out.put(Attr::Part, "related");
        out.put(Attr::AriaLabelledby, "tb-more");
        sc.section_title(out, "tb-more", sc.words.more);
        out.el("ul", "", |out| {
            for item in &sc.article.related {
                let Some(image) = &item.image else { continue };
                out.el("li", "", |out| {
                    out.el("a", "tb-card", |out| {
                        Scope::link(out, &item.url);
                        frame(sc.cx, out, image, Slot::Thumb, false);
                        out.el("span", "tb-card-title", |out| {
                            out.name(&item.name);
                            Scope::true_host(out, &item.name, &item.url);
                        });
                    });
                });
            }
        });
    });
}

/// Related articles named inside the body.
pub fn inline(sc: &Scope, out: &mut Out, title: Option<&Text>, items: &[Related]) {
    out.put(Attr::Part, "related");
    match title {
        Some(title) => {
            out.attr(Attr::AriaLabel, title);
            out.line("p", "tb-related-title", title);
        }
        None => {
            out.put(Attr::AriaLabel, sc.words.related);
            sc.ours(out, "p", "tb-related-title", sc.words.related);
        }
    }
    out.el("ul", "", |out| items.iter().for_each(|item| link(out, item)));
}

fn link(out: &mut Out, item: &Related) {
    out.el("li", "", |out| {
        out.el("a", "", |out| {
            Scope::link(out, &item.url);
            out.put(Attr::Dir, "auto");
            out.text(&item.name);
            Scope::true_host(out, &item.name, &item.url);
        });
    });
}
