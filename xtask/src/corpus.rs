//! `cargo xtask corpus`: how much of real files comes through, a row a format, against the bar that no word is lost.
//!
//! `source` reads what a file says by simple rules of its own, `measure` holds what the viewer shows of it against that.

mod html;
mod measure;
mod source;
mod words;

use crate::args::Args;
use crate::ui::Outcome;
use measure::Measure;
use std::fs;
use std::path::{Path, PathBuf};

/// Prints the table; an error where a file is below the bar.
pub fn command(mut args: Args) -> Outcome {
    let dir = args
        .word()
        .ok_or("which folder? `cargo xtask corpus DIR` wants one with a folder for each format")?;
    args.end()?;
    let faults = table(Path::new(&dir))?;
    if faults.is_empty() {
        println!("\nEvery file is above the bar.");
        return Ok(());
    }
    println!("\nBelow the bar:");
    faults.iter().for_each(|fault| println!("{fault}"));
    Err(String::new())
}

/// Prints a row for each format. What is below the bar, a line a fault.
fn table(dir: &Path) -> Outcome<Vec<String>> {
    let folders = below(dir, |path| path.is_dir())?;
    if folders.is_empty() {
        let dir = dir.display();
        return Err(format!("{dir} has no folders; each should hold the files of one format"));
    }
    let mut faults = Vec::new();
    println!(
        "{:<20} {:>5} {:>6} {:>8} {:>7} {:>7} {:>6} {:>8} {:>6} {:>6} {:>8}",
        "format",
        "files",
        "opened",
        "articles",
        "words",
        "kept",
        "lowest",
        "pictures",
        "kept",
        "warned",
        "warnings"
    );
    for folder in &folders {
        row(folder, &mut faults)?;
    }
    Ok(faults)
}

/// What stands in a folder and fits, by name.
fn below(folder: &Path, fits: fn(&Path) -> bool) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut found: Vec<_> =
        entries.flatten().map(|entry| entry.path()).filter(|path| fits(path)).collect();
    found.sort();
    Ok(found)
}

fn row(folder: &Path, faults: &mut Vec<String>) -> Outcome {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let files = below(folder, |path| path.extension().is_some_and(|end| end == "json"))?;
    let mut all = Measure::default();
    let (mut opened, mut lowest) = (0, 100.0_f64);
    for file in &files {
        let bytes = fs::read(file).map_err(|e| format!("{}: {e}", file.display()))?;
        let place = format!("{}/{}", name(folder), name(file));
        match measure::measure(&bytes) {
            Ok((format, one)) => {
                opened += 1;
                lowest = lowest.min(one.share());
                all.add(&one);
                if !one.faults.is_empty() {
                    faults.push(format!("  {place} ({format})"));
                    faults.extend(one.faults.iter().map(|fault| format!("    {fault}")));
                }
            }
            Err(error) => faults.push(format!("  {place}: {error}")),
        }
    }
    println!(
        "{:<20} {:>5} {opened:>6} {:>8} {:>7} {:>6.2}% {lowest:>5.1}% {:>8} {:>6} {:>6} {:>8}",
        name(folder),
        files.len(),
        all.articles,
        all.words,
        all.share(),
        all.pictures,
        all.pictures_kept,
        all.pictures_warned,
        all.warnings
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_real_file_is_above_the_bar() -> Outcome {
        let Some(corpus) = std::env::var_os("TRANGBAO_CORPUS") else {
            println!("skipped: TRANGBAO_CORPUS is not set");
            return Ok(());
        };
        let faults = table(Path::new(&corpus))?;
        assert!(faults.is_empty(), "{faults:#?}");
        Ok(())
    }
}
