//! Choosing records by what they are called: those chosen, a search, and what it found, all without a script.
//!
//! Refuses to know what may be chosen: it is handed in as far as the writer may see it. What was sent and is not among it
//! stays, as written, so that nothing that was chosen is lost.

use super::record::noun;
use super::sheet_form::joined;
use crate::form::{Choice, Form};
use crate::html::{Safe, escape, isolate, ltr};
use crate::words::Speech;
use model::record::Kind;
use model::time::Day;

/// A record that can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PickLine {
    /// What is sent: its identifier, or what was typed.
    pub value: String,
    /// Of which noun; `None` for what is not known.
    pub kind: Option<Kind>,
    /// What it is called; may be empty.
    pub title: String,
    /// The code of its operation.
    pub operation: String,
    /// The day it speaks of.
    pub day: Option<Day>,
}

/// What one field can be chosen from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pick {
    /// What was chosen.
    pub chosen: Vec<PickLine>,
    /// What else there is.
    pub offered: Vec<PickLine>,
    /// Whether there is more than is offered.
    pub more: bool,
    /// What is sought.
    pub words: String,
}

/// What the fields of a form can be chosen from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Offers<'a> {
    /// By field.
    pub picks: &'a [(&'static str, Pick)],
    /// Clauses of plans.
    pub clauses: &'a [Choice],
}

impl Offers<'_> {
    /// What a field can be chosen from.
    pub fn of(&self, field: &str) -> Pick {
        self.picks.iter().find(|(own, _)| *own == field).map(|(_, pick)| pick.clone()).unwrap_or_default()
    }
}

/// Longer titles are cut: the page of the record says them whole.
const TITLE: usize = 110;

impl PickLine {
    fn title(&self) -> String {
        let cut = |text: &str| text.chars().take(TITLE - 1).chain(['…']).collect();
        match self.title.trim() {
            "" => self.value.clone(),
            title if title.chars().count() > TITLE => cut(title),
            title => title.to_owned(),
        }
    }

    /// Its noun, operation and day.
    fn told(&self, t: Speech) -> String {
        let parts = [
            self.kind.map(|kind| escape(&noun(t, kind))),
            Some(self.operation.as_str()).filter(|code| !code.is_empty()).map(|code| ltr(code).to_string()),
            self.day.map(|day| t.date(day).to_string()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn choice(&self) -> Choice {
        let place = if self.operation.is_empty() { String::new() } else { format!("{} · ", self.operation) };
        Choice::new(self.value.clone(), format!("{place}{}", self.title()))
    }
}

/// Any number of records: ticks for those chosen, a search, ticks for what it found.
pub fn many(form: &Form<'_>, pick: &Pick, field: &str) -> Safe {
    let (t, path) = (form.t, form.path(field));
    let problem = form.beside(&path);
    let bad = if problem.is_empty() { "" } else { " bad" };
    let tick = |line: &PickLine, checked: &str| {
        let title = if line.title.trim().is_empty() { ltr(&line.value) } else { isolate(&line.title()) };
        format!(
            "<label class=\"tick\"><input type=\"checkbox\" name=\"{}\" value=\"{}\"{checked}> <span>{title} <small>{}</small></span></label>",
            escape(&path),
            escape(&line.value),
            line.told(t)
        )
    };
    let chosen: String = pick.chosen.iter().map(|line| tick(line, " checked")).collect();
    let offered: String = pick.offered.iter().map(|line| tick(line, "")).collect();
    let hint = t.hint(&path);
    let hint = if hint.is_empty() { String::new() } else { format!("<p class=\"hint\">{}</p>", escape(&hint)) };
    Safe::ours(format!(
        "<fieldset id=\"{0}\" class=\"field{bad}\" tabindex=\"-1\"><legend>{1} <small>({2})</small></legend>{hint}{problem}{chosen}{3}{offered}{4}</fieldset>",
        escape(&path),
        escape(&t.field(&path)),
        escape(&t.say("form-optional")),
        search(form, pick, field),
        found(t, pick)
    ))
}

/// One record of those on offer, from a list that opens.
pub fn one(form: &Form<'_>, pick: &Pick, field: &str, label: &str) -> Safe {
    let choices: Vec<Choice> = pick.chosen.iter().chain(&pick.offered).map(PickLine::choice).collect();
    let typed = form.value(field);
    let named = choices.iter().filter(|one| one.value != typed).cloned();
    let own = choices.iter().find(|one| one.value == typed).cloned();
    form.field(field).label(label).optional().select(own.into_iter().chain(named).collect::<Vec<_>>())
}

/// A search that narrows what is on offer, and keeps everything else that was typed.
pub fn search(form: &Form<'_>, pick: &Pick, field: &str) -> Safe {
    let (t, path) = (form.t, form.path(field));
    let words = escape(&pick.words);
    let (label, go) = (escape(&t.say("picker-search")), escape(&t.say("picker-find")));
    Safe::ours(format!(
        "<div class=\"row\"><input type=\"search\" id=\"find_{path}\" name=\"find_{path}\" value=\"{words}\" aria-label=\"{label}\" placeholder=\"{label}\" dir=\"auto\">\
         <input type=\"hidden\" name=\"found_{path}\" value=\"{words}\">\
         <button class=\"button quiet small\" type=\"submit\" name=\"find\" value=\"{path}\" formnovalidate>{go}</button></div>",
    ))
}

/// What there is to say about what was found.
pub fn found(t: Speech, pick: &Pick) -> Safe {
    let key = match (pick.offered.is_empty(), pick.more) {
        (true, _) if pick.words.trim().is_empty() => "picker-search-first",
        (true, _) => "picker-nothing",
        (false, true) => "picker-more",
        (false, false) => return Safe::default(),
    };
    joined(&[Safe::ours(format!("<p class=\"hint\">{}</p>", escape(&t.say(key))))])
}
