//! `cargo xtask fuzz`: each target of `fuzz/` in turn, with seeds from the corpus and the fixtures, and a table at the end.

use crate::args::Args;
use crate::tools::cargo_tools::CargoTool;
use crate::ui::Outcome;
use crate::{place, ui};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// What a target is given at most, in bytes: what goes wrong does so in a small file, too.
const MAX_LENGTH: usize = 65_536;
/// Fixtures of the repository that are files of some format, or HTML.
const SEEDS: [&str; 5] = [
    "static/articles",
    "tests/fixtures/blocks",
    "tests/fixtures/check",
    "tests/fixtures/render",
    "tests/fixtures/regressions",
];

/// What a target came to.
struct Report {
    target: String,
    executions: u64,
    findings: Vec<PathBuf>,
    seconds: f64,
}

/// `cargo xtask fuzz [SECONDS] [TARGET...]`
pub fn command(mut args: Args) -> Outcome {
    let all = targets()?;
    let mut seconds = 60;
    let mut wanted = Vec::new();
    while let Some(word) = args.word() {
        match word.parse() {
            Ok(number) => seconds = number,
            Err(_) if all.contains(&word) => wanted.push(word),
            Err(_) => {
                return Err(format!("there is no target '{word}'; there are: {}", all.join(", ")));
            }
        }
    }
    args.end()?;
    let wanted = if wanted.is_empty() { all } else { wanted };
    let folder = place::target()?.join("fuzz");
    let programs = build(&folder)?;
    let mut reports = Vec::new();
    for target in wanted {
        ui::step(format!("{target}, {seconds} s"));
        reports.push(run(&target, seconds, &programs, &folder)?);
    }
    table(&reports)
}

/// The targets, as the manifest lists them.
fn targets() -> Outcome<Vec<String>> {
    let path = place::root()?.join("fuzz/Cargo.toml");
    let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let bins = text.split("[[bin]]").skip(1);
    let name = |bin: &str| bin.split_once("name = \"")?.1.split('"').next().map(str::to_owned);
    Ok(bins.filter_map(name).collect())
}

/// Compiles all of them; gives the folder of the programs.
fn build(folder: &Path) -> Outcome<PathBuf> {
    let tool = CargoTool::cargo_fuzz();
    let programs = match tool.find()? {
        Some(folder) => folder,
        None => {
            ui::step(format!("Installing {tool}"));
            tool.install()?
        }
    };
    ui::step("Compiling the targets");
    // The crate has no unsafe code, so the fuzzer's own checks are enough, and twice as fast as with a sanitizer.
    let done = Command::new("cargo")
        .args(["fuzz", "build", "--sanitizer", "none", "--fuzz-dir", "fuzz", "--target-dir"])
        .arg(folder)
        .current_dir(place::root()?)
        .env("PATH", place::path_with(&[programs])?)
        // Coverage is an unstable flag of the pinned compiler.
        .env("RUSTC_BOOTSTRAP", "1")
        .status()
        .map_err(|e| format!("cargo cannot be called: {e}"))?;
    if !done.success() {
        return Err("the targets do not compile; see Cargo's message above".to_owned());
    }
    // Cargo names the folder after the machine.
    let machines = fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let found = machines.flatten().map(|entry| entry.path().join("release"));
    found
        .into_iter()
        .find(|release| release.join(format!("html{}", std::env::consts::EXE_SUFFIX)).is_file())
        .ok_or_else(|| format!("cargo fuzz has left no programs in {}", folder.display()))
}

/// Runs one target for so long. A finding does not end it: the next run looks elsewhere.
fn run(target: &str, seconds: u64, programs: &Path, folder: &Path) -> Outcome<Report> {
    let corpus = folder.join("corpus").join(target);
    let findings = folder.join("findings").join(target);
    let seeds = folder.join("seeds").join(if target == "html" { "html" } else { "files" });
    for folder in [&corpus, &findings, &seeds] {
        fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    }
    sow(target, &seeds)?;
    let words = folder.join("words.dict");
    fs::write(&words, dictionary()?).map_err(|e| format!("{}: {e}", words.display()))?;
    let log = folder.join(format!("{target}.log"));
    let output = File::create(&log).map_err(|e| format!("{}: {e}", log.display()))?;
    let before = files(&findings);
    let started = Instant::now();
    let mut command = Command::new(programs.join(target));
    command
        .arg(&corpus)
        .arg(&seeds)
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-max_len={MAX_LENGTH}"))
        .arg(format!("-dict={}", words.display()))
        .arg(format!("-artifact_prefix={}{}", findings.display(), std::path::MAIN_SEPARATOR))
        .args(["-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1"])
        .stderr(output)
        .stdout(std::process::Stdio::null());
    let done = command.status().map_err(|e| format!("{target} cannot be started: {e}"))?;
    let said = fs::read_to_string(&log).unwrap_or_default();
    let new: Vec<_> = files(&findings).difference(&before).cloned().collect();
    if !done.success() && new.is_empty() {
        return Err(format!("{target} has ended without a finding; see {}", log.display()));
    }
    let seconds = started.elapsed().as_secs_f64();
    Ok(Report { target: target.to_owned(), executions: executions(&said), findings: new, seconds })
}

/// How many inputs a run has tried, as the fuzzer says it at the end; after a finding, as it last said.
fn executions(log: &str) -> u64 {
    let total =
        log.lines().rev().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    let last =
        || log.lines().rev().find_map(|line| line.strip_prefix('#')?.split_whitespace().next());
    total.or_else(last).and_then(|number| number.trim().parse().ok()).unwrap_or_default()
}

/// Copies what the target may begin with into one folder, under names that cannot collide.
fn sow(target: &str, seeds: &Path) -> Outcome {
    let root = place::root()?;
    let mut folders: Vec<PathBuf> = SEEDS.iter().map(|folder| root.join(folder)).collect();
    let corpus = std::env::var_os("TRANGBAO_CORPUS").map(|corpus| root.join(corpus));
    if corpus.is_none() {
        ui::note("TRANGBAO_CORPUS is not set: the seeds are those of the repository alone");
    }
    for corpus in corpus.iter() {
        folders
            .extend(fs::read_dir(corpus).into_iter().flatten().flatten().map(|entry| entry.path()));
        folders.push(corpus.join("../hostile/json/nst"));
        folders.push(corpus.join("../hostile/json/raw"));
    }
    let mut texts = Vec::new();
    for file in folders.iter().flat_map(|folder| files(folder)) {
        let bytes = fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        if target == "html" {
            collect_html(&bytes, &mut texts);
        } else if bytes.len() <= MAX_LENGTH {
            texts.push(bytes);
        }
    }
    let payloads = corpus.map(|corpus| corpus.join("../hostile/html-payloads.json"));
    if let (true, Some(Ok(bytes))) = (target == "html", payloads.map(fs::read)) {
        collect_html(&bytes, &mut texts);
    }
    for (number, text) in texts.iter().enumerate() {
        let path = seeds.join(format!("seed-{number}"));
        fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

/// Every text of a file with a tag in it.
fn collect_html(bytes: &[u8], out: &mut Vec<Vec<u8>>) {
    fn walk(json: &serde_json::Value, out: &mut Vec<Vec<u8>>) {
        match json {
            serde_json::Value::String(text) if text.contains('<') && text.len() <= MAX_LENGTH => {
                out.push(text.clone().into_bytes());
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| walk(item, out)),
            serde_json::Value::Object(members) => members.values().for_each(|item| walk(item, out)),
            _ => {}
        }
    }
    if let Ok(json) = serde_json::from_slice(bytes) {
        walk(&json, out);
    }
}

/// The words that the readers know, so that the fuzzer need not guess the name of a field.
fn dictionary() -> Outcome<String> {
    let mut words = BTreeSet::new();
    let mut folders = vec![place::root()?.join("src/formats")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap_or_default();
            words.extend(
                text.split('"').skip(1).step_by(2).filter(|it| is_word(it)).map(str::to_owned),
            );
        }
    }
    Ok(words.iter().map(|word| format!("\"{word}\"\n")).collect())
}

fn is_word(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || "@:_-/.".contains(c);
    (2..40).contains(&text.len()) && text.chars().all(fits)
}

/// The files of a folder; none where there is no such folder.
fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect()
}

/// Prints what each came to; an error where something was found.
fn table(reports: &[Report]) -> Outcome {
    println!("{:<15}{:>15}{:>10}{:>10}", "target", "executions", "a second", "findings");
    for Report { target, executions, findings, seconds } in reports {
        let rate = (*executions as f64 / seconds.max(1.0)) as u64;
        let (total, rate) = (ui::bytes(*executions), ui::bytes(rate));
        println!("{target:<15}{total:>15}{rate:>10}{:>10}", findings.len());
    }
    let found: Vec<_> = reports
        .iter()
        .flat_map(|report| &report.findings)
        .map(|path| path.display().to_string())
        .collect();
    if found.is_empty() {
        return Ok(());
    }
    Err(format!(
        "these inputs break something; mend it, and put each into tests/fixtures/regressions/:\n{}",
        found.join("\n")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn executions_are_read_off_the_log() {
        assert_eq!(
            executions("#12 NEW cov: 3\nstat::number_of_executed_units: 4096\nstat::x: 1"),
            4096
        );
        assert_eq!(executions("#2 INITED\n#77\tNEW    cov: 3\n==1== ERROR: libFuzzer"), 77);
    }

    #[test]
    fn the_dictionary_has_the_names_of_fields() {
        let words = dictionary().unwrap();
        for word in ["headline", "content_html", "@graph", "image/svg+xml"] {
            assert_eq!(words.contains(&format!("\"{word}\"\n")), !word.contains('+'), "{word}");
        }
    }

    #[test]
    fn every_target_has_a_program() {
        let targets = targets().unwrap();
        assert_eq!(targets.len(), 13);
        for target in targets {
            let path = place::root().unwrap().join(format!("fuzz/fuzz_targets/{target}.rs"));
            assert!(path.is_file(), "{}", path.display());
        }
    }
}
