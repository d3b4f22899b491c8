//! The least of HTTP/1.1 that a static server needs: read one request, write one response.

use std::io::{self, BufRead, Read, Write};

/// More than any browser sends; past it the connection is closed.
const MOST_HEADER_BYTES: u64 = 32 * 1024;

/// One request, without a body: nothing here takes one.
#[derive(Debug, Default)]
pub struct Request {
    pub method: String,
    /// As it was sent: with its query and its percent signs.
    pub target: String,
    headers: Vec<(String, String)>,
}

impl Request {
    /// Reads a request; `None` when the other side has closed the connection.
    pub fn read(from: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut from = from.take(MOST_HEADER_BYTES);
        let mut line = String::new();
        if from.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let mut words = line.split_ascii_whitespace();
        let (Some(method), Some(target), Some(_)) = (words.next(), words.next(), words.next())
        else {
            return Err(io::ErrorKind::InvalidData.into());
        };
        let mut request =
            Self { method: method.to_owned(), target: target.to_owned(), headers: Vec::new() };
        loop {
            let mut line = String::new();
            if from.read_line(&mut line)? == 0 {
                return Err(io::ErrorKind::InvalidData.into());
            }
            let line = line.trim_end();
            if line.is_empty() {
                return Ok(Some(request));
            }
            if let Some((name, value)) = line.split_once(':') {
                let header = (name.to_ascii_lowercase(), value.trim().to_owned());
                request.headers.push(header);
            }
        }
    }

    /// A header by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether the client takes this content coding.
    pub fn accepts(&self, coding: &str) -> bool {
        self.header("accept-encoding").unwrap_or_default().split(',').any(|part| {
            let mut words = part.split(';').map(str::trim);
            words.next() == Some(coding) && words.all(|w| !matches!(w, "q=0" | "q=0.0"))
        })
    }

    /// The path alone, with its percent signs resolved; `None` where that gives no text.
    pub fn path(&self) -> Option<String> {
        let path = self.target.split(['?', '#']).next().unwrap_or_default();
        let mut bytes = Vec::with_capacity(path.len());
        let mut rest = path.bytes();
        while let Some(byte) = rest.next() {
            if byte != b'%' {
                bytes.push(byte);
                continue;
            }
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        }
        String::from_utf8(bytes).ok()
    }
}

/// One response.
#[derive(Debug)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

impl Response {
    /// A short message as plain text.
    pub fn text(status: u16, message: &str) -> Self {
        Self {
            status,
            headers: vec![("Content-Type", "text/plain; charset=utf-8".to_owned())],
            body: format!("{message}\n").into_bytes(),
        }
    }

    /// Adds a header.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Writes it; for HEAD without its body, but with the length that GET would have.
    pub fn write(&self, to: &mut impl Write, head_only: bool) -> io::Result<()> {
        let reason = match self.status {
            200 => "OK",
            206 => "Partial Content",
            304 => "Not Modified",
            308 => "Permanent Redirect",
            400 => "Bad Request",
            404 => "Not Found",
            405 => "Method Not Allowed",
            416 => "Range Not Satisfiable",
            _ => "Error",
        };
        let mut head = format!("HTTP/1.1 {} {reason}\r\n", self.status);
        for (name, value) in &self.headers {
            head += &format!("{name}: {value}\r\n");
        }
        if self.status != 304 {
            head += &format!("Content-Length: {}\r\n", self.body.len());
        }
        head += "\r\n";
        to.write_all(head.as_bytes())?;
        if !head_only && self.status != 304 {
            to.write_all(&self.body)?;
        }
        to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(text: &str) -> Request {
        Request::read(&mut text.as_bytes()).expect("readable").expect("a request")
    }

    #[test]
    fn a_request_is_read_with_its_headers() {
        let request = request("GET /a%20b?c=d HTTP/1.1\r\nAccept-Encoding: gzip, br;q=1.0\r\n\r\n");
        assert_eq!(request.path().as_deref(), Some("/a b"));
        assert!(request.accepts("br"));
        assert!(request.accepts("gzip"));
        assert!(!request.accepts("zstd"));
    }

    #[test]
    fn what_is_no_request_is_refused() {
        assert!(Request::read(&mut "rubbish\r\n\r\n".as_bytes()).is_err());
        assert!(Request::read(&mut "GET / HTTP/1.1\r\nA: b".as_bytes()).is_err());
        assert!(Request::read(&mut &b""[..]).expect("readable").is_none());
        assert_eq!(request("GET /%ff HTTP/1.1\r\n\r\n").path(), None);
        assert_eq!(request("GET /%2 HTTP/1.1\r\n\r\n").path(), None);
    }

    #[test]
    fn a_refused_coding_is_not_sent() {
        assert!(!request("GET / HTTP/1.1\r\nAccept-Encoding: br;q=0, gzip\r\n\r\n").accepts("br"));
    }
}
