//! Acts: the list of an operation with those that ship, one act with its chain and entries, and the form.
//!
//! Refuses to mix what ships with what members brought in: each line says which it is.

use super::grid::{Column, Grid, link_around, text};
use super::incident::Version;
use super::law::{self, Edit, act_link, hint, jurisdiction, prose, written};
use super::parts::{self, Part, PartsPage, button, chips, joined};
use crate::form::{Choice, Form, Typed};
use crate::frame::Frame;
use crate::html::{Safe, escape, isolate, query, with_query};
use crate::part::{Tone, facts};
use crate::words::Speech;
use model::catalogue::{ShippedAct, ShippedEntry};
use model::control_entry::ControlEntry;
use model::jurisdiction::Jurisdiction;
use model::legal_act::{ActKind, ActLink, ActRef, LegalAct, LegalActDraft};
use model::operation::Operation;
use model::problem::{Problem, Problems};
use model::record::Record;
use model::time::Day;

/// What the list is made of.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// Acts that members brought in, as far as the reader sees.
    pub records: &'a [Record<LegalAct>],
    /// Acts that ship and fit.
    pub shipped: &'a [&'static ShippedAct],
    /// The jurisdiction asked for; blank for all.
    pub chosen: &'a str,
    /// Jurisdictions to choose from.
    pub offered: &'a [Jurisdiction],
    /// Whether the reader may bring one in now.
    pub may_add: bool,
}

/// The list.
pub fn list<'a>(frame: &'a Frame, list: List<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let top = format!("/operations/{}", query(&list.operation.code));
    let mut page = PartsPage::new(frame);
    let count = t
        .say_with("legal-act-count", &[("records", list.records.len().into()), ("shipped", list.shipped.len().into())]);
    page.lead = hint(&count);
    if list.may_add {
        page.actions = joined(&[
            button(&format!("{top}/determinations/new"), &t.say("determination-add"), false),
            button(&format!("{top}/control-entries/new"), &t.say("control-entry-add"), false),
            button(&format!("{top}/legal-acts/new"), &t.say("legal-act-add"), true),
        ]);
    }
    let filter = filter(t, &format!("{top}/legal-acts"), &list);
    page.parts.push(Part { body: joined(&[filter, listed(t, &list)]), ..Part::default() });
    page
}

fn filter(t: Speech, address: &str, list: &List<'_>) -> Safe {
    let typed = Typed::nothing().with("jurisdiction", list.chosen);
    let none = Problems::none();
    let form = Form::new(t, &typed, &none);
    let any = Choice::new("", t.say("list-any"));
    let offered = list.offered.iter().map(|one| Choice::new(one.as_str(), jurisdiction(t, one)));
    Safe::ours(format!(
        "<form method=\"get\" action=\"{}\" class=\"searchbar\">{}<button class=\"button quiet\" type=\"submit\">{}</button></form>",
        escape(address),
        form.select("jurisdiction", [any].into_iter().chain(offered).collect::<Vec<_>>()),
        escape(&t.say("law-show"))
    ))
}

fn listed(t: Speech, list: &List<'_>) -> Safe {
    if list.records.is_empty() && list.shipped.is_empty() {
        return t.empty("legal-act-none", "legal-act-none-how");
    }
    let heads = [
        "legal-act-act",
        "legal-act-jurisdiction",
        "legal-act-number",
        "legal-act-adopted",
        "legal-act-in-force",
        "legal-act-where-from",
    ];
    let mut grid = Grid::new(t.say("frame-tab-legal-acts"), heads.map(|key| Column::text(t, key)).to_vec());
    for record in list.records {
        let act = &record.content;
        let from = t.chip(Tone::Accent, t.participant(record.header.owner.as_str()));
        grid.rows.push(vec![
            titled(t, &act.id.into(), &act.title, act.titles.exact(t.lang())),
            text(jurisdiction(t, &act.jurisdiction)),
            isolate(&act.number),
            written(t, act.adopted.as_ref()),
            written(t, act.in_force_from.as_ref()),
            joined(&[from, chips(t, &record.header)]),
        ]);
    }
    for act in list.shipped {
        grid.rows.push(vec![
            titled(t, &act.key, &act.title, act.titles.exact(t.lang())),
            text(jurisdiction(t, &act.jurisdiction)),
            isolate(&act.number),
            day_or_not(t, act.adopted),
            day_or_not(t, act.in_force_from),
            t.chip(Tone::Plain, t.say("legal-act-shipped")),
        ]);
    }
    grid.html()
}

fn day_or_not(t: Speech, day: Option<Day>) -> Safe {
    day.map_or_else(|| text(t.say("law-not-known")), |day| t.date(day))
}

/// The title as issued, with the one in the reader's language.
fn titled(t: Speech, act: &ActRef, title: &str, own: Option<&str>) -> Safe {
    let _ = t;
    let more = own.filter(|own| *own != title).map(|own| Safe::ours(format!("<br><small>{}</small>", isolate(own))));
    let own = isolate(title);
    link_around(&law::address(act), &more.map_or(own.clone(), |more| joined(&[own, more])))
}

/// How another act stands to one: a code of `act-link-`, and the act.
pub type Chained<'a> = (&'a str, &'a ActRef, &'a str);

/// What one act's page is made of.
#[derive(Debug, Clone, Copy)]
pub struct Show<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// The record.
    pub record: &'a Record<LegalAct>,
    /// What it amends and is amended by.
    pub chain: &'a [Chained<'a>],
    /// Its entries.
    pub entries: &'a [Record<ControlEntry>],
    /// Its revisions.
    pub versions: &'a [Version],
    /// Whether the reader may revise it now.
    pub may_revise: bool,
    /// Whether the reader may bring entries in now.
    pub may_add: bool,
    /// What was typed when it was to be taken back.
    pub typed: &'a Typed,
    /// What is wrong with that.
    pub problems: &'a Problems,
}

/// One act.
pub fn show<'a>(frame: &'a Frame, shown: Show<'_>) -> PartsPage<'a> {
    let (t, act) = (frame.t, &shown.record.content);
    let form = Form::new(t, shown.typed, shown.problems);
    let own = format!("/legal-acts/{}", act.id);
    let top = format!("/operations/{}", query(&shown.operation.code));
    let mut page = PartsPage::new(frame);
    page.back = Some((format!("{top}/legal-acts"), t.say("frame-tab-legal-acts")));
    page.lead = Safe::ours(format!("<p class=\"row\">{}</p>", chips(t, &shown.record.header)));
    let mut actions = Vec::new();
    if shown.may_add {
        let to = with_query(&format!("{top}/control-entries/new"), "act", &act.id.to_string());
        actions.push(button(&to, &t.say("control-entry-add"), false));
    }
    if shown.may_revise {
        actions.push(button(&format!("{own}/import"), &t.say("control-entry-import"), false));
        actions.push(button(&format!("{own}/amend"), &t.say("incident-amend-action"), true));
    }
    page.actions = joined(&actions);
    page.notes = joined(&[form.summary(), parts::retracted(t, &shown.record.header)]);
    page.parts.push(Part::new(t, "legal-act-facts", facts(&told(t, act))).wide("w7"));
    page.parts.push(Part::new(t, "legal-act-chain", chain(t, shown.chain)).wide("w5"));
    page.parts.push(Part::new(t, "legal-act-entries", entries(t, shown.entries)));
    if let Some(archived) = &act.archived {
        page.parts.push(Part::new(
            t,
            "legal-act-text",
            law::folded(&t.say("legal-act-text"), false, &prose(&archived.text)),
        ));
    }
    let mut history = vec![parts::history(frame, shown.versions)];
    if shown.may_revise {
        history.push(parts::retract(&form, &format!("{own}/retract"), shown.record.header.revision));
    }
    page.parts.push(Part::new(t, "incident-history", joined(&history)));
    page
}

fn told(t: Speech, act: &LegalAct) -> Vec<(String, Safe)> {
    let own_word = |key: &str| t.say(&format!("legal-act-{key}"));
    let translations: Vec<String> = act.titles.iter().map(|(_, title)| isolate(title).to_string()).collect();
    let archived = act.archived.as_ref();
    let or_not = |day: Safe| if day.is_empty() { text(t.say("law-not-known")) } else { day };
    vec![
        (
            own_word("jurisdiction"),
            joined(&[text(jurisdiction(t, &act.jurisdiction)), t.ltr(act.jurisdiction.as_str())]),
        ),
        (own_word("title"), joined(&[isolate(&act.title), t.ltr(&act.title_lang)])),
        (own_word("translations"), Safe::ours(translations.join("<br>"))),
        (own_word("kind"), text(t.code("act-kind", act.act_kind.code()))),
        (own_word("issuer"), isolate(&act.issuer)),
        (own_word("number"), isolate(&act.number)),
        (own_word("adopted"), or_not(written(t, act.adopted.as_ref()))),
        (own_word("published"), written(t, act.published.as_ref())),
        (own_word("in-force"), or_not(written(t, act.in_force_from.as_ref()))),
        (own_word("in-force-to"), written(t, act.in_force_to.as_ref())),
        (own_word("complete"), act.complete_as_of.map_or_else(|| text(own_word("complete-not")), |day| t.date(day))),
        (own_word("address"), t.ltr(&act.address)),
        (own_word("retrieved"), act.retrieved.map(|day| t.date(day)).unwrap_or_default()),
        (
            own_word("archive"),
            archived.map(|archived| joined(&[isolate(&archived.file), t.ltr(&archived.sha256)])).unwrap_or_default(),
        ),
        (own_word("note"), prose(&act.note)),
        (own_word("unknown"), prose(&act.unknown)),
    ]
}

fn chain(t: Speech, all: &[Chained<'_>]) -> Safe {
    if all.is_empty() {
        return hint(&t.say("legal-act-chain-none"));
    }
    let line = |(how, act, title): &Chained<'_>| {
        format!("<li>{} {}</li>", escape(&t.code("act-link", how)), act_link(act, title))
    };
    Safe::ours(format!("<ul>{}</ul>", all.iter().map(line).collect::<String>()))
}

fn entries(t: Speech, all: &[Record<ControlEntry>]) -> Safe {
    if all.is_empty() {
        return t.empty("control-entry-none", "control-entry-none-how");
    }
    let mut grid = entry_grid(t);
    for record in all {
        let entry = &record.content;
        let days = super::control_entry::days(
            t,
            entry.from.as_ref().map(|day| day.day),
            entry.to.as_ref().map(|day| day.day),
            entry.seen,
        );
        let substance = match &entry.substance {
            Some(key) => text(t.substance(key)),
            None if entry.not_in_catalogue => t.chip(Tone::Warn, t.say("control-entry-not-in-catalogue")),
            None => text("–"),
        };
        grid.rows.push(vec![
            link_around(&format!("/control-entries/{}", entry.id), &isolate(&entry.name)),
            joined(&[isolate(&entry.list), isolate(&entry.number)]),
            substance,
            text(t.code("technique-of-law", entry.technique.code())),
            days,
        ]);
    }
    grid.html()
}

fn entry_grid(t: Speech) -> Grid {
    let heads = [
        "control-entry-name",
        "control-entry-place",
        "control-entry-substance",
        "control-entry-technique",
        "control-entry-days",
    ];
    Grid::new(t.say("legal-act-entries"), heads.map(|key| Column::text(t, key)).to_vec())
}

/// An act that ships with the product.
pub fn shipped<'a>(frame: &'a Frame, act: &'static ShippedAct) -> PartsPage<'a> {
    let t = frame.t;
    let own_word = |key: &str| t.say(&format!("legal-act-{key}"));
    let mut page = PartsPage::new(frame);
    page.back = Some(("/catalogue".to_owned(), t.say("frame-room-catalogue")));
    page.lead = Safe::ours(format!("<p class=\"row\">{}</p>", t.chip(Tone::Plain, own_word("shipped"))));
    let told = facts(&[
        (own_word("jurisdiction"), text(jurisdiction(t, &act.jurisdiction))),
        (own_word("title"), joined(&[isolate(&act.title), t.ltr(&act.title_lang)])),
        (own_word("kind"), text(t.code("act-kind", act.act_kind.code()))),
        (own_word("issuer"), isolate(&act.issuer)),
        (own_word("number"), isolate(&act.number)),
        (own_word("adopted"), day_or_not(t, act.adopted)),
        (own_word("in-force"), day_or_not(t, act.in_force_from)),
        (own_word("complete"), act.complete_as_of.map_or_else(|| text(own_word("complete-not")), |day| t.date(day))),
        (own_word("address"), t.ltr(&act.address)),
        (own_word("unknown"), prose(&act.unknown)),
        (own_word("source"), isolate(&act.source)),
    ]);
    page.parts.push(Part::new(t, "legal-act-facts", told).wide("w7"));
    let others = ShippedAct::all();
    let mut links: Vec<Chained<'_>> = Vec::new();
    for (how, refs) in [("amends", &act.amends), ("repeals", &act.repeals)] {
        links.extend(
            refs.iter()
                .filter_map(|key| ShippedAct::by_key(key.as_str()))
                .map(|other| (how, &other.key, other.titles.say(t.lang()))),
        );
    }
    links.extend(
        others
            .iter()
            .filter(|other| other.amends.contains(&act.key))
            .map(|other| ("amended-by", &other.key, other.titles.say(t.lang()))),
    );
    links.extend(
        others
            .iter()
            .filter(|other| other.repeals.contains(&act.key))
            .map(|other| ("repealed-by", &other.key, other.titles.say(t.lang()))),
    );
    page.parts.push(Part::new(t, "legal-act-chain", chain(t, &links)).wide("w5"));
    let mut grid = entry_grid(t);
    for entry in ShippedEntry::of(act.key.as_str()) {
        let note = if entry.note.is_empty() {
            Safe::default()
        } else {
            Safe::ours(format!("<br><small>{}</small>", isolate(&entry.note)))
        };
        grid.rows.push(vec![
            joined(&[isolate(&entry.name), note]),
            joined(&[isolate(&entry.list), isolate(&entry.number)]),
            if entry.substance.is_empty() { isolate(&entry.definition) } else { text(t.substance(&entry.substance)) },
            text(t.code("technique-of-law", entry.technique.code())),
            joined(&[
                super::control_entry::days(t, entry.from, entry.to, entry.seen),
                Safe::ours(format!("<small>{}</small>", isolate(&entry.source))),
            ]),
        ]);
    }
    let body = if grid.rows.is_empty() { t.empty("control-entry-none", "control-entry-none-how") } else { grid.html() };
    page.parts.push(Part::new(t, "legal-act-entries", body));
    page
}

/// The form.
pub fn form<'a>(frame: &'a Frame, edit: Edit<'_>) -> PartsPage<'a> {
    let t = frame.t;
    let form = Form::new(t, edit.typed, edit.problems);
    let kinds = Choice::of_codes(t, "act-kind", ActKind::ALL.iter().map(|kind| kind.code()));
    let acts = law::act_choices(edit.acts);
    let chosen = |name: &str| !form.value(name).is_empty() || form.has_problems(name);
    let has_text = ["archived_text", "archived_file", "archived_sha256"].iter().any(|name| chosen(name));
    let text = joined(&[
        form.field("archived_text").optional().area(8),
        law::beside(&[
            form.field("archived_file").optional().text(),
            form.field("archived_sha256").optional().with("dir", "ltr").text(),
        ]),
    ]);
    let fields = joined(&[
        form.select("jurisdiction", law::jurisdictions(t, edit.operation)),
        form.field("title").area(2),
        law::beside(&[
            form.field("title_lang").optional().with("dir", "ltr").text(),
            form.field("act_kind").optional().select(kinds),
        ]),
        law::per_language(&form, "titles"),
        law::beside(&[form.field("issuer").optional().text(), form.field("number").optional().text()]),
        law::beside(&[form.field("adopted").optional().date(), form.field("published").optional().date()]),
        law::beside(&[form.field("in_force_from").optional().date(), form.field("in_force_to").optional().date()]),
        law::folded(&t.field("amends"), chosen("amends"), &form.checkboxes("amends", &acts)),
        law::folded(&t.field("repeals"), chosen("repeals"), &form.checkboxes("repeals", &acts)),
        law::beside(&[
            form.field("address").optional().with("dir", "ltr").text(),
            form.field("retrieved").optional().date(),
        ]),
        law::folded(&t.say("legal-act-text"), has_text, &text),
        form.check("holds_list"),
        form.field("complete_as_of").optional().date(),
        form.field("note").label("legal-act-note").optional().area(3),
        form.field("unknown").label("legal-act-unknown").optional().area(3),
    ]);
    law::form_page(frame, edit, "legal-act-form-about", &fields)
}

/// What was typed, by the paths of its fields.
pub fn typed(draft: &LegalActDraft) -> Typed {
    super::incident_form::typed_of(draft)
}

/// An act of the samples.
pub(crate) fn sample() -> Option<Record<LegalAct>> {
    let draft = LegalActDraft {
        jurisdiction: "IR".to_owned(),
        title: super::sample::HOSTILE.to_owned(),
        title_lang: "fa".to_owned(),
        adopted: "1354/02/08".to_owned(),
        address: "https://example.org/act".to_owned(),
        archived_text: super::sample::HOSTILE.to_owned(),
        note: super::sample::HOSTILE.to_owned(),
        complete_as_of: "2021-09-01".to_owned(),
        ..LegalActDraft::default()
    };
    let law = model::legal_act::Law { acts: &[], today: super::sample::NOW.day() };
    let content = draft.check(model::id::Id::new(model::id::NIL), law).ok()?;
    Some(Record { header: super::sample::header(model::record::Kind::LegalAct, content.id.into()), content })
}

/// Pages of acts as they may look.
pub fn samples(t: Speech) -> Vec<super::Sample> {
    use super::{Sample, sample as own};
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
        let entries: Vec<Record<ControlEntry>> = super::control_entry::sample().into_iter().collect();
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
