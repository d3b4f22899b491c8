//! The suites of `cargo xtask test`: what each of them runs, and with which programs.

use crate::run::{self, Run};
use crate::tools::browsers::{self, Browser, Engine};
use crate::tools::{self, Need, Tools, nginx, node};
use crate::ui::Outcome;
use crate::{build, place, size, ui};
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// What a suite has come to.
pub struct Report {
    pub name: String,
    pub passed: u64,
    pub failed: u64,
    /// Why it has not run at all.
    pub not_run: Option<String>,
    pub time: Duration,
}

impl Report {
    fn of(name: impl Into<String>, run: &Run) -> Self {
        Self {
            name: name.into(),
            passed: run.passed,
            failed: run.failed,
            not_run: None,
            time: run.time,
        }
    }

    fn not_run(name: impl Into<String>, reason: &str) -> Self {
        Self {
            name: name.into(),
            passed: 0,
            failed: 0,
            not_run: Some(reason.to_owned()),
            time: Duration::ZERO,
        }
    }

    /// A step that is no test run, such as the size check: it holds or it does not.
    fn check(name: &str, started: Instant, outcome: Outcome) -> Self {
        if let Err(message) = &outcome {
            eprintln!("error: {message}");
        }
        Self {
            name: name.to_owned(),
            passed: u64::from(outcome.is_ok()),
            failed: u64::from(outcome.is_err()),
            not_run: None,
            time: started.elapsed(),
        }
    }
}

/// Everything that the suites share.
pub struct Suites {
    root: PathBuf,
    tools: Tools,
    engines: Vec<(Engine, Outcome<Browser>)>,
    /// What serves the sites of the native tests.
    nginx: Option<Outcome<PathBuf>>,
    display: Option<run::Display>,
    /// The build that runs beside the other suites, and what it says.
    aside: Option<(Child, PathBuf)>,
}

impl Suites {
    /// Installs what the parts need.
    pub fn prepare(native: bool, web: bool, e2e: bool, engines: &[Engine]) -> Outcome<Self> {
        let mut needs = Vec::new();
        if web {
            needs.push(Need::WebTests);
        }
        if e2e {
            needs.push(Need::Build);
            node::check()?;
        }
        let tools = tools::ensure(&needs)?;
        let engines = if web || e2e { browsers::ensure(engines) } else { Vec::new() };
        let webkit =
            engines.iter().any(|(engine, found)| *engine == Engine::WebKit && found.is_ok());
        let display = (webkit && browsers::needs_screen()).then(run::Display::start).transpose()?;
        let nginx = native.then(nginx::ensure);
        let suites = Self { root: place::root()?, tools, engines, nginx, display, aside: None };
        if native || web {
            // Both compile for this machine and for wasm; the first line says which of them takes so long.
            ui::note("a first run compiles everything; later ones take what has not changed");
        }
        Ok(suites)
    }

    /// Starts the release build beside what comes next; its words are kept until they are needed.
    pub fn build_aside(&mut self) -> Outcome {
        let log = place::target()?.join("test-build.log");
        let say = |e: std::io::Error| format!("the build cannot be started: {e}");
        let file = File::create(&log).map_err(say)?;
        let child = Command::new(std::env::current_exe().map_err(say)?)
            .arg("build")
            .current_dir(&self.root)
            .stdout(file.try_clone().map_err(say)?)
            .stderr(file)
            .spawn()
            .map_err(say)?;
        self.aside = Some((child, log));
        Ok(())
    }

    /// rustfmt, clippy for both targets, and the tests of this machine.
    pub fn native(&self) -> Vec<Report> {
        let wasm = ["--target", "wasm32-unknown-unknown"];
        let clippy = ["clippy", "--quiet", "--all-targets"];
        let strict = ["--", "-D", "warnings"];
        let mut reports: Vec<_> = [
            ("rustfmt", vec!["fmt", "--all", "--check"]),
            ("clippy", [&clippy[..], &["--workspace"], &strict].concat()),
            ("clippy wasm32", [&clippy[..], &wasm, &strict].concat()),
            ("native", vec!["test", "--workspace", "--no-fail-fast"]),
        ]
        .into_iter()
        .map(|(name, words)| {
            ui::step(format!("{name}: cargo {}", words.join(" ")));
            Report::of(name, &run::run(self.cargo().args(words), name == "native"))
        })
        .collect();
        if let Some(Err(reason)) = &self.nginx {
            reports.push(Report::not_run("nginx", reason));
        }
        reports
    }

    /// The wasm tests in each engine.
    pub fn web(&self) -> Vec<Report> {
        self.engines
            .iter()
            .map(|(engine, found)| {
                let name = format!("web {}", engine.name());
                match found {
                    Err(reason) => Report::not_run(name, reason),
                    Ok(browser) => self.web_in(*engine, browser, &name),
                }
            })
            .collect()
    }

    fn web_in(&self, engine: Engine, browser: &Browser, name: &str) -> Report {
        let (browser_word, driver_word) = match engine {
            Engine::Chromium => ("--chrome", "--chromedriver"),
            Engine::Firefox => ("--firefox", "--geckodriver"),
            Engine::WebKit => ("--safari", "--safaridriver"),
        };
        ui::step(format!("{name}: wasm-pack test --headless {browser_word}"));
        let mut command = Command::new(self.tools.program("wasm-pack"));
        command
            .args(["test", "--headless", "--mode", "no-install", browser_word, driver_word])
            .arg(&browser.driver)
            .current_dir(&self.root)
            .envs(self.display.as_ref().map(run::Display::variable));
        match self.tools.path() {
            Ok(path) => command.env("PATH", path),
            Err(_) => &mut command,
        };
        Report::of(name, &run::run(&mut command, true))
    }

    /// The end-to-end tests on the production build, and its size.
    pub fn e2e(&mut self) -> Vec<Report> {
        let started = Instant::now();
        let built = match self.aside.take() {
            Some((child, log)) => wait(child, &log),
            None => build::dist().and_then(|dist| build::build("/", &dist)),
        };
        let fine = built.is_ok();
        let mut reports = vec![Report::check("release build", started, built)];
        if !fine {
            let reason = "the release could not be built";
            reports.push(Report::not_run("e2e", reason));
            reports.push(Report::not_run("size", reason));
            return reports;
        }
        reports.push(self.playwright());
        for (engine, found) in &self.engines {
            if let Err(reason) = found {
                reports.push(Report::not_run(format!("e2e {}", engine.name()), reason));
            }
        }
        ui::step("size: the download against its budget");
        let started = Instant::now();
        let outcome = build::dist().and_then(|dist| size::check(&dist));
        reports.push(Report::check("size", started, outcome));
        reports
    }

    fn playwright(&self) -> Report {
        let folder = self.root.join("tests/e2e");
        let started = Instant::now();
        let packages =
            [&folder, &self.root.join("bench")].into_iter().try_for_each(|f| node::packages(f));
        let ready = packages.and_then(|()| self.command());
        let (files, own) = match ready.and_then(|own| Ok((test_files(&folder)?, own))) {
            Ok(ready) => ready,
            Err(message) => return Report::check("e2e", started, Err(message)),
        };
        ui::step(format!("e2e: node --test, {} files", files.len()));
        let mut command = Command::new("node");
        command
            .args(["--test", "--test-reporter=spec", "--test-concurrency=2"])
            .args(files)
            .current_dir(&self.root)
            .env("TRANGBAO_COMMAND", own)
            .envs(self.browser_variables());
        Report::of("e2e", &run::run(&mut command, true))
    }

    /// The command `trangbao`, with which the end-to-end tests make a site.
    fn command(&self) -> Outcome<PathBuf> {
        let built = self.cargo().args(["build", "--quiet"]).status();
        match built.map_err(|e| format!("cargo cannot be started: {e}"))?.success() {
            true => Ok(place::target()?.join("debug/trangbao")),
            false => Err("the command could not be built; its messages are above".to_owned()),
        }
    }

    /// How the end-to-end tests know where everything is; an engine that is not there has no variable.
    fn browser_variables(&self) -> Vec<(&'static str, OsString)> {
        let mut variables = Vec::new();
        if let Ok(own) = std::env::current_exe() {
            variables.push(("TRANGBAO_XTASK", own.into_os_string()));
        }
        for (engine, found) in &self.engines {
            let (program, driver) = match engine {
                Engine::Chromium => ("TRANGBAO_CHROMIUM", "TRANGBAO_CHROMEDRIVER"),
                Engine::Firefox => ("TRANGBAO_FIREFOX", "TRANGBAO_GECKODRIVER"),
                Engine::WebKit => ("TRANGBAO_MINIBROWSER", "TRANGBAO_WEBKITDRIVER"),
            };
            if let Ok(browser) = found {
                let whole = &browser.program;
                let own = match engine {
                    Engine::Chromium => {
                        variables.push(("TRANGBAO_WHOLE_CHROMIUM", whole.into()));
                        browsers::without_window(whole)
                    }
                    Engine::Firefox | Engine::WebKit => whole.clone(),
                };
                variables.push((program, own.into_os_string()));
                variables.push((driver, browser.driver.clone().into_os_string()));
            }
        }
        variables.extend(self.display.as_ref().map(run::Display::variable));
        variables
    }

    fn cargo(&self) -> Command {
        let mut command = Command::new("cargo");
        command.current_dir(&self.root);
        if let Some(Ok(nginx)) = &self.nginx {
            command.env("TRANGBAO_NGINX", nginx);
        }
        command
    }
}

/// Waits for the build that runs beside, and shows what it has said when it has failed.
fn wait(mut child: Child, log: &Path) -> Outcome {
    ui::step("Waiting for the release build");
    if child.wait().is_ok_and(|status| status.success()) {
        return Ok(());
    }
    eprintln!("{}", fs::read_to_string(log).unwrap_or_default());
    Err("the release could not be built; its messages are above".to_owned())
}

/// Node 20 knows no patterns here, so the files are listed for it.
fn test_files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(|e| format!("{}: {e}", folder.display()))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(format!("{} holds no *.test.mjs", folder.display()));
    }
    Ok(files)
}
