//! The parts of the Rust toolchain that `rust-toolchain.toml` names, where rustup has not brought them by itself.

use crate::ui::Outcome;
use crate::{place, ui};
use std::path::PathBuf;
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the wasm32 target, rustfmt and clippy when they are missing.
pub fn ensure() -> Outcome {
    let sysroot = sysroot()?;
    let program = |name: &str| {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        sysroot.join("bin").join(file).is_file() || place::on_path(name).is_some()
    };
    if !sysroot.join("lib/rustlib").join(TARGET).is_dir() {
        rustup(&["target", "add", TARGET])?;
    }
    for (file, component) in [("rustfmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if !program(file) {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn sysroot() -> Outcome<PathBuf> {
    let output = Command::new("rustc")
        .args(["--print", "sysroot"])
        .current_dir(place::root()?)
        .output()
        .map_err(|e| {
            format!("rustc cannot be called ({e}); install Rust from https://rustup.rs")
        })?;
    if !output.status.success() {
        return Err(format!(
            "the pinned Rust is missing; run `rustup toolchain install` in the checkout\n{}",
            String::from_utf8_lossy(&output.stderr).trim()
        ));
    }
    Ok(PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()))
}

fn rustup(words: &[&str]) -> Outcome {
    let command = format!("rustup {}", words.join(" "));
    ui::step(&command);
    let done = Command::new("rustup").args(words).current_dir(place::root()?).status();
    if done.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    Err(format!(
        "`{command}` has failed. This Rust lacks it: install it with rustup (https://rustup.rs), or as your system does"
    ))
}
