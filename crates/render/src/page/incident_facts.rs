//! What an incident says, fact by fact in reading order; the same for the record and for an earlier revision.
//!
//! Refuses a fact without a value, and any name of a person: persons are counts, authors are roles.

use super::incident_words::{place, time_of_day};
use super::listing::what;
use crate::html::{Safe, escape, isolate, ltr};
use crate::words::Speech;
use model::incident::{EventTime, Incident, Line, Precision};
use model::record::{Header, Record};

/// What, where, when, how much: the head line of a record in HTML.
pub fn head_line(t: Speech, incident: &Incident) -> Safe {
    let mark = " · ";
    let how_much: Vec<String> =
        incident.lines.iter().filter(|line| line.quantity.is_some()).map(|line| t.line_amount(line)).collect();
    let mut parts = vec![
        place(t, &incident.site.text, incident.site.region.as_deref(), &incident.site.country).to_string(),
        when(t, &incident.when).to_string(),
    ];
    if !how_much.is_empty() {
        parts.push(format!("<b class=\"num\">{}</b>", escape(&how_much.join(mark))));
    }
    Safe::ours(parts.join(mark))
}

/// What was found, in plain text: the title of the record's page.
pub fn title(t: Speech, incident: &Incident) -> String {
    let first = incident.lines.first();
    let name = first.map(|line| line.substance.as_deref().map_or_else(|| line.written.clone(), |key| t.substance(key)));
    let kind = t.code("incident-kind", incident.kind.code());
    match name.filter(|name| !name.is_empty()) {
        Some(name) => format!("{kind}: {name}"),
        None => kind,
    }
}

/// When it happened, as exactly as it is known.
pub fn when(t: Speech, when: &EventTime) -> Safe {
    let mut out = t.date(when.day).to_string();
    if let Some(minute) = when.minute {
        out = format!("{out} {}", time_of_day(t, minute));
    }
    if let Some(end) = when.end.filter(|end| *end != when.day) {
        out = format!("{out} – {}", t.date(end));
    }
    if !matches!(when.precision, Precision::Day | Precision::Minute) {
        out = format!("{out} <small>({})</small>", escape(&t.code("precision", when.precision.code())));
    }
    Safe::ours(out)
}

/// Facts of the incident itself.
pub fn of_incident(t: Speech, incident: &Incident) -> Vec<(String, Safe)> {
    let (site, when) = (&incident.site, &incident.when);
    let code = |noun: &str, code: Option<&str>| code.map_or_else(Safe::default, |code| Safe::text(&t.code(noun, code)));
    let shown = |text: &str| if text.is_empty() { Safe::default() } else { isolate(text) };
    let written =
        if when.text.is_empty() || when.text == when.day.to_string() { Safe::default() } else { ltr(&when.text) };
    let concealment = match (incident.concealment, incident.concealment_text.as_str()) {
        (Some(how), "") => Safe::text(&t.code("concealment", how.code())),
        (Some(how), text) => Safe::ours(format!("{}: {}", escape(&t.code("concealment", how.code())), isolate(text))),
        (None, text) => shown(text),
    };
    let answers = incident.answers.as_ref().map_or_else(Safe::default, |id| {
        Safe::ours(format!("<a href=\"/incidents/{0}\">{1}</a>", escape(id.as_str()), ltr(id.as_str())))
    });
    vec![
        (t.say("incident-fact-kind"), code("incident-kind", Some(incident.kind.code()))),
        (t.say("incident-fact-when"), self::when(t, when)),
        (t.say("incident-fact-local-time"), when.minute.map_or_else(Safe::default, |_| ltr(&offset(when.offset)))),
        (t.say("incident-fact-when-written"), written),
        (t.say("incident-fact-where"), place(t, &site.text, site.region.as_deref(), &site.country)),
        (t.field("setting"), code("setting", Some(site.setting.code()))),
        (t.say("incident-fact-coordinates"), site.coordinates.map_or_else(Safe::default, coordinates)),
        (t.field("detection"), code("detection", incident.detection.map(model::incident::Detection::code))),
        (t.field("conveyance"), code("conveyance", incident.conveyance.map(model::incident::Conveyance::code))),
        (t.field("concealment"), concealment),
        (t.field("declared_goods"), shown(&incident.declared_goods)),
        (t.field("hs_code"), if incident.hs_code.is_empty() { Safe::default() } else { ltr(&incident.hs_code) }),
        (t.field("reference"), if incident.reference.is_empty() { Safe::default() } else { ltr(&incident.reference) }),
        (t.field("answers"), answers),
        (t.field("note"), shown(&incident.note)),
    ]
}

/// Facts of the record around it; `agency` is its name, where known, `own` says whose recipients are shown.
pub fn of_header(t: Speech, header: &Header, agency: &str, recipients: &[String], offset: i16) -> Vec<(String, Safe)> {
    let marking = &header.marking;
    let participant = t.participant(header.owner.as_str());
    // An agency whose name already says its country does not say it twice.
    let owner = match agency {
        "" => escape(&participant),
        agency if agency.contains(&participant) => format!("<bdi>{}</bdi>", escape(agency)),
        agency => format!("<bdi>{}</bdi>{}{}", escape(agency), escape(&t.say("figure-and")), escape(&participant)),
    };
    let author = format!("{owner} <small>({})</small>", escape(&t.code("role", header.author_role.code())));
    let source = &header.provenance.source;
    let door = escape(&t.code("door", header.provenance.door.code()));
    let provenance = if source.is_empty() { door } else { format!("{door}: {}", isolate(source)) };
    let grade = |noun: &str, code: Option<&str>| {
        code.map_or_else(Safe::default, |code| {
            Safe::ours(format!("{} · {}", ltr(&code.to_uppercase()), escape(&t.code(noun, code))))
        })
    };
    let handling = if marking.handling_text.is_empty() {
        escape(&t.code("handling", marking.handling.code()))
    } else {
        format!("{}: {}", escape(&t.code("handling", marking.handling.code())), isolate(&marking.handling_text))
    };
    let recipients = if recipients.is_empty() { Safe::default() } else { Safe::text(&recipients.join(", ")) };
    vec![
        (t.say("incident-fact-reported-by"), Safe::ours(author)),
        (t.say("incident-fact-received"), t.moment(header.created, offset)),
        (t.say("incident-fact-audience"), Safe::text(&t.code("audience", marking.audience.code()))),
        (t.say("incident-fact-recipients"), recipients),
        (t.say("incident-fact-handling"), Safe::ours(handling)),
        (
            t.say("incident-fact-source-grade"),
            grade("source-grade", marking.source_grade.map(model::marking::SourceGrade::code)),
        ),
        (
            t.say("incident-fact-information-grade"),
            grade("information-grade", marking.information_grade.map(model::marking::InformationGrade::code)),
        ),
        (t.say("incident-fact-provenance"), Safe::ours(provenance)),
        (t.say("incident-fact-language"), Safe::text(&t.code("language", header.lang.tag()))),
        (t.say("incident-fact-review"), header.review.map_or_else(Safe::default, |day| t.date(day))),
        (t.say("incident-fact-id"), ltr(header.id.as_str())),
    ]
}

/// `UTC+06:00`.
fn offset(minutes: i16) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("UTC{sign}{:02}:{:02}", minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60)
}

fn coordinates((latitude, longitude): (i32, i32)) -> Safe {
    let degrees = |millionths: i32| crate::number::plain_decimal(millionths.into(), 6);
    ltr(&format!("{}, {}", degrees(latitude), degrees(longitude)))
}

/// Substance of a line: its name where recognised with what was written beside it.
pub fn substance(t: Speech, record: &Record<Incident>, line: &Line) -> Safe {
    let name = what(t, line.substance.as_deref(), &line.written, 1, record.content.kind);
    match &line.substance {
        Some(key) if t.substance(key) != line.written => {
            Safe::ours(format!("{name}<br><small>{}</small>", isolate(&line.written)))
        }
        _ => name,
    }
}

/// What else a line says, in one cell.
pub fn details(t: Speech, line: &Line) -> Safe {
    let mut said: Vec<String> = Vec::new();
    let mut say = |label: String, value: String| said.push(format!("{}: {value}", escape(&label)));
    if let Some(second) = &line.second {
        say(t.field("lines.second_quantity"), escape(&t.quantity(second)));
    }
    if let Some(purity) = line.purity {
        let method =
            if line.purity_method.is_empty() { String::new() } else { format!(" ({})", isolate(&line.purity_method)) };
        let share = t.say_one("unit-percent", "value", t.decimal(purity, 2));
        say(t.field("lines.purity"), format!("{}{method}", escape(&share)));
    }
    if line.salt != model::incident::SaltForm::Unknown {
        say(t.field("lines.salt"), escape(&t.code("salt-form", line.salt.code())));
    }
    for (path, count) in [("lines.items", line.items), ("lines.samples", line.samples)] {
        if let Some(count) = count {
            say(t.field(path), escape(&t.int(count)));
        }
    }
    for (path, text) in
        [("lines.packaging", &line.packaging), ("lines.logo", &line.logo), ("lines.colour", &line.colour)]
    {
        if !text.is_empty() {
            say(t.field(path), isolate(text).to_string());
        }
    }
    Safe::ours(said.join("<br>"))
}
