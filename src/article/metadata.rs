//! Who, when, in which language, and what else there is to read.

use super::{Image, Inline, Text};
use crate::safe_url::SafeUrl;

/// A language, and the direction in which it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lang {
    /// The BCP 47 tag.
    pub tag: Text,
    /// Its direction.
    pub dir: Dir,
}

/// A writing direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dir {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Dir {
    /// The value of the `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Languages that are written from right to left unless their tag names another script.
const RTL_LANGUAGES: [&str; 11] =
    ["ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"];
/// Scripts that are written from right to left.
const RTL_SCRIPTS: [&str; 6] = ["adlm", "arab", "hebr", "nkoo", "syrc", "thaa"];

impl Lang {
    /// A language by its tag. The direction follows the script where the tag names one.
    ///
    /// ```
    /// # use trangbao::article::{Dir, Lang};
    /// assert_eq!(Lang::new("ar-EG").dir, Dir::Rtl);
    /// assert_eq!(Lang::new("ks-Deva").dir, Dir::Ltr);
    /// ```
    pub fn new(tag: &str) -> Self {
        let tag: Text = tag.trim().replace('_', "-").into();
        let mut parts = tag.split('-').map(str::to_ascii_lowercase);
        let language = parts.next().unwrap_or_default();
        let rtl = match parts.find(|part| part.len() == 4) {
            Some(script) => RTL_SCRIPTS.contains(&script.as_str()),
            None => RTL_LANGUAGES.contains(&language.as_str()),
        };
        let dir = if rtl { Dir::Rtl } else { Dir::Ltr };
        Self { tag, dir }
    }

    /// Whether a text is a well-formed language tag, as far as the viewer needs to know.
    pub fn is_tag(text: &str) -> bool {
        let mut parts = text.trim().split(['-', '_']);
        let alphabetic = |part: &str| part.bytes().all(|b| b.is_ascii_alphabetic());
        parts.next().is_some_and(|first| (2..=8).contains(&first.len()) && alphabetic(first))
            && parts.all(|part| {
                (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
            })
    }

    /// The primary language: `vi` of `vi-VN`.
    pub fn primary(&self) -> &str {
        self.tag.split('-').next().unwrap_or_default()
    }
}

impl Default for Lang {
    /// Vietnamese: what this viewer was made for.
    fn default() -> Self {
        Self::new("vi")
    }
}

/// A point in time, with the zone in which the article speaks of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub epoch: i64,
    /// Minutes east of Greenwich of the zone it is shown in.
    pub offset: i16,
    /// Whether a time of day was given.
    pub has_time: bool,
}

/// An author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The name.
    pub name: Text,
    /// The job title.
    pub job_title: Option<Text>,
    /// The author's page.
    pub url: Option<SafeUrl>,
    /// A portrait.
    pub image: Option<Image>,
}

/// A publisher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher {
    /// The name.
    pub name: Text,
    /// The home page.
    pub url: Option<SafeUrl>,
    /// The logo.
    pub logo: Option<Image>,
}

/// A link to another article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Its headline; the address where none was given.
    pub name: Text,
    /// Where it is.
    pub url: SafeUrl,
    /// A picture.
    pub image: Option<Image>,
    /// A sentence about it.
    pub description: Option<Text>,
}

/// A correction to the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What was corrected.
    pub text: Vec<Inline>,
    /// When.
    pub date: Option<Moment>,
}

/// A licence is an address or, in older files, a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum License {
    /// The licence's address.
    Url(SafeUrl),
    /// Its wording.
    Words(Text),
}

/// A list of articles: what `articles/index.json` holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    /// Its title.
    pub title: Option<Text>,
    /// What it is.
    pub description: Option<Text>,
    /// Who publishes it.
    pub publisher: Option<Publisher>,
    /// The articles, newest first.
    pub items: Vec<CatalogueItem>,
}

/// One article of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueItem {
    /// Its identifier, for the route `/a/<id>`.
    pub id: Option<Text>,
    /// The address of its JSON.
    pub url: Option<SafeUrl>,
    /// The headline.
    pub headline: Text,
    /// The lede, as plain text.
    pub lede: Option<Text>,
    /// When it was published.
    pub published: Option<Moment>,
    /// The section.
    pub section: Option<Text>,
    /// A picture.
    pub image: Option<Image>,
    /// Who wrote it.
    pub authors: Vec<Author>,
}
