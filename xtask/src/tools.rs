//! The programs that the chores call: which versions, where they are, and how they come to this machine.
//!
//! `toolchain` completes Rust, `cargo_tools` brings what the Rust registry has, `node` what npm has, `apt` what Debian has:
//! `browsers` the browsers and their drivers, and `nginx`.

pub mod apt;
pub mod browsers;
pub mod cargo_tools;
pub mod nginx;
pub mod node;
pub mod toolchain;

use crate::ui::Outcome;
use crate::{place, ui};
use cargo_tools::CargoTool;
use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// The command that installs something, for those systems where we do not do it.
pub struct HowTo {
    pub debian: &'static str,
    pub fedora: &'static str,
    pub macos: &'static str,
    pub windows: &'static str,
}

impl fmt::Display for HowTo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "  Debian, Ubuntu:  {}", self.debian)?;
        writeln!(f, "  Fedora:          {}", self.fedora)?;
        writeln!(f, "  macOS:           {}", self.macos)?;
        write!(f, "  Windows:         {}", self.windows)
    }
}

/// What a chore needs; `ensure` brings it.
#[derive(Clone, Copy, PartialEq)]
pub enum Need {
    /// Trunk, the wasm-bindgen of Cargo.lock, and wasm-opt.
    Build,
    /// wasm-pack and the same wasm-bindgen.
    WebTests,
    /// The driver of Firefox, which Debian does not package.
    Geckodriver,
}

/// Programs that are there now.
pub struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// PATH with the tools before everything else, for the programs that look for each other there.
    pub fn path(&self) -> Outcome<OsString> {
        place::path_with(&self.folders)
    }

    /// One program of these tools.
    pub fn program(&self, name: &str) -> PathBuf {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        self.folders
            .iter()
            .map(|folder| folder.join(&file))
            .find(|path| path.is_file())
            .unwrap_or_else(|| PathBuf::from(file))
    }
}

/// Installs what is missing of these needs, and nothing else.
pub fn ensure(needs: &[Need]) -> Outcome<Tools> {
    toolchain::ensure()?;
    let mut wanted = Vec::new();
    if needs.contains(&Need::Build) {
        wanted.push(CargoTool::trunk());
    }
    if needs.contains(&Need::WebTests) {
        wanted.push(CargoTool::wasm_pack());
    }
    if needs.contains(&Need::Build) || needs.contains(&Need::WebTests) {
        wanted.push(CargoTool::wasm_bindgen(&place::root()?)?);
    }
    if needs.contains(&Need::Geckodriver) {
        wanted.push(CargoTool::geckodriver());
    }

    let mut folders = Vec::new();
    let mut missing = Vec::new();
    for tool in wanted {
        match tool.find()? {
            Some(folder) => folders.push(folder),
            None => missing.push(tool),
        }
    }
    let count = missing.len();
    for (done, tool) in missing.into_iter().enumerate() {
        ui::step(format!("Installing {tool} ({} of {count})", done + 1));
        folders.push(tool.install()?);
    }
    if needs.contains(&Need::Build) {
        folders.push(node::wasm_opt()?);
    }
    Ok(Tools { folders })
}

/// Fills a folder of the cache, so that it is either whole or not there: `fill` writes to another folder, which then gets
/// the name. Two runs at once wait for each other; the lock is the system's, so that a killed run leaves none behind.
fn install_into_cache(name: &str, fill: impl FnOnce(&Path) -> Outcome) -> Outcome<PathBuf> {
    let cache = place::cache()?;
    let say = |e: std::io::Error| {
        format!("{}: {e}; set XDG_CACHE_HOME to a folder that you may write to", cache.display())
    };
    fs::create_dir_all(&cache).map_err(say)?;
    let finished = cache.join(name);
    let lock = File::create(cache.join(format!("{name}.lock"))).map_err(say)?;
    if lock.try_lock().is_err() {
        ui::note(format!("another run is installing {name}; waiting for it"));
        lock.lock().map_err(say)?;
    }
    if finished.is_dir() {
        return Ok(finished);
    }
    let part = cache.join(format!("{name}.part"));
    let _ = fs::remove_dir_all(&part);
    fs::create_dir_all(&part).map_err(say)?;
    fill(&part)?;
    fs::rename(&part, &finished).map_err(say)?;
    Ok(finished)
}
