//! An act as it is typed or comes over the API, and its way to being true.
//!
//! Refuses to stop at the first problem, to guess a day that can be read in two ways, and to accept an act it cannot name.

use super::chain::{before_parent, circle};
use super::{ActKind, ActLink, ActRef, Archived, LegalAct, LegalActId};
use crate::jurisdiction::Jurisdiction;
use crate::marking::{MarkingDraft, coded};
use crate::names::Names;
use crate::problem::{Problem, Problems};
use crate::text;
use crate::time::{Day, WrittenDay, read_day};
use crate::wire::v1;
use serde::{Deserialize, Serialize};

/// The most characters of an act's own text.
const TEXT: usize = 100_000;

/// An act as typed; also the body of the API.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LegalActDraft {
    /// Code or name of the jurisdiction.
    pub jurisdiction: String,
    /// Original title.
    pub title: String,
    /// Tag of its language.
    pub title_lang: String,
    /// Translations.
    pub titles: Names,
    /// Issuer.
    pub issuer: String,
    /// Number.
    pub number: String,
    /// [`ActKind`] code; other where blank.
    pub act_kind: String,
    /// Day of adoption.
    pub adopted: String,
    /// Day of publication.
    pub published: String,
    /// First day in force.
    pub in_force_from: String,
    /// Last day in force.
    pub in_force_to: String,
    /// Acts amended: identifiers or keys.
    pub amends: Vec<String>,
    /// Acts repealed: identifiers or keys.
    pub repeals: Vec<String>,
    /// Address of the text.
    pub address: String,
    /// Day on which it was read there.
    pub retrieved: String,
    /// The text itself.
    pub archived_text: String,
    /// Name of a file that holds it.
    pub archived_file: String,
    /// SHA-256 of that file.
    pub archived_sha256: String,
    /// Whether it holds or changes a list.
    pub holds_list: bool,
    /// Day up to which its entries here are the whole list.
    pub complete_as_of: String,
    /// Remarks.
    pub note: String,
    /// What is not known.
    pub unknown: String,
    /// Language of the record.
    pub lang: String,
    /// Who may read it.
    pub marking: MarkingDraft,
}

/// What an act is checked against.
#[derive(Debug, Clone, Copy)]
pub struct Law<'a> {
    /// Every other act that the writer knows.
    pub acts: &'a [ActLink],
    /// Today.
    pub today: Day,
}

/// The text of a day as it was written.
fn written(day: Option<&WrittenDay>) -> String {
    day.map_or_else(String::new, |day| day.text.clone())
}

impl LegalActDraft {
    /// The draft that would read back as `act`.
    pub fn of(act: &LegalAct) -> Self {
        let day = |day: Option<Day>| day.map_or_else(String::new, |day| day.to_string());
        let refs = |refs: &[ActRef]| refs.iter().map(ToString::to_string).collect();
        let archived = act.archived.clone().unwrap_or_default();
        let has_text = !archived.text.is_empty();
        Self {
            jurisdiction: act.jurisdiction.to_string(),
            title: act.title.clone(),
            title_lang: act.title_lang.clone(),
            titles: act.titles.clone(),
            issuer: act.issuer.clone(),
            number: act.number.clone(),
            act_kind: act.act_kind.to_string(),
            adopted: written(act.adopted.as_ref()),
            published: written(act.published.as_ref()),
            in_force_from: written(act.in_force_from.as_ref()),
            in_force_to: written(act.in_force_to.as_ref()),
            amends: refs(&act.amends),
            repeals: refs(&act.repeals),
            address: act.address.clone(),
            retrieved: day(act.retrieved),
            archived_text: archived.text,
            archived_file: archived.file,
            archived_sha256: if has_text { String::new() } else { archived.sha256 },
            holds_list: act.holds_list,
            complete_as_of: day(act.complete_as_of),
            note: act.note.clone(),
            unknown: act.unknown.clone(),
            lang: String::new(),
            marking: MarkingDraft::default(),
        }
    }

    /// The act, or all its problems.
    pub fn check(&self, id: LegalActId, law: Law<'_>) -> Result<LegalAct, Problems> {
        let mut problems = Problems::none();
        let jurisdiction = problems.keep(Jurisdiction::read("jurisdiction", &self.jurisdiction));
        let mut short = |field, text: &str, limit| problems.keep(text::read(field, text, limit)).unwrap_or_default();
        let issuer = short("issuer", &self.issuer, 300);
        let number = short("number", &self.number, 100);
        let note = short("note", &self.note, 4000);
        let unknown = short("unknown", &self.unknown, 4000);
        let title = problems.keep(text::required("title", &self.title, 1000)).unwrap_or_default();
        let title_lang = problems.keep(read_tag("title_lang", &self.title_lang)).unwrap_or_default();
        let titles = self.titles.check("titles", 1000, &mut problems);
        let address = problems.keep(read_address("address", &self.address)).unwrap_or_default();
        let act_kind = problems.keep(coded("act_kind", &self.act_kind, ActKind::parse, Some(ActKind::Other))).flatten();
        let mut day = |field, text: &str| problems.keep(optional_day(field, text)).flatten();
        let (adopted, published) = (day("adopted", &self.adopted), day("published", &self.published));
        let (from, to) = (day("in_force_from", &self.in_force_from), day("in_force_to", &self.in_force_to));
        let retrieved = day("retrieved", &self.retrieved).map(|read| read.day);
        let complete_as_of = day("complete_as_of", &self.complete_as_of).map(|read| read.day);
        self.look_at_days(
            [&adopted, &from, &to],
            [("retrieved", retrieved), ("complete_as_of", complete_as_of)],
            law,
            &mut problems,
        );
        let archived = self.read_archive(&mut problems);
        let amends = read_refs("amends", &self.amends, law.acts, &mut problems);
        let repeals = read_refs("repeals", &self.repeals, law.acts, &mut problems);
        let act = jurisdiction.map(|jurisdiction| LegalAct {
            id,
            jurisdiction,
            title,
            title_lang,
            titles,
            issuer,
            number,
            act_kind: act_kind.unwrap_or(ActKind::Other),
            adopted,
            published,
            in_force_from: from,
            in_force_to: to,
            amends,
            repeals,
            address,
            retrieved,
            archived,
            holds_list: self.holds_list || complete_as_of.is_some(),
            complete_as_of,
            note,
            unknown,
        });
        if let Some(act) = &act {
            look_at_chain(act, law.acts, &mut problems);
        }
        problems.or(act)
    }

    fn look_at_days(
        &self,
        [adopted, from, to]: [&Option<WrittenDay>; 3],
        past: [(&'static str, Option<Day>); 2],
        law: Law<'_>,
        problems: &mut Problems,
    ) {
        let day = |written: &Option<WrittenDay>| written.as_ref().map(|written| written.day);
        if day(from).zip(day(to)).is_some_and(|(from, to)| to < from) {
            problems.add(Problem::new("in_force_to", "dates-reversed"));
        }
        if let Some((from, adopted)) = day(from).zip(day(adopted)).filter(|(from, adopted)| from < adopted) {
            let problem = Problem::new("in_force_from", "force-before-adoption");
            problems.add(problem.with("from", from).with("adopted", adopted));
        }
        for (field, day) in past {
            if let Some(day) = day.filter(|day| *day > law.today) {
                problems.add(Problem::new(field, "date-future").with("text", day));
            }
        }
    }

    fn read_archive(&self, problems: &mut Problems) -> Option<Archived> {
        let text = problems.keep(text::read("archived_text", &self.archived_text, TEXT)).unwrap_or_default();
        let file = problems.keep(text::read("archived_file", &self.archived_file, 200)).unwrap_or_default();
        let given = self.archived_sha256.trim().to_ascii_lowercase();
        let is_hash = given.len() == 64 && given.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !given.is_empty() && !is_hash {
            problems.add(Problem::new("archived_sha256", "hash-form").with("text", &given));
        }
        if !text.is_empty() {
            return Some(Archived { sha256: v1::hash(&text), text, file });
        }
        if !file.is_empty() && given.is_empty() {
            problems.add(Problem::new("archived_sha256", "hash-missing").with("name", &file));
        }
        is_hash.then_some(Archived { text, file, sha256: given })
    }
}

/// A blank day is not known.
pub(crate) fn optional_day(field: &str, text: &str) -> Result<Option<WrittenDay>, Problem> {
    if text.trim().is_empty() { Ok(None) } else { read_day(field, text).map(Some) }
}

/// A language tag of two or three letters, with or without a region or script.
fn read_tag(field: &str, text: &str) -> Result<String, Problem> {
    let tag = text.trim();
    let head = tag.split('-').next().unwrap_or_default();
    let is_tag = matches!(head.len(), 2 | 3)
        && tag.len() <= 12
        && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if tag.is_empty() || is_tag { Ok(tag.to_owned()) } else { Err(Problem::new(field, "tag-form").with("text", tag)) }
}

/// A text that names a place on the web.
fn read_address(field: &str, text: &str) -> Result<String, Problem> {
    let address = text::read(field, text, 1000)?;
    let is_web = ["http://", "https://"].iter().any(|scheme| address.to_ascii_lowercase().starts_with(scheme));
    let is_whole = !address.contains(char::is_whitespace);
    if address.is_empty() || (is_web && is_whole) {
        return Ok(address);
    }
    Err(Problem::new(field, "address-form").with("text", address))
}

fn read_refs(field: &'static str, typed: &[String], known: &[ActLink], problems: &mut Problems) -> Vec<ActRef> {
    let mut refs: Vec<ActRef> = Vec::new();
    for text in typed.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
        match ActRef::read(field, text) {
            Ok(act) if refs.contains(&act) => {}
            // An act that names itself is a circle and is answered as one.
            Ok(act) if act.record().is_some() || known.iter().any(|other| other.reference == act) => refs.push(act),
            Ok(_) => problems.add(Problem::new(field, "act-unknown").with("text", text)),
            Err(problem) => problems.add(problem),
        }
    }
    refs
}

fn look_at_chain(act: &LegalAct, others: &[ActLink], problems: &mut Problems) {
    let own = act.link();
    for (field, refs) in [("amends", &act.amends), ("repeals", &act.repeals)] {
        for reference in refs.iter().filter(|reference| **reference != own.reference) {
            match others.iter().find(|other| other.reference == *reference) {
                None => problems.add(Problem::new(field, "act-unknown").with("text", reference)),
                Some(parent) => before_parent(field, &own, parent).into_iter().for_each(|found| problems.add(found)),
            }
        }
    }
    if let Some(way) = circle(&own, others) {
        problems.add(Problem::new("amends", "amendment-circle").with("circle", way.join(" → ")));
    }
}

impl LegalAct {
    /// What of it the chain needs.
    pub fn link(&self) -> ActLink {
        ActLink {
            reference: self.id.into(),
            title: self.title.clone(),
            amends: self.amends.clone(),
            adopted: self.adopted.as_ref().map(|written| written.day),
            in_force_from: self.in_force_from.as_ref().map(|written| written.day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;
    use crate::time::Calendar;
    use uuid::Uuid;

    fn id(number: u128) -> LegalActId {
        Id::new(Uuid::from_u128(number))
    }

    fn draft(title: &str) -> LegalActDraft {
        LegalActDraft { jurisdiction: "KZ".to_owned(), title: title.to_owned(), ..LegalActDraft::default() }
    }

    fn check(draft: &LegalActDraft, number: u128, acts: &[ActLink]) -> Result<LegalAct, Vec<(String, String)>> {
        let law = Law { acts, today: "2021-11-12".parse().unwrap() };
        let codes =
            |problems: Problems| problems.0.into_iter().map(|found| (found.field, found.code.into_owned())).collect();
        draft.check(id(number), law).map_err(codes)
    }

    #[test]
    fn a_solar_hijri_day_keeps_its_text() {
        let act = check(&LegalActDraft { adopted: "۱۳۹۶/۰۱/۱۵".to_owned(), ..draft("قانون") }, 1, &[]).unwrap();
        let adopted = act.adopted.clone().unwrap();
        assert_eq!((adopted.day.to_string().as_str(), adopted.text.as_str()), ("2017-04-04", "۱۳۹۶/۰۱/۱۵"));
        assert_eq!(
            (adopted.calendar, LegalActDraft::of(&act).adopted),
            (Calendar::SolarHijri, "۱۳۹۶/۰۱/۱۵".to_owned())
        );
    }

    #[test]
    fn a_portals_day_with_two_readings_is_asked_back() {
        let found = check(&LegalActDraft { published: "2019.03.07".to_owned(), ..draft("A") }, 1, &[]).unwrap_err();
        assert_eq!(found, [("published".to_owned(), "date-ambiguous".to_owned())]);
    }

    #[test]
    fn all_problems_of_an_act_are_said_at_once() {
        let bad = LegalActDraft {
            jurisdiction: "Atlantis".to_owned(),
            in_force_from: "2021-05-01".to_owned(),
            in_force_to: "2021-04-01".to_owned(),
            address: "adilet".to_owned(),
            archived_sha256: "abc".to_owned(),
            retrieved: "2022-01-01".to_owned(),
            ..draft("")
        };
        let fields: Vec<String> = check(&bad, 1, &[]).unwrap_err().into_iter().map(|(field, _)| field).collect();
        for field in ["jurisdiction", "title", "in_force_to", "address", "archived_sha256", "retrieved"] {
            assert!(fields.iter().any(|found| found == field), "{field} in {fields:?}");
        }
    }

    #[test]
    fn a_circle_of_amendments_is_named_whole() {
        let first = check(&draft("First"), 1, &[]).unwrap().link();
        let second = check(
            &LegalActDraft { amends: vec![id(1).to_string()], ..draft("Second") },
            2,
            std::slice::from_ref(&first),
        );
        let second = second.unwrap().link();
        let third = LegalActDraft { amends: vec![id(2).to_string()], ..draft("Third") };
        let third = check(&third, 3, &[first, second.clone()]).unwrap().link();
        let law = Law { acts: &[second, third], today: "2021-11-12".parse().unwrap() };
        let problems =
            LegalActDraft { amends: vec![id(3).to_string()], ..draft("First") }.check(id(1), law).unwrap_err();
        assert_eq!(problems.0[0].code, "amendment-circle");
        assert_eq!(problems.0[0].params[0].1, "First → Third → Second → First");
        let own = LegalActDraft { amends: vec![id(1).to_string()], ..draft("First") }.check(id(1), law).unwrap_err();
        assert_eq!(own.0[0].params[0].1, "First → First");
    }

    #[test]
    fn an_amendment_is_not_older_than_what_it_amends_and_amends_what_is_known() {
        let parent =
            check(&LegalActDraft { adopted: "2019-07-03".to_owned(), ..draft("Parent") }, 1, &[]).unwrap().link();
        let early =
            LegalActDraft { adopted: "03.07.2018".to_owned(), amends: vec![id(1).to_string()], ..draft("Early") };
        assert_eq!(
            check(&early, 2, &[parent]).unwrap_err(),
            [("amends".to_owned(), "amendment-before-parent".to_owned())]
        );
        let lost =
            LegalActDraft { repeals: vec![id(9).to_string()], amends: vec!["kz-none".to_owned()], ..draft("Lost") };
        let found = check(&lost, 2, &[]).unwrap_err();
        assert_eq!(found.iter().filter(|(_, code)| code == "act-unknown").count(), 2, "{found:?}");
    }

    #[test]
    fn the_hash_of_a_pasted_text_is_computed() {
        let act = check(&LegalActDraft { archived_text: "abc".to_owned(), ..draft("A") }, 1, &[]).unwrap();
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(act.archived.unwrap().sha256, hash);
    }
}
