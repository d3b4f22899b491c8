//! What the tests do to the page: a root to work in, events, frames, and answers handed over.

use std::ops::Deref;

use js_sys::{Array, Function, Object, Promise, Reflect};
use trangbao::browser::boot::Boot;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Document, Element, EventTarget, MouseEvent, MouseEventInit, Response,
    ResponseInit, Window,
};

/// What has not come by then never will, in milliseconds.
const NEVER: i32 = 5_000;

pub fn window() -> Window {
    web_sys::window().unwrap()
}

pub fn document() -> Document {
    window().document().unwrap()
}

/// An address on the server that serves the tests, and with them the repository.
pub fn address(path: &str) -> String {
    window().location().origin().unwrap() + path
}

/// An element at the end of the page, for as long as this lives.
pub struct Root(Element);

impl Root {
    pub fn new(html: &str) -> Self {
        let root = document().create_element("div").unwrap();
        root.set_inner_html(html);
        document().body().unwrap().append_child(&root).unwrap();
        Self(root)
    }

    pub fn has(&self, selector: &str) -> bool {
        self.query_selector(selector).unwrap().is_some()
    }

    /// The first element that fits; there has to be one.
    pub fn get(&self, selector: &str) -> Element {
        let found = self.query_selector(selector).unwrap();
        found.unwrap_or_else(|| panic!("no {selector} in {}", self.inner_html()))
    }

    pub fn text(&self, selector: &str) -> String {
        self.get(selector).text_content().unwrap()
    }

    pub fn click(&self, selector: &str) {
        click(&self.get(selector), &MouseEventInit::new());
    }
}

impl Deref for Root {
    type Target = Element;

    fn deref(&self) -> &Element {
        &self.0
    }
}

impl Drop for Root {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// A click as a mouse makes it.
pub fn click(target: &EventTarget, how: &MouseEventInit) {
    how.set_bubbles(true);
    how.set_cancelable(true);
    how.set_composed(true);
    let event = MouseEvent::new_with_mouse_event_init_dict("click", how).unwrap();
    target.dispatch_event(&event).unwrap();
}

/// The next event of a kind. It counts from now on, so it can be asked for before it is caused.
pub fn next_event(target: &EventTarget, name: &'static str) -> impl Future<Output = ()> + use<> {
    let event = Promise::new(&mut |resolve, _| {
        target.add_event_listener_with_callback_and_bool(name, &resolve, true).unwrap();
    });
    async move {
        settled(name, event).await.unwrap();
    }
}

/// What becomes of a promise; it has to become something.
pub async fn settled(what: &str, promise: Promise) -> Result<JsValue, JsValue> {
    let late = Promise::new(&mut |_, reject| {
        let late = JsValue::from("late");
        let set =
            window().set_timeout_with_callback_and_timeout_and_arguments_1(&reject, NEVER, &late);
        set.unwrap();
    });
    let result = JsFuture::from(Promise::race(&Array::of2(&promise, &late))).await;
    assert_ne!(result, Err("late".into()), "no {what}");
    result
}

/// The next frame.
pub async fn frame() {
    let frame = Promise::new(&mut |resolve, _| {
        window().request_animation_frame(&resolve).unwrap();
    });
    settled("frame", frame).await.unwrap();
}

/// Whatever was ready to happen has happened.
pub async fn turn() {
    let turn = Promise::new(&mut |resolve, _| {
        window().set_timeout_with_callback(&resolve).unwrap();
    });
    JsFuture::from(turn).await.unwrap();
}

/// The first frame in which it holds.
pub async fn until(what: &str, holds: impl Fn() -> bool) {
    let start = js_sys::Date::now();
    while !holds() {
        assert!(js_sys::Date::now() < start + f64::from(NEVER), "never came: {what}");
        frame().await;
    }
}

/// The promise with the function that fulfils it.
pub fn promise() -> (Promise, Function) {
    let mut fulfil = None;
    let promise = Promise::new(&mut |resolve, _| fulfil = Some(resolve));
    (promise, fulfil.unwrap())
}

/// The browser with another property, for as long as this lives.
pub struct Replaced {
    object: Object,
    key: JsValue,
    before: JsValue,
}

impl Replaced {
    /// A property whose value is computed by a JavaScript function body.
    pub fn getter(object: &JsValue, key: &str, body: &str) -> Self {
        let descriptor = Object::new();
        set(&descriptor, "get", &Function::new_no_args(body));
        Self::define(object, key, &descriptor)
    }

    pub fn value(object: &JsValue, key: &str, value: &JsValue) -> Self {
        let descriptor = Object::new();
        set(&descriptor, "value", value);
        set(&descriptor, "writable", &JsValue::TRUE);
        Self::define(object, key, &descriptor)
    }

    /// A property that an older browser would not have. It stands in a prototype.
    pub fn missing(object: &JsValue, key: &str) -> Self {
        let prototype: JsValue = Object::get_prototype_of(object).into();
        let replaced = Self::keep(&prototype, key);
        Reflect::delete_property(&replaced.object, &replaced.key).unwrap();
        assert!(!Reflect::has(object, &replaced.key).unwrap());
        replaced
    }

    fn define(object: &JsValue, key: &str, descriptor: &Object) -> Self {
        let replaced = Self::keep(object, key);
        set(descriptor, "configurable", &JsValue::TRUE);
        Object::define_property(&replaced.object, &replaced.key, descriptor);
        replaced
    }

    fn keep(object: &JsValue, key: &str) -> Self {
        let key = JsValue::from(key);
        let object: Object = object.clone().unchecked_into();
        let before = Reflect::get_own_property_descriptor(&object, &key).unwrap();
        Self { object, key, before }
    }
}

impl Drop for Replaced {
    fn drop(&mut self) {
        if self.before.is_undefined() {
            Reflect::delete_property(&self.object, &self.key).unwrap();
        } else {
            Object::define_property(&self.object, &self.key, self.before.unchecked_ref());
        }
    }
}

pub fn set(object: &JsValue, key: &str, value: &JsValue) {
    assert!(Reflect::set(object, &key.into(), value).unwrap());
}

/// A server's answer.
pub fn response(status: u16, text: &str) -> Promise {
    let init = ResponseInit::new();
    init.set_status(status);
    let response = Response::new_with_opt_str_and_init(Some(text), &init).unwrap();
    Promise::resolve(&JsValue::from(response))
}

/// Early answers, handed over as the boot module does.
pub struct Handover {
    base: String,
    early: Object,
}

impl Handover {
    pub fn new(base: &str) -> Self {
        Self { base: base.to_owned(), early: Object::new() }
    }

    /// An answer that is on its way, and what ends it.
    pub fn promise(&self, path: &str, response: &Promise) -> AbortController {
        let controller = AbortController::new().unwrap();
        let early = Object::new();
        set(&early, "response", response);
        set(&early, "controller", &controller);
        set(&self.early, &[&self.base, path].concat(), &early);
        controller
    }

    pub fn answer(self, path: &str, status: u16, text: &str) -> Self {
        self.promise(path, &response(status, text));
        self
    }

    pub fn boot(self) -> Boot {
        let options = Object::new();
        set(&options, "base", &self.base.into());
        set(&options, "early", &self.early);
        Boot::read(options.into())
    }
}
