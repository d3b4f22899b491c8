//! What holds for the formats of components: no wrong type ends in a panic, and no real file loses
//! words.

use super::rich::{open as open_as, try_open};
use super::*;

/// Every value of a document in turn is of every wrong type: an answer, never a panic, and no
/// address that runs.
pub fn each_value_wrong(format: &str, document: &str) {
    const WRONG: [&str; 10] = [
        "null",
        "true",
        "-1",
        "1e300",
        "\"\"",
        "\"<img src=x onerror=alert(1)>\"",
        "\"javascript:alert(1)\"",
        "[null]",
        "{}",
        "[\"a\", 1, null, {}]",
    ];
    let whole: serde_json::Value = serde_json::from_str(document).unwrap();
    let mut places = Vec::new();
    pointers(&whole, String::new(), &mut places);
    assert!(places.len() > 50);
    for place in &places {
        for wrong in WRONG {
            let mut json = whole.clone();
            *json.pointer_mut(place).unwrap() = serde_json::from_str(wrong).unwrap();
            let opened = try_open(&json.to_string(), None);
            if place.matches('/').count() > 4 {
                assert_eq!(opened.as_ref().unwrap().format, format, "{place} {wrong}");
            }
            if let (Ok(opened), true) = (opened, wrong.contains("script")) {
                assert!(!format!("{opened:?}").contains("SafeUrl(\"javascript"), "{place}");
            }
        }
    }
}

fn pointers(value: &serde_json::Value, at: String, out: &mut Vec<String>) {
    match value {
        serde_json::Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, format!("{at}/{index}"), out);
            }
        }
        serde_json::Value::Object(members) => {
            for (key, member) in members {
                pointers(member, format!("{at}/{key}"), out);
            }
        }
        _ => {}
    }
    out.push(at);
}

/// How many of a file's words its article shows, anywhere.
fn words_kept(source: &[String], article: &Article) -> (usize, usize) {
    let around = (&article.headline, &article.alternative_headline, &article.lede);
    let shown = format!("{:?}", (around, &article.authors, &article.body, &article.related));
    let all: Vec<&str> = source.iter().flat_map(|text| text.split_whitespace()).collect();
    let escaped = |word: &&&str| format!("{word:?}").trim_matches('"').to_owned();
    let kept = all.iter().filter(|word| shown.contains(&escaped(word))).count();
    (kept, all.len())
}

/// Every real file of a format opens as it, with a headline, and loses no words.
pub fn every_real_file(
    folder: &str,
    format: &str,
    source: fn(&serde_json::Value, &mut Vec<String>),
) {
    let Some(corpus) = std::env::var_os("TRANGBAO_CORPUS") else {
        eprintln!("skipped: TRANGBAO_CORPUS is not set");
        return;
    };
    let mut files: Vec<_> =
        std::fs::read_dir(Path::new(&corpus).join(folder)).unwrap().flatten().collect();
    files.sort_by_key(|file| file.path());
    assert!(!files.is_empty());
    for file in files {
        let json = std::fs::read_to_string(file.path()).unwrap();
        let (article, said) = open_as(format, &json);
        let mut texts = Vec::new();
        source(&serde_json::from_str(&json).unwrap(), &mut texts);
        let (kept, all) = words_kept(&texts, &article);
        let name = file.file_name();
        eprintln!("{name:?}: {} blocks, {kept} of {all} words", article.body.len());
        said.iter().for_each(|line| eprintln!("    {line}"));
        assert!(!article.headline.is_empty(), "{name:?}");
        assert!(kept * 1000 >= all * 995, "{name:?}: {kept} of {all} words");
    }
}
