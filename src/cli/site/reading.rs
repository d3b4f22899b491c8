//! Reads the articles of the folder: what the lists need of each, and later each once more.

use std::path::Path;

use super::cards::{Card, Cards};
use super::place::{Home, article_url, encoded_path};
use super::{Broken, Work, translations};
use crate::article::{Article, Catalogue, CatalogueItem, Moment, plain_text};
use crate::cli::args::Reading;
use crate::cli::{file, report};
use crate::error::ParseError;
use crate::formats::{self, Opened, Source, parse_catalogue};
use crate::safe_url::{SafeUrl, UrlUse, standard};
use crate::text::fold::fold;
use crate::write;

/// What lists, feeds and neighbours need of an article. It can go from one thread to another.
pub(super) struct Entry {
    /// Which piece of work its file is, and which of several articles in it.
    pub(super) file: usize,
    pub(super) number: Option<usize>,
    /// What the file is called in messages.
    pub(super) name: String,
    pub(super) id: String,
    pub(super) headline: String,
    pub(super) lang: String,
    pub(super) published: Option<Moment>,
    pub(super) modified: Option<Moment>,
    /// The section, as it is called in addresses and to readers.
    pub(super) section: Option<(String, String)>,
    /// The ids of its translations.
    pub(super) translations: Vec<String>,
    /// A catalogue of this one article.
    pub(super) card: Card,
}

/// Where articles are read from, and where their cards go.
pub(super) struct Desk<'a> {
    pub(super) folder: &'a Path,
    pub(super) home: &'a Home,
    pub(super) cards: &'a Cards,
}

/// What a file holds.
pub(super) enum Found {
    /// What it says of the paper, as JSON: it is a catalogue.
    About(String),
    Articles(Vec<Result<Entry, Broken>>),
}

/// Looks at a file for the first time.
pub(super) fn look(index: usize, work: &Work, desk: &Desk) -> Found {
    let path = match work {
        Work::File(path) => path,
        Work::Failed(path, message) => {
            return Found::Articles(vec![Err(format!("{}: {message}", path.display()))]);
        }
    };
    let name = path.display().to_string();
    let broken = |line: String| Found::Articles(vec![Err(line)]);
    let bytes = match file::bytes(path) {
        Ok(bytes) => bytes,
        Err(error) => return broken(format!("{name}: the file cannot be read: {error}")),
    };
    let address = address(path, desk.folder, desk.home);
    let opened = match open(&bytes, &address, None) {
        Ok(opened) => opened,
        Err(error) => return broken(report::error(&error).line(&name)),
    };
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let stem = stem.unwrap_or_default();
    match opened.found {
        formats::Found::Article(article) => {
            let id = id(&article, &stem, None);
            let translations = translations::named(&bytes);
            let entry = entry(&article, id, (index, None), name, desk);
            Found::Articles(vec![entry.map(|entry| Entry { translations, ..entry })])
        }
        formats::Found::Catalogue(list) if opened.format == "native" => {
            Found::About(write::catalogue(&Catalogue { items: Vec::new(), ..*list }, false))
        }
        formats::Found::Catalogue(list) => {
            let numbers = list.items.iter().filter_map(number);
            let read = |number| {
                let one = article_of(&bytes, &address, Some(number));
                let one = one.map_err(|error| report::error(&error).line(&name))?;
                let id = id(&one, &stem, Some(number));
                entry(&one, id, (index, Some(number)), format!("{name}#{number}"), desk)
            };
            Found::Articles(numbers.map(read).collect())
        }
    }
}

/// Reads the article of an entry.
pub(super) fn again(
    entry: &Entry,
    path: &Path,
    folder: &Path,
    home: &Home,
) -> Result<Article, Broken> {
    let cannot = |error| format!("{}: the file cannot be read: {error}", entry.name);
    let bytes = file::bytes(path).map_err(cannot)?;
    let article = article_of(&bytes, &address(path, folder, home), entry.number);
    let article = article.map_err(|error| report::error(&error).line(&entry.name))?;
    Ok(Article { id: Some(entry.id.as_str().into()), ..article })
}

/// Newest first; those of the same moment, and those without a date, by their names.
pub(super) fn in_order(entries: &mut [Entry]) {
    entries.sort_by(|one, two| {
        let time = |entry: &Entry| entry.published.map(|moment| moment.epoch);
        time(two).cmp(&time(one)).then_with(|| one.id.cmp(&two.id))
    });
}

fn open(bytes: &[u8], address: &str, number: Option<usize>) -> Result<Opened, ParseError> {
    file::open(bytes, address, &Reading::default(), number)
}

fn article_of(bytes: &[u8], address: &str, number: Option<usize>) -> Result<Article, ParseError> {
    match open(bytes, address, number)?.found {
        formats::Found::Article(article) => Ok(*article),
        formats::Found::Catalogue(_) => Err(ParseError::NotAnArticle),
    }
}

/// Where a file counts as being: in the folder `articles` of the site.
fn address(path: &Path, folder: &Path, home: &Home) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    home.at(&["articles/", &encoded_path(&parts.join("/"))].concat())
}

/// The number of one of several articles, which its address ends with.
fn number(item: &CatalogueItem) -> Option<usize> {
    item.url.as_ref()?.as_str().rsplit_once('#')?.1.parse().ok()
}

/// The article's own id or, where it has none, its file's name, made fit for a folder's name.
fn id(article: &Article, stem: &str, number: Option<usize>) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.~".contains(c);
    let fits = |c: char| plain(c) || (!c.is_ascii() && c.is_alphanumeric());
    let fit = |name: &str| {
        let mut id: String = name.chars().map(|c| if fits(c) { c } else { '-' }).collect();
        while id.len() > 200 {
            id.pop();
        }
        id.trim_start_matches('.').to_owned()
    };
    let own = article.id.as_deref().map(fit).filter(|id| !id.is_empty());
    own.unwrap_or_else(|| match (fit(stem), number) {
        (stem, Some(number)) => format!("{stem}-{number}"),
        (stem, None) if stem.is_empty() => "article".to_owned(),
        (stem, None) => stem,
    })
}

fn entry(
    article: &Article,
    id: String,
    (file, number): (usize, Option<usize>),
    name: String,
    desk: &Desk,
) -> Result<Entry, Broken> {
    let lede = plain_text(&article.lede);
    let json = desk.home.at(&[&article_url(&id), "article.json"].concat());
    let item = CatalogueItem {
        id: Some(id.as_str().into()),
        url: SafeUrl::new(&json, None, standard, UrlUse::Link),
        headline: article.headline.clone(),
        lede: (!lede.is_empty()).then(|| lede.into()),
        published: article.published,
        section: article.section.clone(),
        image: article.lead_image.clone(),
        authors: article.authors.clone(),
    };
    let card = Catalogue { items: vec![item], ..Catalogue::default() };
    let card = desk.cards.put(&write::catalogue(&card, false));
    let section = article.section.as_deref().map(|name| (slug(name), name.to_owned()));
    Ok(Entry {
        card: card.map_err(|error| format!("{name}: {error}"))?,
        file,
        number,
        name,
        id,
        headline: article.headline.to_string(),
        lang: article.lang.tag.to_string(),
        published: article.published,
        modified: article.modified,
        translations: Vec::new(),
        section: section.filter(|(slug, _)| !slug.is_empty()),
    })
}

/// The article of a card, as a catalogue lists it.
pub(super) fn item(card: &[u8], home: &Home) -> Option<CatalogueItem> {
    let source = Source { address: Some(&home.url), resolve: standard };
    parse_catalogue(card, &source).ok()?.article.items.pop()
}

/// A name as part of an address: words without accents, joined by hyphens.
fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric() && !is_mark(c)).map(fold);
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// A mark that belongs to the letter before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_parts_of_addresses() {
        for (name, expected) in [
            ("Thời sự", "thoi-su"),
            ("Tho\u{31b}\u{300}i  sự", "thoi-su"),
            ("Tin 24/7!", "tin-24-7"),
            ("…", ""),
            ("ثقافة", "ثقافة"),
        ] {
            assert_eq!(slug(name), expected);
        }
        let article = |id: &str| Article { id: Some(id.into()), ..Article::default() };
        assert_eq!(id(&article("hồ-tây.1"), "x", None), "hồ-tây.1");
        assert_eq!(id(&article("..a"), "x", None), "a");
        assert_eq!(id(&article("a/b c"), "x", None), "a-b-c");
        assert_eq!(id(&Article::default(), "bài 1", Some(2)), "bài-1-2");
        assert_eq!(id(&Article::default(), "..", None), "article");
    }
}
