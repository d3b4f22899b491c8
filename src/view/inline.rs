//! Words: the inline tree becomes inline elements.

use super::article::Scope;
use super::element::Out;
use crate::article::{Inline, Mark};

/// A run of text.
pub fn inlines(sc: &Scope, out: &mut Out, run: &[Inline]) {
    for inline in run {
        match inline {
            Inline::Text(words) => out.text(words),
            Inline::Break => out.el("br", "", |_| {}),
            Inline::Marked { mark, content } => marked(sc, out, mark, content),
        }
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
                sc.link(out, url);
                if let Some(title) = title {
                    // The host stands beside what is said of the link, so that the words alone
                    // cannot pass it off as another.
                    let host = url.host().unwrap_or(url.as_str());
                    out.set("title", [title, " (", host, ")"].concat().into());
                }
            }
            Mark::Lang(lang) => {
                out.attr("lang", &lang.tag);
                out.put("dir", lang.dir.as_str());
            }
            _ => {}
        }
        inlines(sc, out, content);
    });
}

/// The way to a footnote, behind the words that it is about.
fn note_mark(sc: &Scope, out: &mut Out, index: usize) {
    if index >= sc.article.notes.len() {
        return;
    }
    let number = (index + 1).to_string();
    out.el("sup", "tb-noteref", |out| {
        out.el("a", "", |out| {
            out.set("id", ("tb-noteref-".to_owned() + &number).into());
            out.set("href", ("#tb-note-".to_owned() + &number).into());
            out.set("aria-label", (sc.words.note_.to_owned() + &number).into());
            out.string(number);
        });
    });
}
