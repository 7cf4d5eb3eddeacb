//! Entries of acts: one entry, its form, and a table of entries looked at before it is kept.
//!
//! Refuses to choose a substance for a name: it proposes, and keeps the name as written where asked to.

use super::grid::{Column, Grid, text};
use super::incident::Version;
use super::law::{self, Edit, hint, prose, written};
use super::parts::{self, Part, PartsPage, button, chips, joined};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query};
use crate::part::{Tone, facts};
use crate::words::Speech;
use model::catalogue::{Substance, Unit};
use model::control_entry::{ControlEntry, ControlEntryDraft, Reaches, Technique, ThresholdDraft};
use model::legal_act::{ActLink, LegalAct};
use model::operation::Operation;
use model::problem::{Problem, Problems};
use model::quantity::Basis;
use model::record::Record;
use model::time::Day;
use std::fmt::Write as _;

/// From when to when an entry holds, as far as it is known.
pub fn days(t: Speech, from: Option<Day>, to: Option<Day>, seen: Option<Day>) -> Safe {
    let mut out = match (from, seen) {
        (Some(from), _) => format!("{} {}", escape(&t.say("control-entry-since")), t.date(from)),
        (None, Some(seen)) => format!("{} {}", escape(&t.say("control-entry-seen-on")), t.date(seen)),
        (None, None) => escape(&t.say("control-entry-day-not-known")),
    };
    if let Some(to) = to {
        let _ = write!(out, " {} {}", escape(&t.say("control-entry-until")), t.date(to));
    }
    Safe::ours(out)
}

/// What one entry's page is made of.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The record.
    pub record: &'a Record<ControlEntry>,
    /// Acts the reader knows.
    pub acts: &'a [ActLink],
    /// Its revisions.
    pub versions: &'a [Version],
    /// Whether the reader may revise it now.
    pub may_revise: bool,
    /// What was typed when it was to be taken back.
    pub typed: &'a Typed,
    /// What is wrong with that.
    pub problems: &'a Problems,
}

/// One entry.
pub fn show<'a>(frame: &'a Frame, shown: Show<'_>) -> PartsPage<'a> {
    let (t, entry) = (frame.t, &shown.record.content);
    let form = Form::new(t, shown.typed, shown.problems);
    let own = format!("/control-entries/{}", entry.id);
    let mut page = PartsPage::new(frame);
    page.back =
        Some((format!("/operations/{}/legal-acts", query(&shown.operation.code)), t.say("frame-tab-legal-acts")));
    page.lead = Safe::ours(format!("<p class=\"row\">{}</p>", chips(t, &shown.record.header)));
    if shown.may_revise {
        page.actions = button(&format!("{own}/amend"), &t.say("incident-amend-action"), true);
    }
    page.notes = joined(&[form.summary(), parts::retracted(t, &shown.record.header)]);
    page.parts.push(Part::new(t, "control-entry-facts", facts(&told(t, entry, shown.acts))).wide("w7"));
    page.parts.push(Part::new(t, "control-entry-thresholds", thresholds(t, entry)).wide("w5"));
    let mut history = vec![parts::history(frame, shown.versions)];
    if shown.may_revise {
        history.push(parts::retract(&form, &format!("{own}/retract"), shown.record.header.revision));
    }
    page.parts.push(Part::new(t, "incident-history", joined(&history)));
    page
}

fn told(t: Speech, entry: &ControlEntry, acts: &[ActLink]) -> Vec<(String, Safe)> {
    let own_word = |key: &str| t.say(&format!("control-entry-{key}"));
    let substance = match &entry.substance {
        Some(key) => super::grid::link(&format!("/catalogue/substances/{}", query(key)), t.substance(key)),
        None if entry.not_in_catalogue => t.chip(Tone::Warn, own_word("not-in-catalogue")),
        None => Safe::default(),
    };
    let synonyms: Vec<String> = entry.synonyms.iter().map(|name| isolate(name).to_string()).collect();
    let reach = &entry.reach;
    let reaches = [
        ("salts", reach.salts),
        ("isomers", reach.isomers),
        ("stereoisomers", reach.stereoisomers),
        ("esters", reach.esters),
        ("ethers", reach.ethers),
    ];
    let reaches: Vec<String> = reaches
        .iter()
        .map(|(form, reaches)| format!("{}: {}", t.field(form), t.code("reaches", reaches.code())))
        .collect();
    let limit = if entry.preparation_limit.is_empty() {
        Safe::default()
    } else {
        t.ltr(format!("{} %", entry.preparation_limit))
    };
    let day = |day| written(t, day);
    vec![
        (own_word("act"), law::named_link(t, &entry.act, acts)),
        (own_word("place"), joined(&[isolate(&entry.list), isolate(&entry.number)])),
        (own_word("name"), isolate(&entry.name)),
        (own_word("synonyms"), Safe::ours(synonyms.join("<br>"))),
        (own_word("substance"), substance),
        (own_word("technique"), text(t.code("technique-of-law", entry.technique.code()))),
        (own_word("definition"), prose(&entry.definition)),
        (own_word("reach"), text(reaches.join("; "))),
        (own_word("limit"), limit),
        (
            own_word("days"),
            days(t, entry.from.as_ref().map(|day| day.day), entry.to.as_ref().map(|day| day.day), entry.seen),
        ),
        (own_word("as-written"), joined(&[day(entry.from.as_ref()), day(entry.to.as_ref())])),
        (own_word("note"), prose(&entry.note)),
    ]
}

fn thresholds(t: Speech, entry: &ControlEntry) -> Safe {
    if entry.thresholds.is_empty() {
        return hint(&t.say("control-entry-thresholds-none"));
    }
    let columns = vec![
        Column::text(t, "control-entry-threshold"),
        Column::number(t, "control-entry-amount"),
        Column::text(t, "control-entry-basis"),
    ];
    let mut grid = Grid::new(t.say("control-entry-thresholds"), columns);
    for one in &entry.thresholds {
        grid.rows.push(vec![
            isolate(&one.name),
            joined(&[t.ltr(&one.value), text(super::figures::unit(t, &one.unit))]),
            text(t.code("basis", one.basis.code())),
        ]);
    }
    grid.html()
}

/// The form.
pub fn form<'a>(frame: &'a Frame, edit: Edit<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let typed = law::lines_of(edit.typed, "synonyms");
    let form = Form::new(t, &typed, edit.problems);
    let techniques = Choice::of_codes(t, "technique-of-law", Technique::ALL.iter().map(|one| one.code()));
    let reaches = Choice::of_codes(t, "reaches", Reaches::ALL.iter().map(|one| one.code()));
    let reach: Vec<Safe> = ["salts", "isomers", "stereoisomers", "esters", "ethers"]
        .iter()
        .map(|name| form.field(name).optional().select(&reaches))
        .collect();
    let fields = joined(&[
        form.select("act", law::act_choices(edit.acts)),
        law::beside(&[
            form.field("list").label("control-entry-list").optional().text(),
            form.field("number").label("control-entry-number").optional().text(),
        ]),
        form.field("name").label("control-entry-name").text(),
        form.field("synonyms").optional().area(2),
        form.field("substance").hint("control-entry-substance-hint").optional().with("list", "substances").text(),
        suggestions(t, &form),
        form.check("not_in_catalogue"),
        form.field("technique").label("control-entry-technique").optional().select(techniques),
        form.field("definition").optional().area(3),
        law::folded(
            &t.say("control-entry-reach"),
            form.has_problems("salts") || !form.value("salts").is_empty(),
            &law::beside(&reach),
        ),
        form.field("preparation_limit").optional().with("dir", "ltr").text(),
        law::beside(&[
            form.field("from").label("control-entry-from").hint("control-entry-from-hint").optional().date(),
            form.field("to").label("control-entry-to").optional().date(),
            form.field("seen").optional().date(),
        ]),
        threshold_rows(t, &form),
        form.field("note").label("legal-act-note").optional().area(3),
        law::substance_list(t),
    ]);
    law::form_page(frame, Edit { typed: &typed, ..edit }, "control-entry-form-about", &fields)
}

fn threshold_rows(t: Speech, form: &Form<'_>) -> Safe {
    let basis = Choice::of_codes(t, "basis", Basis::ALL.iter().map(|one| one.code()));
    let units: Vec<Choice> =
        Unit::all().iter().map(|unit| Choice::new(&unit.code, super::figures::unit(t, &unit.code))).collect();
    let rows: Vec<Safe> = (0..=form.count("thresholds", 0))
        .map(|index| {
            let row = form.at("thresholds", index);
            law::beside(&[
                row.field("name").label("control-entry-threshold").optional().text(),
                row.amount("value", "unit", &units),
                row.field("basis").label("control-entry-basis").optional().select(&basis),
            ])
        })
        .collect();
    let open = form.count("thresholds", 0) > 0;
    law::folded(&t.say("control-entry-thresholds"), open, &joined(&rows))
}

/// Names the catalogue knows that look like the one typed, each a button that takes it.
fn suggestions(t: Speech, form: &Form<'_>) -> Safe {
    if !form.problems_of("substance").iter().any(|problem| problem.code == "substance-suggested") {
        return Safe::default();
    }
    let typed = if form.value("substance").is_empty() { form.value("name") } else { form.value("substance") };
    let mut out = format!("<p class=\"row\"><span>{}</span>", escape(&t.say("incident-perhaps")));
    for substance in Substance::suggest(typed, 4) {
        let _ = write!(
            out,
            "<button class=\"button quiet small\" type=\"submit\" name=\"choose\" value=\"{}\">{}</button>",
            escape(&substance.key),
            escape(substance.names.say(t.lang()))
        );
    }
    out.push_str("</p>");
    Safe::ours(out)
}

/// What was typed, by the paths of its fields.
pub fn typed(draft: &ControlEntryDraft) -> Typed {
    super::incident_form::typed_of(draft)
}

/// One row of a table as it was looked at.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Its row in the table.
    pub row: usize,
    /// The name as written.
    pub name: &'a str,
    /// Its place as written.
    pub place: &'a str,
    /// The substance recognised.
    pub substance: Option<&'a str>,
    /// What becomes of it: a code of `table-row-`.
    pub outcome: &'static str,
    /// What is wrong with it.
    pub problems: &'a Problems,
}

/// What the page of a table is made of.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The act that gets the entries.
    pub act: &'a Record<LegalAct>,
    /// Columns to choose from; none while no table is there.
    pub columns: &'a [String],
    /// Rows as they were looked at.
    pub rows: &'a [Row<'a>],
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub problems: &'a Problems,
}

/// Rows that a page shows; the counts are of all.
const ROWS: usize = 600;

/// A table of entries: sent, its columns chosen, looked at, kept.
pub fn table<'a>(frame: &'a Frame, shown: Table<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let form = Form::new(t, shown.typed, shown.problems);
    let own = format!("/legal-acts/{}", shown.act.content.id);
    let mut page = PartsPage::new(frame);
    page.back = Some((own.clone(), shown.act.content.title.clone()));
    page.lead = hint(&t.say("control-entry-import-about"));
    page.notes = form.summary();
    if !shown.rows.is_empty() {
        page.parts.push(Part::new(t, "control-entry-preview", preview(t, shown.rows)));
    }
    let columns: Vec<Choice> = shown.columns.iter().map(|column| Choice::new(column, column)).collect();
    let column = |name: &str| form.field(&format!("mapping.{name}")).optional().select(&columns);
    let mapping = if columns.is_empty() {
        Safe::default()
    } else {
        let fields = ["name", "name_else", "synonyms", "chemical", "list", "number", "from"].map(column);
        joined(&[
            Safe::ours(format!("<h2>{}</h2>", escape(&t.say("control-entry-columns")))),
            law::beside(&fields),
            form.field("seen").optional().date(),
        ])
    };
    let keep = if shown.rows.is_empty() {
        String::new()
    } else {
        format!(
            "<button class=\"button\" type=\"submit\" name=\"action\" value=\"keep\">{}</button> ",
            escape(&t.say("control-entry-keep"))
        )
    };
    page.below = Safe::ours(format!(
        "<form method=\"post\" action=\"{own}/import\" enctype=\"multipart/form-data\" class=\"sheet\" novalidate><section>{}{}{}{}</section>\
         <div class=\"stick\">{keep}<button class=\"button quiet\" type=\"submit\" name=\"action\" value=\"look\">{}</button></div></form>",
        form.field("file").hint("control-entry-file-hint").optional().file(".csv,.txt,text/csv"),
        form.hidden("name"),
        mapping,
        law::folded(&t.field("table"), form.has_problems("table"), &form.field("table").optional().area(8)),
        escape(&t.say("control-entry-look"))
    ));
    page
}

fn preview(t: Speech, rows: &[Row<'_>]) -> Safe {
    let counted = |outcome: &str| rows.iter().filter(|row| row.outcome == outcome).count();
    let sentence = t.say_with(
        "control-entry-looked",
        &[
            ("rows", rows.len().into()),
            ("recognised", counted("recognised").into()),
            ("written", counted("as-written").into()),
            ("known", counted("known").into()),
            ("problems", counted("problem").into()),
        ],
    );
    let heads = ["control-entry-name", "control-entry-place", "control-entry-substance", "control-entry-outcome"];
    let columns = [Column::number(t, "control-entry-row")].into_iter().chain(heads.map(|key| Column::text(t, key)));
    let mut grid = Grid::new(t.say("control-entry-preview"), columns.collect());
    let mut sorted: Vec<&Row<'_>> = rows.iter().collect();
    sorted.sort_by_key(|row| row.problems.is_empty());
    for row in sorted.into_iter().take(ROWS) {
        let tone = match row.outcome {
            "recognised" => Tone::Good,
            "problem" => Tone::Bad,
            "as-written" => Tone::Warn,
            _ => Tone::Plain,
        };
        let problems: Vec<Safe> = row.problems.0.iter().map(|problem| text(t.problem(problem))).collect();
        grid.rows.push(vec![
            text(t.int(row.row)),
            isolate(row.name),
            isolate(row.place),
            row.substance.map_or_else(|| text("–"), |key| text(t.substance(key))),
            joined(&[t.chip(tone, t.code("table-row", row.outcome)), joined(&problems)]),
        ]);
    }
    joined(&[hint(&sentence), grid.html()])
}

/// An entry of the samples.
pub(crate) fn sample() -> Option<Record<ControlEntry>> {
    let threshold = |basis: &str| ThresholdDraft {
        name: super::sample::HOSTILE.chars().take(90).collect(),
        value: "0.002".to_owned(),
        unit: "g".to_owned(),
        basis: basis.to_owned(),
    };
    let draft = ControlEntryDraft {
        act: "ru-681-1998".to_owned(),
        list: "I".to_owned(),
        number: "12".to_owned(),
        name: super::sample::HOSTILE.to_owned(),
        synonyms: vec!["A".to_owned(), "B".to_owned()],
        not_in_catalogue: true,
        salts: "yes".to_owned(),
        esters: "no".to_owned(),
        preparation_limit: "0.1".to_owned(),
        from: "1400/01/01".to_owned(),
        to: "2021-12-31".to_owned(),
        thresholds: vec![threshold("pure"), threshold("dry-residue")],
        ..ControlEntryDraft::default()
    };
    let content = draft.check(model::id::Id::new(model::id::NIL), &[], super::sample::NOW.day()).ok()?;
    Some(Record { header: super::sample::header(model::record::Kind::ControlEntry, content.id.into()), content })
}

/// Pages of entries as they may look.
pub fn samples(t: Speech) -> Vec<super::Sample> {
    use super::{Sample, sample as own};
    let operation = own::operation();
    let frame = |title: &str| Frame { title: t.say(title), ..Frame::samples(t).remove(1) };
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let mut all = Vec::new();
    let links: Vec<ActLink> =
        model::catalogue::ShippedAct::all().iter().map(model::catalogue::ShippedAct::link).collect();
    let titled = frame("control-entry-new");
    if let Some(record) = &sample() {
        let shown = Show {
            operation: &operation,
            record,
            acts: &links,
            versions: &[],
            may_revise: true,
            typed: &nothing,
            problems: &none,
        };
        all.push(Sample::of("control-entry", &show(&titled, shown)));
        let plain = Record {
            content: ControlEntry { thresholds: Vec::new(), from: None, to: None, ..record.content.clone() },
            header: record.header.clone(),
        };
        all.push(Sample::of(
            "control-entry-plain",
            &show(&titled, Show { record: &plain, may_revise: false, ..shown }),
        ));
    }
    let edit = Edit {
        operation: &operation,
        typed: &nothing,
        problems: &none,
        action: "/operations/REFLEX-2021/control-entries/new",
        back: "/operations/REFLEX-2021/legal-acts",
        base: None,
        newer: None,
        acts: &links,
    };
    all.push(Sample::of("control-entry-form", &form(&titled, edit)));
    let problems = Problems(vec![
        Problem::new("substance", "substance-suggested").with("text", "mefedron").with("near", "mephedrone"),
        Problem::new("substance", "substance-not-in-catalogue").with("text", own::HOSTILE).with("near", ""),
        Problem::new("definition", "definition-missing"),
        Problem::new("from", "validity-overlaps")
            .with("name", own::HOSTILE)
            .with("record", own::record())
            .with("a", "2015-01-01")
            .with("b", "…"),
        Problem::new("thresholds.0.value", "number-unreadable").with("text", "x").with("example", "5.065"),
    ]);
    let odd = Typed::nothing().with("name", "mefedron").with("thresholds.0.value", "x");
    all.push(Sample::of(
        "control-entry-form-problems",
        &form(&titled, Edit { typed: &odd, problems: &problems, ..edit }),
    ));
    if let Some(act) = super::legal_act::sample() {
        let columns = ["list".to_owned(), own::HOSTILE.to_owned()];
        let broken = Problems(vec![Problem::new("from", "date-unreadable").with("text", "x")]);
        let row = |outcome, problems| Row {
            row: 2,
            name: own::HOSTILE,
            place: "I 4",
            substance: Some("mdma"),
            outcome,
            problems,
        };
        let rows = [row("recognised", &none), row("as-written", &none), row("known", &none), row("problem", &broken)];
        let shown = Table {
            operation: &operation,
            act: &act,
            columns: &columns,
            rows: &rows,
            typed: &nothing,
            problems: &none,
        };
        all.push(Sample::of("control-entry-table", &table(&titled, shown)));
        let refused = Problems(vec![
            Problem::new("table", "table-empty"),
            Problem::new("table", "table-row-problem").with("row", 4),
        ]);
        all.push(Sample::of(
            "control-entry-table-none",
            &table(&titled, Table { columns: &[], rows: &[], problems: &refused, ..shown }),
        ));
    }
    all
}
