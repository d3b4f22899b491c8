//! Bytes, and every reason why there are none.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Uint8Array};
use trangbao::browser::boot::Boot;
use trangbao::browser::fetch::{Request, get_bytes};
use trangbao::error::LoadError;
use trangbao::limits::MAX_BYTES;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Blob, Url};

use crate::page::{Handover, Replaced, address, promise, response, settled, turn, window};

type Answer = Result<Vec<u8>, LoadError>;

/// A request, a promise that is fulfilled when it reports, and what it has reported.
fn request(url: &str) -> (Request, Promise, Rc<RefCell<Vec<Answer>>>) {
    let reports = Rc::new(RefCell::new(Vec::new()));
    let (reported, fulfil) = promise();
    let to = reports.clone();
    let report = move |answer: Answer| {
        to.borrow_mut().push(answer);
        fulfil.call0(&JsValue::NULL).unwrap();
    };
    (get_bytes(url.to_owned(), Box::new(report)), reported, reports)
}

async fn fetched(url: &str) -> Answer {
    let (_request, reported, reports) = request(url);
    settled("report", reported).await.unwrap();
    turn().await;
    assert_eq!(reports.borrow().len(), 1, "a request reports once");
    reports.take().remove(0)
}

fn blob(bytes: &[u8]) -> String {
    let parts = Array::of1(&Uint8Array::from(bytes));
    Url::create_object_url_with_blob(&Blob::new_with_u8_array_sequence(&parts).unwrap()).unwrap()
}

#[wasm_bindgen_test]
async fn bytes_arrive_as_they_are() {
    let file = fetched(&address("/static/site.json")).await;
    assert_eq!(file.unwrap(), include_bytes!("../../static/site.json"));
    let every_byte: Vec<u8> = (0..=255).cycle().take(300_000).collect();
    assert_eq!(fetched(&blob(&every_byte)).await.unwrap(), every_byte);
    assert_eq!(fetched("data:text/plain,H%E1%BB%93").await.unwrap(), "Hồ".as_bytes());
    assert_eq!(fetched(&blob(b"")).await.unwrap(), b"");
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_there_is_not_found() {
    assert_eq!(fetched(&address("/khong-co.json")).await, Err(LoadError::NotFound));
}

#[wasm_bindgen_test]
async fn every_status_has_its_reason() {
    for (status, expected) in [
        (200, Ok(b"{}".to_vec())),
        (404, Err(LoadError::NotFound)),
        (410, Err(LoadError::Gone)),
        (403, Err(LoadError::Status(403))),
        (429, Err(LoadError::Server { status: 429, wait: 0 })),
        (500, Err(LoadError::Server { status: 500, wait: 0 })),
        (503, Err(LoadError::Server { status: 503, wait: 0 })),
    ] {
        let base = address("/bao/");
        Handover::new(&base).answer("a.json", status, "{}").boot();
        assert_eq!(fetched(&(base + "a.json")).await, expected, "{status}");
    }
}

#[wasm_bindgen_test]
async fn a_server_says_when_it_wants_to_be_asked_again() {
    for (header, wait) in [("30", 30), ("0", 0), ("70000", 0), ("Wed, 21 Oct 2099 07:28:00 GMT", 0)]
    {
        let answer = response(503, "");
        let answered = settled("answer", answer.clone()).await.unwrap();
        let headers = answered.unchecked_into::<web_sys::Response>().headers();
        headers.set("Retry-After", header).unwrap();
        let base = address("/bao/");
        let handover = Handover::new(&base);
        handover.promise("a.json", &answer);
        handover.boot();
        let expected = Err(LoadError::Server { status: 503, wait });
        assert_eq!(fetched(&(base + "a.json")).await, expected, "{header}");
    }
}

#[wasm_bindgen_test]
async fn a_page_in_the_place_of_a_file_is_told_from_a_damaged_file() {
    assert_eq!(fetched(&blob(b"\r\n <!doctype html>")).await, Err(LoadError::NotArticle));
    assert_eq!(fetched(&blob(b"{\"a\": \"<p>\"")).await.unwrap(), b"{\"a\": \"<p>\"");
}

#[wasm_bindgen_test]
async fn what_is_larger_than_the_cap_is_refused() {
    let mut bytes = vec![b' '; MAX_BYTES];
    assert_eq!(fetched(&blob(&bytes)).await.map(|bytes| bytes.len()), Ok(MAX_BYTES));
    bytes.push(b' ');
    assert_eq!(fetched(&blob(&bytes)).await, Err(LoadError::TooLarge));
}

#[wasm_bindgen_test]
async fn a_dropped_request_is_aborted_and_reports_nothing() {
    // What the browser's own fetch is asked for is seen through one that keeps its promises.
    let asked = Array::new();
    let spy = Function::new_with_args(
        "asked, fetch",
        "return (...given) => { const p = fetch(...given); asked.push(p, given[1].signal); return p }",
    );
    let own = js_sys::Reflect::get(&window(), &"fetch".into()).unwrap();
    let own: Function = own.unchecked_into::<Function>().bind0(&window());
    let spy = spy.call2(&JsValue::NULL, &asked, &own).unwrap();
    let _spied = Replaced::value(&window(), "fetch", &spy);

    let (dropped, _, reports) = request(&address("/static/articles/index.json"));
    turn().await;
    drop(dropped);
    let signal: web_sys::AbortSignal = asked.get(1).unchecked_into();
    assert!(signal.aborted());
    // It may have been answered in that one turn; its bytes have not been read then.
    let _ = settled("answer or abort", asked.get(0).unchecked_into()).await;
    turn().await;
    assert_eq!(*reports.borrow(), []);
}

#[wasm_bindgen_test]
async fn an_answer_that_comes_after_the_drop_is_not_reported() {
    let base = address("/bao/");
    let handover = Handover::new(&base);
    let (answer, fulfil) = promise();
    let controller = handover.promise("a.json", &answer);
    handover.boot();
    let (dropped, _, reports) = request(&(base + "a.json"));
    turn().await;
    assert!(!controller.signal().aborted());
    drop(dropped);
    assert!(controller.signal().aborted());
    let late = settled("answer", response(200, "{}")).await.unwrap();
    fulfil.call1(&JsValue::NULL, &late).unwrap();
    turn().await;
    turn().await;
    assert_eq!(*reports.borrow(), []);
}

#[wasm_bindgen_test]
async fn an_early_answer_is_taken_once() {
    let base = address("/static/");
    Handover::new(&base).answer("site.json", 200, "early").boot();
    let url = base + "site.json";
    assert_eq!(fetched(&url).await.unwrap(), b"early");
    assert_eq!(fetched(&url).await.unwrap(), include_bytes!("../../static/site.json"));
}

#[wasm_bindgen_test]
async fn a_broken_early_answer_says_why() {
    let base = address("/bao/");
    let handover = Handover::new(&base);
    handover.promise("a.json", &Promise::reject(&js_sys::TypeError::new("no network")));
    handover.promise("b.json", &Promise::resolve(&JsValue::from("no response")));
    handover.boot();
    assert_eq!(fetched(&address("/bao/a.json")).await, Err(LoadError::Network));
    assert_eq!(fetched(&address("/bao/b.json")).await, Err(LoadError::Network));
}

#[wasm_bindgen_test]
async fn a_page_without_a_boot_module_begins_in_its_own_folder() {
    assert_eq!(Boot::read(JsValue::UNDEFINED).base, address("/"));
    assert_eq!(Boot::read(js_sys::Object::new().into()).base, address("/"));
    assert_eq!(Boot::read(JsValue::NULL).base, address("/"));
}

#[wasm_bindgen_test]
async fn a_silence_ends_the_request() {
    // Seconds are milliseconds here. The answer never comes, but can be aborted, as a fetch can.
    let fast = "const own = setInterval; return (f, ms, ...rest) => own(f, ms / 1000, ...rest)";
    let fast = Function::new_no_args(fast).call0(&JsValue::NULL).unwrap();
    let base = address("/bao/");
    let handover = Handover::new(&base);
    let aborted = Function::new_with_args(
        "aborted",
        "return new Promise((_, no) => { aborted.then(() => no(new TypeError('aborted'))) })",
    );
    let (abort, on_abort) = promise();
    let answer = aborted.call1(&JsValue::NULL, &abort).unwrap();
    let controller = handover.promise("a.json", &answer.unchecked_into());
    controller.signal().set_onabort(Some(&on_abort));
    handover.boot();
    let (_request, reported, reports) = request(&(base + "a.json"));
    {
        let _fast = Replaced::value(&window(), "setInterval", &fast);
        turn().await;
    }
    settled("report", reported).await.unwrap();
    assert_eq!(*reports.borrow(), [Err(LoadError::Timeout)]);
}

#[wasm_bindgen_test]
async fn a_server_that_answers_others_only_is_told_from_one_that_does_not_answer() {
    // The page of the tests is isolated, so the browser keeps even an opaque answer from it.
    let fetch = "(url, { mode }) => mode === 'no-cors' && url.includes('khac')
        ? Promise.resolve(new Response()) : Promise.reject(new TypeError('Failed to fetch'))";
    let fetch = Function::new_no_args(&["return ", fetch].concat()).call0(&JsValue::NULL);
    let _stubbed = Replaced::value(&window(), "fetch", &fetch.unwrap());
    assert_eq!(fetched("https://khac.example/a.json").await, Err(LoadError::Cors));
    assert_eq!(fetched("https://bao.example/a.json").await, Err(LoadError::Network));
    // Of our own server nobody has to ask whether it lets us read.
    assert_eq!(fetched(&address("/khac.json")).await, Err(LoadError::Network));
}

#[wasm_bindgen_test]
async fn a_device_without_a_network_is_offline() {
    let navigator: JsValue = window().navigator().into();
    let _offline = Replaced::getter(&navigator, "onLine", "return false");
    assert_eq!(fetched("http://localhost:1/a.json").await, Err(LoadError::Offline));
}
