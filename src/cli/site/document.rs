//! A whole document around what the view has made: the viewer as its own page holds it, so that
//! its tools can take over what is there.

use std::io;

use super::Press;
use super::head::{Head, Tags};
use crate::article::Lang;
use crate::cli::html;
use crate::strings::Strings;
use crate::text::Formats;
use crate::view::element::{Attr, Out};
use crate::view::masthead::{Site, masthead, skip};
use crate::view::{Cx, Pictures};

/// The view's surroundings.
pub(super) fn context(strings: &'static Strings) -> Cx {
    Cx {
        strings,
        formats: Formats::default(),
        heading_shift: 0,
        pictures: Pictures::Near,
        related: true,
        cookieless: None,
    }
}

/// The document that shows this, with its head. `shares` is whether there is something to share.
pub(super) fn document(
    press: &Press,
    head: &Head,
    strings: &'static Strings,
    shares: bool,
    inner: impl Fn(&Cx, &mut Out) + 'static,
) -> io::Result<String> {
    let paper = &press.paper;
    let site = Site {
        name: paper.name().to_owned().into(),
        home: press.home.path.clone().into(),
        logo: paper.settings.logo.as_ref().map(|logo| logo.to_rc().into()),
    };
    // Without the viewer nobody would hear the button.
    let shares = shares && press.app.is_some();
    let markup = html::markup(move |out| {
        let cx = context(strings);
        out.el("div", "tb-viewer", |out| {
            out.put(Attr::DataState, "ready");
            out.put(Attr::DataView, "auto");
            out.put(Attr::Lang, strings.lang);
            skip(&cx, out);
            masthead(&cx, out, &site, shares);
            out.el("main", "tb-sheet", |out| {
                out.put(Attr::Id, "tb-main");
                inner(&cx, out);
            });
            out.el("p", "tb-said", |out| out.put(Attr::Role, "status"));
        });
    })?;
    let markup = press.home.localized(&markup);
    let mut tags = Tags::default();
    tags.put("html", &[("lang", &head.lang)]);
    tags.line("<head>");
    tags.put("meta", &[("charset", "utf-8")]);
    let policy = [("http-equiv", "Content-Security-Policy"), ("content", &*press.style.policy)];
    tags.put("meta", &policy);
    head.write(press, &preload(&markup), &mut tags);
    let (head, css) = (tags.text, &press.style.css);
    let starter = press.app.map_or("", |app| &app.starter);
    // Until the tools have come, nobody hears the buttons.
    Ok(format!(
        "<!doctype html>\n{head}<style>{css}</style>\n</head>\n<body class=\"tb-page\">\n\
         <div id=\"trangbao\" data-static>{markup}</div>\n{starter}</body>\n</html>\n"
    ))
}

/// The link that asks for the lead picture early, with the very addresses of its `<img>`.
fn preload(markup: &str) -> String {
    let tags = markup.split("<img ").skip(1).filter_map(|rest| rest.split('>').next());
    let Some(lead) = tags.into_iter().find(|tag| tag.contains("fetchpriority=\"high\"")) else {
        return String::new();
    };
    let mut link = "<link rel=\"preload\" as=\"image\"".to_owned();
    for (from, to) in [
        ("src", "href"),
        ("srcset", "imagesrcset"),
        ("sizes", "imagesizes"),
        ("referrerpolicy", "referrerpolicy"),
        ("fetchpriority", "fetchpriority"),
    ] {
        let lead = [" ", lead].concat();
        let value = lead.split_once(&[" ", from, "=\""].concat()).map(|(_, rest)| rest);
        if let Some(value) = value.and_then(|rest| rest.split('"').next()) {
            link.push_str(&[" ", to, "=\"", value, "\""].concat());
        }
    }
    link + ">"
}

/// A language and how to say it in the markup of a whole page.
pub(super) fn open_graph_locale(tag: &str) -> Option<String> {
    let lang = Lang::new(tag);
    let mut parts = lang.tag.split('-');
    let language = parts.next()?.to_ascii_lowercase();
    let place = parts.find(|part| part.len() == 2).map(str::to_ascii_uppercase);
    let place = place.or_else(|| (language == "vi").then(|| "VN".to_owned()))?;
    Some([&*language, "_", &*place].concat())
}
