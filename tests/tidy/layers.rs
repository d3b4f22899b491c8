//! Which module may name which.

use super::rust::{code, tokens, without_tests};
use super::{allows, files, hold, refuses};

/// Modules of one layer, and what they may name besides each other.
struct Layer {
    modules: &'static [&'static str],
    may_name: &'static [&'static [&'static str]],
    may_use: &'static [&'static str],
    /// What to do instead.
    instead: &'static str,
}

const CORE: &[&str] = &[
    "article",
    "text",
    "safe_url",
    "html",
    "error",
    "limits",
    "strings",
    "providers",
    "route",
    "site",
];
const READING: &[&str] = &["json", "formats"];
const WRITING: &[&str] = &["write"];
const VIEW: &[&str] = &["view"];
const BROWSER: &[&str] = &["browser"];
const APP: &[&str] = &["app", "attach", "embed", "shell", "tools"];
const CLI: &[&str] = &["cli"];

/// The table of `ARCHITECTURE.md`.
const LAYERS: [Layer; 7] = [
    Layer {
        modules: CORE,
        may_name: &[],
        may_use: &[],
        instead: "the core is plain data and rules: take what it needs as an argument, as `Resolver` and `Formats` do",
    },
    Layer {
        modules: READING,
        may_name: &[CORE],
        may_use: &[],
        instead: "reading ends at the model: whoever wants more takes the `Article` from there",
    },
    Layer {
        modules: WRITING,
        may_name: &[CORE],
        may_use: &[],
        instead: "writing begins at the model: whoever has more puts it into the `Article` first",
    },
    Layer {
        modules: VIEW,
        may_name: &[CORE],
        may_use: &["yew"],
        instead: "the view asks nobody: hand it in through `Cx` or an argument, or let a tool do it to the rendered page",
    },
    Layer {
        modules: BROWSER,
        // Of the core only what a request needs: texts and effects, no article.
        may_name: &[&["error", "html", "limits"]],
        may_use: &["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo"],
        instead: "the browser's modules deal in texts and effects: let `app` or `tools` translate",
    },
    Layer {
        modules: APP,
        may_name: &[CORE, READING, WRITING, VIEW, BROWSER],
        may_use: &["yew"],
        instead: "ask the browser through a small module in src/browser/",
    },
    Layer {
        modules: CLI,
        may_name: &[CORE, READING, WRITING, VIEW],
        may_use: &["yew"],
        instead: "the command has no browser: what both need belongs in the core",
    },
];

/// The crates that a layer may be kept from.
const CRATES: [&str; 8] = [
    "yew",
    "yew_router",
    "gloo",
    "gloo_net",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
];

/// The module of a file, from the crate's root down.
fn module(path: &str) -> Vec<&str> {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    path.split('/').collect()
}

/// What a file names: modules at the crate's root, and the crates above.
fn named(path: &str, text: &str) -> Vec<(usize, String)> {
    let code = without_tests(&code(text));
    let tokens = tokens(&code);
    let word = |at: usize| tokens.get(at).map_or("", |(_, word)| *word);
    let mut found = Vec::new();
    for (at, (line, token)) in tokens.iter().enumerate() {
        let before = if at == 0 { "" } else { word(at - 1) };
        if before == "::" {
            continue;
        }
        if CRATES.contains(token) && (word(at + 1) == "::" || before == "use") {
            found.push((*line, (*token).to_owned()));
        }
        // `crate::`, or `super::` as often as it takes to get to the root.
        let mut after = at;
        while word(after) == "super" && word(after + 1) == "::" {
            after += 2;
        }
        if *token == "crate" {
            after = at + 2;
        } else if after - at != module(path).len() * 2 {
            continue;
        }
        // One module, or several in a group.
        let mut depth = 0;
        for (at, (line, token)) in tokens.iter().enumerate().skip(after) {
            match *token {
                "{" => depth += 1,
                "}" => depth -= 1,
                _ if at == after || (depth == 1 && ["{", ","].contains(&word(at - 1))) => {
                    found.push((*line, (*token).to_owned()));
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    found
}

fn layers(path: &str, text: &str) -> Vec<String> {
    let module = module(path)[0];
    // They put the layers together.
    if ["lib", "main"].contains(&module) {
        return Vec::new();
    }
    let Some(layer) = LAYERS.iter().find(|layer| layer.modules.contains(&module)) else {
        return vec![format!(
            "{path}: `{module}` is in no layer; give it one in tests/tidy/layers.rs and in the table of ARCHITECTURE.md"
        )];
    };
    let ours: Vec<_> = LAYERS.iter().flat_map(|layer| layer.modules).collect();
    let mut complaints = Vec::new();
    for (line, name) in named(path, text) {
        let name = &*name;
        let allowed = if CRATES.contains(&name) {
            layer.may_use.contains(&name)
        } else {
            !ours.contains(&&name)
                || layer.modules.contains(&name)
                || layer.may_name.iter().any(|modules| modules.contains(&name))
        };
        if !allowed {
            let instead = layer.instead;
            complaints.push(format!("{path}:{line}: `{module}` may not name `{name}`: {instead}"));
        }
    }
    complaints
}

#[test]
fn every_module_keeps_to_its_layer() {
    hold(layers, &["src"], &[".rs"]);
}

#[test]
fn every_module_of_the_table_is_there() {
    let files = files("src");
    for module in LAYERS.iter().flat_map(|layer| layer.modules) {
        let file = format!("src/{module}.rs");
        assert!(
            files.contains(&file),
            "there is no {file}; take `{module}` out of tests/tidy/layers.rs"
        );
    }
}

#[test]
fn names_out_of_their_layer_are_refused() {
    let check = |path: &str, text: &str, name: &str| {
        refuses(layers, path, text, &format!("may not name `{name}`"));
    };
    check("src/article/block.rs", "use yew::prelude::*;", "yew");
    check("src/text.rs", "fn f() { js_sys::Date::now(); }", "js_sys");
    check("src/text.rs", "use crate::formats::parse;", "formats");
    check("src/json.rs", "use crate::view;", "view");
    check(
        "src/formats/native.rs",
        "use crate::{article::Text, browser::dom, error::Problem};",
        "browser",
    );
    check("src/formats/native.rs", "use super::super::app::App;", "app");
    check(
        "src/view/block.rs",
        "use crate::{\n    article::{Block, BlockKind},\n    formats::{Source, parse},\n};",
        "formats",
    );
    check("src/write/blocks.rs", "use crate::json::Json;", "json");
    check("src/view.rs", "use super::browser;", "browser");
    check("src/view/block.rs", "let url = crate::browser::url::encode(x);", "browser");
    check("src/view/media.rs", "let now = web_sys::window();", "web_sys");
    check("src/app/load.rs", "use gloo::timers::callback::Timeout;", "gloo");
    check("src/tools.rs", "use wasm_bindgen::JsCast;", "wasm_bindgen");
    check("src/tools/find.rs", "use crate::cli::run;", "cli");
    check("src/browser/fetch.rs", "use crate::article::Article;", "article");
    check("src/browser/dom.rs", "use yew::Callback;", "yew");
    check("src/cli.rs", "use crate::app::App;", "app");
    refuses(layers, "src/new.rs", "", "is in no layer");
}

#[test]
fn names_of_their_layer_are_allowed() {
    allows(
        layers,
        "src/view/block.rs",
        "use yew::prelude::*;\nuse crate::article::{Block, Text};\nuse super::{article::Scope, media};",
    );
    allows(layers, "src/app.rs", "use crate::{browser::{dom, fetch}, view::article, text};");
    allows(layers, "src/browser/url.rs", "use web_sys::Url;\nuse crate::error::LoadError;");
    allows(layers, "src/text.rs", "//! As yew::Html would.\nfn f() { \"crate::view::x\"; }");
    allows(layers, "src/text.rs", "#[cfg(test)]\nmod tests {\n    use crate::formats::parse;\n}");
    // A module of the view that is called as one of the core is not it.
    allows(layers, "src/browser/head.rs", "fn f() { super::article::x(); }");
}
