//! An entry as it is typed, imported or comes over the API, and its way to being true.
//!
//! Refuses to guess a substance: what is not recognised is asked back, with what it may be, or kept as written. Refuses
//! two entries of one place and substance on the same days.

use super::{ControlEntry, ControlEntryId, Reach, Reaches, Technique, Threshold};
use crate::catalogue::{Substance, Unit};
use crate::id::RecordId;
use crate::legal_act::{ActRef, optional_day};
use crate::marking::{MarkingDraft, coded};
use crate::problem::{Problem, Problems};
use crate::quantity::{Basis, Decimal, DecimalMark, exact, read_decimal};
use crate::text;
use crate::time::{Day, WrittenDay};
use serde::{Deserialize, Serialize};

/// A threshold as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ThresholdDraft {
    /// Name.
    pub name: String,
    /// Amount.
    pub value: String,
    /// Unit code or how it is written.
    pub unit: String,
    /// [`Basis`] code.
    pub basis: String,
}

/// An entry as typed; also the body of the API.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ControlEntryDraft {
    /// The act: identifier or key.
    pub act: String,
    /// List.
    pub list: String,
    /// Number in the list.
    pub number: String,
    /// Name as the act writes it.
    pub name: String,
    /// Other names the act gives.
    pub synonyms: Vec<String>,
    /// Key or name of the substance; blank to recognise it by its name.
    pub substance: String,
    /// The catalogue does not hold it.
    pub not_in_catalogue: bool,
    /// Definition of a class.
    pub definition: String,
    /// [`Technique`] code; individual where blank.
    pub technique: String,
    /// [`Reaches`] code for salts.
    pub salts: String,
    /// For isomers.
    pub isomers: String,
    /// For stereoisomers.
    pub stereoisomers: String,
    /// For esters.
    pub esters: String,
    /// For ethers.
    pub ethers: String,
    /// Per cent up to which a preparation is not reached.
    pub preparation_limit: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Day on which it stood in the list.
    pub seen: String,
    /// Thresholds.
    pub thresholds: Vec<ThresholdDraft>,
    /// Remarks.
    pub note: String,
    /// Language of the record.
    pub lang: String,
    /// Who may read it.
    pub marking: MarkingDraft,
}

/// An entry of the same act that stands already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Its record.
    pub id: RecordId,
    /// The entry.
    pub entry: ControlEntry,
}

/// A number of per cent or of an amount as it is kept: with a point, without zeros that say nothing.
fn plain(number: Decimal) -> String {
    exact(number.digits, number.scale)
}

impl ControlEntryDraft {
    /// The draft that would read back as `entry`.
    pub fn of(entry: &ControlEntry) -> Self {
        let written = |day: &Option<WrittenDay>| day.as_ref().map_or_else(String::new, |day| day.text.clone());
        let threshold = |threshold: &Threshold| ThresholdDraft {
            name: threshold.name.clone(),
            value: threshold.value.clone(),
            unit: threshold.unit.clone(),
            basis: threshold.basis.to_string(),
        };
        Self {
            act: entry.act.to_string(),
            list: entry.list.clone(),
            number: entry.number.clone(),
            name: entry.name.clone(),
            synonyms: entry.synonyms.clone(),
            substance: entry.substance.clone().unwrap_or_default(),
            not_in_catalogue: entry.not_in_catalogue,
            definition: entry.definition.clone(),
            technique: entry.technique.to_string(),
            salts: entry.reach.salts.to_string(),
            isomers: entry.reach.isomers.to_string(),
            stereoisomers: entry.reach.stereoisomers.to_string(),
            esters: entry.reach.esters.to_string(),
            ethers: entry.reach.ethers.to_string(),
            preparation_limit: entry.preparation_limit.clone(),
            from: written(&entry.from),
            to: written(&entry.to),
            seen: entry.seen.map_or_else(String::new, |day| day.to_string()),
            thresholds: entry.thresholds.iter().map(threshold).collect(),
            note: entry.note.clone(),
            lang: String::new(),
            marking: MarkingDraft::default(),
        }
    }

    /// The entry, or all its problems; `others` are the entries of the same act.
    pub fn check(&self, id: ControlEntryId, others: &[Standing], today: Day) -> Result<ControlEntry, Problems> {
        let mut problems = Problems::none();
        let act = problems.keep(self.read_act());
        let technique =
            problems.keep(coded("technique", &self.technique, Technique::parse, Some(Technique::Individual))).flatten();
        let technique = technique.unwrap_or(Technique::Individual);
        let name = problems.keep(text::required("name", &self.name, 1000)).unwrap_or_default();
        let mut short = |field, text: &str, limit| problems.keep(text::read(field, text, limit)).unwrap_or_default();
        let (list, number) = (short("list", &self.list, 100), short("number", &self.number, 60));
        let (definition, note) = (short("definition", &self.definition, 8000), short("note", &self.note, 4000));
        let synonyms: Vec<String> = self.synonyms.iter().map(|name| short("synonyms", name, 500)).collect();
        let substance = self.read_substance(technique, &mut problems);
        if !technique.names_its_substance() && definition.is_empty() && substance.is_none() {
            problems.add(Problem::new("definition", "definition-missing"));
        }
        let from = problems.keep(optional_day("from", &self.from)).flatten();
        let to = problems.keep(optional_day("to", &self.to)).flatten();
        let seen = problems.keep(optional_day("seen", &self.seen)).flatten().map(|read| read.day);
        if from.as_ref().zip(to.as_ref()).is_some_and(|(from, to)| to.day < from.day) {
            problems.add(Problem::new("to", "dates-reversed"));
        }
        if let Some(seen) = seen.filter(|seen| *seen > today) {
            problems.add(Problem::new("seen", "date-future").with("text", seen));
        }
        let reach = self.read_reach(&mut problems);
        let preparation_limit = problems.keep(self.read_limit()).unwrap_or_default();
        let thresholds = self.read_thresholds(&mut problems);
        let entry = act.map(|act| ControlEntry {
            id,
            act,
            list,
            number,
            name,
            synonyms: synonyms.into_iter().filter(|name| !name.is_empty()).collect(),
            not_in_catalogue: self.not_in_catalogue && substance.is_none(),
            substance,
            definition,
            technique,
            reach,
            preparation_limit,
            from,
            to,
            seen,
            thresholds,
            note,
        });
        if let Some(entry) = &entry {
            problems.0.extend(overlaps(entry, others));
        }
        problems.or(entry)
    }

    fn read_act(&self) -> Result<ActRef, Problem> {
        if self.act.trim().is_empty() { Err(Problem::new("act", "required")) } else { ActRef::read("act", &self.act) }
    }

    /// The substance named or recognised. A name nobody knows is asked back unless its writer keeps it as written.
    fn read_substance(&self, technique: Technique, problems: &mut Problems) -> Option<String> {
        let typed = self.substance.trim();
        if self.not_in_catalogue && typed.is_empty() {
            return None;
        }
        let names = [typed, self.name.trim()].into_iter().chain(self.synonyms.iter().map(String::as_str));
        let mut names = names.filter(|name| !name.is_empty());
        if !typed.is_empty() {
            let found = Substance::by_key(typed).or_else(|| Substance::recognise(typed));
            if found.is_none() {
                problems.add(unrecognised("substance", typed));
            }
            return found.map(|substance| substance.key.clone());
        }
        if !technique.names_its_substance() {
            return None;
        }
        let found = names.find_map(Substance::recognise);
        if found.is_none() && !self.name.trim().is_empty() {
            problems.add(unrecognised("substance", self.name.trim()));
        }
        found.map(|substance| substance.key.clone())
    }

    fn read_reach(&self, problems: &mut Problems) -> Reach {
        let mut read = |field, code: &str| {
            let read = coded(field, code, Reaches::parse, Some(Reaches::NotSaid));
            problems.keep(read).flatten().unwrap_or(Reaches::NotSaid)
        };
        Reach {
            salts: read("salts", &self.salts),
            isomers: read("isomers", &self.isomers),
            stereoisomers: read("stereoisomers", &self.stereoisomers),
            esters: read("esters", &self.esters),
            ethers: read("ethers", &self.ethers),
        }
    }

    fn read_limit(&self) -> Result<String, Problem> {
        let text = self.preparation_limit.trim().trim_end_matches('%').trim();
        if text.is_empty() {
            return Ok(String::new());
        }
        let number = read_decimal("preparation_limit", text, DecimalMark::Either)?;
        if number.digits > 100 * 10_i128.pow(number.scale.min(24)) {
            return Err(Problem::new("preparation_limit", "purity-range").with("text", text));
        }
        Ok(plain(number))
    }

    fn read_thresholds(&self, problems: &mut Problems) -> Vec<Threshold> {
        let mut kept = Vec::new();
        for (place, draft) in self.thresholds.iter().enumerate().filter(|(_, draft)| draft.says_something()) {
            match draft.check() {
                Ok(threshold) => kept.push(threshold),
                Err(found) => {
                    let outer = format!("thresholds.{place}");
                    found.0.into_iter().for_each(|problem| problems.add(problem.inside(&outer)));
                }
            }
        }
        kept
    }
}

impl ThresholdDraft {
    fn says_something(&self) -> bool {
        [&self.name, &self.value].iter().any(|text| !text.trim().is_empty())
    }

    fn check(&self) -> Result<Threshold, Problems> {
        let mut problems = Problems::none();
        let name = problems.keep(text::required("name", &self.name, 100)).unwrap_or_default();
        let value = problems.keep(read_decimal("value", &self.value, DecimalMark::Either)).map(plain);
        let basis = problems.keep(coded("basis", &self.basis, Basis::parse, Some(Basis::Unknown))).flatten();
        let unit = Unit::recognise(&self.unit).map(|unit| unit.code.clone());
        if unit.is_none() {
            problems.add(Problem::new("unit", "unit-unknown").with("text", self.unit.trim()));
        }
        let parts = value.zip(unit).zip(basis);
        problems.or(parts.map(|((value, unit), basis)| Threshold { name, value, unit, basis }))
    }
}

/// The problem of a name nobody knows, with what it may be.
fn unrecognised(field: &str, name: &str) -> Problem {
    let near = Substance::suggest(name, 3);
    let near: Vec<&str> = near.iter().map(|substance| substance.key.as_str()).collect();
    let code = if near.is_empty() { "substance-not-in-catalogue" } else { "substance-suggested" };
    Problem::new(field, code).with("text", name).with("near", near.join(", "))
}

/// The problems of standing where another entry of the same place stands on the same days.
fn overlaps(entry: &ControlEntry, others: &[Standing]) -> Option<Problem> {
    let day = |written: &Option<WrittenDay>| written.as_ref().map(|written| written.day);
    let own = RecordId::from(entry.id);
    let same_thing = |other: &ControlEntry| match (&entry.substance, &other.substance) {
        (Some(own), Some(other)) => own == other,
        _ => entry.name == other.name,
    };
    let same_days = |other: &ControlEntry| {
        let before = day(&entry.to).zip(day(&other.from)).is_some_and(|(to, from)| to < from);
        let after = day(&other.to).zip(day(&entry.from)).is_some_and(|(to, from)| to < from);
        !before && !after
    };
    let same = |standing: &&Standing| {
        let other = &standing.entry;
        standing.id != own
            && other.act == entry.act
            && other.list == entry.list
            && other.number == entry.number
            && other.technique.names_its_substance() == entry.technique.names_its_substance()
            && same_thing(other)
            && same_days(other)
    };
    let other = others.iter().find(same)?;
    let end = |day: Option<Day>| day.map_or_else(|| "…".to_owned(), |day| day.to_string());
    let problem = Problem::new("from", "validity-overlaps").with("name", &other.entry.name).with("record", &other.id);
    Some(problem.with("a", end(day(&other.entry.from))).with("b", end(day(&other.entry.to))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;
    use uuid::Uuid;

    fn draft(name: &str) -> ControlEntryDraft {
        ControlEntryDraft { act: "un-1971".to_owned(), name: name.to_owned(), ..ControlEntryDraft::default() }
    }

    fn check(draft: &ControlEntryDraft, number: u128, others: &[Standing]) -> Result<ControlEntry, Problems> {
        draft.check(Id::new(Uuid::from_u128(number)), others, "2021-11-12".parse().unwrap())
    }

    #[test]
    fn a_name_of_the_catalogue_is_recognised_and_another_is_asked_back_with_both_ways_out() {
        assert_eq!(check(&draft("α-PVP"), 1, &[]).unwrap().substance.as_deref(), Some("alpha-pvp"));
        let unknown = check(&draft("Zzyzx-9000"), 1, &[]).unwrap_err();
        assert!(unknown.0[0].code.starts_with("substance-"), "{unknown:?}");
        let kept = ControlEntryDraft { not_in_catalogue: true, ..draft("Zzyzx-9000") };
        let kept = check(&kept, 1, &[]).unwrap();
        assert_eq!((kept.substance, kept.name.as_str(), kept.not_in_catalogue), (None, "Zzyzx-9000", true));
        let chosen = ControlEntryDraft { substance: "mephedrone".to_owned(), ..draft("Zzyzx-9000") };
        assert_eq!(check(&chosen, 1, &[]).unwrap().substance.as_deref(), Some("mephedrone"));
    }

    #[test]
    fn the_same_place_and_substance_on_the_same_days_names_the_other_entry() {
        let first = ControlEntryDraft { from: "2015-01-01".to_owned(), to: "2016-12-31".to_owned(), ..draft("MDPV") };
        let first = check(&first, 1, &[]).unwrap();
        let standing = [Standing { id: first.id.into(), entry: first }];
        let over = ControlEntryDraft { from: "31.12.2016".to_owned(), ..draft("MDPV") };
        let found = check(&over, 2, &standing).unwrap_err();
        assert_eq!((found.0[0].code.as_ref(), found.0[0].params[0].1.as_str()), ("validity-overlaps", "MDPV"));
        let next = ControlEntryDraft { from: "2017-01-01".to_owned(), ..draft("MDPV") };
        assert!(check(&next, 2, &standing).is_ok());
        let elsewhere = ControlEntryDraft { list: "II".to_owned(), ..over };
        assert!(check(&elsewhere, 2, &standing).is_ok());
    }

    #[test]
    fn an_entry_does_not_end_before_it_begins_and_thresholds_are_exact() {
        let bad = ControlEntryDraft { from: "2020-02-01".to_owned(), to: "2020-01-31".to_owned(), ..draft("MDPV") };
        assert_eq!(check(&bad, 1, &[]).unwrap_err().0[0].code, "dates-reversed");
        let threshold = |value: &str, unit: &str| ThresholdDraft {
            name: "large".to_owned(),
            value: value.to_owned(),
            unit: unit.to_owned(),
            basis: "pure".to_owned(),
        };
        let good = ControlEntryDraft { thresholds: vec![threshold("0.002", "г")], ..draft("MDPV") };
        let kept = check(&good, 1, &[]).unwrap().thresholds;
        assert_eq!((kept[0].value.as_str(), kept[0].unit.as_str(), kept[0].basis), ("0.002", "g", Basis::Pure));
        let bad = ControlEntryDraft { thresholds: vec![threshold("much", "stone")], ..draft("MDPV") };
        let fields: Vec<String> = check(&bad, 1, &[]).unwrap_err().0.into_iter().map(|found| found.field).collect();
        assert_eq!(fields, ["thresholds.0.value", "thresholds.0.unit"]);
    }

    #[test]
    fn a_rule_needs_its_words() {
        let rule = ControlEntryDraft { technique: "derivative".to_owned(), ..draft("Note 6") };
        assert_eq!(check(&rule, 1, &[]).unwrap_err().0[0].code, "definition-missing");
        let rule = ControlEntryDraft { definition: "…".to_owned(), ..rule };
        assert_eq!(check(&rule, 1, &[]).unwrap().substance, None);
    }
}
