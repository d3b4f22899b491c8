//! The program: in the browser the app's start, natively the command.

/// Starts the app. Called by the boot module (`static/boot.js`) once everything is there; nothing
/// starts by itself.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn start(options: wasm_bindgen::JsValue) {
    trangbao::app::mount(trangbao::browser::boot::Boot::read(options));
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    trangbao::cli::run(std::env::args_os().skip(1))
}
