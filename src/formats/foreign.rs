//! The formats that other newspapers and their systems write, one adapter a file. The first that
//! matches takes the file, so the ones that are surest of themselves come first.

use super::{Format, json_feed, wordpress};

pub(super) const FORMATS: &[Format] = &[
    Format {
        name: "wordpress",
        matches: wordpress::matches,
        articles: wordpress::articles,
        into_article: wordpress::into_article,
    },
    Format {
        name: "json-feed",
        matches: json_feed::matches,
        articles: json_feed::articles,
        into_article: json_feed::into_article,
    },
];
