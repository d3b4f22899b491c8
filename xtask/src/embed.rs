//! What partner sites load: the custom element, its styles, the frame, and what describes them.

use crate::tighten::tighten;
use crate::ui::{self, Outcome};
use crate::{csp, element, hash, page, scripts, styles};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Writes everything that a partner's page may ask for.
///
/// `embed.js` has a name that partners can rely on, so it changes with each build; the same bytes lie beside it under a
/// name that never changes its content, for partners who pin it by its hash.
pub fn write(root: &Path, folder: &Path, adapters: &Value) -> Outcome {
    let css = styles::embedded(root)?;
    let css_name = format!("embed-{}.css", hash::short(css.as_bytes()));
    put(folder, &css_name, &css)?;

    let mut files = adapters.clone();
    files["viewer"] = scripts::program(folder, "trangbao-embed")?;
    files["css"] = css_name.into();
    files["cssIntegrity"] = hash::integrity(css.as_bytes()).into();
    let script = scripts::bundled(root, &read(root, "embed.js")?, &files)?;
    let pinned = format!("embed-{}.js", hash::short(script.as_bytes()));
    let integrity = hash::integrity(script.as_bytes());
    put(folder, "embed.js", &script)?;
    put(folder, &pinned, &script)?;

    put(folder, "frame.js", &tighten(&read(root, "frame.js")?))?;
    frame(root, folder, &pinned, &integrity)?;
    element::write(folder)?;
    ui::note(format!("{pinned} for partners who pin it: integrity=\"{integrity}\""));
    Ok(())
}

/// The page of the frame. What it names gets its hash; in a frame without an origin everything is asked for with CORS.
fn frame(root: &Path, folder: &Path, embed: &str, integrity: &str) -> Outcome {
    let mut html = read(root, "embed.html")?;
    let policy =
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", csp::framed());
    let charset = page::find(&html, 0, "meta", |tag| tag.get("charset").is_some())
        .ok_or("static/embed.html needs <meta charset=\"utf-8\"> first in its head")?;
    html.insert_str(charset.at.end, &policy);
    let css = styles::picker(root)?;
    let css_name = format!("embed-page-{}.css", hash::short(css.as_bytes()));
    put(folder, &css_name, &css)?;
    link(&mut html, "link", "href", "embed-page.css", &css_name, &hash::integrity(css.as_bytes()))?;
    link(&mut html, "script", "src", "embed.js", embed, integrity)?;

    let picker = tighten(&read(root, "embed-picker.js")?);
    let picker_name = format!("embed-picker-{}.js", hash::short(picker.as_bytes()));
    put(folder, &picker_name, &picker)?;
    let script = tighten(&read(root, "embed-page.js")?);
    let script = script.replace("./embed-picker.js", &format!("./{picker_name}"));
    let name = format!("embed-page-{}.js", hash::short(script.as_bytes()));
    put(folder, &name, &script)?;
    link(&mut html, "script", "src", "embed-page.js", &name, &hash::integrity(script.as_bytes()))?;
    put(folder, "embed.html", &html)
}

/// Names a file by its hash, and holds it to it.
fn link(
    html: &mut String,
    tag: &str,
    attribute: &str,
    from: &str,
    to: &str,
    integrity: &str,
) -> Outcome {
    let mut found = page::find(html, 0, tag, |tag| tag.get(attribute) == Some(from))
        .ok_or_else(|| format!("static/embed.html has no <{tag} {attribute}=\"{from}\">"))?;
    found.set(attribute, to);
    found.set("integrity", integrity);
    let text = found.write();
    html.replace_range(found.at, &text);
    Ok(())
}

fn read(root: &Path, name: &str) -> Outcome<String> {
    let path = root.join("static").join(name);
    fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))
}

fn put(folder: &Path, name: &str, text: &str) -> Outcome {
    let path = folder.join(name);
    fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))
}
