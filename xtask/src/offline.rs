//! What keeps a page readable without a network: what comes after the first paragraph, the page of what is saved, and the
//! service worker with the list of its files.

use crate::finish::{Page, joined};
use crate::tighten::tighten;
use crate::ui::Outcome;
use crate::{hash, page, scripts, static_files, styles};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

/// Pages of the shell, by their addresses: the viewer's own, for folders whose `index.html` is written by others, and the
/// list of what is saved. A folder each, because some hosts redirect names that end with `.html`.
const APP: &str = "app/";
const SAVED: &str = "saved/";

/// Beginnings of the names of those files of the shell that the viewer's page does not name itself.
const LATER: [&str; 6] = ["after-", "attach-", "policy-", "rescue-", "saved-", "saving-"];

/// Writes a script under a name by its content. What other scripts have to know of it, under its own name.
pub fn module(root: &Path, folder: &Path, script: &str, files: &Value) -> Outcome<Value> {
    let text = scripts::bundled(root, &read(root, &format!("{script}.js"))?, files)?;
    named(folder, script, "js", &text)
}

fn named(folder: &Path, stem: &str, end: &str, text: &str) -> Outcome<Value> {
    let name = format!("{stem}-{}.{end}", hash::short(text.as_bytes()));
    put(folder, &name, text)?;
    let key = if end == "css" { format!("{stem}Style") } else { stem.to_owned() };
    Ok(json!({ (&*key): name, format!("{key}Integrity"): hash::integrity(text.as_bytes()) }))
}

/// Writes what comes after the first paragraph. What its starter has to know of it.
pub fn after(root: &Path, folder: &Path, policy: &Value) -> Outcome<Value> {
    let saving = module(root, folder, "saving", &Value::Null)?;
    let style = named(folder, "after", "css", &styles::after(root)?)?;
    module(root, folder, "after", &joined(&[policy, &saving, &style]))
}

/// Writes the pages of the shell and the worker, which keeps them with all that they need.
pub fn write(root: &Path, app: &Page) -> Outcome {
    let folder = &app.folder;
    put_page(folder, APP, &app.html)?;
    put_page(folder, SAVED, &saved(root, app)?)?;

    let mut shell = Map::new();
    for name in [APP, SAVED] {
        let bytes = bytes(folder, &format!("{name}index.html"))?;
        shell.insert(name.to_owned(), hash::integrity(&bytes).into());
    }
    for file in fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        let is_later =
            LATER.iter().any(|start| name.starts_with(start)) && is_script_or_style(&name);
        // Only what is never anything else: the page also names what hosts may change.
        if static_files::is_hashed(&name) && (is_later || app.html.contains(&name)) {
            let bytes = bytes(folder, &name)?;
            shell.insert(name, hash::integrity(&bytes).into());
        }
    }
    let version = hash::short(Value::from(shell.clone()).to_string().as_bytes());
    let files = json!({ "version": version, "shell": shell });
    put(folder, "sw.js", &scripts::bundled(root, &read(root, "sw.js")?, &files)?)?;
    put(folder, "sw-kill.js", &tighten(&read(root, "sw-kill.js")?))
}

/// The page of what is saved, with the styles of the viewer's page.
fn saved(root: &Path, app: &Page) -> Outcome<String> {
    let script = module(root, &app.folder, "saved", &Value::Null)?;
    let style = named(&app.folder, "after", "css", &styles::after(root)?)?;
    let is_style = |tag: &page::Tag| tag.get("rel") == Some("stylesheet");
    let main = page::find(&app.html, 0, "link", is_style)
        .ok_or("the page has no style sheet that the one of what is saved could take over")?;

    let mut saved = Page {
        folder: app.folder.clone(),
        base: app.base.clone(),
        html: read(root, "saved.html")?,
    };
    saved.move_below_base();
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let url = |name: String| [&*app.base, &*name].concat();
    for (tag, attribute, from, to, integrity) in [
        (
            "link",
            "href",
            "style.css",
            main.get("href").unwrap_or_default().to_owned(),
            main.get("integrity").unwrap_or_default().to_owned(),
        ),
        (
            "link",
            "href",
            "after.css",
            url(text(&style, "afterStyle")),
            text(&style, "afterStyleIntegrity"),
        ),
        ("script", "src", "saved.js", url(text(&script, "saved")), text(&script, "savedIntegrity")),
    ] {
        let from = url(from.to_owned());
        let mut found = page::find(&saved.html, 0, tag, |tag| tag.get(attribute) == Some(&from))
            .ok_or_else(|| format!("static/saved.html has no <{tag} {attribute}=\"{from}\">"))?;
        found.set(attribute, &to);
        found.set("integrity", &integrity);
        let text = found.write();
        saved.html.replace_range(found.at, &text);
    }
    saved.put_policy()?;
    Ok(saved.html)
}

fn is_script_or_style(name: &str) -> bool {
    // A program's glue is of no use without it.
    (name.ends_with(".js") && !name.ends_with("_glue.js")) || name.ends_with(".css")
}

fn put_page(folder: &Path, name: &str, html: &str) -> Outcome {
    fs::create_dir_all(folder.join(name)).map_err(|e| format!("{name}: {e}"))?;
    put(folder, &format!("{name}index.html"), html)
}

fn read(root: &Path, name: &str) -> Outcome<String> {
    let path = root.join("static").join(name);
    fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))
}

fn bytes(folder: &Path, name: &str) -> Outcome<Vec<u8>> {
    let path = folder.join(name);
    fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))
}

fn put(folder: &Path, name: &str, text: &str) -> Outcome {
    let path = folder.join(name);
    fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))
}
