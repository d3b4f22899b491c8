//! `cargo xtask bench`: the viewer beside a page written by hand, Preact and React, measured in one run.
//!
//! This file builds what is measured and calls Node; `bench/` has the peers, the measuring and the tables.

use crate::args::Args;
use crate::tools::browsers::{self, Engine};
use crate::tools::node;
use crate::ui::{self, Outcome};
use crate::{build, compress, copies, place};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How many blocks the articles have.
const SIZES: &str = "24,2000,10000";

/// The address of the sites that are made here. Nobody asks for it: pages name their own files by path.
const SITE: &str = "https://bao.example/";

/// What was asked for.
struct Wish {
    runs: String,
    blocks: String,
    speed: bool,
    lighthouse: bool,
    check: bool,
    build: bool,
}

impl Wish {
    fn read(mut args: Args) -> Outcome<Self> {
        let quick = args.switch("--quick");
        let only = args.switch("--lighthouse-only");
        let without = args.switch("--no-lighthouse");
        let (runs, blocks) = if quick { ("1", "24") } else { ("5", SIZES) };
        let wish = Self {
            runs: args.value("--runs")?.unwrap_or_else(|| runs.to_owned()),
            blocks: args.value("--blocks")?.unwrap_or_else(|| blocks.to_owned()),
            speed: !only,
            lighthouse: only || !(quick || without),
            check: args.switch("--check"),
            build: !args.switch("--no-build"),
        };
        args.end()?;
        let count = |text: &str| text.parse::<u32>().is_ok_and(|count| count > 0);
        if only && without {
            return Err("--lighthouse-only and --no-lighthouse leave nothing to measure".to_owned());
        }
        if !count(&wish.runs) {
            return Err(format!("--runs {}: write a number from 1 up", wish.runs));
        }
        if !wish.blocks.split(',').all(count) {
            return Err(format!("--blocks {}: write numbers as in {SIZES}", wish.blocks));
        }
        Ok(wish)
    }

    /// The report holds what was measured in one run, so only a run of everything writes it.
    fn is_whole(&self) -> bool {
        self.speed && self.lighthouse && self.blocks == SIZES
    }
}

/// Builds what is missing, measures, and prints.
pub fn command(args: Args) -> Outcome {
    let wish = Wish::read(args)?;
    let root = place::root()?;
    let (folder, dist) = (place::target()?.join("bench"), build::dist()?);
    let chromium = chromium()?;
    for packages in ["tests/e2e", "bench", "bench/lighthouse"] {
        node::packages(&root.join(packages))?;
    }
    if wish.build {
        build::build("/", &dist)?;
    }
    prepare(&root, &folder, &dist, &wish)?;

    ui::step("Measuring; leave this machine alone meanwhile");
    let mut measure = node(&root, "measure.mjs", &[&folder, &dist]);
    measure.env("TRANGBAO_CHROMIUM", chromium);
    measure.args(["--runs", &wish.runs, "--blocks", &wish.blocks]);
    for (asked, word) in [
        (!wish.speed, "--no-speed"),
        (!wish.lighthouse, "--no-lighthouse"),
        (wish.check, "--check"),
    ] {
        measure.args(asked.then_some(word));
    }
    if wish.is_whole() {
        measure.arg("--report").arg(root.join("docs/performance.md"));
    } else {
        ui::note("docs/performance.md stays as it is: only a run of everything writes it");
    }
    run(measure, "the pages could not be measured, or a limit is missed; see above")
}

fn chromium() -> Outcome<PathBuf> {
    let found = browsers::ensure(&[Engine::Chromium]).pop();
    found.ok_or("Chromium is needed")?.1.map(|browser| browser.program)
}

/// Writes the articles, the peers, the app with the articles, the static site of them, and that of the samples.
fn prepare(root: &Path, folder: &Path, dist: &Path, wish: &Wish) -> Outcome {
    ui::step("Writing the articles and building the peers");
    let mut peers = node(root, "prepare.mjs", &[folder, dist]);
    peers.arg(&wish.blocks);
    run(peers, "the peers could not be built")?;

    let app = folder.join("app");
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(|e| format!("{}: {e}", page.display()))?;
    copies::write(&app, &html)?;
    compress::folder(&app)?;

    ui::step("Making the static sites");
    let samples = root.join("static/articles");
    for (articles, site) in [(app.join("articles"), "site"), (samples, "samples")] {
        let mut make = Command::new("cargo");
        make.args(["run", "--quiet", "--profile", "native", "--", "site", "--base-url", SITE])
            .args([OsStr::new("--articles"), articles.as_os_str()])
            .args([OsStr::new("--app"), dist.as_os_str()])
            .args([OsStr::new("--out"), folder.join(site).as_os_str()])
            .current_dir(root);
        run(make, "the static site could not be made")?;
    }
    Ok(())
}

fn node(root: &Path, script: &str, folders: &[&Path]) -> Command {
    let mut command = Command::new("node");
    command.arg(root.join("bench").join(script)).args(folders).current_dir(root);
    command
}

fn run(mut command: Command, failed: &str) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(failed.to_owned()),
        Err(e) => Err(format!("{}: {e}", command.get_program().display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(text: &str) -> Outcome<Wish> {
        Wish::read(Args::new(text.split_whitespace().map(str::to_owned)))
    }

    #[test]
    fn only_a_run_of_everything_writes_the_report() {
        let whole = |text| wish(text).map(|wish| wish.is_whole());
        assert_eq!(whole(""), Ok(true));
        assert_eq!(whole("--runs 9 --check --no-build"), Ok(true));
        for part in ["--quick", "--blocks 24", "--no-lighthouse", "--lighthouse-only"] {
            assert_eq!(whole(part), Ok(false), "{part}");
        }
    }

    #[test]
    fn what_cannot_be_measured_is_refused() {
        for wrong in
            ["--runs 0", "--runs many", "--blocks 24,", "--lighthouse-only --no-lighthouse", "--x"]
        {
            assert!(wish(wrong).is_err(), "{wrong}");
        }
    }
}
