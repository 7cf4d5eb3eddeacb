//! A file through a mapping: verdicts, questions, nothing twice, and the real file to the microgram.

use crate::world::World;
use app::import::{ImportOrder, run};
use app::total;
use intake::Mapping;
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
async fn the_real_file_gives_the_figures_computed_independently() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/seizures");
    let path = folder.join("ids_reflex_region.csv");
    if !path.exists() {
        eprintln!("SKIPPED: {} is not here", path.display());
        return;
    }
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
}

/// The independent figures are printed to the milligram: ours, in micrograms, must round to them.
fn assert_same(mass: i128, kilograms: &serde_json::Value) {
    let written = kilograms.to_string();
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let milligrams: i128 = format!("{whole}{fraction:0<6}").parse().unwrap();
    assert!((mass - milligrams * 1000).abs() <= 500, "{mass} ug is not {written} kg");
}
