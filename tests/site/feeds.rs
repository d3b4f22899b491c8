//! Feeds, sitemap, oEmbed, manifest: what machines read.

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use super::page::Page;
use super::*;

/// The elements of an XML file, each with its path from the root and its words.
fn xml(text: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let (mut path, mut found): (Vec<String>, Vec<(String, String)>) = Default::default();
    let mut open: Vec<usize> = Vec::new();
    let name = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}\n{text}")) {
            Event::Start(tag) => {
                path.push(name(tag.name().as_ref()));
                open.push(found.len());
                found.push((path.join("/"), String::new()));
            }
            Event::Empty(tag) => {
                let path = [&path[..], &[name(tag.name().as_ref())]].concat().join("/");
                found.push((path, String::new()));
            }
            Event::End(_) => {
                path.pop();
                open.pop();
            }
            Event::Text(words) => {
                if let Some(at) = open.last() {
                    found[*at].1.push_str(&words.decode().unwrap());
                }
            }
            Event::GeneralRef(what) => {
                let character = match &*what.decode().unwrap() {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "apos" => '\'',
                    other => panic!("&{other};"),
                };
                found[*open.last().unwrap()].1.push(character);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(path.is_empty());
    found
}

fn at<'a>(found: &'a [(String, String)], path: &str) -> Vec<&'a str> {
    found.iter().filter(|(there, _)| there == path).map(|(_, words)| &**words).collect()
}

fn built(name: &str) -> Folder {
    let folder = Folder::of_samples(name);
    folder.put(
        "articles/xau.json",
        r#"{"headline":"Cá & <tôm>\u0001 ]]>","datePublished":"2026-11-23","body":["Chữ"]}"#,
    );
    folder.put_app("/");
    folder.built(&["--base-url", URL, "--app", "app", "--no-compress"]);
    folder
}

#[test]
fn atom() {
    let folder = built("atom");
    let found = xml(&folder.read("out/feed.xml"));
    assert_eq!(at(&found, "feed/title"), ["Báo Sen Hồ"]);
    assert_eq!(at(&found, "feed/id"), [URL]);
    assert_eq!(at(&found, "feed/entry").len(), 15);
    for required in ["title", "id", "updated", "author"] {
        let count = at(&found, &format!("feed/entry/{required}")).len();
        assert!(count >= 15, "{required}: {count}");
    }
    assert_eq!(at(&found, "feed/entry/title")[0], "Cá & <tôm> ]]>");
    let updated = at(&found, "feed/updated")[0];
    assert_eq!(updated.len(), "2026-11-23T00:00:00Z".len().max(updated.len()), "{updated}");
    assert!(updated.starts_with("2026-11-2") && updated.contains('T'), "{updated}");
}

#[test]
fn json_feed() {
    let folder = built("json-feed");
    let feed: Value = serde_json::from_str(&folder.read("out/feed.json")).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(
        (&feed["title"], &feed["feed_url"]),
        (&"Báo Sen Hồ".into(), &format!("{URL}feed.json").into())
    );
    let items = feed["items"].as_array().unwrap();
    assert_eq!(items.len(), 15);
    for item in items {
        for required in ["id", "url", "title", "content_text"] {
            assert!(item[required].as_str().is_some_and(|text| !text.is_empty()), "{item}");
        }
        let date = item["date_published"].as_str().unwrap();
        assert!(date.contains('T'), "{date}");
    }
}

#[test]
fn sitemap() {
    let folder = built("sitemap");
    let found = xml(&folder.read("out/sitemap.xml"));
    let places = at(&found, "urlset/url/loc");
    // The home page, six sections, fifteen articles.
    assert_eq!(places.len(), 22, "{places:#?}");
    for place in &places {
        let path = place.strip_prefix(URL).unwrap();
        let path = percent_encoding::percent_decode_str(path).decode_utf8().unwrap();
        assert!(folder.has(&format!("out/{path}index.html")), "{place}");
    }
    // News is what is at most two days older than the newest.
    assert_eq!(
        at(&found, "urlset/url/news:news/news:title"),
        ["Cá & <tôm> ]]>", "Một vòng Hồ Tây: mười tám cây số nước, làng và người"]
    );
    assert_eq!(at(&found, "urlset/url/news:news/news:publication/news:language"), ["vi", "vi"]);
    let dates = at(&found, "urlset/url/news:news/news:publication_date");
    assert_eq!(dates[1], "2026-11-22T06:00:00+07:00");
    assert!(folder.read("out/robots.txt").ends_with("Sitemap: https://bao.example/sitemap.xml\n"));
}

#[test]
fn the_catalogue_is_one_for_the_viewer() {
    let folder = built("catalogue");
    let address = format!("{URL}articles/index.json");
    let source = trangbao::formats::Source {
        address: Some(&address),
        resolve: trangbao::safe_url::standard,
    };
    let json = folder.read("out/articles/index.json");
    let list = trangbao::formats::parse_catalogue(json.as_bytes(), &source).unwrap();
    assert_eq!(list.warnings, []);
    assert_eq!(list.article.title.as_deref(), Some("Báo Sen Hồ"));
    assert_eq!(list.article.items.len(), 15);
    for item in list.article.items {
        let url = item.url.unwrap();
        let path = url.as_str().strip_prefix(URL).unwrap().to_owned();
        let path = percent_encoding::percent_decode_str(&path).decode_utf8().unwrap().into_owned();
        let json = folder.read(&format!("out/{path}"));
        let article = trangbao::formats::parse(json.as_bytes(), &source).unwrap();
        assert_eq!(article.article.headline, item.headline);
    }
}

/// A consumer that knows nothing but a page's address, and takes what WordPress would take.
#[test]
fn an_address_that_is_pasted_becomes_a_frame() {
    let folder = built("oembed");
    let page = folder.read("out/a/hoi-nghi-quan-uy-tay-ho/index.html");
    // It reads no more than 150 KB, and the head alone.
    let head = page[..page.len().min(153_600)].split("</head>").next().unwrap();
    let head = Page::parse(&format!("{head}</head></html>"));
    let [discovered] = head.links("alternate", Some("application/json+oembed"))[..] else {
        panic!("no discovery link")
    };
    let answer = folder.read(&format!("out/{}", discovered.strip_prefix(URL).unwrap()));
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
    assert!(answer["width"].is_u64() && answer["height"].is_u64());
    assert!(answer["thumbnail_width"].is_u64() && answer["thumbnail_height"].is_u64());
    // It keeps a frame and a quotation; a quotation would hide the frame until WordPress' own
    // script speaks to it.
    let html = answer["html"].as_str().unwrap();
    let html = Page::parse(&format!("<!doctype html><body>{html}"));
    let frame = html.one("frame", |element| element.name == "iframe");
    assert_eq!(html.all("blockquote").count() + html.all("script").count(), 0);
    let source = frame.get("src").unwrap();
    let query = source.strip_prefix("https://bao.example/embed.html?src=").unwrap();
    let path = percent_encoding::percent_decode_str(query).decode_utf8().unwrap();
    assert!(folder.has(&format!("out/{path}")), "{path}");
    let element = answer["trangbao"]["element"].as_str().unwrap();
    let element = Page::parse(&format!("<!doctype html><body>{element}"));
    let tag = element.one("element", |element| element.name == "trang-bao");
    let json = tag.get("src").and_then(|src| src.strip_prefix(URL)).unwrap();
    assert!(folder.has(&format!("out/{json}")));
    let link = element.one("fallback", |element| element.name == "a");
    assert_eq!(link.get("href"), Some("https://bao.example/a/hoi-nghi-quan-uy-tay-ho/"));
    // Without the viewer there is nothing to frame.
    folder.built(&["--base-url", URL, "--no-compress"]);
    assert!(!folder.has("out/a/hoi-nghi-quan-uy-tay-ho/oembed.json"));
    let page = folder.read("out/a/hoi-nghi-quan-uy-tay-ho/index.html");
    assert!(!page.contains("oembed"));
}

#[test]
fn the_manifest_names_icons_that_are_there() {
    let folder = built("manifest");
    let manifest: Value = serde_json::from_str(&folder.read("out/manifest.webmanifest")).unwrap();
    assert_eq!(manifest["name"], "Báo Sen Hồ");
    let icons = manifest["icons"].as_array().unwrap();
    assert_eq!(icons.len(), 4);
    for icon in icons {
        assert!(folder.has(&format!("out/{}", icon["src"].as_str().unwrap())), "{icon}");
    }
    assert_eq!(folder.read("out/icons/icon-192.png"), "the paper's own");
}
