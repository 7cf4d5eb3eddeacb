//! The forms of an incident: the short one, the long one, and the long one filled in for amending.
//!
//! Refuses to lose what was typed: a field that a form does not show travels along unseen.

use super::incident_difference::{Difference, differences};
use super::incident_words::{substance_names, units};
use super::listing::path_of;
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape};
use crate::part;
use crate::words::Speech;
use askama::Template;
use model::catalogue::country::Country;
use model::catalogue::place::Place;
use model::catalogue::region::Region;
use model::catalogue::substance::Substance;
use model::id::RecordId;
use model::incident::{
    AgeBand, Concealment, Confidence, Conveyance, Detection, IncidentDraft, IncidentKind, LegRole, PersonStatus,
    PhysicalForm, Precision, RelatedKind, SETTLEABLE, SaltForm, Setting, SexBand, SubstanceStatus,
};
use model::marking::{Audience, Handling, InformationGrade, SourceGrade};
use model::operation::Operation;
use model::problem::{Problem, Problems};
use model::quantity::{Basis, Measure};
use model::time::Moment;
use serde_json::Value;
use std::fmt::Write as _;

/// Fields of the draft that the short form shows.
const SHORT: &[&str] = &[
    "written",
    "quantity",
    "unit",
    "quantity_unknown",
    "country",
    "region",
    "place",
    "setting",
    "day",
    "time",
    "late",
    "conveyance",
];

/// The sections of the long form, in their order.
pub const SECTIONS: [&str; 9] = ["lines", "where", "when", "found", "route", "persons", "related", "about", "sharing"];

/// What is being amended.
#[derive(Debug, Clone, Copy)]
pub struct Amends<'a> {
    /// The record.
    pub id: &'a RecordId,
    /// The revision that the writer starts from.
    pub base: u32,
    /// What the record says now, where somebody changed it since the writer began.
    pub newer: Option<&'a IncidentDraft>,
}

/// A form with what was typed into it.
#[derive(Template)]
#[template(path = "incident/form.html")]
pub struct FormPage<'a> {
    /// Around it.
    pub frame: &'a Frame,
    /// The operation it reports to.
    pub operation: &'a Operation,
    /// What was typed.
    pub draft: &'a IncidentDraft,
    /// The same by the paths of its fields.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: &'a Problems,
    /// All fields, or the first ones only.
    pub long: bool,
    /// When the draft was kept on the node, where it was.
    pub kept: Option<Moment>,
    /// What is being amended; `None` for a new report.
    pub amends: Option<Amends<'a>>,
    /// Whether it answers something that was sent: then it is newer than what a browser has kept.
    pub given: bool,
}

/// What was typed, by the paths of its fields; blank fields too, so that a line added stays added.
pub fn typed(draft: &IncidentDraft) -> Typed {
    typed_of(draft)
}

/// The same of any draft.
pub fn typed_of(draft: &impl serde::Serialize) -> Typed {
    let mut typed = Typed::nothing();
    if let Ok(value) = serde_json::to_value(draft) {
        spread("", &value, &mut typed);
    }
    typed
}

pub(super) fn spread(path: &str, value: &Value, typed: &mut Typed) {
    let under = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::Object(parts) => parts.iter().for_each(|(name, part)| spread(&under(name), part, typed)),
        Value::Array(parts) => {
            for (place, part) in parts.iter().enumerate() {
                let of_text = part.is_string();
                spread(&if of_text { path.to_owned() } else { under(&place.to_string()) }, part, typed);
            }
        }
        Value::String(text) => typed.0.push((path.to_owned(), text.clone())),
        Value::Bool(true) => typed.0.push((path.to_owned(), "true".to_owned())),
        Value::Bool(false) | Value::Null | Value::Number(_) => {}
    }
}

impl<'a> FormPage<'a> {
    fn t(&self) -> Speech {
        self.frame.t
    }

    fn form(&self) -> Form<'a> {
        Form::new(self.t(), self.typed, self.problems)
    }

    /// Where it is sent; a fragment brings one back to the part that was worked on.
    fn action(&self) -> String {
        match &self.amends {
            Some(amends) => format!("/incidents/{}/amend", amends.id),
            None => self.address(self.long),
        }
    }

    /// The page of a new report, long or short.
    fn address(&self, long: bool) -> String {
        format!("{}/new{}", path_of(self.operation), if long { "?form=long" } else { "" })
    }

    /// Where one goes without sending.
    fn back(&self) -> String {
        self.amends.as_ref().map_or_else(|| path_of(self.operation), |amends| format!("/incidents/{}", amends.id))
    }

    /// Names the form among those that a browser keeps on its own device.
    fn device_key(&self) -> String {
        self.amends.as_ref().map_or_else(
            || format!("incident:{}", self.operation.code),
            |amends| format!("incident:{}:{}", amends.id, amends.base),
        )
    }

    /// What the browser needs to keep what is typed: attributes of the form, and the line in it.
    fn device(&self) -> (Safe, Safe) {
        let all = if self.amends.is_some() { self.action() } else { self.address(true) };
        part::draft(self.frame, &self.device_key(), &all)
    }

    fn sections(&self) -> impl Iterator<Item = &'static str> {
        SECTIONS.into_iter()
    }

    fn indices(&self, list: &str, least: usize) -> std::ops::Range<usize> {
        0..self.form().count(list, least)
    }

    /// Whether the short form shows a field: others travel along unseen.
    fn shows(&self, name: &str) -> bool {
        if self.long {
            return name != "lang" && name != "settled" && name != "offset";
        }
        short_shows(name)
    }

    /// Fields that are not shown, and what the writer has settled before.
    fn carried(&self) -> impl Iterator<Item = &(String, String)> {
        let open = |value: &str| self.problems.0.iter().any(|problem| settles(problem) == value);
        self.typed
            .0
            .iter()
            .filter(move |(name, value)| !(value.is_empty() || self.shows(name) || name == "settled" && open(value)))
    }

    /// What stands under a field with a problem that can be settled here: readings to choose, a tick, names to take.
    fn settle(&self, path: impl AsRef<str>) -> Safe {
        let path = path.as_ref();
        let mut out = String::new();
        for problem in self.problems.of(path) {
            match problem.code.as_ref() {
                "number-ambiguous" | "quantity-ambiguous" => self.readings(problem, &mut out, Speech::decimal_text),
                "date-ambiguous" => self.readings(problem, &mut out, say_day),
                code if SETTLEABLE.contains(&code) => self.tick(problem, &mut out),
                _ => {}
            }
            if problem.code == "substance-unrecognised" {
                self.suggestions(problem, &mut out);
            }
        }
        Safe::ours(out)
    }

    fn readings(&self, problem: &Problem, out: &mut String, say: fn(Speech, &str) -> String) {
        let t = self.t();
        let unit = problem.field.strip_suffix("quantity").map(|outer| self.typed.get(&format!("{outer}unit")));
        let unit = unit.filter(|unit| !unit.is_empty()).map_or_else(String::new, |unit| format!(" {}", t.unit(unit)));
        let _ = write!(out, "<p class=\"row\"><span>{}</span>", escape(&t.say("incident-which")));
        for (_, value) in problem.params.iter().filter(|(name, _)| name == "a" || name == "b") {
            // A reading that names its unit itself needs no other.
            let unit = if value.contains(char::is_alphabetic) { "" } else { &unit };
            let said = format!("{}{unit}", say(t, value));
            out.push_str(&choice(&problem.field, value, &said));
        }
        out.push_str("</p>");
    }

    fn suggestions(&self, problem: &Problem, out: &mut String) {
        let t = self.t();
        let near = Substance::suggest(self.typed.get(&problem.field), 3);
        if near.is_empty() {
            return;
        }
        let _ = write!(out, "<p class=\"row\"><span>{}</span>", escape(&t.say("incident-perhaps")));
        for substance in near {
            let name = substance.names.say(t.lang());
            out.push_str(&choice(&problem.field, name, name));
        }
        out.push_str("</p>");
    }

    fn tick(&self, problem: &Problem, out: &mut String) {
        let value = escape(&settles(problem));
        let label = escape(&self.t().say("incident-right-as-typed"));
        let _ = write!(
            out,
            "<label class=\"tick\"><input type=\"checkbox\" name=\"settled\" value=\"{value}\"> <span>{label}</span></label>"
        );
    }

    /// The substance that a line's name is recognised as, with its group.
    fn recognised(&self, line: usize) -> Option<String> {
        let line = self.draft.lines.get(line)?;
        let found = Substance::by_key(line.substance.trim()).or_else(|| Substance::recognise(&line.written))?;
        let t = self.t();
        Some(format!("{} · {}", found.names.say(t.lang()), t.code("group", found.chemical_group.code())))
    }

    fn substances(&self) -> Vec<&'static str> {
        substance_names(self.t())
    }

    /// Places offered while typing one: of the operation's countries.
    fn places(&self) -> Vec<&'static str> {
        let countries = self.countries_in();
        let known = Place::all().iter().filter(|place| countries.iter().any(|country| country.code == place.country));
        known.map(|place| place.names.say(self.t().lang())).collect()
    }

    /// The countries that take part.
    fn countries_in(&self) -> Vec<&'static Country> {
        let codes = self.operation.participants();
        let mut countries: Vec<&Country> = codes.iter().filter_map(|code| Country::by_code(code.as_str())).collect();
        countries.sort_by_key(|country| country.names.say(self.t().lang()));
        countries
    }

    /// All countries, those that take part first.
    fn countries(&self) -> Vec<Choice> {
        let lang = self.t().lang();
        let first = self.countries_in();
        let mut rest: Vec<&Country> =
            Country::all().iter().filter(|country| !first.iter().any(|known| known.code == country.code)).collect();
        rest.sort_by_key(|country| country.names.say(lang));
        first.into_iter().chain(rest).map(|country| Choice::new(&country.code, country.names.say(lang))).collect()
    }

    /// Regions grouped by country, as options of a list.
    fn regions(&self) -> Safe {
        let (t, chosen) = (self.t(), self.typed.get("region"));
        let option = |value: &str, label: &str| {
            let selected = if value == chosen { " selected" } else { "" };
            format!("<option value=\"{}\"{selected}>{}</option>", escape(value), escape(label))
        };
        let mut out =
            option("", &t.say("incident-region-by-place")) + &option("unknown", &t.say("incident-region-unknown"));
        let mut countries = self.countries_in();
        if let Some(typed) = Country::by_code(self.typed.get("country"))
            && !countries.iter().any(|country| country.code == typed.code)
        {
            countries.insert(0, typed);
        }
        for country in countries {
            let _ = write!(out, "<optgroup label=\"{}\">", escape(country.names.say(t.lang())));
            for region in Region::of(&country.code) {
                out.push_str(&option(&region.code, region.names.say(t.lang())));
            }
            out.push_str("</optgroup>");
        }
        if !out.contains(" selected>") {
            out.push_str(&option(chosen, chosen));
        }
        Safe::ours(out)
    }

    fn region_is_bad(&self) -> bool {
        self.problems.of("region").next().is_some()
    }

    fn region_error(&self) -> String {
        self.said("region").join(" ")
    }

    /// What is wrong with a field, in sentences.
    fn said(&self, path: impl AsRef<str>) -> Vec<String> {
        self.problems.of(path.as_ref()).map(|problem| self.t().problem_beside(problem)).collect()
    }

    fn units(&self) -> Vec<Choice> {
        units().map(|code| Choice::new(code, self.t().unit(code))).collect()
    }

    /// Choices of a coded field.
    fn codes(&self, noun: &str) -> Vec<Choice> {
        macro_rules! codes {
            ($($name:literal: $kind:ty),+) => { match noun {
                $($name => <$kind>::ALL.iter().map(|code| code.code()).collect::<Vec<_>>(),)+
                _ => Vec::new(),
            } };
        }
        let all = codes! {
            "incident-kind": IncidentKind, "precision": Precision, "setting": Setting, "detection": Detection,
            "conveyance": Conveyance, "concealment": Concealment, "leg-role": LegRole, "confidence": Confidence,
            "person-status": PersonStatus, "sex-band": SexBand, "age-band": AgeBand, "related-kind": RelatedKind,
            "substance-status": SubstanceStatus, "physical-form": PhysicalForm, "basis": Basis, "measure": Measure,
            "salt-form": SaltForm, "audience": Audience, "handling": Handling, "source-grade": SourceGrade,
            "information-grade": InformationGrade
        };
        Choice::of_codes(self.t(), noun, all)
    }

    fn scopes(&self) -> Vec<Choice> {
        let t = self.t();
        vec![
            Choice::new("", t.say("incident-scope-rule")),
            Choice::new("in", t.say("incident-scope-in")),
            Choice::new("out", t.say("incident-scope-out")),
        ]
    }

    /// Participants that may be named as recipients.
    fn recipients(&self) -> Vec<Choice> {
        let all = self.operation.participants();
        all.iter().map(|code| Choice::new(code.as_str(), self.t().participant(code.as_str()))).collect()
    }

    fn audience(&self) -> &str {
        let typed = self.typed.get("marking.audience");
        if typed.is_empty() { self.operation.marking.audience.code() } else { typed }
    }

    fn handling(&self) -> &str {
        let typed = self.typed.get("marking.handling");
        if typed.is_empty() { self.operation.marking.handling.code() } else { typed }
    }

    /// Whether the marking has to be looked at.
    fn marking_is_bad(&self) -> bool {
        self.problems.0.iter().any(|problem| problem.field.starts_with("marking"))
    }

    /// What was typed against what the record says now.
    fn newer(&self) -> Vec<Difference> {
        let newer = self.amends.as_ref().and_then(|amends| amends.newer);
        newer.map_or_else(Vec::new, |newer| differences(self.t(), newer, self.draft))
    }
}

/// What a settled problem is called among `settled`.
fn settles(problem: &Problem) -> String {
    format!("{}:{}", problem.code, problem.field)
}

fn say_day(t: Speech, value: &str) -> String {
    value.parse().map_or_else(|_| value.to_owned(), |day| t.day_text(day))
}

/// A button that fills `field` with `value`.
fn choice(field: &str, value: &str, said: &str) -> String {
    format!(
        "<button class=\"button quiet small\" type=\"submit\" name=\"choose\" value=\"{}={}\">{}</button>",
        escape(field),
        escape(value),
        escape(said)
    )
}

/// Whether the short form shows a field: a problem elsewhere needs the long one.
pub fn short_shows(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    match parts.as_slice() {
        [field] => SHORT.contains(field),
        ["lines", _, field] => SHORT.contains(field),
        ["persons", "0", field] => matches!(*field, "count" | "status"),
        ["marking", ..] => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::incident::{LegDraft, LineDraft};

    #[test]
    fn a_draft_is_spread_over_the_paths_of_its_fields() {
        let mut draft = IncidentDraft { place: "Korday".to_owned(), late: true, ..IncidentDraft::default() };
        draft.lines = vec![LineDraft::default(), LineDraft { unit: "kg".to_owned(), ..LineDraft::default() }];
        draft.legs = vec![LegDraft { country: "AF".to_owned(), ..LegDraft::default() }];
        draft.marking.recipients = vec!["KZ".to_owned(), "KG".to_owned()];
        let typed = typed(&draft);
        assert_eq!(typed.get("place"), "Korday");
        assert_eq!(typed.get("late"), "true");
        assert_eq!(typed.get("lines.1.unit"), "kg");
        assert_eq!(typed.count("lines"), 2);
        assert_eq!(typed.get("legs.0.country"), "AF");
        assert!(typed.has("marking.recipients", "KG"));
    }
}
