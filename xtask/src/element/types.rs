//! `embed.d.ts`: the element for TypeScript, and for React where a project has React's own types.

use super::failures::FAILURES;
use super::table::{ATTRIBUTES, DETAILS, EVENTS, METHODS};
use super::{Attribute, CLASS, Failure, TAG, Value};
use std::fmt::Write;

const HEAD: &str = "\
// Types of <trang-bao>. Put this file into your project, where tsconfig.json includes it; nothing needs to be imported
// for document.querySelector('trang-bao') and for its events. TypeScript 5.1 or newer.
";

/// React merges this into its own list of elements. Where React's types are missing, the ignored lines fail and nothing is
/// extended.
const REACT: &str = "\
// For React 18 and 19. Without its types there is nothing to extend, and the two lines that name them are ignored.
// @ts-ignore
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      'trang-bao': TrangBaoAttributes & Omit<DetailedHTMLProps<HTMLAttributes<TrangBaoElement>, TrangBaoElement>, keyof TrangBaoAttributes>;
    }
  }
}
";

/// The whole file.
pub fn definitions() -> String {
    let mut out = HEAD.to_owned();
    values(&mut out);
    for detail in DETAILS {
        let _ = write!(out, "\n/** {} */\nexport interface {} {{\n", detail.says, detail.name);
        for field in detail.fields {
            let maybe = if field.maybe { "?" } else { "" };
            let _ = writeln!(out, "  /** {} */", field.says);
            let _ = writeln!(out, "  readonly {}{maybe}: {};", field.name, field.kind);
        }
        out.push_str("}\n");
    }
    element(&mut out);
    attributes(&mut out);
    globals(&mut out);
    out.push('\n');
    out.push_str(REACT);
    out
}

/// A type for each list of words.
fn values(out: &mut String) {
    for attribute in ATTRIBUTES {
        if let Value::Words(name, words) = attribute.value {
            let _ = writeln!(out, "\nexport type {name} = {};", super::union(words));
        }
    }
    out.push_str("\nexport type TrangBaoHeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;\n");
    out.push_str("\nexport type TrangBaoErrorCode =\n");
    for Failure { code, says, mend } in FAILURES {
        let _ = writeln!(out, "  /** {says} {mend} */\n  | '{code}'");
    }
    out.push_str(";\n");
}

fn element(out: &mut String) {
    let _ = write!(
        out,
        "\n/** The element `<{TAG}>`. */\nexport interface {CLASS} extends HTMLElement {{\n"
    );
    for attribute in ATTRIBUTES {
        if attribute.is_metadata() {
            out.push_str(
                "  /** The metadata of the article shown, or null. Setting it sets the attribute `article`. */\n  \
                 get article(): TrangBaoMetadata | null;\n  \
                 set article(id: string | null | undefined);\n",
            );
        } else {
            let _ = writeln!(out, "  /** {} */", says(attribute));
            let _ = writeln!(out, "  {}: {};", attribute.property, property_kind(attribute));
        }
    }
    for method in METHODS {
        let _ = writeln!(out, "  /** {} */\n  {};", method.says, method.signature());
    }
    out.push_str("}\n");
}

/// What stands in markup. A framework sets these as attributes, also before the element is defined.
fn attributes(out: &mut String) {
    out.push_str("\n/** The attributes, for markup. */\nexport interface TrangBaoAttributes {\n");
    for attribute in ATTRIBUTES {
        let kind = match attribute.value {
            Value::Level => "TrangBaoHeadingLevel | `${TrangBaoHeadingLevel}`",
            Value::Text | Value::Words(..) => attribute.value.kind(),
        };
        let name = attribute.name;
        let name = if name.contains('-') { format!("'{name}'") } else { name.to_owned() };
        let _ = writeln!(out, "  /** {} */\n  {name}?: {kind};", says(attribute));
    }
    out.push_str("}\n");
}

fn globals(out: &mut String) {
    let _ = write!(
        out,
        "\ndeclare global {{\n  interface HTMLElementTagNameMap {{\n    '{TAG}': {CLASS};\n  }}\n\n  \
         /** Of every element, of the document and of the window: the events bubble. */\n  \
         interface GlobalEventHandlersEventMap {{\n"
    );
    for event in EVENTS {
        let _ = writeln!(out, "    '{}': CustomEvent<{}>;", event.name, event.detail);
    }
    out.push_str("  }\n}\n");
}

fn says(attribute: &Attribute) -> String {
    match attribute.default {
        "" => attribute.says.to_owned(),
        default => format!("{} Default: `{default}`.", attribute.says),
    }
}

/// A property without a default is an empty string where the attribute is absent.
fn property_kind(attribute: &Attribute) -> &'static str {
    if attribute.default.is_empty() { "string" } else { attribute.value.kind() }
}
