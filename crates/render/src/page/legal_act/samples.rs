//! Pages of acts as they may look.
//!
//! Refuses made-up law: the acts of members here are texts that would do harm where they are not escaped.

use super::{List, Show, form, list, shipped, show};
use crate::form::Typed;
use crate::frame::Frame;
use crate::page::law::Edit;
use crate::words::Speech;
use model::catalogue::ShippedAct;
use model::control_entry::ControlEntry;
use model::jurisdiction::Jurisdiction;
use model::legal_act::{ActLink, LegalAct, LegalActDraft};
use model::problem::{Problem, Problems};
use model::record::Record;

/// An act of the samples.
pub(crate) fn sample() -> Option<Record<LegalAct>> {
    let draft = LegalActDraft {
        jurisdiction: "IR".to_owned(),
        title: crate::page::sample::HOSTILE.to_owned(),
        title_lang: "fa".to_owned(),
        adopted: "1354/02/08".to_owned(),
        address: "https://example.org/act".to_owned(),
        archived_text: crate::page::sample::HOSTILE.to_owned(),
        note: crate::page::sample::HOSTILE.to_owned(),
        complete_as_of: "2021-09-01".to_owned(),
        ..LegalActDraft::default()
    };
    let law = model::legal_act::Law { acts: &[], today: crate::page::sample::NOW.day() };
    let content = draft.check(model::id::Id::new(model::id::NIL), law).ok()?;
    Some(Record { header: crate::page::sample::header(model::record::Kind::LegalAct, content.id.into()), content })
}

/// Pages of acts as they may look.
pub fn samples(t: Speech) -> Vec<crate::page::Sample> {
    use crate::page::{Sample, sample as own};
    let operation = own::operation();
    let frame = |title: &str| Frame { title: t.say(title), ..Frame::samples(t).remove(1) };
    let titled = frame("frame-tab-legal-acts");
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let records: Vec<Record<LegalAct>> = sample().into_iter().collect();
    let shipped_acts: Vec<&'static ShippedAct> = ShippedAct::all().iter().collect();
    let offered: Vec<Jurisdiction> = shipped_acts.iter().map(|act| act.jurisdiction.clone()).collect();
    let full = List {
        operation: &operation,
        records: &records,
        shipped: &shipped_acts,
        chosen: "RU",
        offered: &offered,
        may_add: true,
    };
    let empty = List { records: &[], shipped: &[], chosen: "", offered: &[], may_add: false, ..full };
    let mut all =
        vec![Sample::of("legal-acts", &list(&titled, full)), Sample::of("legal-acts-none", &list(&titled, empty))];
    if let Some(record) = records.first() {
        let other = &shipped_acts[0].key;
        let chain =
            [("amends", other, "A"), ("repeals", other, "B"), ("amended-by", other, "C"), ("repealed-by", other, "D")];
        let entries: Vec<Record<ControlEntry>> = crate::page::control_entry::sample().into_iter().collect();
        let refused = Problems(vec![Problem::new("reason", "required")]);
        let shown = Show {
            operation: &operation,
            record,
            chain: &chain,
            entries: &entries,
            versions: &[],
            may_revise: true,
            may_add: true,
            typed: &nothing,
            problems: &refused,
        };
        all.push(Sample::of("legal-act", &show(&titled, shown)));
    }
    for act in shipped_acts.iter().take(5) {
        all.push(Sample::of("legal-act-shipped", &shipped(&titled, act)));
    }
    let links: Vec<ActLink> = shipped_acts.iter().map(|act| act.link()).collect();
    let new = frame("legal-act-new");
    let edit = Edit {
        operation: &operation,
        typed: &nothing,
        problems: &none,
        action: "/operations/REFLEX-2021/legal-acts/new",
        back: "/operations/REFLEX-2021/legal-acts",
        base: None,
        newer: None,
        acts: &links,
    };
    all.push(Sample::of("legal-act-form", &form(&new, edit)));
    let problems = Problems(vec![
        Problem::new("jurisdiction", "jurisdiction-unknown").with("text", own::HOSTILE),
        Problem::new("amends", "amendment-circle").with("circle", "A → B → A"),
        Problem::new("amends", "amendment-before-parent")
            .with("title", own::HOSTILE)
            .with("day", "2018-01-01")
            .with("parent", "2019-01-01"),
        Problem::new("repeals", "act-unknown").with("text", own::HOSTILE),
        Problem::new("in_force_from", "force-before-adoption").with("from", "2018-01-01").with("adopted", "2019-01-01"),
        Problem::new("archived_sha256", "hash-form").with("text", "abc"),
        Problem::new("archived_sha256", "hash-missing").with("name", "act.pdf"),
        Problem::new("title_lang", "tag-form").with("text", "?"),
        Problem::new("address", "address-form").with("text", "adilet"),
    ]);
    all.push(Sample::of(
        "legal-act-form-problems",
        &form(&new, Edit { problems: &problems, base: Some(1), newer: Some(2), ..edit }),
    ));
    all
}
