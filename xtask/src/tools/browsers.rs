//! The three browser engines and their WebDriver programs: found where systems put them, installed where apt can.

use super::{HowTo, Need, apt};
use crate::ui::Outcome;
use crate::{place, ui};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// A browser engine; the tests run in all three.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// An engine that can be driven.
#[derive(Debug, Clone)]
pub struct Browser {
    pub program: PathBuf,
    pub driver: PathBuf,
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// As it is written on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Reads a list such as `chromium,webkit`.
    pub fn list(text: Option<&str>) -> Outcome<Vec<Self>> {
        let Some(text) = text else {
            return Ok(Self::ALL.to_vec());
        };
        text.split(',')
            .map(|name| {
                Self::ALL.into_iter().find(|engine| engine.name() == name.trim()).ok_or_else(|| {
                    format!("--engines {text}: '{name}' is none of chromium, firefox, webkit")
                })
            })
            .collect()
    }

    fn program(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => first_program(
                &["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"],
                &[
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
                ],
            ),
            Self::Firefox => first_program(
                &["firefox-esr", "firefox"],
                &[
                    "/Applications/Firefox.app/Contents/MacOS/firefox",
                    r"C:\Program Files\Mozilla Firefox\firefox.exe",
                ],
            ),
            Self::WebKit if cfg!(target_os = "macos") => {
                first_program(&[], &["/Applications/Safari.app/Contents/MacOS/Safari"])
            }
            Self::WebKit => mini_browser(),
        }
    }

    fn driver(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => place::on_path("chromedriver"),
            // From the Rust registry, once the browser is there.
            Self::Firefox => None,
            Self::WebKit => {
                place::on_path("WebKitWebDriver").or_else(|| place::on_path("safaridriver"))
            }
        }
    }

    /// What apt lacks to run this engine.
    fn missing_packages(self) -> Vec<&'static str> {
        let (program, driver) = (self.program().is_some(), self.driver().is_some());
        let mut packages = Vec::new();
        match self {
            Self::Chromium => {
                if !program {
                    // A bare system can be without any font that has all Vietnamese letters.
                    packages.extend(["chromium", "fonts-noto-core"]);
                }
                if !driver {
                    packages.push("chromium-driver");
                }
            }
            Self::Firefox if !program => packages.push("firefox-esr"),
            Self::Firefox => {}
            Self::WebKit => {
                if !program || !driver {
                    packages.push("webkit2gtk-driver");
                }
                if needs_screen() && place::on_path("Xvfb").is_none() {
                    packages.push("xvfb");
                }
            }
        }
        packages
    }

    fn how_to(self) -> HowTo {
        match self {
            Self::Chromium => HowTo {
                debian: "sudo apt-get install -y chromium chromium-driver fonts-noto-core",
                fedora: "sudo dnf install -y chromium chromedriver google-noto-sans-fonts",
                macos: "brew install --cask google-chrome chromedriver",
                windows: "winget install Google.Chrome Chromium.ChromeDriver",
            },
            Self::Firefox => HowTo {
                debian: "sudo apt-get install -y firefox-esr  (Ubuntu: firefox)",
                fedora: "sudo dnf install -y firefox",
                macos: "brew install --cask firefox",
                windows: "winget install Mozilla.Firefox",
            },
            Self::WebKit => HowTo {
                debian: "sudo apt-get install -y webkit2gtk-driver xvfb",
                fedora: "sudo dnf install -y webkitgtk6.0 xorg-x11-server-Xvfb",
                macos: "sudo safaridriver --enable",
                windows: "none there; use WSL with Debian or Ubuntu",
            },
        }
    }
}

/// Whether WebKit, which has no headless mode, must be given a screen.
pub fn needs_screen() -> bool {
    cfg!(target_os = "linux") && env::var_os("DISPLAY").is_none()
}

/// Debian's Chromium without a window and all that belongs to one: the same engine, and pages open three times as fast.
const SHELL: &str = "chromium-headless-shell";

/// The Chromium for pages that nobody looks at; the whole browser where there is no other.
pub fn without_window(whole: &Path) -> PathBuf {
    if place::on_path(SHELL).is_none() && Path::new("/usr/lib/chromium/chromium").is_file() {
        // It only saves time, so that it may fail.
        if let Err(reason) = apt::install(&[SHELL]) {
            ui::note(format!("without {SHELL} the tests take longer ({reason})"));
        }
    }
    place::on_path(SHELL).unwrap_or_else(|| whole.to_path_buf())
}

/// Each engine ready to be driven, or the reason why it is not, with the commands that would mend it.
pub fn ensure(engines: &[Engine]) -> Vec<(Engine, Outcome<Browser>)> {
    let packages: Vec<_> = engines.iter().flat_map(|e| e.missing_packages()).collect();
    let trouble = if packages.is_empty() { None } else { apt::install(&packages).err() };
    engines.iter().map(|&engine| (engine, ready(engine, trouble.as_deref()))).collect()
}

fn ready(engine: Engine, trouble: Option<&str>) -> Outcome<Browser> {
    let missing = |what: &str| {
        let trouble = trouble.map(|text| format!(" ({text})")).unwrap_or_default();
        format!("{what} is missing{trouble}. Install it:\n{}", engine.how_to())
    };
    let program = engine.program().ok_or_else(|| missing("the browser"))?;
    let driver = match engine {
        Engine::Firefox => super::ensure(&[Need::Geckodriver])?.program("geckodriver"),
        _ => engine.driver().ok_or_else(|| missing("its WebDriver program"))?,
    };
    if engine == Engine::WebKit && needs_screen() && place::on_path("Xvfb").is_none() {
        return Err(missing("Xvfb, its screen,"));
    }
    Ok(Browser { program, driver })
}

fn first_program(names: &[&str], files: &[&str]) -> Option<PathBuf> {
    names
        .iter()
        .find_map(|name| place::on_path(name))
        .or_else(|| files.iter().map(PathBuf::from).find(|path| path.is_file()))
}

/// WebKitGTK's own small browser, which lies in a library folder named after the machine on Debian.
fn mini_browser() -> Option<PathBuf> {
    let mut folders = vec![PathBuf::from("/usr/libexec")];
    for folder in fs::read_dir("/usr/lib").ok().into_iter().flatten().flatten() {
        folders.push(folder.path());
    }
    ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"].iter().find_map(|version| {
        folders
            .iter()
            .map(|folder| folder.join(version).join("MiniBrowser"))
            .find(|path| path.is_file())
    })
}

#[cfg(test)]
mod tests {
    use super::Engine;

    #[test]
    fn engines_are_named_in_a_list() {
        assert_eq!(Engine::list(None), Ok(Engine::ALL.to_vec()));
        assert_eq!(
            Engine::list(Some("webkit, chromium")),
            Ok(vec![Engine::WebKit, Engine::Chromium])
        );
        assert!(Engine::list(Some("opera")).is_err());
    }
}
