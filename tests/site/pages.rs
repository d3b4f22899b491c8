//! The pages: words, links, policy, head.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256, Sha384};

use super::page::{Element, Page};
use super::*;

/// Every text that an article's JSON shows: `text`, captions, headlines and names, in pieces.
pub fn words<'a>(value: &'a Value, shown: bool, out: &mut Vec<&'a str>) {
    match value {
        Value::String(text) if shown => out.push(text),
        Value::Array(items) => items.iter().for_each(|item| words(item, shown, out)),
        Value::Object(fields) => {
            for (key, value) in fields {
                // Where a block is unknown, its fallback is shown, and code keeps its own spaces.
                if fields.get("type").is_some_and(|kind| kind == "code") {
                    continue;
                }
                let names = ["headline", "abstract", "text", "caption", "creditText", "cite"];
                let through = [
                    "body", "blocks", "items", "images", "image", "rows", "head", "fallback",
                    "marks", "note",
                ];
                if names.contains(&&**key) {
                    words(value, true, out);
                } else if through.contains(&&**key) || (shown && key == "text") {
                    words(value, shown && ["rows", "head", "items"].contains(&&**key), out);
                }
            }
        }
        _ => {}
    }
}

pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_word_of_an_article_is_in_its_page() {
    let folder = Folder::of_samples("words");
    folder.built(&["--base-url", URL, "--no-compress"]);
    let mut pages = 0;
    for entry in fs::read_dir(root("static/articles")).unwrap() {
        let path = entry.unwrap().path();
        let id = path.file_stem().unwrap().to_str().unwrap();
        if id == "index" {
            continue;
        }
        pages += 1;
        let mut source: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let page = Page::parse(&folder.read(&format!("out/a/{id}/index.html")));
        let shown = plain(page.text("main"));
        if !page.0.iter().any(|element| element.has_class("tb-lead")) {
            // The body shows it, with words of its own.
            source.as_object_mut().unwrap().remove("image");
        }
        let mut expected = Vec::new();
        words(&source, false, &mut expected);
        assert!(expected.len() > 5, "{id}");
        for text in expected {
            assert!(shown.contains(&plain(text)), "{id}: \"{text}\" is missing");
        }
        // The JSON beside it is the same article.
        let json = folder.read(&format!("out/a/{id}/article.json"));
        let copy: Value = serde_json::from_str(&json).unwrap();
        assert_eq!((&copy["@id"], &copy["headline"]), (&id.into(), &source["headline"]));
        assert_eq!(
            page.links("alternate", Some("application/json")),
            [format!("{URL}a/{id}/article.json")]
        );
    }
    assert_eq!(pages, 14);
}

/// A page that came ready made with the viewer.
fn is_the_viewers(name: &str) -> bool {
    ["embed.html", "app/index.html", "saved/index.html"].contains(&name)
}

#[test]
fn what_stands_inline_is_what_the_policy_names() {
    let folder = Folder::of_samples("policy");
    folder.put_app("/");
    folder.built(&["--base-url", URL, "--no-compress", "--app", "app"]);
    let mut seen = std::collections::BTreeSet::new();
    for (name, bytes) in folder.files("out") {
        if !name.ends_with(".html") || is_the_viewers(&name) {
            continue;
        }
        let page = Page::parse(std::str::from_utf8(&bytes).unwrap());
        let meta = page.one("policy", |e| e.get("http-equiv") == Some("Content-Security-Policy"));
        let policy = meta.get("content").unwrap();
        let rule = |rule: &str| policy.split("; ").find(|one| one.starts_with(rule)).unwrap();
        let hash = |element: &Element| {
            format!("'sha256-{}'", STANDARD.encode(Sha256::digest(&element.text)))
        };
        let style = page.one("style", |element| element.name == "style");
        assert_eq!(rule("style-src"), format!("style-src 'self' {}", hash(style)), "{name}");
        assert!(style.text.contains("--tb-accent:#a81e54"), "the paper's colours: {name}");
        assert!(!style.text.contains("/*"), "{name}");
        for script in page.all("script").filter(|script| script.get("src").is_none()) {
            match script.get("type") {
                Some("speculationrules") => {
                    assert!(rule("script-src").contains(&hash(script)), "{name}");
                    let _: Value = serde_json::from_str(&script.text).unwrap();
                }
                kind => assert_eq!(kind, Some("application/ld+json"), "{name}"),
            }
        }
        for element in &page.0 {
            assert_eq!(element.get("style"), None, "{name}: {element:?}");
            assert!(element.attributes.iter().all(|(key, _)| !key.starts_with("on")), "{name}");
        }
        seen.insert(policy.to_owned());
    }
    // One header has to do for all.
    assert_eq!(seen.len(), 1, "{seen:#?}");
}

#[test]
fn links_lead_to_what_is_there() {
    for (base, arguments) in [("/", &[][..]), ("/doc-bao/", &["--base-path", "/doc-bao/"][..])] {
        let folder = Folder::of_samples("links");
        // More of one section than a page holds.
        for day in 0..60 {
            let id = format!("tin-{day:02}");
            folder.put(&format!("articles/{id}.json"), article(&id, day, "Thời sự"));
        }
        folder.put_app(base);
        let url = ["--base-url", URL, "--app", "app", "--no-compress"];
        folder.built(&[&url[..], arguments].concat());
        let mut checked = 0;
        for (name, bytes) in folder.files("out") {
            if !name.ends_with(".html") || is_the_viewers(&name) {
                continue;
            }
            let page = Page::parse(std::str::from_utf8(&bytes).unwrap());
            for (key, link) in page.0.iter().flat_map(|element| &element.attributes) {
                if !["href", "src"].contains(&&**key) {
                    continue;
                }
                if let Some(id) = link.strip_prefix('#').filter(|id| !id.is_empty()) {
                    let id = Some(id);
                    assert!(page.0.iter().any(|element| element.get("id") == id), "{name}: {link}");
                    continue;
                }
                let path = link.strip_prefix(URL.trim_end_matches('/')).unwrap_or(link);
                if !path.starts_with('/') {
                    assert!(link.contains(':'), "{name}: {link}");
                    continue;
                }
                let Some(below) = path.strip_prefix(base) else {
                    panic!("{name}: {link} leads out of the site")
                };
                let file = percent_encoding::percent_decode_str(below).decode_utf8().unwrap();
                // The samples' pictures lie with the viewer.
                if ["pictures/", "media/"].iter().any(|folder| file.starts_with(folder)) {
                    continue;
                }
                let found = [format!("out/{file}"), format!("out/{file}/index.html")];
                assert!(found.iter().any(|file| folder.0.join(file).is_file()), "{name}: {link}");
                checked += 1;
            }
        }
        assert!(checked > 1000, "{checked}");
    }
}

#[test]
fn the_head_says_what_the_page_is() {
    let folder = Folder::of_samples("head");
    folder.built(&["--base-url", URL, "--no-compress"]);
    let page = Page::parse(&folder.read("out/a/dao-nhat-tan-vao-vu/index.html"));
    let title = "Đào Nhật Tân vào vụ tuốt lá";
    assert_eq!(page.text("title"), format!("{title} - Báo Sen Hồ"));
    assert_eq!(page.meta("og:type"), Some("article"));
    assert_eq!(page.meta("og:locale"), Some("vi_VN"));
    assert_eq!(page.meta("article:published_time"), Some("2026-11-19T07:15:00+07:00"));
    assert_eq!(page.meta("og:image:width"), Some("1200"));
    assert_eq!(page.meta("twitter:card"), Some("summary_large_image"));
    assert!(page.meta("description").unwrap().starts_with("Cách Tết hơn hai tháng"));
    let [canonical] = page.links("canonical", None)[..] else { panic!("canonical") };
    assert_eq!(page.meta("og:url"), Some(canonical));

    // The lead picture is asked for early by the very addresses of its element.
    let lead = page.one("lead", |element| {
        element.get("fetchpriority") == Some("high") && element.name == "img"
    });
    let preload = page.one("preload", |element| element.get("rel") == Some("preload"));
    assert_eq!(preload.get("href"), lead.get("src"));
    assert_eq!(preload.get("imagesrcset"), lead.get("srcset"));
    assert_eq!(preload.get("imagesizes"), lead.get("sizes"));
    assert!(lead.get("srcset").is_some_and(|set| set.starts_with("/pictures/")));

    let data = page.one("JSON-LD", |element| element.get("type") == Some("application/ld+json"));
    let data: Value = serde_json::from_str(&data.text).unwrap();
    assert_eq!((&data["@type"], &data["headline"]), (&"NewsArticle".into(), &title.into()));
    assert_eq!(data["mainEntityOfPage"], canonical);
    assert_eq!(data["datePublished"], "2026-11-19T07:15:00+07:00");
    assert_eq!(data["image"][0]["width"], 1200);
    assert_eq!(data["author"][0]["name"], "Thu Hà");
    assert!(data["publisher"]["name"].is_string());

    let lost = Page::parse(&folder.read("out/404.html"));
    assert_eq!(lost.meta("robots"), Some("noindex"));
}

/// What a reader waits for: words and styles in one file.
#[test]
fn a_page_is_light() {
    let folder = Folder::of_samples("light");
    folder.built(&["--base-url", URL]);
    let page = fs::read(folder.0.join("out/a/hoi-nghi-quan-uy-tay-ho/index.html.br")).unwrap();
    assert!(page.len() <= 20_000, "{} bytes, and may be 20,000", page.len());
}

#[test]
fn words_cannot_leave_their_place() {
    let folder = Folder::new("hostile");
    let bad = r#"</script><script>alert(1)</script>"'&amp;<!--]]>"#;
    let source = serde_json::json!({
        "@id": "x", "headline": bad, "abstract": bad, "articleSection": bad, "keywords": [bad],
        "author": bad, "publisher": bad, "body": [{ "type": "paragraph", "text": bad }],
        "datePublished": "2026-01-01",
    });
    folder.put("articles/x.json", source.to_string());
    folder.put(
        "articles/site.json",
        serde_json::json!({ "name": bad, "description": bad }).to_string(),
    );
    folder.put_app("/");
    folder.built(&["--base-url", URL, "--no-compress", "--app", "app"]);
    for (name, bytes) in folder.files("out") {
        if name.ends_with(".html") && !is_the_viewers(&name) {
            let page = Page::parse(std::str::from_utf8(&bytes).unwrap());
            let is_ours = |script: &Element| {
                matches!(script.get("type"), Some("application/ld+json" | "speculationrules"))
                    || script.get("src") == Some("/attach-0123456789abcdef.js")
            };
            assert!(page.all("script").all(is_ours), "{name}");
        }
    }
    let page = Page::parse(&folder.read("out/a/x/index.html"));
    assert_eq!(plain(page.text("h1")), plain(bad));
    let data = page.one("JSON-LD", |element| element.get("type") == Some("application/ld+json"));
    let data: Value = serde_json::from_str(&data.text).unwrap();
    assert_eq!(data["headline"], bad);
    let answer: Value = serde_json::from_str(&folder.read("out/a/x/oembed.json")).unwrap();
    let html = Page::parse(&format!("<!doctype html><body>{}", answer["html"].as_str().unwrap()));
    assert_eq!(html.all("script").count(), 0);
}

#[test]
fn markup_is_what_the_viewer_itself_would_put_there() {
    let folder = Folder::of_samples("markup");
    folder.built(&["--base-url", URL, "--no-compress"]);
    let page = Page::parse(&folder.read("out/a/hoi-nghi-quan-uy-tay-ho/index.html"));
    let host = page.one("host", |element| element.get("id") == Some("trangbao"));
    assert_eq!(
        (host.get("data-static"), host.around.first().map(String::as_str)),
        (Some(""), Some("body"))
    );
    assert!(page.all("body").all(|body| body.has_class("tb-page")));
    let viewer = page.one("viewer", |element| element.has_class("tb-viewer"));
    assert_eq!((viewer.get("data-state"), viewer.get("data-view")), (Some("ready"), Some("auto")));
    let main = page.one("main", |element| element.name == "main");
    assert!(main.get("id") == Some("tb-main") && main.has_class("tb-sheet"));
    let shown = page.one("article", |element| element.has_class("tb-article"));
    assert_eq!(shown.around[..4], ["main", "div", "div", "body"]);
}

#[test]
fn tools_come_last_and_by_their_hash() {
    let folder = Folder::new("tools");
    folder.put("articles/mot.json", article("mot", 1, "Tin"));
    folder.built(&["--base-url", URL, "--no-compress"]);
    assert!(!folder.read("out/a/mot/index.html").contains("attach-"));
    folder.put_app("/x/");
    let app = ["--base-url", "https://bao.example/x/", "--no-compress", "--app", "app"];
    folder.built(&app);
    let hash = STANDARD.encode(Sha384::digest(folder.read("out/attach-0123456789abcdef.js")));
    for name in ["a/mot/index.html", "index.html", "s/tin/index.html", "404.html"] {
        let html = folder.read(&format!("out/{name}"));
        let page = Page::parse(&html);
        let tools = page.one("tools", |e| e.name == "script" && e.get("src").is_some());
        assert_eq!(tools.get("src"), Some("/x/attach-0123456789abcdef.js"), "{name}");
        assert_eq!(tools.get("integrity"), Some(&*format!("sha384-{hash}")), "{name}");
        assert_eq!(tools.get("type"), Some("module"), "{name}");
        assert!(html.trim_end().ends_with("></script>\n</body>\n</html>"), "{name}");
    }
    // A folder with files of two builds says nothing about which one to take.
    folder.put("app/attach-fedcba9876543210.js", "attach();\n");
    let ran = folder.site(&app);
    assert!(ran.code != 0 && ran.err.contains("2 files attach-"), "{}", ran.err);
    fs::remove_file(folder.0.join("app/attach-fedcba9876543210.js")).unwrap();
    fs::remove_file(folder.0.join("app/attach-0123456789abcdef.js")).unwrap();
    let ran = folder.site(&app);
    assert!(ran.code != 0 && ran.err.contains("0 files attach-"), "{}", ran.err);
}

#[test]
fn translations_know_each_other() {
    let folder = Folder::new("translations");
    let article = |id: &str, lang: &str, more: &str| {
        let json = format!(r#"{{"@id":"{id}","inLanguage":"{lang}","headline":"{id}"{more}}}"#);
        folder.put(&format!("articles/{id}.json"), json);
    };
    article("mot", "vi", r#","workTranslation":[{"@id":"one"},"un","nobody"]"#);
    article("one", "en", "");
    article("un", "fr", r#","translationOfWork":{"@id":"mot"}"#);
    article("hai", "vi", "");
    folder.built(&["--base-url", URL, "--no-compress"]);
    let alternates = |id: &str| {
        let page = Page::parse(&folder.read(&format!("out/a/{id}/index.html")));
        let links =
            page.all("link").filter_map(|link| Some((link.get("hreflang")?, link.get("href")?)));
        links.map(|(lang, href)| format!("{lang} {href}")).collect::<Vec<_>>()
    };
    let expected = ["mot", "one", "un"].map(|id| {
        let lang = match id {
            "mot" => "vi",
            "one" => "en",
            _ => "fr",
        };
        format!("{lang} {URL}a/{id}/")
    });
    for id in ["mot", "one", "un"] {
        assert_eq!(alternates(id), expected, "{id}");
    }
    assert_eq!(alternates("hai"), [""; 0]);
}

#[test]
fn lists_show_pictures_wherever_the_site_is() {
    for url in [URL, "http://127.0.0.1:8080/"] {
        let folder = Folder::of_samples("pictures");
        folder.built(&["--base-url", url, "--no-compress"]);
        for (name, least) in [("index.html", 10), ("s/van-hoa/index.html", 3)] {
            let page = Page::parse(&folder.read(&format!("out/{name}")));
            let pictures = page.all("img").filter(|image| image.has_class("tb-img"));
            let local = pictures
                .filter(|image| image.get("src").is_some_and(|src| src.starts_with("/pictures/")));
            assert!(local.count() >= least, "{url} {name}");
        }
        assert_eq!(Page::parse(&folder.read("out/index.html")).links("preload", None).len(), 1);
    }
}
