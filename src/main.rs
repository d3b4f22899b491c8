//! The program: in the browser the app's start, natively the command.

#[cfg(target_arch = "wasm32")]
fn main() {
    // Nothing starts by itself: the boot module calls `start` when everything is there.
    use trangbao as _;
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    trangbao::cli::run(std::env::args().skip(1))
}
