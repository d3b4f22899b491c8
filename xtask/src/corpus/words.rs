//! Texts as words, and how many of them stand in another text in the same order.

/// The words of a text, without the punctuation between them. What is written without blanks gives a word a sign.
pub fn words(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut word = String::new();
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        let alone = is_written_without_blanks(c);
        if (alone || is_between(c)) && !word.is_empty() {
            out.push(std::mem::take(&mut word));
        }
        if alone {
            out.push(c.to_string());
        } else if !is_between(c) {
            word.push(c);
        }
    }
    if !word.is_empty() {
        out.push(word);
    }
    out
}

/// Controls of direction and joining, which a viewer may take out.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
        || (c.is_control() && !c.is_whitespace())
}

/// Whatever is no letter, no digit and no mark upon one.
fn is_between(c: char) -> bool {
    let is_mark = !c.is_ascii()
        && !matches!(c, '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' | '\u{fffd}' | '\u{ff00}'..='\u{ff0f}');
    c.is_whitespace() || !(c.is_alphanumeric() || is_mark)
}

fn is_written_without_blanks(c: char) -> bool {
    matches!(c, '\u{e01}'..='\u{e30}' | '\u{1780}'..='\u{17b3}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Which words of `source` are found in `shown`, in order, as many as can be: a longest common subsequence by the
/// algorithm of Hunt and Szymanski, quick where most words are rare.
pub fn kept(source: &[String], shown: &[String]) -> Vec<bool> {
    let start = source.iter().zip(shown).take_while(|(a, b)| a == b).count();
    let (middle, rest) = (&source[start..], &shown[start..]);
    let end = middle.iter().rev().zip(rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let mut found = vec![true; source.len()];
    let (middle, rest) = (&middle[..middle.len() - end], &rest[..rest.len() - end]);
    found[start..start + middle.len()].fill(false);

    let mut places: std::collections::HashMap<&str, Vec<usize>> = Default::default();
    for (at, word) in rest.iter().enumerate() {
        places.entry(word).or_default().push(at);
    }
    // For each length the sequence that ends earliest in `rest`, as a chain of pairs.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut chain: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, word) in middle.iter().enumerate() {
        for &place in places.get(&**word).into_iter().flatten().rev() {
            let length = ends.partition_point(|(end, _)| *end < place);
            if ends.get(length).is_some_and(|(end, _)| *end == place) {
                continue;
            }
            let before = length.checked_sub(1).map(|shorter| ends[shorter].1);
            chain.push((at, before));
            let new = (place, chain.len() - 1);
            match ends.get_mut(length) {
                Some(end) => *end = new,
                None => ends.push(new),
            }
        }
    }
    let mut link = ends.last().map(|(_, link)| *link);
    while let Some((at, before)) = link.map(|link| chain[link]) {
        found[start + at] = true;
        link = before;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_at_all_but_letters() {
        assert_eq!(words("Hồ Tây, «sen»-2024…"), ["Hồ", "Tây", "sen", "2024"]);
        // Marks stay on their letters, also where they stand alone.
        assert_eq!(words("Ho\u{302}\u{300} हिन्दी"), ["Ho\u{302}\u{300}", "हिन्दी"]);
        assert_eq!(words("日本 a\u{200b}b"), ["日", "本", "ab"]);
    }

    #[test]
    fn as_many_as_can_be_in_order() {
        let check = |source: &str, shown: &str, expected: &str| {
            let (source, shown) = (words(source), words(shown));
            let found = kept(&source, &shown);
            let found: Vec<_> = source.iter().zip(found).filter(|(_, kept)| *kept).collect();
            let found: Vec<_> = found.into_iter().map(|(word, _)| &**word).collect();
            assert_eq!(found.join(" "), expected);
        };
        check("a b c d", "a b c d", "a b c d");
        check("a b c d", "x a c y d", "a c d");
        check("a b a b", "b a b a", "b a b");
        check("c a b", "a b c", "a b");
        check("a", "", "");
        check("", "a", "");
    }
}
