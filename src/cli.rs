//! The command: what editors and build jobs use.

use std::process::ExitCode;

use crate::formats::{Source, parse};
use crate::safe_url::standard;
use crate::text::word_count;

const USAGE: &str = "\
usage: trangbao check FILE...

Reads article JSON and says whether it can be shown, with a warning for whatever cannot.
Exit code: 0 all can be shown, 1 one cannot, 2 wrong usage.";

/// Runs the command.
pub fn run(mut arguments: impl Iterator<Item = String>) -> ExitCode {
    let command = arguments.next();
    let files: Vec<String> = arguments.collect();
    match command.as_deref() {
        Some("check") if !files.is_empty() => {
            // Every file is checked, whatever the others had.
            let failed = files.iter().filter(|file| !check(file)).count();
            ExitCode::from(u8::from(failed > 0))
        }
        Some("help" | "--help" | "-h") => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// Prints what there is to say of a file; false where it cannot be shown.
fn check(file: &str) -> bool {
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{file}: {error}");
            return false;
        }
    };
    // Relative addresses need something to be relative to; where that is does not matter here.
    let source = Source { address: Some("https://localhost/"), resolve: standard };
    match parse(&bytes, &source) {
        Ok(parsed) => {
            let (article, blocks) = (&parsed.article, parsed.article.body.len());
            println!(
                "{file}: {}: {blocks} blocks, {} words",
                article.headline,
                word_count(article)
            );
            for warning in &parsed.warnings {
                println!("{file}: {warning}");
            }
            true
        }
        Err(error) => {
            eprintln!("{file}: {error}");
            false
        }
    }
}
