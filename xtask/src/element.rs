//! The public face of `<trang-bao>`, written once, and what is made from it for those who use it.
//!
//! `table`, `failures` and `theming` are what is written. `manifest` makes `custom-elements.json` of it, for editors and
//! catalogues, `types` `embed.d.ts` for TypeScript, `docs` the tables of EMBED.md. The tests hold the
//! table against what the element, its view and its styles do.

#[cfg(test)]
mod docs;
mod failures;
mod manifest;
mod table;
#[cfg(test)]
mod tests;
mod theming;
mod types;

use crate::ui::Outcome;
use std::fs;
use std::path::Path;

/// The element's name, and that of its class.
const TAG: &str = "trang-bao";
const CLASS: &str = "TrangBaoElement";

/// What an attribute may hold.
enum Value {
    /// Any text.
    Text,
    /// One of these, and the name of the TypeScript type that lists them.
    Words(&'static str, &'static [&'static str]),
    /// The level of a heading.
    Level,
}

/// An attribute, and the property that mirrors it.
struct Attribute {
    name: &'static str,
    property: &'static str,
    value: Value,
    /// What holds where the attribute is absent or has another value; empty where nothing does.
    default: &'static str,
    /// Without the values and the default, which are listed beside.
    says: &'static str,
}

/// A method, with its signature as TypeScript writes it.
struct Method {
    name: &'static str,
    parameters: &'static [(&'static str, &'static str, &'static str)],
    returns: (&'static str, &'static str),
    says: &'static str,
}

/// An event of the element.
struct Event {
    name: &'static str,
    /// The TypeScript type of `detail`.
    detail: &'static str,
    /// What the viewer does unless the host calls `preventDefault()`; empty where there is nothing to prevent.
    otherwise: &'static str,
    says: &'static str,
}

/// A type of an event's `detail`: its name, whom it is for, and its fields.
struct Detail {
    name: &'static str,
    says: &'static str,
    fields: &'static [Field],
}

struct Field {
    name: &'static str,
    kind: &'static str,
    /// Whether it may be absent.
    maybe: bool,
    says: &'static str,
}

/// Why there is no article: the code of `trangbao:error`.
struct Failure {
    code: &'static str,
    says: &'static str,
    mend: &'static str,
}

/// A part that `::part()` reaches.
struct Part {
    name: &'static str,
    says: &'static str,
}

/// A custom property that a host may set.
struct Property {
    /// Without `--trangbao-`.
    name: &'static str,
    syntax: &'static str,
    default: Default,
    says: &'static str,
}

/// What a custom property is worth where the host sets nothing.
enum Default {
    /// A colour for each theme: light, dark, sepia.
    Colours(&'static str, &'static str, &'static str),
    /// The same in every theme, in words.
    Same(&'static str),
}

impl Value {
    /// As TypeScript writes it.
    fn kind(&self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Words(name, _) => name,
            Self::Level => "TrangBaoHeadingLevel",
        }
    }
}

impl Attribute {
    /// `article` alone reads otherwise than it is written: an id goes in, the metadata of the article comes out.
    fn is_metadata(&self) -> bool {
        self.name == "article"
    }
}

/// `'a' | 'b'`, as TypeScript writes a choice.
fn union(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    quoted.join(" | ")
}

impl Method {
    /// `name(a: string): boolean`.
    fn signature(&self) -> String {
        let parameters: Vec<String> =
            self.parameters.iter().map(|(name, kind, _)| format!("{name}: {kind}")).collect();
        format!("{}({}): {}", self.name, parameters.join(", "), self.returns.0)
    }
}

impl Default {
    /// One for each theme.
    fn themes(&self) -> [&'static str; 3] {
        match self {
            Self::Colours(light, dark, sepia) => [light, dark, sepia],
            Self::Same(value) => [value; 3],
        }
    }
}

/// Writes the manifest and the type definitions beside the finished embed.
pub fn write(folder: &Path) -> Outcome {
    for (name, text) in
        [("custom-elements.json", manifest::json()?), ("embed.d.ts", types::definitions())]
    {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}
