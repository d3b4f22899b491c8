//! Node and what comes from npm: wasm-opt for the build, the packages of the tests and of the bench.

use super::{HowTo, install_into_cache};
use crate::ui::Outcome;
use crate::{place, ui};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The version of Binaryen, whose wasm-opt makes the module smaller.
const BINARYEN: &str = "132.0.0";

/// The oldest Node whose test runner does what the tests ask for.
const OLDEST_NODE: u32 = 20;

const GET_NODE: HowTo = HowTo {
    debian: "sudo apt-get install -y nodejs npm  (where that is older than 20: https://github.com/nodesource/distributions)",
    fedora: "sudo dnf install -y nodejs npm",
    macos: "brew install node",
    windows: "winget install OpenJS.NodeJS.LTS",
};

/// The folder of a wasm-opt in our version.
pub fn wasm_opt() -> Outcome<PathBuf> {
    let name = format!("binaryen-{BINARYEN}");
    let inside = "node_modules/.bin";
    let cached = place::cache()?.join(&name).join(inside);
    if cached.is_dir() {
        return Ok(cached);
    }
    if let Some(program) = place::on_path("wasm-opt").filter(|program| is_our_version(program))
        && let Some(folder) = program.parent()
    {
        return Ok(folder.to_path_buf());
    }
    check()?;
    ui::step(format!("Installing wasm-opt (binaryen {BINARYEN} of npm)"));
    let folder = install_into_cache(&name, |part| {
        let done = npm()?
            .args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"])
            .arg(part)
            .arg(format!("binaryen@{BINARYEN}"))
            .stdout(Stdio::null())
            .status();
        if done.is_ok_and(|status| status.success()) {
            Ok(())
        } else {
            Err(format!(
                "npm could not install binaryen {BINARYEN}; see its message above. Any wasm-opt of version 132 on PATH does as well"
            ))
        }
    })?;
    Ok(folder.join(inside))
}

/// Whether Node is there and new enough; the error says how to get it.
pub fn check() -> Outcome {
    let output = Command::new("node").arg("--version").output();
    let Ok(output) = output else {
        return Err(format!("Node {OLDEST_NODE} or newer is needed.\n{GET_NODE}"));
    };
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    match major(&version) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => Err(format!(
            "Node {OLDEST_NODE} or newer is needed, and this one is {version}.\n{GET_NODE}"
        )),
    }
}

/// Installs the packages of a folder when its lock file has changed since the last time.
pub fn packages(folder: &Path) -> Outcome {
    check()?;
    let changed = |path: PathBuf| fs::metadata(path).and_then(|facts| facts.modified()).ok();
    // npm writes this file last, so that it tells a whole installation.
    let installed = changed(folder.join("node_modules/.package-lock.json"));
    let locked = changed(folder.join("package-lock.json")).ok_or_else(|| {
        format!("{} has no package-lock.json; run `npm install` in it once", folder.display())
    })?;
    if installed.is_some_and(|time| time >= locked) {
        return Ok(());
    }
    ui::step(format!("Installing the packages of {}", folder.display()));
    let done = npm()?
        .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(folder)
        // The browsers are the system's: Playwright need not bring its own.
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .stdout(Stdio::null())
        .status();
    if done.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    Err(format!(
        "npm could not install the packages of {}; see its message above",
        folder.display()
    ))
}

fn npm() -> Outcome<Command> {
    place::on_path("npm")
        .map(Command::new)
        .ok_or_else(|| format!("npm is missing, which comes with Node.\n{GET_NODE}"))
}

fn is_our_version(program: &Path) -> bool {
    let number = BINARYEN.split('.').next().unwrap_or_default();
    Command::new(program).arg("--version").output().is_ok_and(|output| {
        String::from_utf8_lossy(&output.stdout).split_whitespace().any(|word| word == number)
    })
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major(""), None);
    }
}
