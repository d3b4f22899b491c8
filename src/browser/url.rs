//! Addresses, by the browser's own URL parser.

use web_sys::Url;

/// Resolves an address by the URL standard.
pub fn standard(input: &str, base: Option<&str>) -> Option<String> {
    let url = match base {
        Some(base) => Url::new_with_base(input, base),
        None => Url::new(input),
    };
    Some(url.ok()?.href())
}

/// Whether an address belongs to the page's own origin.
pub fn is_own_origin(url: &str) -> bool {
    let own = super::window().and_then(|window| window.location().origin().ok());
    Url::new(url).ok().map(|url| url.origin()) == own
}

/// The path of an address.
pub fn path(url: &str) -> String {
    Url::new(url).map(|url| url.pathname()).unwrap_or_default()
}

/// A path's segment as text.
pub fn decode(segment: &str) -> String {
    js_sys::decode_uri_component(segment).map_or_else(|_| segment.to_owned(), |text| text.into())
}

/// Text as a path's segment.
pub fn encode(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// The folder of the page itself.
pub(super) fn page_folder() -> String {
    let page = super::window().and_then(|window| window.location().href().ok());
    page.and_then(|page| standard(".", Some(&page))).unwrap_or_default()
}
