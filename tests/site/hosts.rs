//! What hosts are told.

use super::page::Page;
use super::*;

pub fn policy(page: &str) -> String {
    let page = Page::parse(page);
    let meta = page.one("policy", |e| e.get("http-equiv") == Some("Content-Security-Policy"));
    meta.get("content").unwrap().to_owned()
}

#[test]
fn headers_for_hosts_that_read_a_file() {
    for (base, arguments) in [("/", &[][..]), ("/x/", &["--base-path", "/x/"][..])] {
        let folder = Folder::new("headers");
        folder.put("articles/mot.json", article("mot", 1, "Tin"));
        folder.put_app(base);
        folder.built(&[&["--base-url", URL, "--app", "app"], arguments].concat());
        let headers = folder.read("out/_headers");
        let mut rules: Vec<(&str, Vec<&str>)> = Vec::new();
        for line in headers.lines() {
            // Longer lines are refused by the strictest of them.
            assert!(line.len() < 2000, "{line}");
            match line.strip_prefix("  ") {
                Some(header) => rules.last_mut().unwrap().1.push(header),
                None => rules.push((line, Vec::new())),
            }
        }
        assert!(rules.len() < 100);
        let of = |path: &str| {
            let path = format!("{base}{path}");
            let fits = |rule: &str| match rule.strip_suffix('*') {
                Some(start) => path.starts_with(start),
                None => path == rule,
            };
            let all = rules.iter().filter(|(rule, _)| fits(rule)).flat_map(|(_, all)| all);
            all.map(|header| (*header).to_owned()).collect::<Vec<_>>()
        };
        let policy = format!(
            "Content-Security-Policy: {}; frame-ancestors 'self'",
            policy(&folder.read("out/a/mot/index.html"))
        );
        for page in ["", "a/mot/", "s/tin/", "404.html", "page/1/", "app/", "saved/"] {
            let found = of(page);
            assert_eq!(
                found.iter().filter(|header| **header == policy).count(),
                1,
                "{page}: {found:?}"
            );
        }
        // Partners frame it.
        assert!(!of("embed.html").iter().any(|header| header.contains("Security-Policy")));
        let for_ever = "Cache-Control: public, max-age=31536000, immutable".to_owned();
        assert!(of("boot-0123456789abcdef.js").contains(&for_ever));
        assert!(!of("a/mot/").contains(&for_ever) && !of("sw.js").contains(&for_ever));
        // What reads without a network: the viewer's own page beside the site's, the list, the worker.
        for file in ["app/index.html", "saved/index.html", "sw.js"] {
            let brought = folder.read(&format!("out/{file}"));
            assert_eq!(brought, folder.read(&format!("app/{file}")), "{file}");
        }
        assert!(of("articles/index.json").contains(&"Access-Control-Allow-Origin: *".to_owned()));
    }
}

#[test]
fn the_viewers_styles_are_those_of_its_own_page() {
    // The order is written down twice: for the build, and for what is compiled in.
    let names = |path: &str, from: &str, to: &str| -> Vec<String> {
        let text = fs::read_to_string(root(path)).unwrap();
        let list = text.split_once(from).unwrap().1.split_once(to).unwrap().0;
        list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
    };
    let mut of_build = names("xtask/src/styles.rs", "const PAGE", "];");
    // For paper the viewer's page has a file of its own; pages of a site hold all of it.
    of_build.extend(["print", "site"].map(str::to_owned));
    assert_eq!(names("src/cli/site/style.rs", "sheets![", "];"), of_build);
}
