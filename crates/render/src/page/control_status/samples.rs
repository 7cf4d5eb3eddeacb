//! Pages of statuses and of the matrix as they may look.
//!
//! Refuses made-up law: what is shown here is named so that nobody takes it for law.

use super::{Line, Matrix, Show, matrix, show};
use crate::form::Typed;
use crate::frame::Frame;
use crate::words::Speech;
use model::catalogue::Substance;
use model::control_status::{Asked, ControlStatus, Form as OfForm, LawBook, written_key};
use model::jurisdiction::Jurisdiction;
use model::problem::{Problem, Problems};
use model::time::Day;

/// Pages of statuses as they may look.
pub fn samples(t: Speech) -> Vec<super::super::Sample> {
    use super::super::{Sample, sample as own};
    use model::control_entry::{Reaches, Technique};
    use model::control_status::{KnownAct, KnownEntry};
    use model::determination::{Opinion, Verdict};
    use model::legal_act::ActRef;
    let operation = own::operation();
    let day = own::NOW.day();
    let frame = Frame { title: t.say("frame-tab-status"), ..Frame::samples(t).remove(1) };
    let none = Problems::none();
    let verdicts = Verdict::ALL
        .iter()
        .zip(0..)
        .filter_map(|(verdict, number)| super::super::determination::sample(*verdict, number));
    let opinions: Vec<Opinion> = verdicts.map(|record| Opinion::from(&record)).collect();
    let act = super::super::legal_act::sample();
    let acts: Vec<KnownAct> = act.iter().map(|act| KnownAct::of_record(&act.content)).collect();
    let entries: Vec<KnownEntry> =
        super::super::control_entry::sample().iter().map(|record| KnownEntry::of_record(&record.content)).collect();
    let iran: Vec<KnownEntry> = ActRef::read("", acts.first().map_or("", |act| act.reference.as_str()))
        .ok()
        .into_iter()
        .flat_map(|act| {
            let entry = move |substance: &str, technique, from: Option<Day>, to: Option<Day>| KnownEntry {
                record: String::new(),
                shipped: "un-1961-i-heroin".to_owned(),
                act: act.clone(),
                list: "I".to_owned(),
                number: "1".to_owned(),
                name: substance.to_owned(),
                substance: substance.to_owned(),
                technique,
                salts: Reaches::No,
                preparation_limit: "0.1".to_owned(),
                from,
                to,
                seen: None,
            };
            [
                entry("mdpv", Technique::Individual, Some(day), None),
                entry("mdpv", Technique::Individual, Some(day.plus(9)), None),
                entry("mdpv", Technique::Individual, None, None),
                entry("mdpv", Technique::Individual, Some(day.plus(-99)), Some(day.plus(-9))),
                entry("mdpv", Technique::Derivative, Some(day), None),
            ]
        })
        .collect();
    let book = LawBook::of(acts, entries.into_iter().chain(iran).collect(), opinions);
    let typed =
        Typed::nothing().with("substance", "adb-butinaca").with("jurisdiction", "RU").with("date", "2021-10-15");
    let mut pages = Vec::new();
    let named = |code: &str| Jurisdiction::read("", code).ok();
    let asks = [
        ("adb-butinaca", "RU", OfForm::Base),
        ("mdpv", "IR", OfForm::Salt),
        ("mdpv", "IR", OfForm::Preparation),
        ("mdpv", "IR", OfForm::Base),
        ("heroin", "UN", OfForm::Base),
        ("acetone", "PK-KP", OfForm::Base),
        ("ecstasy", "DE", OfForm::Base),
    ];
    for (substance, code, form) in asks {
        let whose = named(code);
        let asked = whose.as_ref().map(|jurisdiction| Asked { substance, jurisdiction, day, form, content: None });
        let shown = Show { operation: &operation, book: &book, asked, typed: &typed, problems: &none, may_add: true };
        pages.push(Sample::of("control-status", &show(&frame, shown)));
    }
    let problems = Problems(vec![
        Problem::new("substance", "substance-unknown").with("text", own::HOSTILE),
        Problem::new("date", "date-unreadable").with("text", "x"),
    ]);
    let shown =
        Show { operation: &operation, book: &book, asked: None, typed: &typed, problems: &problems, may_add: false };
    pages.push(Sample::of("control-status-problems", &show(&frame, shown)));
    let jurisdictions: Vec<Jurisdiction> = ["UN", "KZ", "PK-KP"].into_iter().filter_map(named).collect();
    let lines: Vec<Line> = Substance::all()
        .iter()
        .zip(ControlStatus::ALL)
        .map(|(substance, status)| Line {
            key: substance.key.clone(),
            name: substance.names.say(t.lang()).to_owned(),
            detected: *status == ControlStatus::Listed,
            cells: vec![(*status, None), (ControlStatus::Listed, Some(*status)), (*status, None)],
        })
        .chain([Line {
            key: written_key(own::HOSTILE),
            name: own::HOSTILE.to_owned(),
            detected: true,
            cells: vec![
                (ControlStatus::Listed, None),
                (ControlStatus::NotDetermined, None),
                (ControlStatus::Listed, None),
            ],
        }])
        .collect();
    let full = Matrix {
        operation: &operation,
        jurisdictions: &jurisdictions,
        offered: &jurisdictions,
        lines: &lines,
        count: 320,
        day,
        since: Some(day.plus(-30)),
        typed: &typed,
        problems: &none,
        next: Some("mdma"),
    };
    pages.push(Sample::of("control-status-matrix", &matrix(&frame, full)));
    let signs = Typed::nothing().with("signs", "true").with("jurisdiction", "KZ");
    pages.push(Sample::of("control-status-matrix-signs", &matrix(&frame, Matrix { typed: &signs, ..full })));
    let one = Matrix { jurisdictions: &jurisdictions[..1], ..full };
    pages.push(Sample::of("control-status-matrix-few", &matrix(&frame, one)));
    let unread = Problems::from(Problem::new("date", "date-unreadable").with("text", "x"));
    pages.push(Sample::of(
        "control-status-matrix-none",
        &matrix(&frame, Matrix { lines: &[], count: 0, next: None, since: None, problems: &unread, ..full }),
    ));
    pages
}
