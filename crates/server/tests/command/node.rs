//! A folder becomes a node: made once, read as it stands, never mistaken for another.

use super::{FILE, Node, Ran, archive};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

#[test]
fn a_folder_becomes_a_node_once_and_its_password_is_printed_once() {
    let node = Node::new();
    let first = node.run(&["init", "--json"]).must(0).json();
    assert_eq!(first["admin"], "admin");
    assert!(first["password"].as_str().unwrap().len() > 20);
    let again = node.run(&["init"]).must(1);
    assert!(again.said().contains("is a node already") && again.said().contains("Way out"), "{}", again.said());
}

#[test]
fn the_scripts_of_the_readme_work() {
    let node = Node::made();
    fs::write(node.path("rows.csv"), FILE).unwrap();
    let import =
        ["import", &node.path("rows.csv"), "--operation", "IDS", "--create-operation", "--mapping", "ids", "--json"];
    let dry = node.run(&[&import[..], &["--dry-run"]].concat()).must(0).json();
    assert_eq!((&dry["rows"], &dry["dry_run"]), (&2.into(), &true.into()));
    node.run(&["totals", "--operation", "IDS", "--json"]).must(1);
    let first = node.run(&import).must(0).json();
    assert_eq!(first["refused"], 0);
    let again = node.run(&import).must(0).json();
    assert_eq!(again["known"], 2);
    let totals = node.run(&["totals", "--operation", "IDS", "--by", "country,substance,year", "--json"]).must(0).json();
    assert_eq!(totals["total"]["kg"], "3.01106");
    assert_eq!(
        (&totals["rows"][0]["country"], &totals["rows"][0]["year"], &totals["rows"][0]["kg"]),
        (&"KZ".into(), &"2011".into(), &"0.51106".into())
    );
    let one = node.run(&["totals", "--operation", "IDS", "--where", "country=UZ", "--json"]).must(0).json();
    assert_eq!(one["total"]["kg"], "2.5");
    for (format, lang) in [("html", "en"), ("xlsx", "fa"), ("json", "ru")] {
        let output = node.path(&format!("report.{format}"));
        node.run(&["report", "--operation", "IDS", "--lang", lang, "--format", format, "--output", &output]).must(0);
        assert!(fs::metadata(output).unwrap().len() > 500);
    }
    assert_eq!(node.run(&["check", "--json"]).must(0).json()["sound"], true);
    assert!(node.run(&["verify-log", "--json"]).must(0).json()["fault"].is_null());
}

#[test]
fn no_node_says_how_to_make_one() {
    let node = Node::new();
    let ran = node.run(&["totals", "--operation", "X"]).must(1);
    assert!(ran.said().contains("no node in") && ran.said().contains("init"), "{}", ran.said());
}

#[test]
fn an_unknown_key_of_the_file_is_refused_with_its_line() {
    let node = Node::made();
    fs::write(Path::new(&node.data()).join("reflex.toml"), "listen = \"127.0.0.1:1\"\nlissten = \"x\"\n").unwrap();
    let ran = node.run(&["check"]).must(1);
    assert!(ran.said().contains("line 2") && ran.said().contains("lissten"), "{}", ran.said());
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_and_a_missing_file_say_the_way_out() {
    let node = Node::made();
    let gone = node.run(&["import", "nothing.csv", "--operation", "X", "--mapping", "ids"]).must(1);
    assert!(gone.said().contains("nothing.csv is not there"), "{}", gone.said());
    let file = node.path("file");
    fs::write(&file, "x").unwrap();
    let inside =
        Command::new(env!("CARGO_BIN_EXE_reflex")).args(["--data", &format!("{file}/data"), "init"]).output().unwrap();
    assert!(!inside.status.success());
    // Nobody writes under /proc, whoever runs the test.
    let proc = Command::new(env!("CARGO_BIN_EXE_reflex")).args(["--data", "/proc/reflex", "init"]).output().unwrap();
    assert!(matches!(proc.status.code(), Some(1 | 3)), "{proc:?}");
}

#[test]
fn a_database_that_holds_nothing_is_no_node() {
    let node = Node::new();
    fs::create_dir_all(node.data()).unwrap();
    let database = Path::new(&node.data()).join("reflex.sqlite");
    fs::write(&database, "").unwrap();
    for words in
        [&["totals", "--operation", "X"][..], &["check"], &["serve", "--listen", "127.0.0.1:0"], &["user", "list"]]
    {
        let ran = node.run(words).must(3);
        assert!(ran.said().contains("is empty") && ran.said().contains("init"), "{}", ran.said());
    }
    assert_eq!(fs::metadata(&database).unwrap().len(), 0);
    node.run(&["migrate", "--dry-run"]).must(0);
    node.run(&["migrate"]).must(0);
    let ran = node.run(&["serve", "--listen", "127.0.0.1:0"]).must(1);
    assert!(ran.said().contains("no administrator"), "{}", ran.said());
    node.run(&["init"]).must(0);
    node.run(&["check"]).must(0);
}

#[test]
fn altered_data_are_named() {
    let node = archive();
    let sound = node.run(&["check", "--json"]).must(0).json();
    assert_eq!((&sound["records"], &sound["chain"]["revisions"]), (&3.into(), &3.into()));
    // As somebody with the file would: the same number of bytes, in the text of one record.
    let path = Path::new(&node.data()).join("reflex.sqlite");
    let bytes = fs::read(&path).unwrap();
    let (old, new) = (b"\"text\":\"Almaty\"", b"\"text\":\"Astana\"");
    let places: Vec<usize> = (0..bytes.len() - old.len()).filter(|at| bytes[*at..].starts_with(old)).collect();
    assert!(!places.is_empty());
    let mut altered = bytes;
    for at in &places {
        altered[*at..*at + new.len()].copy_from_slice(new);
    }
    fs::write(&path, altered).unwrap();
    let ran = node.run(&["check"]).must(3);
    assert!(ran.out().contains("altered: inc_") && ran.out().contains("record_revision"), "{}", ran.out());
    let ran = node.run(&["verify-log"]).must(3);
    assert!(ran.said().contains("inc_") && ran.said().contains("was changed"), "{}", ran.said());
}

#[cfg(unix)]
#[test]
fn a_folder_of_somebody_else_is_not_taken_for_an_empty_one() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let node = Node::made();
    let mut command = node.command(&["totals", "--operation", "X"]);
    if fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0) {
        // The program runs from a copy that everybody may read.
        fs::set_permissions(node.0.path(), fs::Permissions::from_mode(0o755)).unwrap();
        fs::copy(env!("CARGO_BIN_EXE_reflex"), node.path("reflex")).unwrap();
        command = Command::new(node.path("reflex"));
        command.args(["--data", &node.data(), "totals", "--operation", "X"]).env_clear().current_dir("/").uid(65534);
    } else {
        fs::set_permissions(node.data(), fs::Permissions::from_mode(0o0)).unwrap();
    }
    let ran = Ran(command.output().unwrap()).must(3);
    assert!(ran.said().contains("may not be read") && !ran.said().contains("init"), "{}", ran.said());
    fs::set_permissions(node.data(), fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn a_file_in_the_place_of_a_folder_is_told_in_words() {
    let node = Node::new();
    fs::write(node.data(), "x").unwrap();
    let ran = node.run(&["init"]).must(1);
    assert!(ran.said().contains("Way out") && !ran.said().contains("os error"), "{}", ran.said());
    let real = Node::made();
    let ran = real.run(&["import", &real.data(), "--operation", "X", "--mapping", "ids", "--create-operation"]).must(1);
    assert!(!ran.said().contains("os error"), "{}", ran.said());
}

#[test]
fn the_demonstration_fills_once_and_resumes() {
    let node = Node::new();
    let first = node.run(&["demo", "--fill-only", "--json"]).must(0).json();
    assert!(first["sign_ins"].as_array().unwrap().len() >= 8);
    let started = Instant::now();
    node.run(&["demo", "--fill-only"]).must(0);
    assert!(started.elapsed() < Duration::from_secs(10));
    let totals = node.run(&["totals", "--operation", "REFLEX-2021", "--json"]).must(0).json();
    assert!(totals["total"]["incidents"].as_i64().unwrap() >= 400);
    assert_eq!(totals["demonstration"], true);
    let told = node.run(&["totals", "--operation", "REFLEX-2021"]).must(0);
    assert!(told.out().starts_with("Demonstration data\n"), "{}", told.out());
    let report = node.run(&["report", "--operation", "REFLEX-2021", "--format", "json", "--output", "-"]).must(0);
    assert_eq!(report.json()["demonstration"], true);
    let real = Node::made();
    fs::write(real.path("rows.csv"), FILE).unwrap();
    real.run(&["import", &real.path("rows.csv"), "--operation", "IDS", "--create-operation", "--mapping", "ids"])
        .must(0);
    real.run(&["demo", "--fill-only"]).must(1);
}
