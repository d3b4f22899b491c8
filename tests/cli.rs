//! The command, as a person or a build job runs it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "this is a test")]

#[path = "cli/check.rs"]
mod check;
#[path = "cli/convert.rs"]
mod convert;
#[path = "cli/readme.rs"]
mod readme;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run of the command came to.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trangbao"));
    command.args(arguments).current_dir(root("tests/fixtures/check"));
    command
}

fn run(arguments: &[&str]) -> Ran {
    run_with(arguments, "")
}

fn run_with(arguments: &[&str], input: &str) -> Ran {
    let mut command = command(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // It need not read it.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// It is refused as wrong usage, in these words among others.
#[track_caller]
fn refused(arguments: &[&str], words: &str) {
    let ran = run(arguments);
    assert_eq!((ran.code, &*ran.out), (2, ""), "{arguments:?}: {}", ran.err);
    assert!(
        ran.err.starts_with("trangbao: ") && ran.err.contains(words),
        "{arguments:?}: {}",
        ran.err
    );
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A folder for one test, which goes with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn put(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn it_says_what_it_can_do() {
    for arguments in [&["--help"][..], &["-h"], &["help"], &["help", "help"]] {
        let ran = run(arguments);
        assert_eq!((ran.code, &*ran.err), (0, ""));
        for name in ["check", "convert", "site", "schema"] {
            assert!(ran.out.contains(&format!("trangbao {name}")), "{}", ran.out);
        }
    }
    for name in ["check", "convert", "site", "schema"] {
        let ran = run(&["help", name]);
        assert_eq!(ran.code, 0);
        assert!(ran.out.starts_with(&format!("usage: trangbao {name}")), "{}", ran.out);
        assert_eq!(run(&[name, "--help"]).out, ran.out);
    }
    let version = format!("trangbao {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(run(&["--version"]).out, version);
    assert_eq!(
        run(&["schema"]).out,
        std::fs::read_to_string(root("static/schema/article.schema.json")).unwrap()
    );
}

#[test]
fn wrong_usage_is_told_from_wrong_files() {
    refused(&[], "usage: trangbao check");
    refused(&["chek", "tot.json"], "no command is called \"chek\"");
    refused(&["help", "chek"], "no command is called \"chek\"");
    refused(&["check"], "check what?");
    refused(&["check", "--quick", "tot.json"], "check has no option --quick");
    refused(&["check", "--json=yes", "tot.json"], "--json takes no value");
    refused(&["check", "-", "-"], "name - once");
    refused(&["check", "--format", "word", "tot.json"], "no format is called \"word\": there are ");
    refused(&["check", "tot.json", "--format"], "--format needs a value");
    refused(&["check", "--base", "bai/", "tot.json"], "--base takes an address");
    refused(&["convert"], "convert what?");
    refused(&["convert", "tot.json", "mat.json"], "one file at a time");
    refused(&["convert", "tot.json", "--to", "pdf"], "not \"pdf\"");
    refused(&["convert", "tot.json", "--number", "0"], "a whole number from 1");
    refused(&["schema", "x"], "no arguments");
    refused(&["site"], "site needs --articles DIR");
    refused(&["site", "x"], "name the folder with --articles");
    refused(&["site", "--fast"], "site has no option --fast");
    let site = ["site", "--articles", ".", "--out"];
    refused(&[&site[..], &["../x"]].concat(), "site needs --base-url URL");
    refused(&[&site[..], &["../x", "--base-url", "bao"]].concat(), "--base-url takes an address");
    refused(
        &[&site[..], &["./x", "--base-url", "https://bao.example"]].concat(),
        "lies in the folder",
    );
}

#[test]
fn nobody_has_to_read_to_the_end() {
    let folder = Folder::new("pipe");
    let paragraph = r#"{"type":"paragraph","text":""},"#.repeat(900);
    for index in 0..40 {
        folder.put(
            &format!("{index}.json"),
            &format!(r#"{{"headline":"Tin","body":[{paragraph}"x"]}}"#),
        );
    }
    let long = folder.put(
        "long.json",
        &format!(r#"{{"headline":"Tin","articleBody":"{}"}}"#, "chữ ".repeat(200_000)),
    );
    for arguments in
        [&["check", folder.path()][..], &["check", "--json", folder.path()], &["convert", &long]]
    {
        let mut command = command(arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}
