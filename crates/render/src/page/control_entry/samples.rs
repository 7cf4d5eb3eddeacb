//! Pages of entries as they may look.
//!
//! Refuses made-up law: names and amounts are texts that would do harm where they are not escaped.

use super::{Row, Show, Table, form, shipped, show, table};
use crate::form::Typed;
use crate::frame::Frame;
use crate::page::law::Edit;
use crate::words::Speech;
use model::control_entry::{ControlEntry, ControlEntryDraft, ThresholdDraft};
use model::legal_act::ActLink;
use model::problem::{Problem, Problems};
use model::record::Record;

/// An entry of the samples.
pub(crate) fn sample() -> Option<Record<ControlEntry>> {
    let threshold = |basis: &str| ThresholdDraft {
        name: crate::page::sample::HOSTILE.chars().take(90).collect(),
        value: "0.002".to_owned(),
        unit: "g".to_owned(),
        basis: basis.to_owned(),
    };
    let draft = ControlEntryDraft {
        act: "ru-681-1998".to_owned(),
        list: "I".to_owned(),
        number: "12".to_owned(),
        name: crate::page::sample::HOSTILE.to_owned(),
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
    let content = draft.check(model::id::Id::new(model::id::NIL), &[], crate::page::sample::NOW.day()).ok()?;
    Some(Record { header: crate::page::sample::header(model::record::Kind::ControlEntry, content.id.into()), content })
}

/// Pages of entries as they may look.
pub fn samples(t: Speech) -> Vec<crate::page::Sample> {
    use crate::page::{Sample, sample as own};
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
    if let Some(act) = crate::page::legal_act::sample() {
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
    let shipped_entries = model::catalogue::ShippedEntry::all().iter();
    let rules = shipped_entries.clone().filter(|entry| entry.substance.is_empty()).take(1);
    for entry in shipped_entries.take(2).chain(rules) {
        all.push(Sample::of("control-entry-shipped", &shipped(&titled, entry)));
    }
    all
}
