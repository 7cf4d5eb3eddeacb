//! The command line as scripts use it: the real program in a folder of its own.

use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const FILE: &str = "REGION;SUBREGION;COUNTRY;ADMINISTRATIVE_DIVISION;PLACE;SEIZURE_DATE;DRUG_NAME;AMOUNT;DRUG_UNIT;HIDING_PLACE;INSTALLATION;TRANSPORT;PRODUCING_COUNTRY;DEPARTURE_COUNTRY;DESTINATION_COUNTRY;ROUTING\n\
    Asia;X;Kazakhstan;;Almaty;2011-05-31;Heroin;511.06;Gram;Inserted;;Private road;;Kazakhstan;Kazakhstan;\n\
    Asia;X;Uzbekistan;;Tashkent;2012-05-31;Heroin;2.5;Kilogram;Inserted;;Private road;;Uzbekistan;Uzbekistan;\n";

/// A data folder and the program.
pub struct Node(TempDir);

impl Node {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn made() -> Self {
        let node = Self::new();
        node.run(&["init"]).must(0);
        node
    }

    pub fn data(&self) -> String {
        self.0.path().join("data").display().to_string()
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).display().to_string()
    }

    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_reflex"));
        command.args(["--data", &self.data()]).args(words).env_clear().current_dir(self.0.path());
        command
    }

    pub fn run(&self, words: &[&str]) -> Ran {
        Ran(self.command(words).stdin(Stdio::null()).output().unwrap())
    }
}

pub struct Ran(Output);

impl Ran {
    pub fn must(self, code: i32) -> Self {
        assert_eq!(self.0.status.code(), Some(code), "{}\n{}", self.out(), self.said());
        self
    }

    fn out(&self) -> String {
        String::from_utf8_lossy(&self.0.stdout).into_owned()
    }

    fn said(&self) -> String {
        String::from_utf8_lossy(&self.0.stderr).into_owned()
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out()).unwrap_or_else(|_| panic!("not JSON: {}", self.out()))
    }
}

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
fn the_administrators_password_comes_from_a_file_or_standard_input() {
    let node = Node::new();
    fs::write(node.path("secret"), "correct horse battery\n").unwrap();
    let made = node.run(&["init", "--admin-password-file", &node.path("secret"), "--json"]).must(0).json();
    assert!(made.get("password").is_none());
    let mut child = node.command(&[
        "user",
        "add",
        "dana",
        "--role",
        "officer",
        "--participant",
        "KZ",
        "--agency",
        "customs",
        "--password-file",
        "-",
        "--json",
    ]);
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"short\n").unwrap();
    let ran = Ran(child.wait_with_output().unwrap()).must(1);
    assert!(ran.said().contains("password-short"), "{}", ran.said());
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
fn accounts_and_keys_are_managed_at_the_machine() {
    let node = Node::made();
    let add = [
        "user",
        "add",
        "desk",
        "--role",
        "coordinator",
        "--participant",
        "CARICC",
        "--agency",
        "centre",
        "--agency-name",
        "Centre",
        "--json",
    ];
    assert!(node.run(&add).must(0).json()["password"].is_string());
    assert!(node.run(&add).must(1).said().contains("login-taken"));
    node.run(&["user", "disable", "desk"]).must(0);
    let list = node.run(&["user", "list", "--json"]).must(0).json();
    let desk = list["users"].as_array().unwrap().iter().find(|user| user["login"] == "desk").unwrap();
    assert_eq!(desk["disabled"], true);
    node.run(&["user", "enable", "desk"]).must(0);
    node.run(&["user", "reset", "desk"]).must(0);
    let nobody = node.run(&["user", "disable", "nobody", "--json"]).must(1);
    assert!(nobody.said().contains("login-unknown"));
    let key = node
        .run(&["token", "add", "--user", "desk", "--name", "script", "--scopes", "read,operations", "--json"])
        .must(0)
        .json();
    assert!(key["secret"].as_str().unwrap().starts_with("rfx_"));
    node.run(&["token", "revoke", "--user", "desk", key["id"].as_str().unwrap()]).must(0);
    let keys = node.run(&["token", "list", "--user", "desk", "--json"]).must(0).json();
    assert!(keys["tokens"][0]["revoked"].is_string());
}

#[test]
fn wrong_words_are_usage_and_say_how() {
    let node = Node::new();
    node.run(&["serv"]).must(2);
    node.run(&["totals"]).must(2);
    node.run(&["user", "add", "x", "--role", "officer", "--password", "secret"]).must(2);
    assert!(node.run(&["--help"]).must(0).out().contains("Exit codes"));
    for command in [
        "init",
        "serve",
        "demo",
        "user",
        "import",
        "totals",
        "report",
        "check",
        "verify-log",
        "migrate",
        "token",
        "docs",
    ] {
        node.run(&[command, "--help"]).must(0);
    }
}

#[test]
fn no_node_says_how_to_make_one() {
    let node = Node::new();
    let ran = node.run(&["totals", "--operation", "X"]).must(1);
    assert!(ran.said().contains("no node in") && ran.said().contains("init"), "{}", ran.said());
}

#[test]
fn a_taken_port_names_another() {
    let node = Node::made();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let ran = node.run(&["serve", "--listen", &taken.local_addr().unwrap().to_string()]).must(3);
    assert!(ran.said().contains("is taken") && ran.said().contains("--listen 127.0.0.1:"), "{}", ran.said());
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

/// A node with an archive of two rows.
fn archive() -> Node {
    let node = Node::made();
    fs::write(node.path("rows.csv"), FILE).unwrap();
    node.run(&["import", &node.path("rows.csv"), "--operation", "IDS", "--create-operation", "--mapping", "ids"])
        .must(0);
    node
}

/// What a command answers when its standard output is a device that is always full.
#[cfg(target_os = "linux")]
fn onto_full(node: &Node, words: &[&str]) -> Ran {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    Ran(node.command(words).stdin(Stdio::null()).stdout(full).output().unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_printed_is_a_failure() {
    let node = archive();
    for words in [
        &["totals", "--operation", "IDS"][..],
        &["report", "--operation", "IDS", "--format", "json", "--output", "-"],
        &["verify-log"],
        &["check", "--json"],
        &["user", "list"],
        &["import", "rows.csv", "--operation", "IDS", "--mapping", "ids", "--json"],
        &["--help"],
    ] {
        let ran = onto_full(&node, words).must(3);
        assert!(ran.said().contains("standard output could not be written: the disk is full"), "{}", ran.said());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_secret_that_could_not_be_printed_says_how_to_make_another() {
    let node = Node::new();
    let lost = onto_full(&node, &["init"]).must(3).said();
    assert!(lost.contains("shown only once") && lost.contains("user reset admin"), "{lost}");
    let desk = ["user", "add", "desk", "--role", "officer", "--participant", "KZ", "--agency", "customs"];
    let lost = onto_full(&node, &desk).must(3).said();
    assert!(lost.contains("user reset desk"), "{lost}");
    assert!(onto_full(&node, &["user", "reset", "desk"]).must(3).said().contains("user reset desk"));
    node.run(&["user", "reset", "desk"]).must(0);
    let lost = onto_full(&node, &["token", "add", "--user", "desk", "--name", "x"]).must(3).said();
    let key = lost.split_whitespace().find(|word| word.starts_with("tok_")).unwrap().trim_end_matches("`,").to_owned();
    node.run(&["token", "revoke", "--user", "desk", &key]).must(0);
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_read_enough_is_no_failure() {
    let node = archive();
    let mut child = node.command(&["report", "--operation", "IDS", "--format", "html", "--output", "-"]);
    let mut child = child.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    Ran(child.wait_with_output().unwrap()).must(0);
}

#[cfg(target_os = "linux")]
#[test]
fn a_report_goes_through_devices_pipes_and_links_and_keeps_rights() {
    use std::os::unix::fs::{FileTypeExt, PermissionsExt};
    let node = archive();
    let report = |output: &str| node.run(&["report", "--operation", "IDS", "--format", "json", "--output", output]);
    // A device of our own: that of the machine would be lost when this fails.
    let device = node.path("full");
    if Command::new("mknod").args([&device, "c", "1", "7"]).output().is_ok_and(|made| made.status.success()) {
        assert!(report(&device).must(3).said().contains("disk is full"));
        assert!(fs::metadata(&device).unwrap().file_type().is_char_device());
    }
    let (file, link) = (node.path("kept.json"), node.path("link.json"));
    fs::write(&file, "earlier").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink("kept.json", &link).unwrap();
    report(&link).must(0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::read_to_string(&file).unwrap().contains("IDS"));
    let dangling = node.path("dangling.json");
    std::os::unix::fs::symlink("new.json", &dangling).unwrap();
    report(&dangling).must(0);
    assert!(fs::symlink_metadata(&dangling).unwrap().is_symlink() && Path::new(&node.path("new.json")).is_file());
    let pipe = node.path("pipe");
    if Command::new("mkfifo").arg(&pipe).status().is_ok_and(|made| made.success()) {
        let path = pipe.clone();
        let reader = std::thread::spawn(move || fs::read_to_string(path).unwrap());
        report(&pipe).must(0);
        assert!(reader.join().unwrap().contains("IDS"));
        assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
    }
    assert!(report(".").must(1).said().contains("is a folder"));
    let left = fs::read_dir(node.0.path())
        .unwrap()
        .flatten()
        .any(|file| file.file_name().to_string_lossy().ends_with(".part"));
    assert!(!left);
}

/// Runs a command in a folder on a small disk of its own; `None` where this machine does not let tests mount one.
#[cfg(target_os = "linux")]
fn on_small_disk(node: &Node, size: &str, script: &str) -> Option<String> {
    let disk = node.path("disk");
    fs::create_dir_all(&disk).unwrap();
    let whole = format!(
        "mount -t tmpfs -o size={size} tmpfs {disk} || exit 77; cp -r {data}/. {disk}/ || exit 78; reflex() {{ {program} --data {disk} \"$@\" 2>&1; }}\n{script}",
        data = node.data(),
        program = env!("CARGO_BIN_EXE_reflex"),
    );
    let ran = Command::new("unshare").args(["-m", "sh", "-c", &whole]).current_dir(node.0.path()).output().ok()?;
    if !matches!(ran.status.code(), Some(0)) {
        eprintln!("SKIPPED: this machine does not let tests mount a disk: {}", String::from_utf8_lossy(&ran.stderr));
        return None;
    }
    Some(String::from_utf8_lossy(&ran.stdout).into_owned())
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_read_from_and_keeps_the_earlier_report() {
    let node = archive();
    let script = "echo earlier > disk/report.json; dd if=/dev/zero of=disk/filler bs=4k 2>/dev/null
        for words in 'totals --operation IDS' verify-log check 'user list' 'migrate --dry-run'; do reflex $words; echo \"code $?\"; done
        reflex user add desk --role officer --participant KZ --agency customs; echo \"code $?\"
        reflex report --operation IDS --format json --output disk/report.json; echo \"code $?\"; cat disk/report.json; ls -A disk";
    let Some(said) = on_small_disk(&node, "2m", script) else { return };
    let codes: Vec<&str> = said.lines().filter(|line| line.starts_with("code ")).collect();
    assert_eq!(codes, ["code 0", "code 0", "code 0", "code 0", "code 0", "code 3", "code 3"], "{said}");
    assert!(said.contains("3.01106") && said.contains("read as it stands") && said.contains("disk is full"), "{said}");
    assert!(said.contains("earlier") && !said.contains("probe") && !said.contains(".part"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_copy_is_read_and_verified() {
    let node = archive();
    let script = "mount -o remount,ro disk
        for words in 'totals --operation IDS --json' verify-log check; do reflex $words; echo \"code $?\"; done
        reflex user reset admin; echo \"code $?\"";
    let Some(said) = on_small_disk(&node, "8m", script) else { return };
    let codes: Vec<&str> = said.lines().filter(|line| line.starts_with("code ")).collect();
    assert_eq!(codes, ["code 0", "code 0", "code 0", "code 3"], "{said}");
    assert!(said.contains("not writable"), "{said}");
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
fn a_refused_account_or_node_leaves_nothing_behind() {
    let node = Node::made();
    let entries = || node.run(&["verify-log", "--json"]).must(0).json()["entries"].clone();
    let before = entries();
    let refused =
        node.run(&["user", "add", "q", "--role", "officer", "--participant", "TR", "--agency", "customs"]).must(1);
    assert!(refused.said().contains("sign-in name"), "{}", refused.said());
    assert_eq!(entries(), before);
    node.run(&["user", "add", "qq", "--role", "officer", "--participant", "TR", "--agency", "customs"]).must(0);
    assert_eq!(entries(), before.as_i64().unwrap() + 1);
    for words in [
        &["--admin", "no good"][..],
        &["--lang", "xx"],
        &["--participant", "not a code"],
        &["--admin-password-file", "short"],
    ] {
        let node = Node::new();
        fs::write(node.path("short"), "short").unwrap();
        node.run(&[&["init"], words].concat()).must(1);
        assert!(!Path::new(&node.data()).join("reflex.sqlite").exists(), "{words:?}");
    }
}

#[test]
fn everything_wrong_with_an_account_is_told_at_once_with_the_choices() {
    let node = Node::made();
    let ran = node.run(&["user", "add", "x", "--role", "nope", "--agency", "navy", "--lang", "xx", "--json"]).must(1);
    let problems: Value = serde_json::from_str(&ran.said()).unwrap();
    let fields: Vec<&str> =
        problems["problems"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["login", "role", "participant", "agency", "lang"]);
    for choice in ["contact-point", "forensic-laboratory", "en, ru, fa"] {
        assert!(ran.said().contains(choice), "{choice}: {}", ran.said());
    }
    let scopes = node.run(&["token", "add", "--user", "admin", "--name", "x", "--scopes", "read,nope"]).must(1);
    assert!(scopes.said().contains("nope") && scopes.said().contains("operations"), "{}", scopes.said());
}

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
fn two_imports_that_make_the_same_operation_end_as_one() {
    let node = Node::made();
    fs::write(node.path("rows.csv"), FILE).unwrap();
    let rows = node.path("rows.csv");
    let import = ["import", &rows, "--operation", "IDS", "--create-operation", "--mapping", "ids", "--json"];
    let start = || node.command(&import).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let both: Vec<Child> = (0..4).map(|_| start()).collect();
    let ran: Vec<Ran> = both.into_iter().map(|child| Ran(child.wait_with_output().unwrap()).must(0)).collect();
    let accepted: i64 = ran.iter().map(|ran| ran.json()["accepted"].as_i64().unwrap()).sum();
    assert_eq!(accepted, 2);
    node.run(&["check"]).must(0);
}

#[test]
fn an_import_of_which_nothing_is_taken_is_refused() {
    let node = archive();
    fs::write(node.path("rows.csv"), FILE.replace("-05-31", "-13-45")).unwrap();
    let ran = node.run(&["import", &node.path("rows.csv"), "--operation", "IDS", "--mapping", "ids"]).must(1);
    assert!(ran.out().contains("2 refused") && ran.said().contains("every row was refused"), "{}", ran.said());
    let none = node.run(&["import", &node.path("rows.csv"), "--operation", "NONE", "--mapping", "ids"]).must(1);
    assert!(none.said().contains("“NONE”") && none.said().contains("--create-operation"), "{}", none.said());
}

#[test]
fn an_operation_that_is_not_there_is_named_with_those_that_are() {
    let node = archive();
    let ran = node.run(&["totals", "--operation", "IDSS"]).must(1);
    assert!(ran.said().contains("“IDSS”") && ran.said().contains("one of IDS"), "{}", ran.said());
    let ran = node.run(&["report", "--operation", "X", "--format", "json", "--output", "-", "--json"]).must(1);
    assert!(serde_json::from_str::<Value>(&ran.said()).unwrap()["error"].as_str().unwrap().contains("“X”"));
}

#[test]
fn wrong_words_are_json_where_json_is_asked_for() {
    let node = Node::new();
    for words in [
        &["totals", "--json"][..],
        &["--json", "serv"],
        &["report", "--json", "--operation", "X", "--output", "x", "--lang", "xx"],
    ] {
        let ran = node.run(words).must(2);
        let failure: Value = serde_json::from_str(&ran.said()).unwrap_or_else(|_| panic!("not JSON: {}", ran.said()));
        assert_eq!(failure["exit"], 2);
    }
}

#[test]
fn a_word_that_is_no_level_does_not_silence_the_log() {
    let node = Node::made();
    for bad in ["verbose", "info,loud", "reflex=loud", "=info"] {
        assert!(node.run(&["check", "--log", bad]).must(1).said().contains(bad), "{bad}");
    }
    for good in ["warn", "off", "info,sqlx=debug", "server=trace"] {
        node.run(&["check", "--log", good]).must(0);
    }
}

#[cfg(unix)]
#[test]
fn a_log_of_json_holds_nothing_else() {
    let node = Node::made();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let mut command = node.command(&["serve", "--listen", &port, "--log-format", "json"]);
    let child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut serving = Serving(child, port);
    let started = Instant::now();
    while serving.get("/health/ready").is_none() {
        assert!(started.elapsed() < Duration::from_mins(1), "it does not serve");
        std::thread::sleep(Duration::from_millis(50));
    }
    serving.0.kill().unwrap();
    let mut log = String::new();
    serving.0.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    assert!(log.contains("Reflex is at http://127.0.0.1"), "{log}");
    assert!(log.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()), "{log}");
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

/// A program that serves, stopped when dropped.
pub struct Serving(Child, pub String);

impl Serving {
    fn start(node: &Node, words: &[&str]) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        Self::of(node.command(&[words, &["--listen", &port]].concat()), port)
    }

    /// What a command serves at an address.
    pub fn of(mut command: Command, port: String) -> Self {
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let serving = Self(child, port);
        let started = Instant::now();
        while serving.get("/health/ready").is_none() {
            assert!(started.elapsed() < Duration::from_mins(1), "it does not serve");
            std::thread::sleep(Duration::from_millis(50));
        }
        serving
    }

    /// The status line of an answer.
    fn get(&self, path: &str) -> Option<String> {
        let mut stream = std::net::TcpStream::connect(&self.1).ok()?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.1).ok()?;
        let mut text = String::new();
        stream.read_to_string(&mut text).ok()?;
        text.lines().next().map(str::to_owned)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[cfg(unix)]
#[test]
fn it_serves_measures_and_stops_when_asked() {
    let node = Node::made();
    let mut serving = Serving::start(&node, &["serve"]);
    assert!(serving.get("/metrics").unwrap().contains("200"));
    let asked = Command::new("kill").args(["-TERM", &serving.0.id().to_string()]).status().unwrap();
    assert!(asked.success());
    let started = Instant::now();
    let status = loop {
        if let Some(status) = serving.0.try_wait().unwrap() {
            break status;
        }
        assert!(started.elapsed() < Duration::from_secs(15), "it does not stop");
        std::thread::sleep(Duration::from_millis(50));
    };
    assert!(status.success(), "{status}");
}

#[cfg(unix)]
#[test]
fn a_slow_talker_is_hung_up_on_and_others_are_served() {
    let node = Node::made();
    let serving = Serving::start(&node, &["serve"]);
    let mut slow = std::net::TcpStream::connect(&serving.1).unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nHost: ").unwrap();
    assert!(serving.get("/health/live").unwrap().contains("200"));
    slow.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let mut answer = Vec::new();
    let _ = slow.read_to_end(&mut answer);
    assert!(!String::from_utf8_lossy(&answer).contains("200"));
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

#[test]
fn the_reference_pages_are_written_from_the_program() {
    let node = Node::new();
    node.run(&["docs", "--out", &node.path("reference")]).must(0);
    for page in ["configuration.md", "cli.md", "addresses.md", "permissions.md", "openapi.json"] {
        assert!(fs::metadata(node.path(&format!("reference/{page}"))).unwrap().len() > 1000, "{page}");
    }
}
