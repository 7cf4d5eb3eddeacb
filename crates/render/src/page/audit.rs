//! The log: who did what, when, through which door; and whether its chain holds.
//!
//! Refuses content: an entry carries a verb, identifiers and counts, never what was written.

use super::grid::{Column, Grid, text};
use super::node::sample_frame;
use super::{Sample, sample};
use crate::frame::Frame;
use crate::html::Safe;
use crate::words::Speech;
use askama::Template;
use model::audit::{AuditEntry, ChainFault, ChainReport};

/// The page of the log.
#[derive(Debug, Template)]
#[template(path = "audit/list.html")]
pub struct AuditPage<'a> {
    frame: &'a Frame,
    entries: Safe,
    pager: Safe,
    verdict: Option<Verdict>,
}

/// The outcome of following the chain, in words.
#[derive(Debug)]
struct Verdict {
    class: &'static str,
    sentence: String,
    head: Safe,
}

impl<'a> AuditPage<'a> {
    /// A page of entries, newest first; `older` is where the next begins, `report` the outcome of following the chain.
    pub fn new(frame: &'a Frame, entries: &[AuditEntry], older: Option<i64>, report: Option<&ChainReport>) -> Self {
        let t = frame.t;
        let next = older.map(|before| format!("/administration/log?before={before}"));
        Self {
            frame,
            entries: list(t, entries),
            pager: crate::part::pager(t, None, next.as_deref()),
            verdict: report.map(|report| verdict(t, report)),
        }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

fn verdict(t: Speech, report: &ChainReport) -> Verdict {
    let head = t.ltr(&report.head);
    let (key, sequence) = match &report.fault {
        None => return Verdict { class: "good", sentence: t.say_one("audit-holds", "count", report.entries), head },
        Some(ChainFault::Changed { sequence }) => ("audit-changed", sequence),
        Some(ChainFault::Missing { sequence }) => ("audit-missing", sequence),
        Some(ChainFault::Reordered { sequence }) => ("audit-reordered", sequence),
        Some(ChainFault::Content { sequence, record }) => {
            return Verdict { class: "bad", sentence: content(t, *sequence, record), head };
        }
    };
    Verdict { class: "bad", sentence: t.say_one(key, "number", *sequence), head }
}

/// What an entry kept, or nobody did, is not what stands there.
fn content(t: Speech, sequence: i64, record: &str) -> String {
    let record = if record.is_empty() { t.say("audit-content-records") } else { record.to_owned() };
    if sequence == 0 {
        return t.say_one("audit-content-unbound", "record", record);
    }
    t.say_with("audit-content", &[("number", sequence.into()), ("record", record.into())])
}

fn list(t: Speech, entries: &[AuditEntry]) -> Safe {
    let mut columns = vec![Column::number(t, "audit-sequence")];
    columns.extend(
        ["audit-at", "audit-verb", "audit-who", "audit-door", "audit-record", "audit-detail"]
            .map(|key| Column::text(t, key)),
    );
    let mut grid = Grid::new(t.say("audit-title"), columns);
    for entry in entries {
        let record =
            if entry.revision > 0 { format!("{} · {}", entry.record, entry.revision) } else { entry.record.clone() };
        let role = if entry.role == "-" { t.say("audit-node") } else { t.code("role", &entry.role) };
        let who = format!("{} {} {}", crate::html::escape(&role), t.ltr(&entry.participant), t.ltr(&entry.account));
        grid.rows.push(vec![
            text(t.int(entry.sequence)),
            t.utc(entry.at),
            t.ltr(&entry.verb),
            Safe::ours(who),
            text(t.code("door", &entry.door)),
            t.ltr(record),
            t.ltr(&entry.detail),
        ]);
    }
    if grid.rows.is_empty() { t.empty("audit-none", "audit-none-how") } else { grid.html() }
}

/// Pages of the log as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let frame = sample_frame(t, "audit-title");
    let entry = AuditEntry {
        sequence: 512,
        at: sample::NOW,
        account: "mbr_00000000000000000000000000".to_owned(),
        role: "coordinator".to_owned(),
        participant: "CARICC".to_owned(),
        node: "nod_00000000000000000000000000".to_owned(),
        door: "page".to_owned(),
        verb: "operation.change".to_owned(),
        record: "opn_00000000000000000000000000".to_owned(),
        revision: 2,
        detail: "rows=500".to_owned(),
        previous: "0".repeat(64),
        hash: "a".repeat(64),
    };
    let by_node = AuditEntry {
        role: "-".to_owned(),
        account: "-".to_owned(),
        participant: "-".to_owned(),
        record: String::new(),
        revision: 0,
        door: "command".to_owned(),
        ..entry.clone()
    };
    let report = |fault| ChainReport { entries: 512, head: "a".repeat(64), revisions: 400, fault };
    let entries = [entry, by_node];
    vec![
        Sample::of("log", &AuditPage::new(&frame, &entries, Some(462), None)),
        Sample::of("log-empty", &AuditPage::new(&frame, &[], None, None)),
        Sample::of("log-holds", &AuditPage::new(&frame, &entries, None, Some(&report(None)))),
        Sample::of(
            "log-broken",
            &AuditPage::new(&frame, &entries, None, Some(&report(Some(ChainFault::Changed { sequence: 7 })))),
        ),
        Sample::of(
            "log-gap",
            &AuditPage::new(&frame, &entries, None, Some(&report(Some(ChainFault::Missing { sequence: 7 })))),
        ),
        Sample::of(
            "log-reordered",
            &AuditPage::new(&frame, &entries, None, Some(&report(Some(ChainFault::Reordered { sequence: 7 })))),
        ),
        Sample::of(
            "log-content",
            &AuditPage::new(
                &frame,
                &entries,
                None,
                Some(&report(Some(ChainFault::Content { sequence: 7, record: sample::record().to_string() }))),
            ),
        ),
    ]
}
