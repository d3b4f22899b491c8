//! The words after a command: options with a value, switches, and plain words; whatever is left over is an error.

use crate::ui::Outcome;

/// The words that have not been taken yet.
pub struct Args {
    words: Vec<String>,
}

impl Args {
    /// Everything after the command's name.
    pub fn new(words: impl Iterator<Item = String>) -> Self {
        Self { words: words.collect() }
    }

    /// Takes a switch such as `--no-build`.
    pub fn switch(&mut self, name: &str) -> bool {
        let before = self.words.len();
        self.words.retain(|word| word != name);
        self.words.len() != before
    }

    /// Takes an option such as `--port 8080` or `--port=8080`; the last one counts.
    pub fn value(&mut self, name: &str) -> Outcome<Option<String>> {
        Ok(self.values(name)?.pop())
    }

    /// Takes every occurrence of an option that may be repeated.
    pub fn values(&mut self, name: &str) -> Outcome<Vec<String>> {
        let joined = format!("{name}=");
        let mut found = Vec::new();
        let mut left = Vec::new();
        let mut words = std::mem::take(&mut self.words).into_iter();
        while let Some(word) = words.next() {
            if word == name {
                found.push(words.next().ok_or_else(|| format!("{name} needs a value after it"))?);
            } else if let Some(value) = word.strip_prefix(&joined) {
                found.push(value.to_owned());
            } else {
                left.push(word);
            }
        }
        self.words = left;
        Ok(found)
    }

    /// Takes the first plain word, such as the `web` of `test web`.
    pub fn word(&mut self) -> Option<String> {
        let at = self.words.iter().position(|word| !word.starts_with('-'))?;
        Some(self.words.remove(at))
    }

    /// Refuses whatever nobody has asked for, so that a typing error is not silently ignored.
    pub fn end(self) -> Outcome {
        match self.words.first() {
            None => Ok(()),
            Some(word) => {
                Err(format!("'{word}' is not known here; `cargo xtask help` lists the options"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(text: &str) -> Args {
        Args::new(text.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_are_taken_in_both_spellings() {
        let mut args = args("web --port 1 --mount a=b --port=2 --no-build --mount=c=d");
        assert_eq!(args.value("--port"), Ok(Some("2".to_owned())));
        assert_eq!(args.values("--mount"), Ok(vec!["a=b".to_owned(), "c=d".to_owned()]));
        assert!(args.switch("--no-build"));
        assert!(!args.switch("--no-build"));
        assert_eq!(args.word().as_deref(), Some("web"));
        assert_eq!(args.end(), Ok(()));
    }

    #[test]
    fn what_nobody_asked_for_is_refused() {
        assert!(args("--prot 80").end().is_err());
        assert!(args("--port").value("--port").is_err());
    }
}
