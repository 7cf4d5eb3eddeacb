//! Search folding: two keys under which texts typed by different people in different scripts find each other.
//!
//! [`fold`] forgets how a text was typed (case, ё, Arabic and Persian letter variants, digits, marks, punctuation);
//! [`sound`] also forgets the script. Both only ever serve comparison and search.
//!
//! Refuses to be shown to a person, and to guess: whoever needs one answer must treat equal [`sound`]s as a proposal.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Passes after which folding is known to be stable; one is nearly always enough, rare compatibility letters take two.
const PASSES: usize = 4;

/// Folds `text` for comparison within a script.
///
/// Compatibility forms are unfolded, case is dropped, marks and tatweel go (the breve of й stays, it is a letter), Arabic
/// and Pashto letter variants become the Persian ones, Arabic-Indic and Persian digits become ASCII. Apostrophes
/// vanish, because in transliteration they mark softness and not the end of a word; every other sign is one space.
pub fn fold(text: &str) -> String {
    let mut folded = pass(text);
    for _ in 1..PASSES {
        let again = pass(&folded);
        if again == folded {
            break;
        }
        folded = again;
    }
    folded
}

/// One pass of [`fold`].
fn pass(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfkd().flat_map(char::to_lowercase).nfkd() {
        match letter(c, letters.chars().next_back()) {
            Folded::Letter(c) => {
                if gap && !letters.is_empty() {
                    letters.push(' ');
                }
                gap = false;
                letters.push(c);
            }
            Folded::Short => {
                letters.pop();
                letters.push('й');
            }
            Folded::Nothing => {}
            Folded::Gap => gap = true,
        }
    }
    letters.nfc().collect()
}

/// What becomes of one decomposed lower-case letter.
enum Folded {
    Letter(char),
    /// The breve that makes й of the и before it.
    Short,
    Nothing,
    Gap,
}

fn letter(c: char, before: Option<char>) -> Folded {
    match c {
        '\u{0306}' if before == Some('и') => Folded::Short,
        'ي' | 'ى' | 'ې' | 'ۍ' | 'ێ' | 'ے' => Folded::Letter('ی'),
        'ك' | 'ڪ' => Folded::Letter('ک'),
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۀ' | 'ۂ' | 'ۃ' => Folded::Letter('ه'),
        'ٱ' => Folded::Letter('ا'),
        'ګ' => Folded::Letter('گ'),
        'ټ' => Folded::Letter('ت'),
        'ډ' => Folded::Letter('د'),
        'ړ' => Folded::Letter('ر'),
        'ڼ' => Folded::Letter('ن'),
        'ء' | 'ـ' | '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʹ' | 'ʾ' | 'ʿ' | '`' | '´' | '′' => Folded::Nothing,
        '٠'..='٩' => Folded::Letter(digit(c, '٠')),
        '۰'..='۹' => Folded::Letter(digit(c, '۰')),
        _ if is_combining_mark(c) || is_invisible(c) => Folded::Nothing,
        _ if c.is_alphanumeric() => Folded::Letter(c),
        _ => Folded::Gap,
    }
}

/// The ASCII digit as far from '0' as `c` is from `zero`.
fn digit(c: char, zero: char) -> char {
    u32::from(c).checked_sub(u32::from(zero)).and_then(|n| char::from_digit(n, 10)).unwrap_or(c)
}

/// Joiners and direction controls: they change how a text looks, never what it says.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Practical equalities between transliterations, tried in this order at each place.
const EQUAL: &[(&str, &str)] = &[
    ("shch", "sh"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("dzh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("zh", "j"),
    ("ph", "f"),
    ("th", "t"),
    ("dj", "j"),
    ("ck", "k"),
    ("tz", "ts"),
    ("oo", "u"),
    ("ou", "u"),
    ("ee", "i"),
    ("ch", "ch"),
    ("c", "k"),
    ("q", "k"),
    ("w", "v"),
    ("x", "ks"),
    ("y", "i"),
];

/// The second key: [`fold`], transliterated to ASCII, with spellings that differ by habit made equal.
///
/// «Кордай», "Korday" and "Qordai" all give `kordai`; «کردای», whose script leaves vowels out, gives `krdi`: near,
/// not equal ([`near`] measures it, [`skeleton`] makes it equal).
pub fn sound(text: &str) -> String {
    let ascii = any_ascii::any_ascii(&fold(text)).to_ascii_lowercase();
    let mut key: String = ascii.chars().filter(|c| c.is_ascii_alphanumeric() || *c == ' ').collect();
    key = key.split_whitespace().collect::<Vec<_>>().join(" ");
    // Ends: every rewriting shortens the key or turns one of the letters c q w x y into ones that are never turned back.
    loop {
        let next = equalled(&key);
        if next == key {
            return key;
        }
        key = next;
    }
}

/// One left-to-right rewriting by [`EQUAL`], doubled letters written once.
fn equalled(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    let mut rest = key;
    while let Some(first) = rest.chars().next() {
        let (taken, given) = match EQUAL.iter().find(|(from, _)| rest.starts_with(from)) {
            Some((from, to)) => (from.len(), *to),
            None => (first.len_utf8(), &rest[..first.len_utf8()]),
        };
        for c in given.chars() {
            if c.is_ascii_digit() || !out.ends_with(c) {
                out.push(c);
            }
        }
        rest = &rest[taken..];
    }
    out
}

/// The consonants of [`sound`], word by word, with a leading vowel kept as `a`: equal across scripts that omit vowels.
pub fn skeleton(text: &str) -> String {
    let bare = |word: &str| {
        let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
        let lead = if word.starts_with(vowel) { "a" } else { "" };
        format!("{lead}{}", word.chars().filter(|c| !vowel(*c)).collect::<String>())
    };
    sound(text).split(' ').map(bare).collect::<Vec<_>>().join(" ")
}

/// The pairs of neighbouring letters of a [`sound`] key, sorted: what [`near`] compares.
pub fn pairs(sound: &str) -> Vec<[u8; 2]> {
    let padded = [b" ", sound.as_bytes(), b" "].concat();
    let mut pairs: Vec<[u8; 2]> = padded.windows(2).filter_map(|pair| pair.try_into().ok()).collect();
    pairs.sort_unstable();
    pairs
}

/// How near two sorted lists of [`pairs`] are, in thousandths: 1000 for the same letters, 0 for none in common.
pub fn near(a: &[[u8; 2]], b: &[[u8; 2]]) -> usize {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while let (Some(left), Some(right)) = (a.get(i), b.get(j)) {
        match left.cmp(right) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    (common * 2000_usize).checked_div(a.len() + b.len()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn letters_typed_in_different_ways_fold_alike() {
        assert_eq!(fold("  Пётр\u{a0}ПЕТР "), "петр петр");
        assert_eq!(fold("й Й и\u{306}"), "й й й");
        assert_eq!(fold("كابل"), fold("کابل"));
        assert_eq!(fold("أإآا"), "اااا");
        assert_eq!(fold("مؤسئة"), "موسیه");
        assert_eq!(fold("۱۲۳ ٤٥٦"), "123 456");
        assert_eq!(fold("می\u{200c}روم"), "میروم");
        assert_eq!(fold("کــابل\u{202b}"), "کابل");
        assert_eq!(fold("N-(1-Carbamoyl–2)…"), "n 1 carbamoyl 2");
        assert_eq!(fold("oblast' Farg‘ona"), "oblast fargona");
        assert_eq!(fold("Bāmyān, Türkiye"), "bamyan turkiye");
        assert_eq!(fold("α-PVP"), "α pvp");
    }

    #[test]
    fn one_border_post_sounds_alike_in_every_spelling() {
        assert_eq!(sound("Кордай"), "kordai");
        assert_eq!(sound("Korday"), "kordai");
        assert_eq!(sound("Qorday"), "kordai");
        assert_eq!(skeleton("کردای"), skeleton("Кордай"));
        assert_eq!(sound("کردای"), "krdi");
        assert!(near(&pairs(&sound("کردای")), &pairs(&sound("Korday"))) >= 500);
        assert_eq!(sound("Хоргос"), sound("Khorgos"));
        assert_eq!(sound("Джамбул"), sound("Zhambul"));
        assert_eq!(sound("Сурхандарьинская"), sound("Surkhandar'inskaya"));
    }

    #[test]
    fn tomsk_and_omsk_stay_apart() {
        assert_ne!(sound("Томск"), sound("Омск"));
        assert!(near(&pairs("tomsk"), &pairs("omsk")) < 1000);
    }

    #[test]
    fn digits_are_never_collapsed() {
        assert_eq!(sound("JWH-200"), "jvh 200");
        assert_ne!(sound("JWH-200"), sound("JWH-20"));
    }

    #[test]
    fn nothing_is_near_to_nothing_but_itself() {
        assert_eq!(near(&[], &[]), 0);
        assert_eq!(near(&pairs("heroin"), &pairs("heroin")), 1000);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn sounding_twice_changes_nothing(text in "\\PC*") {
            let once = sound(&text);
            prop_assert_eq!(sound(&once), once);
        }

        #[test]
        fn any_text_at_all_can_be_folded(text in any::<String>()) {
            let key = sound(&text);
            prop_assert!(key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b' '));
            let _ = skeleton(&text);
        }

        #[test]
        fn case_never_matters_for_letters_of_the_working_languages(text in "[a-zA-Zа-яА-ЯёЁ ]{0,40}") {
            prop_assert_eq!(fold(&text), fold(&text.to_uppercase()));
        }
    }
}
