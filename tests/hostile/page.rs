//! What may be in a page. The oracle knows nothing of how the page was made: it parses the markup
//! as a browser does and asks the URL standard about each address.

use std::rc::Rc;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, ns, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use trangbao::article::Article;
use trangbao::strings::VI;
use trangbao::text::Formats;
use trangbao::view::{self, Cx, Pictures};
use yew::prelude::*;

use super::ADDRESS;

#[derive(Properties, Clone)]
struct ShowProps {
    article: Rc<Article>,
}

impl PartialEq for ShowProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.article, &other.article)
    }
}

#[component]
fn Show(props: &ShowProps) -> Html {
    let cx = Cx {
        strings: &VI,
        formats: Formats::default(),
        heading_shift: 0,
        pictures: Pictures::Near,
        related: true,
        cookieless: None,
    };
    view::article::article(&cx, &props.article)
}

/// The page of an article, as a static page is written.
pub fn render(article: &Article) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let props = ShowProps { article: Rc::new(article.clone()) };
    tokio::task::LocalSet::new().block_on(&runtime, async {
        yew::LocalServerRenderer::<Show>::with_props(props).hydratable(false).render().await
    })
}

/// Attributes that any element may have.
const ANYWHERE: &str = "class lang dir part id";
/// The elements of a page, with their further attributes.
const ELEMENTS: &[(&str, &str)] = &[
    ("article", ""),
    ("header", ""),
    ("footer", ""),
    ("section", "aria-labelledby"),
    ("aside", "aria-label aria-labelledby role"),
    ("div", "tabindex role aria-label aria-labelledby"),
    ("p", ""),
    ("h1", "tabindex"),
    ("h2", ""),
    ("h3", ""),
    ("h4", ""),
    ("h5", ""),
    ("h6", ""),
    ("span", ""),
    ("bdi", ""),
    ("strong", ""),
    ("em", ""),
    ("u", ""),
    ("s", ""),
    ("sub", ""),
    ("sup", ""),
    ("code", ""),
    ("mark", ""),
    ("small", ""),
    ("br", ""),
    ("hr", ""),
    ("cite", ""),
    ("time", "datetime"),
    ("ul", "aria-label"),
    ("ol", "start"),
    ("li", ""),
    ("blockquote", "cite"),
    ("pre", "tabindex translate role aria-label"),
    ("figure", "role aria-label"),
    ("figcaption", ""),
    ("table", ""),
    ("caption", ""),
    ("thead", ""),
    ("tbody", ""),
    ("tr", ""),
    ("th", "colspan rowspan scope"),
    ("td", "colspan rowspan"),
    ("a", "href rel title aria-label"),
    ("img", "alt src srcset sizes width height loading fetchpriority decoding referrerpolicy"),
    ("video", "controls playsinline preload poster width height aria-label"),
    ("audio", "controls preload src aria-label"),
    ("source", "src type"),
    ("track", "kind srclang label src"),
    ("button", "type data-src data-title"),
];

/// Attributes whose every value is ours, and what it may be.
const OURS: &[(&str, &str)] = &[
    ("dir", "auto ltr rtl"),
    ("rel", "noopener noreferrer nofollow license"),
    ("role", "note group region"),
    ("referrerpolicy", "no-referrer"),
    ("loading", "lazy eager"),
    ("preload", "none metadata"),
    ("type", ""),
    ("tabindex", "0 -1"),
    ("kind", "captions"),
];

/// What a page shows, for those who look for words in it.
#[derive(Default)]
pub struct Page {
    /// The words that can be read.
    pub words: String,
    /// The addresses of links.
    pub links: Vec<String>,
    /// The frames that a button would load.
    pub frames: Vec<String>,
    /// What is wrong.
    pub complaints: Vec<String>,
}

/// Looks at everything in the markup of a page.
pub fn look(markup: &str) -> Page {
    let mut options = ParseOpts::default();
    options.tree_builder.scripting_enabled = true;
    let dom = parse_document(RcDom::default(), options).one(markup);
    let mut page = Page::default();
    page.node(&dom.document);
    page
}

impl Page {
    fn node(&mut self, node: &Handle) {
        match &node.data {
            NodeData::Text { contents } => self.words.push_str(&contents.borrow()),
            NodeData::Element { name, attrs, .. } => {
                let tag = &*name.local;
                let known = ELEMENTS.iter().find(|(known, _)| *known == tag);
                match known {
                    _ if name.ns != ns!(html) => self.complain(format!("<{tag}> of {}", name.ns)),
                    None if ["html", "head", "body"].contains(&tag) => {}
                    None => self.complain(format!("<{tag}>")),
                    Some((_, allowed)) => {
                        for one in attrs.borrow().iter() {
                            let known = [ANYWHERE, allowed].map(|list| list.split(' '));
                            if known.into_iter().flatten().any(|known| known == &*one.name.local) {
                                self.attribute(tag, &one.name.local, &one.value);
                            } else {
                                self.complain(format!(
                                    "<{tag} {}=\"{}\">",
                                    one.name.local, one.value
                                ));
                            }
                        }
                    }
                }
            }
            NodeData::Comment { contents } => self.complain(format!("<!--{contents}-->")),
            NodeData::ProcessingInstruction { .. } => self.complain("<?".to_owned()),
            NodeData::Document | NodeData::Doctype { .. } => {}
        }
        node.children.borrow().iter().for_each(|child| self.node(child));
        self.words.push(' ');
    }

    fn complain(&mut self, what: String) {
        self.complaints.push(what);
    }

    fn attribute(&mut self, tag: &str, name: &str, value: &str) {
        let fits = match (tag, name) {
            ("a", "href") => {
                self.links.push(value.to_owned());
                value.starts_with("#tb-note") || is_link(value)
            }
            ("blockquote", "cite") => is_link(value),
            ("button", "data-src") => {
                self.frames.push(value.to_owned());
                is_frame(value)
            }
            ("img", "srcset") => value.split(", ").all(|one| {
                let (url, width) = one.rsplit_once(' ').unwrap_or_default();
                is_file(url) && width.trim_end_matches('w').parse::<u32>().is_ok()
            }),
            (_, "src" | "poster") => is_file(value),
            (_, "class") => value.split(' ').all(|one| one.starts_with("tb-")),
            (_, "id" | "aria-labelledby") => value.starts_with("tb-"),
            (_, "width" | "height" | "colspan" | "rowspan") => value.parse::<u32>().is_ok(),
            (_, "start") => value.parse::<i32>().is_ok(),
            // A kind of recording that nobody knows is passed over.
            ("source", "type") => true,
            ("button", "type") => value == "button",
            _ => OURS.iter().filter(|(known, _)| *known == name).all(|(_, allowed)| {
                value.split(' ').all(|one| allowed.split(' ').any(|allowed| allowed == one))
            }),
        };
        if !fits {
            self.complain(format!("<{tag} {name}=\"{value}\">"));
        }
    }
}

/// An address that is its own normal form, where it has one of these schemes.
fn normal(value: &str, schemes: &[&str]) -> Option<url::Url> {
    let url = url::Url::parse(value).ok()?;
    let fits = url.as_str() == value && schemes.contains(&url.scheme());
    (fits && url.username().is_empty() && url.password().is_none()).then_some(url)
}

/// An address that may be followed.
pub fn is_link(value: &str) -> bool {
    normal(value, &["https", "http", "mailto", "tel"]).is_some()
}

/// A picture or a recording: from the public network, from the article's own host, or a picture
/// within the page that holds no script.
fn is_file(value: &str) -> bool {
    let raster = ["avif", "gif", "jpeg", "png", "webp"];
    let is_raster = |path: &str| {
        raster.iter().any(|kind| {
            path.strip_prefix("image/")
                .and_then(|path| path.strip_prefix(kind))
                .is_some_and(|rest| rest.starts_with([';', ',']))
        })
    };
    let Some(url) = normal(value, &["https", "data"]) else { return false };
    match url.host() {
        Some(url::Host::Domain(name)) => {
            let home = url::Url::parse(ADDRESS).unwrap();
            name.contains('.') && !name.ends_with("localhost") || url.host() == home.host()
        }
        Some(_) => false,
        None => url.scheme() == "data" && is_raster(url.path()),
    }
}

/// A frame of the providers that the page's policy allows.
fn is_frame(value: &str) -> bool {
    let hosts = ["www.youtube-nocookie.com", "player.vimeo.com", "open.spotify.com"];
    normal(value, &["https"])
        .is_some_and(|url| url.host_str().is_some_and(|host| hosts.contains(&host)))
}

/// The oracle is no oracle unless it bites.
#[test]
fn the_oracle_bites() {
    for markup in [
        "<script>x</script>",
        "<img src=\"https://a.example/x\" alt=\"\" onerror=\"x\">",
        "<p style=\"color:red\">x</p>",
        "<svg><a href=\"https://a.example/\"></a></svg>",
        "<a href=\"javascript:x\">x</a>",
        "<a href=\"https://a.example\">no path</a>",
        "<a href=\"https://a@b.example/\">x</a>",
        "<a href=\"https://a.example/\" target=\"_top\">x</a>",
        "<img src=\"http://a.example/x\">",
        "<img src=\"https://127.0.0.1/x\">",
        "<img src=\"data:image/svg+xml,x\">",
        "<img src=\"https://a.example/x\" srcset=\"javascript:x 2w\">",
        "<button type=\"button\" data-src=\"https://youtube.com.evil.example/\">x</button>",
        "<button type=\"submit\">x</button>",
        "<form></form>",
        "<input>",
        "<p id=\"body\">x</p>",
        "<p class=\"mine\">x</p>",
        "<p><!-- x --></p>",
        "<p role=\"alert\">x</p>",
        "<p dir=\"x\">x</p>",
    ] {
        assert!(!look(markup).complaints.is_empty(), "{markup}");
    }
    let fine =
        look("<p dir=\"auto\" class=\"tb-x\">Một <a href=\"https://a.example/\">hai</a></p>");
    assert_eq!(fine.complaints, [""; 0]);
    assert_eq!(fine.links, ["https://a.example/"]);
}
