//! `cargo xtask build`: Trunk's release with everything that a static host needs beside it.

use crate::args::Args;
use crate::tools::{self, Need};
use crate::ui::Outcome;
use crate::{compress, place, ui};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Where the page is written.
pub fn dist() -> Outcome<PathBuf> {
    Ok(place::root()?.join("dist"))
}

/// Reads the options and builds.
pub fn command(mut args: Args) -> Outcome {
    let base = place::base_path(args.value("--base-path")?.as_deref())?;
    let folder = args.value("--dir")?.map_or_else(dist, |dir| {
        let here = std::env::current_dir().map_err(|e| format!("the current folder: {e}"))?;
        Ok(here.join(dir))
    })?;
    args.end()?;
    build(&base, &folder)
}

/// Writes the page for this base path into the folder.
pub fn build(base: &str, folder: &Path) -> Outcome {
    let started = Instant::now();
    let tools = tools::ensure(&[Need::Build])?;
    let _turn = wait_for_turn()?;
    ui::step("Building the release");
    let status = Command::new(tools.program("trunk"))
        .args(["build", "--release", "--skip-version-check", "--public-url", base])
        .arg("--dist")
        .arg(folder)
        .current_dir(place::root()?)
        .env("PATH", tools.path()?)
        // Trunk reads it as a switch of its own, and stops at the usual value of 1.
        .env_remove("NO_COLOR")
        .status()
        .map_err(|e| format!("Trunk cannot be started: {e}"))?;
    if !status.success() {
        return Err("Trunk could not build the page; its message is above".to_owned());
    }
    // Trunk's lock, of no use to a host; it may be gone already.
    let _ = fs::remove_file(folder.join(".trunk-lock"));
    ui::step("Compressing");
    let count = compress::folder(folder)?;
    ui::note(format!(
        "{count} files have .br and .gz copies; {} is ready in {}",
        folder.display(),
        ui::seconds(started.elapsed())
    ));
    Ok(())
}

/// Two builds at once would write into each other's folder.
fn wait_for_turn() -> Outcome<File> {
    let target = place::target()?;
    let say = |e: std::io::Error| format!("{}: {e}", target.display());
    fs::create_dir_all(&target).map_err(say)?;
    let lock = File::create(target.join("build.lock")).map_err(say)?;
    if lock.try_lock().is_err() {
        ui::note("another build is running; waiting for it");
        lock.lock().map_err(say)?;
    }
    Ok(lock)
}
