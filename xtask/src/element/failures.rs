//! Part of the table: the codes of `trangbao:error`, and what a host can do about each.

use super::Failure;

/// First those of one article, then those of the viewer, which concern every element of the page.
pub const FAILURES: &[Failure] = &[
    Failure {
        code: "no-source",
        says: "There is neither a usable `src` nor a usable `article`.",
        mend: "Set one of them. `article` names the `id` of a script of type `application/json` in the same page.",
    },
    Failure {
        code: "offline",
        says: "The reader's device is offline.",
        mend: "Call `reload()` when the window's `online` event comes.",
    },
    Failure {
        code: "timeout",
        says: "The article's server took too long.",
        mend: "Offer the reader to try again: `reload()`.",
    },
    Failure {
        code: "network",
        says: "The connection failed or broke off.",
        mend: "`reload()`. If it is so for every reader, look at the certificate, at your policy's `connect-src`, and at blockers.",
    },
    Failure {
        code: "cors",
        says: "The server answers, but your page may not read the answer.",
        mend: "The article's server must send `Access-Control-Allow-Origin`.",
    },
    Failure {
        code: "not-found",
        says: "404: there is no article at this address.",
        mend: "Mend `src`, or remove the element.",
    },
    Failure {
        code: "gone",
        says: "410: the article has been withdrawn.",
        mend: "Remove the element.",
    },
    Failure {
        code: "server",
        says: "The server has trouble of its own: 429, or 500 and above.",
        mend: "Wait a while, then `reload()`.",
    },
    Failure {
        code: "status",
        says: "The server refuses with another status.",
        mend: "Ask for the same address without cookies and see what it answers: a login wall, perhaps.",
    },
    Failure {
        code: "not-json",
        says: "What came is not JSON.",
        mend: "`src` must be the address of the article's JSON, not of its page.",
    },
    Failure {
        code: "not-article",
        says: "It is JSON, but no article.",
        mend: "It needs a `headline`, and words in `body` or `articleBody`.",
    },
    Failure {
        code: "too-large",
        says: "The file is over 8 MiB, or has more blocks or pictures than the viewer takes on.",
        mend: "Part the article.",
    },
    Failure {
        code: "wasm-missing",
        says: "The browser has no WebAssembly, or its user has switched it off.",
        mend: "Nothing: this reader has the words inside the tag.",
    },
    Failure {
        code: "wasm-forbidden",
        says: "Your page's policy forbids WebAssembly.",
        mend: "Add `'wasm-unsafe-eval'` to `script-src`, or use the frame.",
    },
    Failure {
        code: "engine",
        says: "A file of the viewer is missing or is not the one that was published.",
        mend: "Look whether all files of one build are on the server, and whether your policy lets them in.",
    },
    Failure {
        code: "crashed",
        says: "The viewer has stopped. Articles that are shown already stay.",
        mend: "Report it with the article's address. The viewer starts again with the next page.",
    },
];
