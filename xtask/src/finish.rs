//! Makes a complete page of what Trunk has written: styles, hashed names, integrity, policy, and a page a deep link.
//!
//! `cargo xtask build` calls it, and so does Trunk's `post_build` hook: plain `trunk build` and `trunk serve` give a complete
//! page, too.

use crate::args::Args;
use crate::ui::Outcome;
use crate::{copies, csp, embed, hash, offline, page, place, scripts, styles};
use serde_json::{Map, Value, json};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The programs of the crate in `adapters/`, as `index.html` and `static/adapters.js` name them.
pub const GROUPS: [&str; 9] = [
    "simorgh",
    "apple-news",
    "sites",
    "blocks",
    "trees",
    "ninjs",
    "native-lists",
    "schema-org",
    "plain",
];

/// What the page needs, and where it will live.
pub struct Page {
    pub folder: PathBuf,
    /// The public URL, with a slash at its end; every asset is named from there, so that all copies are the same.
    pub base: String,
    pub html: String,
}

/// Finishes the page in the folder that Trunk names.
pub fn command(args: Args) -> Outcome {
    args.end()?;
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or(
        "`finish` is for Trunk's hook, which says where the page is; run `cargo xtask build` or `trunk build`",
    )?;
    run(folder, env::var("TRUNK_PUBLIC_URL").unwrap_or_else(|_| "/".to_owned()))
}

/// Finishes the page in this folder, which will live at this public URL.
pub fn run(folder: PathBuf, base: String) -> Outcome {
    let html = read_text(&folder.join("index.html"))?;
    let mut page = Page { folder, base, html };
    page.move_below_base();
    let root = place::root()?;
    let policy = offline::module(&root, &page.folder, "policy", &Value::Null)?;
    let adapters = adapters(&root, &page.folder, &policy)?;
    let after = offline::after(&root, &page.folder, &policy)?;
    let rescue = offline::module(&root, &page.folder, "rescue", &Value::Null)?;
    attach(&root, &page.folder, &after)?;
    page.link_scripts(&root, &joined(&[&adapters, &after, &rescue]))?;
    page.link_styles(&root)?;
    embed::write(&root, &page.folder, &adapters)?;
    page.put_policy()?;
    page.write_copies()?;
    offline::write(&root, &page)
}

/// What several parts of the build tell the scripts, together.
pub fn joined(parts: &[&Value]) -> Value {
    parts.iter().filter_map(|part| part.as_object()).flatten().map(copy).collect()
}

fn copy((name, value): (&String, &Value)) -> (String, Value) {
    (name.clone(), value.clone())
}

/// What reads the formats of other newspapers, a program for each group of them, with their starter: what
/// `static/engine.js` has to know of it.
fn adapters(root: &Path, folder: &Path, policy: &Value) -> Outcome<Value> {
    let mut programs = Map::new();
    let mut shared = Map::new();
    for group in GROUPS {
        let program = scripts::program(folder, &format!("adapters-{group}"))?;
        let parts = || program.as_object().into_iter().flatten();
        // All of them have the same glue, which need not be named nine times.
        if shared.is_empty() {
            shared = parts().filter(|(key, _)| key.starts_with("js")).map(copy).collect();
        }
        let own = parts().filter(|(key, value)| shared.get(*key) != Some(value)).map(copy);
        programs.insert(group.to_owned(), Value::Object(own.collect()));
    }
    let files = joined(&[&json!({ "programs": programs }), &shared.into(), policy]);
    offline::module(root, folder, "adapters", &files)
}

/// What a page of `trangbao site` starts, which finds it by the beginning of its name.
fn attach(root: &Path, folder: &Path, after: &Value) -> Outcome {
    let program = json!({ "program": scripts::program(folder, "trangbao-attach")? });
    offline::module(root, folder, "attach", &joined(&[&program, after])).map(drop)
}

impl Page {
    /// Moves what `index.html` names from the root, such as `/icons/x.svg`, below the public URL. Trunk does so only for
    /// what it handles itself.
    pub fn move_below_base(&mut self) {
        let mut from = 0;
        while let Some(mut tag) = page::find_any(&self.html, from, &["link", "a", "img", "script"])
        {
            let mut moved = false;
            for name in ["href", "src"] {
                let Some(path) = tag.get(name).and_then(|url| url.strip_prefix('/')) else {
                    continue;
                };
                let url = format!("{}{path}", self.base);
                if !path.starts_with('/') && !format!("/{path}").starts_with(&self.base) {
                    tag.set(name, &url);
                    moved = true;
                }
            }
            from = tag.at.end;
            if moved {
                let text = tag.write();
                from = tag.at.start + text.len();
                self.html.replace_range(tag.at, &text);
            }
        }
    }

    /// Hashes the starter and tells it, and the browser, what it will load.
    ///
    /// The wasm itself has no preload link: WebKit does not give a preloaded answer to `fetch` and would load it twice.
    fn link_scripts(&mut self, root: &Path, adapters: &Value) -> Outcome {
        let mut tag = page::find(&self.html, 0, "script", |tag| tag.get("data-js").is_some())
            .ok_or("the page has no <script data-js>; see pattern_script in Trunk.toml")?;
        let mut glue = self.asset(tag.get("data-js"))?;
        let mut wasm = self.asset(tag.get("data-wasm"))?;
        (wasm.1, glue.1) = scripts::shortened(&wasm.1, &glue.1)?;
        let source = self.folder.join("boot.js");
        let boot = scripts::bundled(root, &read_text(&source)?, adapters)?.into_bytes();
        let boot = (source, boot);

        let url = self.rename(&glue, "trangbao-", ".js")?;
        let hash = hash::integrity(&glue.1);
        tag.set("data-js", &url);
        tag.set("data-js-integrity", &hash);
        let preload = format!("<link rel=\"modulepreload\" href=\"{url}\" integrity=\"{hash}\">");
        tag.set("data-wasm", &self.rename(&wasm, "trangbao-", "_bg.wasm")?);
        tag.set("data-wasm-integrity", &hash::integrity(&wasm.1));
        tag.set("data-wasm-size", &wasm.1.len().to_string());
        tag.set("src", &self.rename(&boot, "boot-", ".js")?);
        tag.set("integrity", &hash::integrity(&boot.1));
        self.html.replace_range(tag.at.clone(), &(preload + &tag.write()));
        Ok(())
    }

    /// Gives a file a name by what it holds now. Trunk's own names are older than wasm-opt's work, and an unchanged name
    /// with other bytes would break the integrity of a cached page.
    fn rename(
        &self,
        (old, bytes): &(PathBuf, Vec<u8>),
        before: &str,
        after: &str,
    ) -> Outcome<String> {
        let name = format!("{before}{}{after}", hash::short(bytes));
        let new = self.folder.join(&name);
        write(&new, bytes)?;
        if *old != new {
            fs::remove_file(old).map_err(|e| format!("{}: {e}", old.display()))?;
        }
        Ok(format!("{}{name}", self.base))
    }

    /// Joins the style sheets to one file, with another for paper, and links them.
    fn link_styles(&mut self, root: &Path) -> Outcome {
        let screen = self.link_style("style", &styles::joined(root)?, "")?;
        let paper = self.link_style("print", &styles::print(root)?, " media=\"print\"")?;
        if page::into_head(&mut self.html, &(screen + &paper)) {
            Ok(())
        } else {
            Err("index.html has neither </head> nor <body>".to_owned())
        }
    }

    /// Writes a style sheet under a name by its content; the link to it.
    fn link_style(&self, stem: &str, css: &str, media: &str) -> Outcome<String> {
        let name = format!("{stem}-{}.css", hash::short(css.as_bytes()));
        write(&self.folder.join(&name), css.as_bytes())?;
        let (base, hash) = (&self.base, hash::integrity(css.as_bytes()));
        Ok(format!("<link rel=\"stylesheet\" href=\"{base}{name}\"{media} integrity=\"{hash}\">"))
    }

    /// Puts the policy in front of everything that it is to govern.
    pub fn put_policy(&mut self) -> Outcome {
        let charset = page::find(&self.html, 0, "meta", |tag| tag.get("charset").is_some())
            .ok_or("index.html needs <meta charset=\"utf-8\"> first in its head")?;
        let policy = csp::meta(self.has_reloader());
        self.html.insert_str(
            charset.at.end,
            &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
        );
        Ok(())
    }

    /// Whether `trunk serve` has put its reloader into the page.
    fn has_reloader(&self) -> bool {
        self.html.contains(".well-known/trunk/ws")
    }

    /// Writes the page, the one for addresses that no file answers, and one for each deep link.
    fn write_copies(&self) -> Outcome {
        write(&self.folder.join("index.html"), self.html.as_bytes())?;
        write(&self.folder.join("404.html"), self.html.as_bytes())?;
        copies::write(&self.folder, &self.html)
    }

    /// A file that the page names, and what is in it.
    fn asset(&self, url: Option<&str>) -> Outcome<(PathBuf, Vec<u8>)> {
        let url = url.unwrap_or_default();
        let path = self.folder.join(url.strip_prefix(&self.base).unwrap_or(url));
        match fs::read(&path) {
            Ok(bytes) => Ok((path, bytes)),
            Err(e) => Err(format!("{}: {e}; the page names it", path.display())),
        }
    }
}

fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Outcome {
    fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_from_the_root_move_below_the_public_url() {
        let mut page = Page {
            folder: PathBuf::new(),
            base: "/x/".to_owned(),
            html: "<link href=/icons/a.svg><script src=\"/x/b.js\"></script><a href=\"//c\">c</a><a href=\"https://d/\">d</a>".to_owned(),
        };
        page.move_below_base();
        assert_eq!(
            page.html,
            "<link href=\"/x/icons/a.svg\"><script src=\"/x/b.js\"></script><a href=\"//c\">c</a><a href=\"https://d/\">d</a>"
        );
    }
}
