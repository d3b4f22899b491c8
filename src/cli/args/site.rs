//! The arguments of `trangbao site`.

use std::path::PathBuf;

use url::Url;

use super::{Argument, Arguments, Command};

/// `trangbao site`
pub(in crate::cli) struct Site {
    pub(in crate::cli) articles: PathBuf,
    pub(in crate::cli) out: PathBuf,
    /// Where the site will be, with a slash at its end.
    pub(in crate::cli) base: String,
    /// The viewer's files.
    pub(in crate::cli) app: Option<PathBuf>,
    /// Whether there are compressed copies.
    pub(in crate::cli) compress: bool,
}

pub(super) fn parse(arguments: &mut Arguments) -> Result<Command, String> {
    let (mut articles, mut out, mut url, mut path, mut app) = (None, None, None, None, None);
    let mut compress = true;
    while let Some(argument) = arguments.next()? {
        let name = match argument {
            Argument::Option(name) => name,
            Argument::Path(path) => {
                return Err(format!(
                    "site takes options alone, not \"{}\": name the folder with --articles",
                    path.display()
                ));
            }
        };
        match &*name {
            "--articles" => articles = Some(PathBuf::from(arguments.value(&name)?)),
            "--out" => out = Some(PathBuf::from(arguments.value(&name)?)),
            "--app" => app = Some(PathBuf::from(arguments.value(&name)?)),
            "--base-url" => url = Some(arguments.text(&name)?),
            "--base-path" => path = Some(arguments.text(&name)?),
            "--no-compress" => compress = !arguments.flag(&name)?,
            _ => {
                return Err(format!("site has no option {name}: trangbao help site lists them"));
            }
        }
    }
    let missing = |name, what| format!("site needs {name} {what}");
    let articles = articles.ok_or_else(|| missing("--articles DIR", "with the articles"))?;
    let out = out.ok_or_else(|| missing("--out DIR", "to write to"))?;
    let url = url.ok_or_else(|| missing("--base-url URL", "where the site will be"))?;
    let base = base(&url, path.as_deref())?;
    if !articles.is_dir() {
        return Err(format!("--articles: {} is no folder", articles.display()));
    }
    if let Some(app) = app.as_ref().filter(|app| !app.join("index.html").is_file()) {
        let app = app.display();
        return Err(format!(
            "--app: {app} has no index.html: name the folder that cargo xtask build wrote"
        ));
    }
    if let Some(app) = &app {
        built_for(app, &base)?;
    }
    for (name, folder) in [("--articles", Some(&articles)), ("--app", app.as_ref())] {
        if folder.is_some_and(|folder| is_within(&out, folder)) {
            return Err(format!("--out: {} lies in the folder of {name}", out.display()));
        }
    }
    Ok(Command::Site(Site { articles, out, base, app, compress }))
}

/// The address of the site, of `--base-url` and `--base-path`.
fn base(text: &str, path: Option<&str>) -> Result<String, String> {
    let mut url = Url::parse(text)
        .ok()
        .filter(|url| url.scheme().starts_with("http") && url.has_host())
        .filter(|url| url.username().is_empty() && url.password().is_none())
        .ok_or_else(|| {
            format!("--base-url takes an address such as https://bao.example/, not \"{text}\"")
        })?;
    if url.query().is_some() || url.fragment().is_some() {
        return Err(format!("--base-url: nothing may follow the path in \"{text}\""));
    }
    if let Some(path) = path {
        let given = format!("/{}/", path.trim_matches('/')).replace("//", "/");
        if !["/", &given].contains(&url.path()) {
            let there = url.path();
            return Err(format!(
                "--base-url says {there} and --base-path {path}: give one of them"
            ));
        }
        if !path.starts_with('/') || path.contains(['?', '#', '\\']) || path.contains("/.") {
            return Err(format!("--base-path takes a path such as /doc-bao/, not \"{path}\""));
        }
        url.set_path(&given);
    }
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    Ok(url.into())
}

/// Whether the viewer was built for the path of this address.
fn built_for(app: &std::path::Path, base: &str) -> Result<(), String> {
    let page = std::fs::read_to_string(app.join("index.html")).unwrap_or_default();
    let before = page.split_once("boot-").map_or("", |(before, _)| before);
    let there = before.rsplit(['"', '\'', '=']).next().unwrap_or_default();
    let path = Url::parse(base).map(|url| url.path().to_owned()).unwrap_or_default();
    if there == path {
        return Ok(());
    }
    Err(format!(
        "--app: the viewer in {} was not built for {path}: cargo xtask build --base-path {path}",
        app.display()
    ))
}

/// Whether a folder, which need not be there yet, is another one or lies below it.
fn is_within(inner: &std::path::Path, outer: &std::path::Path) -> bool {
    let Ok(inner) = std::path::absolute(inner) else { return false };
    let there = inner.ancestors().find_map(|folder| folder.canonicalize().ok());
    match (there, outer.canonicalize()) {
        (Some(there), Ok(outer)) => there.starts_with(outer),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn the_address_has_one_path() {
        for (url, path, expected) in [
            ("https://bao.example", None, "https://bao.example/"),
            ("https://bao.example/x", None, "https://bao.example/x/"),
            ("https://bao.example", Some("/x"), "https://bao.example/x/"),
            ("https://bao.example/x/", Some("/x/"), "https://bao.example/x/"),
            ("http://127.0.0.1:8080/", Some("/"), "http://127.0.0.1:8080/"),
        ] {
            assert_eq!(base(url, path).as_deref(), Ok(expected), "{url} {path:?}");
        }
        for (url, path) in [
            ("bao.example", None),
            ("file:///x/", None),
            ("https://a@bao.example/", None),
            ("https://bao.example/?x", None),
            ("https://bao.example/y/", Some("/x/")),
            ("https://bao.example/", Some("x/")),
            ("https://bao.example/", Some("/../x/")),
        ] {
            assert!(base(url, path).is_err(), "{url} {path:?}");
        }
    }
}
