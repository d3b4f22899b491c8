//! What the two faces in the browser share, [the app](crate::app) and [the embed](crate::embed):
//! how an article is opened, what stands around it, which [`layout`] it has.

pub mod layout;

use std::rc::Rc;

use crate::article::{Article, Catalogue};
use crate::browser::adapters::{self, Conversion};
use crate::browser::dom::{self, Element, Listener};
use crate::browser::{intl, share::Shared, url, watch};
use crate::error::{LoadError, Problem};
use crate::formats::{Source, parse_catalogue, parse_native};
use crate::strings::Strings;
use crate::text::{Formats, count};
use crate::view::element::{Attr, Out};
use crate::view::{Cx, Pictures, article, foot::foot};

/// An article that has come.
#[derive(Clone)]
pub struct Opened {
    /// The article.
    pub article: Rc<Article>,
    /// Whether some of its characters could not be read.
    pub lossy: bool,
}

/// What a file holds.
pub enum Held {
    /// An article.
    Article(Opened),
    /// Several, as a catalogue.
    Catalogue(Catalogue),
}

/// What is done with a file.
pub type Report = Box<dyn FnOnce(Result<Held, LoadError>)>;

/// Opens a file that lies at this address, `#2` at whose end is the second article of several.
/// The native format is read here and now; any other takes a module that may yet have to come.
/// Dropping what is returned ends the wait for it.
pub fn open(bytes: Vec<u8>, address: &str, format: &str, report: Report) -> Option<Conversion> {
    let (ours, sure) = native(&bytes, address);
    if (format.is_empty() && sure) || format == "native" {
        report(ours.map(Held::Article));
        return None;
    }
    let from = address.to_owned();
    let take = move |converted: Result<String, LoadError>| {
        report(match (converted, ours) {
            (Ok(json), _) => held(json.as_bytes(), &from),
            // What is of no other format may still be one of ours, with little in it.
            (Err(LoadError::NotArticle), Ok(ours)) => Ok(Held::Article(ours)),
            (Err(error), _) => Err(error),
        });
    };
    let number = address.split_once('#').and_then(|(_, number)| count(number));
    let (address, format) = (address.to_owned(), format.to_owned());
    Some(adapters::convert(bytes, address, format, number.unwrap_or(0), Box::new(take)))
}

fn held(json: &[u8], address: &str) -> Result<Held, LoadError> {
    let source = Source { address: Some(address), resolve: url::standard };
    match parse_catalogue(json, &source) {
        Ok(list) => Ok(Held::Catalogue(list.article)),
        Err(_) => native(json, address).0.map(Held::Article),
    }
}

/// The article, and whether no other format is worth trying.
fn native(bytes: &[u8], address: &str) -> (Result<Opened, LoadError>, bool) {
    let source = Source { address: Some(address), resolve: url::standard };
    let (parsed, sure) = parse_native(bytes, &source);
    let opened = parsed.map(|parsed| {
        let lossy = parsed.warnings.iter().any(|w| w.problem == Problem::InvalidUtf8);
        Opened { article: Rc::new(parsed.article), lossy }
    });
    (opened.map_err(Into::into), sure)
}

/// The article with what stands around it, as much as is wanted.
pub fn show(cx: &Cx, out: &mut Out, opened: &Opened, shares: bool) {
    let Opened { article: shown, lossy } = opened;
    if *lossy {
        out.el("p", "tb-notice tb-lossy", |out| out.words(cx.strings.lossy));
    }
    article::show(cx, out, shown);
    out.rest(|out| foot(cx, out, shown.publisher.as_ref(), shown.canonical.as_ref(), shares));
}

/// The view's surroundings. Where the reader has asked the browser to save data, each picture
/// waits for a tap.
pub fn context(lang: &str) -> Cx {
    Cx {
        strings: Strings::for_lang(lang),
        formats: Formats { foreign_date: intl::date, foreign_number: intl::number },
        heading_shift: 0,
        pictures: if dom::saves_data() { Pictures::Tap } else { Pictures::Near },
        related: true,
        cookieless: None,
    }
}

/// While the reader scrolls down, the masthead gives its space to the text.
pub fn masthead_gives_way(root: &Element) -> Option<Listener> {
    let root = root.clone();
    let give_way = move |down: bool| {
        // A class is set by hand: rendering for it would be waste.
        if let Some(masthead) = dom::find(&root, ".tb-masthead") {
            dom::toggle_class(&masthead, "tb-masthead-hidden", down);
        }
    };
    watch::on_scroll_direction(Box::new(give_way))
}

/// A word in passing, such as "link copied".
pub fn said(out: &mut Out, words: &'static str) {
    out.el("p", "tb-said", |out| {
        out.put(Attr::Role, "status");
        out.words(words);
    });
}

/// What is said of how sharing ended.
pub fn after_sharing(strings: &Strings, shared: Shared) -> &'static str {
    match shared {
        Shared::Sheet => "",
        Shared::Copied => strings.link_copied,
        Shared::Refused => strings.link_not_copied,
    }
}
