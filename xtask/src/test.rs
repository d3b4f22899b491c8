//! `cargo xtask test`: every suite, one after the other, and a summary at the end.

use crate::args::Args;
use crate::suites::{Report, Suites};
use crate::tools::browsers::Engine;
use crate::ui;
use crate::ui::Outcome;
use std::env;

/// Runs the named part, or everything. A suite that fails does not keep the others from running.
pub fn command(mut args: Args) -> Outcome {
    let engines = Engine::list(args.value("--engines")?.as_deref())?;
    let strict =
        args.switch("--require-all") || env::var("CI").is_ok_and(|v| v == "true" || v == "1");
    let part = args.word();
    args.end()?;
    let (native, web, e2e) = match part.as_deref() {
        None => (true, true, true),
        Some("native") => (true, false, false),
        Some("web") => (false, true, false),
        Some("e2e") => (false, false, true),
        Some(other) => return Err(format!("test {other}: the parts are native, web and e2e")),
    };

    let mut suites = Suites::prepare(native, web, e2e, &engines)?;
    let mut reports = Vec::new();
    if e2e && (native || web) {
        // The release build has long stretches that keep one processor busy; the other suites use the rest.
        suites.build_aside()?;
    }
    if native {
        reports.extend(suites.native());
    }
    if web {
        reports.extend(suites.web());
    }
    if e2e {
        reports.extend(suites.e2e());
    }
    summary(&reports, strict)
}

fn summary(reports: &[Report], strict: bool) -> Outcome {
    let (mut passed, mut failed) = (0, 0);
    println!("\nSummary");
    for report in reports {
        passed += report.passed;
        failed += report.failed;
        match &report.not_run {
            Some(reason) => {
                println!("  {:<18} NOT RUN: {reason}", report.name);
                failed += u64::from(strict);
            }
            None => println!(
                "  {:<18} {}  {} passed, {} failed  ({})",
                report.name,
                if report.failed == 0 { "ok    " } else { "FAILED" },
                report.passed,
                report.failed,
                ui::seconds(report.time)
            ),
        }
    }
    if strict && reports.iter().any(|report| report.not_run.is_some()) {
        println!("  Every suite is required here, so one that was not run counts as a failure.");
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 { Ok(()) } else { Err(String::new()) }
}
