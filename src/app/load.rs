//! What an address shows: asked for, parsed, kept for the way back.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::Callback;

use super::place::Place;
use crate::article::Catalogue;
use crate::browser::adapters::Conversion;
use crate::browser::fetch::{self, Request};
use crate::browser::{timer, url};
use crate::error::LoadError;
use crate::formats::{Source, parse_catalogue, parse_site};
use crate::route::Route;
use crate::safe_url::origin;
use crate::shell::{self, Held, Opened};
use crate::site::Site;

/// Pages kept for going back and forward at once.
const KEPT: usize = 8;

/// What is shown.
#[derive(Clone)]
pub enum Page {
    /// The list of articles.
    Catalogue(Rc<Catalogue>),
    /// An article.
    Article(Opened),
}

/// How far a page has come.
pub enum Load {
    /// It is on its way.
    Loading,
    /// It is here.
    Ready(Page),
    /// It could not be had.
    Failed(LoadError),
}

/// What is under way. Dropping it aborts it.
pub struct Asking {
    // An answer may lead to another request, which takes the place of the first.
    loader: Rc<Loader>,
}

impl Drop for Asking {
    fn drop(&mut self) {
        self.loader.request.take();
        self.loader.converting.take();
        self.loader.second.take();
    }
}

thread_local! {
    static PAGES: RefCell<Vec<(Route, Page)>> = const { RefCell::new(Vec::new()) };
}

/// Asks for the site's settings. Where they cannot be had, the defaults do: a missing file must
/// not keep anybody from reading.
pub fn ask_for_site(base: &Rc<str>, report: Callback<Rc<Site>>) -> Asking {
    let loader = Rc::new(Loader::new(base, Rc::default(), Route::Unknown, "", Callback::noop()));
    let address = [base, "site.json"].concat();
    let from = address.clone();
    let take = move |bytes: Result<Vec<u8>, LoadError>| {
        let source = Source { address: Some(&from), resolve: url::standard };
        let site = bytes.ok().and_then(|bytes| parse_site(&bytes, &source).ok());
        report.emit(Rc::new(site.map(|site| site.article).unwrap_or_default()));
    };
    loader.request.set(Some(fetch::get_bytes(address, Box::new(take))));
    Asking { loader }
}

/// Asks for the page of a place. A page to which the reader comes back is still here.
pub fn ask_for_page(
    base: &Rc<str>,
    site: Rc<Site>,
    place: &Place,
    report: Callback<Result<Page, LoadError>>,
) -> Asking {
    let loader = Rc::new(Loader::new(base, site, place.route.clone(), place.format(), report));
    match kept(&place.route).filter(|_| place.restored) {
        Some(page) => loader.report.emit(Ok(page)),
        None => loader.begin(),
    }
    Asking { loader }
}

fn kept(route: &Route) -> Option<Page> {
    PAGES.with_borrow(|pages| {
        pages.iter().find(|(kept, _)| kept == route).map(|(_, page)| page.clone())
    })
}

fn keep(route: &Route, page: &Page) {
    PAGES.with_borrow_mut(|pages| {
        pages.retain(|(kept, _)| kept != route);
        pages.push((route.clone(), page.clone()));
        if pages.len() > KEPT {
            pages.remove(0);
        }
    });
}

/// What an answer is taken for.
#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    Catalogue,
    /// An article, where the site's convention says that it is.
    Article,
    /// An article, where the catalogue or the link says that it is.
    ArticleAt,
    /// The catalogue, for the address of an article.
    LookUp,
}

struct Loader {
    base: Rc<str>,
    site: Rc<Site>,
    route: Route,
    format: String,
    request: Cell<Option<Request>>,
    converting: Cell<Option<Conversion>>,
    /// The second try, once there is one.
    second: Cell<Option<timer::Wait>>,
    may_ask_again: Cell<bool>,
    report: Callback<Result<Page, LoadError>>,
}

impl Loader {
    fn new(
        base: &Rc<str>,
        site: Rc<Site>,
        route: Route,
        format: &str,
        report: Callback<Result<Page, LoadError>>,
    ) -> Self {
        Self {
            base: base.clone(),
            site,
            route,
            format: format.to_owned(),
            request: Cell::new(None),
            converting: Cell::new(None),
            second: Cell::new(None),
            may_ask_again: Cell::new(true),
            report,
        }
    }

    fn begin(self: &Rc<Self>) {
        match &self.route {
            Route::Catalogue => self.get(self.catalogue(), Wanted::Catalogue),
            Route::Article(id) => {
                self.get([&self.base, "articles/", id, ".json"].concat(), Wanted::Article);
            }
            Route::Source(src) => match url::standard(src, Some(&self.base)) {
                Some(address) if self.site.allows(&address, &self.base) => {
                    self.get(address, Wanted::ArticleAt);
                }
                address => {
                    let address = address.unwrap_or_else(|| src.clone());
                    let origin = origin(&address).unwrap_or(&address).to_owned();
                    self.report.emit(Err(LoadError::OriginNotAllowed { origin }));
                }
            },
            Route::Unknown => self.report.emit(Err(LoadError::NotFound)),
        }
    }

    fn catalogue(&self) -> String {
        [&self.base, "articles/index.json"].concat()
    }

    fn get(self: &Rc<Self>, address: String, wanted: Wanted) {
        let this = self.clone();
        let from = address.clone();
        let take = move |bytes| match this.page(&from, bytes, wanted) {
            Ok(Some(page)) => this.found(page),
            Ok(None) => {}
            // What breaks off on the way often comes whole a moment later.
            Err(LoadError::Network) if this.may_ask_again.take() => {
                let again = this.clone();
                let ask = Box::new(move || again.get(from, wanted));
                this.second.set(Some(timer::after(1, ask)));
            }
            Err(error) => this.failed(error),
        };
        self.request.set(Some(fetch::get_bytes(address, Box::new(take))));
    }

    /// A copy of a moment ago is better than none, unless its publisher has taken it back.
    fn failed(&self, error: LoadError) {
        let is_lost = matches!(
            error,
            LoadError::Offline | LoadError::Network | LoadError::Timeout | LoadError::Server { .. }
        );
        let page = if is_lost { kept(&self.route) } else { None };
        self.report.emit(page.ok_or(error));
    }

    fn found(&self, page: Page) {
        keep(&self.route, &page);
        self.report.emit(Ok(page));
    }

    /// The page, or `None` where something has yet to come for it.
    fn page(
        self: &Rc<Self>,
        address: &str,
        bytes: Result<Vec<u8>, LoadError>,
        wanted: Wanted,
    ) -> Result<Option<Page>, LoadError> {
        if wanted == Wanted::Article && bytes == Err(LoadError::NotFound) {
            // The catalogue may know it under another address.
            self.get(self.catalogue(), Wanted::LookUp);
            return Ok(None);
        }
        let bytes = bytes?;
        let source = Source { address: Some(address), resolve: url::standard };
        match wanted {
            Wanted::Article | Wanted::ArticleAt => {
                let this = self.clone();
                let take = move |held: Result<Held, LoadError>| match held {
                    Ok(Held::Article(opened)) => this.found(Page::Article(opened)),
                    Ok(Held::Catalogue(list)) => this.found(Page::Catalogue(Rc::new(list))),
                    Err(error) => this.failed(error),
                };
                let converting = shell::open(bytes, address, &self.format, Box::new(take));
                self.converting.set(converting);
                Ok(None)
            }
            Wanted::Catalogue => {
                let list = parse_catalogue(&bytes, &source)?.article;
                Ok(Some(Page::Catalogue(Rc::new(list))))
            }
            Wanted::LookUp => {
                let Route::Article(id) = &self.route else { return Ok(None) };
                let id = url::decode(id);
                let list = parse_catalogue(&bytes, &source)?.article;
                let known = list.items.into_iter().find(|item| item.id.as_deref() == Some(&id));
                let there = known.and_then(|item| item.url).ok_or(LoadError::NotFound)?;
                self.get(there.as_str().to_owned(), Wanted::ArticleAt);
                Ok(None)
            }
        }
    }
}
