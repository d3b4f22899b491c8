//! From article JSON of any known format to an [`Article`].
//!
//! Every adapter has the same two functions, `matches` and `into_article`, and one row in
//! [`FORMATS`]. Adapters walk the JSON with a [`Cursor`], which knows where it is and collects
//! warnings: a wrong type costs its field, never the article.

mod catalogue;
mod cursor;
mod native;
mod site;

pub use catalogue::parse_catalogue;
use cursor::{Cursor, Sink, line};
pub use site::parse_site;

use crate::article::Article;
use crate::error::{ParseError, Warning};
use crate::json::{self, Json};
use crate::safe_url::Resolver;

/// Where JSON came from: its own address, and who resolves addresses against it.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The address of the JSON file. Relative addresses in it are resolved against this.
    pub address: Option<&'a str>,
    /// The URL standard's parser.
    pub resolve: Resolver,
}

/// An article, and what could not be taken over as it stood.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed<T = Article> {
    /// What can be shown.
    pub article: T,
    /// What was mended or left out.
    pub warnings: Vec<Warning>,
}

/// One known format.
struct Format {
    /// Whether the JSON looks like this format.
    matches: fn(&Json) -> bool,
    /// Takes it over. `None` where there is nothing to show.
    into_article: fn(&Cursor) -> Option<Article>,
}

/// The known formats; the first that matches takes the file.
const FORMATS: [Format; 1] =
    [Format { matches: native::matches, into_article: native::into_article }];

/// Reads one article.
///
/// `Err` only where nothing can be shown; whatever else is wrong is a [`Warning`].
pub fn parse(bytes: &[u8], source: &Source) -> Result<Parsed, ParseError> {
    let (json, problems) = json::read(bytes)?;
    let format = FORMATS.iter().find(|format| (format.matches)(&json));
    let format = format.ok_or(ParseError::NotAnArticle)?;
    let sink = Sink::new(source, problems);
    let article = (format.into_article)(&Cursor::root(&json, &sink));
    let (notes, warnings) = sink.finish()?;
    let article = article.ok_or(ParseError::NotAnArticle)?;
    Ok(Parsed { article: Article { notes, ..article }, warnings })
}
