//! `cargo xtask build`: Trunk's release with everything that a static host needs beside it.

use crate::args::Args;
use crate::tools::{self, Need};
use crate::ui::Outcome;
use crate::{compress, finish, place, ui};
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
    let mut trunk = Command::new(tools.program("trunk"));
    trunk
        .args(["build", "--release", "--skip-version-check", "--public-url", base])
        .arg("--dist")
        .arg(folder)
        .arg("--config")
        .arg(config_without_hooks()?)
        .current_dir(place::root()?)
        .env("PATH", tools.path()?)
        // Trunk reads it as a switch of its own, and stops at the usual value of 1.
        .env_remove("NO_COLOR");
    small_std(&mut trunk);
    let status = trunk.status().map_err(|e| format!("Trunk cannot be started: {e}"))?;
    if !status.success() {
        return Err("Trunk could not build the page; its message is above".to_owned());
    }
    finish::run(folder.to_owned(), base.to_owned())?;
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

/// Builds the standard library along with the page, for size: it stops at a panic without spelling out a message that no
/// reader sees, since the boot module tells of the stop. That is an eighth of the download (ARCHITECTURE.md has the
/// figures). The flags are unstable ones of the pinned compiler, so they cannot change under us; where its source is
/// missing, the page is built with the standard library as it comes.
fn small_std(command: &mut Command) {
    let source = Command::new("rustc").args(["--print", "sysroot"]).output().ok().map(|output| {
        let sysroot = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        Path::new(&sysroot).join("lib/rustlib/src/rust/library/std/Cargo.toml")
    });
    if !source.is_some_and(|source| source.exists()) {
        ui::note(
            "without the source of the standard library the page is larger; `rustup component add rust-src` adds it",
        );
        return;
    }
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
        );
}

/// Trunk's settings without the hook: it would be compiled with the flags that are meant for the page.
fn config_without_hooks() -> Outcome<PathBuf> {
    let root = place::root()?;
    let from = root.join("Trunk.toml");
    let settings = fs::read_to_string(&from).map_err(|e| format!("{}: {e}", from.display()))?;
    let kept = settings.split("[[hooks]]").next().unwrap_or_default();
    let to = root.join("Trunk.xtask.toml");
    fs::write(&to, kept).map_err(|e| format!("{}: {e}", to.display()))?;
    Ok(to)
}
