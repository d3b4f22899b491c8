//! The formats that other newspapers and their systems write, one adapter a file, in groups that
//! have much in common: in the browser each group is a download of its own. The first that matches
//! takes the file, so the ones that are surest of themselves come first.

use super::{
    Format, apple_news, editor_js, json_feed, lexical, native, ninjs, only_one, plain,
    portable_text, prose_mirror, schema_org, simorgh, wordpress,
};

/// Every group, in the order in which they are asked.
pub(super) const GROUPS: [&[Format]; 9] =
    [SIMORGH, APPLE_NEWS, SITES, BLOCKS, TREES, NINJS, NATIVE_LISTS, SCHEMA_ORG, PLAIN];

/// The blocks of the BBC.
pub const SIMORGH: &[Format] = &[Format {
    name: "simorgh",
    matches: simorgh::matches,
    articles: simorgh::articles,
    into_article: simorgh::into_article,
}];

/// Apple's components.
pub const APPLE_NEWS: &[Format] = &[Format {
    name: "apple-news",
    matches: apple_news::matches,
    articles: only_one,
    into_article: apple_news::into_article,
}];

/// What sites hand out.
pub const SITES: &[Format] = &[
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

/// Rich text as a list of blocks.
pub const BLOCKS: &[Format] = &[
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
];

/// Rich text as a tree of nodes.
pub const TREES: &[Format] = &[
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

/// What news agencies send.
pub const NINJS: &[Format] = &[Format {
    name: "ninjs",
    matches: ninjs::matches,
    articles: ninjs::articles,
    into_article: ninjs::into_article,
}];

/// Several articles of the native format.
pub const NATIVE_LISTS: &[Format] = &[Format {
    name: "native",
    matches: schema_org::matches_native,
    articles: schema_org::articles,
    into_article: native::into_article,
}];

/// What pages say of themselves.
pub const SCHEMA_ORG: &[Format] = &[Format {
    name: "schema-org",
    matches: schema_org::matches,
    articles: schema_org::articles,
    into_article: schema_org::into_article,
}];

/// What is passed around without a name. It asks for the least, so it comes last.
pub const PLAIN: &[Format] = &[Format {
    name: "plain",
    matches: plain::matches,
    articles: plain::articles,
    into_article: plain::into_article,
}];
