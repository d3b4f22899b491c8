//! What stands around a post: who wrote it, where it belongs, in which language.

use crate::article::{Article, Author, Publisher, Text};
use crate::error::Problem;
use crate::formats::native::metadata;
use crate::formats::{Cursor, fragment, line};
use crate::json::Json;
use crate::safe_url::UrlUse;
use crate::text::clean;

/// As many topics as anybody reads.
const MAX_TOPICS: usize = 40;

/// The authors: all of them where a plug-in knows of several, else the one that WordPress knows.
pub(super) fn authors(root: &Cursor) -> Vec<Author> {
    for key in ["authors", "coauthors"] {
        let several = root.list(key, author);
        if !several.is_empty() {
            return several;
        }
    }
    let embedded = root.get("_embedded").map(|embedded| embedded.list("author", author));
    let authors = embedded.filter(|authors| !authors.is_empty());
    let authors = authors.unwrap_or_else(|| root.list("author", author));
    if !authors.is_empty() {
        return authors;
    }
    let yoast = root.get("yoast_head_json");
    let name = yoast.and_then(|head| head.field("author", fragment::line));
    name.map(|name| Author { name, job_title: None, url: None, image: None }).into_iter().collect()
}

/// A user. A number refers to one that the file does not hold. Portraits are left where they are:
/// they are a third party's, and mostly its stand-in for a face.
fn author(value: &Cursor) -> Option<Author> {
    if !matches!(value.json(), Json::Object(_)) {
        return None;
    }
    let name = ["display_name", "name"].iter().find_map(|key| value.field(key, fragment::line));
    if name.is_none() && value.get("code").is_none() {
        // A code stands where WordPress does not tell.
        value.warn(Problem::Missing { field: "name" });
    }
    let page = |key: &&str| value.field(key, |url| url.url(UrlUse::Link));
    Some(Author {
        name: name?,
        job_title: None,
        url: ["link", "url", "URL"].iter().find_map(page),
        image: None,
    })
}

/// Section, topics, language and publisher.
pub(super) fn read(root: &Cursor, article: &mut Article) {
    let embedded = root.get("_embedded");
    let embedded = embedded.as_ref();
    for key in ["wp:term", "https://api.w.org/term"] {
        if let Some(terms) = embedded.and_then(|embedded| embedded.get(key)) {
            terms.for_each(&mut |list| list.for_each(&mut |one| term(one, article)));
        }
    }
    members(root, "categories", &mut |name| categorise(article, name));
    members(root, "tags", &mut |name| tag(article, name));
    if let Some(comments) = embedded.and_then(|embedded| embedded.get("replies")) {
        let mut any = false;
        comments.for_each(&mut |page| page.for_each(&mut |_| any = true));
        if any {
            comments.warn(Problem::LeftOut { what: "comments" });
        }
    }
    let yoast = root.get("yoast_head_json");
    let yoast = yoast.as_ref();
    let told = ["lang", "wpml_current_locale"];
    let lang = told.iter().find_map(|key| root.field(key, metadata::lang));
    let lang = lang.or_else(|| yoast.and_then(|head| head.field("og_locale", metadata::lang)));
    if let Some(lang) = lang {
        article.lang = lang;
    }
    let paper = yoast.and_then(|head| head.field("og_site_name", fragment::line));
    article.publisher = paper.map(|name| Publisher { name, url: None, logo: None });
}

/// One term of a taxonomy.
fn term(value: &Cursor, article: &mut Article) {
    let kind = value.field("taxonomy", line);
    let (Some(kind), Some(name)) = (kind, value.field("name", fragment::line)) else { return };
    match &*kind {
        // What WordPress files a post under that nobody has filed.
        "category" if value.field("slug", line).as_deref() == Some("uncategorized") => {}
        "category" => categorise(article, name),
        "post_tag" => tag(article, name),
        _ => {}
    }
}

/// The first category is the section.
fn categorise(article: &mut Article, name: Text) {
    if article.section.is_none() {
        article.section = Some(name);
    } else {
        tag(article, name);
    }
}

fn tag(article: &mut Article, name: Text) {
    let known = article.topics.contains(&name) || article.section.as_ref() == Some(&name);
    if !known && article.topics.len() < MAX_TOPICS {
        article.topics.push(name);
    }
}

/// The names of the members of an object: WordPress.com lists terms so, others by their numbers.
fn members(root: &Cursor, key: &str, visit: &mut dyn FnMut(Text)) {
    let Some(value) = root.get(key) else { return };
    if let Json::Object(members) = value.json() {
        for (name, _) in members.iter().take(MAX_TOPICS) {
            let shown = value.get(name).and_then(|term| term.field("name", fragment::line));
            let name = shown.unwrap_or_else(|| clean::line(name));
            if !name.is_empty() {
                visit(name);
            }
        }
    }
}
