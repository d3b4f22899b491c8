//! What the paper says of itself: `site.json`, and the head of its catalogue.

use std::path::{Path, PathBuf};

use super::Work;
use super::place::Home;
use crate::article::{Catalogue, Publisher};
use crate::cli::args::Site as Wanted;
use crate::formats::{Source, parse_catalogue, parse_site};
use crate::safe_url::standard;
use crate::site::Site;
use crate::strings::Strings;

/// The paper.
pub(super) struct Paper {
    pub(super) settings: Site,
    /// The file that the settings are from.
    pub(super) file: Option<PathBuf>,
    /// Title, description and publisher.
    pub(super) about: Catalogue,
}

impl Paper {
    pub(super) fn name(&self) -> &str {
        let name = self.settings.name.as_deref().or(self.about.title.as_deref());
        name.unwrap_or("Trang Báo")
    }

    pub(super) fn description(&self) -> Option<&str> {
        self.settings.description.as_deref().or(self.about.description.as_deref())
    }

    pub(super) fn publisher(&self) -> Option<&Publisher> {
        self.about.publisher.as_ref()
    }

    /// The language of the lists.
    pub(super) fn lang(&self) -> &str {
        self.settings.lang.as_deref().unwrap_or("vi")
    }

    /// The words around an article in this language: the site's where it has chosen, else the
    /// article's.
    pub(super) fn strings(&self, lang: &str) -> &'static Strings {
        Strings::for_lang(self.settings.lang.as_deref().unwrap_or(lang))
    }
}

/// Whether a file holds the settings, and no article.
pub(super) fn is_settings(work: &Work, folder: &Path) -> bool {
    matches!(work, Work::File(path) if *path == folder.join("site.json"))
}

/// The settings beside the articles, else the app's. What is wrong in them is left at its default.
pub(super) fn read(wanted: &Wanted, home: &Home, about: &[String]) -> Paper {
    let address = home.at("site.json");
    let source = Source { address: Some(&address), resolve: standard };
    let folders = [Some(&wanted.articles), wanted.app.as_ref()].into_iter().flatten();
    let file = folders.map(|folder| folder.join("site.json")).find(|file| file.is_file());
    let bytes = file.as_ref().and_then(|file| crate::cli::file::bytes(file).ok());
    let settings = bytes.and_then(|bytes| parse_site(&bytes, &source).ok());
    let list = about.first().and_then(|list| parse_catalogue(list.as_bytes(), &source).ok());
    Paper {
        settings: settings.map(|settings| settings.article).unwrap_or_default(),
        file,
        about: list.map(|list| list.article).unwrap_or_default(),
    }
}
