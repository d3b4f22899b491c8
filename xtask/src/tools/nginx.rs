//! nginx, for the test that asks the server of `trangbao site` what it says.

use super::{HowTo, apt, install_into_cache};
use crate::place;
use crate::ui::{self, Outcome};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Where systems put it, on PATH or not.
const PLACES: [&str; 3] = ["/usr/sbin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx"];

/// Packages of Debian and of its relatives, one of which holds the program.
const PACKAGES: [&str; 3] = ["nginx", "nginx-core", "nginx-light"];

const HOW_TO: HowTo = HowTo {
    debian: "sudo apt-get install -y nginx-light",
    fedora: "sudo dnf install -y nginx",
    macos: "brew install nginx",
    windows: "none there; use WSL with Debian or Ubuntu",
};

/// An nginx that runs. Where the system has none, Debian's is unpacked into the cache, so that no service is started.
pub fn ensure() -> Outcome<PathBuf> {
    let installed = place::on_path("nginx").into_iter().chain(PLACES.map(PathBuf::from));
    if let Some(program) = installed.into_iter().find(|program| program.is_file()) {
        return Ok(program);
    }
    let inside = "usr/sbin/nginx";
    let unpacked = install_into_cache("nginx", |folder| {
        ui::step("Unpacking nginx from the system's packages");
        for package in PACKAGES {
            apt::unpack(package, folder)?;
            if folder.join(inside).is_file() {
                return Ok(());
            }
        }
        Err("no package holds the program".to_owned())
    });
    let missing = |trouble: String| format!("nginx is missing ({trouble}). Install it:\n{HOW_TO}");
    let program = unpacked.map_err(missing)?.join(inside);
    let answer = Command::new(&program).arg("-v").stderr(Stdio::null()).status();
    match answer.is_ok_and(|status| status.success()) {
        true => Ok(program),
        false => Err(missing("the one of the system's packages does not run here".to_owned())),
    }
}
