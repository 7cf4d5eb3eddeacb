//! The words of every language, embedded; [`Speech`] says them in one.
//!
//! Refuses: hiding a gap. A key without a message shows itself as `⟦key⟧`, a missing parameter as `{$name}`, and
//! [`gaps`] finds both in a page; [`Words::flaws`] lists what a language lacks against English.

use crate::number;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use model::catalogue::substance::Substance;
use model::lang::Lang;
use model::problem::Problem;
use model::time::Day;
use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../locales"]
struct Locales;

type Bundle = FluentBundle<FluentResource>;

/// Messages of one language.
struct Tongue {
    bundle: Bundle,
    /// Each message and the parameters it uses.
    keys: BTreeMap<String, BTreeSet<String>>,
    flaws: Vec<String>,
}

/// Messages of all languages.
pub struct Words([Tongue; Lang::ALL.len()]);

static WORDS: LazyLock<Words> = LazyLock::new(|| Words(Lang::ALL.map(Tongue::load)));

/// A value for a parameter of a message.
#[derive(Debug, Clone)]
pub enum Arg<'a> {
    /// A whole number: grouped in the reader's digits, and chooses the plural form.
    Count(i64),
    /// A text, isolated in the sentence.
    Text(Cow<'a, str>),
}

macro_rules! count_args { ($($kind:ty),+) => { $(
    impl From<$kind> for Arg<'_> { fn from(n: $kind) -> Self { Arg::Count(i64::try_from(n).unwrap_or(i64::MAX)) } }
    impl From<&$kind> for Arg<'_> { fn from(n: &$kind) -> Self { Arg::from(*n) } }
    impl From<&&$kind> for Arg<'_> { fn from(n: &&$kind) -> Self { Arg::from(**n) } }
)+ } }
count_args!(i64, i32, i16, u8, u16, u32, u64, usize);

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}
impl<'a> From<&&'a str> for Arg<'a> {
    fn from(text: &&'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}
impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}
impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}
impl<'a> From<Arg<'a>> for FluentValue<'a> {
    #[expect(clippy::cast_precision_loss, reason = "message counts stay far below 2^53; figures are formatted apart")]
    fn from(arg: Arg<'a>) -> Self {
        match arg {
            Arg::Count(count) => FluentValue::from(count as f64),
            Arg::Text(text) => FluentValue::String(text),
        }
    }
}

impl Tongue {
    fn load(lang: Lang) -> Self {
        let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
        let mut bundle = Bundle::new_concurrent(vec![id]);
        bundle.set_formatter(Some(match lang {
            Lang::En => spoken::<{ Lang::En as usize }, _>,
            Lang::Ru => spoken::<{ Lang::Ru as usize }, _>,
            Lang::Fa => spoken::<{ Lang::Fa as usize }, _>,
        }));
        let mut tongue = Self { bundle, keys: BTreeMap::new(), flaws: Vec::new() };
        let folder = format!("{}/", lang.tag());
        for name in Locales::iter().filter(|name| name.starts_with(&folder) && name.ends_with(".ftl")) {
            let text = Locales::get(&name).map(|file| String::from_utf8_lossy(&file.data).into_owned());
            tongue.take(&name, text.unwrap_or_default());
        }
        tongue
    }

    fn take(&mut self, name: &str, text: String) {
        let mut key = String::new();
        for line in text.lines() {
            if let Some((head, _)) =
                line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic()))
            {
                head.trim().clone_into(&mut key);
            }
            let used =
                line.split('$').skip(1).map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next());
            if !key.is_empty() && !line.starts_with('#') {
                self.keys.entry(key.clone()).or_default().extend(used.flatten().map(str::to_owned));
            }
        }
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
            self.flaws.extend(errors.iter().map(|error| format!("{name}: {error}")));
            resource
        });
        if let Err(errors) = self.bundle.add_resource(resource) {
            self.flaws.extend(errors.iter().map(|error| format!("{name}: {error}")));
        }
    }

    fn say(&self, key: &str, args: &FluentArgs) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        // A missing parameter is printed as `{$name}`, which `gaps` finds; there is nothing more to do here.
        Some(self.bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }
}

/// Numbers inside messages in the digits and groups of the language.
fn spoken<const LANG: usize, M>(value: &FluentValue, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(number::of_float(*Lang::ALL.get(LANG)?, number.value)),
        _ => None,
    }
}

impl Words {
    fn tongue(&self, lang: Lang) -> &Tongue {
        let [en, ru, fa] = &self.0;
        match lang {
            Lang::En => en,
            Lang::Ru => ru,
            Lang::Fa => fa,
        }
    }

    /// Everything wrong with the locale files: syntax, a key written twice, a message that a language lacks or has
    /// beyond English, parameters that English does not know. Empty when all is well.
    pub fn flaws() -> Vec<String> {
        let english = &WORDS.tongue(Lang::En).keys;
        let mut flaws: Vec<String> = Vec::new();
        for lang in Lang::ALL {
            let tongue = WORDS.tongue(lang);
            flaws.extend(tongue.flaws.iter().cloned());
            flaws.extend(
                english.keys().filter(|key| !tongue.keys.contains_key(*key)).map(|key| format!("{lang:?} lacks {key}")),
            );
            for (key, used) in &tongue.keys {
                match english.get(key) {
                    None => flaws.push(format!("{lang:?} has {key}, English does not")),
                    Some(known) => {
                        flaws.extend(used.difference(known).map(|name| format!("{lang:?} {key} uses ${name}")));
                    }
                }
            }
        }
        flaws
    }

    /// Every key of the source language.
    pub fn keys() -> impl Iterator<Item = &'static str> {
        WORDS.tongue(Lang::En).keys.keys().map(String::as_str)
    }
}

/// The words in one language: pass it by value, call it `t`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speech(Lang);

impl Speech {
    /// Speech in `lang`.
    pub const fn of(lang: Lang) -> Self {
        Self(lang)
    }

    /// The language.
    pub const fn lang(self) -> Lang {
        self.0
    }

    /// The language's tag for `lang="…"`.
    pub const fn tag(self) -> &'static str {
        self.0.tag()
    }

    /// The direction for `dir="…"`.
    pub const fn dir(self) -> &'static str {
        self.0.dir()
    }

    /// Whether the language is written right to left.
    pub const fn is_rtl(self) -> bool {
        matches!(self.0, Lang::Fa)
    }

    /// The message `key`; English where the language lacks it, `⟦key⟧` where nobody has it.
    pub fn say(self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The message `key` with one parameter.
    pub fn say_one<'a>(self, key: &str, name: &str, value: impl Into<Arg<'a>>) -> String {
        self.say_with(key, &[(name, value.into())])
    }

    /// The message `key` with parameters.
    pub fn say_with(self, key: &str, params: &[(&str, Arg<'_>)]) -> String {
        let args: FluentArgs = params.iter().map(|(name, arg)| (*name, FluentValue::from(arg.clone()))).collect();
        let spoken = WORDS.tongue(self.0).say(key, &args).or_else(|| WORDS.tongue(Lang::En).say(key, &args));
        spoken.unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// The message `key` for CSV, XLSX and other plain text: without isolates.
    pub fn plain(self, key: &str) -> String {
        plain(&self.say(key))
    }

    /// Whether a message of this key exists in any language.
    pub fn knows(self, key: &str) -> bool {
        WORDS.0.iter().any(|tongue| tongue.keys.contains_key(key))
    }

    /// The message `<noun>-<code>`, as in `t.code("setting", "airport")`.
    pub fn code(self, noun: &str, code: &str) -> String {
        self.say(&format!("{noun}-{code}"))
    }

    /// What a field is called: `field-lines-quantity` for `lines.0.quantity`, else `field-quantity`. An underscore in
    /// the path is a hyphen in the key.
    pub fn field(self, path: &str) -> String {
        self.say(&self.about("field", path).unwrap_or_else(|| format!("field-{}", last(path))))
    }

    /// The hint of a field, `hint-…` with the keys of [`Self::field`]; empty where there is none.
    pub fn hint(self, path: &str) -> String {
        self.about("hint", path).map(|key| self.say(&key)).unwrap_or_default()
    }

    /// The most exact key of this kind that exists for a path.
    fn about(self, kind: &str, path: &str) -> Option<String> {
        let whole: Vec<&str> = path.split('.').filter(|part| part.parse::<u32>().is_err()).collect();
        let exact = format!("{kind}-{}", whole.join("-").replace('_', "-"));
        [exact, format!("{kind}-{}", last(path))].into_iter().find(|key| self.knows(key))
    }

    /// What is wrong, to stand beside the field. Parameters named `count`, `min` and `max` choose plurals when they
    /// are whole numbers.
    pub fn problem_beside(self, problem: &Problem) -> String {
        let mut params: Vec<(&str, Arg)> = Vec::new();
        for (name, value) in &problem.params {
            let count = value.parse::<i64>().ok().filter(|_| matches!(name.as_ref(), "count" | "min" | "max"));
            let said = count.map_or_else(|| Arg::from(self.parameter(&problem.code, name, value)), Arg::from);
            params.push((name.as_ref(), said));
        }
        self.say_with(&format!("problem-{}", problem.code), &params)
    }

    /// A parameter of a problem as its reader says it: days, units, substances and stages; else as it came.
    fn parameter(self, code: &str, name: &str, value: &str) -> String {
        let unit = format!("unit-{}", value.replace('_', "-"));
        let is_limit =
            code.starts_with("date-before") || code.starts_with("date-after") || code.starts_with("date-future");
        let day = (is_limit || code == "late-window-over").then(|| value.parse::<Day>().ok()).flatten();
        match (name, day) {
            (_, Some(day)) => self.day_text(day),
            ("unit", _) if self.knows(&unit) => self.say(&unit),
            ("substance", _) => {
                Substance::by_key(value).map_or_else(|| value.to_owned(), |known| known.names.say(self.0).to_owned())
            }
            ("a" | "b", _) if matches!(code, "stage-order" | "stage-was-opened" | "stage-twice") => {
                self.code("frame-stage", value)
            }
            _ => value.to_owned(),
        }
    }

    /// What is wrong and where, to stand alone: `Quantity (2): …`.
    pub fn problem(self, problem: &Problem) -> String {
        let sentence = self.problem_beside(problem);
        // A field that nobody knows has no name: what it was sent in has one.
        let path = if problem.code == "field-unknown" { outer(&problem.field) } else { problem.field.as_str() };
        if path.is_empty() {
            return sentence;
        }
        let number = path.split('.').find_map(|part| part.parse::<i64>().ok());
        let field = self.field(path);
        let field = match number {
            Some(number) => {
                self.say_with("problem-field-numbered", &[("field", field.into()), ("number", (number + 1).into())])
            }
            None => field,
        };
        self.say_with("problem-at", &[("field", field.into()), ("sentence", sentence.into())])
    }
}

/// The path of what a field stands in; blank for the whole.
fn outer(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(outer, _)| outer)
}

/// The last part of a path that is not a number, as in a key.
fn last(path: &str) -> String {
    let name = path.rsplit('.').find(|part| part.parse::<u32>().is_err()).filter(|part| !part.is_empty());
    name.unwrap_or("record").replace('_', "-").to_ascii_lowercase()
}

/// A text without directional isolates, for formats in which they are noise.
pub fn plain(text: &str) -> String {
    text.chars().filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}')).collect()
}

/// The keys and parameters that a rendered page could not say; empty for a sound page. For tests.
pub fn gaps(page: &str) -> Vec<String> {
    let keys = page.split('⟦').skip(1).filter_map(|rest| rest.split('⟧').next());
    let params = page.split("{$").skip(1).filter_map(|rest| rest.split('}').next());
    keys.chain(params).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_every_message() {
        assert_eq!(Words::flaws(), Vec::<String>::new());
    }

    #[test]
    fn a_field_that_nobody_knows_is_named_by_what_it_stands_in() {
        for lang in Lang::ALL {
            let said = |field: &str| {
                let problem = Problem::new(field, "field-unknown").with("text", "bad");
                plain(&Speech::of(lang).problem(&problem))
            };
            for field in ["bad", "lines.1.bad", "marking.bad"] {
                assert_eq!(gaps(&said(field)), Vec::<String>::new());
                assert!(said(field).contains("bad"));
            }
            assert_ne!(said("bad"), said("lines.1.bad"));
        }
    }

    #[test]
    fn a_key_without_a_message_shows_itself() {
        let said = Speech::of(Lang::Ru).say("no-such-key");
        assert_eq!(gaps(&said), ["no-such-key"]);
        assert_eq!(gaps("fine {$left}"), ["left"]);
    }

    #[test]
    fn counts_choose_the_plural_and_the_digits() {
        let ru = |count: i64| plain(&Speech::of(Lang::Ru).say_one("frame-waiting", "count", count));
        assert_eq!(ru(1), "1 ждёт меня");
        assert_eq!(ru(7), "7 ждут меня");
        assert!(Speech::of(Lang::Fa).say_one("frame-waiting", "count", 7).contains('۷'));
    }

    #[test]
    fn a_problem_names_its_field_and_keeps_what_was_typed() {
        let problem = Problem::new("lines.0.quantity", "quantity-ambiguous")
            .with("text", "5,065")
            .with("a", "5.065")
            .with("b", "5065");
        for lang in Lang::ALL {
            let said = Speech::of(lang).problem(&problem);
            assert!(said.contains("5,065"), "{said}");
            assert!(gaps(&said).is_empty(), "{said}");
        }
        assert_eq!(Speech::of(Lang::En).field("lines.0.quantity"), "Quantity");
        assert_eq!(Speech::of(Lang::En).field("scope_reason"), "Reason for the scope");
    }

    #[test]
    fn days_and_units_of_a_problem_are_said_as_their_reader_says_them() {
        let late = Problem::new("day", "date-after-active").with("text", "2021-12-15").with("to", "2021-11-30");
        let said = plain(&Speech::of(Lang::En).problem(&late));
        assert_eq!(
            said,
            "When: 15 Dec 2021 is after the active stage ended (30 Nov 2021). If it is reported late, tick Late entry; else correct the day"
        );
        assert!(Speech::of(Lang::Fa).problem_beside(&late).contains("۲۴ آذر ۱۴۰۰"));
        let odd = Problem::new("lines.1.unit", "unit-unfit").with("unit", "l").with("substance", "no-such");
        assert!(
            plain(&Speech::of(Lang::En).problem(&odd)).starts_with("Unit (2): no-such does not usually come in l.")
        );
    }
}
