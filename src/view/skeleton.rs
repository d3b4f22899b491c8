//! What stands where an article or the catalogue is about to be: bars of its geometry.

use super::Cx;
use super::element::{Attr, Out};

/// The bars of an article, in order.
const ARTICLE: [&str; 12] = [
    "tb-bar tb-bar-kicker",
    "tb-bar tb-bar-headline",
    "tb-bar tb-bar-headline tb-bar-short",
    "tb-bar tb-bar-meta",
    "tb-bar tb-bar-lede",
    "tb-bar tb-bar-lede",
    "tb-bar tb-bar-lede tb-bar-short",
    "tb-bar tb-bar-picture",
    "tb-bar",
    "tb-bar",
    "tb-bar",
    "tb-bar tb-bar-short",
];

/// While an article is on its way.
pub fn article(cx: &Cx, out: &mut Out) {
    waiting(cx, out, "tb-skeleton", |out| ARTICLE.iter().for_each(|class| bar(out, class)));
}

/// While the catalogue is on its way.
pub fn catalogue(cx: &Cx, out: &mut Out) {
    waiting(cx, out, "tb-skeleton tb-skeleton-catalogue", |out| {
        bar(out, "tb-bar tb-bar-picture");
        bar(out, "tb-bar tb-bar-headline");
        bar(out, "tb-bar tb-bar-headline tb-bar-short");
        for _ in 0..5 {
            out.el("div", "tb-bar-row", |out| {
                out.el("div", "tb-bar-words", |out| {
                    bar(out, "tb-bar");
                    bar(out, "tb-bar");
                    bar(out, "tb-bar tb-bar-short");
                });
                bar(out, "tb-bar tb-bar-thumb");
            });
        }
    });
}

fn bar(out: &mut Out, class: &'static str) {
    out.el("div", class, |_| {});
}

/// The bars are for the eye; a screen reader hears one sentence. Whoever has waited for a while may
/// put an end to it.
fn waiting(cx: &Cx, out: &mut Out, class: &'static str, bars: impl FnOnce(&mut Out)) {
    out.el("div", class, |out| {
        out.el("p", "tb-hidden", |out| {
            out.put(Attr::Role, "status");
            out.words(cx.strings.loading);
        });
        out.el("p", "tb-late", |out| {
            out.words(cx.strings.late);
            out.el("button", "tb-button tb-retry-load", |out| {
                out.put(Attr::Type, "button");
                out.words(cx.strings.stop);
            });
        });
        out.el("div", "", |out| {
            out.put(Attr::AriaHidden, "true");
            bars(out);
        });
    });
}
