//! What is linked in, and what the page's policy lets in.

use super::{allows, read, refuses};

/// What the download consists of besides us. `rlsf`, the allocator, makes it 1,700 bytes smaller.
const WASM: &[&str] =
    &["yew", "gloo", "js-sys", "rlsf", "wasm-bindgen", "wasm-bindgen-futures", "web-sys"];
/// The command and the tests.
const NATIVE: &[&str] = &[
    "yew",
    "base64",
    "brotli",
    "flate2",
    "html5ever",
    "markup5ever_rcdom",
    "percent-encoding",
    "quick-xml",
    "serde",
    "serde_json",
    "sha2",
    "tokio",
    "url",
];

/// The sections of Cargo.toml whose crates are counted, and which these are.
const SECTIONS: [(&str, &[&str]); 3] = [
    ("dependencies", &[]),
    ("target.'cfg(target_arch = \"wasm32\")'.dependencies", WASM),
    ("target.'cfg(not(target_arch = \"wasm32\"))'.dependencies", NATIVE),
];

fn dependencies(path: &str, text: &str) -> Vec<String> {
    let mut section = "";
    let mut complaints = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        if let Some(name) = line.strip_prefix('[') {
            section = name.trim_end().trim_end_matches(']');
            // `[dependencies.yew]` is one too.
            if section.contains("dependencies.") {
                complaints.push(format!(
                    "{path}:{number}: write it as a line of its section, where this test sees it"
                ));
            }
            continue;
        }
        let Some((_, allowed)) = SECTIONS.iter().find(|(name, _)| *name == section) else {
            continue;
        };
        let is_start = line.starts_with(|c: char| c.is_ascii_alphabetic());
        let Some((name, _)) = line.split_once(['=', '.']).filter(|_| is_start) else { continue };
        let name = name.trim();
        if allowed.contains(&name) {
            continue;
        }
        complaints.push(if allowed.is_empty() {
            format!("{path}:{number}: `{name}` would be linked for every target: put it into the section of the one that needs it")
        } else if *allowed == WASM {
            format!("{path}:{number}: `{name}` is new in the download: weigh it with cargo xtask size and add it here with its weight (tests/tidy/manifest.rs, and the commit message)")
        } else {
            format!("{path}:{number}: `{name}` is new: say in the commit what it would take without it, and add it to tests/tidy/manifest.rs")
        });
    }
    complaints
}

/// Name and version of each package of a Cargo.lock.
fn packages(lock: &str) -> Vec<(&str, &str)> {
    let packages = lock.split("[[package]]");
    packages
        .filter_map(|package| Some((field(package, "name")?, field(package, "version")?)))
        .collect()
}

fn field<'a>(package: &'a str, name: &str) -> Option<&'a str> {
    package.split_once(&format!("\n{name} = \""))?.1.split('"').next()
}

/// Yew brings a gloo of its own, and a second one beside it is a second tree in the download.
fn one_of_each(path: &str, text: &str) -> Vec<String> {
    let packages = packages(text);
    let mut complaints = Vec::new();
    for (index, (name, version)) in packages.iter().enumerate() {
        let is_heavy =
            name.starts_with("gloo") || ["yew", "js-sys", "web-sys", "wasm-bindgen"].contains(name);
        let first = packages.iter().position(|(other, _)| other == name);
        if is_heavy && first != Some(index) {
            complaints.push(format!(
                "{path}: `{name}` is there twice (also {version}): choose in Cargo.toml the version that yew depends on; cargo tree -i {name} says who wants which"
            ));
        }
        if *name == "gloo" && !version.starts_with("0.11.") {
            complaints.push(format!("{path}: gloo {version}: yew depends on gloo 0.11"));
        }
    }
    complaints
}

/// The rules of the page's policy, as `src/cli/site/policy.rs` has them.
fn policy(path: &str, text: &str) -> Vec<String> {
    let Some((_, after)) = text.split_once("const RULES: &str = \"") else {
        return vec![format!(
            "{path}: no `const RULES: &str`; let tests/tidy/manifest.rs know where the policy is"
        )];
    };
    let rules = after.split("\";").next().unwrap_or_default();
    let mut complaints = Vec::new();
    for word in
        ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", " * ", " *;", " http:", "blob:"]
    {
        if rules.contains(word) {
            complaints.push(format!(
                "{path}: {} lets in what the policy is there to keep out: move scripts and styles into files, and name hosts",
                word.trim()
            ));
        }
    }
    for rule in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
    ] {
        if !rules.split(';').any(|one| one.trim().trim_start_matches("\\\n").trim() == rule) {
            complaints.push(format!("{path}: `{rule}` is gone from the policy: put it back"));
        }
    }
    complaints
}

#[test]
fn every_dependency_was_weighed() {
    assert_eq!(dependencies("Cargo.toml", &read("Cargo.toml")), [""; 0]);
}

#[test]
fn no_tree_is_linked_twice() {
    let lock = read("Cargo.lock");
    assert!(packages(&lock).iter().any(|(name, _)| *name == "gloo"));
    assert_eq!(one_of_each("Cargo.lock", &lock), [""; 0]);
}

#[test]
fn the_policy_lets_nothing_inline_in() {
    assert_eq!(policy("src/cli/site/policy.rs", &read("src/cli/site/policy.rs")), [""; 0]);
}

#[test]
fn each_rule_refuses_what_it_is_for() {
    let wasm = "[target.'cfg(target_arch = \"wasm32\")'.dependencies]\n";
    let path = "Cargo.toml";
    refuses(
        dependencies,
        path,
        &format!("{wasm}regex = \"1\"\n"),
        "weigh it with cargo xtask size and add it here with its weight",
    );
    refuses(
        dependencies,
        path,
        &format!("{wasm}yew-router = {{ version = \"0.20\" }}\n"),
        "`yew-router`",
    );
    refuses(dependencies, path, "[dependencies]\nurl = \"2\"\n", "every target");
    refuses(dependencies, path, "[dependencies.url]\nversion = \"2\"\n", "line of its section");
    let native = "[target.'cfg(not(target_arch = \"wasm32\"))'.dependencies]\nclap = \"4\"\n";
    refuses(dependencies, path, native, "`clap` is new");
    allows(
        dependencies,
        path,
        &format!(
            "{wasm}# Why.\nyew.workspace = true\nweb-sys = {{ features = [\n    \"Url\",\n] }}\n[profile.dev]\nregex = 1\n"
        ),
    );

    let package = |name: &str, version: &str| {
        format!("[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n\n")
    };
    let path = "Cargo.lock";
    let twice =
        package("gloo-net", "0.5.0") + &package("yew", "0.23.0") + &package("gloo-net", "0.6.0");
    refuses(one_of_each, path, &twice, "`gloo-net` is there twice");
    refuses(one_of_each, path, &package("gloo", "0.12.0"), "yew depends on gloo 0.11");
    allows(
        one_of_each,
        path,
        &(package("gloo", "0.11.0") + &package("syn", "1.0.0") + &package("syn", "2.0.0")),
    );

    let csp = read("src/cli/site/policy.rs");
    let path = "src/cli/site/policy.rs";
    refuses(
        policy,
        path,
        &csp.replacen("style-src 'self'", "style-src 'self'; x 'unsafe-inline'", 1),
        "'unsafe-inline'",
    );
    refuses(policy, path, &csp.replacen("img-src 'self'", "img-src * 'self'", 1), "* lets in");
    refuses(
        policy,
        path,
        &csp.replacen("default-src 'none'", "default-src 'self'", 1),
        "`default-src 'none'` is gone",
    );
    refuses(policy, path, "", "no `const RULES");
}
