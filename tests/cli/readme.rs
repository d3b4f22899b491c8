//! What the README shows of the command.

use super::*;

#[test]
fn the_readme_shows_what_the_command_says() {
    let readme = std::fs::read_to_string(root("README.md")).unwrap();
    let (mut ran, mut shown) = (None::<Ran>, 0);
    for block in readme.split("```console\n").skip(1) {
        let (block, _) = block.split_once("```").unwrap();
        let steps = format!("\n{block}");
        for step in steps.split("\n$ ").skip(1) {
            let (line, said) = step.split_once('\n').unwrap_or((step, ""));
            let mut words = line.split_whitespace();
            let out = match (words.next(), &ran) {
                (Some("trangbao"), _) => {
                    let arguments: Vec<_> = words.collect();
                    let now = ran.insert(run(&arguments));
                    shown += 1;
                    [&*now.out, &now.err].concat()
                }
                (Some("echo"), Some(ran)) if words.eq(["$?"]) => format!("{}\n", ran.code),
                _ => panic!("the README runs {line:?}, of which this test knows nothing"),
            };
            assert_eq!(out.trim_end(), said.trim_end(), "{line}");
        }
    }
    assert!(shown > 0, "the README shows nothing of the command");
}

#[test]
fn the_readme_names_every_format() {
    let readme = std::fs::read_to_string(root("README.md")).unwrap();
    for name in trangbao::formats::names() {
        assert!(readme.contains(&format!("`{name}`")), "the README does not name {name}");
    }
}
