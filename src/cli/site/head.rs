//! The head of a page: what search engines, share sheets and feed readers read.

use super::Press;
use super::document::open_graph_locale;
use crate::article::{Image, Moment};
use crate::text::dates;

/// What the head says of a page.
#[derive(Default)]
pub(super) struct Head {
    pub(super) title: String,
    pub(super) description: Option<String>,
    /// The address that counts, of the page or of its original. Absent: search engines keep out.
    pub(super) canonical: Option<String>,
    pub(super) lang: String,
    /// `article` or `website`.
    pub(super) kind: &'static str,
    pub(super) image: Option<Image>,
    pub(super) published: Option<Moment>,
    pub(super) modified: Option<Moment>,
    pub(super) section: Option<String>,
    pub(super) topics: Vec<String>,
    /// The same in other forms and places: `rel`, type or language, title, address.
    pub(super) links: Vec<Link>,
    /// For search engines, as JSON.
    pub(super) data: Option<String>,
}

/// A link of the head.
pub(super) struct Link {
    pub(super) rel: &'static str,
    pub(super) kind: Option<&'static str>,
    pub(super) lang: Option<String>,
    pub(super) title: Option<String>,
    pub(super) href: String,
}

impl Link {
    pub(super) fn new(rel: &'static str, href: String) -> Self {
        Self { rel, kind: None, lang: None, title: None, href }
    }

    pub(super) fn of_type(rel: &'static str, kind: &'static str, href: String) -> Self {
        Self { kind: Some(kind), ..Self::new(rel, href) }
    }
}

impl Head {
    /// Everything but the styles, which come last: those who look for the links read no further.
    pub(super) fn write(&self, press: &Press, preload: &str, tags: &mut Tags) {
        let (home, paper) = (&press.home, &press.paper);
        let viewport = "width=device-width, initial-scale=1, viewport-fit=cover";
        tags.put("meta", &[("name", "viewport"), ("content", viewport)]);
        tags.line(&["<title>", &escaped(&self.title), "</title>"].concat());
        if !preload.is_empty() {
            tags.line(preload);
        }
        tags.named("description", self.description.as_deref());
        match &self.canonical {
            Some(canonical) => tags.put("link", &[("rel", "canonical"), ("href", canonical)]),
            None => tags.named("robots", Some("noindex")),
        }
        tags.named("color-scheme", Some("light dark"));
        for (scheme, color) in [("light", "#ffffff"), ("dark", "#121416")] {
            let media = format!("(prefers-color-scheme: {scheme})");
            tags.put("meta", &[("name", "theme-color"), ("content", color), ("media", &media)]);
        }
        self.card(paper.name(), tags);
        for link in &self.links {
            let mut attributes = vec![("rel", link.rel)];
            attributes.extend(link.kind.map(|kind| ("type", kind)));
            attributes.extend(link.lang.as_deref().map(|lang| ("hreflang", lang)));
            attributes.extend(link.title.as_deref().map(|title| ("title", title)));
            attributes.push(("href", &link.href));
            tags.put("link", &attributes);
        }
        for (kind, file) in
            [("application/atom+xml", "feed.xml"), ("application/feed+json", "feed.json")]
        {
            let href = home.at(file);
            let attributes =
                [("rel", "alternate"), ("type", kind), ("title", paper.name()), ("href", &href)];
            tags.put("link", &attributes);
        }
        // No drawing (SVG): the browser would make a document of it, on the thread that has the page to show.
        for (rel, file, sizes) in [
            ("icon", "icons/favicon-32.png", "32x32"),
            ("icon", "icons/icon-192.png", "192x192"),
            ("apple-touch-icon", "icons/apple-touch-icon.png", "180x180"),
        ] {
            let attributes =
                [("rel", rel), ("href", &home.here(file)), ("type", "image/png"), ("sizes", sizes)];
            tags.put("link", &attributes);
        }
        // With scripts, `static/install.js` names it, when it is not in the way.
        tags.line("<noscript>");
        tags.put("link", &[("rel", "manifest"), ("href", &home.here("manifest.webmanifest"))]);
        tags.line("</noscript>");
        if let Some(data) = &self.data {
            tags.script("application/ld+json", data);
        }
        tags.script("speculationrules", press.style.speculation);
    }

    /// The card that share sheets show.
    fn card(&self, site: &str, tags: &mut Tags) {
        tags.property("og:title", Some(&self.title));
        tags.property("og:description", self.description.as_deref());
        tags.property("og:type", Some(self.kind));
        tags.property("og:url", self.canonical.as_deref());
        tags.property("og:site_name", Some(site));
        tags.property("og:locale", open_graph_locale(&self.lang).as_deref());
        let iso = |moment: &Option<Moment>| moment.as_ref().map(dates::iso);
        tags.property("article:published_time", iso(&self.published).as_deref());
        tags.property("article:modified_time", iso(&self.modified).as_deref());
        tags.property("article:section", self.section.as_deref());
        for topic in &self.topics {
            tags.property("article:tag", Some(topic));
        }
        let wide =
            self.image.as_ref().is_some_and(|image| image.size.is_none_or(|(w, _)| w >= 300));
        tags.named("twitter:card", Some(if wide { "summary_large_image" } else { "summary" }));
        let Some(image) = &self.image else { return };
        tags.property("og:image", Some(image.url.as_str()));
        if let Some((width, height)) = image.size {
            tags.property("og:image:width", Some(&width.to_string()));
            tags.property("og:image:height", Some(&height.to_string()));
        }
        tags.property("og:image:alt", image.alt.as_deref());
        tags.named("twitter:image", Some(image.url.as_str()));
        tags.named("twitter:image:alt", image.alt.as_deref());
    }
}

/// Start tags, a line each.
#[derive(Default)]
pub(super) struct Tags {
    pub(super) text: String,
}

impl Tags {
    pub(super) fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    pub(super) fn put(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.text.push('<');
        self.text.push_str(name);
        for (key, value) in attributes {
            for part in [" ", key, "=\"", &escaped(value), "\""] {
                self.text.push_str(part);
            }
        }
        self.line(">");
    }

    fn named(&mut self, name: &str, content: Option<&str>) {
        if let Some(content) = content {
            self.put("meta", &[("name", name), ("content", content)]);
        }
    }

    fn property(&mut self, name: &str, content: Option<&str>) {
        if let Some(content) = content {
            self.put("meta", &[("property", name), ("content", content)]);
        }
    }

    /// A script that holds data. In JSON `<` can be written so that no tag ends in it.
    fn script(&mut self, kind: &str, json: &str) {
        let json = json.replace('<', "\\u003c");
        self.line(&["<script type=\"", kind, "\">", &json, "</script>"].concat());
    }
}

/// Words as they may stand between tags and in quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
