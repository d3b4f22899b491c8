//! The reference tables of EMBED.md, each between two comments that name it.

use super::failures::FAILURES;
use super::table::{ATTRIBUTES, DETAILS, EVENTS, METHODS};
use super::theming::{PARTS, PROPERTIES};
use super::{Default, Value};
use std::fmt::Write;

/// The text with each of its tables written anew. A table whose place is missing is an error.
pub fn renew(text: &str) -> Result<String, String> {
    let mut text = text.to_owned();
    for (name, table) in tables() {
        let begin = format!("<!-- element:{name}:begin -->\n");
        let end = format!("<!-- element:{name}:end -->");
        let (Some(from), Some(to)) = (text.find(&begin), text.find(&end)) else {
            return Err(format!("EMBED.md lacks {} or {end}", begin.trim()));
        };
        text.replace_range(from + begin.len()..to, &table);
    }
    Ok(text)
}

fn tables() -> [(&'static str, String); 8] {
    [
        ("attributes", attributes()),
        ("properties", properties()),
        ("methods", methods()),
        ("events", events()),
        ("metadata", metadata()),
        ("errors", failures()),
        ("parts", parts()),
        ("colours", custom_properties()),
    ]
}

/// A table of Markdown; a bar in a cell would part it.
fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = format!("| {} |\n|{}\n", head.join(" | "), "---|".repeat(head.len()));
    for row in rows {
        let row: Vec<String> = row.iter().map(|cell| cell.replace('|', "\\|")).collect();
        let _ = writeln!(out, "| {} |", row.join(" | "));
    }
    out
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

/// The default first, in bold.
fn attributes() -> String {
    table(
        &["attribute", "value", "does"],
        ATTRIBUTES.iter().map(|attribute| {
            let value = match attribute.value {
                Value::Text => "text".to_owned(),
                Value::Level => format!("1 to 6, **{}**", attribute.default),
                Value::Words(_, words) => {
                    let words = words.iter().map(|word| {
                        let word_code = code(word);
                        if *word == attribute.default {
                            format!("**{word_code}**")
                        } else {
                            word_code
                        }
                    });
                    words.collect::<Vec<_>>().join(" ")
                }
            };
            vec![code(attribute.name), value, attribute.says.to_owned()]
        }),
    )
}

fn properties() -> String {
    table(
        &["property", "type", "where the attribute is absent"],
        ATTRIBUTES.iter().map(|attribute| {
            if attribute.is_metadata() {
                let says = "`null` until an article is shown. Read: its metadata. Set: the attribute `article`.";
                return vec![
                    code("article"),
                    "[metadata](#events) or `null`".to_owned(),
                    says.to_owned(),
                ];
            }
            let (kind, default) = match attribute.value {
                Value::Level => ("number", attribute.default.to_owned()),
                Value::Text | Value::Words(..) => ("string", format!("'{}'", attribute.default)),
            };
            vec![code(attribute.property), kind.to_owned(), code(&default)]
        }),
    )
}

fn methods() -> String {
    table(
        &["method", "does"],
        METHODS.iter().map(|method| {
            let says = [method.says, method.returns.1].join(" ");
            vec![code(&method.signature()), says.trim_end().to_owned()]
        }),
    )
}

fn events() -> String {
    table(
        &["event", "`detail`", "when", "unless you call `preventDefault()`"],
        EVENTS.iter().map(|event| {
            vec![
                code(event.name),
                detail(event.detail),
                event.says.to_owned(),
                event.otherwise.to_owned(),
            ]
        }),
    )
}

/// The fields of a `detail`, where there are few.
fn detail(name: &str) -> String {
    let fields = DETAILS.iter().find(|detail| detail.name == name).map_or(&[][..], |d| d.fields);
    if is_long(fields.len()) {
        return "the metadata".to_owned();
    }
    let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
    code(&format!("{{ {} }}", names.join(", ")))
}

/// A table of its own says it better.
fn is_long(fields: usize) -> bool {
    fields > 3
}

fn metadata() -> String {
    table(
        &["field", "is"],
        DETAILS
            .iter()
            .filter(|detail| is_long(detail.fields.len()))
            .flat_map(|detail| detail.fields)
            .map(|field| vec![code(field.name), field.says.to_owned()]),
    )
}

fn failures() -> String {
    table(
        &["code", "what happened", "what to do"],
        FAILURES.iter().map(|failure| {
            vec![code(failure.code), failure.says.to_owned(), failure.mend.to_owned()]
        }),
    )
}

fn parts() -> String {
    table(&["part", "is"], PARTS.iter().map(|part| vec![code(part.name), part.says.to_owned()]))
}

fn custom_properties() -> String {
    table(
        &["custom property", "is", "light", "dark", "sepia"],
        PROPERTIES.iter().map(|property| {
            let [light, dark, sepia] = match property.default {
                Default::Colours(light, dark, sepia) => [code(light), code(dark), code(sepia)],
                Default::Same(value) => {
                    [value.to_owned(), "the same".to_owned(), "the same".to_owned()]
                }
            };
            let name = format!("--trangbao-{}", property.name);
            vec![code(&name), property.says.to_owned(), light, dark, sepia]
        }),
    )
}
