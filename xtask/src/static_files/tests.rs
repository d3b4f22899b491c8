//! The server's answers, asked of a small folder.

use super::*;

/// A site whose folder goes with it.
struct Scratch(Site);

impl std::ops::Deref for Scratch {
    type Target = Site;

    fn deref(&self) -> &Site {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0.folder);
    }
}

fn site(name: &str) -> Scratch {
    let folder = std::env::temp_dir().join(format!("trangbao-site-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("a/known")).expect("a folder");
    for (file, text) in [
        ("index.html", "home"),
        ("404.html", "lost"),
        ("a/known/index.html", "known"),
        ("app-0123456789abcdef_bg.wasm", "wasm"),
        ("app-0123456789abcdef_bg.wasm.br", "br"),
        ("sound.mp3", "0123456789"),
    ] {
        fs::write(folder.join(file), text).expect("a file");
    }
    Scratch(Site { base: "/x/".to_owned(), folder, app: true })
}

fn request(headers: &str) -> Request {
    Request::read(&mut format!("GET / HTTP/1.1\r\n{headers}\r\n").as_bytes())
        .expect("readable")
        .expect("a request")
}

fn header<'a>(response: &'a Response, name: &str) -> Option<&'a str> {
    response.headers.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
}

#[test]
fn pages_deep_links_and_lost_ones() {
    let site = site("pages");
    let get = |path: &str| {
        let response = site.answer(&request(""), path);
        (response.status, String::from_utf8_lossy(&response.body).trim().to_owned())
    };
    assert_eq!(get("/x/"), (200, "home".to_owned()));
    assert_eq!(get("/x/a/known"), (200, "known".to_owned()));
    assert_eq!(get("/x/a/known/"), (200, "known".to_owned()));
    assert_eq!(get("/x/a/new-one"), (200, "home".to_owned()));
    assert_eq!(get("/x/a/b/c"), (404, "lost".to_owned()));
    assert_eq!(get("/x/a/new.json"), (404, "lost".to_owned()));
    assert_eq!(get("/x/none.js"), (404, "lost".to_owned()));
    assert_eq!(get("/x/../secret"), (404, "not found".to_owned()));
    assert_eq!(get("/x/.git/config"), (404, "not found".to_owned()));
    let page = site.answer(&request(""), "/x/");
    assert!(
        header(&page, "Content-Security-Policy").is_some_and(|p| p.contains("frame-ancestors"))
    );
}

#[test]
fn hashed_files_are_compressed_and_kept() {
    let site = site("hashed");
    let path = "/x/app-0123456789abcdef_bg.wasm";
    let plain = site.answer(&request(""), path);
    assert_eq!(plain.body, b"wasm");
    assert_eq!(header(&plain, "Content-Type"), Some("application/wasm"));
    assert!(header(&plain, "Cache-Control").is_some_and(|c| c.contains("immutable")));
    let small = site.answer(&request("Accept-Encoding: gzip, br\r\n"), path);
    assert_eq!(small.body, b"br");
    assert_eq!(header(&small, "Content-Encoding"), Some("br"));
    let tag = header(&small, "ETag").expect("a tag").to_owned();
    let again = format!("Accept-Encoding: br\r\nIf-None-Match: {tag}\r\n");
    assert_eq!(site.answer(&request(&again), path).status, 304);
    let other = format!("If-None-Match: {tag}\r\n");
    assert_eq!(site.answer(&request(&other), path).status, 200);
}

#[test]
fn players_get_the_range_they_ask_for() {
    let site = site("ranges");
    let ask = |range: &str| site.answer(&request(&format!("Range: {range}\r\n")), "/x/sound.mp3");
    assert_eq!(ask("bytes=2-4").body, b"234");
    assert_eq!(ask("bytes=7-").body, b"789");
    assert_eq!(ask("bytes=-2").body, b"89");
    assert_eq!(ask("bytes=0-99").status, 206);
    assert_eq!(ask("bytes=10-").status, 416);
    assert_eq!(ask("bytes=0-1,3-4").status, 200);
    assert_eq!(header(&ask("bytes=2-4"), "Content-Range"), Some("bytes 2-4/10"));
}

#[test]
fn other_origins_may_read_all_but_pages_and_hear_what_is_missing() {
    let site = site("cors");
    let allowed = |path: &str| {
        let answer = site.answer(&request(""), path);
        answer
            .headers
            .iter()
            .any(|(name, value)| *name == "Access-Control-Allow-Origin" && value == "*")
    };
    assert!(allowed("/x/sound.mp3") && allowed("/x/app-0123456789abcdef_bg.wasm"));
    assert!(allowed("/x/none.json"));
    assert!(!allowed("/x/") && !allowed("/x/a/known/"));
}
