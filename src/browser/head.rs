//! The page's `head`: what search engines, share sheets and the history read.

use web_sys::Element;

/// What the head says of a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Head {
    /// The title.
    pub title: String,
    /// The description.
    pub description: Option<String>,
    /// The page's own or its original's address.
    pub canonical: String,
    /// The language of what is shown.
    pub lang: String,
    /// `article` or `website`.
    pub kind: &'static str,
    /// The share card's picture.
    pub image: Option<String>,
    /// The site's name.
    pub site: String,
}

/// Brings the head up to date.
pub fn set(head: &Head) {
    let Some(document) = super::document() else { return };
    document.set_title(&head.title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", &head.lang);
    }
    let description = head.description.as_deref();
    meta("name", "description", description);
    meta("property", "og:title", Some(&head.title));
    meta("property", "og:description", description);
    meta("property", "og:type", Some(head.kind));
    meta("property", "og:url", Some(&head.canonical));
    meta("property", "og:image", head.image.as_deref());
    meta("property", "og:site_name", Some(&head.site));
    meta("name", "twitter:card", head.image.as_ref().map(|_| "summary_large_image"));
    entry("link", "rel", "canonical", "href", Some(&head.canonical));
}

fn meta(key: &str, name: &str, content: Option<&str>) {
    entry("meta", key, name, "content", content);
}

/// Sets, adds or removes one entry of the head.
fn entry(tag: &str, key: &str, name: &str, attribute: &str, content: Option<&str>) -> Option<()> {
    let document = super::document()?;
    let head = document.head()?;
    let selector = format!("{tag}[{key}=\"{name}\"]");
    let found = head.query_selector(&selector).ok()?;
    let add = || -> Option<Element> {
        let element = document.create_element(tag).ok()?;
        element.set_attribute(key, name).ok()?;
        head.append_child(&element).ok()?;
        Some(element)
    };
    match content {
        Some(content) => found.or_else(add)?.set_attribute(attribute, content).ok(),
        None => {
            if let Some(found) = found {
                found.remove();
            }
            Some(())
        }
    }
}
