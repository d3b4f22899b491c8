//! The page of each article, and what lies beside it.

use std::collections::HashMap;
use std::io;

use super::document::document;
use super::head::{Head, Link};
use super::lists::{List, nav};
use super::place::{self, article_url, encoded_path};
use super::{Broken, Entry, Press, Work, Works, json_ld, oembed, reading, snippet, translations};
use crate::article::{Article, plain_text};
use crate::cli::workers::in_order;
use crate::safe_url::{SafeUrl, UrlUse, standard};
use crate::view::article::article as view;
use crate::view::element::Attr;
use crate::view::foot::foot;
use crate::write;

/// What is around an article.
struct Around<'a> {
    entry: &'a Entry,
    /// The next older one.
    next: Option<&'a Entry>,
    /// Its section's list.
    section: Option<&'a List>,
    /// The same in all languages that there are, itself included.
    translations: Vec<&'a Entry>,
}

/// Writes the page of each entry, on all processors, and reports each.
pub(super) fn write(
    works: &Works,
    work: &[Work],
    entries: &[Entry],
    lists: &[List],
    tell: &mut dyn FnMut(Option<Broken>),
) -> io::Result<()> {
    let sections: HashMap<_, _> = lists.iter().map(|list| (&*list.folder, list)).collect();
    let groups = translations::groups(entries);
    let around = entries.iter().zip(groups).enumerate().map(|(index, (entry, group))| {
        let section = entry.section.as_ref().map(|(slug, _)| ["s/", slug, "/"].concat());
        Around {
            entry,
            next: entries.get(index + 1),
            section: section.and_then(|folder| sections.get(&*folder).copied()),
            translations: group.iter().filter_map(|index| entries.get(*index)).collect(),
        }
    });
    let around: Vec<_> = around.collect();
    let make = |press: &Press, around: &Around| -> io::Result<Option<Broken>> {
        let Some(Work::File(path)) = work.get(around.entry.file) else { return Ok(None) };
        match reading::again(around.entry, path, &works.site.articles, &works.home) {
            Ok(article) => one(press, around, article).map(|()| None),
            Err(line) => Ok(Some(line)),
        }
    };
    let begin = || {
        let press = works.press();
        move |around: &Around| make(&press, around)
    };
    in_order(&around, begin, |made| {
        tell(made?);
        Ok(())
    })
}

/// Writes one article.
fn one(press: &Press, around: &Around, article: Article) -> io::Result<()> {
    let id = &*around.entry.id;
    let folder = place::article(id);
    let put = |name: &str, text: String| press.out.put(&[&folder, name].concat(), text);
    put("index.html", page(press, around, article.clone())?)?;
    // Wherever else it is shown, there is a way to it.
    let page = press.home.at(&article_url(id));
    let own = || SafeUrl::new(&page, None, standard, UrlUse::Link);
    let article = Article { canonical: article.canonical.clone().or_else(own), ..article };
    put("article.json", write::article(&article, false))?;
    let Some(app) = press.app else { return Ok(()) };
    put("oembed.json", oembed::answer(press, &article, id))?;
    put(snippet::FILE, snippet::whole(press, &app.embedded, article, id)?)
}

fn page(press: &Press, around: &Around, article: Article) -> io::Result<String> {
    let (home, paper) = (&press.home, &press.paper);
    let strings = paper.strings(&article.lang.tag);
    let head = head(press, around, &article);
    let next = around
        .next
        .map(|next| (next.headline.clone(), next.lang.clone(), home.here(&article_url(&next.id))));
    let section = around
        .section
        .and_then(|list| Some((list.name.clone()?, home.here(&encoded_path(&list.folder)))));
    document(press, &head, strings, true, move |cx, out| {
        out.node(view(cx, &article));
        if let Some((headline, lang, href)) = &next {
            out.el("nav", "tb-onward", |out| {
                out.put(Attr::AriaLabel, cx.strings.next_article);
                out.el("p", "tb-onward-title", |out| out.words(cx.strings.next_article));
                out.el("a", "", |out| {
                    out.set(Attr::Href, href.clone().into());
                    out.put(Attr::Rel, "next");
                    out.set(Attr::Lang, lang.clone().into());
                    out.put(Attr::Dir, "auto");
                    out.string(headline.clone());
                });
            });
        }
        if let Some(section) = &section {
            nav(out, "tb-sections", cx.strings.sections, std::slice::from_ref(section));
        }
        foot(cx, out, article.publisher.as_ref(), article.canonical.as_ref(), false);
    })
}

fn head(press: &Press, around: &Around, article: &Article) -> Head {
    let (home, paper) = (&press.home, &press.paper);
    let own = article_url(&around.entry.id);
    let lede = plain_text(&article.lede);
    let page = home.at(&own);
    let canonical = article.canonical.as_ref().map_or(page, |url| url.as_str().to_owned());
    let mut links = vec![Link::of_type(
        "alternate",
        "application/json",
        home.at(&[&own, "article.json"].concat()),
    )];
    links.extend(around.translations.iter().map(|entry| Link {
        lang: Some(entry.lang.clone()),
        ..Link::new("alternate", home.at(&article_url(&entry.id)))
    }));
    if press.app.is_some() {
        let oembed = home.at(&[&own, "oembed.json"].concat());
        let title = Some(article.headline.to_string());
        links.push(Link { title, ..Link::of_type("alternate", "application/json+oembed", oembed) });
    }
    links.extend(around.next.map(|next| Link::new("next", home.at(&article_url(&next.id)))));
    Head {
        title: [&article.headline, " - ", paper.name()].concat(),
        description: (!lede.is_empty()).then_some(lede),
        data: Some(json_ld::article(article, &canonical, paper)),
        canonical: Some(canonical),
        lang: article.lang.tag.to_string(),
        kind: "article",
        image: article.lead_image.clone(),
        published: article.published,
        modified: article.modified,
        section: article.section.as_deref().map(str::to_owned),
        topics: article.topics.iter().map(|topic| topic.to_string()).collect(),
        links,
    }
}
