//! The project's chores, as `cargo xtask <command>`: this file reads the command and hands over.
//!
//! `tools` installs what a command needs, `build` and `finish` make `dist/`, `serve` shows it, `test` and `size` judge it.

mod args;
mod bench;
mod build;
mod compress;
mod copies;
mod corpus;
mod csp;
mod element;
mod embed;
mod finish;
mod fuzz;
mod hash;
mod http;
mod imports;
mod offline;
mod page;
mod place;
mod run;
mod scripts;
mod serve;
mod size;
mod static_files;
mod styles;
mod suites;
mod test;
mod tighten;
mod tools;
mod ui;

use std::process::ExitCode;

const USAGE: &str = "\
The chores of Trang Báo. Whatever a command needs and this machine lacks is installed first.

  cargo xtask serve   build the release and serve it on http://127.0.0.1:8080
      --port N            another port; 0 takes a free one
      --base-path /x/     below a path instead of at the root
      --no-build          serve what is in dist/ already
      --dir FOLDER        serve this folder instead of dist/ (with --no-build)
      --mount /x/=FOLDER  another folder below the same origin; may be repeated
  cargo xtask build   write dist/, ready for any static host
      --base-path /x/     for a page that will live below a path
      --dir FOLDER        into this folder instead of dist/
  cargo xtask test [native|web|e2e]
                      run every test, or one part
      --engines LIST      of chromium,firefox,webkit; all by default
      --require-all       an engine that cannot run counts as a failure (so does CI=true)
  cargo xtask size    compare the download with its budget
      --dir FOLDER        of the page in this folder instead of dist/
  cargo xtask bench   measure the viewer beside a page by hand, Preact and React; write docs/performance.md
      --runs N            rounds, 5 by default
      --blocks LIST       the articles' lengths, 24,2000,10000 by default
      --quick             one round of 24 blocks, without Lighthouse
      --lighthouse-only   Lighthouse alone
      --no-lighthouse     without it
      --check             a limit that is missed counts as a failure
      --no-build          measure what is in dist/ already
  cargo xtask corpus DIR
                      how much of real articles comes through: a folder a format, against the bar of 99.5 % of the words
  cargo xtask fuzz [SECONDS] [TARGET...]
                      try inputs that nobody thought of: each format, and HTML; a minute each by default
  cargo xtask finish  what Trunk's hook runs on a page that Trunk has just written
";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let rest = args::Args::new(words);
    let outcome = match command.as_str() {
        "serve" => serve::command(rest),
        "build" => build::command(rest),
        "test" => test::command(rest),
        "size" => size::command(rest),
        "bench" => bench::command(rest),
        "corpus" => corpus::command(rest),
        "fuzz" => fuzz::command(rest),
        "finish" => finish::command(rest),
        "" | "help" | "--help" | "-h" => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        other => Err(format!("there is no command '{other}'\n\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        // A command that has already said what is wrong ends with an empty message.
        Err(message) if message.is_empty() => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}
