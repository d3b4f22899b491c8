//! `cargo xtask size`: what a reader downloads before the first paragraph, against the budget.

use crate::args::Args;
use crate::ui::Outcome;
use crate::{build, compress, ui};
use std::fs;
use std::path::Path;

/// The most that wasm, JavaScript and CSS may weigh together after brotli.
const LIMIT: u64 = 100_000;

/// What we want it to weigh.
const AIM: u64 = 85_000;

/// Prints the table; an error past the limit.
pub fn command(mut args: Args) -> Outcome {
    let dist = args.value("--dir")?.map_or_else(build::dist, |dir| Ok(dir.into()))?;
    args.end()?;
    if !dist.join("index.html").is_file() {
        build::build("/", &dist)?;
    }
    check(&dist)
}

/// Weighs what `index.html` names, and itself.
pub fn check(dist: &Path) -> Outcome {
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).map_err(|e| format!("{}: {e}", index.display()))?;
    let mut files = Vec::new();
    for entry in fs::read_dir(dist).map_err(|e| format!("{}: {e}", dist.display()))?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = kind_of(&name);
        // Other faces of the viewer lie there too; only what this page asks for at its start counts.
        if !kind.is_empty() && html.contains(&name) {
            files.push((kind, name));
        }
    }
    files.push(("HTML", "index.html".to_owned()));
    files.sort_by_key(|(kind, _)| ["wasm", "JS", "CSS", "HTML"].iter().position(|k| k == kind));

    println!("{:<6} {:>10} {:>10}  file", "kind", "raw", "brotli");
    let mut budgeted = (0, 0);
    for (kind, name) in &files {
        let bytes = fs::read(dist.join(name)).map_err(|e| format!("{name}: {e}"))?;
        let small = match fs::read(dist.join(format!("{name}.br"))) {
            Ok(small) => small,
            Err(_) => compress::brotli(&bytes)?,
        };
        let (raw, small) = (bytes.len() as u64, small.len() as u64);
        println!("{kind:<6} {:>10} {:>10}  {name}", ui::bytes(raw), ui::bytes(small));
        if *kind != "HTML" {
            budgeted = (budgeted.0 + raw, budgeted.1 + small);
        }
    }
    let (raw, small) = budgeted;
    println!("{:<6} {:>10} {:>10}  wasm + JS + CSS", "sum", ui::bytes(raw), ui::bytes(small));
    println!("{:<6} {:>10} {:>10}  (aim {})", "limit", "", ui::bytes(LIMIT), ui::bytes(AIM));
    for kind in ["wasm", "JS", "CSS"] {
        if !files.iter().any(|(found, _)| *found == kind) {
            return Err(format!(
                "{} names no {kind} file; run `cargo xtask build`",
                index.display()
            ));
        }
    }
    if small > LIMIT {
        return Err(format!(
            "the page weighs {} bytes and may weigh {}: {} too many. `twiggy` or `wasm-objdump` shows where they come from",
            ui::bytes(small),
            ui::bytes(LIMIT),
            ui::bytes(small - LIMIT)
        ));
    }
    Ok(())
}

fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("wasm") => "wasm",
        Some("js") => "JS",
        Some("css") => "CSS",
        _ => "",
    }
}
