//! What is wrong costs itself and nothing else.
//!
//! The fixtures hold every field of the format; here each value in them is broken in turn.

use serde_json::{Value, json};

use super::*;

/// Every article among the fixtures.
fn fixtures() -> Vec<(String, Value)> {
    let blocks = json_files("tests/fixtures/blocks");
    let blocks =
        blocks.iter().map(|path| format!("blocks/{}", path.file_name().unwrap().to_str().unwrap()));
    let others = ["metadata.json", "inlines.json", "article-body.json"].map(str::to_owned);
    blocks
        .chain(others)
        .map(|name| {
            let json = serde_json::from_str(&fixture(&name)).unwrap();
            (name, json)
        })
        .collect()
}

/// The JSON pointers of everything below this value.
fn pointers(value: &Value, at: &str, out: &mut Vec<String>) {
    let mut below = |key: String, value: &Value| {
        let pointer = format!("{at}/{key}");
        out.push(pointer.clone());
        pointers(value, &pointer, out);
    };
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| below(index.to_string(), item));
        }
        Value::Object(members) => {
            members.iter().for_each(|(key, member)| below(key.clone(), member));
        }
        _ => {}
    }
}

fn replaced(json: &Value, pointer: &str, by: Value) -> Parsed {
    let mut json = json.clone();
    *json.pointer_mut(pointer).unwrap() = by;
    read(&json.to_string())
}

fn removed(json: &Value, pointer: &str) -> Parsed {
    let mut json = json.clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match json.pointer_mut(parent).unwrap() {
        Value::Array(items) => drop(items.remove(key.parse().unwrap())),
        Value::Object(members) => drop(members.remove(key)),
        other => panic!("{other} has no members"),
    }
    read(&json.to_string())
}

/// Cells keep their place, so a broken one is not as if it had never been there.
fn is_cell(pointer: &str) -> bool {
    let parts: Vec<_> = pointer.split('/').collect();
    parts.len() == 6 && matches!(parts[3], "rows" | "head")
}

/// Whether a value is read at all where it stands.
fn is_read(name: &str, pointer: &str) -> bool {
    let (_, key) = pointer.rsplit_once('/').unwrap();
    let ignored = ["@type", "@context", "question"].contains(&key)
        // `url` and `abstract` come before them.
        || ["/mainEntityOfPage", "/description"].iter().any(|unused| pointer.starts_with(unused))
        // A rendition says what type it is; browsers find out for themselves.
        || (key == "encodingFormat" && name == "blocks/image.json");
    !ignored
}

#[test]
fn a_wrong_type_costs_its_field_and_says_where() {
    let mut checked = 0;
    for (name, json) in fixtures() {
        let mut all = Vec::new();
        pointers(&json, "", &mut all);
        for pointer in all.iter().filter(|pointer| is_read(&name, pointer)) {
            // A truth value is out of place everywhere but where one belongs.
            let is_bool = matches!(json.pointer(pointer), Some(Value::Bool(_)));
            let wrong = if is_bool { json!("x") } else { json!(true) };
            let broken = replaced(&json, pointer, wrong);
            assert!(
                broken.warnings.iter().any(|warning| warning.pointer == **pointer),
                "{name}: a wrong type at {pointer} leaves no warning there, only {:?}",
                said(&broken)
            );
            // Whether a list item is text or blocks is told by their `type`.
            if pointer.ends_with("/type") {
                continue;
            }
            let without = if is_cell(pointer) {
                replaced(&json, pointer, json!(""))
            } else {
                removed(&json, pointer)
            };
            assert_eq!(
                broken.article, without.article,
                "{name}: a wrong type at {pointer} costs more than what stands there"
            );
            checked += 1;
        }
    }
    assert!(checked > 300, "only {checked} values were broken");
}

#[test]
fn null_is_absent() {
    for (name, json) in fixtures() {
        let mut all = Vec::new();
        pointers(&json, "", &mut all);
        for pointer in all.iter().filter(|pointer| !pointer.ends_with("/type")) {
            let null = replaced(&json, pointer, Value::Null);
            let without = if is_cell(pointer) {
                replaced(&json, pointer, json!(""))
            } else {
                removed(&json, pointer)
            };
            assert_eq!(null.article, without.article, "{name}: {pointer}");
        }
    }
}

#[test]
fn no_value_anywhere_ends_the_reading() {
    let deep = (0..60).fold(json!("sâu"), |inner, _| json!([inner]));
    let values = [
        json!(null),
        json!(false),
        json!(-1),
        json!(0),
        json!(1.5),
        json!(1e300),
        json!(u64::MAX),
        json!(""),
        json!("\u{0}\u{202e}"),
        json!("javascript:alert(1)"),
        json!([]),
        json!({}),
        json!([null]),
        json!([[]]),
        json!([{}]),
        json!({"type": "paragraph"}),
        json!({"text": {}}),
        json!({"marks": [[]]}),
        json!({"url": {}}),
        json!({"blocks": {}}),
        deep,
    ];
    for (name, json) in fixtures() {
        let mut all = Vec::new();
        pointers(&json, "", &mut all);
        let all = all.iter().filter(|pointer| *pointer != "/headline");
        // Every place gets some of the values, and every kind of place all of them.
        for (turn, pointer) in all.enumerate() {
            for value in values.iter().skip(turn % 4).step_by(4) {
                let parsed = replaced(&json, pointer, value.clone());
                assert_eq!(json["headline"], *parsed.article.headline, "{name}: {pointer} {value}");
            }
        }
    }
}

#[test]
fn wrong_values_are_left_out() {
    let image = |field: &str| format!(r#"[{{"type":"image","image":{{"url":"a.webp",{field}}}}}]"#);
    let same = || [BlockKind::Image(super::image("a.webp")).into()];
    let check = |field: &str, warning: &str| check_body(&image(field), &same(), &[warning]);
    let range = "left out: not a whole number in range";
    check(r#""width":0,"height":2"#, &format!("/body/0/image/width: {range}"));
    check(r#""width":-3,"height":2"#, &format!("/body/0/image/width: {range}"));
    check(r#""width":"rộng","height":2"#, &format!("/body/0/image/width: {range}"));
    check(r#""contentSize":"1.2 MB""#, &format!("/body/0/image/contentSize: {range}"));
    check(
        r#""focus":{"x":7,"y":0.5}"#,
        "/body/0/image/focus/x: left out: not a number from 0 to 1",
    );
    check(r#""focus":{"x":0.5}"#, r#"/body/0/image/focus: "y" is missing or empty"#);
    check(
        r#""encoding":[{"contentUrl":"b.webp"}]"#,
        r#"/body/0/image/encoding/0: "contentUrl or width" is missing or empty"#,
    );

    let word = "left out: not one of the words that this field knows";
    check_body(
        r#"[{"type":"box","tone":"loud","title":"a"}]"#,
        &[BlockKind::Box { title: Some("a".into()), tone: BoxTone::Note, blocks: vec![] }.into()],
        &[&format!("/body/0/tone: {word}")],
    );
    let list = |style| BlockKind::List { style, items: vec![Flow::Text(words("a"))] };
    check_body(
        r#"[{"type":"list","style":"roman","items":["a"]}]"#,
        &[list(ListStyle::Bullet).into()],
        &[&format!("/body/0/style: {word}")],
    );
    check_body(
        r#"[{"type":"list","style":"number","start":99999999999,"items":["a"]}]"#,
        &[list(ListStyle::Number(1)).into()],
        &["/body/0/start: left out: not a whole number in range"],
    );
}

#[test]
fn a_block_without_what_it_is_about_is_left_out() {
    for (block, field) in [
        (r#""type":"paragraph""#, "text"),
        (r#""type":"heading","level":2"#, "text"),
        (r#""type":"image""#, "image"),
        (r#""type":"gallery","images":[]"#, "images"),
        (r#""type":"quote","cite":"a""#, "text"),
        (r#""type":"quote","blocks":[]"#, "text"),
        (r#""type":"list""#, "items"),
        (r#""type":"list","items":[""]"#, "items"),
        (r#""type":"table","rows":[]"#, "rows"),
        (r#""type":"video""#, "sources"),
        (r#""type":"audio""#, "source"),
        (r#""type":"embed""#, "url"),
        (r#""type":"box","blocks":[]"#, "blocks"),
        (r#""type":"timeline""#, "items"),
        (r#""type":"related","title":"a""#, "items"),
        (r#""type":"code""#, "text"),
    ] {
        check_body(
            &format!(r#"[{{{block}}},{{"type":"divider"}}]"#),
            &[BlockKind::Divider.into()],
            &[&format!(r#"/body/0: "{field}" is missing or empty"#)],
        );
    }
}

#[test]
fn a_bare_text_among_blocks_is_a_paragraph() {
    let parsed = read(&with_body(r#"["Chữ", 7, {"type":"divider"}]"#));
    assert_eq!(parsed.article.body, [paragraph("Chữ"), BlockKind::Divider.into()]);
    let places: Vec<_> = parsed.warnings.iter().map(|warning| &*warning.pointer).collect();
    assert_eq!(places, ["/body/0", "/body/1"]);
}

#[test]
fn what_is_beside_broken_blocks_of_a_quote_is_kept() {
    let quote = BlockKind::Quote {
        content: Flow::Text(words("Chữ")),
        cite: vec![],
        url: None,
        style: QuoteStyle::Block,
    };
    check_body(
        r#"[{"type":"quote","blocks":7,"text":"Chữ"}]"#,
        &[quote.into()],
        &["/body/0/blocks: left out: a list of blocks belongs here"],
    );
}

#[test]
fn fields_of_others_are_passed_over() {
    let parsed = read(
        r#"{"headline":"Tin","@graph":[1e999],"__proto__":{"x":1},"constructor":7,
            "body":[{"type":"divider","style":"margin:0","class":"tb-foot","onclick":"alert(1)"}]}"#,
    );
    assert_eq!(parsed.article.body, [BlockKind::Divider.into()]);
    assert_eq!(said(&parsed), [": number out of range, brought down"]);
}
