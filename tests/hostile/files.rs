//! Payloads of JSON: encodings, depth, numbers, keys, and every field with a value of a wrong type.

use std::path::Path;

use serde_json::{Value, json};
use trangbao::formats::{Found, names};

use super::effort::in_proportion;
use super::fields::{Form, forms};
use super::page::{look, render};
use super::{hostile, open, spread};

/// Opens a file as everything that it could be, and looks at the page where there is one.
fn try_file(name: &str, bytes: &[u8]) {
    for format in names().map(Some).chain([None]) {
        let opened = in_proportion(name, || open(bytes, format, None));
        if let (None, Some(opened)) = (format, &opened)
            && let Found::Article(article) = &opened.found
        {
            assert_eq!(look(&render(article)).complaints, [""; 0], "{name}");
        }
    }
}

#[test]
fn no_file_breaks_the_reader() {
    let Some(folder) = hostile() else { return };
    let files = |part: &str| std::fs::read_dir(folder.join(part)).unwrap();
    let files = ["json/nst", "json/raw"].into_iter().flat_map(files);
    let files: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
    spread(&files, |path| try_file(&path.display().to_string(), &std::fs::read(path).unwrap()));
    println!("{} files", files.len());
}

#[test]
fn no_wrong_type_breaks_a_reader() {
    let Some(folder) = hostile() else { return };
    for entry in std::fs::read_dir(folder.join("json")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            wrong_types(&path);
        }
    }
}

fn wrong_types(path: &Path) {
    let rows: Vec<Value> = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    spread(&rows, |row| try_file(row["id"].as_str().unwrap(), row["doc"].to_string().as_bytes()));
    println!("{}: {} documents", path.display(), rows.len());
}

/// What takes the place of a field.
fn values() -> [Value; 12] {
    let deep = (0..200).fold(json!(1), |inner, _| json!([inner]));
    [
        Value::Null,
        json!(true),
        json!(-1),
        json!(1e300),
        json!(""),
        json!("<img src=x onerror=alert(1)>"),
        json!("javascript:alert(1)"),
        json!([]),
        json!([null, [[]], {}]),
        json!({}),
        json!({ "__proto__": { "type": "x" }, "": 0 }),
        deep,
    ]
}

/// The pointers of everything in a document.
fn pointers(json: &Value, here: &str, out: &mut Vec<String>) {
    out.push(here.to_owned());
    match json {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, &format!("{here}/{index}"), out);
            }
        }
        Value::Object(members) => {
            for (key, item) in members {
                let key = key.replace('~', "~0").replace('/', "~1");
                pointers(item, &format!("{here}/{key}"), out);
            }
        }
        _ => {}
    }
}

/// Each field of a file of each format is replaced in turn.
#[test]
fn no_field_with_a_wrong_type_breaks_its_format() {
    for form in forms() {
        let whole: Value = serde_json::from_str(&form.fill(&[], "")).unwrap();
        let mut fields = Vec::new();
        pointers(&whole, "", &mut fields);
        let opened: usize =
            spread(&fields, |field| replace(&form, &whole, field)).into_iter().sum();
        println!("{}: {} fields, {opened} of them opened", form.format, fields.len());
        assert!(opened > fields.len(), "{}", form.format);
    }
}

/// Puts each value into a field. How many of the files were opened.
fn replace(form: &Form, whole: &Value, field: &str) -> usize {
    let mut opened = 0;
    for (at, value) in values().into_iter().enumerate() {
        let mut file = whole.clone();
        *file.pointer_mut(field).unwrap() = value;
        let found = open(file.to_string().as_bytes(), Some(form.format), Some(1));
        let Some(found) = found else { continue };
        opened += 1;
        let Found::Article(article) = found.found else { panic!("{field}: a catalogue") };
        // The view does not depend on what is missing; the names of fields would do.
        if (at + field.len()).is_multiple_of(8) {
            assert_eq!(look(&render(&article)).complaints, [""; 0], "{field}");
        }
    }
    opened
}
