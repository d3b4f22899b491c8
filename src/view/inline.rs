//! Words: the inline tree becomes inline elements.

use super::element::{Attr, Out};
use super::scope::Scope;
use crate::article::{Inline, Mark, Text, plain_text};
use crate::text::{digits, measures};

/// A run of text.
pub fn inlines(sc: &Scope, out: &mut Out, run: &[Inline]) {
    for inline in run {
        match inline {
            Inline::Text(words) => text(out, words),
            Inline::Break => out.el("br", "", |_| {}),
            Inline::Marked { mark, content } => marked(sc, out, mark, content),
        }
    }
}

/// Words, with each number held together with its unit.
fn text(out: &mut Out, words: &Text) {
    let mut done = 0;
    for measure in measures(words) {
        out.string(words[done..measure.start].to_owned());
        done = measure.end;
        out.el("span", "tb-measure", |out| out.string(words[measure].to_owned()));
    }
    match done {
        0 => out.text(words),
        _ => out.string(words[done..].to_owned()),
    }
}

fn marked(sc: &Scope, out: &mut Out, mark: &Mark, content: &[Inline]) {
    let tag = match mark {
        Mark::Strong => "strong",
        Mark::Emphasis => "em",
        Mark::Underline => "u",
        Mark::Strike => "s",
        Mark::Sub => "sub",
        Mark::Sup => "sup",
        Mark::Code => "code",
        Mark::Highlight => "mark",
        Mark::Small => "small",
        Mark::Link { .. } => "a",
        Mark::Lang(_) => "span",
        Mark::Note(index) => {
            inlines(sc, out, content);
            return note_mark(sc, out, *index);
        }
    };
    out.el(tag, "", |out| {
        match mark {
            Mark::Link { url, title } => {
                Scope::link(out, url);
                if let Some(title) = title {
                    // The host stands beside what is said of the link, so that the words alone
                    // cannot pass it off as another.
                    let host = url.host().unwrap_or(url.as_str());
                    out.set(Attr::Title, [title, " (", host, ")"].concat().into());
                }
            }
            Mark::Lang(lang) => {
                out.attr(Attr::Lang, &lang.tag);
                out.put(Attr::Dir, lang.dir.as_str());
            }
            _ => {}
        }
        inlines(sc, out, content);
        if let Mark::Link { url, .. } = mark {
            Scope::true_host(out, &plain_text(content), url);
        }
    });
}

/// The way to a footnote, behind the words that it is about.
fn note_mark(sc: &Scope, out: &mut Out, index: usize) {
    if index >= sc.article.notes.len() {
        return;
    }
    let number = digits(index as i64 + 1);
    out.el("sup", "tb-noteref", |out| {
        out.el("a", "", |out| {
            out.set(Attr::Id, ("tb-noteref-".to_owned() + &number).into());
            out.set(Attr::Href, ("#tb-note-".to_owned() + &number).into());
            out.set(Attr::AriaLabel, (sc.words.note_.to_owned() + &number).into());
            out.string(number);
        });
    });
}
