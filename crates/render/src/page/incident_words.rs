//! How the parts of an incident are said: countries, regions, substances, amounts, and any coded field by its path.
//!
//! Refuses to round: an amount is shown to its last digit, in the largest unit that keeps it readable.

use crate::html::{Safe, escape, isolate, ltr};
use crate::words::Speech;
use model::agency::{Agency, AgencyId};
use model::catalogue::country::Country;
use model::catalogue::region::Region;
use model::catalogue::substance::Substance;
use model::catalogue::unit::{Dimension, Unit};
use model::incident::Line;
use model::listing::Amount;
use model::quantity::Quantity;

impl Speech {
    /// A country by its code, in the reader's language; the code where the catalogue does not know it.
    pub fn country(self, code: impl AsRef<str>) -> String {
        let code = code.as_ref();
        Country::by_code(code).map_or_else(|| code.to_owned(), |country| country.names.say(self.lang()).to_owned())
    }

    /// A region by its code.
    pub fn region(self, code: impl AsRef<str>) -> String {
        let code = code.as_ref();
        Region::by_code(code).map_or_else(|| code.to_owned(), |region| region.names.say(self.lang()).to_owned())
    }

    /// A substance by its key.
    pub fn substance(self, key: impl AsRef<str>) -> String {
        let key = key.as_ref();
        Substance::by_key(key).map_or_else(|| key.to_owned(), |known| known.names.say(self.lang()).to_owned())
    }

    /// A participant by its code: a country by its name, an organisation by its code.
    pub fn participant(self, code: impl AsRef<str>) -> String {
        self.country(code)
    }

    /// An agency's name; its identifier is no name, so an unknown one has none.
    pub fn agency(self, agencies: &[Agency], id: AgencyId) -> String {
        let found = agencies.iter().find(|agency| agency.id == id);
        found.map_or_else(String::new, |agency| agency.names.say(self.lang()).to_owned())
    }

    /// A unit by its code; the code where no message says it.
    pub fn unit(self, code: impl AsRef<str>) -> String {
        let code = code.as_ref();
        let key = format!("unit-{}", code.replace('_', "-"));
        if self.knows(&key) { self.say(&key) } else { code.to_owned() }
    }

    /// A quantity in the unit it was given in: `5.065 kg`.
    pub fn quantity(self, quantity: &Quantity) -> String {
        self.named_amount(&self.decimal_text(&quantity.number()), &self.unit(&quantity.unit))
    }

    /// An amount of base units, in the largest unit of which there is at least one.
    pub fn amount(self, amount: &Amount) -> String {
        let (scale, unit) = scale(amount);
        let (value, unit) = (self.decimal(amount.amount, scale), self.unit(unit));
        self.named_amount(&value, &unit)
    }

    /// Several amounts of unlike units, side by side.
    pub fn amounts(self, amounts: &[Amount]) -> String {
        let said: Vec<String> = amounts.iter().map(|amount| self.amount(amount)).collect();
        said.join(" · ")
    }

    fn named_amount(self, value: &str, unit: &str) -> String {
        crate::words::plain(&self.say_with("unit-named", &[("value", value.into()), ("unit", unit.into())]))
    }

    /// How much a line says, or that it is not known.
    pub fn line_amount(self, line: &Line) -> String {
        match &line.quantity {
            Some(quantity) => self.quantity(quantity),
            None if line.quantity_written.is_empty() => self.say("incident-amount-unknown"),
            None => self.say_one("incident-amount-unreadable", "text", line.quantity_written.as_str()),
        }
    }

    /// A code of a field by the field's path, in words; any other value as it stands.
    pub fn field_value(self, path: &str, value: &str) -> String {
        let part = |part: &&str| part.parse::<u32>().is_err();
        let name: Vec<&str> = path.split('.').filter(part).collect();
        let name = name.join(".");
        match name.as_str() {
            "country" | "legs.country" | "persons.nationality" if !value.is_empty() => self.country(value),
            "region" if value == "unknown" => self.say("incident-region-unknown"),
            "region" if !value.is_empty() => self.region(value),
            "lines.unit" | "lines.second_unit" if !value.is_empty() => self.unit(value),
            "lines.substance" if !value.is_empty() => self.substance(value),
            "marking.recipients" if !value.is_empty() => self.participant(value),
            "late" | "lines.quantity_unknown" => self.say(if value == "true" { "incident-yes" } else { "incident-no" }),
            name => match noun_of(name) {
                Some(noun) if self.knows(&format!("{noun}-{value}")) => self.code(noun, value),
                _ => value.to_owned(),
            },
        }
    }
}

/// The noun under which the codes of a field are said.
fn noun_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "kind" => "incident-kind",
        "precision" => "precision",
        "setting" => "setting",
        "detection" => "detection",
        "conveyance" => "conveyance",
        "concealment" => "concealment",
        "legs.role" => "leg-role",
        "legs.confidence" => "confidence",
        "persons.status" => "person-status",
        "persons.sex" => "sex-band",
        "persons.age" => "age-band",
        "related.kind" => "related-kind",
        "lines.status" => "substance-status",
        "lines.form" => "physical-form",
        "lines.basis" => "basis",
        "lines.measure" => "measure",
        "lines.salt" => "salt-form",
        "lines.scope" => "incident-scope",
        "marking.audience" => "tlp",
        "marking.handling" => "handling",
        "marking.source_grade" => "source-grade",
        "marking.information_grade" => "information-grade",
        _ => return None,
    })
}

/// Decimal places between the base unit and the unit shown, and that unit.
fn scale(amount: &Amount) -> (u8, &'static str) {
    let size = amount.amount.unsigned_abs();
    match amount.dimension {
        Dimension::Mass if size >= 1_000_000_000 => (9, "kg"),
        Dimension::Mass if size >= 1_000_000 => (6, "g"),
        Dimension::Mass if size >= 1_000 => (3, "mg"),
        Dimension::Mass => (0, "ug"),
        Dimension::Volume if size >= 1_000_000 => (6, "l"),
        Dimension::Volume => (3, "ml"),
        Dimension::Count => (3, "unit"),
        Dimension::Area => (3, "m2"),
    }
}

/// Names offered while typing a substance.
pub fn substance_names(t: Speech) -> Vec<&'static str> {
    let mut names: Vec<&str> = Substance::all().iter().map(|substance| substance.names.say(t.lang())).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Units in the order in which they are offered, by code.
pub fn units() -> impl Iterator<Item = &'static str> {
    Unit::all().iter().map(|unit| unit.code.as_str())
}

/// Where it happened: the place as written, then region and country in the reader's language.
pub fn place(t: Speech, text: &str, region: Option<&str>, country: &str) -> Safe {
    let mut parts: Vec<String> = Vec::new();
    // Where nothing more than the region was written, it is said once, in the reader's language.
    let known = region.and_then(Region::by_code);
    let same = |region: &Region| region.names.iter().any(|(_, name)| name.eq_ignore_ascii_case(text.trim()));
    if !text.is_empty() && !known.is_some_and(same) {
        parts.push(isolate(text).as_str().to_owned());
    }
    if let Some(region) = region {
        parts.push(escape(&t.region(region)));
    }
    parts.push(escape(&t.country(country)));
    let mark = if t.is_rtl() { "، " } else { ", " };
    Safe::ours(parts.join(mark))
}

/// `13:52` of minutes since midnight, in the reader's digits.
pub fn time_of_day(t: Speech, minute: u16) -> Safe {
    ltr(&t.digits(&format!("{:02}:{:02}", minute / 60, minute % 60)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lang::Lang;

    const T: Speech = Speech::of(Lang::En);

    fn amount(dimension: Dimension, amount: i64) -> String {
        T.amount(&Amount { dimension, amount })
    }

    #[test]
    fn an_amount_is_said_in_the_largest_unit_that_it_fills() {
        assert_eq!(amount(Dimension::Mass, 5_065_000_000), "5.065 kg");
        assert_eq!(amount(Dimension::Mass, 15_520_000), "15.52 g");
        assert_eq!(amount(Dimension::Mass, 7), "7 µg");
        assert_eq!(amount(Dimension::Volume, 225_000_000), "225 l");
        assert_eq!(amount(Dimension::Count, 388_000), "388 units");
    }

    #[test]
    fn a_coded_field_is_said_in_words_and_a_typed_one_as_typed() {
        assert_eq!(T.field_value("setting", "border"), T.code("setting", "border"));
        assert_eq!(T.field_value("lines.3.form", "powder"), T.code("physical-form", "powder"));
        assert_eq!(T.field_value("place", "border"), "border");
        assert_eq!(T.field_value("setting", "no-such"), "no-such");
    }
}
