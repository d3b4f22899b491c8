//! `cargo xtask serve`: the built page on this machine, as a good static host would serve it.

use crate::args::Args;
use crate::http::{Request, Response};
use crate::static_files::Site;
use crate::ui::Outcome;
use crate::{build, page, place, ui};
use std::io::{BufReader, ErrorKind, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

const PORT: u16 = 8080;

/// How long a kept connection may be silent.
const SILENCE: Duration = Duration::from_secs(60);

/// Builds unless told not to, then serves until it is stopped.
pub fn command(mut args: Args) -> Outcome {
    let base = place::base_path(args.value("--base-path")?.as_deref())?;
    let folder = args.value("--dir")?.map(PathBuf::from);
    let no_build = args.switch("--no-build");
    let port = match args.value("--port")? {
        None => PORT,
        Some(text) => text
            .parse()
            .map_err(|_| format!("--port {text}: a port is a number from 0 to 65535"))?,
    };
    let mut sites = mounts(args.values("--mount")?)?;
    args.end()?;
    if folder.is_some() && !no_build {
        return Err("--dir serves a folder as it is: add --no-build".to_owned());
    }
    let folder = folder.map_or_else(build::dist, Ok)?;

    // Before the build, so that a busy port is known at once and not after minutes.
    let listener = listen(port)?;
    if !no_build {
        build::build(&base, &folder)?;
    }
    if !folder.join("index.html").is_file() {
        return Err(format!(
            "{} has no index.html; run `cargo xtask build`, or leave out --no-build",
            folder.display()
        ));
    }
    built_for(&base, &folder)?;
    sites.push(Site { base: base.clone(), folder, app: true });
    let address = listener.local_addr().map_err(|e| format!("the port cannot be read: {e}"))?;
    // The listener takes connections already, so the address answers from here on.
    println!("Trang Báo answers on http://{address}{base}");
    let _ = std::io::stdout().flush();
    ui::note("Ctrl-C stops it.");
    accept(&listener, &Arc::new(sites))
}

/// A page that was built for another path would find none of its files.
fn built_for(base: &str, folder: &Path) -> Outcome {
    let html = std::fs::read_to_string(folder.join("index.html"))
        .map_err(|e| format!("{}: {e}", folder.display()))?;
    let script = page::find(&html, 0, "script", |tag| tag.get("data-js").is_some());
    let wanted = script
        .as_ref()
        .and_then(|tag| tag.get("data-js"))
        .and_then(|url| url.rfind('/').map(|end| &url[..=end]));
    match wanted {
        Some(wanted) if wanted.starts_with('/') && wanted != base => Err(format!(
            "the page in {} was built for {wanted}; serve it with --base-path {wanted}, or build it again",
            folder.display()
        )),
        _ => Ok(()),
    }
}

fn mounts(words: Vec<String>) -> Outcome<Vec<Site>> {
    words
        .iter()
        .map(|word| {
            let (base, folder) = word
                .split_once('=')
                .ok_or_else(|| format!("--mount {word}: write it as --mount /corpus/=FOLDER"))?;
            let folder = PathBuf::from(folder);
            if !folder.is_dir() {
                return Err(format!("--mount {word}: there is no such folder"));
            }
            Ok(Site { base: place::base_path(Some(base))?, folder, app: false })
        })
        .collect()
}

fn listen(port: u16) -> Outcome<TcpListener> {
    TcpListener::bind(("127.0.0.1", port)).map_err(|e| match e.kind() {
        ErrorKind::AddrInUse => format!(
            "port {port} is busy: another program listens on it. Choose another one with --port N; 0 takes a free one."
        ),
        ErrorKind::PermissionDenied => {
            format!("port {port} is not allowed for you; choose one above 1023 with --port N")
        }
        _ => format!("port {port} cannot be opened: {e}; choose another one with --port N"),
    })
}

fn accept(listener: &TcpListener, sites: &Arc<Vec<Site>>) -> Outcome {
    loop {
        match listener.accept() {
            Ok((stream, _)) => {
                let sites = Arc::clone(sites);
                thread::spawn(move || converse(stream, &sites));
            }
            // A client that has left already, or too many open files: neither ends the server.
            Err(_) => thread::sleep(Duration::from_millis(20)),
        }
    }
}

/// Answers one connection until it ends. A broken one is the client's affair.
fn converse(stream: TcpStream, sites: &[Site]) {
    let _ = stream.set_read_timeout(Some(SILENCE));
    let _ = stream.set_nodelay(true);
    let Ok(mut output) = stream.try_clone() else {
        return;
    };
    let mut input = BufReader::new(stream);
    loop {
        match Request::read(&mut input) {
            Ok(Some(request)) => {
                let close = request
                    .header("connection")
                    .is_some_and(|value| value.eq_ignore_ascii_case("close"));
                let mut response = answer(&request, sites);
                // A body would be taken for the next request.
                let body = request.header("content-length").is_some_and(|n| n != "0")
                    || request.header("transfer-encoding").is_some();
                if close || body {
                    response = response.with("Connection", "close");
                }
                let written = response.write(&mut output, request.method == "HEAD");
                if written.is_err() || close || body {
                    return;
                }
            }
            Ok(None) => return,
            Err(e) if e.kind() == ErrorKind::InvalidData => {
                let _ = Response::text(400, "bad request")
                    .with("Connection", "close")
                    .write(&mut output, false);
                return;
            }
            Err(_) => return,
        }
    }
}

fn answer(request: &Request, sites: &[Site]) -> Response {
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return Response::text(405, "only GET and HEAD").with("Allow", "GET, HEAD");
    }
    let Some(path) = request.path() else {
        return Response::text(400, "the path is not readable text");
    };
    // The longest base first: a mount may lie inside the app's own path.
    let site =
        sites.iter().filter(|site| path.starts_with(&site.base)).max_by_key(|site| site.base.len());
    if let Some(site) = site {
        return site.answer(request, &path);
    }
    match sites.iter().find(|site| site.base == format!("{path}/")) {
        Some(site) => Response::text(308, "this folder").with("Location", site.base.clone()),
        None => Response::text(404, "nothing is served here"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_port_is_named_with_a_way_out() {
        let taken = listen(0).expect("a free port");
        let port = taken.local_addr().expect("an address").port();
        let message = listen(port).expect_err("busy");
        assert!(message.contains(&format!("port {port} is busy")));
        assert!(message.contains("--port"));
    }

    #[test]
    fn outside_of_the_base_nothing_is_served() {
        let sites = [Site { base: "/x/".to_owned(), folder: PathBuf::from("/nowhere"), app: true }];
        let get = |line: &str| {
            let text = format!("{line} HTTP/1.1\r\n\r\n");
            let request = Request::read(&mut text.as_bytes()).expect("readable");
            answer(&request.expect("a request"), &sites).status
        };
        assert_eq!(get("GET /"), 404);
        assert_eq!(get("GET /xy"), 404);
        assert_eq!(get("GET /x"), 308);
        assert_eq!(get("POST /x/"), 405);
    }
}
