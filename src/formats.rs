//! From article JSON of any known format to an [`Article`].
//!
//! Every adapter is a file of one shape: `matches` says whether JSON looks like it, `articles`
//! finds the articles in it, and `into_article` reads one of them. Each has one row in a table.
//! Adapters walk the JSON with a [`Cursor`], which knows where it is and collects warnings: a
//! wrong type costs its field, never the article. HTML in a field goes through [`fragment`].
//!
//! The page reads the native format alone ([`parse`]), the command any of them ([`parse_any`]).

mod apple_news;
mod catalogue;
mod cursor;
mod editor_js;
pub mod foreign;
pub mod fragment;
mod json_feed;
mod lede;
mod lexical;
mod markdown;
mod native;
mod ninjs;
mod plain;
mod portable_text;
mod prose_mirror;
mod rich;
mod schema_org;
mod simorgh;
mod site;
mod wordpress;

pub use catalogue::parse_catalogue;
use cursor::{Cursor, Sink, line};
pub use site::parse_site;

use crate::article::{Article, Catalogue, CatalogueItem, plain_text};
use crate::error::{ParseError, Problem, Warning};
use crate::html::{Parser, no_parser};
use crate::json::{self, Json};
use crate::safe_url::{Resolver, SafeUrl, UrlUse};
use crate::text::{clean, count, digits};

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

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// One article, or the one that was asked for.
    Article(Box<Article>),
    /// Several.
    Catalogue(Box<Catalogue>),
}

/// One known format.
pub struct Format {
    /// Its name, for those who choose it by hand.
    name: &'static str,
    /// Whether the JSON looks like this format.
    matches: fn(&Json) -> bool,
    /// Finds the articles of the file, in order. [`only_one`] where it is one itself.
    articles: fn(&Cursor, Visit),
    /// Takes one over. `None` where there is nothing to show.
    into_article: fn(&Cursor) -> Option<Article>,
}

/// What is done with each article that is found.
type Visit<'a> = &'a mut dyn FnMut(&Cursor);

/// For formats whose file is the article.
fn only_one(root: &Cursor, visit: &mut dyn FnMut(&Cursor)) {
    visit(root);
}

const NATIVE: Format = Format {
    name: "native",
    matches: native::matches,
    articles: only_one,
    into_article: native::into_article,
};

/// The names of the formats, for those who choose one by hand.
pub fn names() -> impl Iterator<Item = &'static str> {
    // The native format is among them: there is a group of lists of it.
    foreign::GROUPS.into_iter().flatten().map(|format| format.name)
}

/// Reads one article of the native format.
///
/// `Err` only where nothing can be shown; whatever else is wrong is a [`Warning`].
pub fn parse(bytes: &[u8], source: &Source) -> Result<Parsed, ParseError> {
    parse_native(bytes, source).0
}

/// The same, and whether the file is surely of the native format, or of none: then no other is
/// worth trying.
pub fn parse_native(bytes: &[u8], source: &Source) -> (Result<Parsed, ParseError>, bool) {
    match json::read(bytes) {
        Ok((json, problems)) => {
            let sure = native::is_sure(&json);
            (native_article(&json, problems, source), sure)
        }
        Err(error) => (Err(error), true),
    }
}

fn native_article(
    json: &Json,
    problems: Vec<Problem>,
    source: &Source,
) -> Result<Parsed, ParseError> {
    if !(NATIVE.matches)(json) {
        return Err(ParseError::NotAnArticle);
    }
    let sink = Sink::new(source, no_parser, problems);
    let article = (NATIVE.into_article)(&Cursor::root(json, &sink));
    let (notes, warnings) = sink.finish()?;
    let article = article.ok_or(ParseError::NotAnArticle)?;
    Ok(Parsed { article: Article { notes, ..article }, warnings })
}

/// What it takes to read a file of any format, and what of it is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The HTML standard's parser.
    pub html: Parser,
    /// The name of the format; by its content where absent.
    pub format: Option<&'a str>,
    /// Which of several articles, from 1. All of them, as a catalogue, where absent.
    pub number: Option<usize>,
}

/// What was found, and as which format.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The name of the format.
    pub format: &'static str,
    /// What can be shown.
    pub found: Found,
    /// What was mended or left out.
    pub warnings: Vec<Warning>,
}

/// Reads a file of any known format.
pub fn parse_any(bytes: &[u8], source: &Source, wanted: Wanted) -> Result<Opened, ParseError> {
    let (json, problems) = json::read(bytes)?;
    let itself = wanted.format.is_none_or(|name| name == NATIVE.name) && wanted.number.is_none();
    if itself && catalogue::is_sure(&json) {
        let Parsed { article, warnings } = catalogue::read(&json, source, problems)?;
        return Ok(Opened {
            format: NATIVE.name,
            found: Found::Catalogue(article.into()),
            warnings,
        });
    }
    let sure = wanted.format.is_none() && native::is_sure(&json);
    let foreign = if sure { &[][..] } else { &foreign::GROUPS };
    let format = foreign.iter().copied().flatten().chain([&NATIVE]).find(|f| f.fits(&json, wanted));
    read(&json, problems, source, wanted, format.ok_or(ParseError::NotAnArticle)?)
}

/// Reads the text of a file of one of these formats.
pub fn parse_as(
    formats: &[Format],
    text: &str,
    source: &Source,
    wanted: Wanted,
) -> Result<Opened, ParseError> {
    let (json, problems) = json::read_text(text)?;
    let format = formats.iter().find(|format| format.fits(&json, wanted));
    read(&json, problems, source, wanted, format.ok_or(ParseError::NotAnArticle)?)
}

impl Format {
    fn fits(&self, json: &Json, wanted: Wanted) -> bool {
        match wanted.format {
            Some(name) => self.name == name,
            None => (self.matches)(json),
        }
    }
}

fn read(
    json: &Json,
    problems: Vec<Problem>,
    source: &Source,
    wanted: Wanted,
    format: &Format,
) -> Result<Opened, ParseError> {
    let mut problems = Some(problems);
    let mut warnings = Vec::new();
    let mut read_one = |cursor: &Cursor| -> Result<Option<Article>, ParseError> {
        // Each has caps and notes of its own.
        let sink = Sink::new(source, wanted.html, problems.take().unwrap_or_default());
        let article = (format.into_article)(&cursor.with_sink(&sink));
        let (notes, mut said) = sink.finish()?;
        warnings.append(&mut said);
        Ok(article.map(|article| Article { notes, ..article }))
    };
    let around = Sink::new(source, wanted.html, Vec::new());
    let root = Cursor::root(json, &around);
    let (mut count, mut first, mut failed) = (0, None, None);
    let mut items = Vec::new();
    (format.articles)(&root, &mut |cursor| {
        count += 1;
        if wanted.number.is_some_and(|number| number != count) {
            return;
        }
        match read_one(cursor) {
            Ok(article) if count == 1 || wanted.number.is_some() => first = article,
            Ok(Some(article)) => items.push(item(article, source, count)),
            Ok(None) => {}
            Err(error) => failed = failed.take().or(Some(error)),
        }
    });
    let found = if wanted.number.is_some() || count == 1 {
        first.map(|article| Found::Article(Box::new(article)))
    } else {
        if let Some(article) = first {
            items.insert(0, item(article, source, 1));
        }
        let title = root.field("title", |title| title.is_text().then(|| line(title)).flatten());
        let list = Catalogue { title, description: None, publisher: None, items };
        (!list.items.is_empty()).then(|| Found::Catalogue(Box::new(list)))
    };
    if let (None, Some(error)) = (&found, failed) {
        return Err(error);
    }
    if cfg!(target_arch = "wasm32") {
        // There are no warnings.
        let found = found.ok_or(ParseError::NotAnArticle)?;
        return Ok(Opened { format: format.name, found, warnings });
    }
    // What stands around the articles is met with each of them.
    let read = warnings.len();
    for said in around.finish()?.1 {
        if !warnings.iter().skip(read).any(|known| *known == said) {
            warnings.push(said);
        }
    }
    let found = found.ok_or(ParseError::NotAnArticle)?;
    for warning in &mut warnings {
        let end = existing(json, &warning.pointer);
        warning.pointer.truncate(end);
    }
    Ok(Opened { format: format.name, found, warnings })
}

/// How much of a pointer leads to something: adapters read copies in which fields were renamed or
/// references resolved, and what is not in the file itself is pointed at by what it stands in.
fn existing(json: &Json, pointer: &str) -> usize {
    let (mut here, mut end) = (json, 0);
    for step in pointer.split('/').skip(1) {
        let inside = match here {
            Json::Array(items) => count(step).and_then(|index| items.get(index as usize)),
            _ => here.get(&step.replace("~1", "/").replace("~0", "~")),
        };
        let Some(inside) = inside else { break };
        here = inside;
        end += 1 + step.len();
    }
    end
}

/// One of several articles of a file, as the catalogue lists it: its number leads to it.
fn item(article: Article, source: &Source, number: usize) -> CatalogueItem {
    let lede = clean::line(&plain_text(&article.lede));
    let here = source.address.map(|address| {
        let file = address.split('#').next().unwrap_or(address);
        [file, "#", &digits(number as i64)].concat()
    });
    let url = here.and_then(|url| SafeUrl::new(&url, None, source.resolve, UrlUse::Link));
    CatalogueItem {
        id: if url.is_none() { Some(digits(number as i64).into()) } else { None },
        url,
        headline: article.headline,
        lede: (!lede.is_empty()).then_some(lede),
        published: article.published,
        section: article.section,
        image: article.lead_image,
        authors: article.authors,
    }
}
