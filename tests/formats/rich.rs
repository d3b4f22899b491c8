//! What holds for every rich-text format: where a document may stand, and that no document,
//! however wrong, ends in a panic.

use super::effort::in_proportion;
use super::*;
use trangbao::formats::{Found, Opened, Wanted, parse_any};

/// One document of each format, with every kind of node in it, and the words that it has.
const DOCUMENTS: [(&str, &str); 4] = [
    ("portable-text", super::portable_text::WHOLE),
    ("editor-js", super::editor_js::WHOLE),
    ("prosemirror", super::prose_mirror::WHOLE),
    ("lexical", super::lexical::WHOLE),
];

pub fn try_open(json: &str, number: Option<usize>) -> Result<Opened, ParseError> {
    let source = Source { address: Some("https://bao.example/a.json"), resolve: standard };
    let wanted = Wanted { html: trangbao::html::standard, format: None, number };
    parse_any(json.as_bytes(), &source, wanted)
}

/// The article of a file of this format, and its warnings.
#[track_caller]
pub fn open(format: &str, json: &str) -> (Article, Vec<String>) {
    let opened = try_open(json, None).unwrap();
    assert_eq!(opened.format, format);
    let Found::Article(article) = opened.found else { panic!("several: {:?}", opened.found) };
    (*article, opened.warnings.iter().map(ToString::to_string).collect())
}

/// A document comes to these blocks after its headline, with these warnings.
#[track_caller]
pub fn check(format: &str, json: &str, expected: &[Block], warnings: &[&str]) {
    let (article, said) = open(format, json);
    assert_eq!(article.body, expected);
    assert_eq!(said, warnings);
}

pub fn heading(level: HeadingLevel, text: &str) -> Block {
    BlockKind::Heading { level, text: words(text) }.into()
}

pub fn bullets(items: Vec<Flow>) -> Block {
    BlockKind::List { style: ListStyle::Bullet, items }.into()
}

pub fn item(text: &str) -> Flow {
    Flow::Text(words(text))
}

pub fn cell(text: &str, header: bool) -> Cell {
    let text = if text.is_empty() { Vec::new() } else { words(text) };
    Cell { text, header, colspan: 1, rowspan: 1, align: Align::Start }
}

/// The texts of a model, as it prints itself: enough to see whether words are there.
pub fn has(article: &Article, text: &str) -> bool {
    format!("{article:?}").contains(text)
}

#[test]
fn a_document_may_be_wrapped() {
    for (format, document) in DOCUMENTS {
        let (bare, _) = open(format, document);
        let wrapped = format!(
            r#"{{"title": "Chợ nổi &amp; sông", "slug": {{"current": "cho-noi"}}, "content": {document},
                "excerpt": "Một buổi sớm.", "author": {{"name": "Lan Anh", "role": "Phóng viên"}},
                "publishedAt": "2024-01-05T00:00:00+07:00", "categories": [{{"title": "Đời sống"}}],
                "tags": ["sông", {{"name": "chợ"}}], "mainImage": {{"asset": {{"url": "https://anh.example/a.jpg"}},
                "alt": "Thuyền", "hotspot": {{"x": 0.3, "y": 1}}}}}}"#
        );
        let (article, _) = open(format, &wrapped);
        assert_eq!(&*article.headline, "Chợ nổi & sông", "{format}");
        assert_eq!(article.id.as_deref(), Some("cho-noi"));
        assert_eq!(article.lede, words("Một buổi sớm."));
        assert_eq!(&*article.authors[0].name, "Lan Anh");
        assert_eq!(article.authors[0].job_title.as_deref(), Some("Phóng viên"));
        assert_eq!(article.published, Some(fifth_of_january(0, true)));
        assert_eq!(article.section.as_deref(), Some("Đời sống"));
        assert_eq!(article.topics, ["sông".into(), "chợ".into()]);
        let lead = article.lead_image.unwrap();
        assert_eq!(
            (lead.alt.as_deref(), lead.focus),
            (Some("Thuyền"), Some(Focus { x: 3, y: 10 }))
        );
        // The heading that was the headline is one of the body now.
        assert_eq!(article.body.len(), bare.body.len() + 1, "{format}");

        let packed = format!(
            r#"{{"title": "Chợ", "content": {}}}"#,
            serde_json::to_string(document).unwrap()
        );
        let (packed, _) = open(format, &packed);
        assert_eq!((&*packed.headline, packed.body), ("Chợ", article.body), "{format}");
    }
}

#[test]
fn several_articles_are_a_catalogue() {
    for (format, document) in DOCUMENTS {
        let one = format!(r#"{{"title": "Một", "body": {document}}}"#);
        let two = format!(r#"{{"title": "Hai", "body": {document}}}"#);
        for file in [
            format!("[{one}, {two}]"),
            format!(r#"{{"ms": 4, "result": [{one}, {two}]}}"#),
            format!(r#"{{"docs": [{one}, {two}], "totalDocs": 2}}"#),
        ] {
            let opened = try_open(&file, None).unwrap();
            assert_eq!(opened.format, format);
            let Found::Catalogue(list) = opened.found else { panic!("one alone") };
            assert_eq!(list.items.len(), 2);
            let opened = try_open(&file, Some(2)).unwrap();
            let Found::Article(article) = opened.found else { panic!("several") };
            assert_eq!(&*article.headline, "Hai");
        }
    }
}

#[test]
fn the_headline_is_shown_once() {
    let doc = |blocks: &str| format!(r#"{{"blocks": [{blocks}]}}"#);
    let header = |level, text| {
        format!(r#"{{"type": "header", "data": {{"text": "{text}", "level": {level}}}}}"#)
    };
    let paragraph = r#"{"type": "paragraph", "data": {"text": "Nước lên."}}"#;
    let all = [header(1, "Sông"), paragraph.into(), header(2, "Bờ"), header(4, "Cầu")].join(",");
    let (article, _) = open("editor-js", &doc(&all));
    assert_eq!(&*article.headline, "Sông");
    let (two, three) = (HeadingLevel::Two, HeadingLevel::Three);
    let rest = [super::paragraph("Nước lên."), heading(two, "Bờ"), heading(three, "Cầu")];
    assert_eq!(article.body, rest);

    let wrapped = format!(r#"{{"title": "Sông", "content": {}}}"#, doc(&all));
    assert_eq!(open("editor-js", &wrapped).0.body, rest);

    // A heading further down is that of a section.
    let (article, _) = open("editor-js", &doc(&[paragraph.into(), header(3, "Bờ")].join(",")));
    assert_eq!(&*article.headline, "Nước lên.");
    assert_eq!(article.body, [super::paragraph("Nước lên."), heading(two, "Bờ")]);
}

/// Every value of every document in turn becomes each of these.
const WRONG: [&str; 12] = [
    "null",
    "true",
    "0",
    "-1",
    "1e300",
    "\"\"",
    "\"<img src=x onerror=alert(1)>\"",
    "\"javascript:alert(1)\"",
    "[]",
    "[null]",
    "{}",
    "[\"a\", 1, null, {}]",
];

#[test]
fn a_wrong_type_costs_its_field() {
    for (format, document) in DOCUMENTS {
        let whole: serde_json::Value = serde_json::from_str(document).unwrap();
        let places = pointers(&whole, String::new());
        assert!(places.len() > 50);
        for place in &places {
            for wrong in WRONG {
                let mut json = whole.clone();
                *json.pointer_mut(place).unwrap() = serde_json::from_str(wrong).unwrap();
                // An article or an answer; deep in the document, always the article.
                let opened = try_open(&json.to_string(), None);
                if place.matches('/').count() > 4 {
                    assert!(opened.is_ok(), "{format} {place} {wrong}: {opened:?}");
                }
                if let (Ok(opened), true) = (opened, wrong.contains("script")) {
                    assert!(!format!("{opened:?}").contains("SafeUrl(\"javascript"), "{place}");
                }
            }
        }
    }
}

fn pointers(value: &serde_json::Value, at: String) -> Vec<String> {
    let mut out = vec![at.clone()];
    match value {
        serde_json::Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                out.extend(pointers(item, format!("{at}/{index}")));
            }
        }
        serde_json::Value::Object(members) => {
            for (key, member) in members {
                out.extend(pointers(member, format!("{at}/{key}")));
            }
        }
        _ => {}
    }
    out
}

#[test]
fn depth_and_number_end_nothing() {
    let deep = |before: &str, after: &str, inner: &str, times: usize| {
        format!("{}{inner}{}", before.repeat(times), after.repeat(times))
    };
    let text = r#"{"type":"text","text":"đáy"}"#;
    let nodes = deep(r#"{"type":"blockquote","content":["#, "]}", text, 60);
    let (article, _) = open("prosemirror", &format!(r#"{{"type":"doc","content":[{nodes}]}}"#));
    assert!(has(&article, "đáy"));
    let nodes = deep(r#"{"type":"quote","children":["#, "]}", text, 58);
    let (article, _) = open("lexical", &format!(r#"{{"root":{{"children":[{nodes}]}}}}"#));
    assert!(has(&article, "đáy"));
    let nodes = deep(r#"{"items":["#, "]}", "\"đáy\"", 58);
    let file = format!(r#"{{"blocks":[{{"type":"list","data":{nodes}}}]}}"#);
    assert!(has(&open("editor-js", &file).0, "đáy"));
    let nodes = deep(r#"{"fields":["#, "]}", r#"{"text":"đáy"}"#, 58);
    let file = format!(r#"[{{"_type":"block","children":[]}},{{"_type":"la","body":{nodes}}}]"#);
    assert!(has(&open("portable-text", &file).0, "đáy"));

    // Ten thousand levels of a flat list are lists that a renderer stands.
    let items: Vec<String> = (1..10_000)
        .map(|level| {
            format!(
                r#"{{"_type":"block","listItem":"bullet","level":{level},"children":[{{"_type":"span","text":"m"}}]}}"#
            )
        })
        .collect();
    let (article, _) = open("portable-text", &format!("[{}]", items.join(",")));
    assert!(depth(&article.body) < 20);
}

fn depth(blocks: &[Block]) -> usize {
    let of = |block: &Block| match &block.kind {
        BlockKind::List { items, .. } => items.iter().map(flow_depth).max().unwrap_or(0) + 1,
        _ => 0,
    };
    blocks.iter().map(of).max().unwrap_or(0)
}

fn flow_depth(flow: &Flow) -> usize {
    match flow {
        Flow::Text(_) => 0,
        Flow::Blocks(blocks) => depth(blocks),
    }
}

#[test]
fn the_formats_of_others_are_left_to_them() {
    for json in [
        r#"{"headline": "Tin", "body": [{"type": "paragraph", "text": "Sen."}]}"#,
        r#"{"headline": "Tin", "articleBody": "{\"blocks\": 1}"}"#,
        r#"{"headline": "Tin", "body": [], "content": {"root": 1}, "blocks": [{"type": "text"}]}"#,
    ] {
        assert_eq!(try_open(json, None).unwrap().format, "native", "{json}");
    }
}

/// Files of real newspapers, where there are any.
#[test]
fn the_corpus_opens() {
    let Some(corpus) = std::env::var_os("TRANGBAO_CORPUS") else {
        eprintln!("skipped: TRANGBAO_CORPUS is not set");
        return;
    };
    let mut folders = vec![PathBuf::from(corpus)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "json") {
                let Ok(json) = std::fs::read_to_string(&path) else { continue };
                let Ok(opened) = try_open(&json, None) else { continue };
                if let (Found::Article(article), true) =
                    (opened.found, DOCUMENTS.iter().any(|(format, _)| *format == opened.format))
                {
                    let kept = trangbao::text::word_count(&article);
                    println!("{}: {}, {kept} words", path.display(), opened.format);
                    assert!(!article.headline.is_empty() && !article.body.is_empty());
                }
            }
        }
    }
}

#[test]
fn a_document_in_a_text_says_what_was_mended() {
    let json = r#"{"title": "Sen", "content": "{\"blocks\": [{\"type\": \"paragraph\", \"data\": {\"text\": \"\\ud83d nở\"}}]}"}"#;
    let (article, said) = open("editor-js", json);
    assert_eq!(article.body, [super::paragraph("\u{fffd} nở")]);
    assert_eq!(said, [": half a surrogate pair, shown as U+FFFD"]);
}

/// Large files in the shapes that cost the most: none takes work that grows faster than it.
#[test]
fn large_documents_are_read_in_proportion() {
    let many = |one: &str, bytes: usize| vec![one; bytes / (one.len() + 1)].join(",");
    let size = 2_000_000;
    let span = many(r#"{"_type":"span","text":"s","marks":["k499"]}"#, size);
    let defs: Vec<String> = (0..500)
        .map(|n| format!(r#"{{"_key":"k{n}","_type":"link","href":"https://ok.example/{n}"}}"#))
        .collect();
    let text = many(r#"{"type":"text","text":"a","marks":[{"type":"bold"}]}"#, size);
    let lexical = many(r#"{"type":"text","text":"a","format":1}"#, size);
    let keys: Vec<String> =
        (0..100_000).map(|n| format!(r#""key{n}":{{"root":{{"children":[]}}}}"#)).collect();
    let item = many(r#""m""#, size);
    for file in [
        format!(r#"[{{"_type":"block","markDefs":[{}],"children":[{span}]}}]"#, defs.join(",")),
        format!(r#"{{"type":"doc","content":[{{"type":"paragraph","content":[{text}]}}]}}"#),
        format!(r#"{{"root":{{"children":[{{"type":"paragraph","children":[{lexical}]}}]}}}}"#),
        format!(r#"{{"title":"t",{}}}"#, keys.join(",")),
        format!(r#"{{"blocks":[{{"type":"list","data":{{"items":[{item}]}}}}]}}"#),
    ] {
        let opened = in_proportion(&file[..40], || try_open(&file, None));
        println!("{file:.40}: {}", opened.is_ok());
    }
}
