//! Figures at the machine and their filter.

use super::archive;

#[test]
fn a_filter_is_understood_or_refused_and_shown_with_the_figures() {
    let node = archive();
    let totals = |more: &[&str]| node.run(&[&["totals", "--operation", "IDS", "--json"], more].concat());
    for bad in [
        "bogus=1",
        "Countries=KZ",
        "countries=Atlantis",
        "regions=KZ-99",
        "places=nowhere",
        "participants=FR",
        "format=json",
    ] {
        let ran = totals(&["--where", bad]).must(1);
        let (name, value) = bad.split_once('=').unwrap();
        assert!(ran.said().contains(name) || ran.said().contains(value), "{bad}: {}", ran.said());
    }
    assert!(totals(&["--where", "bogus=1"]).must(1).said().contains("countries, regions, substances"));
    totals(&["--where", "countries="]).must(2);
    let named = totals(&["--where", "country=Kazakhstan"]).must(0).json();
    assert_eq!((&named["total"]["kg"], &named["filter"]["countries"][0]), (&"0.51106".into(), &"KZ".into()));
    let told = node.run(&["totals", "--operation", "IDS", "--where", "country=uz"]).must(0);
    assert!(told.out().contains("countries=UZ"), "{}", told.out());
    for (by, field) in [("scope", "scope"), ("status", "status")] {
        let rows = totals(&["--by", by]).must(0).json()["rows"].clone();
        let word = rows[0][field].as_str().unwrap();
        assert_eq!(totals(&["--where", &format!("{field}={word}")]).must(0).json()["total"]["lines"], rows[0]["lines"]);
    }
    let many = totals(&["--by", "country,region,substance,year,kind"]).must(1);
    assert!(many.said().contains("at most 4"), "{}", many.said());
}
