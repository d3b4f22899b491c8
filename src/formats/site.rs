//! The site's settings: `site.json`.

use super::cursor::{Cursor, Sink, line};
use super::{Parsed, Source};
use crate::article::{Lang, Text};
use crate::error::{ParseError, Problem};
use crate::html::no_parser;
use crate::json;
use crate::safe_url::{UrlUse, origin};
use crate::site::{Color, ROLES, Site};

/// Reads the settings. What is wrong in them is left at its default.
pub fn parse_site(bytes: &[u8], source: &Source) -> Result<Parsed<Site>, ParseError> {
    let (json, problems) = json::read(bytes)?;
    let sink = Sink::new(source, no_parser, problems);
    let root = Cursor::root(&json, &sink);
    let mut colors = Vec::new();
    if let Some(schemes) = root.get("colors") {
        for (scheme, dark) in [("light", false), ("dark", true)] {
            let Some(roles) = schemes.get(scheme) else { continue };
            for role in ROLES {
                let value = roles.field(role, color);
                colors.extend(value.map(|value| Color { dark, role, value }));
            }
        }
    }
    let site = Site {
        name: root.field("name", line),
        description: root.field("description", line),
        logo: root.field("logo", |value| value.url(UrlUse::Picture)),
        lang: root.field("lang", line).filter(|lang| &**lang != "auto" && Lang::is_tag(lang)),
        allowed_origins: root.array("allowedOrigins", allowed_origin),
        colors,
    };
    let (_, warnings) = sink.finish()?;
    Ok(Parsed { article: site, warnings })
}

fn color(value: &Cursor) -> Option<Text> {
    let color = line(value)?;
    let digits = color.strip_prefix('#').unwrap_or_default();
    let valid = matches!(digits.len(), 3 | 6) && digits.bytes().all(|b| b.is_ascii_hexdigit());
    if !valid {
        value.warn(Problem::BadValue { expected: "a colour such as #a81e54" });
    }
    valid.then_some(color)
}

/// The origin of an address: a path after it would only be misread as a limit.
fn allowed_origin(value: &Cursor) -> Option<Text> {
    let url = value.url(UrlUse::Link)?;
    origin(url.as_str()).map(Text::from)
}
