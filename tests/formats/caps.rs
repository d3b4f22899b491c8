//! Articles that are more than a page can bear.

use trangbao::limits::{MAX_BLOCKS, MAX_PICTURES};

use super::*;

const TOO_MANY: ParseError = ParseError::TooLarge { what: "more than 30,000 blocks" };

/// A list of as many of these.
fn many(of: &str, count: usize) -> String {
    format!("[{}]", vec![of; count].join(","))
}

#[test]
fn an_article_has_a_limit_of_blocks() {
    let divider = r#"{"type":"divider"}"#;
    let most = read(&with_body(&many(divider, MAX_BLOCKS)));
    assert_eq!(most.article.body.len(), MAX_BLOCKS);
    assert_eq!(try_read(&with_body(&many(divider, MAX_BLOCKS + 1))), Err(TOO_MANY));
}

#[test]
fn whatever_becomes_an_element_of_its_own_counts() {
    let over = MAX_BLOCKS + 1;
    let note = r#"{"text":"","marks":[{"note":"a"}]}"#;
    for body in [
        many(r#""a""#, over),
        format!(r#""{}""#, "a\\n\\n".repeat(over)),
        format!(r#"[{{"type":"box","blocks":{}}}]"#, many(r#"{"type":"divider"}"#, over)),
        format!(r#"[{{"type":"list","items":{}}}]"#, many(r#""a""#, over)),
        format!(r#"[{{"type":"table","rows":{}}}]"#, many(r#"["a"]"#, over)),
        format!(r#"[{{"type":"table","rows":[{}]}}]"#, many("1", over)),
        format!(r#"[{{"type":"timeline","items":{}}}]"#, many(r#"{"title":"a"}"#, over)),
        format!(r#"[{{"type":"related","items":{}}}]"#, many(r#""/a""#, over)),
        format!(r#"[{{"type":"paragraph","text":{}}}]"#, many(note, over)),
    ] {
        let start: String = body.chars().take(60).collect();
        assert!(try_read(&with_body(&body)) == Err(TOO_MANY), "not refused: {start}");
    }
}

#[test]
fn pictures_beyond_the_limit_are_left_out() {
    let body =
        format!(r#"[{{"type":"gallery","images":{}}}]"#, many(r#""a.webp""#, MAX_PICTURES * 5));
    let parsed = read(&with_body(&body));
    let BlockKind::Gallery { images, .. } = &parsed.article.body[0].kind else { panic!() };
    assert_eq!(images.len(), MAX_PICTURES * 4);
    // Nobody reads more warnings than that.
    assert_eq!(parsed.warnings.len(), 1_000);
}

#[test]
fn a_body_as_deep_as_json_may_be_is_read() {
    let levels = 60;
    let open = r#"{"type":"box","title":"a","blocks":["#.repeat(levels);
    let body = format!("[{open}{}]", "]}".repeat(levels));
    let parsed = read(&with_body(&body));
    let (mut depth, mut blocks) = (0, &parsed.article.body);
    while let [Block { kind: BlockKind::Box { blocks: inner, .. }, .. }] = &blocks[..] {
        (depth, blocks) = (depth + 1, inner);
    }
    assert_eq!(depth, levels);
    assert_eq!(said(&parsed), [""; 0]);
}

#[test]
fn deeper_than_that_the_rest_is_left_out() {
    let levels = 50_000;
    let open = r#"{"type":"box","title":"a","blocks":["#.repeat(levels);
    let body = format!(r#"[{{"type":"paragraph","text":"Chữ"}},{open}{}]"#, "]}".repeat(levels));
    let parsed = read(&with_body(&body));
    assert_eq!(parsed.article.body[0], paragraph("Chữ"));
    assert_eq!(said(&parsed), [": nested too deeply: what lies deeper was left out"]);
}
