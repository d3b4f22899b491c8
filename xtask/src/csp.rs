//! The page's Content Security Policy. Its rules are those of `src/cli/site/policy.rs`, the one place where they are written.
//!
//! The server sends it as a header; `finish` writes it into the page, so that it holds on hosts that send no headers.

#[path = "../../src/cli/site/policy.rs"]
mod policy;

use policy::RULES;

/// For the response header of a page. The one that is made to be framed may be, by anybody.
pub fn header(name: &str) -> String {
    match name {
        "embed.html" => framed(),
        _ => format!("{RULES}; frame-ancestors 'self'"),
    }
}

/// For the page that is made to be framed; where it makes a partner's snippet, it shows itself in a frame.
///
/// In WebKit a frame without an origin has no `'self'` either, and the build does not know where the page will live. So any
/// `https` address will do there, and this machine's own. What keeps scripts out is the rest: nothing inline, no HTML from
/// text.
pub fn framed() -> String {
    let everywhere = "'self' https: http://localhost:* http://127.0.0.1:*";
    RULES
        .replace("'self' https:", "'self'")
        .replace("'self'", everywhere)
        .replace("frame-src ", &format!("frame-src {everywhere} "))
}

/// For the page itself; browsers refuse `frame-ancestors` there.
///
/// With the reloader that `trunk serve` writes into the page, inline scripts are let in: Trunk fills in its address while
/// serving, so that no hash could name it, and it shows errors through `innerHTML`, which Trusted Types refuse. A built
/// page has no reloader, and the whole policy.
pub fn meta(reloader: bool) -> String {
    if !reloader {
        return RULES.to_owned();
    }
    RULES
        .replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-inline'")
        .replace("connect-src 'self'", "connect-src 'self' ws: wss:")
        .replace("; require-trusted-types-for 'script'; trusted-types trangbao", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_header_says_who_may_frame_the_page() {
        assert!(header("index.html").ends_with("; frame-ancestors 'self'"));
        assert!(!header("embed.html").contains("frame-ancestors"));
        assert!(!meta(false).contains("frame-ancestors"));
        assert!(header("embed.html").contains("; frame-src 'self' https: http://localhost:*"));
        assert!(
            framed().contains("connect-src 'self' https: http://localhost:* http://127.0.0.1:*;")
        );
        assert!(!meta(false).contains("  "));
    }

    #[test]
    fn inline_scripts_are_let_in_for_the_reloader_alone() {
        assert!(!meta(false).contains("unsafe-inline"));
        assert!(meta(true).contains("script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline';"));
        assert!(!meta(true).contains("trusted-types"));
        assert!(meta(true).contains("connect-src 'self' ws: wss: https:;"));
    }
}
