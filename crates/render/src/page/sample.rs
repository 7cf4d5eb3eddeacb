//! Invented values for samples of pages: an operation with figures, people and hostile names.
//!
//! Refuses to be data: it is for tests and pictures, and says REFLEX-2021 so that everybody sees it.

use model::agency::{Agency, AgencyKind, ContactPoint};
use model::catalogue::unit::Dimension;
use model::id::{Id, NIL, RecordId};
use model::incident::{Detection, IncidentKind, Setting};
use model::lang::Lang;
use model::listing::{Amount, Filter, IncidentRow};
use model::marking::{Audience, Handling, Marking};
use model::member::{Member, Role};
use model::names::Names;
use model::operation::{Operation, ScopeRule};
use model::participant::{Participant, ParticipantCode, Participation, ParticipationRole};
use model::record::State;
use model::report::{FirstSeen, Flow, Overview, Report, Share};
use model::stage::{Stage, StageKind};
use model::time::{Day, Moment};
use model::total::{By, Input, Sums, TotalRow, Totals};

/// 2021-10-15T14:05:00Z, the time of the sample frames.
pub const NOW: Moment = Moment(1_634_306_700_000_000);

/// A name that tries to be markup, and is long.
pub const HOSTILE: &str = "<script>alert(1)</script> Управление по контролю за оборотом наркотиков \"А&Б\" — отдел межведомственного взаимодействия";

fn day(month: i8, date: i8) -> Day {
    Day::of(2021, month, date).unwrap_or_else(|| NOW.day())
}

/// An identifier that reads well.
pub fn record() -> RecordId {
    RecordId::from(Id::<model::incident::Incident>::new(NIL))
}

/// The header of a record of the samples.
pub fn header(kind: model::record::Kind, id: RecordId) -> model::record::Header {
    model::record::Header {
        id,
        kind,
        operation: Id::new(NIL),
        owner: code("KZ"),
        agency: Id::new(NIL),
        author_role: Role::Chemist,
        marking: Marking::default(),
        state: State::Submitted,
        reason: String::new(),
        revision: 1,
        origin: "nod_01h455vb4pex5vsknk084sn02q".to_owned(),
        sequence: 1,
        created: NOW,
        changed: NOW,
        lang: Lang::Ru,
        provenance: model::record::Provenance::door(model::record::Door::Page),
        review: None,
    }
}

fn code(text: &str) -> ParticipantCode {
    ParticipantCode::country(text)
}

/// The operation of the samples.
pub fn operation() -> Operation {
    let stage = |kind, from, to, opened: Option<Day>, closed: Option<Day>| Stage {
        kind,
        from,
        to,
        opened: opened.map(Day::start),
        closed: closed.map(Day::start),
        reopened: String::new(),
    };
    let part =
        |participant: &str, role| Participation { participant: code(participant), role, since: None, until: None };
    Operation {
        id: Id::new(NIL),
        code: "REFLEX-2021".to_owned(),
        names: Names::same("Reflex 2021").with(Lang::Ru, "Рефлекс-2021"),
        aliases: vec!["REFLEX 4".to_owned(), HOSTILE.to_owned()],
        series: "REFLEX".to_owned(),
        edition: "2021".to_owned(),
        previous: "REFLEX-2019".to_owned(),
        objective: Names::default().with(Lang::En, HOSTILE),
        targets: vec!["alpha-pvp".to_owned()],
        scope: ScopeRule {
            groups: vec![model::catalogue::substance::ChemicalGroup::SyntheticCathinones],
            kinds: vec![model::catalogue::substance::SubstanceKind::Nps],
            substances: vec!["methamphetamine".to_owned()],
        },
        legal_basis: HOSTILE.to_owned(),
        languages: vec![Lang::En, Lang::Ru],
        marking: Marking::default(),
        participations: vec![
            part("CARICC", ParticipationRole::Coordinator),
            part("KZ", ParticipationRole::Participant),
            part("AF", ParticipationRole::Participant),
            Participation { since: Some(day(10, 4)), ..part("IR", ParticipationRole::Participant) },
            part("MN", ParticipationRole::Observer),
        ],
        stages: vec![
            stage(StageKind::Planning, day(6, 22), day(7, 12), Some(day(6, 22)), Some(day(7, 12))),
            stage(StageKind::Background, day(7, 12), day(8, 31), Some(day(7, 12)), Some(day(8, 31))),
            stage(StageKind::Active, day(10, 4), day(11, 30), Some(day(10, 4)), None),
            stage(StageKind::Reporting, day(12, 1), day(12, 31), None, None),
        ],
        late_days: 90,
        demonstration: true,
        archive: false,
        closing_asked_by: None,
    }
}

/// Participants with names.
pub fn participants() -> Vec<Participant> {
    let country = |one: &str| {
        let names = model::catalogue::Country::by_code(one).map(|known| known.names.clone()).unwrap_or_default();
        Participant { code: code(one), names, country: Some(one.to_owned()) }
    };
    let centre = Participant { code: code("CARICC"), names: Names::same("CARICC"), country: None };
    vec![centre, country("KZ"), country("AF"), country("IR"), country("MN")]
}

/// Agencies, one with a hostile name.
pub fn agencies() -> Vec<Agency> {
    let contact = ContactPoint {
        office: HOSTILE.to_owned(),
        email: "duty@example.org".to_owned(),
        phone: "+7 727 000 00 00".to_owned(),
    };
    let agency = |names, contact| Agency {
        id: Id::new(NIL),
        participant: code("KZ"),
        kind: AgencyKind::Customs,
        names,
        contact,
    };
    vec![agency(Names::same("Customs"), ContactPoint::default()), agency(Names::same(HOSTILE), contact)]
}

/// Members, one of them shut out.
pub fn members() -> Vec<Member> {
    let member = |login: &str, role, disabled| Member {
        id: Id::new(NIL),
        login: login.to_owned(),
        role,
        agency: Id::new(NIL),
        participant: code("KZ"),
        lang: Lang::Ru,
        disabled,
        created: NOW.plus_seconds(-90_000),
    };
    vec![
        member("aliya", Role::Coordinator, None),
        member("officer.kz", Role::Officer, Some(NOW)),
        member("admin", Role::Administrator, None),
    ]
}

fn row(key: &str, incidents: i64, mass: i128) -> TotalRow {
    let sums = Sums { lines: incidents, unquantified: 1, mass, volume: 4_100_000, count: 3_905_000, area: 0 };
    let provisional = Sums { mass: mass / 5, volume: 0, count: 5_000, ..sums };
    let keys = if key.is_empty() { Vec::new() } else { vec![key.to_owned()] };
    TotalRow {
        keys,
        incidents,
        held: 3,
        all: sums,
        in_scope: sums,
        provisional,
        equivalent: mass + 4_100_000_000,
        unconverted: 2,
    }
}

fn totals(by: &[By], keys: &[&str]) -> Totals {
    let rows = (1_i64..)
        .zip(keys)
        .map(|(place, key)| TotalRow {
            keys: vec![(*key).to_owned()],
            ..row("x", place * 7, i128::from(place) * 18_204_000_000)
        })
        .collect();
    let filter = Filter { participants: vec![code("KZ")], text: HOSTILE.to_owned(), ..Filter::default() };
    Totals {
        by: by.to_vec(),
        filter,
        rows,
        sum: row("", 437, 1_284_316_000_000),
        conversion: model::catalogue::ConversionTable::latest().map_or_else(String::new, |table| table.version.clone()),
        as_of: NOW,
        event: "00c0ffee00c0ffee".to_owned(),
    }
}

/// A row of the list of incidents, with everything that a row may carry.
pub fn incident_row() -> IncidentRow {
    let amount = |dimension, amount| Amount { dimension, amount };
    IncidentRow {
        id: record(),
        revision: 2,
        state: State::Submitted,
        kind: IncidentKind::Seizure,
        day: day(10, 15),
        minute: Some(832),
        country: "KZ".to_owned(),
        region: Some("KZ-75".to_owned()),
        place: HOSTILE.to_owned(),
        written: HOSTILE.to_owned(),
        substance: None,
        lines: 2,
        amounts: vec![amount(Dimension::Mass, 412_000_000), amount(Dimension::Count, 388_000)],
        provisional: true,
        in_scope: true,
        setting: Setting::Border,
        detection: Some(Detection::Scanner),
        owner: code("KZ"),
        agency: Id::new(NIL),
        audience: Audience::Amber,
        handling: Handling::H2,
        late: true,
        held: true,
        changed: NOW.plus_seconds(-780),
    }
}

/// An overview with figures everywhere.
pub fn overview() -> Overview {
    let share = |participant: &str, incidents, last| Share { participant: code(participant), incidents, last };
    let bare = IncidentRow {
        minute: None,
        region: None,
        amounts: Vec::new(),
        detection: None,
        late: false,
        held: false,
        written: String::new(),
        ..incident_row()
    };
    Overview {
        operation: operation(),
        participants: participants(),
        sum: Totals { by: Vec::new(), rows: Vec::new(), ..totals(&[], &[]) },
        by_day: totals(&[By::Day], &["2021-10-04", "2021-10-05", "2021-10-07"]),
        by_group: totals(&[By::Group], &["synthetic-cathinones", "synthetic-cannabinoids", "nitazenes", "other", ""]),
        by_substance: totals(&[By::Substance], &["alpha-pvp", "methamphetamine", ""]),
        by_region: totals(&[By::Region], &["KZ-75", "AF-HER", "IR-10", ""]),
        by_participant: totals(&[By::Participant], &["KZ", "AF"]),
        shares: vec![share("KZ", 64, Some(NOW.plus_seconds(-1500))), share("AF", 71, Some(NOW.plus_seconds(-200_000)))],
        latest: vec![incident_row(), bare],
    }
}

/// An overview before the first incident.
pub fn overview_empty() -> Overview {
    let nothing =
        |by: &[By]| Totals { rows: Vec::new(), sum: TotalRow::default(), filter: Filter::default(), ..totals(by, &[]) };
    Overview {
        operation: Operation { participations: Vec::new(), stages: Vec::new(), demonstration: false, ..operation() },
        participants: Vec::new(),
        sum: nothing(&[]),
        by_day: nothing(&[By::Day]),
        by_group: nothing(&[By::Group]),
        by_substance: nothing(&[By::Substance]),
        by_region: nothing(&[By::Region]),
        by_participant: nothing(&[By::Participant]),
        shares: Vec::new(),
        latest: Vec::new(),
    }
}

/// A report with figures everywhere.
pub fn report() -> Report {
    let flow = |from: &str, to: &str, incidents| Flow { from: from.to_owned(), to: to.to_owned(), incidents };
    let input = |revision| Input { record: record(), revision };
    Report {
        overview: overview(),
        by_country: totals(&[By::Country], &["KZ", "AF", "IR", ""]),
        by_setting: totals(&[By::Setting], &["border", "airport", "unknown"]),
        flows: vec![flow("AF", "KZ", 12), flow("IR", "RU", 3)],
        first_seen: vec![FirstSeen {
            substance: "alpha-pvp".to_owned(),
            day: day(10, 5),
            country: "KZ".to_owned(),
            record: record(),
        }],
        inputs: (1..=450).map(input).collect(),
    }
}

/// A report of nothing.
pub fn report_empty() -> Report {
    let overview = overview_empty();
    Report {
        by_country: Totals { by: vec![By::Country], ..overview.sum.clone() },
        by_setting: Totals { by: vec![By::Setting], ..overview.sum.clone() },
        overview,
        flows: Vec::new(),
        first_seen: Vec::new(),
        inputs: Vec::new(),
    }
}
