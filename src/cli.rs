//! The command: what editors and build jobs use.

use std::process::ExitCode;

use crate::formats::{Found, Opened, Source, Wanted, names, parse_any};
use crate::html;
use crate::safe_url::standard;
use crate::text::word_count;
use crate::write;

const USAGE: &str = "\
usage: trangbao check FILE...
       trangbao convert FILE [--number N]

check    reads article JSON of any known format and says whether it can be shown, with a warning
         for whatever cannot
convert  prints it as JSON of the native format; --number chooses one of several articles, from 1

Exit code: 0 all can be shown, 1 one cannot, 2 wrong usage.";

/// Runs the command.
pub fn run(arguments: impl Iterator<Item = String>) -> ExitCode {
    let words: Vec<String> = arguments.collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match &words[..] {
        ["check", files @ ..] if !files.is_empty() => {
            // Every file is checked, whatever the others had.
            let failed = files.iter().filter(|file| !check(file)).count();
            ExitCode::from(u8::from(failed > 0))
        }
        ["convert", file] => convert(file, None),
        ["convert", file, "--number", number] => match number.parse() {
            Ok(number) if number > 0 => convert(file, Some(number)),
            _ => wrong(&format!("--number {number}: articles are counted from 1")),
        },
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}\nFormats: {}.", names().collect::<Vec<_>>().join(", "));
            ExitCode::SUCCESS
        }
        _ => wrong(USAGE),
    }
}

fn wrong(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(2)
}

/// Reads a file; the message says why it cannot be shown.
fn open(file: &str, number: Option<usize>) -> Result<Opened, String> {
    let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    // Relative addresses need something to be relative to; where that is does not matter here.
    let source = Source { address: Some("https://localhost/"), resolve: standard };
    let wanted = Wanted { html: html::standard, format: None, number };
    parse_any(&bytes, &source, wanted).map_err(|error| format!("{file}: {error}"))
}

/// Prints what there is to say of a file; false where it cannot be shown.
fn check(file: &str) -> bool {
    let opened = match open(file, None) {
        Ok(opened) => opened,
        Err(message) => {
            eprintln!("{message}");
            return false;
        }
    };
    let format = opened.format;
    match &opened.found {
        Found::Article(article) => {
            let (blocks, words) = (article.body.len(), word_count(article));
            println!("{file}: {format}: {}: {blocks} blocks, {words} words", article.headline);
        }
        Found::Catalogue(list) => {
            println!("{file}: {format}: {} articles", list.items.len());
        }
    }
    for warning in &opened.warnings {
        println!("{file}: {warning}");
    }
    true
}

fn convert(file: &str, number: Option<usize>) -> ExitCode {
    match open(file, number).map(|opened| opened.found) {
        Ok(Found::Article(article)) => print!("{}", write::article(&article, true)),
        Ok(Found::Catalogue(list)) => print!("{}", write::catalogue(&list, true)),
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(1);
        }
    }
    ExitCode::SUCCESS
}
