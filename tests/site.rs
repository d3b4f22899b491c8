//! `trangbao site`: what it writes is read again as browsers, feed readers and hosts would.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "this is a test")]

#[path = "site/again.rs"]
mod again;
#[path = "site/feeds.rs"]
mod feeds;
#[path = "site/hosts.rs"]
mod hosts;
#[path = "site/nginx.rs"]
mod nginx;
#[path = "site/page.rs"]
mod page;
#[path = "site/pages.rs"]
mod pages;
#[path = "site/partners.rs"]
mod partners;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const URL: &str = "https://bao.example/";

/// A folder for one test, which goes with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("site-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// A folder with the articles that come with the viewer.
    fn of_samples(name: &str) -> Self {
        let folder = Self::new(name);
        for entry in fs::read_dir(root("static/articles")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            folder.put(&format!("articles/{name}"), fs::read(path).unwrap());
        }
        folder
    }

    fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn has(&self, name: &str) -> bool {
        self.0.join(name).exists()
    }

    /// What stands below a folder, by name.
    fn files(&self, below: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut folders = vec![self.0.join(below)];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(self.0.join(below)).unwrap();
                    files.insert(name.to_str().unwrap().to_owned(), fs::read(&path).unwrap());
                }
            }
        }
        files
    }

    /// Runs `trangbao site` from `articles` to `out`.
    fn site(&self, arguments: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trangbao"));
        command.arg("site").current_dir(&self.0).args(["--articles", "articles", "--out", "out"]);
        let output = command.args(arguments).output().unwrap();
        Ran {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The same, with success.
    #[track_caller]
    fn built(&self, arguments: &[&str]) -> Ran {
        let ran = self.site(arguments);
        assert_eq!((ran.code, &*ran.err), (0, ""), "{}", ran.out);
        ran
    }

    /// What looks to the command like the viewer's folder.
    fn put_app(&self, base: &str) {
        let boot = format!(
            "<!doctype html><script src=\"{base}boot-0123456789abcdef.js\" data-wasm=\"x\"></script>"
        );
        self.put("app/index.html", &boot);
        self.put("app/404.html", &boot);
        self.put("app/a/x/index.html", &boot);
        self.put("app/articles/x.json", "{}");
        self.put("app/boot-0123456789abcdef.js", "start();\n".repeat(100));
        self.put("app/boot-0123456789abcdef.js.br", "brotli");
        self.put("app/boot-0123456789abcdef.js.gz", "gzip");
        self.put("app/attach-0123456789abcdef.js", "attach();\n");
        self.put("app/attach-0123456789abcdef_glue.js", "glue();\n");
        self.put("app/embed.html", "<trang-bao></trang-bao>");
        self.put("app/embed-0123456789abcdef.css", ".tb-root{all:initial}");
        self.put("app/app/index.html", &boot);
        self.put("app/saved/index.html", "<!doctype html><title>Saved</title>");
        self.put("app/sw.js", "addEventListener('fetch', answer);");
        self.put(
            "app/site.json",
            r##"{"name":"Báo Sen Hồ","lang":"auto","colors":{"light":{"accent":"#a81e54"}}}"##,
        );
        self.put("app/icons/icon-192.png", "the paper's own");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// An article of a given day.
fn article(id: &str, day: usize, section: &str) -> String {
    let (month, day) = (1 + day / 28, 1 + day % 28);
    format!(
        r#"{{"@id":"{id}","headline":"Tin {id}","datePublished":"2026-{month:02}-{day:02}T06:00:00+07:00","articleSection":"{section}","body":[{{"type":"paragraph","text":"Chữ của {id}."}}]}}"#
    )
}
