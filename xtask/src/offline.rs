//! What keeps a page readable without a network: the service worker with the list of its files, and what comes after the
//! first paragraph.

use crate::ui::Outcome;
use crate::{hash, scripts};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

/// The viewer's page under a name of its own, for folders whose `index.html` is written by others.
const APP: &str = "app.html";

/// Writes a script under a name by its content. What other scripts have to know of it, under this name.
pub fn module(root: &Path, folder: &Path, script: &str, files: &Value) -> Outcome<Value> {
    let path = root.join("static").join(format!("{script}.js"));
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let text = scripts::bundled(root, &text, files)?;
    let name = format!("{script}-{}.js", hash::short(text.as_bytes()));
    put(folder, &name, text.as_bytes())?;
    Ok(json!({ script: name, format!("{script}Integrity"): hash::integrity(text.as_bytes()) }))
}

/// Writes the service worker, which keeps the shell: the page, and of the files in this folder those that it names and
/// these.
pub fn worker(root: &Path, folder: &Path, html: &str, more: &Value) -> Outcome {
    put(folder, APP, html.as_bytes())?;
    let more = more.to_string();
    let mut shell = Map::new();
    for file in fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        let named = html.contains(&name) || more.contains(&name);
        if (named && is_hashed(&name)) || name == APP {
            let bytes = fs::read(file.path()).map_err(|e| format!("{name}: {e}"))?;
            shell.insert(name, hash::integrity(&bytes).into());
        }
    }
    let version = hash::short(Value::from(shell.clone()).to_string().as_bytes());
    let path = root.join("static/sw.js");
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let text = scripts::bundled(root, &text, &json!({ "version": version, "shell": shell }))?;
    put(folder, "sw.js", text.as_bytes())
}

fn is_hashed(name: &str) -> bool {
    crate::static_files::is_hashed(name)
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> Outcome {
    let path = folder.join(name);
    fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}
