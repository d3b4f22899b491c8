//! The JSON reader: the policy for what the world writes, and serde_json as its measure.
//!
//! 1. `policy`: what is mended, what is refused, and where an error is said to be.
//! 2. `oracle`: whatever serde_json reads, ours reads the same.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "this is a test")]

#[path = "json/oracle.rs"]
mod oracle;
#[path = "json/policy.rs"]
mod policy;
