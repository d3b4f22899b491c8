//! What Debian and its relatives package: installed where the user may, or unpacked into a folder.

use crate::ui::{self, Outcome};
use std::path::Path;
use std::process::{Command, Stdio};

/// Installs packages without asking, where the system has apt and the user may.
pub fn install(packages: &[&str]) -> Outcome {
    demand()?;
    let root = as_root()?;
    ui::step(format!("Installing {} with apt-get", packages.join(", ")));
    update(root);
    let words = ["apt-get", "install", "-y", "-q", "--no-install-recommends"];
    if runs(Command::new(root[0]).args(&root[1..]).args(words).args(packages)) {
        return Ok(());
    }
    Err("apt-get could not install it; its message is above".to_owned())
}

/// Unpacks a package into a folder. Nothing is set up and no service is started, and it takes no root.
pub fn unpack(package: &str, folder: &Path) -> Outcome {
    demand()?;
    if let Ok(root) = as_root() {
        update(root);
    }
    let words = ["download", "-q", package];
    if !runs(Command::new("apt-get").args(words).current_dir(folder)) {
        return Err(format!("apt-get could not download {package}; its message is above"));
    }
    let files = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let archives = files.flatten().map(|file| file.path());
    for archive in archives.filter(|path| path.extension().is_some_and(|ending| ending == "deb")) {
        if !runs(Command::new("dpkg-deb").arg("-x").arg(&archive).arg(folder)) {
            return Err(format!("dpkg-deb could not unpack {}", archive.display()));
        }
    }
    Ok(())
}

fn demand() -> Outcome {
    if Path::new("/usr/bin/apt-get").is_file() {
        return Ok(());
    }
    Err("this system has no apt-get".to_owned())
}

/// The words before a command that root has to run.
fn as_root() -> Outcome<&'static [&'static str]> {
    let id = Command::new("id").arg("-u").output();
    if id.is_ok_and(|output| output.stdout.trim_ascii() == b"0") {
        return Ok(&["env", "DEBIAN_FRONTEND=noninteractive"]);
    }
    if runs(Command::new("sudo").args(["-n", "true"]).stderr(Stdio::null())) {
        return Ok(&["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]);
    }
    Err("installing it needs root".to_owned())
}

/// An outdated list may still hold what is needed, so this may fail.
fn update(root: &[&str]) {
    if !runs(Command::new(root[0]).args(&root[1..]).args(["apt-get", "update", "-q"])) {
        ui::note("the package lists could not be refreshed; trying with the old ones");
    }
}

fn runs(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).status().is_ok_and(|status| status.success())
}
