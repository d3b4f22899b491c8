//! What stands inline in every page, and the policy that names it by its hash.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::minify::minify;
use super::policy::RULES;
use crate::site::Site;

macro_rules! sheets {
    ($($name:literal,)*) => {
        concat!($(include_str!(concat!("../../../static/css/", $name, ".css")), "\n",)*)
    };
}

/// The viewer's style sheets in the order of its own page, then what only a site's pages have.
const SHEETS: &str = sheets![
    "tokens",
    "article",
    "body",
    "long",
    "pictures",
    "media",
    "tables",
    "apart",
    "end",
    "desk",
    "shell",
    "controls",
    "catalogue",
    "states",
    "modes",
    "print",
    "site",
];

/// The next article is fetched at once, others when the reader is about to follow the link.
const SPECULATION: &str = concat!(
    r#"{"prefetch":[{"where":{"selector_matches":"a[rel~=next]"},"eagerness":"eager"},"#,
    r#"{"where":{"selector_matches":".tb-story a,.tb-card,.tb-sections a"},"eagerness":"moderate"}]}"#
);

/// Styles and policy, the same in every page, so that a host can send one header for all.
pub(super) struct Style {
    pub(super) css: String,
    /// Which links are fetched when the reader is about to follow them.
    pub(super) speculation: &'static str,
    /// The policy, as a `<meta>` may carry it.
    pub(super) policy: String,
}

impl Style {
    pub(super) fn new(settings: &Site) -> Self {
        let mut css = minify(SHEETS);
        if !settings.colors.is_empty() {
            css.push_str(&settings.color_rules());
        }
        let speculation = SPECULATION;
        let policy = RULES
            .replace("style-src 'self'", &format!("style-src 'self' {}", hash(&css)))
            .replace("'wasm-unsafe-eval'", &format!("'wasm-unsafe-eval' {}", hash(speculation)));
        Self { css, speculation, policy }
    }

    /// The policy, as a header says it.
    pub(super) fn header(&self) -> String {
        format!("{}; frame-ancestors 'self'", self.policy)
    }
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}
