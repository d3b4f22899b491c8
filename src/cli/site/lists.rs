//! The pages that list articles: the home page and one a section, each with its older pages.
//!
//! Pages are counted from the oldest article on, so that an older page holds the same articles
//! for ever. A new article changes the first page of its lists and no other.

use std::collections::HashMap;
use std::io;

use super::document::document;
use super::head::{Head, Link};
use super::place::{article_url, encoded_path};
use super::{Entry, Press};
use crate::article::{Catalogue, Lang};
use crate::strings::Strings;
use crate::view::catalogue::catalogue;
use crate::view::element::{Attr, Out};
use crate::view::foot::foot;
use crate::{error::LoadError, view::failure::failure, write};

/// Articles of an older page. The first page has them and those that are too new for a full one.
const PAGE: usize = 24;
/// Articles that the catalogue for the viewer holds.
const CATALOGUE: usize = 200;

/// One list of articles.
pub(super) struct List {
    /// Its folder, with a slash at its end: nothing for the home page.
    pub(super) folder: String,
    /// The section.
    pub(super) name: Option<String>,
    /// Its articles, newest first.
    pub(super) entries: Vec<usize>,
}

impl List {
    /// The full pages behind the first one.
    pub(super) fn older(&self) -> usize {
        (self.entries.len() / PAGE).saturating_sub(1)
    }

    /// The folder of a page, 1 being the oldest; the list's own of the first page.
    pub(super) fn folder(&self, page: Option<usize>) -> String {
        match page {
            Some(page) => format!("{}page/{page}/", self.folder),
            None => self.folder.clone(),
        }
    }

    fn of_page(&self, page: Option<usize>) -> &[usize] {
        let count = self.entries.len();
        let range = match page {
            Some(page) => count - page * PAGE..count - (page - 1) * PAGE,
            None => 0..count - self.older() * PAGE,
        };
        self.entries.get(range).unwrap_or_default()
    }
}

/// The home page's list, then the sections, in the order in which the newest articles name them.
pub(super) fn plan(entries: &[Entry]) -> Vec<List> {
    let all = List { folder: String::new(), name: None, entries: (0..entries.len()).collect() };
    let mut lists = vec![all];
    let mut known = HashMap::new();
    for (index, entry) in entries.iter().enumerate() {
        let Some((slug, name)) = &entry.section else { continue };
        let at = *known.entry(slug).or_insert(lists.len());
        match lists.get_mut(at) {
            Some(list) => list.entries.push(index),
            None => lists.push(List {
                folder: ["s/", slug, "/"].concat(),
                name: Some(name.clone()),
                entries: vec![index],
            }),
        }
    }
    lists
}

/// Writes them all, the catalogue for the viewer, and the page for addresses that lead nowhere.
pub(super) fn write(press: &Press, entries: &[Entry], lists: &[List]) -> io::Result<()> {
    for list in lists {
        for page in (1..=list.older()).map(Some).chain([None]) {
            let path = [&list.folder(page), "index.html"].concat();
            press.out.put(&path, page_of(press, entries, lists, list, page)?)?;
        }
    }
    let newest = (0..entries.len().min(CATALOGUE)).collect::<Vec<_>>();
    let whole = catalogue_of(press, entries, &newest, None)?;
    press.out.put("articles/index.json", write::catalogue(&whole, false))?;
    press.out.put("404.html", lost(press)?)
}

fn catalogue_of(
    press: &Press,
    entries: &[Entry],
    which: &[usize],
    name: Option<&str>,
) -> io::Result<Catalogue> {
    let about = &press.paper.about;
    let items = which.iter().filter_map(|index| press.item(entries.get(*index)?).transpose());
    Ok(Catalogue {
        title: Some(name.unwrap_or(about.title.as_deref().unwrap_or(press.paper.name())).into()),
        description: about.description.clone(),
        publisher: about.publisher.clone(),
        items: items.collect::<io::Result<_>>()?,
    })
}

fn page_of(
    press: &Press,
    entries: &[Entry],
    lists: &[List],
    list: &List,
    page: Option<usize>,
) -> io::Result<String> {
    let (home, paper) = (&press.home, &press.paper);
    let name = list.name.as_deref();
    let mut shown = catalogue_of(press, entries, list.of_page(page), name)?;
    if name.is_some() {
        // The page says it once, for all of them.
        shown.items.iter_mut().for_each(|item| item.section = None);
    }
    let title = match (name, page) {
        (Some(name), None) => format!("{name} - {}", paper.name()),
        (Some(name), Some(page)) => format!("{name} ({page}) - {}", paper.name()),
        (None, None) => paper.name().to_owned(),
        (None, Some(page)) => format!("{} ({page})", paper.name()),
    };
    let older = match page {
        None => Some(list.older()),
        Some(page) => Some(page - 1),
    };
    let older = older.filter(|page| *page > 0).map(Some);
    let newer = page.map(|page| (page < list.older()).then_some(page + 1));
    let address = |page: Option<usize>| encoded_path(&list.folder(page));
    let mut links = Vec::new();
    links.extend(newer.map(|page| Link::new("prev", home.at(&address(page)))));
    links.extend(older.map(|page| Link::new("next", home.at(&address(page)))));
    let head = Head {
        title,
        description: paper.description().map(str::to_owned),
        canonical: Some(home.at(&address(page))),
        lang: paper.lang().to_owned(),
        kind: "website",
        image: shown.items.first().and_then(|item| item.image.clone()),
        links,
        ..Head::default()
    };
    let sections: Vec<_> = lists
        .iter()
        .filter_map(|list| Some((list.name.clone()?, home.here(&encoded_path(&list.folder)))))
        .collect();
    let pages = [(newer, false), (older, true)]
        .map(|(page, is_older)| page.map(|page| (home.here(&address(page)), is_older)));
    let (here, is_section) = (home.path.clone(), name.is_some());
    document(press, &head, Strings::for_lang(paper.lang()), false, move |cx, out| {
        let href = |item: &crate::article::CatalogueItem| {
            let id = item.id.as_deref().unwrap_or_default();
            [&here, &*article_url(id)].concat()
        };
        let class = if is_section { "tb-list tb-list-section" } else { "tb-list" };
        out.el("div", class, |out| catalogue(cx, out, &shown, &href));
        turn(out, cx.strings, &pages);
        if !sections.is_empty() {
            nav(out, "tb-sections", cx.strings.sections, &sections);
        }
        foot(cx, out, shown.publisher.as_ref(), None, false);
    })
}

/// The ways to the newer and to the older page.
fn turn(out: &mut Out, strings: &'static Strings, pages: &[Option<(String, bool)>]) {
    if pages.iter().all(Option::is_none) {
        return;
    }
    out.el("nav", "tb-turn", |out| {
        out.put(Attr::AriaLabel, strings.pages);
        for (href, is_older) in pages.iter().flatten() {
            out.el("a", "tb-turn-page", |out| {
                out.set(Attr::Href, href.clone().into());
                out.put(Attr::Rel, if *is_older { "next" } else { "prev" });
                out.words(if *is_older { strings.older } else { strings.newer });
            });
        }
    });
}

/// Names that lead somewhere.
pub(super) fn nav(
    out: &mut Out,
    class: &'static str,
    label: &'static str,
    links: &[(String, String)],
) {
    out.el("nav", class, |out| {
        out.put(Attr::AriaLabel, label);
        out.el("ul", "", |out| {
            for (name, href) in links {
                out.el("li", "", |out| {
                    out.el("a", "", |out| {
                        out.set(Attr::Href, href.clone().into());
                        out.put(Attr::Dir, "auto");
                        out.string(name.clone());
                    });
                });
            }
        });
    });
}

/// What stands at an address that leads nowhere.
fn lost(press: &Press) -> io::Result<String> {
    let lang = Lang::new(press.paper.lang());
    let strings = Strings::for_lang(&lang.tag);
    let head = Head {
        title: press.paper.name().to_owned(),
        lang: lang.tag.to_string(),
        kind: "website",
        ..Head::default()
    };
    let home = press.home.path.clone();
    document(press, &head, strings, false, move |cx, out| {
        failure(cx, out, &LoadError::NotFound, None, Some(home.clone().into()));
    })
}
