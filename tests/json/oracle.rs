//! Whatever serde_json reads, ours reads the same; what it refuses, ours may mend but never fall over.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use trangbao::formats::{Source, parse, parse_catalogue, parse_site};
use trangbao::json::{Json, read};
use trangbao::limits::MAX_BYTES;
use trangbao::safe_url::standard;

/// Where two trees differ first, by JSON pointer.
fn difference(ours: &Json, theirs: &Value, at: &str) -> Option<String> {
    let same = match (ours, theirs) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        (Json::Text(ours), Value::String(theirs)) => **ours == **theirs,
        (Json::Integer(ours), Value::Number(theirs)) => {
            // JSON has a negative zero, whole numbers have not.
            theirs.as_i64().or(theirs.as_f64().filter(|float| *float == 0.0).map(|_| 0))
                == Some(*ours)
        }
        (Json::Float(ours), Value::Number(theirs)) => is_near(*ours, theirs.as_f64().unwrap()),
        (Json::Array(ours), Value::Array(theirs)) => {
            let mut pairs = ours.iter().zip(theirs).enumerate();
            let inner =
                pairs.find_map(|(index, (a, b))| difference(a, b, &format!("{at}/{index}")));
            if inner.is_some() {
                return inner;
            }
            ours.len() == theirs.len()
        }
        (Json::Object(members), Value::Object(theirs)) => {
            for (key, value) in theirs {
                let at = format!("{at}/{key}");
                let inner = match ours.get(key) {
                    Some(ours) => difference(ours, value, &at),
                    None => Some(at),
                };
                if inner.is_some() {
                    return inner;
                }
            }
            members.iter().all(|(key, _)| theirs.contains_key(&**key))
        }
        _ => false,
    };
    (!same).then(|| format!("{at}: {ours:?} is not {theirs:?}"))
}

/// Ours is exact to about 15 digits, but for numbers so small that even floats are not.
fn is_near(ours: f64, theirs: f64) -> bool {
    (ours - theirs).abs() <= (theirs.abs() * 1e-12).max(1e-300)
}

/// Holds one file against serde_json; true where serde_json reads it.
#[track_caller]
fn check(name: &str, bytes: &[u8]) -> bool {
    let ours = read(bytes);
    let theirs: Result<Value, _> = serde_json::from_slice(bytes);
    if let Ok(theirs) = &theirs
        && bytes.len() <= MAX_BYTES
    {
        let (ours, problems) = ours.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(difference(&ours, theirs, ""), None, "{name}");
        assert_eq!(problems, [], "{name}");
    }
    // Whatever it is, it is an article or an error.
    let source = Source { address: Some("https://bao.example/a.json"), resolve: standard };
    let _ = parse(bytes, &source);
    let _ = parse_catalogue(bytes, &source);
    let _ = parse_site(bytes, &source);
    theirs.is_ok()
}

/// The files below a folder whose name has this ending; all of them where it is empty.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in
            fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Checks every file; says how many serde_json reads.
fn check_all(files: &[PathBuf]) -> usize {
    files.iter().filter(|path| check(&path.display().to_string(), &fs::read(path).unwrap())).count()
}

#[test]
fn documents_of_every_shape() {
    let deep = format!("{}{}", "[".repeat(127), "]".repeat(127));
    for json in [
        "null",
        " true ",
        "false",
        "\"\"",
        "[]",
        "{}",
        "[[],{}]",
        "\t\r\n 0 \n",
        "[0,-0,1,-1,10,9007199254740993,-9223372036854775808,18446744073709551615]",
        "[0.1,1.5e3,1E5,1e+5,1e-5,-0.0,3.141592653589793238462643383279,1e22,1e23,123456789012345678901234567890]",
        "[1e308,-1.7976931348623157e308,2.2250738585072014e-308,5e-324,1e-400,4.9e-320]",
        "[0.000000000000000000000000000001,100000000000000000000000.5,1234567890.1234567890]",
        r#"{"a":1,"a":2,"":3,"\u0061":4,"a/b":{"~":5}}"#,
        r#"["\u0000\u001f\u007f\u2028\ufeff\uffff\ud834\udd1e\"\\\/\b\f\n\r\t"]"#,
        "[\"Quận uỷ Tây Hồ\",\"Ho\u{302}\u{300}\",\"😀\",\"\u{10ffff}\"]",
        &deep,
    ] {
        assert!(check(json, json.as_bytes()), "serde_json refuses {json}");
    }
}

#[test]
fn what_serde_json_writes() {
    let value = serde_json::json!({
        "số": [0, -1, 1.5, 1e-7, 1e300, u64::MAX, i64::MIN, f64::MAX, f64::MIN_POSITIVE, 0.1 + 0.2],
        "chữ": ["", "\u{0}", "\"\\/", "😀", "Ễ"],
        "lồng": { "a": { "b": [null, true, { "c": [] }] } },
    });
    assert!(check("compact", &serde_json::to_vec(&value).unwrap()));
    assert!(check("pretty", &serde_json::to_vec_pretty(&value).unwrap()));
}

/// Numbers of every size and length, the same in each run.
#[test]
fn many_numbers() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    for _ in 0..20_000 {
        let mut number = String::from(if random(2) == 0 { "" } else { "-" });
        number += &(random(u64::MAX) >> random(64)).to_string();
        if random(2) == 0 {
            number += &format!(".{:0width$}", random(1 << 40), width = random(30) as usize);
        }
        if random(3) == 0 {
            number += &format!("e{}", random(580) as i64 - 300);
        }
        // Beyond what a float holds serde_json gives up.
        if serde_json::from_str::<Value>(&number).is_ok() {
            check(&number, number.as_bytes());
        }
    }
}

/// Damage at each byte of a real file: the two agree on what is JSON, but for what ours mends.
#[test]
fn damaged_documents() {
    let whole = include_bytes!("../fixtures/blocks/table.json");
    for at in 0..whole.len() {
        for by in [b'"', b'\\', b'{', b']', b',', b':', b'0', b'e', b' ', 0, 0xff] {
            let mut bytes = whole.to_vec();
            bytes[at] = by;
            let ours = read(&bytes);
            let theirs = serde_json::from_slice::<Value>(&bytes);
            match (ours, theirs) {
                (Ok((ours, _)), Ok(theirs)) => assert_eq!(difference(&ours, &theirs, ""), None),
                (Ok((_, problems)), Err(_)) => {
                    assert_ne!(problems, [], "byte {at} as {by}: serde_json refuses it");
                }
                (Err(error), Ok(_)) => panic!("byte {at} as {by}: {error}"),
                (Err(_), Err(_)) => {}
            }
        }
    }
}

#[test]
fn our_own_files() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["static", "tests/fixtures"] {
        let mut files = files(&root.join(folder), ".json");
        // It shows what the command says of a file that is none.
        files.retain(|file| !file.ends_with("check/hong.json"));
        assert_eq!(check_all(&files), files.len(), "{folder} has a file that is no JSON");
        assert!(files.len() > 10);
    }
}

#[test]
fn articles_of_other_publishers() {
    let Some(corpus) = std::env::var_os("TRANGBAO_CORPUS") else {
        println!("skipped: TRANGBAO_CORPUS is not set");
        return;
    };
    let files = files(Path::new(&corpus), ".json");
    let read = check_all(&files);
    println!("{read} of {} files are JSON to serde_json too", files.len());
    assert!(read > 0);
}

#[test]
fn hostile_files() {
    let Some(corpus) = std::env::var_os("TRANGBAO_CORPUS") else {
        println!("skipped: TRANGBAO_CORPUS is not set");
        return;
    };
    let folder = Path::new(&corpus).join("../hostile/json");
    if !folder.is_dir() {
        println!("skipped: there is no {}", folder.display());
        return;
    }
    let files = files(&folder, "");
    let read = check_all(&files);
    println!("{read} of {} files are JSON to serde_json too", files.len());
    assert!(!files.is_empty());
}
