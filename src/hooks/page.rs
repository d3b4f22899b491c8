//! What the address shows: asked for, parsed, kept for the way back.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::Place;
use crate::article::{Article, Catalogue};
use crate::browser::fetch::{self, Request};
use crate::browser::url;
use crate::error::{LoadError, Problem};
use crate::formats::{Source, parse, parse_catalogue};
use crate::route::Route;
use crate::safe_url::origin;
use crate::site::Site;

/// Pages kept for going back and forward at once.
const KEPT: usize = 8;

/// What is shown.
#[derive(Clone)]
pub enum Page {
    /// The list of articles.
    Catalogue(Rc<Catalogue>),
    /// An article.
    Article {
        /// The article.
        article: Rc<Article>,
        /// Whether some of its characters could not be read.
        lossy: bool,
    },
}

impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Catalogue(a), Self::Catalogue(b)) => Rc::ptr_eq(a, b),
            (Self::Article { article: a, .. }, Self::Article { article: b, .. }) => {
                Rc::ptr_eq(a, b)
            }
            _ => false,
        }
    }
}

/// How far a page has come.
#[derive(Clone, PartialEq)]
pub enum Load {
    /// It is on its way.
    Loading,
    /// It is here.
    Ready(Page),
    /// It could not be had.
    Failed(LoadError),
}

/// One asking: the step that led to the page, and how often it was tried again.
type Asking = (u32, u32);

thread_local! {
    static PAGES: RefCell<Vec<(Route, Page)>> = const { RefCell::new(Vec::new()) };
}

/// The page of a place, and the way to ask for it again.
#[hook]
pub fn use_page(place: &Place, site: Option<Rc<Site>>, base: &AttrValue) -> (Load, Callback<()>) {
    let tries = use_state_eq(|| 0u32);
    let answer = use_state(|| None::<(Asking, Result<Page, LoadError>)>);
    let asking = (place.serial, *tries);
    let setter = answer.setter();
    let (place, base) = (place.clone(), base.clone());
    let waits_for_site = site.is_none();
    use_effect_with((asking, waits_for_site), move |_| {
        let request = site.map(|site| {
            let loader = Rc::new(Loader {
                base,
                site,
                route: place.route.clone(),
                request: RefCell::new(None),
                report: Box::new(move |result| setter.set(Some((asking, result)))),
            });
            match kept(&place.route).filter(|_| place.restored) {
                Some(page) => (loader.report)(Ok(page)),
                None => loader.begin(),
            }
            loader
        });
        // Leaving the page aborts what it asked for.
        move || drop(request.map(|loader| loader.request.take()))
    });
    let retry = use_callback(tries, |(), tries| tries.set(**tries + 1));
    let load = match &*answer {
        Some((of, Ok(page))) if *of == asking => Load::Ready(page.clone()),
        Some((of, Err(error))) if *of == asking => Load::Failed(error.clone()),
        _ => Load::Loading,
    };
    (load, retry)
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

struct Loader {
    base: AttrValue,
    site: Rc<Site>,
    route: Route,
    request: RefCell<Option<Request>>,
    report: Box<dyn Fn(Result<Page, LoadError>)>,
}

impl Loader {
    fn begin(self: &Rc<Self>) {
        match &self.route {
            Route::Catalogue => self.get(self.catalogue(), |loader, bytes, source| {
                let list = parse_catalogue(&bytes, source)?.article;
                loader.done(Ok(Page::Catalogue(Rc::new(list))));
                Ok(())
            }),
            Route::Article(id) => {
                let address = [&self.base, "articles/", id, ".json"].concat();
                let this = self.clone();
                self.request_article(address, move |error| match error {
                    // The catalogue may know it under another address.
                    LoadError::NotFound => this.look_up(),
                    error => this.done(Err(error)),
                });
            }
            Route::Source(src) => match url::standard(src, Some(&self.base)) {
                Some(address) if self.site.allows(&address, &self.base) => {
                    let this = self.clone();
                    self.request_article(address, move |error| this.done(Err(error)));
                }
                address => {
                    let address = address.unwrap_or_else(|| src.clone());
                    let origin = origin(&address).unwrap_or(&address).to_owned();
                    self.done(Err(LoadError::OriginNotAllowed { origin }));
                }
            },
            Route::Unknown => self.done(Err(LoadError::NotFound)),
        }
    }

    fn catalogue(&self) -> String {
        [&self.base, "articles/index.json"].concat()
    }

    fn done(&self, result: Result<Page, LoadError>) {
        if let Ok(page) = &result {
            keep(&self.route, page);
        }
        (self.report)(result);
    }

    /// Asks the catalogue where an article is that was not where it is expected.
    fn look_up(self: &Rc<Self>) {
        let Route::Article(id) = &self.route else { return };
        let id = url::decode(id);
        self.get(self.catalogue(), move |loader, bytes, source| {
            let list = parse_catalogue(&bytes, source)?.article;
            let known = list.items.into_iter().find(|item| item.id.as_deref() == Some(&id));
            let address = known.and_then(|item| item.url).ok_or(LoadError::NotFound)?;
            let this = loader.clone();
            loader.request_article(address.to_string(), move |error| this.done(Err(error)));
            Ok(())
        });
    }

    fn request_article(self: &Rc<Self>, address: String, failed: impl Fn(LoadError) + 'static) {
        let this = self.clone();
        let from = address.clone();
        let request = fetch::get_bytes(address, move |bytes| {
            let source = Source { address: Some(&from), resolve: url::standard };
            let parsed = bytes.and_then(|bytes| Ok(parse(&bytes, &source)?));
            match parsed {
                Ok(parsed) => {
                    let lossy = parsed.warnings.iter().any(|w| w.problem == Problem::InvalidUtf8);
                    this.done(Ok(Page::Article { article: Rc::new(parsed.article), lossy }));
                }
                Err(error) => failed(error),
            }
        });
        self.request.replace(Some(request));
    }

    fn get(
        self: &Rc<Self>,
        address: String,
        take: impl FnOnce(&Rc<Self>, Vec<u8>, &Source) -> Result<(), LoadError> + 'static,
    ) {
        let this = self.clone();
        let from = address.clone();
        let request = fetch::get_bytes(address, move |bytes| {
            let source = Source { address: Some(&from), resolve: url::standard };
            if let Err(error) = bytes.and_then(|bytes| take(&this, bytes, &source)) {
                this.done(Err(error));
            }
        });
        self.request.replace(Some(request));
    }
}
