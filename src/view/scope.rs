//! What every part of an article's view has at hand, and the small pieces that all of them share.

use super::Cx;
use super::element::{Attr, Out, heading};
use crate::article::{Article, Block, BlockKind, HeadingLevel, Lang, Moment};
use crate::safe_url::SafeUrl;
use crate::strings::Strings;
use crate::text::{dates, names_another_host};

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
    /// The surroundings of one article.
    pub fn new(cx: &'a Cx, article: &'a Article) -> Self {
        let words = Strings::find(article.lang.primary()).unwrap_or(cx.strings);
        Self { cx, article, words, levels: levels(&article.body) }
    }

    /// Marks the open element as holding our own words: where they are not in the article's
    /// language they say in which, and read in their own direction.
    pub fn mark_ours(&self, out: &mut Out) {
        if !self.words.lang.eq_ignore_ascii_case(self.article.lang.primary()) {
            out.put(Attr::Lang, self.words.lang);
            out.put(Attr::Dir, "ltr");
        }
    }

    /// An element that holds our own words.
    pub fn ours(&self, out: &mut Out, tag: &'static str, class: &'static str, words: &'static str) {
        out.el(tag, class, |out| {
            self.mark_ours(out);
            out.words(words);
        });
    }

    /// An element that holds our own words, then a name.
    pub fn ours_of(
        &self,
        out: &mut Out,
        tag: &'static str,
        class: &'static str,
        words: &'static str,
        name: &str,
    ) {
        out.el(tag, class, |out| {
            self.mark_ours(out);
            out.string(words.to_owned() + name);
        });
    }

    /// The heading of one of our own sections within the article.
    pub fn section_title(&self, out: &mut Out, id: &'static str, title: &'static str) {
        out.el(heading(2, self.cx.heading_shift), "tb-section-title", |out| {
            out.el("span", "", |out| {
                out.put(Attr::Id, id);
                self.mark_ours(out);
                out.words(title);
            });
        });
    }

    /// Makes the open element a link to this address. The page that it leads to learns nothing,
    /// and the publisher does not vouch for it.
    pub fn link(out: &mut Out, url: &SafeUrl) {
        out.url(Attr::Href, url);
        out.put(Attr::Rel, "noopener noreferrer nofollow");
    }

    /// Where a link truly leads, behind words that name another host.
    pub fn true_host(out: &mut Out, words: &str, url: &SafeUrl) {
        let host = url.host().unwrap_or(url.as_str());
        if names_another_host(words, host) {
            out.el("bdi", "", |out| out.string([" (", host, ")"].concat()));
        }
    }

    /// The tag of a heading within the body, and its class.
    pub fn level(&self, level: HeadingLevel) -> (&'static str, &'static str) {
        let level = match level {
            HeadingLevel::Two => self.levels[0],
            HeadingLevel::Three => self.levels[1],
            HeadingLevel::Four => self.levels[2],
        };
        let class = match level {
            2 => "tb-h2",
            3 => "tb-h3",
            _ => "tb-h4",
        };
        (heading(level, self.cx.heading_shift), class)
    }

    /// A date, as the article's language writes it.
    pub fn time(&self, out: &mut Out, class: &'static str, moment: &Moment) {
        time(self.cx, out, class, moment, &self.article.lang);
    }
}

/// A date for readers and for machines.
pub fn time(cx: &Cx, out: &mut Out, class: &'static str, moment: &Moment, lang: &Lang) {
    out.el("time", class, |out| {
        out.set(Attr::Datetime, dates::iso(moment).into());
        out.string(cx.formats.date(moment, lang));
    });
}

/// A newspaper's files use any of three heading levels; screen readers count on h2 to h4 without
/// a gap. So the highest one in use becomes h2, the next one h3.
fn levels(body: &[Block]) -> [u8; 3] {
    let (mut two, mut three) = (0, 0);
    for block in body {
        if let BlockKind::Heading { level, .. } = block.kind {
            match level {
                HeadingLevel::Two => two = 1,
                HeadingLevel::Three => three = 1,
                HeadingLevel::Four => {}
            }
        }
    }
    [2, 2 + two, 2 + two + three]
}
