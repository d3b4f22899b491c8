//! Where things are: the checkout, Cargo's target folder, the cache that all checkouts share, and programs on PATH.

use crate::ui::Outcome;
use std::env;
use std::path::{Path, PathBuf};

/// The checkout: the nearest folder upwards that holds this crate.
///
/// Looked for at run time, because a test may start the finished binary from any folder inside.
pub fn root() -> Outcome<PathBuf> {
    let here = env::current_dir().map_err(|e| format!("the current folder cannot be read: {e}"))?;
    here.ancestors()
        .find(|folder| folder.join("xtask/Cargo.toml").is_file())
        .map(Path::to_path_buf)
        .ok_or_else(|| {
            format!("{} is not inside a checkout of Trang Báo; run it from there", here.display())
        })
}

/// Where Cargo writes what it builds.
pub fn target() -> Outcome<PathBuf> {
    let root = root()?;
    Ok(match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root.join(folder),
        None => root.join("target"),
    })
}

/// The user's cache folder for this project, shared by every checkout.
pub fn cache() -> Outcome<PathBuf> {
    cache_from(|name| env::var_os(name).map(PathBuf::from)).ok_or_else(|| {
        "no cache folder: neither XDG_CACHE_HOME nor the home folder is known; set XDG_CACHE_HOME".to_owned()
    })
}

fn cache_from(var: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    // The XDG rules say that a relative path is to be ignored.
    let absolute = |path: PathBuf| path.is_absolute().then_some(path);
    let base = if let Some(path) = var("XDG_CACHE_HOME").and_then(absolute) {
        path
    } else if cfg!(windows) {
        var("LOCALAPPDATA")?
    } else if cfg!(target_os = "macos") {
        var("HOME")?.join("Library/Caches")
    } else {
        var("HOME")?.join(".cache")
    };
    Some(base.join("trangbao"))
}

/// A program on PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let paths = env::var_os("PATH")?;
    // npm is a `.cmd` on Windows; everything else that we call is an `.exe`.
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    env::split_paths(&paths).find_map(|folder| {
        endings
            .iter()
            .map(|ending| folder.join(format!("{program}{ending}")))
            .find(|path| path.is_file())
    })
}

/// PATH with these folders before the others.
pub fn path_with(folders: &[PathBuf]) -> Outcome<std::ffi::OsString> {
    let old = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folders.iter().cloned().chain(env::split_paths(&old)))
        .map_err(|e| format!("PATH cannot be extended: {e}"))
}

/// The public path in the one form that everything else counts on: `/`, or `/x/`.
pub fn base_path(text: Option<&str>) -> Outcome<String> {
    let inner = text.unwrap_or("/").trim_matches('/');
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/".contains(c);
    if !inner.chars().all(plain) || inner.split('/').any(|part| part == "..") {
        return Err(format!(
            "'/{inner}/' cannot be a base path; letters, digits and - . _ ~ / can, as in --base-path /news/"
        ));
    }
    Ok(if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_path_has_slashes_on_both_sides() {
        assert_eq!(base_path(None).as_deref(), Ok("/"));
        assert_eq!(base_path(Some("")).as_deref(), Ok("/"));
        assert_eq!(base_path(Some("news")).as_deref(), Ok("/news/"));
        assert_eq!(base_path(Some("/a/b")).as_deref(), Ok("/a/b/"));
        assert!(base_path(Some("/a\"b/")).is_err());
        assert!(base_path(Some("/../")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_relative_cache_folder_is_ignored() {
        let folder = cache_from(|name| match name {
            "XDG_CACHE_HOME" => Some(PathBuf::from("relative")),
            "HOME" => Some(PathBuf::from("/home/lan")),
            _ => None,
        });
        assert!(folder.is_some_and(|f| f.starts_with("/home/lan") && f.ends_with("trangbao")));
    }
}
