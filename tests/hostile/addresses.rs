//! Payloads of addresses: in each link, picture, recording and embed.

use trangbao::article::Article;

use super::fields::{Form, forms};
use super::page::{is_link, look, render};
use super::{Value, rows, spread};

const KINDS: [&str; 4] = ["@link@", "@picture@", "@media@", "@embed@"];

#[test]
fn in_every_field_of_an_address() {
    let rows = rows("url-payloads.json");
    let mut wrong = Vec::new();
    for form in forms() {
        let fields: usize = KINDS.iter().map(|kind| form.count(kind)).sum();
        let seen = spread(&rows, |row| put(&form, row));
        let pages: usize = seen.iter().map(|(pages, _)| pages).sum();
        println!("{}: {} payloads in {fields} fields, {pages} pages", form.format, rows.len());
        wrong.extend(seen.into_iter().flat_map(|(_, wrong)| wrong));
    }
    assert!(wrong.is_empty(), "{} of\n{}", wrong.len(), wrong.join("\n"));
}

/// Puts a payload into every field; how many pages that gave, and what is wrong with them.
fn put(form: &Form, row: &Value) -> (usize, Vec<String>) {
    let (mut pages, mut wrong) = (0, Vec::new());
    let (id, url) = (row["id"].as_str().unwrap(), row["url"].as_str().unwrap());
    for (article, _) in form.articles(&KINDS, url) {
        let page = look(&render(&article));
        pages += 1;
        // No page shows the article's own address; its head has it.
        let own = article.canonical.as_ref().map(|own| own.as_str());
        let own = own.filter(|own| !is_link(own)).map(|own| format!("at {own}"));
        let frames = page.frames.iter().filter(|_| !is_of_a_provider(url));
        let frames = frames.map(|frame| format!("a frame of {frame}"));
        for what in page.complaints.iter().cloned().chain(frames).chain(own) {
            wrong.push(format!("{} {id}: {what}: {url:.300}", form.format));
        }
        if row["expect"]["link_allowed"] == false && row["expect"]["chromium"].is_object() {
            let same = row["expect"]["chromium"]["href"].as_str().unwrap_or_default();
            if page.links.iter().any(|link| link == same) {
                wrong.push(format!("{} {id}: a link to {same}", form.format));
            }
        }
    }
    (pages, wrong)
}

/// Whether an address belongs to a provider, by the whole of its host.
fn is_of_a_provider(address: &str) -> bool {
    let hosts = [
        "youtube.com",
        "www.youtube.com",
        "m.youtube.com",
        "youtu.be",
        "www.youtube-nocookie.com",
        "vimeo.com",
        "player.vimeo.com",
        "open.spotify.com",
    ];
    let url = url::Url::parse(super::ADDRESS).unwrap().join(address.trim());
    url.is_ok_and(|url| url.host_str().is_some_and(|host| hosts.contains(&host)))
}

#[test]
fn whoever_looks_like_a_provider_has_a_link_and_no_frame() {
    let alike = [
        "https://www.youtube.com.evil.example/watch?v=abc",
        "https://www.youtube.com@evil.example/watch?v=abc",
        "https://evil.example/https://www.youtube.com/watch?v=abc",
        "https://evil.example#https://www.youtube.com/watch?v=abc",
        "https://evil.example\\@www.youtube.com/watch?v=abc",
        "https://www-youtube.com/watch?v=abc",
        "https://www.youtube.com./watch?v=abc",
        "https://www.youtubе.com/watch?v=abc",
        "https://www.youtube.com:8443/watch?v=abc",
        "http://www.youtube.com/watch?v=abc",
        "//www.youtube.com.evil.example/embed/abc",
        "javascript://www.youtube.com/embed/%0aalert(1)",
        "data:text/html,https://www.youtube.com/embed/abc",
        "https://youtu.be/../../abc",
        "https://open.spotify.com@evil.example/track/1",
        "https://player.vimeo.com.evil.example/video/1",
    ];
    for form in forms() {
        for url in alike {
            for (article, _) in form.articles(&["@embed@", "@link@", "@media@"], url) {
                let page = look(&render(&article));
                let wrong = page.frames.iter().filter(|frame| !frame.ends_with("/embed/abc"));
                let allowed = url.starts_with("https://youtu.be") || url.contains(":8443");
                assert!(wrong.count() == 0, "{}: {url}", form.format);
                assert!(allowed || page.frames.is_empty(), "{}: {url}", form.format);
                assert_eq!(page.complaints, [""; 0], "{}: {url}", form.format);
            }
        }
        let known = "https://www.youtube.com/watch?v=abc";
        let page = |article: &Article| look(&render(article));
        let all = form.articles(&["@embed@"], known);
        let frames: usize = all.iter().map(|(article, _)| page(article).frames.len()).sum();
        assert!(form.count("@embed@") == 0 || frames > 0, "{}: no frame at all", form.format);
    }
}
