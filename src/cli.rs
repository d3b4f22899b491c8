//! The command: what editors and build jobs use.
//!
//! [`args`] says what was asked for; `check`, `convert`, `schema` and `site` do it. [`file`] reads what
//! stands on disk, [`report`] is what there is to say of it.

mod args;
mod check;
mod convert;
mod file;
mod help;
mod html;
mod progress;
mod relative;
mod report;
mod schema;
mod site;
mod walk;
mod workers;

use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use args::Command;

/// Why a command ended early.
enum Failure {
    /// It was called wrongly.
    Usage(String),
    /// It cannot do what was asked.
    Cannot(String),
    /// What it prints goes nowhere.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Runs the command: 0 for success, 1 where something cannot be shown, 2 for wrong usage.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let done = args::parse(arguments).map_err(Failure::Usage).and_then(|command| match command {
        Command::Check(check) => check::run(&check),
        Command::Convert(convert) => convert::run(&convert),
        Command::Site(site) => site::run(&site),
        Command::Schema => print(schema::SCHEMA),
        Command::Help(text) => print(text),
        Command::Version => print(concat!("trangbao ", env!("CARGO_PKG_VERSION"), "\n")),
    });
    match done {
        Ok(all_well) => ExitCode::from(u8::from(!all_well)),
        Err(Failure::Usage(message)) => {
            say(&format!("trangbao: {}", message.trim_end()));
            ExitCode::from(2)
        }
        Err(Failure::Cannot(message)) => {
            say(&message);
            ExitCode::FAILURE
        }
        // Whoever read it, such as `head`, has read enough.
        Err(Failure::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => {
            say(&format!("trangbao: the output cannot be written: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn print(text: &str) -> Result<bool, Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(true)
}

/// Says something to the person; that nobody may be listening is no reason to stop.
fn say(message: &str) {
    let _ = writeln!(io::stderr().lock(), "{message}");
}
