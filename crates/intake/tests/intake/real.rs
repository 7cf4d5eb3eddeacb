//! The public file of individual drug seizures of ten countries, whole, against totals that were computed independently.

use super::{archive, check};
use intake::{Intake, Mapping};
use model::catalogue::{Country, Dimension, Unit};
use model::import::ImportRow;
use model::incident::Incident;
use model::quantity::exact;
use std::collections::BTreeMap;
use std::time::Instant;

/// A file of real data beside the workspace; says loudly that nothing was proven where the folder is absent, and fails
/// where the folder is there without the file.
fn shared(name: &str) -> Option<Vec<u8>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/seizures");
    if !folder.exists() {
        eprintln!("SKIPPED, THE REAL FILE WAS NOT READ: there is no folder {}", folder.display());
        return None;
    }
    Some(std::fs::read(folder.join(name)).unwrap())
}

struct Real {
    rows: Vec<(ImportRow, Incident)>,
    expected: serde_json::Value,
}

fn real() -> Option<Real> {
    let bytes = shared("ids_reflex_region.csv")?;
    let expected = serde_json::from_slice(&shared("expected.json")?).unwrap();
    let mapping = Mapping::shipped("ids").unwrap();
    let start = Instant::now();
    let intake = Intake::open(bytes.as_slice(), &mapping).unwrap();
    let operation = archive(intake.span());
    assert_eq!(intake.rows(), 39_176);
    let read: Vec<ImportRow> = intake.collect();
    let spent = start.elapsed();
    let pace = read.len() as u128 * 1000 / spent.as_millis().max(1);
    eprintln!("read {} rows in {spent:?}: {pace} rows/s", read.len());
    let start = Instant::now();
    let checked = |row: ImportRow| {
        assert!(row.problems.is_empty(), "row {}: {:?}", row.number, row.problems);
        let incident = check(&row, &operation, &mapping);
        let incident = incident.unwrap_or_else(|problems| panic!("row {}: {problems:?}", row.number));
        (row, incident)
    };
    let rows = read.into_iter().map(checked).collect();
    eprintln!("checked them in {:?}", start.elapsed());
    Some(Real { rows, expected })
}

impl Real {
    fn sum(&self, dimension: Dimension, country: Option<&str>) -> i128 {
        let rows = self.rows.iter().filter(|(_, incident)| country.is_none_or(|code| incident.site.country == code));
        let amounts = rows.flat_map(|(_, incident)| &incident.lines).filter_map(|line| line.quantity.as_ref());
        amounts.filter(|quantity| quantity.dimension == dimension).map(|quantity| i128::from(quantity.amount)).sum()
    }

    fn expects(&self, key: &str) -> String {
        self.expected[key].to_string()
    }

    fn table(&self, key: &str) -> BTreeMap<String, String> {
        self.expected[key].as_object().unwrap().iter().map(|(name, value)| (name.clone(), value.to_string())).collect()
    }
}

/// Micrograms as kilograms with the six decimals of the independent totals, where halves go up.
fn kilograms(micrograms: i128) -> String {
    exact((micrograms + 500) / 1000, 6)
}

#[test]
fn the_real_file_comes_in_whole_and_its_totals_are_exact() {
    let Some(real) = real() else { return };
    assert_eq!(real.rows.len().to_string(), real.expects("rows"));
    assert_eq!(real.sum(Dimension::Mass, None), 1_196_183_105_184_801, "micrograms");
    assert_eq!(real.sum(Dimension::Mass, Some("AZ")), 1_402_384_592_500, "micrograms");
    assert_eq!(kilograms(real.sum(Dimension::Mass, None)), real.expects("total_kg_all_mass_rows"));
    assert_eq!(exact(real.sum(Dimension::Volume, None), 6), real.expects("total_litres"));
    for (name, expected) in real.table("kg_by_country") {
        let code = Country::recognise(&name).unwrap().code.as_str();
        assert_eq!(kilograms(real.sum(Dimension::Mass, Some(code))), expected, "{name}");
    }
    counts_agree(&real);
    questions_are_as_many_as_there_is_to_ask(&real);
    numbers_and_keys_are_all_different(&real);
}

fn counts_agree(real: &Real) {
    let count = |key: &dyn Fn(&(ImportRow, Incident)) -> String| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        real.rows.iter().for_each(|row| *counts.entry(key(row)).or_default() += 1);
        counts.into_iter().map(|(key, count)| (key, count.to_string())).collect::<BTreeMap<_, _>>()
    };
    assert_eq!(count(&|(_, incident)| incident.when.day.parts().0.to_string()), real.table("rows_by_year"));
    let countries = count(&|(_, incident)| incident.site.country.clone());
    for (name, expected) in real.table("rows_by_country") {
        assert_eq!(countries[&Country::recognise(&name).unwrap().code], expected, "{name}");
    }
    assert_eq!(countries.len(), 10);
    let code = |name: &str| Unit::recognise(name).map_or(String::new(), |unit| unit.code.clone());
    let units = count(&|(row, _)| code(&row.draft.lines[0].unit));
    for (name, expected) in real.table("rows_by_unit") {
        assert_eq!(units[&code(&name)], expected, "{name}");
    }
    let kept =
        count(&|(_, incident)| incident.lines[0].quantity.as_ref().map_or(String::new(), |known| known.unit.clone()));
    assert_eq!(kept, units, "each row counts as a line of its unit, zero or not; without a unit it is unknown");
}

fn questions_are_as_many_as_there_is_to_ask(real: &Real) {
    let mut asked: BTreeMap<&str, usize> = BTreeMap::new();
    let questions = real.rows.iter().flat_map(|(row, _)| &row.questions);
    questions.for_each(|question| *asked.entry(question.code.as_ref()).or_default() += 1);
    let held = real.rows.iter().filter(|(row, _)| !row.questions.is_empty()).count();
    eprintln!("{held} rows held; questions {asked:?}");
    let mut asked_of = |code: &str| asked.remove(code).unwrap_or_default();
    assert_eq!(asked_of("duplicate-exact").to_string(), real.expects("exact_duplicate_rows_beyond_first"));
    assert_eq!(asked_of("unit-missing").to_string(), real.expects("rows_blank_unit"));
    assert_eq!(asked_of("quantity-zero"), 6, "four zeros, and two amounts of a tenth of a microgram");
    // What the catalogue decides may only become less.
    assert!(
        (240..=280).contains(&asked_of("quantity-unlikely")),
        "far beyond the file's median, or more than any seizure holds"
    );
    assert!(asked_of("substance-unrecognised") < 200);
    assert!(asked_of("unit-unfit") < 30);
    assert!(asked_of("place-unknown") < 700, "joint departments of several regions name none");
    assert!(asked.is_empty(), "{asked:?}");
    let ecstasy = |(row, _): &&(ImportRow, Incident)| row.draft.lines[0].quantity == "23291692.0";
    let (row, incident) = real.rows.iter().find(ecstasy).unwrap();
    assert!(row.questions.iter().any(|question| question.code == "quantity-unlikely"), "{:?}", row.questions);
    assert_eq!(incident.lines[0].quantity.as_ref().unwrap().amount, 23_291_692_000_000, "asked about, never dropped");
}

fn numbers_and_keys_are_all_different(real: &Real) {
    let numbers: Vec<u64> = real.rows.iter().map(|(row, _)| row.number).collect();
    assert!(numbers.iter().copied().eq(2..=39_177), "one row of the file is one row of the sheet");
    let keys: std::collections::HashSet<&str> = real.rows.iter().map(|(row, _)| row.key.as_str()).collect();
    assert_eq!(keys.len(), real.rows.len());
}

#[test]
fn the_real_file_has_the_same_keys_when_it_comes_again() {
    let Some(bytes) = shared("ids_reflex_region.csv") else { return };
    let head: Vec<u8> = bytes.split_inclusive(|byte| *byte == b'\n').take(3000).flatten().copied().collect();
    let mapping = Mapping::shipped("ids").unwrap();
    let keys = |bytes: &[u8]| -> Vec<String> { Intake::open(bytes, &mapping).unwrap().map(|row| row.key).collect() };
    let with_returns = String::from_utf8(head.clone()).unwrap().replace('\n', "\r\n");
    assert_eq!(keys(&head), keys(format!("\u{FEFF}{with_returns}").as_bytes()));
}
