//! Determinations: one verdict with those it stands among, and the form.
//!
//! Refuses to show a verdict without whose it is and why.

use super::grid::{Column, Grid, link_around, text};
use super::incident::Version;
use super::law::{self, Edit, jurisdiction, prose, written};
use super::parts::{self, Part, PartsPage, button, chips, joined};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, query, with_query};
use crate::part::{Tone, facts};
use crate::words::Speech;
use model::catalogue::ShippedAct;
use model::determination::{Determination, DeterminationDraft, Verdict};
use model::legal_act::ActLink;
use model::operation::Operation;
use model::problem::{Problem, Problems};
use model::record::Record;

/// A verdict as a chip with its word.
pub fn verdict(t: Speech, verdict: Verdict) -> Safe {
    let tone = match verdict {
        Verdict::Covered => Tone::Accent,
        Verdict::NotCovered => Tone::Plain,
        Verdict::Undetermined => Tone::Warn,
    };
    t.chip(tone, t.code("verdict", verdict.code()))
}

/// What one determination's page is made of.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The record.
    pub record: &'a Record<Determination>,
    /// Others on the same substance and jurisdiction, the latest first.
    pub others: &'a [Record<Determination>],
    /// Acts the reader knows.
    pub acts: &'a [ActLink],
    /// Its revisions.
    pub versions: &'a [Version],
    /// Whether the reader may correct it now.
    pub may_revise: bool,
    /// Whether the reader may challenge it now.
    pub may_challenge: bool,
    /// What was typed when it was to be taken back.
    pub typed: &'a Typed,
    /// What is wrong with that.
    pub problems: &'a Problems,
}

/// One determination.
pub fn show<'a>(frame: &'a Frame, shown: Show<'_>) -> PartsPage<'a> {
    let (t, one, header) = (frame.t, &shown.record.content, &shown.record.header);
    let form = Form::new(t, shown.typed, shown.problems);
    let own = format!("/determinations/{}", one.id);
    let top = format!("/operations/{}", query(&shown.operation.code));
    let mut page = PartsPage::new(frame);
    page.back = Some((status_address(&top, one), t.say("control-status-see")));
    page.lead = Safe::ours(format!("<p class=\"row\">{} {}</p>", verdict(t, one.verdict), chips(t, header)));
    let mut actions = Vec::new();
    if shown.may_challenge {
        let to = with_query(&format!("{top}/determinations/new"), "challenges", &one.id.to_string());
        actions.push(button(&to, &t.say("determination-challenge"), !shown.may_revise));
    }
    if shown.may_revise {
        actions.push(button(&format!("{own}/amend"), &t.say("determination-correct"), true));
    }
    page.actions = joined(&actions);
    let newer = shown.others.iter().any(|other| other.header.created > header.created);
    let note = if newer {
        Safe::ours(format!("<p class=\"flash warn\">{}</p>", escape(&t.say("determination-newer"))))
    } else {
        Safe::default()
    };
    page.notes = joined(&[form.summary(), parts::retracted(t, header), note]);
    page.parts.push(Part::new(t, "determination-facts", facts(&told(t, &shown))).wide("w7"));
    let others: Vec<&Record<Determination>> = shown.others.iter().collect();
    page.parts.push(Part::new(t, "determination-others", table(t, &others)).wide("w5"));
    let mut history = vec![parts::history(frame, shown.versions)];
    if shown.may_revise {
        history.push(parts::retract(&form, &format!("{own}/retract"), header.revision));
    }
    page.parts.push(Part::new(t, "incident-history", joined(&history)));
    page
}

/// The status that a verdict is about.
fn status_address(top: &str, one: &Determination) -> String {
    let to = with_query(&format!("{top}/status"), "substance", &one.substance);
    with_query(&with_query(&to, "jurisdiction", one.jurisdiction.as_str()), "date", &one.from.day.to_string())
}

fn told(t: Speech, shown: &Show<'_>) -> Vec<(String, Safe)> {
    let (one, header) = (&shown.record.content, &shown.record.header);
    let own_word = |key: &str| t.say(&format!("determination-{key}"));
    let challenged = one.challenges.as_ref().map(|id| {
        let known = shown.others.iter().any(|other| other.header.id == *id);
        if known { super::grid::link(&format!("/determinations/{id}"), id.as_str()) } else { t.ltr(id.as_str()) }
    });
    vec![
        (own_word("substance"), text(t.substance(&one.substance))),
        (own_word("jurisdiction"), text(jurisdiction(t, &one.jurisdiction))),
        (own_word("act"), one.act.as_ref().map(|act| law::named_link(t, act, shown.acts)).unwrap_or_default()),
        (own_word("rule"), prose(&one.rule)),
        (own_word("from"), written(t, Some(&one.from))),
        (own_word("verdict"), verdict(t, one.verdict)),
        (own_word("reasoning"), prose(&one.reasoning)),
        (
            own_word("whose"),
            text(format!("{} · {}", t.participant(header.owner.as_str()), t.code("role", header.author_role.code()))),
        ),
        (own_word("challenges"), challenged.unwrap_or_default()),
    ]
}

/// Verdicts as a table, the one that counts first.
pub fn table(t: Speech, all: &[&Record<Determination>]) -> Safe {
    if all.is_empty() {
        return law::hint(&t.say("determination-others-none"));
    }
    let heads = ["determination-verdict", "determination-whose", "determination-from", "determination-rule"];
    let mut grid = Grid::new(t.say("determination-others"), heads.map(|key| Column::text(t, key)).to_vec());
    for record in all {
        let one = &record.content;
        let mark = if one.challenges.is_some() {
            t.chip(Tone::Warn, t.say("determination-is-challenge"))
        } else {
            Safe::default()
        };
        grid.rows.push(vec![
            joined(&[link_around(&format!("/determinations/{}", one.id), &verdict(t, one.verdict)), mark]),
            text(format!(
                "{} · {}",
                t.participant(record.header.owner.as_str()),
                t.code("role", record.header.author_role.code())
            )),
            t.date(one.from.day),
            prose(&one.rule),
        ]);
    }
    grid.html()
}

/// The form.
pub fn form<'a>(frame: &'a Frame, edit: Edit<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let form = Form::new(t, edit.typed, edit.problems);
    let verdicts = Choice::of_codes(t, "verdict", Verdict::ALL.iter().map(|one| one.code()));
    let challenges = if form.value("challenges").is_empty() && !form.has_problems("challenges") {
        Safe::default()
    } else {
        form.field("challenges").optional().with("dir", "ltr").text()
    };
    let fields = joined(&[
        challenges,
        form.field("substance").label("determination-substance").with("list", "substances").text(),
        form.select("jurisdiction", law::jurisdictions(t, edit.operation)),
        form.field("act").optional().select(law::act_choices(edit.acts)),
        form.text("rule"),
        form.field("from").label("determination-from").date(),
        form.radios("verdict", verdicts),
        form.area("reasoning", 6),
        law::substance_list(t),
    ]);
    law::form_page(frame, edit, "determination-form-about", &fields)
}

/// What was typed, by the paths of its fields.
pub fn typed(draft: &DeterminationDraft) -> Typed {
    super::incident_form::typed_of(draft)
}

/// A determination of the samples.
pub(crate) fn sample(verdict: Verdict, number: i64) -> Option<Record<Determination>> {
    let draft = DeterminationDraft {
        substance: "adb-butinaca".to_owned(),
        jurisdiction: "RU".to_owned(),
        act: "ru-1178-2012".to_owned(),
        rule: super::sample::HOSTILE.to_owned(),
        from: "2021-10-01".to_owned(),
        verdict: verdict.code().to_owned(),
        reasoning: super::sample::HOSTILE.to_owned(),
        ..DeterminationDraft::default()
    };
    let acts: Vec<ActLink> = ShippedAct::all().iter().map(ShippedAct::link).collect();
    let content = draft
        .check(model::id::Id::new(model::id::uuid_v7(super::sample::NOW.plus_seconds(number), [0; 10])), &acts, None)
        .ok()?;
    Some(Record { header: super::sample::header(model::record::Kind::Determination, content.id.into()), content })
}

/// Pages of determinations as they may look.
pub fn samples(t: Speech) -> Vec<super::Sample> {
    use super::{Sample, sample as own};
    let operation = own::operation();
    let frame = Frame { title: t.say("determination-new"), ..Frame::samples(t).remove(1) };
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let links: Vec<ActLink> = ShippedAct::all().iter().map(ShippedAct::link).collect();
    let all: Vec<Record<Determination>> =
        Verdict::ALL.iter().zip(0..).filter_map(|(verdict, number)| sample(*verdict, number)).collect();
    let mut pages = Vec::new();
    if let Some((record, others)) = all.split_first() {
        let shown = Show {
            operation: &operation,
            record,
            others,
            acts: &links,
            versions: &[],
            may_revise: true,
            may_challenge: true,
            typed: &nothing,
            problems: &none,
        };
        pages.push(Sample::of("determination", &show(&frame, shown)));
        let later: Vec<Record<Determination>> = others
            .iter()
            .cloned()
            .map(|mut other| {
                other.header.created = other.header.created.plus_seconds(60);
                other.content.challenges = Some(record.header.id.clone());
                other
            })
            .collect();
        pages.push(Sample::of(
            "determination-challenged",
            &show(&frame, Show { others: &later, may_revise: false, ..shown }),
        ));
        pages.push(Sample::of(
            "determination-alone",
            &show(&frame, Show { others: &[], may_challenge: false, ..shown }),
        ));
    }
    let edit = Edit {
        operation: &operation,
        typed: &nothing,
        problems: &none,
        action: "/operations/REFLEX-2021/determinations/new",
        back: "/operations/REFLEX-2021/legal-acts",
        base: None,
        newer: None,
        acts: &links,
    };
    pages.push(Sample::of("determination-form", &form(&frame, edit)));
    let problems = Problems(vec![
        Problem::new("challenges", "determination-unknown").with("text", own::HOSTILE),
        Problem::new("challenges", "challenge-of-another").with("text", "dtm_x"),
        Problem::new("reasoning", "required"),
    ]);
    pages.push(Sample::of("determination-form-problems", &form(&frame, Edit { problems: &problems, ..edit })));
    pages
}
