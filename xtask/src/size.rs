//! `cargo xtask size`: what a reader downloads before the first paragraph, against the budgets.

use crate::args::Args;
use crate::ui::Outcome;
use crate::{build, compress, ui};
use std::fs;
use std::path::Path;

/// Something with a budget: what one file names, and itself.
struct Budget {
    what: &'static str,
    /// The file that names what is loaded.
    names: &'static str,
    /// Which of the files count.
    counts: fn(&str) -> bool,
    /// The most that wasm, JavaScript and CSS may weigh together after brotli.
    limit: u64,
    /// What we want it to weigh.
    aim: u64,
}

/// An article of a partner's page may cost 110,000 bytes before its text shows, its JSON among them.
const BUDGETS: [Budget; 5] = [
    Budget { what: "the page", names: "index.html", counts: |_| true, limit: 100_000, aim: 85_000 },
    Budget {
        what: "an embed",
        names: "embed.js",
        counts: |name| !is_adapter(name),
        limit: 95_000,
        aim: 85_000,
    },
    Budget {
        what: "its element",
        names: "embed.js",
        counts: |name| name == "embed.js",
        limit: 4_000,
        aim: 4_000,
    },
    Budget {
        what: "the formats of other newspapers, where a file is of one",
        names: "adapters-",
        counts: is_adapter,
        limit: 60_000,
        aim: 60_000,
    },
    Budget {
        what: "the frame's host",
        names: "frame.js",
        counts: |_| true,
        limit: 2_000,
        aim: 2_000,
    },
];

fn is_adapter(name: &str) -> bool {
    name.starts_with("adapters-")
}

/// Prints the tables; an error past a limit.
pub fn command(mut args: Args) -> Outcome {
    let dist = args.value("--dir")?.map_or_else(build::dist, |dir| Ok(dir.into()))?;
    args.end()?;
    if !dist.join("index.html").is_file() {
        build::build("/", &dist)?;
    }
    check(&dist)
}

/// Weighs everything that has a budget.
pub fn check(dist: &Path) -> Outcome {
    let too_much: Vec<String> =
        BUDGETS.iter().map(|budget| budget.check(dist)).collect::<Outcome<Vec<_>>>()?.concat();
    if too_much.is_empty() { Ok(()) } else { Err(too_much.join("\n")) }
}

impl Budget {
    /// The file that names what is loaded; where a name ends in its hash, the one that begins so.
    fn entry(&self, dist: &Path) -> Outcome<String> {
        if !self.names.ends_with('-') {
            return Ok(self.names.to_owned());
        }
        let fits = |name: &String| {
            name.starts_with(self.names) && name.ends_with(".js") && !name.ends_with("_glue.js")
        };
        let names = fs::read_dir(dist).map_err(|e| format!("{}: {e}", dist.display()))?;
        let mut names = names.flatten().map(|file| file.file_name().to_string_lossy().into_owned());
        names.find(fits).ok_or_else(|| format!("no {}*.js; run `cargo xtask build`", self.names))
    }

    /// Prints its table; what is too much, in words.
    fn check(&self, dist: &Path) -> Outcome<Vec<String>> {
        let names = dist.join(self.entry(dist)?);
        let text = fs::read_to_string(&names).map_err(|e| format!("{}: {e}", names.display()))?;
        let mut files = Vec::new();
        for entry in fs::read_dir(dist).map_err(|e| format!("{}: {e}", dist.display()))?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = kind_of(&name);
            let named = names.ends_with(&name) || (kind != "HTML" && text.contains(&name));
            if named && !kind.is_empty() && (self.counts)(&name) {
                files.push((kind, name));
            }
        }
        files.sort_by_key(|(kind, _)| ["wasm", "JS", "CSS", "HTML"].iter().position(|k| k == kind));

        println!("{:<6} {:>10} {:>10}  {}", "kind", "raw", "brotli", self.what);
        let mut budgeted = (0, 0);
        for (kind, name) in &files {
            let (raw, small) = weigh(dist, name)?;
            println!("{kind:<6} {:>10} {:>10}  {name}", ui::bytes(raw), ui::bytes(small));
            if *kind != "HTML" {
                budgeted = (budgeted.0 + raw, budgeted.1 + small);
            }
        }
        let (raw, small) = budgeted;
        println!("{:<6} {:>10} {:>10}  without HTML", "sum", ui::bytes(raw), ui::bytes(small));
        println!(
            "{:<6} {:>10} {:>10}  (aim {})\n",
            "limit",
            "",
            ui::bytes(self.limit),
            ui::bytes(self.aim)
        );
        if files.is_empty() {
            return Err(format!("{} names no file; run `cargo xtask build`", names.display()));
        }
        Ok((small > self.limit)
            .then(|| {
                format!(
                    "{} weighs {} bytes and may weigh {}: {} too many. `twiggy` or `wasm-objdump` shows where they come from",
                    self.what,
                    ui::bytes(small),
                    ui::bytes(self.limit),
                    ui::bytes(small - self.limit)
                )
            })
            .into_iter()
            .collect())
    }
}

/// Its bytes, and those after brotli.
fn weigh(dist: &Path, name: &str) -> Outcome<(u64, u64)> {
    let bytes = fs::read(dist.join(name)).map_err(|e| format!("{name}: {e}"))?;
    let small = match fs::read(dist.join(format!("{name}.br"))) {
        Ok(small) => small,
        Err(_) => compress::brotli(&bytes)?,
    };
    Ok((bytes.len() as u64, small.len() as u64))
}

fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("wasm") => "wasm",
        Some("js") => "JS",
        Some("css") => "CSS",
        Some("html") => "HTML",
        _ => "",
    }
}
