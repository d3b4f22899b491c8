//! Scripts, made ready: what they import is put in its place, comments and indentation go.

use crate::imports;
use crate::ui::Outcome;
use std::fs;
use std::path::Path;

/// Puts the text of `./engine.js` in the place of its import, since one file is one request less.
pub fn bundled(root: &Path, script: &str) -> Outcome<String> {
    let is_import =
        |line: &&str| line.starts_with("import ") && line.contains("from './engine.js'");
    let Some(import) = script.lines().find(is_import) else { return Ok(strip(script)) };
    let path = root.join("static/engine.js");
    let engine = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let engine = engine.replace("\nexport ", "\n");
    Ok(strip(&script.replacen(import, &engine, 1)))
}

/// Drops whole-line comments and indentation. A template literal over several lines would suffer, so a script with one
/// is left as it is.
pub fn strip(js: &str) -> String {
    if js.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return js.to_owned();
    }
    let mut out = String::new();
    let mut comment = false;
    for line in js.lines().map(str::trim) {
        comment |= line.starts_with("/*");
        if comment {
            comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// A wasm file and its glue, with short names between them and one way to start.
pub fn program(wasm: &[u8], glue: &[u8]) -> Outcome<(Vec<u8>, Vec<u8>)> {
    let (wasm, glue) = imports::shorten(wasm, &String::from_utf8_lossy(glue))?;
    Ok((wasm, own_start(&glue)?.into_bytes()))
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
    Ok(format!(
        "{kept}export default async(module,guard)=>{{\
         const{{exports}}=await WebAssembly.instantiate(module,__wbg_get_imports());\
         return __wbg_finalize_init({{exports:guard(exports)}},module)}};\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_unless_a_template_spans_lines() {
        assert_eq!(strip("// a\n  f();\n\n/* b\n c */\n  g(); // h\n"), "f();\ng(); // h\n");
        let template = "const a = `\n  // kept\n`;\n";
        assert_eq!(strip(template), template);
    }

    #[test]
    fn an_import_of_the_engine_becomes_its_text() {
        let root = crate::place::root().expect("the project");
        let script = bundled(&root, "// a\nimport { begin } from './engine.js';\nbegin();\n");
        let script = script.expect("bundled");
        assert!(script.contains("\nfunction begin(") && script.ends_with("begin();\n"), "{script}");
        assert!(!script.contains("import {") && !script.contains("export "));
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
