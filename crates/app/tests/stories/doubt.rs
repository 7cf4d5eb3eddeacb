//! What is asked back before it is believed, and texts that are not what they seem.

use crate::world::{CODE, World, line, operation_draft, problems, seizure};
use app::agency::AgencyDraft;
use app::import::ImportOrder;
use app::participant::ParticipantDraft;
use app::{agency, import, incident, operation, participant};
use model::incident::{IncidentDraft, LineDraft, RelatedDraft};
use model::lang::Lang;
use model::marking::MarkingDraft;
use model::names::Names;
use std::fmt::Write as _;

const REVERSED: &str = "Customs\u{202E}gpj.exe";

#[tokio::test]
async fn more_than_any_seizure_holds_is_asked_about_and_kept_when_the_writer_stands_by_it() {
    let world = World::new().await;
    let officer = world.by("kz-officer").await;
    for (quantity, unit) in [("2001", "kg"), ("20001", "l"), ("5000001", "tablet"), ("1000001", "m2")] {
        let settled = vec!["unit-unfit:lines.0.unit".to_owned()];
        let draft = IncidentDraft { settled, ..seizure("mephedrone", quantity, unit) };
        let asked = problems(incident::check(&officer, CODE, &draft).await);
        assert_eq!(asked, ["lines.0.quantity:quantity-unlikely"], "{quantity} {unit}");
    }
    let mut draft = seizure("mephedrone", "2001", "kg");
    draft.settled.push("quantity-unlikely:lines.0.quantity".to_owned());
    incident::submit(&officer, CODE, &draft).await.unwrap();
    let likely = seizure("mephedrone", "2000", "kg");
    incident::check(&officer, CODE, &likely).await.unwrap();
    let absurd = IncidentDraft { settled: draft.settled, ..seizure("mephedrone", "1000.1", "t") };
    assert_eq!(problems(incident::check(&officer, CODE, &absurd).await), ["lines.0.quantity:quantity-absurd"]);
}

#[tokio::test]
async fn an_import_keeps_what_is_unlikely_or_looks_personal_with_a_question() {
    let world = World::empty().await;
    let path = world.folder.path().join("rows.csv");
    let head = "day,country,place,lines.0.written,lines.0.quantity,lines.0.unit\n";
    let rows = "2021-10-14,KZ,Almaty,mephedrone,3000,kg\n2021-10-14,KZ,Almaty tel. +7 701 555 12 34,mephedrone,1,kg\n";
    std::fs::write(&path, format!("{head}{rows}")).unwrap();
    let mut mapping = "name = \"doubt\"\nversion = 1\ndelimiter = \",\"\nencoding = \"utf-8\"\n\
        decimal = \"point\"\ndates = \"ymd\"\n"
        .to_owned();
    for column in head.trim().split(',') {
        writeln!(mapping, "[[field]]\nto = \"{column}\"\nfrom = [\"{column}\"]").unwrap();
    }
    let order = ImportOrder {
        operation: "ARCHIVE-1".to_owned(),
        create: true,
        path,
        file: REVERSED.to_owned(),
        mapping: intake::Mapping::parse(&mapping).unwrap(),
        dry_run: false,
    };
    let (import, notes) = import::run(&world.node(), &order, |_| {}).await.unwrap();
    assert_eq!((import.held, import.refused), (2, 0), "{notes:?}");
    let asked: Vec<&str> = notes.iter().flat_map(|note| &note.problems).map(|problem| problem.code.as_ref()).collect();
    assert!(asked.contains(&"quantity-unlikely") && asked.contains(&"personal-data"), "{asked:?}");
    assert_eq!(import.file, "Customsgpj.exe");
}

#[tokio::test]
async fn personal_data_is_asked_about_in_every_free_text_and_a_day_is_none() {
    let world = World::new().await;
    let officer = world.by("kz-officer").await;
    let number = "passport N12345678".to_owned();
    let mut draft = IncidentDraft {
        place: number.clone(),
        related: vec![RelatedDraft { text: number.clone(), ..RelatedDraft::default() }],
        marking: MarkingDraft { handling: "h3".to_owned(), handling_text: number.clone(), ..MarkingDraft::default() },
        lines: vec![LineDraft { packaging: number, ..line("mephedrone", "1", "kg") }],
        note: "Found on 2021-10-14, again on ۱۴۰۰-۰۷-۲۳".to_owned(),
        reference: "KZ-2021-00012345".to_owned(),
        ..seizure("mephedrone", "1", "kg")
    };
    let asked = problems(incident::check(&officer, CODE, &draft).await);
    let fields = ["place", "marking.handling_text", "lines.0.packaging", "related.0.text"];
    assert_eq!(asked, fields.map(|field| format!("{field}:personal-data")));
    draft.settled = fields.map(|field| format!("personal-data:{field}")).into();
    incident::submit(&officer, CODE, &draft).await.unwrap();
}

#[tokio::test]
async fn a_mark_that_reverses_what_stands_beside_it_is_refused_in_every_name_and_text() {
    let world = World::new().await;
    let (node, officer) = (world.node(), world.by("kz-officer").await);
    let names = Names::default().with(Lang::En, REVERSED).with(Lang::Ru, "Имя\u{7}");
    let found = ["names.en:text-reverses", "names.ru:text-control"];
    let country = ParticipantDraft { code: "TJ".to_owned(), names: names.clone(), ..ParticipantDraft::default() };
    assert_eq!(problems(participant::put(&node, &country).await), found);
    let service = AgencyDraft {
        participant: "KZ".to_owned(),
        kind: "border".to_owned(),
        names: names.clone(),
        ..AgencyDraft::default()
    };
    assert_eq!(problems(agency::put(&node, &service).await), found);
    let mut plan = operation_draft("TEST-2");
    (plan.names, plan.aliases) = (names, vec!["Alias".to_owned(), REVERSED.to_owned()]);
    let refused = problems(operation::create(&world.by("desk").await, &plan).await);
    assert_eq!(refused, [&found[..], &["aliases:text-reverses"]].concat());
    let mut draft = seizure("mephedrone", "\u{202E}nine", "kg");
    draft.lines[0].quantity_unknown = true;
    assert_eq!(problems(incident::check(&officer, CODE, &draft).await), ["lines.0.quantity:text-reverses"]);
}

#[tokio::test]
async fn a_language_nobody_speaks_here_is_named_and_not_dropped() {
    let world = World::new().await;
    let desk = world.by("desk").await;
    let plan = |languages: &[&str]| model::operation::OperationDraft {
        languages: languages.iter().map(|tag| (*tag).to_owned()).collect(),
        ..operation_draft("TEST-2")
    };
    assert_eq!(problems(operation::create(&desk, &plan(&["ru", "tlh"])).await), ["languages:code-unknown"]);
    let made = operation::create(&desk, &plan(&["fa", "ru", "fa", ""])).await.unwrap();
    assert_eq!(made.content.languages, [Lang::Fa, Lang::Ru]);
}
