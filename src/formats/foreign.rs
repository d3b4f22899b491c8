//! The formats that other newspapers and their systems write, one adapter a file. The first that
//! matches takes the file, so the ones that are surest of themselves come first.

use super::{Format, editor_js, lexical, portable_text, prose_mirror};

pub(super) const FORMATS: &[Format] = &[
    Format {
        name: "portable-text",
        matches: portable_text::matches,
        articles: portable_text::articles,
        into_article: portable_text::into_article,
    },
    Format {
        name: "editor-js",
        matches: editor_js::matches,
        articles: editor_js::articles,
        into_article: editor_js::into_article,
    },
    Format {
        name: "prosemirror",
        matches: prose_mirror::matches,
        articles: prose_mirror::articles,
        into_article: prose_mirror::into_article,
    },
    Format {
        name: "lexical",
        matches: lexical::matches,
        articles: lexical::articles,
        into_article: lexical::into_article,
    },
];
