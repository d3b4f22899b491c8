//! A validator for JSON Schema, as far as the schema of the format goes.

use serde_json::Value;

/// Keywords that say something to people alone, or hold other rules.
const NOTES: [&str; 7] =
    ["$schema", "$defs", "title", "description", "default", "format", "$comment"];
/// Keywords whose value is a rule, a list of rules, and an object of rules.
const ONE: [&str; 6] = ["items", "contains", "if", "then", "else", "additionalProperties"];
const SOME: [&str; 2] = ["anyOf", "allOf"];
const NAMED: [&str; 2] = ["properties", "$defs"];
const PLAIN: [&str; 11] = [
    "$ref",
    "type",
    "const",
    "enum",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "required",
    "dependentRequired",
];

/// The keywords of a schema that this validator would pass over.
pub fn unknown_keywords(schema: &Value) -> Vec<String> {
    let Value::Object(rule) = schema else { return Vec::new() };
    let mut unknown = Vec::new();
    for (key, value) in rule {
        let key = key.as_str();
        if ONE.contains(&key) {
            unknown.extend(unknown_keywords(value));
        } else if SOME.contains(&key) {
            unknown.extend(value.as_array().unwrap().iter().flat_map(unknown_keywords));
        } else if NAMED.contains(&key) {
            unknown.extend(value.as_object().unwrap().values().flat_map(unknown_keywords));
        } else if !PLAIN.contains(&key) && !NOTES.contains(&key) {
            unknown.push(key.to_owned());
        }
    }
    unknown
}

/// What the schema has against a value: JSON pointers with a reason each.
pub fn complaints(schema: &Value, value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    Validator { schema }.check(schema, value, "", &mut out);
    out
}

struct Validator<'a> {
    schema: &'a Value,
}

impl Validator<'_> {
    fn fits(&self, rule: &Value, value: &Value) -> bool {
        let mut out = Vec::new();
        self.check(rule, value, "", &mut out);
        out.is_empty()
    }

    fn check(&self, rule: &Value, value: &Value, at: &str, out: &mut Vec<String>) {
        let rule = match rule {
            Value::Bool(true) => return,
            Value::Bool(false) => return out.push(format!("{at}: nothing belongs here")),
            _ => rule.as_object().unwrap(),
        };
        for (key, wanted) in rule {
            let fine = match key.as_str() {
                "$ref" => {
                    let place = wanted.as_str().unwrap().strip_prefix('#').unwrap();
                    self.check(self.schema.pointer(place).unwrap(), value, at, out);
                    true
                }
                "type" => match wanted {
                    Value::Array(names) => names.iter().any(|name| is_a(value, name)),
                    name => is_a(value, name),
                },
                "const" => value == wanted,
                "enum" => wanted.as_array().unwrap().contains(value),
                "minimum" => value.as_f64().is_none_or(|n| n >= wanted.as_f64().unwrap()),
                "maximum" => value.as_f64().is_none_or(|n| n <= wanted.as_f64().unwrap()),
                "minLength" => length(value).is_none_or(|n| n >= wanted.as_u64().unwrap()),
                "maxLength" => length(value).is_none_or(|n| n <= wanted.as_u64().unwrap()),
                "minItems" => {
                    value.as_array().is_none_or(|a| a.len() as u64 >= wanted.as_u64().unwrap())
                }
                "anyOf" => wanted.as_array().unwrap().iter().any(|one| self.fits(one, value)),
                "allOf" => {
                    wanted
                        .as_array()
                        .unwrap()
                        .iter()
                        .for_each(|one| self.check(one, value, at, out));
                    true
                }
                "if" => {
                    let branch = if self.fits(wanted, value) { "then" } else { "else" };
                    if let Some(branch) = rule.get(branch) {
                        self.check(branch, value, at, out);
                    }
                    true
                }
                "contains" => {
                    value.as_array().is_none_or(|a| a.iter().any(|v| self.fits(wanted, v)))
                }
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(wanted, item, &format!("{at}/{index}"), out);
                    }
                    true
                }
                "properties" => {
                    for (name, rule) in wanted.as_object().unwrap() {
                        if let Some(member) = value.get(name) {
                            self.check(rule, member, &format!("{at}/{name}"), out);
                        }
                    }
                    true
                }
                "required" => {
                    for name in wanted.as_array().unwrap() {
                        if value.is_object() && value.get(name.as_str().unwrap()).is_none() {
                            out.push(format!("{at}: {name} is missing"));
                        }
                    }
                    true
                }
                "dependentRequired" => wanted.as_object().unwrap().iter().all(|(name, others)| {
                    let mut others = others.as_array().unwrap().iter();
                    value.get(name).is_none()
                        || others.all(|one| value.get(one.as_str().unwrap()).is_some())
                }),
                "additionalProperties" => {
                    let known = rule.get("properties").and_then(Value::as_object);
                    let is_known = |name: &str| known.is_some_and(|known| known.contains_key(name));
                    let names = value.as_object().into_iter().flat_map(|members| members.keys());
                    *wanted != Value::Bool(false) || names.into_iter().all(|name| is_known(name))
                }
                _ => true,
            };
            if !fine {
                out.push(format!("{at}: {key} {wanted}"));
            }
        }
    }
}

fn length(value: &Value) -> Option<u64> {
    value.as_str().map(|text| text.chars().count() as u64)
}

fn is_a(value: &Value, name: &Value) -> bool {
    match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        other => panic!("no such type: {other}"),
    }
}
