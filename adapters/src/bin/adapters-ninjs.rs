//! `formats::foreign::NINJS`.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
trangbao_adapters::program!(NINJS);

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
