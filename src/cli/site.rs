//! `trangbao site`: a folder of articles becomes a complete site, rendered by the viewer's own view.
//!
//! 1. [`reading`] goes through the files once and keeps an [`entry`](reading::Entry) of each
//!    article: enough for lists and feeds.
//! 2. [`pages`] reads each file again and writes the article's page and what lies beside it.
//!    [`lists`] writes the pages that list them, [`feeds`] and [`sitemap`] what machines read.
//! 3. [`around`] writes what a site has once, and brings the viewer's files along; [`headers`] what
//!    its host has to be told.
//!
//! Everything goes through [`output`], which writes only what has changed, and remembers what was
//! written, so that the next run removes what is gone. Nothing depends on the clock: two runs
//! write the same bytes.

mod app;
mod around;
mod cards;
mod document;
mod feeds;
mod head;
mod headers;
mod height;
mod json_ld;
mod lists;
mod minify;
mod oembed;
mod output;
mod pages;
mod place;
mod policy;
mod reading;
mod settings;
mod sitemap;
mod snippet;
mod squeeze;
mod style;
mod translations;

use std::io;
use std::time::Instant;

use super::args::Site;
use super::progress::Progress;
use super::walk::{Work, below};
use super::workers::in_order;
use super::{Failure, print, say};
use crate::article::CatalogueItem;
use app::App;
use cards::Cards;
use output::Output;
use place::Home;
use reading::{Desk, Entry, Found};
use settings::Paper;
use style::Style;

/// What is made once, for all processors.
struct Works<'a> {
    site: &'a Site,
    home: Home,
    /// What the articles' folder says of the paper, as JSON.
    about: Vec<String>,
    style: Style,
    app: Option<App>,
    cards: Cards,
    out: Output,
}

/// What every page of the site needs to know; each processor has its own.
struct Press<'a> {
    home: &'a Home,
    paper: Paper,
    style: &'a Style,
    /// The viewer that lies beside the pages.
    app: Option<&'a App>,
    cards: &'a Cards,
    out: &'a Output,
}

impl Press<'_> {
    /// An article, as lists show it.
    fn item(&self, entry: &Entry) -> io::Result<Option<CatalogueItem>> {
        Ok(reading::item(&self.cards.get(&entry.card)?, self.home))
    }
}

impl Works<'_> {
    fn press(&self) -> Press<'_> {
        Press {
            home: &self.home,
            paper: settings::read(self.site, &self.home, &self.about),
            style: &self.style,
            app: self.app.as_ref(),
            cards: &self.cards,
            out: &self.out,
        }
    }
}

/// A broken article, in one line.
type Broken = String;

pub(super) fn run(site: &Site) -> Result<bool, Failure> {
    let started = Instant::now();
    let mut work = Vec::new();
    below(&site.articles, &mut work);
    work.retain(|work| !settings::is_settings(work, &site.articles));
    let mut progress = Progress::new(true, 2 * work.len());
    let home = Home::new(&site.base);
    let cannot = |error: io::Error| Failure::Cannot(format!("{}: {error}", site.out.display()));
    let cards = Cards::create(&site.out).map_err(cannot)?;
    let desk = Desk { folder: &site.articles, home: &home, cards: &cards };
    let Contents { mut entries, about, mut broken } = read(&desk, &work, &mut progress)?;
    reading::in_order(&mut entries);

    let out = Output::open(&site.out, site.compress).map_err(cannot)?;
    let style = Style::new(&settings::read(site, &home, &about).settings);
    let app = site.app.as_deref().map(|folder| App::read(folder, &home)).transpose();
    let app = app.map_err(|error| Failure::Cannot(format!("--app: {error}")))?;
    let works = Works { site, home, about, style, app, cards, out };
    let press = works.press();
    let lists = lists::plan(&entries);
    let done = (|| {
        pages::write(&works, &work, &entries, &lists, &mut |outcome: Option<Broken>| {
            broken.extend(outcome);
            progress.step();
        })?;
        lists::write(&press, &entries, &lists)?;
        feeds::write(&press, &entries)?;
        sitemap::write(&press, &entries, &lists)?;
        let files = around::write(&press, site)?;
        headers::write(&press, &files)?;
        press.out.close()
    })();
    progress.clear();
    broken.iter().for_each(|line| say(line));
    let wrote = done.map_err(cannot)?;

    let counted =
        |count: usize, name: &str| format!("{count} {name}{}", if count == 1 { "" } else { "s" });
    let left_out = match broken.len() {
        0 => String::new(),
        count => format!(" ({count} left out)"),
    };
    print(&format!(
        "{}{left_out}, {}: {} written, {} unchanged, {} removed, in {:.1} s\n",
        counted(entries.len(), "article"),
        counted(lists.len() - 1, "section"),
        counted(wrote.written, "file"),
        wrote.unchanged,
        wrote.removed,
        started.elapsed().as_secs_f32(),
    ))?;
    Ok(broken.is_empty())
}

/// What is in the articles' folder.
#[derive(Default)]
struct Contents {
    entries: Vec<Entry>,
    about: Vec<String>,
    broken: Vec<Broken>,
}

/// Goes through all files once.
fn read(desk: &Desk, work: &[Work], progress: &mut Progress) -> Result<Contents, Failure> {
    let mut contents = Contents::default();
    let Contents { entries, about, broken } = &mut contents;
    let mut known = std::collections::HashMap::new();
    let numbered: Vec<_> = work.iter().enumerate().collect();
    let look = |(file, work): &(usize, &Work)| reading::look(*file, work, desk);
    in_order(
        &numbered,
        || look,
        |found| {
            progress.step();
            match found {
                Found::About(list) => about.push(list),
                Found::Articles(articles) => {
                    for article in articles {
                        match article {
                        Ok(entry) => match known.get(&entry.id) {
                            None => {
                                known.insert(entry.id.clone(), entry.name.clone());
                                entries.push(entry);
                            }
                            Some(first) => broken.push(format!(
                                "{}: the id \"{}\" is taken by {first}: give it another \"@id\"",
                                entry.name, entry.id
                            )),
                        },
                        Err(line) => broken.push(line),
                    }
                    }
                }
            }
            Ok(())
        },
    )?;
    Ok(contents)
}
