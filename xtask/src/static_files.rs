//! Answers a request from a folder: types, compressed copies, ranges, caching, and the pages of deep links.

use crate::csp;
use crate::http::{Request, Response};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// A folder that is served below a path.
#[derive(Debug, Clone)]
pub struct Site {
    /// With a slash at both ends.
    pub base: String,
    pub folder: PathBuf,
    /// Whether this is the app, which has pages for deep links, or just files.
    pub app: bool,
}

impl Site {
    /// The answer to a GET or HEAD for this path, which lies below the base.
    pub fn answer(&self, request: &Request, path: &str) -> Response {
        let below = path.strip_prefix(&self.base).unwrap_or_default();
        let Some(file) = self.file(below) else {
            return Response::text(404, "not found");
        };
        if file.is_file() {
            return send(request, &file, 200);
        }
        let index = file.join("index.html");
        if index.is_file() && (self.app || below.is_empty() || below.ends_with('/')) {
            return send(request, &index, 200);
        }
        if self.app && is_deep_link(below) {
            return send(request, &self.folder.join("index.html"), 200);
        }
        let lost = self.folder.join("404.html");
        if self.app && lost.is_file() {
            return send(request, &lost, 404);
        }
        Response::text(404, "not found")
    }

    /// The file of a path; none for a path that would lead out of the folder or to a hidden file.
    fn file(&self, below: &str) -> Option<PathBuf> {
        let mut file = self.folder.clone();
        for part in below.split('/').filter(|part| !part.is_empty()) {
            if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
                return None;
            }
            file.push(part);
        }
        Some(file)
    }
}

/// An article that is not in the catalogue has no file of its own, and yet the app may know it.
fn is_deep_link(below: &str) -> bool {
    let id = below.strip_prefix("a/").map(|id| id.strip_suffix('/').unwrap_or(id));
    id.is_some_and(|id| !id.is_empty() && !id.contains(['/', '.']))
}

fn send(request: &Request, file: &Path, status: u16) -> Response {
    let name = file.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    let kind = content_type(name);
    let ranged = request.header("range").filter(|_| status == 200);
    // A range counts bytes of the file itself, so it never goes with a compressed copy.
    let (path, coding) = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(coding, _)| ranged.is_none() && request.accepts(coding))
        .map(|(coding, end)| (file.with_file_name(format!("{name}.{end}")), Some(coding)))
        .find(|(copy, _)| is_fresh(copy, file))
        .unwrap_or_else(|| (file.to_path_buf(), None));
    let (Ok(body), Ok(facts)) = (fs::read(&path), fs::metadata(file)) else {
        return Response::text(404, "not found");
    };
    let changed = facts
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
        .map_or(0, |time| time.as_nanos());
    let tag = format!("\"{changed:x}-{:x}-{}\"", facts.len(), coding.unwrap_or("id"));
    let cache = if is_hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = Response {
        status,
        headers: vec![
            ("Content-Type", kind.to_owned()),
            ("Cache-Control", cache.to_owned()),
            ("Vary", "Accept-Encoding".to_owned()),
            ("ETag", tag.clone()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
            ("Accept-Ranges", "bytes".to_owned()),
        ],
        body,
    };
    if kind.starts_with("text/html") {
        response = response.with("Content-Security-Policy", csp::header(name));
    }
    if !kind.starts_with("text/html") || status == 404 {
        // Partners' pages, and frames without an origin, ask for all of it, and have to hear what is missing.
        response = response
            .with("Access-Control-Allow-Origin", "*")
            .with("Cross-Origin-Resource-Policy", "cross-origin");
    }
    if let Some(coding) = coding {
        response = response.with("Content-Encoding", coding);
    }
    if status == 200 && request.header("if-none-match").is_some_and(|known| known.contains(&tag)) {
        response.status = 304;
        response.body.clear();
    } else if let Some(range) = ranged {
        response = cut(response, range);
    }
    response
}

/// A copy that is older than its file belongs to an earlier build.
fn is_fresh(copy: &Path, file: &Path) -> bool {
    let time = |path: &Path| fs::metadata(path).and_then(|facts| facts.modified()).ok();
    matches!((time(copy), time(file)), (Some(copy), Some(file)) if copy >= file)
}

/// Whether the name holds a hash of sixteen hex digits, so that its content never changes.
pub fn is_hashed(name: &str) -> bool {
    name.split(['-', '.', '_'])
        .any(|part| part.len() == 16 && part.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// One range, as players ask for it. Several at once are answered with everything, as the standard allows.
fn cut(mut response: Response, range: &str) -> Response {
    let whole = response.body.len();
    let Some((from, to)) = range
        .strip_prefix("bytes=")
        .filter(|list| !list.contains(','))
        .and_then(|list| list.split_once('-'))
    else {
        return response;
    };
    let (from, end) = match (from.parse::<usize>(), to.parse::<usize>()) {
        (Ok(from), Ok(to)) => (from, to.saturating_add(1).min(whole)),
        (Ok(from), Err(_)) => (from, whole),
        (Err(_), Ok(last)) => (whole.saturating_sub(last), whole),
        (Err(_), Err(_)) => return response,
    };
    if from >= end {
        return Response::text(416, "no such range")
            .with("Content-Range", format!("bytes */{whole}"));
    }
    response.status = 206;
    response.body = response.body[from..end].to_vec();
    response.with("Content-Range", format!("bytes {from}-{}/{whole}", end - 1))
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "wasm" => "application/wasm",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "ico" => "image/x-icon",
        "vtt" => "text/vtt; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "mp4" | "m4v" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        "ogg" | "oga" | "opus" => "audio/ogg",
        "wav" => "audio/wav",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests;
