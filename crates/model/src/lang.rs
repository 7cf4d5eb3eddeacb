//! The working languages of a node and of a record's text.
//!
//! Refuses to hold words: those live in `locales/<lang>/`. Adding a language is adding a folder and a variant here.

use serde::{Deserialize, Serialize};

/// A language the product speaks from the first page to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, the source of every other language.
    #[default]
    En,
    /// Russian.
    Ru,
    /// Persian, written right to left.
    Fa,
}

impl Lang {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Lang; 3] = [Lang::En, Lang::Ru, Lang::Fa];

    /// The BCP 47 tag, as in the `lang` attribute, a cookie or `?lang=`.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ru => "ru",
            Lang::Fa => "fa",
        }
    }

    /// The direction of its script, as in the `dir` attribute.
    pub const fn dir(self) -> &'static str {
        match self {
            Lang::En | Lang::Ru => "ltr",
            Lang::Fa => "rtl",
        }
    }

    /// The language of a tag such as `fa`, `fa-AF` or `ru_RU`; `None` for one the product does not speak.
    pub fn parse(tag: &str) -> Option<Lang> {
        let head = tag.split(['-', '_', ';']).next().unwrap_or_default().trim();
        Lang::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(head))
    }
}
