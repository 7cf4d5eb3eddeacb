//! Detections: the list with first sightings and a timeline, one detection, and its form.
//!
//! Refuses to say "first seen" without its basis, and to show a name as sure that no laboratory stands behind.

use super::grid::{Column, Grid, link, text};
use super::incident::Version;
use super::parts::{self, Part, PartsPage, button, chips, joined};
use crate::chart::{Mark, Timeline, timeline};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query, with_query};
use crate::part::{self, Facet, FacetValue, Tone, facts};
use crate::words::Speech;
use model::agency::Agency;
use model::catalogue::country::Country;
use model::catalogue::substance::Substance;
use model::detection::{Context, Detection, DetectionDraft, FirstSeen, Level, Sighting, Technique, first_seen};
use model::id::RecordId;
use model::incident::PhysicalForm;
use model::operation::Operation;
use model::problem::Problems;
use model::record::Record;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What the list is made of.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// What was asked for.
    pub records: &'a [Record<Detection>],
    /// How many there are.
    pub count: u64,
    /// Everything of the operation.
    pub all: &'a [Record<Detection>],
    /// First sightings of every substance of it.
    pub sightings: &'a [Sighting],
    /// Detections of a substance that was new to the region.
    pub new: &'a [RecordId],
    /// How many operations the sightings are taken from.
    pub operations: usize,
    /// What was asked, as typed.
    pub asked: &'a Typed,
    /// Where the next page begins.
    pub next: Option<&'a str>,
    /// Whether the reader may bring one in now.
    pub may_add: bool,
    /// Whether the reader may write to all who take part.
    pub may_alert: bool,
}

/// The list.
pub fn list<'a>(frame: &'a Frame, list: List<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let top = format!("/operations/{}/detections", query(&list.operation.code));
    let mut page = PartsPage::new(frame);
    page.lead = hint(&t.say_one("detection-count", "count", list.count));
    if list.may_add {
        page.actions = button(&format!("{top}/new"), &t.say("detection-add"), true);
    }
    page.notes = proposals(t, &list);
    page.parts.push(Part { body: listed(t, &top, &list), ..Part::default() });
    let first = first_seen(list.sightings);
    if !first.is_empty() {
        let basis = t.say_one("detection-first-basis", "count", list.operations);
        let body = joined(&[hint(&basis), matrix(t, &first), hint(&t.say("detection-first-legend"))]);
        page.parts.push(Part::new(t, "detection-first-title", body).named("first-seen"));
    }
    if !list.all.is_empty() {
        page.parts.push(Part::new(t, "detection-timeline", over_time(t, list.all)).named("timeline"));
    }
    page
}

fn hint(text: &str) -> Safe {
    Safe::ours(format!("<p class=\"hint\">{}</p>", escape(text)))
}

/// What is new to the region, and the way to tell everybody.
fn proposals(t: Speech, list: &List<'_>) -> Safe {
    let new: Vec<&Record<Detection>> = list.all.iter().filter(|record| list.new.contains(&record.header.id)).collect();
    if new.is_empty() {
        return Safe::default();
    }
    let mut out = format!(
        "<section class=\"flash warn\" role=\"note\"><p><b>{}</b></p><ul>",
        escape(&t.say_one("detection-new-title", "count", new.len()))
    );
    for record in new {
        // Writing to a String cannot fail, here and below.
        let _ = write!(
            out,
            "<li><a href=\"/detections/{}\">{}</a>, {}, {}{}</li>",
            record.header.id,
            escape(&name(t, &record.content)),
            escape(&t.country(&record.content.country)),
            t.date(record.content.when.day),
            if list.may_alert { format!(" · {}", propose(t, list.operation, record)) } else { String::new() }
        );
    }
    out.push_str("</ul></section>");
    Safe::ours(out)
}

/// The way to a bulletin that is filled in with what is known.
fn propose(t: Speech, operation: &Operation, record: &Record<Detection>) -> Safe {
    let subject = t.say_with(
        "detection-alert-subject",
        &[("substance", name(t, &record.content).into()), ("country", t.country(&record.content.country).into())],
    );
    let to = format!("/operations/{}/messages/new", query(&operation.code));
    let filled = [
        ("kind", "bulletin"),
        ("topic", "new-substance"),
        ("level", "advisory"),
        ("related", record.header.id.as_str()),
        ("subject", &crate::words::plain(&subject)),
    ];
    let to = filled.iter().fold(to, |to, (name, value)| with_query(&to, name, value));
    link(&to, t.say("detection-propose"))
}

/// The name a reader knows it by: of the catalogue, else as written.
fn name(t: Speech, detection: &Detection) -> String {
    detection.substance.as_ref().map_or_else(|| detection.written.clone(), |key| t.substance(key))
}

fn level(t: Speech, level: Level) -> Safe {
    t.chip(if level.is_confirmed() { Tone::Good } else { Tone::Warn }, t.code("detection-level", level.code()))
}

/// The name with what was written, where that says something else.
fn named(t: Speech, detection: &Detection) -> Safe {
    let own = name(t, detection);
    let mut out = escape(&own);
    if own != detection.written {
        let _ = write!(out, " <small>{}</small>", isolate(&detection.written));
    }
    if detection.substance.is_none() {
        let _ = write!(out, " {}", t.chip(Tone::Warn, t.say("detection-not-in-catalogue")));
    }
    Safe::ours(out)
}

fn listed(t: Speech, top: &str, list: &List<'_>) -> Safe {
    if list.all.is_empty() {
        return t.empty("detection-none", "detection-none-how");
    }
    let address = list.asked.0.iter().fold(top.to_owned(), |to, (name, value)| with_query(&to, name, value));
    let facets = facets(t, list);
    let columns = vec![
        Column::text(t, "detection-substance"),
        Column::text(t, "detection-day"),
        Column::text(t, "detection-country"),
        Column::text(t, "detection-identified"),
        Column::text(t, "detection-context"),
        Column::text(t, "detection-sharing"),
    ];
    let mut grid = Grid::new(t.say_one("detection-count", "count", list.count), columns);
    for record in list.records {
        let one = &record.content;
        grid.rows.push(vec![
            super::grid::link_around(&format!("/detections/{}", record.header.id), &named(t, one)),
            t.date(one.when.day),
            text(t.country(&one.country)),
            level(t, one.level),
            text(t.code("detection-context", one.context.code())),
            chips(t, &record.header),
        ]);
    }
    let table = if grid.rows.is_empty() { t.empty("detection-none-fits", "listing-none-how") } else { grid.html() };
    let next = list.next.map(|after| with_query(&address, "after", after));
    joined(&[
        search(t, top, list.asked),
        part::chosen(t, &address, &facets),
        part::facets(t, &address, &facets),
        table,
        part::pager(t, None, next.as_deref()),
    ])
}

fn search(t: Speech, top: &str, asked: &Typed) -> Safe {
    let carried: Vec<String> = ["substance", "country", "level"]
        .iter()
        .filter(|name| !asked.get(name).is_empty())
        .map(|name| format!("<input type=\"hidden\" name=\"{name}\" value=\"{}\">", escape(asked.get(name))))
        .collect();
    let carried = carried.concat();
    Safe::ours(format!(
        "<form class=\"searchbar\" method=\"get\" action=\"{}\" role=\"search\"><div class=\"field\"><label for=\"text\">{}</label>\
         <input type=\"search\" id=\"text\" name=\"text\" value=\"{}\" dir=\"auto\" maxlength=\"200\"></div>{carried}\
         <button class=\"button quiet\" type=\"submit\">{}</button></form>",
        escape(top),
        escape(&t.say("list-search")),
        escape(asked.get("text")),
        escape(&t.say("list-search")),
    ))
}

fn facets(t: Speech, list: &List<'_>) -> Vec<Facet> {
    let facet = |name: &str, of: &dyn Fn(&Detection) -> Option<String>, say: &dyn Fn(&str) -> String| {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        list.all.iter().filter_map(|one| of(&one.content)).for_each(|value| *counts.entry(value).or_default() += 1);
        let value = |(value, count): (String, u64)| FacetValue { label: say(&value), value, count: Some(count) };
        Facet {
            name: name.to_owned(),
            label: t.say(&format!("detection-by-{name}")),
            values: counts.into_iter().map(value).collect(),
            chosen: list.asked.get(name).to_owned(),
        }
    };
    vec![
        facet("substance", &|one| one.substance.clone(), &|key| t.substance(key)),
        facet("country", &|one| Some(one.country.clone()), &|code| t.country(code)),
        facet("level", &|one| Some(one.level.code().to_owned()), &|code| t.code("detection-level", code)),
    ]
}

/// Substance by country, each with the day it was first seen there.
pub fn matrix(t: Speech, first: &BTreeMap<(String, String), FirstSeen>) -> Safe {
    let substances: BTreeSet<&String> = first.keys().map(|(substance, _)| substance).collect();
    let countries: BTreeSet<&String> = first.keys().map(|(_, country)| country).collect();
    let mut columns = vec![Column::text(t, "detection-substance"), Column::text(t, "detection-first-anywhere")];
    columns.extend(countries.iter().map(|code| Column::named(t.country(code), false)));
    let mut grid = Grid::new(t.say("detection-first-title"), columns);
    for substance in substances {
        let cell = |country: &&String| first.get(&(substance.clone(), (*country).clone()));
        let earliest = countries.iter().filter_map(cell).min_by_key(|seen| seen.first.day);
        let mut row = vec![Safe::text(&t.substance(substance))];
        row.push(earliest.map_or_else(Safe::default, |seen| sighted(t, seen, true)));
        row.extend(countries.iter().map(|code| cell(code).map_or_else(|| text("–"), |seen| sighted(t, seen, false))));
        grid.rows.push(row);
    }
    grid.html()
}

/// The day a substance was first seen, with the record behind it; and the laboratory's day where that is later.
fn sighted(t: Speech, seen: &FirstSeen, with_country: bool) -> Safe {
    let day = |sighting: &Sighting| {
        let to = super::record::address(sighting.kind, &sighting.record, None);
        super::grid::link_around(&to, &t.date(sighting.day)).to_string()
    };
    let mut out = day(&seen.first);
    if with_country {
        let _ = write!(out, " {}", escape(&t.country(&seen.first.country)));
    }
    if !seen.first.confirmed {
        let _ = write!(out, " {}", t.chip(Tone::Warn, t.say("chart-provisional")));
        if let Some(sure) = seen.confirmed.as_ref().filter(|_| !with_country) {
            let _ = write!(out, "<br><small>{} {}</small>", escape(&t.say("detection-by-laboratory")), day(sure));
        }
    }
    Safe::ours(out)
}

fn over_time(t: Speech, all: &[Record<Detection>]) -> Safe {
    let mark = |record: &Record<Detection>| {
        let one = &record.content;
        Mark {
            row: name(t, one),
            day: one.when.day,
            sure: one.level.is_confirmed(),
            title: format!("{} · {} · {}", name(t, one), t.country(&one.country), t.day_text(one.when.day)),
            address: Some(format!("/detections/{}", record.header.id)),
        }
    };
    timeline(
        t,
        &Timeline {
            id: "detections-by-day".to_owned(),
            title: t.say("detection-timeline"),
            marks: all.iter().map(mark).collect(),
        },
    )
}

/// What one detection's page is made of.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The record.
    pub record: &'a Record<Detection>,
    /// Its laboratory, where it is an agency of the node.
    pub laboratory: Option<&'a Agency>,
    /// First sightings of its substance.
    pub sightings: &'a [Sighting],
    /// Whether the region had not seen the substance before.
    pub new_to_region: bool,
    /// The incident it belongs to, where the reader may know that.
    pub incident: Option<&'a RecordId>,
    /// Its revisions.
    pub versions: &'a [Version],
    /// Whether the reader may revise or retract it now.
    pub may_revise: bool,
    /// Whether the reader may write to all who take part.
    pub may_alert: bool,
    /// What was typed when it was to be retracted.
    pub typed: &'a Typed,
    /// What is wrong with that.
    pub problems: &'a Problems,
}

/// One detection.
pub fn show<'a>(frame: &'a Frame, shown: Show<'_>) -> PartsPage<'a> {
    let (t, record, one) = (frame.t, shown.record, &shown.record.content);
    let form = Form::new(t, shown.typed, shown.problems);
    let own = format!("/detections/{}", record.header.id);
    let mut page = PartsPage::new(frame);
    page.back = Some((format!("/operations/{}/detections", query(&shown.operation.code)), t.say("detection-back")));
    page.lead = Safe::ours(format!("<p class=\"row\">{} {}</p>", level(t, one.level), chips(t, &record.header)));
    if shown.may_revise {
        page.actions = button(&format!("{own}/edit"), &t.say("incident-amend-action"), true);
    }
    let new = if shown.new_to_region { new_here(t, &shown) } else { Safe::default() };
    page.notes = joined(&[form.summary(), parts::retracted(t, &record.header), new]);
    page.parts.push(Part::new(t, "detection-facts", facts(&told(t, &shown))).wide("w6"));
    let first = first_seen(shown.sightings);
    let body = if first.is_empty() { hint(&t.say("detection-first-unknown")) } else { matrix(t, &first) };
    page.parts.push(
        Part::new(t, "detection-first-title", joined(&[body, hint(&t.say("detection-first-legend"))])).wide("w6"),
    );
    let mut history = vec![parts::history(frame, shown.versions)];
    if shown.may_revise {
        history.push(parts::retract(&form, &format!("{own}/retract"), record.header.revision));
    }
    page.parts.push(Part::new(t, "incident-history", joined(&history)));
    page
}

fn new_here(t: Speech, shown: &Show<'_>) -> Safe {
    let proposal = if shown.may_alert { propose(t, shown.operation, shown.record).to_string() } else { String::new() };
    Safe::ours(format!("<p class=\"flash warn\" role=\"note\">{} {proposal}</p>", escape(&t.say("detection-new-here"))))
}

fn told(t: Speech, shown: &Show<'_>) -> Vec<(String, Safe)> {
    let (one, header) = (&shown.record.content, &shown.record.header);
    let label = |key: &str| t.say(&format!("detection-{key}"));
    let laboratory = shown.laboratory.map_or_else(
        || isolate(&one.laboratory),
        |agency| joined(&[text(agency.names.say(t.lang())), isolate(&one.laboratory)]),
    );
    let techniques: Vec<String> =
        one.techniques.iter().map(|technique| t.code("technique", technique.code())).collect();
    let key = one.substance.as_ref();
    vec![
        (label("written"), isolate(&one.written)),
        (
            label("substance"),
            key.map_or_else(
                || text(label("not-in-catalogue")),
                |key| link(&format!("/catalogue/substances/{}", query(key)), t.substance(key)),
            ),
        ),
        (label("country"), text(t.country(&one.country))),
        (
            label("day"),
            joined(&[t.date(one.when.day), Safe::ours(format!("<small>{}</small>", t.ltr(&one.when.text)))]),
        ),
        (label("identified"), text(t.code("detection-level-about", one.level.code()))),
        (label("techniques"), text(techniques.join(", "))),
        (
            label("lab"),
            if one.laboratory.is_empty() && shown.laboratory.is_none() { Safe::default() } else { laboratory },
        ),
        (label("form"), one.form.map_or_else(Safe::default, |form| text(t.code("physical-form", form.code())))),
        (label("context"), text(t.code("detection-context", one.context.code()))),
        (
            label("incident"),
            shown.incident.map_or_else(Safe::default, |id| link(&format!("/incidents/{id}"), id.as_str())),
        ),
        (label("note"), isolate(&one.note)),
        (label("owner"), text(t.participant(header.owner.as_str()))),
        (label("identifier"), t.ltr(header.id.as_str())),
    ]
    .into_iter()
    .filter(|(_, value)| value.as_str() != "<bdi></bdi>")
    .collect()
}

/// What a form is made of.
#[derive(Debug, Clone, Copy)]
pub struct Edit<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: &'a Problems,
    /// Laboratories of the node to choose from.
    pub laboratories: &'a [Agency],
    /// The record that is amended and the revision its writer saw.
    pub amends: Option<(&'a RecordId, u32)>,
    /// The revision that is current, where somebody was faster.
    pub newer: Option<u32>,
}

/// The form.
pub fn form<'a>(frame: &'a Frame, edit: Edit<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let form = Form::new(t, edit.typed, edit.problems);
    let top = format!("/operations/{}/detections", query(&edit.operation.code));
    let (action, back) = match edit.amends {
        Some((id, _)) => (format!("/detections/{id}/edit"), format!("/detections/{id}")),
        None => (format!("{top}/new"), top),
    };
    let key = edit
        .amends
        .map_or_else(|| format!("detection:{}", edit.operation.code), |(id, base)| format!("detection:{id}:{base}"));
    let (attributes, line) = part::draft(frame, &key, &action);
    let base = edit
        .amends
        .map_or_else(String::new, |(_, base)| format!("<input type=\"hidden\" name=\"base\" value=\"{base}\">"));
    let given = if edit.problems.is_empty() && edit.newer.is_none() { "" } else { " data-given" };
    let mut page = PartsPage::new(frame);
    page.lead = hint(&t.say("detection-form-about"));
    let newer = edit.newer.map(|revision| (revision, back.clone()));
    page.notes = joined(&[form.summary(), parts::stale(t, newer)]);
    page.below = Safe::ours(format!(
        "<form method=\"post\" action=\"{}\" class=\"sheet\" novalidate {attributes}{given}>{base}{line}{}{}\
         <div class=\"stick\"><button class=\"button\" type=\"submit\">{}</button> {}</div></form>",
        escape(&action),
        fields(t, &form, &edit),
        parts::marking(&form, edit.operation),
        escape(&t.say("detection-save")),
        button(&back, &t.say("detection-leave"), false),
    ));
    page
}

fn fields(t: Speech, form: &Form<'_>, edit: &Edit<'_>) -> Safe {
    let codes = |noun: &str, all: Vec<&'static str>| Choice::of_codes(t, noun, all);
    let levels = Level::ALL.iter().map(|level| Choice {
        hint: t.code("detection-level-about", level.code()),
        ..Choice::new(level.code(), t.code("detection-level", level.code()))
    });
    let techniques = Technique::ALL.iter().map(|technique| {
        let label = format!("{} ({})", t.code("technique", technique.code()), technique.category());
        Choice::new(technique.code(), label)
    });
    let laboratories =
        edit.laboratories.iter().map(|agency| Choice::new(agency.id.to_string(), agency.names.say(t.lang())));
    let written =
        form.field("written").hint("detection-written-hint").with("list", "substances").with("autocomplete", "off");
    let what = joined(&[
        written.text(),
        suggestions(t, form),
        form.check("unknown"),
        form.field("level").label("detection-identified").radios(levels.collect::<Vec<_>>()),
        form.checkboxes("techniques", techniques.collect::<Vec<_>>()),
        form.field("form")
            .optional()
            .select(codes("physical-form", PhysicalForm::ALL.iter().map(|code| code.code()).collect())),
    ]);
    let place = joined(&[
        form.select("country", countries(t, edit.operation)),
        form.field("day").hint("detection-day-hint").date(),
        form.select("context", codes("detection-context", Context::ALL.iter().map(|code| code.code()).collect())),
        form.field("laboratory_agency").optional().select(laboratories.collect::<Vec<_>>()),
        form.field("laboratory").optional().text(),
        settle(t, form, "laboratory"),
        form.field("incident").optional().hint("detection-incident-hint").with("dir", "ltr").text(),
        form.field("note").optional().area(4),
        settle(t, form, "note"),
    ]);
    let names = super::law::substance_list(t);
    Safe::ours(format!(
        "<section><h2>{}</h2>{what}</section><section><h2>{}</h2>{place}</section>{names}",
        escape(&t.say("detection-part-what")),
        escape(&t.say("detection-part-where")),
    ))
}

/// All countries, those that take part first.
fn countries(t: Speech, operation: &Operation) -> Vec<Choice> {
    let own = operation.participants();
    let takes_part = |country: &Country| own.iter().any(|code| code.as_str() == country.code);
    let mut all: Vec<&Country> = Country::all().iter().collect();
    all.sort_by_key(|country| (!takes_part(country), country.names.say(t.lang())));
    all.into_iter().map(|country| Choice::new(&country.code, country.names.say(t.lang()))).collect()
}

/// Names the catalogue knows that look like the one typed, each a button that takes it.
fn suggestions(t: Speech, form: &Form<'_>) -> Safe {
    if !form.problems_of("written").iter().any(|problem| problem.code == "detection-unrecognised") {
        return Safe::default();
    }
    let near = Substance::suggest(form.value("written"), 4);
    if near.is_empty() {
        return Safe::default();
    }
    let mut out = format!("<p class=\"row\"><span>{}</span>", escape(&t.say("incident-perhaps")));
    for substance in near {
        let name = escape(substance.names.say(t.lang()));
        let _ = write!(
            out,
            "<button class=\"button quiet small\" type=\"submit\" name=\"choose\" value=\"{name}\">{name}</button>"
        );
    }
    out.push_str("</p>");
    Safe::ours(out)
}

/// The writer's word that what looks like personal data is none.
fn settle(t: Speech, form: &Form<'_>, field: &str) -> Safe {
    if !form.problems_of(field).iter().any(|problem| problem.code == "personal-data") {
        return Safe::default();
    }
    Safe::ours(format!(
        "<label class=\"tick\"><input type=\"checkbox\" name=\"settled\" value=\"personal-data:{field}\"> <span>{}</span></label>",
        escape(&t.say("incident-right-as-typed"))
    ))
}

/// What was typed, by the paths of its fields.
pub fn typed(draft: &DetectionDraft) -> Typed {
    super::incident_form::typed_of(draft)
}

/// A detection of the samples.
pub(crate) fn sample(written: &str, day: &str, country: &str, level: &str) -> Option<Record<Detection>> {
    let draft = DetectionDraft {
        written: written.to_owned(),
        unknown: true,
        country: country.to_owned(),
        day: day.to_owned(),
        level: level.to_owned(),
        techniques: vec!["mass-spectrometry".to_owned(), "gas-chromatography".to_owned()],
        laboratory: super::sample::HOSTILE.to_owned(),
        note: super::sample::HOSTILE.to_owned(),
        ..DetectionDraft::default()
    };
    let content = draft.check(model::id::Id::new(model::id::NIL), super::sample::NOW.day()).ok()?;
    Some(Record { header: super::sample::header(model::record::Kind::Detection, content.id.into()), content })
}

/// Pages of detections as they may look.
pub fn samples(t: Speech) -> Vec<super::Sample> {
    use super::{Sample, sample};
    let operation = sample::operation();
    let frame = |title: &str| Frame { title: t.say(title), ..Frame::samples(t).remove(1) };
    let all: Vec<Record<Detection>> = [
        ("alpha-PVP", "2021-07-02", "KZ", "swgdrug-satisfied"),
        ("mephedrone", "1400/06/29", "IR", "field-test"),
        (sample::HOSTILE, "2021-09-12", "AF", "tentative"),
    ]
    .into_iter()
    .filter_map(|(written, day, country, level)| self::sample(written, day, country, level))
    .collect();
    let saw = |record: &Record<Detection>| {
        Some(Sighting {
            substance: record.content.substance.clone()?,
            country: record.content.country.clone(),
            day: record.content.when.day,
            confirmed: record.content.level.is_confirmed(),
            record: record.header.id.clone(),
            kind: model::record::Kind::Detection,
        })
    };
    let sightings: Vec<Sighting> = all.iter().filter_map(saw).collect();
    let nothing = Typed::nothing();
    let new: Vec<RecordId> = all.iter().take(1).map(|one| one.header.id.clone()).collect();
    let asked = Typed::nothing().with("country", "KZ").with("text", "<x>");
    let full = List {
        operation: &operation,
        records: &all,
        count: 3,
        all: &all,
        sightings: &sightings,
        new: &new,
        operations: 2,
        asked: &asked,
        next: None,
        may_add: true,
        may_alert: true,
    };
    let empty =
        List { records: &[], count: 0, all: &[], sightings: &[], new: &[], asked: &nothing, may_add: false, ..full };
    let titled = frame("detection-title");
    let mut pages =
        vec![Sample::of("detections", &list(&titled, full)), Sample::of("detections-empty", &list(&titled, empty))];
    let problems = Problems(vec![
        model::problem::Problem::new("written", "detection-unrecognised").with("text", "alfa-PVP"),
        model::problem::Problem::new("day", "date-future").with("text", "2021-12-01"),
        model::problem::Problem::new("note", "personal-data"),
        model::problem::Problem::new("incident", "evidence-unknown").with("text", "<script>alert(1)</script>"),
    ]);
    let odd = Typed::nothing().with("written", "alfa-PVP").with("note", sample::HOSTILE);
    let fresh = Edit {
        operation: &operation,
        typed: &nothing,
        problems: &Problems::none(),
        laboratories: &[],
        amends: None,
        newer: None,
    };
    let titled = frame("detection-new-form");
    pages.push(Sample::of("detection-form", &form(&titled, fresh)));
    pages.push(Sample::of(
        "detection-form-problems",
        &form(&titled, Edit { typed: &odd, problems: &problems, ..fresh }),
    ));
    if let Some(record) = all.first() {
        let amends = Some((&record.header.id, 1));
        pages.push(Sample::of("detection-form-stale", &form(&titled, Edit { amends, newer: Some(2), ..fresh })));
        let refused = Problems(vec![model::problem::Problem::new("reason", "required")]);
        let shown = Show {
            operation: &operation,
            record,
            laboratory: None,
            sightings: &sightings,
            new_to_region: true,
            incident: None,
            versions: &[],
            may_revise: true,
            may_alert: true,
            typed: &nothing,
            problems: &refused,
        };
        pages.push(Sample::of("detection", &show(&frame("detection-title"), shown)));
    }
    pages
}
