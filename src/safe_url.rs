//! Addresses that are safe to put into the page.
//!
//! A [`SafeUrl`] has one checking constructor, so an unsafe address cannot reach the view. The
//! URL standard's parser is not linked into the download: the browser brings one, and native
//! builds use the `url` crate. Both follow the same standard; a test holds them together.

use std::ops::Range;
use std::rc::Rc;

use crate::text::after_last;

/// Resolves `input` against `base` by the URL standard, to the address's normal form.
pub type Resolver = fn(input: &str, base: Option<&str>) -> Option<String>;

/// The URL standard's parser for native builds. In the browser it is the browser's own.
#[cfg(not(target_arch = "wasm32"))]
pub fn standard(input: &str, base: Option<&str>) -> Option<String> {
    let parsed = match base {
        Some(base) => url::Url::parse(base).ok()?.join(input),
        None => url::Url::parse(input),
    };
    Some(parsed.ok()?.into())
}

/// An address that may be put into the page, in its normal form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SafeUrl(Rc<str>);

/// What an address is for; each use allows its own schemes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UrlUse {
    /// A link that the reader follows: `https`, `http`, `mailto`, `tel`.
    Link,
    /// A picture: `https`, raster `data:`, or anything from the article's own origin. `http` is
    /// read as `https`.
    Picture,
    /// Video, sound or timed text: `https`, or anything from the article's own origin. `http` is
    /// read as `https`.
    Media,
    /// A page loaded into a frame on tap: `https` only, never the article's own origin.
    Frame,
}

/// Raster picture types that may stand in a `data:` address. SVG is missing on purpose.
const DATA_PICTURES: [&str; 5] = ["avif", "gif", "jpeg", "png", "webp"];
/// Longest address that is kept, in bytes. A `data:` picture may be longer.
const MAX_LENGTH: usize = 8_192;

impl SafeUrl {
    /// Resolves and checks an address. `None` where this use does not allow it.
    pub fn new(
        input: &str,
        base: Option<&str>,
        resolve: Resolver,
        purpose: UrlUse,
    ) -> Option<Self> {
        let input = input.trim();
        if input.is_empty() {
            return None;
        }
        let mut url = resolve(input, base)?;
        // Browsers ask for such files by https, whatever an old page says. A port of its own
        // answers one of the two alone.
        if matches!(purpose, UrlUse::Picture | UrlUse::Media)
            && !same_origin(&url, base)
            && !authority(&url).contains(':')
            && let Some(rest) = url.strip_prefix("http://")
        {
            url = ["https://", rest].concat();
        }
        let allowed = match scheme(&url)? {
            "https" => Self::host_allowed(&url, base, purpose),
            "http" => match purpose {
                UrlUse::Link => Self::host_allowed(&url, base, purpose),
                UrlUse::Picture | UrlUse::Media => same_origin(&url, base),
                UrlUse::Frame => false,
            },
            "mailto" | "tel" => purpose == UrlUse::Link,
            "data" => purpose == UrlUse::Picture && is_raster_data(&url),
            _ => false,
        };
        let fits = url.len() <= MAX_LENGTH || url.starts_with("data:");
        (allowed && fits).then(|| Self(url.into()))
    }

    /// The normal form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The normal form, without copying it.
    pub fn to_rc(&self) -> Rc<str> {
        self.0.clone()
    }

    /// The host, for addresses that have one.
    pub fn host(&self) -> Option<&str> {
        host(&self.0)
    }

    /// The host is checked after parsing, so that no spelling of an address slips through.
    fn host_allowed(url: &str, base: Option<&str>, purpose: UrlUse) -> bool {
        let Some(host) = host(url) else { return false };
        if authority(url).contains('@') {
            // A user name in an address exists to be mistaken for the host.
            return false;
        }
        match purpose {
            UrlUse::Link => true,
            UrlUse::Picture | UrlUse::Media => same_origin(url, base) || is_public(host),
            UrlUse::Frame => !same_origin(url, base) && is_public(host),
        }
    }
}

impl std::fmt::Display for SafeUrl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where the authority (`host:port`) stands in an address in its normal form.
fn authority_range(url: &str) -> Option<Range<usize>> {
    let start = url.find(':')? + 3;
    let rest = url.get(start..).filter(|_| url.get(start - 2..start) == Some("//"))?;
    let length = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    Some(start..start + length)
}

/// The origin (`https://host:port`) of an address in its normal form.
pub fn origin(url: &str) -> Option<&str> {
    url.get(..authority_range(url)?.end)
}

fn scheme(url: &str) -> Option<&str> {
    url.get(..url.find(':')?)
}

fn authority(url: &str) -> &str {
    authority_range(url).and_then(|range| url.get(range)).unwrap_or_default()
}

fn host(url: &str) -> Option<&str> {
    let authority = after_last(authority(url), b'@');
    let (end, from) = if authority.starts_with('[') { (']', 1) } else { (':', 0) };
    let host = authority.get(from..)?;
    let host = host.find(end).and_then(|end| host.get(..end)).unwrap_or(host);
    (!host.is_empty()).then_some(host)
}

fn same_origin(url: &str, base: Option<&str>) -> bool {
    match (origin(url), base.and_then(origin)) {
        (Some(a), Some(b)) => a == b,
        _ => false,
    }
}

/// Whether a host is a name on the public network: no address literal, no local name. What the
/// reader's own machine and network answer is none of an article's business.
fn is_public(host: &str) -> bool {
    let last = after_last(host.trim_end_matches('.'), b'.');
    let local = ["localhost", "local", "internal", "lan", "home", "arpa"].contains(&last);
    host.contains('.') && !local && last.bytes().any(|b| b.is_ascii_alphabetic())
}

fn is_raster_data(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("data:image/") else {
        return false;
    };
    DATA_PICTURES
        .iter()
        .any(|kind| rest.strip_prefix(kind).is_some_and(|rest| rest.starts_with([';', ','])))
}
