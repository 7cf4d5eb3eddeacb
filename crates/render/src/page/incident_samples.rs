//! Incidents as they may look, for the test of every page and for pictures: full, bare, hostile, with problems.
//!
//! Refuses to be data: every value is invented.

use super::Sample;
use super::incident::{Asked, Decision, DecisionPage, IncidentPage, RevisionPage, Version};
use super::incident_difference::draft_of;
use super::incident_form::{Amends, FormPage, typed};
use super::listing::{InputsPage, ListingPage, Look};
use super::sample::{HOSTILE, NOW, agencies, incident_row, operation, record as record_id};
use crate::form::Typed;
use crate::frame::{Frame, Room};
use crate::words::Speech;
use model::attachment::Attachment;
use model::catalogue::unit::Dimension;
use model::id::{Id, NIL};
use model::incident::{
    AgeBand, Concealment, Confidence, Conveyance, Detection, EventTime, Incident, IncidentDraft, IncidentKind, Leg,
    LegRole, Line, PersonCount, PersonStatus, PhysicalForm, Precision, Related, RelatedKind, SaltForm, Setting,
    SexBand, Site, SubstanceStatus,
};
use model::lang::Lang;
use model::listing::{Facet, Filter, Order, Rows};
use model::marking::{Audience, Handling, InformationGrade, Marking, SourceGrade};
use model::member::Role;
use model::participant::ParticipantCode;
use model::permission::Action;
use model::problem::{Problem, Problems};
use model::quantity::{Basis, Measure, Quantity};
use model::record::{Door, Header, Kind, Provenance, Record, State};
use model::time::{Calendar, Day};

fn day() -> Day {
    Day::of(2021, 10, 15).unwrap_or_else(|| NOW.day())
}

fn line() -> Line {
    let quantity = |amount, dimension, unit: &str, text: &str| Quantity {
        amount,
        dimension,
        unit: unit.to_owned(),
        text: text.to_owned(),
    };
    Line {
        written: "альфа-ПВП, белые кристаллы".to_owned(),
        substance: Some("alpha-pvp".to_owned()),
        status: SubstanceStatus::Provisional,
        form: PhysicalForm::Crystals,
        packaging: HOSTILE.to_owned(),
        logo: "★".to_owned(),
        colour: "white".to_owned(),
        items: Some(388),
        quantity: Some(quantity(5_065_000_000, Dimension::Mass, "kg", "5,065")),
        quantity_written: String::new(),
        basis: Basis::Net,
        measure: Measure::Measured,
        second: Some(quantity(388_000, Dimension::Count, "tablet", "388")),
        purity: Some(8120),
        purity_method: "GC-MS".to_owned(),
        salt: SaltForm::Salt,
        samples: Some(2),
        in_scope: true,
        scope_reason: HOSTILE.to_owned(),
    }
}

/// An incident in which every field says something.
pub fn full() -> Record<Incident> {
    let unread = Line {
        substance: None,
        quantity: None,
        quantity_written: "много".to_owned(),
        written: HOSTILE.to_owned(),
        in_scope: false,
        ..line()
    };
    let content = Incident {
        id: Id::new(NIL),
        kind: IncidentKind::Seizure,
        reference: "KZ-2021/4471".to_owned(),
        when: EventTime {
            day: day(),
            minute: Some(832),
            offset: 360,
            precision: Precision::Month,
            end: Some(day().plus(2)),
            calendar: Calendar::SolarHijri,
            text: "1400/07/23".to_owned(),
        },
        site: Site {
            country: "KZ".to_owned(),
            region: Some("KZ-31".to_owned()),
            text: HOSTILE.to_owned(),
            place: None,
            coordinates: Some((43_048_500, 74_714_200)),
            setting: Setting::Border,
        },
        detection: Some(Detection::Scanner),
        conveyance: Some(Conveyance::Lorry),
        concealment: Some(Concealment::Vehicle),
        concealment_text: HOSTILE.to_owned(),
        legs: vec![Leg {
            role: LegRole::Origin,
            country: "AF".to_owned(),
            place: HOSTILE.to_owned(),
            confidence: Confidence::Probable,
        }],
        declared_goods: "сухофрукты".to_owned(),
        hs_code: "081340".to_owned(),
        persons: vec![PersonCount {
            status: PersonStatus::Detained,
            nationality: Some("KZ".to_owned()),
            sex: SexBand::Male,
            age: AgeBand::From25,
            count: 2,
        }],
        related: vec![Related { kind: RelatedKind::Cash, count: None, text: HOSTILE.to_owned() }],
        answers: Some(record_id()),
        duplicate_of: Some(record_id()),
        late: true,
        note: HOSTILE.to_owned(),
        lines: vec![line(), unread],
    };
    let marking = Marking {
        audience: Audience::AmberStrict,
        recipients: vec![ParticipantCode::country("AF")],
        handling: Handling::H3,
        handling_text: HOSTILE.to_owned(),
        source_grade: Some(SourceGrade::B),
        information_grade: Some(InformationGrade::Two),
    };
    Record { header: header(marking, State::Retracted, HOSTILE), content }
}

fn header(marking: Marking, state: State, reason: &str) -> Header {
    Header {
        id: record_id(),
        kind: Kind::Incident,
        operation: Id::new(NIL),
        owner: ParticipantCode::country("KZ"),
        agency: Id::new(NIL),
        author_role: Role::Officer,
        marking,
        state,
        reason: reason.to_owned(),
        revision: 2,
        origin: "nod_x".to_owned(),
        sequence: 7,
        created: NOW.plus_seconds(-90_000),
        changed: NOW.plus_seconds(-600),
        lang: Lang::Ru,
        provenance: Provenance { door: Door::Import, source: HOSTILE.to_owned(), key: String::new() },
        review: Some(day().plus(1095)),
    }
}

/// An incident that says as little as it may.
pub fn bare() -> Record<Incident> {
    let mut record = full();
    let content = &mut record.content;
    content.reference.clear();
    content.when = EventTime {
        minute: None,
        end: None,
        precision: Precision::Day,
        calendar: Calendar::Gregorian,
        text: "2021-10-15".to_owned(),
        ..content.when.clone()
    };
    content.site = Site {
        region: None,
        text: String::new(),
        coordinates: None,
        setting: Setting::Unknown,
        ..content.site.clone()
    };
    (content.detection, content.conveyance, content.concealment) = (None, None, None);
    for text in [&mut content.concealment_text, &mut content.declared_goods, &mut content.hs_code, &mut content.note] {
        text.clear();
    }
    content.legs.clear();
    content.persons.clear();
    content.related.clear();
    (content.answers, content.duplicate_of, content.late) = (None, None, false);
    content.lines.clear();
    record.header = Header {
        provenance: Provenance::door(Door::Page),
        review: None,
        revision: 1,
        ..header(Marking::default(), State::Submitted, "")
    };
    record
}

fn frame(t: Speech, title: String, module: Option<&'static str>) -> Frame {
    let mut frame = Frame::samples(t).remove(0);
    frame.title = title;
    frame.room = Some(Room::Incidents);
    frame.modules = module.into_iter().collect();
    frame
}

/// Lists as they may look.
fn lists(t: Speech) -> Vec<Sample> {
    let frame = frame(t, t.say("listing-title"), None);
    let (operation, agencies) = (operation(), agencies());
    let row = incident_row();
    let next = Some(row.cursor(Order::Event));
    let rows = Rows {
        rows: vec![
            row.clone(),
            model::listing::IncidentRow { substance: Some("alpha-pvp".to_owned()), lines: 1, ..row },
        ],
        total: 37,
        held: 3,
        next,
    };
    let facets = vec![
        Facet { field: "countries".to_owned(), values: vec![("KZ".to_owned(), 21), ("AF".to_owned(), 16)] },
        Facet { field: "substances".to_owned(), values: vec![("alpha-pvp".to_owned(), 9), (String::new(), 2)] },
    ];
    let query =
        Typed::nothing().with("text", HOSTILE).with("countries", "KZ").with("held", "true").with("from", "<img src=x>");
    let query = query.with("agencies", "<b>").with("settings", "moon");
    let (filter, problems) = super::incident_filter::checked(&query);
    let every = Look { columns: super::listing::Column::ALL.to_vec(), order: Order::Changed, after: "x".to_owned() };
    let plain = Look::read(&Typed::nothing());
    let nothing = Rows { rows: Vec::new(), total: 0, held: 0, next: None };
    let (everything, none, fine) = (Filter::default(), Typed::nothing(), Problems::none());
    let page = |filter, typed, problems, look, rows, facets| ListingPage {
        frame: &frame,
        operation: &operation,
        filter,
        typed,
        problems,
        look,
        rows,
        facets,
        agencies: &agencies,
        as_of: NOW,
        event: "00c0ffee00c0ffee",
        may_submit: true,
        may_import: true,
    };
    vec![
        Sample::of("incidents", &page(&everything, &none, &fine, &plain, &rows, &facets)),
        Sample::of("incidents-problems", &page(&filter, &query, &problems, &every, &rows, &facets)),
        Sample::of("incidents-none", &page(&filter, &none, &fine, &plain, &nothing, &[])),
        Sample::of("incidents-empty", &page(&everything, &none, &fine, &plain, &nothing, &[])),
    ]
}

/// Inputs of figures as they may look.
fn inputs(t: Speech) -> Vec<Sample> {
    let frame = frame(t, t.say("inputs-title"), None);
    let (operation, filter, problems) =
        (operation(), Filter { text: HOSTILE.to_owned(), ..Filter::default() }, Problems::none());
    let some = [full(), bare()];
    let page = |records, next| InputsPage {
        frame: &frame,
        operation: &operation,
        filter: &filter,
        problems: &problems,
        records,
        next,
        as_of: NOW,
    };
    vec![
        Sample::of("inputs", &page(&some, Some(record_id().to_string()))),
        Sample::of("inputs-empty", &page(&[], None)),
    ]
}

/// Forms as they may look.
fn forms(t: Speech) -> Vec<Sample> {
    let frame = frame(t, t.say("incident-report-title"), Some("draft.mjs"));
    let (operation, id) = (operation(), record_id());
    let (empty, fine) = (IncidentDraft::default(), Problems::none());
    let mut draft = draft_of(&full());
    draft.lines[0].quantity = "5,065".to_owned();
    draft.settled = vec!["place-unknown:region".to_owned()];
    let problems = Problems(vec![
        Problem::new("lines.0.quantity", "number-ambiguous").with("text", "5,065").with("a", "5.065").with("b", "5065"),
        Problem::new("lines.0.unit", "unit-unfit").with("unit", "kg").with("substance", "lsd"),
        Problem::new("lines.1.written", "substance-unrecognised").with("text", HOSTILE),
        Problem::new("day", "date-ambiguous")
            .with("text", "2021.10.11")
            .with("a", "2021-10-11")
            .with("b", "2021-11-10"),
        Problem::new("region", "place-unknown").with("text", HOSTILE),
        Problem::new("note", "personal-data"),
        Problem::new("marking.source_grade", "grade-required"),
        Problem::new("files", "file-unknown").with("name", HOSTILE),
    ]);
    let of_short = Problems(problems.0.iter().filter(|problem| problem.field != "note").cloned().collect());
    let newer = IncidentDraft { note: "another".to_owned(), setting: "road".to_owned(), ..draft.clone() };
    let page = |draft, typed, problems, given, long, kept, amends| FormPage {
        frame: &frame,
        operation: &operation,
        draft,
        typed,
        problems,
        long,
        kept,
        amends,
        given,
    };
    let (of_empty, of_draft) = (typed(&empty), typed(&draft));
    let amends = |newer| Some(Amends { id: &id, base: 2, newer });
    vec![
        Sample::of("incident-new", &page(&empty, &of_empty, &fine, false, false, None, None)),
        Sample::of("incident-new-problems", &page(&draft, &of_draft, &of_short, true, false, Some(NOW), None)),
        Sample::of("incident-new-long", &page(&draft, &of_draft, &problems, true, true, None, None)),
        Sample::of("incident-amend", &page(&draft, &of_draft, &fine, false, true, None, amends(None))),
        Sample::of("incident-amend-stale", &page(&draft, &of_draft, &fine, true, true, None, amends(Some(&newer)))),
    ]
}

/// Records as they may look.
fn records(t: Speech) -> Vec<Sample> {
    let (full, bare) = (full(), bare());
    let frame = frame(t, super::incident_facts::title(t, &full.content), None);
    let (operation, agencies) = (operation(), agencies());
    let file = |name: &str, media_type: &str| Attachment {
        id: Id::new(NIL),
        record: record_id(),
        name: name.to_owned(),
        media_type: media_type.to_owned(),
        size: 123_456,
        sha256: "0".repeat(64),
        added: NOW,
    };
    let attachments = [file(HOSTILE, "image/jpeg"), file("report.pdf", "application/pdf")];
    let version = |revision, state, reason: &str| Version {
        revision,
        state,
        author_role: Role::Chemist,
        reason: reason.to_owned(),
        changed: NOW,
        door: Door::Page,
    };
    let versions = [version(2, State::Retracted, HOSTILE), version(1, State::Submitted, "")];
    let twin = Problem::new("", "duplicate-candidate").with("record", record_id());
    let asked = |place, problem: &Problem, answered| Asked { place, problem: problem.clone(), answered };
    let questions = [
        asked(0, &twin, false),
        asked(1, &Problem::new("lines.0.quantity", "quantity-unlikely").with("text", HOSTILE), false),
        asked(2, &twin.clone().without_other_record(), false),
        asked(3, &Problem::new("", "duplicate-exact").with("row", 7), false),
        asked(4, &twin, true),
    ];
    let problems = Problems(vec![
        Problem::new("files", "file-unknown").with("name", HOSTILE),
        Problem::new("questions.0", "duplicate-narrower").with("text", record_id()),
    ]);
    let (recipients, fine) = ([ParticipantCode::country("AF")], Problems::none());
    let book = model::control_status::LawBook::of(Vec::new(), Vec::new(), Vec::new());
    let rich = IncidentPage {
        frame: &frame,
        record: &full,
        operation: &operation,
        may: Action::ALL,
        counts: false,
        book: &book,
        questions: &questions,
        attachments: &attachments,
        versions: &versions,
        agency: agencies.last(),
        recipients: &recipients,
        problems: &problems,
    };
    let poor = IncidentPage {
        record: &bare,
        may: &[],
        counts: true,
        questions: &[],
        attachments: &[],
        versions: &versions[1..],
        agency: None,
        recipients: &[],
        problems: &fine,
        ..rich
    };
    let promoted = IncidentPage { counts: true, problems: &fine, ..rich };
    vec![
        Sample::of("incident", &rich),
        Sample::of("incident-bare", &poor),
        Sample::of("incident-promoted", &promoted),
        Sample::of(
            "incident-revision",
            &RevisionPage { frame: &frame, record: &bare, current: &full, agency: agencies.last() },
        ),
        Sample::of(
            "incident-revision-current",
            &RevisionPage { frame: &frame, record: &full, current: &full, agency: None },
        ),
    ]
}

/// Decisions as they may look.
fn decisions(t: Speech) -> Vec<Sample> {
    let record = full();
    let typed = DecisionPage::identified(&record.content).with("reason", HOSTILE).with("lines.1.substance", HOSTILE);
    let unknown = Problems::from(Problem::new("lines.1.substance", "substance-unknown").with("text", HOSTILE));
    let (fine, problems) = (Problems::none(), Problems::from(Problem::new("reason", "required")));
    let frame = frame(t, t.say_one("incident-retract-title", "title", HOSTILE), None);
    let page = |decision, problems, stale| DecisionPage {
        frame: &frame,
        record: &record,
        decision,
        typed: &typed,
        problems,
        stale,
    };
    vec![
        Sample::of("incident-confirm", &page(Decision::Confirm, &fine, true)),
        Sample::of("incident-confirm-problems", &page(Decision::Confirm, &unknown, false)),
        Sample::of("incident-retract", &page(Decision::Retract, &problems, false)),
    ]
}

/// All pages of incidents as they may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    [lists(t), inputs(t), forms(t), records(t), decisions(t)].into_iter().flatten().collect()
}
