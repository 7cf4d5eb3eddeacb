//! A mapping: which column of a file is which field of a draft, written in a small TOML file.
//!
//! Refuses what it does not understand, with the line or the rule that says it: an unknown key, a field no draft has, a
//! code its field does not know, a column that is both read and ignored. All of it at once where TOML lets it.

use crate::encoding::Encoding;
use crate::target::Target;
use model::names::Names;
use model::problem::{Problem, Problems};
use model::quantity::DecimalMark;
use model::time::DateOrder;
use serde::Deserialize;
use std::collections::BTreeMap;

model::codes! {
    /// What stands between the cells of a row.
    pub enum Delimiter {
        /// Whichever of the others occurs most in the header.
        Auto = "auto",
        /// A comma.
        Comma = ",",
        /// A semicolon.
        Semicolon = ";",
        /// A tabulator.
        Tab = "\t",
        /// A vertical bar.
        Bar = "|",
    }
}

/// How one field of the draft comes to its text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldRule {
    /// Path of the field, `lines.0.quantity`. Several rules may fill one field: the first that has a text wins.
    pub to: String,
    /// The columns it is read from; the texts of several are joined.
    #[serde(default)]
    pub from: Vec<String>,
    /// The text it always has, where no column says it.
    #[serde(default)]
    pub value: String,
    /// What a cell's text becomes; a blank text is nothing. Compared without regard to case, marks and signs.
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// What a text becomes that is not among `values`. Without it, a coded field asks and any other takes the text.
    #[serde(default)]
    pub otherwise: Option<String>,
    /// What stands between the texts of several columns.
    #[serde(default = "comma")]
    pub join: String,
    /// Whether the columns may be missing from the file.
    #[serde(default)]
    pub optional: bool,
}

fn comma() -> String {
    ", ".to_owned()
}

/// A mapping file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Its name: small letters, digits and hyphens. It is part of every row's key.
    pub name: String,
    /// Its version, raised when it reads something otherwise than before.
    pub version: u32,
    /// What it is for, per language.
    #[serde(default)]
    pub title: Names,
    /// What stands between cells.
    pub delimiter: Delimiter,
    /// How letters are written.
    pub encoding: Encoding,
    /// What stands before a fraction. The check of its drafts must be given the same mark.
    pub decimal: DecimalMark,
    /// The order of year, month and day. The check of its drafts must be given the same order.
    #[serde(default = "any_order")]
    pub dates: DateOrder,
    /// Whether numbers were printed by a program with binary floats: exponents and long tails are then understood.
    #[serde(default)]
    pub float_tails: bool,
    /// Columns that are known and not read.
    #[serde(default)]
    pub ignored: Vec<String>,
    /// The fields, in the order in which they are filled.
    #[serde(rename = "field")]
    pub fields: Vec<FieldRule>,
}

const fn any_order() -> DateOrder {
    DateOrder::Any
}

/// The mappings that ship with the product.
const SHIPPED: &[(&str, &str)] = &[
    ("ids", include_str!("../../../catalogue/mappings/ids.toml")),
    ("plain", include_str!("../../../catalogue/mappings/plain.toml")),
];

/// Fields without which no row of any file can be an incident.
const NEEDED: &[&str] = &["day", "country", "lines.0.written"];

impl Mapping {
    /// Names of the mappings that ship with the product.
    pub fn shipped_names() -> impl Iterator<Item = &'static str> {
        SHIPPED.iter().map(|(name, _)| *name)
    }

    /// A mapping that ships with the product. Problem: `mapping-unknown` (params `text`, `known`).
    pub fn shipped(name: &str) -> Result<Self, Problems> {
        let found = SHIPPED.iter().find(|(shipped, _)| *shipped == name.trim());
        let known = || Self::shipped_names().collect::<Vec<_>>().join(", ");
        let unknown = || Problem::new("mapping", "mapping-unknown").with("text", name.trim()).with("known", known());
        found.ok_or_else(unknown).map_err(Problems::from).and_then(|(_, text)| Self::parse(text))
    }

    /// The columns it reads, in the order of its fields: the head of a file to fill in.
    pub fn columns(&self) -> Vec<String> {
        self.fields.iter().flat_map(|rule| rule.from.iter().cloned()).collect()
    }

    /// Reads a mapping file.
    ///
    /// Problems: `mapping-unreadable` (params `line`, `detail`), `mapping-name`, and per rule, with the rule's number from
    /// 1 in `rule`: `mapping-field` (no such field), `mapping-source` (neither columns nor a value, or both),
    /// `mapping-code` (the field has no such code), `mapping-column` (read and ignored at once), `mapping-incomplete`.
    pub fn parse(text: &str) -> Result<Self, Problems> {
        let mapping: Self = toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            Problem::new("mapping", "mapping-unreadable").with("line", line).with("detail", error.message().trim())
        })?;
        let mut problems = Problems::none();
        mapping.check_name(&mut problems);
        for (number, rule) in (1..).zip(&mapping.fields) {
            mapping.check_rule(number, rule, &mut problems);
        }
        for needed in NEEDED.iter().filter(|path| !mapping.fields.iter().any(|rule| rule.to == **path)) {
            problems.add(Problem::new("mapping", "mapping-incomplete").with("text", needed));
        }
        problems.or(Some(mapping))
    }

    fn check_name(&self, problems: &mut Problems) {
        let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if !(1..=40).contains(&self.name.len()) || !self.name.bytes().all(letter) {
            problems.add(Problem::new("mapping", "mapping-name").with("text", &self.name));
        }
    }

    fn check_rule(&self, number: usize, rule: &FieldRule, problems: &mut Problems) {
        let mut add = |code, text: &str| {
            problems.add(Problem::new("mapping", code).with("rule", number).with("field", &rule.to).with("text", text));
        };
        let target = Target::of(&rule.to);
        if target.is_none() {
            add("mapping-field", &rule.to);
        }
        if rule.from.is_empty() == rule.value.is_empty() {
            add("mapping-source", "");
        }
        if let Some(known) = target.and_then(Target::code) {
            let said = rule.values.values().chain(rule.otherwise.as_ref()).chain([&rule.value]);
            said.filter(|code| !code.is_empty() && !known(code)).for_each(|code| add("mapping-code", code));
        }
        let ignored = rule.from.iter().filter(|column| self.ignored.iter().any(|ignored| ignored == *column));
        ignored.for_each(|column| add("mapping-column", column));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "name = \"t\"\nversion = 1\ndelimiter = \";\"\nencoding = \"utf-8\"\ndecimal = \"point\"\n";

    fn with(rules: &str) -> Result<Mapping, Problems> {
        let needed: Vec<String> =
            NEEDED.iter().map(|path| format!("[[field]]\nto = \"{path}\"\nfrom = [\"{path}\"]\n")).collect();
        Mapping::parse(&format!("{HEAD}ignored = [\"IDLE\"]\n{}{rules}", needed.concat()))
    }

    fn codes(rules: &str) -> Vec<String> {
        with(rules)
            .map_or_else(|problems| problems.0.iter().map(|problem| problem.code.to_string()).collect(), |_| Vec::new())
    }

    #[test]
    fn every_shipped_mapping_reads_and_is_called_by_its_name() {
        for name in Mapping::shipped_names() {
            assert_eq!(Mapping::shipped(name).map(|mapping| mapping.name), Ok(name.to_owned()));
        }
        let problem = Mapping::shipped("csv").unwrap_err();
        assert_eq!((problem.0[0].code.as_ref(), problem.0[0].params[1].1.as_str()), ("mapping-unknown", "ids, plain"));
    }

    #[test]
    fn an_unknown_key_is_refused_with_its_line() {
        let problem = Mapping::parse(&format!("{HEAD}colour = \"red\"\n")).unwrap_err().0.remove(0);
        assert_eq!((problem.code.as_ref(), problem.params[0].1.as_str()), ("mapping-unreadable", "6"));
        assert!(problem.params[1].1.contains("colour"), "{problem:?}");
    }

    #[test]
    fn every_rule_that_cannot_work_is_named_at_once() {
        let found = codes(
            "[[field]]\nto = \"colour\"\nfrom = [\"A\"]\n[[field]]\nto = \"place\"\n\
             [[field]]\nto = \"setting\"\nfrom = [\"IDLE\"]\nvalues = { Air = \"sky\" }\n",
        );
        assert_eq!(found, ["mapping-field", "mapping-source", "mapping-code", "mapping-column"]);
        assert!(codes("").is_empty());
    }

    #[test]
    fn a_mapping_without_day_country_or_substance_is_incomplete() {
        let problems = Mapping::parse(&format!("{HEAD}field = []\n")).unwrap_err();
        assert_eq!(problems.0.iter().filter(|problem| problem.code == "mapping-incomplete").count(), 3);
    }
}
