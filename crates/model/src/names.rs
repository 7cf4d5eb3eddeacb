//! A name in several languages.
//!
//! Refuses to translate: a language without a name falls back to English, then to any, and the reader is told which.

use crate::lang::Lang;
use crate::problem::Problems;
use crate::text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text per language; blank texts are not kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Names(BTreeMap<Lang, String>);

impl Names {
    /// The same name in every language, as for a code.
    pub fn same(text: &str) -> Self {
        Lang::ALL.into_iter().fold(Self::default(), |names, lang| names.with(lang, text))
    }

    /// These names and one more; a blank text removes it.
    #[must_use]
    pub fn with(mut self, lang: Lang, text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            self.0.remove(&lang);
        } else {
            self.0.insert(lang, text.to_owned());
        }
        self
    }

    /// The name in `lang`, else in English, else in any language, else nothing.
    pub fn say(&self, lang: Lang) -> &str {
        self.0
            .get(&lang)
            .or_else(|| self.0.get(&Lang::En))
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }

    /// The name in exactly `lang`.
    pub fn exact(&self, lang: Lang) -> Option<&str> {
        self.0.get(&lang).map(String::as_str)
    }

    /// The names whose texts can be kept, each of at most `limit` characters; problems are those of `field.<lang>`.
    #[must_use]
    pub fn check(&self, field: &str, limit: usize, problems: &mut Problems) -> Self {
        self.iter().fold(Self::default(), |kept, (lang, name)| {
            let read = text::read(&format!("{field}.{}", lang.tag()), name, limit);
            problems.keep(read).map_or_else(|| kept.clone(), |name| kept.clone().with(lang, &name))
        })
    }

    /// Whether there is no name at all.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }

    /// Every language that has a name, with it.
    pub fn iter(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(lang, text)| (*lang, text.as_str()))
    }
}
