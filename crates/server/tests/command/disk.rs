//! Output that cannot be printed, disks that are full or read-only, reports through pipes and links.

use super::{Node, Ran, archive};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a command answers when its standard output is a device that is always full.
#[cfg(target_os = "linux")]
pub fn onto_full(node: &Node, words: &[&str]) -> Ran {
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
