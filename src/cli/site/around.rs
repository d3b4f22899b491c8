//! What a site has once: settings, icons, the manifest, the viewer's files, what lies beside the
//! articles.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::json;

use super::Press;
use crate::cli::args::Site;

macro_rules! icons {
    ($($name:literal,)*) => {
        [$(($name, include_bytes!(concat!("../../../static/", $name))),)*]
    };
}

/// The viewer's own, for a paper that brings none.
const ICONS: [(&str, &[u8]); 6] = icons![
    "icons/apple-touch-icon.png",
    "icons/favicon-32.png",
    "icons/icon-192.png",
    "icons/icon-512.png",
    "icons/maskable-192.png",
    "icons/maskable-512.png",
];

/// What lies beside articles and goes along with them.
const MEDIA: [&str; 16] = [
    "avif", "gif", "jpeg", "jpg", "m4a", "m4v", "mp3", "mp4", "oga", "ogg", "opus", "png", "vtt",
    "wav", "webm", "webp",
];

/// Files of the viewer's folder in whose place the site has others.
const OWN: [&str; 5] = ["index.html", "404.html", "site.json", "_headers", "nginx.conf"];

/// Writes and copies all of it; gives the names of the viewer's files.
pub(super) fn write(press: &Press, site: &Site) -> io::Result<Vec<String>> {
    let out = &press.out;
    if let Some(settings) = &press.paper.file {
        out.bring("site.json", settings)?;
    }
    each_file(&site.articles, "articles/", &mut |name, path| {
        let kind = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        if MEDIA.contains(&&*kind) { out.bring(name, path) } else { Ok(()) }
    })?;
    let mut brought = Vec::new();
    if let Some(app) = &site.app {
        each_file(app, "", &mut |name, path| {
            // The pages, the articles and what is said to the host are the site's own.
            let is_own = OWN.contains(&name)
                || ["a/", "articles/"].iter().any(|folder| name.starts_with(folder));
            if is_own || name.ends_with(".br") || name.ends_with(".gz") {
                return Ok(());
            }
            brought.push(name.to_owned());
            out.bring(name, path)
        })?;
    }
    for (name, bytes) in ICONS {
        if !brought.iter().any(|brought| brought == name) {
            out.put(name, bytes)?;
        }
    }
    if !brought.iter().any(|name| name == "manifest.webmanifest") {
        out.put("manifest.webmanifest", manifest(press))?;
    }
    Ok(brought)
}

/// Every file below a folder, in order, with its name in the site. Hidden ones are left alone.
fn each_file(
    folder: &Path,
    below: &str,
    take: &mut dyn FnMut(&str, &Path) -> io::Result<()>,
) -> io::Result<()> {
    let say = |error: io::Error| io::Error::other(format!("{}: {error}", folder.display()));
    let entries: Result<Vec<_>, _> = fs::read_dir(folder).map_err(say)?.collect();
    let mut entries = entries.map_err(say)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
        let name = [below, name].concat();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            each_file(&entry.path(), &[&name, "/"].concat(), take)?;
        } else if entry.path().is_file() {
            take(&name, &entry.path())?;
        }
    }
    Ok(())
}

fn manifest(press: &Press) -> String {
    let paper = &press.paper;
    let icon = |file: &str, size: u32, purpose: &str| {
        let sizes = format!("{size}x{size}");
        json!({ "src": file, "sizes": sizes, "type": "image/png", "purpose": purpose })
    };
    json!({
        "name": paper.name(),
        "short_name": paper.name(),
        "description": paper.description().unwrap_or_default(),
        "lang": paper.lang(),
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#a81e54",
        "categories": ["news"],
        "icons": [
            icon("icons/icon-192.png", 192, "any"),
            icon("icons/icon-512.png", 512, "any"),
            icon("icons/maskable-192.png", 192, "maskable"),
            icon("icons/maskable-512.png", 512, "maskable"),
        ],
    })
    .to_string()
}
