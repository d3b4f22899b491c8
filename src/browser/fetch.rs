//! Fetching text: streamed under a cap, given up after a silence, aborted when nobody waits.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestInit, RequestMode, Response,
};

use super::boot::{self, get};
use crate::error::LoadError;
use crate::limits::MAX_BYTES;

/// A silence after which a request is given up.
const STALL_MS: u32 = 10_000;
/// The longest that a request may take in all.
const TOTAL_MS: u32 = 60_000;

/// What is done with a request's bytes, or with the reason why there are none.
pub type Report = Box<dyn FnOnce(Result<Vec<u8>, LoadError>)>;

/// Ends a request when it is dropped. What comes after that is not reported.
pub struct Request {
    controller: Option<AbortController>,
    over: Rc<Cell<bool>>,
}

impl Drop for Request {
    fn drop(&mut self) {
        self.over.set(true);
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

/// Asks for a file, and reports its bytes or why there are none, unless the request is dropped.
pub fn get_bytes(url: String, report: Report) -> Request {
    let early = boot::take(&url);
    let controller = match &early {
        Some(early) => Some(early.controller.clone()),
        None => AbortController::new().ok(),
    };
    let over = Rc::new(Cell::new(false));
    let request = Request { controller: controller.clone(), over: over.clone() };
    wasm_bindgen_futures::spawn_local(async move {
        let Some(controller) = controller else { return report(Err(LoadError::Network)) };
        let silence = Silence::new(&controller);
        let total = Timeout::new(TOTAL_MS, silence.give_up());
        let (early, shown) =
            early.map_or((None, None), |early| (Some(early.response), early.shown));
        let result = receive(&url, early, &silence).await;
        drop(total);
        if let Some(shown) = shown {
            // What is done with it all may take a while, and holds up the painting.
            let _ = JsFuture::from(shown).await;
        }
        let result = match result {
            Err(_) if silence.broken.get() => Err(LoadError::Timeout),
            Err(LoadError::Network) if !over.get() && !silence.answered.get() => {
                Err(why_unreachable(&url).await)
            }
            result => result,
        };
        if !over.get() {
            report(result);
        }
    });
    request
}

/// The timer that ends a request which has fallen silent.
struct Silence<'a> {
    controller: &'a AbortController,
    broken: Rc<Cell<bool>>,
    /// Whether the server has begun to answer, and to us.
    answered: Cell<bool>,
    timer: Cell<Option<Timeout>>,
}

impl<'a> Silence<'a> {
    fn new(controller: &'a AbortController) -> Self {
        let silence = Self {
            controller,
            broken: Rc::default(),
            answered: Cell::new(false),
            timer: Cell::new(None),
        };
        silence.heard();
        silence
    }

    fn give_up(&self) -> impl FnOnce() + 'static {
        let (controller, broken) = (self.controller.clone(), self.broken.clone());
        move || {
            broken.set(true);
            controller.abort();
        }
    }

    /// Something has come: the silence begins anew.
    fn heard(&self) {
        self.timer.set(Some(Timeout::new(STALL_MS, self.give_up())));
    }
}

async fn receive(
    url: &str,
    early: Option<Promise>,
    silence: &Silence<'_>,
) -> Result<Vec<u8>, LoadError> {
    let answer = match early {
        Some(early) => early,
        None => ask(url, RequestMode::Cors, silence.controller).ok_or(LoadError::Network)?,
    };
    let response: Response = resolve(answer).await?;
    silence.answered.set(true);
    silence.heard();
    match response.status() {
        200..=299 => {}
        404 => return Err(LoadError::NotFound),
        410 => return Err(LoadError::Gone),
        status @ (429 | 500..) => return Err(LoadError::Server(status)),
        status => return Err(LoadError::Status(status)),
    }
    let Some(body) = response.body() else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader =
        body.get_reader().dyn_into().map_err(|_| LoadError::Network)?;
    let mut bytes = Vec::new();
    loop {
        let chunk: JsValue = resolve(reader.read()).await?;
        silence.heard();
        let Some(chunk) = get(&chunk, "value") else { return Ok(bytes) };
        let chunk = Uint8Array::new(&chunk);
        if bytes.len() + chunk.length() as usize > MAX_BYTES {
            silence.controller.abort();
            return Err(LoadError::TooLarge);
        }
        let start = bytes.len();
        bytes.resize(start + chunk.length() as usize, 0);
        chunk.copy_to(&mut bytes[start..]);
    }
}

/// Sends no cookie and no referrer: whose reader asks is nobody's business.
fn ask(url: &str, mode: RequestMode, controller: &AbortController) -> Option<Promise> {
    let options = RequestInit::new();
    options.set_mode(mode);
    options.set_credentials(RequestCredentials::Omit);
    options.set_referrer_policy(ReferrerPolicy::NoReferrer);
    options.set_signal(Some(&controller.signal()));
    // Asks the server whether a kept copy is still right: an article may have been corrected, and
    // browsers also keep a "gone" that was a mistake.
    options.set_cache(RequestCache::NoCache);
    Some(super::window()?.fetch_with_str_and_init(url, &options))
}

async fn resolve<T: JsCast>(promise: impl Into<Promise>) -> Result<T, LoadError> {
    let value = JsFuture::from(promise.into()).await.map_err(|_| LoadError::Network)?;
    value.dyn_into().map_err(|_| LoadError::Network)
}

/// The browser says only that a request failed. Whether the device is offline, the server does
/// not answer, or answers but not to us, makes a difference for what the reader can do.
async fn why_unreachable(url: &str) -> LoadError {
    if super::window().is_some_and(|window| !window.navigator().on_line()) {
        return LoadError::Offline;
    }
    if super::url::is_own_origin(url) {
        return LoadError::Network;
    }
    // An opaque answer tells nothing but that there is one.
    let Ok(controller) = AbortController::new() else { return LoadError::Network };
    let silence = Silence::new(&controller);
    let probe = ask(url, RequestMode::NoCors, &controller);
    let answers = match probe {
        Some(probe) => resolve::<Response>(probe).await.is_ok(),
        None => false,
    };
    if !silence.broken.get() {
        controller.abort();
    }
    if answers { LoadError::Cors } else { LoadError::Network }
}
