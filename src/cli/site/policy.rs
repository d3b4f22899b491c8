//! The rules of the page's Content Security Policy, in the one place where they are written. The page's build uses this file, too.

/// Every rule that a `<meta>` may carry as well.
///
/// wasm needs its own source word; Trusted Types leave one named policy, which nothing but our own code may create.
pub const RULES: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; \
    img-src 'self' https: data:; \
    media-src 'self' https:; \
    font-src 'self'; \
    connect-src 'self' https:; \
    frame-src https://www.youtube-nocookie.com https://player.vimeo.com https://open.spotify.com; \
    manifest-src 'self'; \
    worker-src 'self'; \
    base-uri 'none'; \
    form-action 'none'; \
    require-trusted-types-for 'script'; \
    trusted-types trangbao";
