//! The real thing: nginx with the `nginx.conf` that was written, where it is installed.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::page::Page;
use super::pages::{plain, words};
use super::*;

/// A running nginx, which goes with its test.
struct Server {
    child: Child,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What it answers: status, headers, body.
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    fn get(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| &**value)
    }
}

impl Server {
    /// `None` where there is no nginx.
    fn start(folder: &Folder, root: &str) -> Option<Self> {
        // `cargo xtask test` names one, and fetches it where there is none.
        let named = std::env::var_os("TRANGBAO_NGINX").map(PathBuf::from);
        let usual = ["/usr/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"];
        let mut programs = named.into_iter().chain(usual.map(PathBuf::from));
        let Some(program) = programs.find(|program| program.exists()) else {
            eprintln!("skipped: nginx is not installed");
            return None;
        };
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let conf = fs::read_to_string(folder.0.join(root).join("nginx.conf"))
            .or_else(|_| fs::read_to_string(folder.0.join(root).join("x/nginx.conf")));
        let server = conf
            .unwrap()
            .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
            .replace("root /srv/site;", &format!("root {};", folder.0.join(root).display()));
        let whole = format!(
            "daemon off; master_process off; pid {0}/pid; error_log {0}/error.log;\n\
             events {{}}\nhttp {{ access_log off; client_body_temp_path {0}/b; proxy_temp_path {0}/p;\n\
             fastcgi_temp_path {0}/f; uwsgi_temp_path {0}/u; scgi_temp_path {0}/s;\n{server}}}\n",
            folder.0.display()
        );
        folder.put("whole.conf", whole);
        let mut command = Command::new(program);
        command.arg("-c").arg(folder.0.join("whole.conf")).arg("-p").arg(&folder.0);
        let child = command.stderr(Stdio::null()).spawn().unwrap();
        let mut server = Self { child, port };
        let until = Instant::now() + Duration::from_secs(30);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = server.child.try_wait().unwrap();
            let said = fs::read_to_string(folder.0.join("error.log")).unwrap_or_default();
            assert!(ended.is_none() && Instant::now() < until, "nginx does not answer: {said}");
            std::thread::yield_now();
        }
        Some(server)
    }

    fn ask(&self, path: &str, more: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: bao.example\r\nConnection: close\r\n{more}\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(key, value)| (key.to_owned(), value.to_owned()));
        Answer { status, headers: headers.collect(), body: bytes[end + 4..].to_vec() }
    }
}

/// What is said of each kind of file.
fn check(folder: &Folder, server: &Server, base: &str, out: &str) {
    let at = |path: &str| server.ask(&format!("{base}{path}"), "");
    let policy = hosts::policy(&folder.read(&format!("{out}/a/mot/index.html")));
    let policy = format!("{policy}; frame-ancestors 'self'");
    for (path, status) in [
        ("", 200),
        ("a/mot/", 200),
        ("a/mot", 200),
        ("s/tin/", 200),
        ("app/?src=x", 200),
        ("saved", 200),
        ("a/khong-co/", 404),
    ] {
        let answer = at(path);
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.get("Content-Type"), Some("text/html; charset=utf-8"), "{path}");
        assert_eq!(answer.get("Content-Security-Policy"), Some(&*policy), "{path}");
        assert_eq!(answer.get("Cache-Control"), Some("no-cache"), "{path}");
        assert_eq!(answer.get("X-Content-Type-Options"), Some("nosniff"), "{path}");
    }
    assert_eq!(at("a/mot/").get("Access-Control-Allow-Origin"), None);
    // Whoever asks has to hear that it is not there.
    assert_eq!(at("a/khong-co/article.json").get("Access-Control-Allow-Origin"), Some("*"));
    for (path, kind) in [
        ("a/mot/article.json", "application/json; charset=utf-8"),
        ("feed.xml", "application/atom+xml; charset=utf-8"),
        ("feed.json", "application/feed+json; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("a/mot/snippet.txt", "text/plain; charset=utf-8"),
        ("manifest.webmanifest", "application/manifest+json; charset=utf-8"),
        ("icons/logo.svg", "image/svg+xml; charset=utf-8"),
        ("x_bg-0123456789abcdef.wasm", "application/wasm"),
        ("boot-0123456789abcdef.js", "text/javascript; charset=utf-8"),
        ("sw.js", "text/javascript; charset=utf-8"),
    ] {
        let answer = at(path);
        assert_eq!((answer.status, answer.get("Content-Type")), (200, Some(kind)), "{path}");
        assert_eq!(answer.get("Access-Control-Allow-Origin"), Some("*"), "{path}");
        let for_ever = answer.get("Cache-Control") == Some("public, max-age=31536000, immutable");
        assert_eq!(for_ever, path.contains("0123456789abcdef"), "{path}");
    }
    let framed = at("embed.html");
    assert_eq!((framed.status, framed.get("Content-Security-Policy")), (200, None));
    for hidden in [".trangbao-files", "nginx.conf", "_headers"] {
        assert_eq!(at(hidden).status, 404, "{hidden}");
    }
    let zipped = server.ask(&format!("{base}a/mot/"), "Accept-Encoding: gzip\r\n");
    assert_eq!(zipped.get("Content-Encoding"), Some("gzip"));
    assert_eq!(zipped.get("Vary"), Some("Accept-Encoding"));
    assert!(zipped.body == fs::read(folder.0.join(out).join("a/mot/index.html.gz")).unwrap());
}

#[test]
fn nginx_says_what_it_should() {
    for (base, path, out) in [("/", "out", "out"), ("/x/", "root", "root/x")] {
        let folder = Folder::new(&format!("nginx-{path}"));
        folder.put("articles/mot.json", article("mot", 1, "Tin"));
        folder.put_app(base);
        folder.put("app/x_bg-0123456789abcdef.wasm", "wasm");
        folder.put("app/icons/logo.svg", "<svg/>");
        folder.built(&["--base-url", URL, "--base-path", base, "--app", "app", "--out", out]);
        let Some(server) = Server::start(&folder, path) else { return };
        check(&folder, &server, base, out);
    }
}

/// Every address that an article's JSON links to.
fn links<'a>(value: &'a Value, out: &mut Vec<&'a str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| links(item, out)),
        Value::Object(fields) => {
            let link = fields.get("link").map(|link| link.get("url").unwrap_or(link));
            out.extend(link.and_then(Value::as_str));
            for item in fields.get("relatedLink").and_then(Value::as_array).into_iter().flatten() {
                out.extend(item.as_str().or_else(|| item["url"].as_str()));
            }
            fields.values().for_each(|value| links(value, out));
        }
        _ => {}
    }
}

/// A newspaper's whole way: its folder, one command, its server, a reader without a script.
#[test]
fn a_published_article_is_whole_as_nginx_serves_it() {
    let Some(corpus) = std::env::var_os("TRANGBAO_CORPUS") else {
        eprintln!("skipped: TRANGBAO_CORPUS names no folder with published articles");
        return;
    };
    let folder = Folder::of_samples("published");
    let seed = Path::new(&corpus).join("seed");
    let mut published = Vec::new();
    for entry in fs::read_dir(seed).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let name = path.file_name().unwrap().to_str().unwrap();
            folder.put(&format!("articles/{name}"), fs::read(&path).unwrap());
            published.push(serde_json::from_slice::<Value>(&fs::read(&path).unwrap()).unwrap());
        }
    }
    assert!(!published.is_empty());
    folder.put_app("/");
    folder.built(&["--base-url", URL, "--app", "app"]);
    let Some(server) = Server::start(&folder, "out") else { return };
    for article in published {
        let id = article["@id"].as_str().unwrap().rsplit('/').next().unwrap();
        let answer = server.ask(&format!("/a/{id}/"), "");
        assert_eq!(
            (answer.status, answer.get("Content-Type")),
            (200, Some("text/html; charset=utf-8"))
        );
        assert!(answer.get("Content-Security-Policy").unwrap().contains("'sha256-"));
        assert_eq!(answer.get("Cache-Control"), Some("no-cache"));
        let light = fs::metadata(folder.0.join(format!("out/a/{id}/index.html.br"))).unwrap();
        assert!(light.len() <= 20_000, "{} bytes, and may be 20,000", light.len());
        let page = Page::parse(std::str::from_utf8(&answer.body).unwrap());
        let shown = plain(page.text("main"));
        let mut expected = Vec::new();
        words(&article, false, &mut expected);
        assert!(expected.len() > 20);
        for text in expected {
            assert!(shown.contains(&plain(text)), "\"{text}\" is missing");
        }
        let mut expected = Vec::new();
        links(&article, &mut expected);
        let there: Vec<_> = page.all("a").filter_map(|link| link.get("href")).collect();
        for link in expected {
            assert!(there.contains(&link), "{link} is missing in {there:#?}");
        }
        let captions = page.all("figcaption").count();
        let pictures = |block: &&Value| block["type"] == "image";
        let pictures = article["body"].as_array().unwrap().iter().filter(pictures).count();
        assert!(captions >= pictures && page.all("img").count() >= pictures);
    }
}
