//! What holds for the formats of components: no wrong type ends in a panic.

use super::rich::try_open;

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
