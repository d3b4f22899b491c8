//! The catalogue: a lead story with a wide picture, then rows by section.

use super::Cx;
use super::element::{Attr, Out, heading};
use super::picture::{Slot, frame};
use super::scope::time;
use crate::article::{Catalogue, CatalogueItem, Lang, Text};
use crate::text::digits;

/// Where the site shows an article.
type Address<'a> = &'a dyn Fn(&CatalogueItem) -> String;

/// The catalogue. `href` gives the address at which the site shows an article.
pub fn catalogue(cx: &Cx, out: &mut Out, catalogue: &Catalogue, href: Address) {
    let Some((lead, rest)) = catalogue.items.split_first() else { return empty(cx, out) };
    out.el("div", "tb-catalogue", |out| {
        out.el(heading(1, cx.heading_shift), "tb-catalogue-title", |out| {
            out.put(Attr::Tabindex, "-1");
            match &catalogue.title {
                Some(title) => out.text(title),
                None => out.words(cx.strings.home),
            }
        });
        out.el("div", "tb-top", |out| story(cx, out, lead, href, true));
        for (index, (section, items)) in by_section(rest).into_iter().enumerate() {
            out.el("section", "tb-section", |out| {
                let id = "tb-section-".to_owned() + &digits(index as i64);
                out.set(Attr::AriaLabelledby, id.clone().into());
                out.el(heading(2, cx.heading_shift), "tb-section-title", |out| {
                    out.el("span", "", |out| {
                        out.set(Attr::Id, id.into());
                        out.put(Attr::Dir, "auto");
                        match section {
                            Some(section) => out.text(section),
                            None => out.words(cx.strings.other_section),
                        }
                    });
                });
                out.el("ul", "tb-stories", |out| {
                    for item in items {
                        out.el("li", "", |out| story(cx, out, item, href, false));
                    }
                });
            });
        }
    });
}

fn empty(cx: &Cx, out: &mut Out) {
    let (what, next) = cx.strings.catalogue_empty;
    out.el("div", "tb-failure tb-empty", |out| {
        out.el("p", "tb-failure-what", |out| out.words(what));
        out.el("p", "tb-failure-next", |out| out.words(next));
    });
}

/// Articles by section, the sections in the order in which the newest articles name them.
fn by_section(items: &[CatalogueItem]) -> Vec<(Option<&Text>, Vec<&CatalogueItem>)> {
    let mut sections: Vec<(Option<&Text>, Vec<&CatalogueItem>)> = Vec::new();
    for item in items {
        let name = item.section.as_ref();
        match sections.iter_mut().find(|(section, _)| *section == name) {
            Some((_, members)) => members.push(item),
            None => sections.push((name, vec![item])),
        }
    }
    sections
}

/// One article. The headline's link covers the whole card, so that a card is one link.
fn story(cx: &Cx, out: &mut Out, item: &CatalogueItem, href: Address, lead: bool) {
    out.el("article", if lead { "tb-story tb-story-lead" } else { "tb-story" }, |out| {
        out.el("div", "tb-story-words", |out| {
            if let Some(section) = item.section.as_ref().filter(|_| lead) {
                out.line("p", "tb-kicker", section);
            }
            let level = if lead { 2 } else { 3 };
            out.el(heading(level, cx.heading_shift), "tb-story-title", |out| {
                out.el("a", "", |out| {
                    out.set(Attr::Href, href(item).into());
                    out.put(Attr::Dir, "auto");
                    out.text(&item.headline);
                });
            });
            if let Some(lede) = &item.lede {
                out.line("p", "tb-story-lede", lede);
            }
            if let Some(moment) = &item.published {
                time(cx, out, "tb-date", moment, &Lang::new(cx.strings.lang));
            }
        });
        if let Some(image) = &item.image {
            frame(cx, out, image, if lead { Slot::Column } else { Slot::Thumb }, lead);
        }
    });
}
