//! Runs a suite's program: its words go to the screen as they come, and its tests are counted on the way.

use crate::ui::Outcome;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// What a program has come to.
#[derive(Debug, Default, PartialEq)]
pub struct Run {
    pub passed: u64,
    pub failed: u64,
    pub time: Duration,
}

/// Runs a program. One that counts no tests, such as rustfmt, is one check itself.
pub fn run(command: &mut Command, counts: bool) -> Run {
    let started = Instant::now();
    let mut run = Run::default();
    let mut fine = false;
    match command.stdout(Stdio::piped()).spawn() {
        Err(e) => eprintln!("error: {} cannot be started: {e}", command.get_program().display()),
        Ok(mut child) => {
            if let Some(output) = child.stdout.take() {
                show(BufReader::new(output), &mut run);
            }
            fine = child.wait().is_ok_and(|status| status.success());
        }
    }
    if !counts {
        run.passed = u64::from(fine);
        run.failed = u64::from(!fine);
    } else if !fine && run.failed == 0 {
        // It did not compile, or broke before its tests could say anything.
        run.failed = 1;
    } else if fine && run.passed == 0 {
        eprintln!("error: not one test was run");
        run.failed = 1;
    }
    run.time = started.elapsed();
    run
}

fn show(mut output: impl BufRead, run: &mut Run) {
    let mut line = Vec::new();
    while output.read_until(b'\n', &mut line).is_ok_and(|count| count > 0) {
        let text = String::from_utf8_lossy(&line);
        print!("{text}");
        count(text.trim(), run);
        line.clear();
    }
}

/// Reads the lines by which Rust's test programs, wasm-bindgen's and Node's say how many tests there were.
fn count(line: &str, run: &mut Run) {
    if let Some(result) = line.strip_prefix("test result: ") {
        let number = |what: &str| {
            result
                .split([';', '.'])
                .find_map(|part| part.trim().strip_suffix(what))
                .and_then(|number| number.trim().parse::<u64>().ok())
                .unwrap_or_default()
        };
        run.passed += number("passed");
        run.failed += number("failed");
        return;
    }
    let mut words = line.split(' ');
    if !matches!(words.next(), Some("#" | "ℹ")) {
        return;
    }
    let (Some(what), Some(Ok(number)), None) =
        (words.next(), words.next().map(str::parse::<u64>), words.next())
    else {
        return;
    };
    match what {
        "pass" => run.passed += number,
        "fail" | "cancelled" => run.failed += number,
        _ => {}
    }
}

/// A screen without a monitor, for the engine that has no headless mode. It ends with this value.
pub struct Display {
    server: Child,
    name: OsString,
}

impl Display {
    /// Starts one and learns its number from it.
    pub fn start() -> Outcome<Self> {
        let say =
            |why: String| format!("Xvfb does not start ({why}); set DISPLAY to a screen that runs");
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|e| say(e.to_string()))?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            // A server that fails closes its output, and the line stays empty.
            let _ = BufReader::new(output).read_line(&mut number);
        }
        let number = number.trim();
        if number.is_empty() {
            let _ = server.kill();
            return Err(say("it named no screen".to_owned()));
        }
        let name = OsString::from(format!(":{number}"));
        Ok(Self { server, name })
    }

    /// What a program that draws must be told.
    pub fn variable(&self) -> (&'static str, OsString) {
        ("DISPLAY", self.name.clone())
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(text: &str) -> (u64, u64) {
        let mut run = Run::default();
        text.lines().for_each(|line| count(line.trim(), &mut run));
        (run.passed, run.failed)
    }

    #[test]
    fn rust_and_wasm_tests_are_summed_over_their_programs() {
        let text = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
            test a ... ok\n\
            test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out; finished in 1.95s\n";
        assert_eq!(counted(text), (15, 2));
    }

    #[test]
    fn node_counts_what_it_has_cancelled_as_failed() {
        let text = "ℹ tests 9\nℹ pass 6\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\nℹ duration_ms 5\n# pass the salt\n";
        assert_eq!(counted(text), (6, 2));
    }
}
