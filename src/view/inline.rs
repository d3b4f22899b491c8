//! Words: the inline tree becomes inline elements.

use yew::prelude::*;

use super::article::Scope;
use super::element::{attr, each, el, element, href, text};
use crate::article::{Inline, Mark};
use crate::safe_url::SafeUrl;

/// A run of text.
pub fn inlines(sc: &Scope, run: &[Inline]) -> Html {
    match run {
        [one] => inline(sc, one),
        many => each(many, |one| inline(sc, one)),
    }
}

fn inline(sc: &Scope, inline: &Inline) -> Html {
    match inline {
        Inline::Text(words) => text(words),
        Inline::Break => html! { <br/> },
        Inline::Marked { mark, content } => marked(sc, mark, inlines(sc, content)),
    }
}

fn marked(sc: &Scope, mark: &Mark, content: Html) -> Html {
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
        Mark::Link { url, title } => {
            // The host stands beside what is said of the link, so that the words alone cannot
            // pass it off as another.
            let title = title.as_ref().map(|title| match url.host() {
                Some(host) => [title, " (", host, ")"].concat().into(),
                None => attr(title),
            });
            return html! { <a href={href(url)} rel={sc.rel(url)} title={title}>{ content }</a> };
        }
        Mark::Lang(lang) => {
            let dir = Some(lang.dir.as_str().into());
            return element("span", &["lang", "dir"], [Some(attr(&lang.tag)), dir], content);
        }
        Mark::Note(index) => return note_mark(sc, *index, content),
    };
    el(tag, "", content)
}

/// The words that a footnote is about, then the way to it.
fn note_mark(sc: &Scope, index: usize, content: Html) -> Html {
    if index >= sc.article.notes.len() {
        return content;
    }
    let number = (index + 1).to_string();
    let id = "tb-noteref-".to_owned() + &number;
    let target = "#tb-note-".to_owned() + &number;
    let label = sc.words.note_.to_owned() + &number;
    html! {
        <>
            { content }
            <sup class="tb-noteref"><a {id} href={target} aria-label={label}>{ number }</a></sup>
        </>
    }
}

impl Scope<'_> {
    /// What a link says of the page that it leaves: nothing to strangers, whom the publisher does
    /// not vouch for either.
    pub fn rel(&self, url: &SafeUrl) -> &'static str {
        let own = self.article.canonical.as_ref().and_then(SafeUrl::host);
        match own.is_some() && own == url.host() {
            true => "noopener",
            false => "noopener noreferrer nofollow",
        }
    }
}
