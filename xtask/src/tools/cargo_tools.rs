//! Tools of the Rust registry: taken from PATH in the right version, else from the cache, else installed there.

use super::install_into_cache;
use crate::ui::Outcome;
use crate::{place, ui};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// A crate with programs in it.
pub struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: String,
}

impl fmt::Display for CargoTool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.package, self.version)
    }
}

impl CargoTool {
    fn new(package: &'static str, program: &'static str, version: &str) -> Self {
        Self { package, program, version: version.to_owned() }
    }

    /// Builds the page.
    pub fn trunk() -> Self {
        Self::new("trunk", "trunk", "0.22.1")
    }

    /// Runs the tests in a browser.
    pub fn wasm_pack() -> Self {
        Self::new("wasm-pack", "wasm-pack", "0.15.1")
    }

    /// Compiles the targets of `fuzz/`.
    pub fn cargo_fuzz() -> Self {
        Self::new("cargo-fuzz", "cargo-fuzz", "0.13.2")
    }

    /// Drives Firefox.
    pub fn geckodriver() -> Self {
        Self::new("geckodriver", "geckodriver", "0.37.1")
    }

    /// Writes the glue between wasm and JavaScript; it must be of the same version as the crate.
    pub fn wasm_bindgen(root: &Path) -> Outcome<Self> {
        let path = root.join("Cargo.lock");
        let lock =
            std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let version = locked_version(&lock, "wasm-bindgen")
            .ok_or_else(|| format!("{} names no wasm-bindgen", path.display()))?;
        Ok(Self::new("wasm-bindgen-cli", "wasm-bindgen", version))
    }

    /// The folder of the program, where it is there already. Files come first: asking a program for its version takes
    /// time.
    pub fn find(&self) -> Outcome<Option<PathBuf>> {
        let cached = place::cache()?.join(self.folder()).join("bin");
        if cached.join(self.file()).is_file() {
            return Ok(Some(cached));
        }
        Ok(place::on_path(self.program)
            .filter(|program| self.is_right(program))
            .and_then(|program| program.parent().map(Path::to_path_buf)))
    }

    /// Installs the tool into the cache; gives the folder of its programs.
    pub fn install(&self) -> Outcome<PathBuf> {
        let started = Instant::now();
        let folder = install_into_cache(&self.folder(), |part| {
            if place::on_path("cargo-binstall").is_some() {
                ui::note("asking cargo-binstall for a finished program");
                if self.binstall(part) {
                    return Ok(());
                }
                ui::note("it has none that fits");
            }
            ui::note("compiling it; this takes a few minutes, once for all checkouts");
            // A locked dependency can have been withdrawn since the release, or be too new for a mirror; then Cargo
            // finds one that fits.
            if self.compile(part, true) || self.compile(part, false) {
                return Ok(());
            }
            Err(format!(
                "{self} could not be installed; see Cargo's message above. By hand: cargo install {} --version {}",
                self.package, self.version
            ))
        })?;
        ui::note(format!("{self} is ready ({})", ui::seconds(started.elapsed())));
        Ok(folder.join("bin"))
    }

    fn folder(&self) -> String {
        format!("{}-{}", self.package, self.version)
    }

    fn file(&self) -> String {
        format!("{}{}", self.program, std::env::consts::EXE_SUFFIX)
    }

    fn is_right(&self, program: &Path) -> bool {
        Command::new(program).arg("--version").stderr(Stdio::null()).output().is_ok_and(|output| {
            String::from_utf8_lossy(&output.stdout)
                .split_whitespace()
                .any(|word| word == self.version)
        })
    }

    fn binstall(&self, root: &Path) -> bool {
        let done = Command::new("cargo")
            .args(["binstall", "--no-confirm", "--disable-strategies", "compile"])
            .args(["--version", &self.version, self.package])
            .arg("--install-path")
            .arg(root.join("bin"))
            .stdout(Stdio::null())
            .status();
        done.is_ok_and(|status| status.success()) && root.join("bin").join(self.file()).is_file()
    }

    fn compile(&self, root: &Path, locked: bool) -> bool {
        let mut command = Command::new("cargo");
        command
            .args(["install", "--force", "--version", &self.version])
            .arg("--root")
            .arg(root)
            .args(locked.then_some("--locked"))
            .arg(self.package)
            // These tools ask for the slowest and best compilation; for them it is waiting and nothing else.
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env_remove("CARGO_TARGET_DIR");
        // From the checkout, so that the pinned toolchain compiles them.
        if let Ok(checkout) = place::root() {
            command.current_dir(checkout);
        }
        command.status().is_ok_and(|status| status.success())
    }
}

/// The version of a package in Cargo.lock, which has the name and the version on two lines.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_found_and_not_a_namesake() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "yew"), None);
    }
}
