//! Scripts, made ready: what they import is put in its place, what means nothing goes.

use crate::tighten::tighten;
use crate::ui::Outcome;
use crate::{hash, imports};
use serde_json::{Value, json};
use std::collections::HashSet;
use std::fs;
use std::path::Path;

/// Puts the texts of what a script imports in the place of its imports, each once, since one file is one request less, and
/// tells it the files that the build has made. All of it shares one scope, so no two of them may name something alike.
pub fn bundled(root: &Path, script: &str, files: &Value) -> Outcome<String> {
    let mut out = String::new();
    include(root, script, &mut Vec::new(), &mut out)?;
    let out = out.replace("const FILES = BUILD;", &format!("const FILES = {files};"));
    match declared_twice(&out) {
        Some(name) => Err(format!("a script and what it imports both declare {name}; rename one")),
        None => Ok(tighten(&out)),
    }
}

/// A name that two lines at the outermost level declare.
fn declared_twice(js: &str) -> Option<&str> {
    const WORDS: [&str; 6] =
        ["function ", "async function ", "function* ", "const ", "let ", "class "];
    let mut names = HashSet::new();
    js.lines().find_map(|line| {
        let line = line.trim_start_matches("export ");
        let rest = WORDS.iter().find_map(|word| line.strip_prefix(word))?;
        let is_part = |c: char| c.is_alphanumeric() || "_$".contains(c);
        let name = rest.split(|c| !is_part(c)).next().filter(|name| !name.is_empty())?;
        (!names.insert(name)).then_some(name)
    })
}

fn include(root: &Path, script: &str, there: &mut Vec<String>, out: &mut String) -> Outcome {
    for line in script.lines() {
        let import = line.strip_prefix("import ").and_then(|line| line.split_once(" from './"));
        let Some((_, name)) = import else {
            out.push_str(line);
            out.push('\n');
            continue;
        };
        let name = name.trim_end_matches("';").to_owned();
        if !there.contains(&name) {
            let path = root.join("static").join(&name);
            let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            there.push(name);
            include(root, &text.replace("\nexport ", "\n"), there, out)?;
        }
    }
    Ok(())
}

/// A wasm file and its glue, with short names between them and one way to start.
pub fn shortened(wasm: &[u8], glue: &[u8]) -> Outcome<(Vec<u8>, Vec<u8>)> {
    let (wasm, glue) = imports::shorten(wasm, &String::from_utf8_lossy(glue))?;
    Ok((wasm, own_start(&glue)?.into_bytes()))
}

/// Gives what Trunk made of a crate beside the page's names by its content, those of the glue without the group that it is
/// of: all groups have the same. What `loadProgram` of `static/program.js` has to know of it.
pub fn program(folder: &Path, made_as: &str) -> Outcome<Value> {
    let name = made_as.trim_start_matches("trangbao-");
    let family = name.split('-').next().unwrap_or(name);
    let made = [".js", "_bg.wasm"].map(|end| folder.join(format!("{made_as}{end}")));
    let bytes = |path: &Path| fs::read(path).map_err(|e| format!("{}: {e}", path.display()));
    let (wasm, glue) = shortened(&bytes(&made[1])?, &bytes(&made[0])?)?;
    for path in &made {
        fs::remove_file(path).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    let keep = |name: &str, bytes: &[u8], end: &str| -> Outcome<String> {
        let name = format!("{name}-{}{end}", hash::short(bytes));
        let path = folder.join(&name);
        fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()))?;
        Ok(name)
    };
    Ok(json!({
        "js": keep(family, &glue, "_glue.js")?,
        "jsIntegrity": hash::integrity(&glue),
        "wasm": keep(name, &wasm, "_bg.wasm")?,
        "wasmIntegrity": hash::integrity(&wasm),
    }))
}

/// Leaves of the glue's ways to start the one that `static/engine.js` takes: with a compiled module, and with a guard for
/// the exports. Names that the glue has no more would be a new wasm-bindgen, and an error.
fn own_start(glue: &str) -> Outcome<String> {
    const FIRST: &str = "async function __wbg_load(";
    const NEEDED: [&str; 2] = ["function __wbg_get_imports(", "function __wbg_finalize_init("];
    let known = NEEDED.iter().all(|name| glue.contains(name));
    let Some((kept, dropped)) = glue.split_once(FIRST).filter(|_| known) else {
        return Err("the glue does not start as wasm-bindgen's used to; see scripts.rs".to_owned());
    };
    if dropped.contains("export function") {
        return Err("the glue has exports behind its start; see scripts.rs".to_owned());
    }
    let kept = without_stand_in(kept);
    Ok(format!(
        "{kept}export default async(module,guard)=>{{\
         const{{exports}}=await WebAssembly.instantiate(module,__wbg_get_imports());\
         return __wbg_finalize_init({{exports:guard(exports)}},module)}};\n"
    ))
}

/// Leaves out what does the work of `encodeInto` where it is missing: browsers have had it for longer than the wasm that we use.
fn without_stand_in(glue: &str) -> String {
    let parts = || {
        let (before, rest) = glue.split_once("\"encodeInto\"in ")?;
        let (stand_in, after) = rest.split_once("};});")?;
        (!stand_in.contains("export")).then(|| [before, after].concat())
    };
    parts().unwrap_or_else(|| glue.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_of_the_engine_becomes_its_text() {
        let root = crate::place::root().expect("the project");
        let script = "// a\nimport { begin } from './engine.js';\nbegin();\n";
        let script = bundled(&root, script, &json!({ "x": 1 }));
        let script = script.expect("bundled");
        assert!(script.contains("function begin(") && script.ends_with("begin();\n"), "{script}");
        assert!(!script.contains("import{") && !script.contains("export "));
        assert!(script.contains("const FILES={\"x\":1};"));
    }

    #[test]
    fn what_two_scripts_import_is_there_once() {
        let root = crate::place::root().expect("the project");
        let script =
            "import { Shelf } from './shelf.js';\nimport { pageOf } from './places.js';\nx();\n";
        let script = bundled(&root, script, &Value::Null).expect("bundled");
        assert_eq!(script.matches("function pageOf(").count(), 1, "{script}");
        assert!(script.contains("class Shelf") && script.ends_with("x();\n"));
    }

    #[test]
    fn no_name_is_declared_twice() {
        let twice =
            "const a = 1;\nexport function b() {\n  const a = 2;\n}\nasync function b() {}\n";
        assert_eq!(declared_twice(twice), Some("b"));
        assert_eq!(declared_twice("const { a } = x;\nlet b;\nfunction c() {}\n"), None);
        let root = crate::place::root().expect("the project");
        let script = "import { begin } from './engine.js';\nfunction begin() {}\n";
        assert!(bundled(&root, script, &json!({})).expect_err("twice").contains("begin"));
    }

    #[test]
    fn the_glue_has_no_stand_in_for_what_every_browser_has() {
        let glue = "let e=new TextEncoder;\"encodeInto\"in e||(e.encodeInto=function(a,b){return{read:1};});let x=0;";
        assert_eq!(without_stand_in(glue), "let e=new TextEncoder;let x=0;");
        assert_eq!(without_stand_in("let x=0;"), "let x=0;");
    }

    #[test]
    fn the_glue_starts_behind_a_guard() {
        let glue = "let wasm;export function open(){}function __wbg_get_imports(){}\
                    function __wbg_finalize_init(i,m){}async function __wbg_load(a){}export{x};";
        let own = own_start(glue).expect("known");
        assert!(own.contains("export function open") && own.contains("guard(exports)"));
        assert!(!own.contains("__wbg_load") && !own.contains("export{x}"));
        assert!(own_start("let wasm;").is_err());
        assert!(own_start(&glue.replace("export{x}", "export function y(){}")).is_err());
    }
}
