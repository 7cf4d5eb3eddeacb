//! A file through a mapping: verdicts, questions, nothing twice, and the real file to the microgram.

use crate::world::{CODE, World, operation_draft};
use app::import::{ImportOrder, run};
use app::total;
use intake::Mapping;
use model::catalogue::Unit;
use model::import::Import;
use model::listing::Filter;
use model::total::By;
use std::io::Write;
use std::path::{Path, PathBuf};

const HEAD: &str = "REGION;SUBREGION;COUNTRY;ADMINISTRATIVE_DIVISION;PLACE;SEIZURE_DATE;DRUG_NAME;AMOUNT;DRUG_UNIT;HIDING_PLACE;INSTALLATION;TRANSPORT;PRODUCING_COUNTRY;DEPARTURE_COUNTRY;DESTINATION_COUNTRY;ROUTING\n";

fn order(path: &Path, dry_run: bool) -> ImportOrder {
    ImportOrder {
        operation: "ARCHIVE-1".to_owned(),
        create: true,
        path: path.to_owned(),
        file: String::new(),
        mapping: Mapping::shipped("ids").unwrap(),
        dry_run,
    }
}

fn file(world: &World, rows: &str) -> PathBuf {
    let path = world.folder.path().join("rows.csv");
    std::fs::File::create(&path).unwrap().write_all(format!("{HEAD}{rows}").as_bytes()).unwrap();
    path
}

/// Imports rows into the open operation as a member.
pub async fn import_by(world: &World, login: &str, rows: &str) -> Import {
    let path = file(world, rows);
    let order = ImportOrder { operation: CODE.to_owned(), create: false, ..order(&path, false) };
    run(&world.by(login).await, &order, |_| {}).await.unwrap().0
}

const ROWS: &str = "Asia;X;Kazakhstan;;Almaty;2011-05-31;Heroin;511.06;Gram;Inserted;;Private road;;Kazakhstan;Kazakhstan;\n\
    Asia;X;Kazakhstan;;Almaty;2011-05-31;Heroin;511.06;Gram;Inserted;;Private road;;Kazakhstan;Kazakhstan;\n\
    Asia;X;Atlantis;;Almaty;2011-05-31;Heroin;511.06;Gram;;;;;;;\n\
    Asia;X;Kazakhstan;;Almaty;2011-06-01;Heroin;7.0;;;;;;;;\n";

#[tokio::test]
async fn each_row_has_a_verdict_and_the_same_file_again_changes_nothing() {
    let world = World::empty().await;
    let path = file(&world, ROWS);
    let (dry, _) = run(&world.node(), &order(&path, true), |_| {}).await.unwrap();
    assert_eq!((dry.accepted, dry.held, dry.refused), (1, 2, 1));
    let (first, notes) = run(&world.node(), &order(&path, false), |_| {}).await.unwrap();
    assert_eq!((first.rows, first.accepted, first.held, first.refused, first.known), (4, 1, 2, 1, 0));
    assert_eq!(notes.iter().map(|note| note.row).collect::<Vec<_>>(), [3, 4, 5]);
    let before = total::totals(&world.node(), "ARCHIVE-1", &Filter::default(), &[]).await.unwrap();
    assert_eq!((before.sum.incidents, before.sum.all.kg(), before.sum.all.unquantified), (3, "1.02212".to_owned(), 1));
    let (again, _) = run(&world.node(), &order(&path, false), |_| {}).await.unwrap();
    assert_eq!((again.known, again.refused), (3, 1));
    let after = total::totals(&world.node(), "ARCHIVE-1", &Filter::default(), &[]).await.unwrap();
    assert_eq!(before.sum, after.sum);
}

#[tokio::test]
async fn two_participants_that_import_the_same_file_both_keep_their_rows() {
    let world = World::new().await;
    let rows = "Asia;X;Kazakhstan;;Almaty;2021-10-12;Mephedrone;511.06;Gram;;;;;;;\n".repeat(2);
    let counts = |import: Import| (import.accepted, import.held, import.known);
    assert_eq!(counts(import_by(&world, "kz-contact", &rows).await), (1, 1, 0));
    assert_eq!(counts(import_by(&world, "uz-contact", &rows).await), (1, 1, 0), "nobody hears of another's rows");
    assert_eq!(counts(import_by(&world, "uz-contact", &rows).await), (0, 0, 2));
    let totals = total::totals(&world.by("desk").await, CODE, &Filter::default(), &[By::Participant]).await.unwrap();
    let rows: Vec<_> = totals.rows.iter().map(|row| (row.keys[0].as_str(), row.all.kg())).collect();
    assert_eq!(rows, [("KZ", "1.02212".to_owned()), ("UZ", "1.02212".to_owned())]);
}

#[tokio::test]
async fn a_row_of_nothing_counts_with_its_unit_and_asks() {
    let world = World::empty().await;
    let row = |amount: &str| format!("Asia;X;Kazakhstan;;Almaty;2011-05-31;Heroin;{amount};Gram;;;;;;;\n");
    let path = file(&world, &format!("{}{}{}", row("0"), row("1e-07"), row("511.06")));
    let (import, _) = run(&world.node(), &order(&path, false), |_| {}).await.unwrap();
    assert_eq!((import.accepted, import.held, import.refused), (1, 2, 0));
    assert_eq!(import.reasons.get("quantity-zero"), Some(&2));
    let totals = total::totals(&world.node(), "ARCHIVE-1", &Filter::default(), &[By::Unit]).await.unwrap();
    let rows: Vec<_> = totals.rows.iter().map(|row| (row.keys[0].as_str(), row.incidents, row.all.kg())).collect();
    assert_eq!(rows, [("g", 3, "0.51106".to_owned())]);
    assert_eq!(totals.sum.all.unquantified, 0);
}

#[tokio::test]
async fn a_pipe_or_folder_is_no_file_to_import_and_a_day_to_come_makes_no_archive() {
    let world = World::empty().await;
    for path in [world.folder.path(), Path::new("/dev/null")] {
        let refused = run(&world.node(), &order(path, false), |_| {}).await.unwrap_err();
        let app::Error::Invalid(problems) = refused else { panic!("{refused:?}") };
        assert_eq!((problems.0[0].field.as_str(), problems.0[0].code.as_ref()), ("file", "file-irregular"));
    }
    let row = |day: &str| format!("Asia;X;Kazakhstan;;Almaty;{day};Heroin;1;Gram;;;;;;;\n");
    let path = file(&world, &["2011-05-31", "0202-05-31", "2205-05-31"].map(row).concat());
    let (import, _) = run(&world.node(), &order(&path, false), |_| {}).await.unwrap();
    assert_eq!((import.accepted, import.refused), (1, 2));
    let made = app::operation::get(&world.node(), "ARCHIVE-1").await.unwrap();
    assert_eq!(made.operation().edition, "2011-05-31/2011-05-31");
}

#[tokio::test]
async fn the_real_file_gives_the_figures_computed_independently() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/seizures");
    if !folder.exists() {
        eprintln!("SKIPPED, THE REAL FILE WAS NOT IMPORTED: there is no folder {}", folder.display());
        return;
    }
    let path = folder.join("ids_reflex_region.csv");
    let expected: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.join("expected.json")).unwrap()).unwrap();
    let world = World::empty().await;
    let (import, _) = run(&world.node(), &order(&path, false), |_| {}).await.unwrap();
    assert_eq!((import.rows, import.refused, import.known), (39_176, 0, 0));
    let all = total::totals(&world.node(), "ARCHIVE-1", &Filter::default(), &[By::Country]).await.unwrap();
    assert_eq!(all.sum.incidents, 39_176);
    assert_eq!(all.sum.all.kg(), "1196183.105184801", "the exact sum of the file's decimals, to the microgram");
    assert_same(all.sum.all.mass, &expected["total_kg_all_mass_rows"]);
    assert_eq!(all.sum.all.litres(), expected["total_litres"].to_string());
    for (name, kg) in expected["kg_by_country"].as_object().unwrap() {
        let code = model::catalogue::country::Country::recognise(name).unwrap().code.as_str();
        let row = all.rows.iter().find(|row| row.keys[0] == code).unwrap();
        assert_same(row.all.mass, kg);
        assert_eq!(row.incidents.to_string(), expected["rows_by_country"][name].to_string(), "{name}");
    }
    let years = total::totals(&world.node(), "ARCHIVE-1", &Filter::default(), &[By::Year]).await.unwrap();
    for (year, rows) in expected["rows_by_year"].as_object().unwrap() {
        let row = years.rows.iter().find(|row| row.keys[0] == *year).unwrap();
        assert_eq!(row.incidents.to_string(), rows.to_string(), "{year}");
    }
    let units = total::totals(&world.node(), "ARCHIVE-1", &Filter::default(), &[By::Unit]).await.unwrap();
    for (name, rows) in expected["rows_by_unit"].as_object().unwrap() {
        let code = Unit::recognise(name).map_or("", |unit| unit.code.as_str());
        let row = units.rows.iter().find(|row| row.keys[0] == code).unwrap();
        assert_eq!(row.incidents.to_string(), rows.to_string(), "{name}");
    }
}

/// The independent figures are printed to the milligram: ours, in micrograms, must round to them.
fn assert_same(mass: i128, kilograms: &serde_json::Value) {
    let written = kilograms.to_string();
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let milligrams: i128 = format!("{whole}{fraction:0<6}").parse().unwrap();
    assert!((mass - milligrams * 1000).abs() <= 500, "{mass} ug is not {written} kg");
}

#[tokio::test]
async fn the_operator_imports_into_an_operation_that_was_made_by_hand_before_its_stage_is_opened() {
    let world = World::new().await;
    let mut draft = operation_draft("TEST-2");
    draft.stages[1].from = "2011-01-01".to_owned();
    draft.stages.remove(0);
    app::operation::create(&world.by("desk").await, &draft).await.unwrap();
    let path = file(&world, ROWS);
    let order = ImportOrder { operation: "TEST-2".to_owned(), create: false, ..order(&path, false) };
    let (import, _) = run(&world.node(), &order, |_| {}).await.unwrap();
    assert_eq!((import.accepted + import.held, import.refused), (3, 1));
    let rows = total::totals(&world.by("kz-officer").await, "TEST-2", &Filter::default(), &[By::Participant]).await;
    assert_eq!(rows.unwrap().rows[0].keys, ["KZ"]);
}
