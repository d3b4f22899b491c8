//! The formats that other newspapers and their systems write, one adapter a file. The first that
//! matches takes the file, so the ones that are surest of themselves come first.

use super::{Format, plain, schema_org};

pub(super) const FORMATS: &[Format] = &[
    Format {
        name: "schema_org",
        matches: schema_org::matches,
        articles: schema_org::articles,
        into_article: schema_org::into_article,
    },
    // Asks for the least, so it comes last.
    Format {
        name: "plain",
        matches: plain::matches,
        articles: plain::articles,
        into_article: plain::into_article,
    },
];
