//! `cargo xtask size`: what a reader downloads before the first paragraph, against the budgets.

use crate::args::Args;
use crate::ui::Outcome;
use crate::{build, compress, finish, ui};
use std::fs;
use std::path::Path;

/// Something with a budget: what one file names, and mostly that file itself.
struct Budget {
    what: &'static str,
    /// The file that names what is loaded; what ends with `-` is how the name of a script begins.
    names: &'static str,
    /// Whether what it names counts, too.
    with_named: bool,
    /// The most that wasm, JavaScript and CSS may weigh together after brotli.
    limit: u64,
    /// What we want it to weigh.
    aim: u64,
}

/// An article of a partner's page may cost 110,000 bytes before its text shows, its JSON among them.
const BUDGETS: [Budget; 5] = [
    Budget { what: "the page", names: "index.html", with_named: true, limit: 100_000, aim: 85_000 },
    Budget { what: "an embed", names: "embed.js", with_named: true, limit: 95_000, aim: 85_000 },
    Budget { what: "its element", names: "embed.js", with_named: false, limit: 4_000, aim: 4_000 },
    Budget {
        what: "the tools of a static page",
        names: "attach-",
        with_named: true,
        limit: 24_000,
        aim: 20_000,
    },
    Budget {
        what: "the frame's host",
        names: "frame.js",
        with_named: false,
        limit: 2_000,
        aim: 2_000,
    },
];

const KINDS: [&str; 3] = ["wasm", "JS", "CSS"];

/// What a starter names, what comes when there is something to read, and what is for paper.
const LATER: [&str; 3] = ["adapters-", "after-", "print-"];

/// What a reader downloads more where a file is of another newspaper's format. Each group brings JSON, HTML and the
/// article once more (about 36,000 bytes).
const ADAPTERS_LIMIT: u64 = 60_000;
const ADAPTERS_AIM: u64 = 60_000;

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
    let too_much: Vec<String> = BUDGETS
        .iter()
        .map(|budget| budget.check(dist))
        .chain([adapters(dist)])
        .collect::<Outcome<Vec<_>>>()?
        .concat();
    if too_much.is_empty() { Ok(()) } else { Err(too_much.join("\n")) }
}

impl Budget {
    /// Prints its table; what is too much, in words.
    fn check(&self, dist: &Path) -> Outcome<Vec<String>> {
        let own = self.own(dist)?;
        let names = dist.join(&own);
        let text = fs::read_to_string(&names).map_err(|e| format!("{}: {e}", names.display()))?;
        let mut files = vec![(kind_of(&own), own)];
        for name in names_in(dist)? {
            let kind = kind_of(&name);
            let is_later = LATER.iter().any(|start| name.starts_with(start));
            let named = self.with_named && !is_later && text.contains(&name);
            if named && !kind.is_empty() && kind != "HTML" {
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
        // A static page has its styles within.
        let needed = if self.names.ends_with('-') { &["wasm", "JS"][..] } else { &KINDS[..] };
        for kind in needed {
            if self.with_named && !files.iter().any(|(found, _)| found == kind) {
                let names = names.display();
                return Err(format!("{names} names no {kind} file; run `cargo xtask build`"));
            }
        }
        Ok(too_many(self.what, small, self.limit))
    }

    /// The name of the file that names what is loaded.
    fn own(&self, dist: &Path) -> Outcome<String> {
        if !self.names.ends_with('-') {
            return Ok(self.names.to_owned());
        }
        let is_own = |name: &String| {
            name.starts_with(self.names) && name.ends_with(".js") && !name.contains('_')
        };
        let found = names_in(dist)?.into_iter().find(is_own);
        found
            .ok_or_else(|| format!("no file is called {}….js; run `cargo xtask build`", self.names))
    }
}

/// Prints what each group of formats adds: its program, the glue of that, and the starter of all.
fn adapters(dist: &Path) -> Outcome<Vec<String>> {
    let names = names_in(dist)?;
    let ours = |end: &str| -> Vec<&String> {
        names.iter().filter(|name| name.starts_with("adapters-") && name.ends_with(end)).collect()
    };
    let mut errors = Vec::new();
    println!("{:<6} {:>10} {:>10}  where a file is of another format", "", "raw", "brotli");
    for group in finish::GROUPS {
        let stem = format!("adapters-{group}-");
        let is_starter = |name: &str| name.matches('-').count() == 1;
        let parts = ours("_bg.wasm").into_iter().chain(ours(".js"));
        let mut sum = (0, 0);
        for name in parts.filter(|name| name.starts_with(&stem) || is_starter(name)) {
            let (raw, small) = weigh(dist, name)?;
            sum = (sum.0 + raw, sum.1 + small);
        }
        println!("{:<6} {:>10} {:>10}  {group}", "sum", ui::bytes(sum.0), ui::bytes(sum.1));
        errors.extend(too_many(&format!("what reads {group}"), sum.1, ADAPTERS_LIMIT));
    }
    let [limit, aim] = [ADAPTERS_LIMIT, ADAPTERS_AIM].map(ui::bytes);
    println!("{:<6} {:>10} {limit:>10}  (aim {aim})\n", "limit", "");
    Ok(errors)
}

fn too_many(what: &str, small: u64, limit: u64) -> Vec<String> {
    let [bytes, most, over] = [small, limit, small.saturating_sub(limit)].map(ui::bytes);
    let text = format!(
        "{what} weighs {bytes} bytes and may weigh {most}: {over} too many. `twiggy` or `wasm-objdump` shows where they come from"
    );
    if small > limit { vec![text] } else { Vec::new() }
}

fn names_in(dist: &Path) -> Outcome<Vec<String>> {
    let files = fs::read_dir(dist).map_err(|e| format!("{}: {e}", dist.display()))?;
    Ok(files.flatten().map(|file| file.file_name().to_string_lossy().into_owned()).collect())
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
