//! What was asked for on the command line.

mod site;

pub(super) use site::Site;

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use super::help;
use crate::formats;
use crate::safe_url::{origin, standard};

/// One thing to do.
pub(super) enum Command {
    Check(Check),
    Convert(Convert),
    Schema,
    Site(Site),
    /// Print this.
    Help(&'static str),
    Version,
}

/// How files are read.
#[derive(Default)]
pub(super) struct Reading {
    /// The format, where it is not to be told from the content.
    pub(super) format: Option<String>,
    /// Where the file, or its folder, is on the web.
    pub(super) base: Option<String>,
}

/// `trangbao check`
#[derive(Default)]
pub(super) struct Check {
    pub(super) paths: Vec<PathBuf>,
    pub(super) json: bool,
    pub(super) strict: bool,
    pub(super) reading: Reading,
}

/// `trangbao convert`
pub(super) struct Convert {
    pub(super) path: PathBuf,
    pub(super) output: Option<PathBuf>,
    pub(super) to: Target,
    pub(super) number: Option<usize>,
    pub(super) reading: Reading,
}

/// What an article is written as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Native,
    Text,
    Html,
}

/// Reads the arguments. `Err` says what is wrong with them, and what to type instead.
pub(super) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let mut arguments = arguments.peekable();
    let Some(first) = arguments.next() else {
        return Err(format!("what shall be done?\n\n{}", help::OVERVIEW));
    };
    let first = first.to_string_lossy();
    let wants_help = |argument: &OsString| argument == "--help" || argument == "-h";
    let mut rest: Vec<OsString> = arguments.collect();
    let dashes = rest.iter().position(|argument| argument == "--").unwrap_or(rest.len());
    if rest.iter().take(dashes).any(wants_help) {
        return help_on(&first);
    }
    match &*first {
        "check" => check(&mut Arguments::new(rest)),
        "convert" => convert(&mut Arguments::new(rest)),
        "schema" if rest.is_empty() => Ok(Command::Schema),
        "schema" => Err("schema takes no arguments: it prints to standard output".to_owned()),
        "site" => site::parse(&mut Arguments::new(rest)),
        "help" if rest.len() > 1 => Err("help takes one command: trangbao help check".to_owned()),
        "help" => match rest.pop() {
            Some(name) => help_on(&name.to_string_lossy()),
            None => Ok(Command::Help(help::OVERVIEW)),
        },
        "--help" | "-h" => Ok(Command::Help(help::OVERVIEW)),
        "--version" | "-V" => Ok(Command::Version),
        name => Err(no_command(name)),
    }
}

fn no_command(name: &str) -> String {
    format!("no command is called \"{name}\": there are check, convert, site, schema and help")
}

fn help_on(name: &str) -> Result<Command, String> {
    Ok(Command::Help(match name {
        "check" => help::CHECK,
        "convert" => help::CONVERT,
        "schema" => help::SCHEMA,
        "site" => help::SITE,
        "help" => help::OVERVIEW,
        name if name.starts_with('-') => help::OVERVIEW,
        name => return Err(no_command(name)),
    }))
}

fn check(arguments: &mut Arguments) -> Result<Command, String> {
    let mut check = Check::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Argument::Path(path) => {
                if path == OsStr::new("-") && check.paths.contains(&path) {
                    return Err("standard input can be read once: name - once".to_owned());
                }
                check.paths.push(path);
            }
            Argument::Option(name) => match &*name {
                "--json" => check.json = arguments.flag(&name)?,
                "--strict" => check.strict = arguments.flag(&name)?,
                _ => check.reading.option(&name, arguments, "check")?,
            },
        }
    }
    if check.paths.is_empty() {
        return Err("check what? Name files or folders, or - for standard input".to_owned());
    }
    Ok(Command::Check(check))
}

fn convert(arguments: &mut Arguments) -> Result<Command, String> {
    let mut paths = Vec::new();
    let (mut output, mut number, mut to) = (None, None, Target::Native);
    let mut reading = Reading::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Argument::Path(path) => paths.push(path),
            Argument::Option(name) => match &*name {
                "-o" | "--output" => output = Some(arguments.value(&name)?.into()),
                "--to" => {
                    to = match &*arguments.text(&name)? {
                        "native" => Target::Native,
                        "text" => Target::Text,
                        "html" => Target::Html,
                        other => {
                            return Err(format!("--to native, text or html, not \"{other}\""));
                        }
                    }
                }
                "--number" => {
                    let text = arguments.text(&name)?;
                    let one = text.parse().ok().filter(|number| *number > 0);
                    let wrong = || format!("--number takes a whole number from 1, not \"{text}\"");
                    number = Some(one.ok_or_else(wrong)?);
                }
                _ => reading.option(&name, arguments, "convert")?,
            },
        }
    }
    match paths.pop() {
        Some(path) if paths.is_empty() => {
            Ok(Command::Convert(Convert { path, output, to, number, reading }))
        }
        Some(_) => Err("convert takes one file at a time".to_owned()),
        None => Err("convert what? Name a file, or - for standard input".to_owned()),
    }
}

impl Reading {
    /// An option that both commands have.
    fn option(&mut self, name: &str, rest: &mut Arguments, command: &str) -> Result<(), String> {
        match name {
            "--format" => {
                let format = rest.text(name)?;
                if !formats::names().any(|known| known == format) {
                    let names: Vec<_> = formats::names().collect();
                    let names = names.join(", ");
                    return Err(format!("no format is called \"{format}\": there are {names}"));
                }
                self.format = Some(format);
            }
            "--base" => {
                let base = rest.text(name)?;
                let url = standard(&base, None)
                    .filter(|url| url.starts_with("http") && origin(url).is_some());
                let wrong = || {
                    format!(
                        "--base takes an address such as https://bao.example/bai/, not \"{base}\""
                    )
                };
                self.base = Some(url.ok_or_else(wrong)?);
            }
            _ => {
                return Err(format!(
                    "{command} has no option {name}: trangbao help {command} lists them; a file whose name begins with - goes after --"
                ));
            }
        }
        Ok(())
    }
}

enum Argument {
    Path(PathBuf),
    /// Its name; where it was written `--name=value`, the value waits.
    Option(String),
}

/// The arguments that are left.
struct Arguments {
    rest: std::vec::IntoIter<OsString>,
    /// The value of the last option, where it was written in one with it.
    waiting: Option<String>,
    /// The name of the option that it belongs to.
    only_paths: bool,
}

impl Arguments {
    fn new(rest: Vec<OsString>) -> Self {
        Self { rest: rest.into_iter(), waiting: None, only_paths: false }
    }

    fn next(&mut self) -> Result<Option<Argument>, String> {
        loop {
            let Some(argument) = self.rest.next() else { return Ok(None) };
            // An option is text; a path may be anything.
            let option = argument
                .to_str()
                .filter(|text| text.len() > 1 && text.starts_with('-') && !self.only_paths);
            let Some(option) = option else {
                if argument.is_empty() {
                    return Err("a file has an empty name".to_owned());
                }
                return Ok(Some(Argument::Path(argument.into())));
            };
            if option == "--" {
                self.only_paths = true;
                continue;
            }
            let (name, value) = match option.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name, Some(value)),
                _ if option.starts_with("-o") && option.len() > 2 => {
                    ("-o", option.strip_prefix("-o"))
                }
                _ => (option, None),
            };
            self.waiting = value.map(str::to_owned);
            return Ok(Some(Argument::Option(name.to_owned())));
        }
    }

    fn value(&mut self, name: &str) -> Result<OsString, String> {
        let value = self.waiting.take().map(OsString::from).or_else(|| self.rest.next());
        value.filter(|value| !value.is_empty()).ok_or_else(|| format!("{name} needs a value"))
    }

    fn text(&mut self, name: &str) -> Result<String, String> {
        let value = self.value(name)?;
        value.into_string().map_err(|_| format!("the value of {name} is not valid UTF-8"))
    }

    /// An option that takes no value.
    fn flag(&mut self, name: &str) -> Result<bool, String> {
        match self.waiting {
            Some(_) => Err(format!("{name} takes no value")),
            None => Ok(true),
        }
    }
}
