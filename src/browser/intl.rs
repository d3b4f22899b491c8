//! Dates and numbers in any language, through `Intl`.

use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A date in full. `local` is in milliseconds, the zone's offset already added.
pub fn date(local: f64, has_time: bool, lang: &str) -> Option<String> {
    let mut options = vec![
        ("weekday", "long"),
        ("day", "numeric"),
        ("month", "long"),
        ("year", "numeric"),
        ("timeZone", "UTC"),
    ];
    if has_time {
        options.extend([("hour", "2-digit"), ("minute", "2-digit")]);
    }
    format("DateTimeFormat", lang, &options, &Date::new(&local.into()))
}

/// A whole number.
pub fn number(number: f64, lang: &str) -> Option<String> {
    format("NumberFormat", lang, &[], &number.into())
}

/// `Intl` throws for a tag that is no tag, so everything here may fail.
fn format(kind: &str, lang: &str, options: &[(&str, &str)], value: &JsValue) -> Option<String> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &kind.into()).ok()?.dyn_into().ok()?;
    let settings = Object::new();
    for (key, setting) in options {
        Reflect::set(&settings, &(*key).into(), &(*setting).into()).ok()?;
    }
    let formatter = Reflect::construct(&constructor, &Array::of2(&lang.into(), &settings)).ok()?;
    let format: Function = Reflect::get(&formatter, &"format".into()).ok()?.dyn_into().ok()?;
    format.call1(&formatter, value).ok()?.as_string()
}
