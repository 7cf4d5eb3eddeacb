//! How the words of a plan are shown: in the reader's language, the others beside them, the original marked; and what
//! changed in them.
//!
//! Refuses to pass a translation off as the original, and to tell a change by colour alone.

use crate::html::{Safe, escape, isolate, ltr};
use crate::page::grid::{Column, Grid, text};
use crate::page::languages;
use crate::page::record::{address, noun};
use crate::page::shared::RelatedLine;
use crate::part::Tone;
use crate::words::Speech;
use model::id::RecordId;
use model::lang::Lang;
use model::names::Names;
use model::plan::{Clause, Measure, Piece, words};
use std::fmt::Write as _;

/// A language by its own name.
pub fn own_name(lang: Lang) -> String {
    languages().into_iter().find(|choice| choice.value == lang.tag()).map_or_else(String::new, |choice| choice.label)
}

/// A text of several lines in its language.
pub fn prose(lang: Lang, words: &str) -> Safe {
    Safe::ours(format!("<p class=\"prose\" lang=\"{}\" dir=\"{}\">{}</p>", lang.tag(), lang.dir(), escape(words)))
}

/// The language in which a reader is shown a text: their own, else the original, else any.
fn shown(t: Speech, names: &Names, original: Lang) -> Option<Lang> {
    let has = |lang: &Lang| names.exact(*lang).is_some();
    [t.lang(), original].into_iter().chain(Lang::ALL).find(has)
}

/// A heading in the reader's language, else in the original's.
pub fn heading(t: Speech, names: &Names, original: Lang) -> Safe {
    let Some(lang) = shown(t, names, original) else { return Safe::default() };
    let words = names.exact(lang).unwrap_or_default();
    Safe::ours(format!("<span lang=\"{}\" dir=\"{}\">{}</span>", lang.tag(), lang.dir(), escape(words)))
}

/// The same as plain text, for titles.
pub fn plain_heading(t: Speech, names: &Names, original: Lang) -> String {
    shown(t, names, original).and_then(|lang| names.exact(lang)).unwrap_or_default().to_owned()
}

/// A clause's text: in the reader's language, the others behind it side by side; which is the original, which are missing.
pub fn clause(t: Speech, clause: &Clause, wanted: &[Lang]) -> Safe {
    let mut out = String::new();
    let main = shown(t, &clause.text, clause.lang);
    if let Some(lang) = main {
        out.push_str(tongue(t, clause, lang).as_str());
    }
    let others: Vec<Lang> = clause.text.iter().map(|(lang, _)| lang).filter(|lang| Some(*lang) != main).collect();
    if !others.is_empty() {
        let names: Vec<String> = others.iter().map(|lang| own_name(*lang)).collect();
        let _ = write!(
            out,
            "<details class=\"data\"><summary>{}: {}</summary><div class=\"tongues\">",
            escape(&t.say("plan-other-languages")),
            escape(&names.join(" · "))
        );
        for lang in &others {
            out.push_str(tongue(t, clause, *lang).as_str());
        }
        out.push_str("</div></details>");
    }
    for lang in clause.missing(wanted) {
        let said = t.say_one("plan-language-missing", "language", own_name(lang));
        let _ = write!(out, "<p>{}</p>", t.chip(Tone::Warn, said));
    }
    Safe::ours(out)
}

fn tongue(t: Speech, clause: &Clause, lang: Lang) -> Safe {
    let original = if lang == clause.lang { "plan-original" } else { "plan-translation" };
    Safe::ours(format!(
        "<div><p class=\"hint\">{} · {}</p>{}</div>",
        escape(&own_name(lang)),
        escape(&t.say(original)),
        prose(lang, clause.text.exact(lang).unwrap_or_default())
    ))
}

/// The measures of a clause as a table; nothing where it has none.
pub fn measures(t: Speech, clause: &Clause, links: &[RelatedLine]) -> Safe {
    if clause.measures.is_empty() {
        return Safe::default();
    }
    let keys = ["what", "where", "when", "who", "resources", "success", "link"];
    let columns = keys.map(|key| Column::text(t, &format!("plan-measure-{key}"))).to_vec();
    let mut grid = Grid::new(t.say("plan-measures"), columns);
    grid.rows = clause.measures.iter().map(|measure| row(t, measure, clause.lang, links)).collect();
    grid.html()
}

fn row(t: Speech, measure: &Measure, original: Lang, links: &[RelatedLine]) -> Vec<Safe> {
    let settings: Vec<String> = measure.settings.iter().map(|setting| t.code("setting", setting.code())).collect();
    let mut who: Vec<String> = measure.participants.iter().map(|code| t.participant(code.as_str())).collect();
    who.extend(Some(measure.who.clone()).filter(|who| !who.is_empty()));
    let named = [measure.recommendation.as_ref(), measure.finding.as_ref()];
    let links: Vec<String> =
        named.into_iter().flatten().filter_map(|id| linked(t, id, links)).map(|link| link.to_string()).collect();
    vec![
        heading(t, &measure.what, original),
        text(settings.join(&t.say("figure-and"))),
        text(window(t, measure)),
        text(who.join(&t.say("figure-and"))),
        isolate(&measure.resources),
        isolate(&measure.success),
        Safe::ours(links.join("<br>")),
    ]
}

/// A record that a clause names, by its noun and title; nothing where the reader may not know it.
fn linked(t: Speech, id: &RecordId, links: &[RelatedLine]) -> Option<Safe> {
    let one = links.iter().find(|one| one.id == *id)?;
    let title = if one.title.is_empty() { ltr(id.as_str()) } else { isolate(&one.title) };
    let to = address(one.kind, &one.id, one.about.as_ref());
    Some(Safe::ours(format!("{}: <a href=\"{}\">{title}</a>", escape(&noun(t, one.kind)), escape(&to))))
}

/// The recommendation that a clause carries on, where the reader may know it.
pub fn follows(t: Speech, clause: &Clause, links: &[RelatedLine]) -> Safe {
    let link = clause.recommendation.as_ref().and_then(|id| linked(t, id, links));
    link.map_or_else(Safe::default, |link| {
        Safe::ours(format!("<p class=\"hint\">{} {link}</p>", t.chip(Tone::Accent, t.say("plan-from-recommendation"))))
    })
}

fn window(t: Speech, measure: &Measure) -> String {
    match (measure.from, measure.to) {
        (Some(from), Some(to)) => t.period(from, to),
        (Some(from), None) => t.say_one("plan-from-day", "day", t.day_text(from)),
        (None, Some(to)) => t.say_one("plan-to-day", "day", t.day_text(to)),
        (None, None) => String::new(),
    }
}

/// What changed between two texts of one language: put in and taken out, each said to those who do not see it.
pub fn difference(t: Speech, lang: Lang, before: &str, now: &str) -> Safe {
    let mut out = format!("<p class=\"prose\" lang=\"{}\" dir=\"{}\">", lang.tag(), lang.dir());
    for piece in words(before, now) {
        let _ = match piece {
            Piece::Same(words) => write!(out, "{}", escape(&words)),
            Piece::Put(words) => {
                let said = escape(&t.say("plan-put-in"));
                write!(out, "<ins><span class=\"vh\">{said} </span>{}</ins>", escape(&words))
            }
            Piece::Taken(words) => {
                let said = escape(&t.say("plan-taken-out"));
                write!(out, "<del><span class=\"vh\">{said} </span>{}</del>", escape(&words))
            }
        };
    }
    out.push_str("</p>");
    Safe::ours(out)
}

/// What changed in a clause, language by language; a clause that is new or gone is one text put in or taken out.
pub fn clause_difference(t: Speech, before: Option<&Clause>, now: Option<&Clause>) -> Safe {
    let mut out = String::new();
    for lang in Lang::ALL {
        for pick in [heading_of as fn(&Clause, Lang) -> String, text_of, measures_of] {
            let of = |clause: Option<&Clause>| clause.map_or_else(String::new, |clause| pick(clause, lang));
            let (old, new) = (of(before), of(now));
            if old != new {
                let _ =
                    write!(out, "<p class=\"hint\">{}</p>{}", escape(&own_name(lang)), difference(t, lang, &old, &new));
            }
        }
    }
    Safe::ours(out)
}

fn heading_of(clause: &Clause, lang: Lang) -> String {
    clause.heading.exact(lang).unwrap_or_default().to_owned()
}

fn text_of(clause: &Clause, lang: Lang) -> String {
    clause.text.exact(lang).unwrap_or_default().to_owned()
}

fn measures_of(clause: &Clause, lang: Lang) -> String {
    let one = |measure: &Measure| {
        let days = [measure.from, measure.to].into_iter().flatten().map(|day| day.to_string()).collect::<Vec<_>>();
        let parts = [days.join(" – "), measure.who.clone(), measure.resources.clone(), measure.success.clone()];
        let what = measure.what.exact(lang)?;
        let rest: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Some(format!("{} {what} {}", measure.id, rest.join("; ")))
    };
    clause.measures.iter().filter_map(one).collect::<Vec<_>>().join("\n")
}
