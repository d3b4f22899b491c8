//! What a host has to be told: `_headers` for Cloudflare Pages and Netlify, `nginx.conf`.
//!
//! Both say the same: the policy for pages, hashed files for ever, everything else asked for again,
//! and that partners may read all of it.

use std::fmt::Write;
use std::io;

use super::Press;
use super::output::is_hashed;

/// Writes both. `files` are those of the viewer.
pub(super) fn write(press: &Press, files: &[String]) -> io::Result<()> {
    press.out.put("_headers", headers(press, files))?;
    press.out.put("nginx.conf", nginx(press))
}

/// Where several rules meet, hosts join what both say, so the policy stands only where pages are,
/// and not where `embed.html` is, which partners frame.
fn headers(press: &Press, files: &[String]) -> String {
    let path = &press.home.path;
    let policy = press.style.header();
    let mut out = String::new();
    let mut rule = |pattern: &str, headers: &[(&str, &str)]| {
        out.push_str(&[path, pattern, "\n"].concat());
        for (name, value) in headers {
            let _ = writeln!(out, "  {name}: {value}");
        }
    };
    rule(
        "*",
        &[
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
            ("Access-Control-Allow-Origin", "*"),
            ("Cross-Origin-Resource-Policy", "cross-origin"),
        ],
    );
    for pattern in ["", "index.html", "404.html", "a/*", "s/*", "page/*", "app/*", "saved/*"] {
        let headers = [("Content-Security-Policy", &*policy), ("Cache-Control", "no-cache")];
        rule(pattern, &headers);
    }
    if files.iter().any(|file| file == "sw.js") {
        rule("sw.js", &[("Cache-Control", "no-cache")]);
    }
    rule("feed.xml", &[("Content-Type", "application/atom+xml; charset=utf-8")]);
    rule("feed.json", &[("Content-Type", "application/feed+json; charset=utf-8")]);
    for file in files.iter().filter(|file| is_hashed(file)) {
        rule(file, &[("Cache-Control", FOR_EVER)]);
    }
    out
}

const FOR_EVER: &str = "public, max-age=31536000, immutable";

fn nginx(press: &Press) -> String {
    let path = &press.home.path;
    let policy = press.style.header();
    let host = press.home.origin.split("://").nth(1).unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    NGINX
        .replace("{host}", host)
        .replace("{path}", path)
        .replace("{policy}", &policy)
        .replace("{for ever}", FOR_EVER)
}

const NGINX: &str = r#"# For nginx 1.18 or newer, to be included in `http { }`. Made anew with the site, because the policy
# names what stands in the pages by its hash. Two things are yours: `listen`, with its certificates,
# and `root`: the folder in which the site lies at {path}.

map $uri $trangbao_cache {
    default "no-cache";
    "~[-_.][0-9a-f]{16}[-_.][^/]*$" "{for ever}";
}

# Partners frame embed.html, which carries a policy of its own.
map $uri $trangbao_policy {
    default "";
    "~/embed\.html$" "";
    "~\.html$" "{policy}";
}

# Partners' pages, and frames without an origin, read everything but pages.
map $uri $trangbao_readers {
    default "*";
    "~/(a|s|page)/.*\.html$" "";
    "~/index\.html$" "";
}

server {
    listen 80;
    server_name {host};
    root /srv/site;

    charset utf-8;
    charset_types text/plain text/css text/javascript text/vtt application/javascript
        application/json application/feed+json application/atom+xml application/xml
        application/manifest+json image/svg+xml;
    types {
        text/html html;
        text/css css;
        text/javascript js mjs;
        text/plain txt;
        text/vtt vtt;
        application/json json;
        application/manifest+json webmanifest;
        application/wasm wasm;
        application/xml xml;
        application/typescript ts;
        image/avif avif;
        image/gif gif;
        image/jpeg jpg jpeg;
        image/png png;
        image/svg+xml svg;
        image/webp webp;
        image/x-icon ico;
        audio/mp4 m4a;
        audio/mpeg mp3;
        audio/ogg ogg oga opus;
        audio/wav wav;
        video/mp4 mp4 m4v;
        video/webm webm;
    }

    # The copies beside the files. With the module ngx_brotli also: brotli_static on;
    gzip_static on;
    gzip_vary on;

    add_header Cache-Control $trangbao_cache always;
    add_header Content-Security-Policy $trangbao_policy always;
    add_header Access-Control-Allow-Origin $trangbao_readers always;
    add_header Cross-Origin-Resource-Policy cross-origin always;
    add_header X-Content-Type-Options nosniff always;
    add_header Referrer-Policy strict-origin-when-cross-origin always;

    error_page 404 {path}404.html;

    location {path} {
        try_files $uri ${uri}index.html $uri/index.html =404;
    }

    location = {path}feed.xml {
        types { }
        default_type application/atom+xml;
    }
    location = {path}feed.json {
        types { }
        default_type application/feed+json;
    }

    # The list of what was written, and what this server alone has to know.
    location ~ /\.(?!well-known/) {
        return 404;
    }
    location = {path}nginx.conf {
        return 404;
    }
    location = {path}_headers {
        return 404;
    }
}
"#;
