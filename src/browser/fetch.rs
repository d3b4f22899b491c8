//! Fetching text: streamed under a cap, given up after a silence, aborted when nobody waits.

use std::cell::Cell;
use std::hint::black_box;
use std::rc::Rc;

use gloo::timers::callback::Interval;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestInit, RequestMode, Response,
};

use super::boot::{self, get};
use super::timer::next_task;
use crate::error::LoadError;
use crate::limits::MAX_BYTES;

/// A silence after which a request is given up, in seconds.
const STALL: u32 = 10;
/// The longest that a request may take in all.
const TOTAL: u32 = 60;
/// How many times its own bytes a file needs for what is made of it: values, article and markup.
const ROOM: usize = 16;

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
        let patience = Patience::new(&controller);
        let (early, shown) =
            early.map_or((None, None), |early| (Some(early.response), early.shown));
        let result = receive(&url, early, &patience).await;
        if let Some(shown) = shown {
            // What is done with it all may take a while, and holds up the painting.
            let _ = JsFuture::from(shown).await;
            next_task().await;
        }
        let result = match result {
            Err(_) if !patience.lasts() => Err(LoadError::Timeout),
            Err(LoadError::Network) if !over.get() && !patience.answered.get() => {
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

/// Ends a request that has fallen silent or takes too long in all. It counts the seconds in which
/// the page is awake: a tab that was frozen has missed nothing.
struct Patience<'a> {
    controller: &'a AbortController,
    /// How long nothing has come.
    silent: Rc<Cell<u32>>,
    /// Whether the server has begun to answer, and to us.
    answered: Cell<bool>,
    _clock: Interval,
}

impl<'a> Patience<'a> {
    fn new(controller: &'a AbortController) -> Self {
        let silent = Rc::new(Cell::new(0));
        let (counted, ends, mut total) = (silent.clone(), controller.clone(), 0);
        let tick = move || {
            total += 1;
            counted.set(if total < TOTAL { counted.get() + 1 } else { STALL });
            if counted.get() >= STALL {
                ends.abort();
            }
        };
        let clock = Interval::new(1_000, tick);
        Self { controller, silent, answered: Cell::new(false), _clock: clock }
    }

    fn lasts(&self) -> bool {
        self.silent.get() < STALL
    }

    /// Something has come: the silence begins anew.
    fn heard(&self) {
        if self.lasts() {
            self.silent.set(0);
        }
    }
}

async fn receive(
    url: &str,
    early: Option<Promise>,
    patience: &Patience<'_>,
) -> Result<Vec<u8>, LoadError> {
    let answer = match early {
        Some(early) => early,
        None => ask(url, RequestMode::Cors, patience.controller).ok_or(LoadError::Network)?,
    };
    let response: Response = resolve(answer).await?;
    patience.answered.set(true);
    patience.heard();
    match response.status() {
        200..=299 => {}
        404 => return Err(LoadError::NotFound),
        410 => return Err(LoadError::Gone),
        status @ (429 | 500..) => {
            let wait = response.headers().get("retry-after").ok().flatten();
            // A date would have to be held against the clock, which may be wrong.
            let wait = wait.and_then(|wait| wait.parse().ok()).unwrap_or_default();
            return Err(LoadError::Server { status, wait });
        }
        status => return Err(LoadError::Status(status)),
    }
    let Some(body) = response.body() else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader =
        body.get_reader().dyn_into().map_err(|_| LoadError::Network)?;
    let mut bytes = Vec::new();
    let mut found_room = 0;
    loop {
        let chunk: JsValue = resolve(reader.read()).await?;
        patience.heard();
        let Some(chunk) = get(&chunk, "value") else { break };
        let chunk = Uint8Array::new(&chunk);
        let (start, length) = (bytes.len(), bytes.len() + chunk.length() as usize);
        // Looked for a few times and not with each chunk: memory that has grown stays so.
        if length <= MAX_BYTES && length > found_room {
            found_room = [2 * length, length].into_iter().find(|room| has_room(*room)).unwrap_or(0);
        }
        if length > found_room.min(MAX_BYTES) {
            patience.controller.abort();
            return Err(LoadError::TooLarge);
        }
        bytes.resize(length, 0);
        chunk.copy_to(&mut bytes[start..]);
    }
    // No file of ours begins so: this is a page, such as the one where a Wi-Fi wants a log-in.
    if bytes.trim_ascii_start().first() == Some(&b'<') {
        return Err(LoadError::NotArticle);
    }
    Ok(bytes)
}

/// Whether the memory has room for what is made of this many bytes. Running out of it on the way
/// would be the end of the program; what has been found free here stays free for it.
fn has_room(length: usize) -> bool {
    let mut room = Vec::<u8>::new();
    let fits = room.try_reserve_exact(length * ROOM).is_ok();
    // A reservation that is never used would be left out by the compiler.
    black_box(&room);
    fits
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
    let _patience = Patience::new(&controller);
    let probe = ask(url, RequestMode::NoCors, &controller);
    let answers = match probe {
        Some(probe) => resolve::<Response>(probe).await.is_ok(),
        None => false,
    };
    controller.abort();
    if answers { LoadError::Cors } else { LoadError::Network }
}
