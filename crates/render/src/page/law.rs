//! What pages of acts, entries, determinations and of the control status have in common: names, links, one form around
//! different fields.
//!
//! Refuses to say that something is legal: there is no word for it.

use super::grid::link;
use super::parts::{self, PartsPage, button, joined};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query};
use crate::part;
use crate::words::Speech;
use model::catalogue::{Country, Region, ShippedAct};
use model::control_status::{KnownAct, KnownEntry};
use model::jurisdiction::Jurisdiction;
use model::lang::Lang;
use model::legal_act::{ActLink, ActRef};
use model::operation::Operation;
use model::problem::Problems;
use model::time::{Calendar, WrittenDay};

/// Whose law, in words.
pub fn jurisdiction(t: Speech, one: &Jurisdiction) -> String {
    one.names().map_or_else(|| t.say("jurisdiction-un"), |names| names.say(t.lang()).to_owned())
}

/// The page of an act.
pub fn address(act: &ActRef) -> String {
    match act.record() {
        Some(id) => format!("/legal-acts/{}", query(id.as_str())),
        None => format!("/catalogue/legal-acts/{}", query(act.as_str())),
    }
}

/// An act by its title, leading to its page.
pub fn act_link(act: &ActRef, title: &str) -> Safe {
    super::grid::link_around(&address(act), &isolate(title))
}

/// An entry by its name, leading to its page.
pub fn entry_link(entry: &KnownEntry) -> Safe {
    let to = if entry.record.is_empty() {
        shipped_entry(&entry.shipped)
    } else {
        format!("/control-entries/{}", query(&entry.record))
    };
    super::grid::link_around(&to, &isolate(&entry.name))
}

/// The page of an entry that ships.
pub fn shipped_entry(key: &str) -> String {
    format!("/catalogue/control-entries/{}", query(key))
}

/// An act as the status names it: by its title in the reader's language, else as issued.
pub fn known_link(t: Speech, act: &KnownAct) -> Safe {
    act_link(&act.reference, act.titles.exact(t.lang()).unwrap_or(&act.title))
}

/// An act named only by its reference, with a title where one is known.
pub fn named_link(t: Speech, act: &ActRef, known: &[ActLink]) -> Safe {
    let title = known.iter().find(|link| link.reference == *act).map(|link| link.title.clone());
    let shipped = ShippedAct::by_key(act.as_str()).map(|act| act.titles.say(t.lang()).to_owned());
    shipped.or(title).map_or_else(|| t.ltr(act.as_str()), |title| act_link(act, &title))
}

/// A day with what was written, where that says it otherwise.
pub fn written(t: Speech, day: Option<&WrittenDay>) -> Safe {
    let Some(day) = day else { return Safe::default() };
    let own = t.date(day.day);
    let says_more = day.calendar == Calendar::SolarHijri || day.text != day.day.to_string();
    if says_more { joined(&[own, Safe::ours(format!("<small>{}</small>", isolate(&day.text)))]) } else { own }
}

/// A hint as a paragraph.
pub fn hint(text: &str) -> Safe {
    Safe::ours(format!("<p class=\"hint\">{}</p>", escape(text)))
}

/// A text of several lines as written.
pub fn prose(text: &str) -> Safe {
    if text.is_empty() { Safe::default() } else { Safe::ours(format!("<bdi class=\"prose\">{}</bdi>", escape(text))) }
}

/// Jurisdictions to choose from: the conventions, those that take part, then all; regions of those that take part.
pub fn jurisdictions(t: Speech, operation: &Operation) -> Vec<Choice> {
    let own = operation.participants();
    let takes_part = |country: &&Country| own.iter().any(|code| code.as_str() == country.code);
    let choice = |country: &Country| Choice::new(&country.code, country.names.say(t.lang()));
    let mut all = vec![Choice::new("UN", t.say("jurisdiction-un"))];
    for country in Country::all().iter().filter(takes_part) {
        all.push(choice(country));
        let regions = Region::of(&country.code);
        all.extend(regions.map(|region| {
            let name = format!("{} · {}", country.names.say(t.lang()), region.names.say(t.lang()));
            Choice::new(&region.code, name)
        }));
    }
    all.extend(Country::all().iter().filter(|country| !takes_part(country)).map(choice));
    all
}

/// Acts to choose from.
pub fn act_choices(acts: &[ActLink]) -> Vec<Choice> {
    let title = |title: &str| title.chars().take(90).collect::<String>();
    acts.iter().map(|act| Choice::new(act.reference.as_str(), title(&act.title))).collect()
}

/// Names of substances for a field that proposes them.
pub fn substance_list(t: Speech) -> Safe {
    let names = super::incident_words::substance_names(t);
    let option = |name: &&str| format!("<option value=\"{}\"></option>", escape(name));
    let options = names.iter().map(option).collect::<Vec<_>>().concat();
    Safe::ours(format!("<datalist id=\"substances\">{options}</datalist>"))
}

/// Several values of one name as the lines of an area.
pub fn lines_of(typed: &Typed, name: &str) -> Typed {
    let lines: Vec<&str> = typed.0.iter().filter(|(own, _)| own == name).map(|(_, value)| value.as_str()).collect();
    let rest = typed.0.iter().filter(|(own, _)| own != name).cloned().collect();
    Typed(rest).with(name, lines.join("\n"))
}

/// What stands around the fields of a form of these nouns.
#[derive(Debug, Clone, Copy)]
pub struct Edit<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: &'a Problems,
    /// Where it is sent.
    pub action: &'a str,
    /// Where one goes without saving.
    pub back: &'a str,
    /// The revision a change is made from; `None` for a new record.
    pub base: Option<u32>,
    /// The revision that is current, where somebody was faster.
    pub newer: Option<u32>,
    /// Acts to choose from.
    pub acts: &'a [ActLink],
}

/// A page with a form: a sentence about it, the fields, the marking, the buttons.
pub fn form_page<'a>(frame: &'a Frame, edit: Edit<'_>, about: &str, fields: &Safe) -> PartsPage<'a> {
    let t = frame.t;
    let form = Form::new(t, edit.typed, edit.problems);
    let key = format!("{}:{}", edit.action, edit.base.unwrap_or_default());
    let (attributes, line) = part::draft(frame, &key, edit.action);
    let base =
        edit.base.map_or_else(String::new, |base| format!("<input type=\"hidden\" name=\"base\" value=\"{base}\">"));
    let given = if edit.problems.is_empty() && edit.newer.is_none() { "" } else { " data-given" };
    let mut page = PartsPage::new(frame);
    page.lead = hint(&t.say(about));
    let newer = edit.newer.map(|revision| (revision, edit.back.to_owned()));
    page.notes = joined(&[form.summary(), parts::stale(t, newer)]);
    page.below = Safe::ours(format!(
        "<form method=\"post\" action=\"{}\" class=\"sheet\" novalidate {attributes}{given}>{base}{line}<section>{fields}</section>{}\
         <div class=\"stick\"><button class=\"button\" type=\"submit\">{}</button> {}</div></form>",
        escape(edit.action),
        parts::marking(&form, edit.operation),
        escape(&t.say("law-save")),
        button(edit.back, &t.say("law-leave"), false),
    ));
    page
}

/// A field per working language, beside each other.
pub fn per_language(form: &Form<'_>, field: &str) -> Safe {
    let fields: Vec<Safe> =
        Lang::ALL.iter().map(|lang| form.field(&format!("{field}.{}", lang.tag())).optional().text()).collect();
    Safe::ours(format!("<div class=\"beside-fields\">{}</div>", joined(&fields)))
}

/// Fields beside each other.
pub fn beside(fields: &[Safe]) -> Safe {
    Safe::ours(format!("<div class=\"beside-fields\">{}</div>", joined(fields)))
}

/// Fields closed until asked for; open where something was typed or is wrong.
pub fn folded(title: &str, open: bool, inside: &Safe) -> Safe {
    let open = if open { " open" } else { "" };
    Safe::ours(format!(
        "<details{open}><summary>{}</summary><div class=\"group\">{inside}</div></details>",
        escape(title)
    ))
}

/// Links one after another, with what they are.
pub fn plain_link(to: &str, label: &str) -> Safe {
    link(to, label)
}
