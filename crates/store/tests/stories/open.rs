//! Opening a database, and being refused one with the way out.

use std::path::PathBuf;

use store::{Error, Location, Opening, Store, Unsupported};

use crate::world::{World, both, database, server};

both! {
    async fn a_second_opening_finds_what_the_first_left(world: World) {
        let again = Store::open(&world.location).await.unwrap();
        assert_eq!(again.read().await.unwrap().node().await.unwrap().unwrap().id, "nod_test");
        let standing = Store::look(&world.location).await.unwrap();
        assert_eq!(standing.found, standing.known);
        again.close().await;
    }

    async fn a_database_of_a_newer_version_is_refused(world: World) {
        world.tamper("INSERT INTO migration (version, name, hash, applied_at) VALUES (99, 'later', 'x', 'then')").await;
        assert!(matches!(Store::open(&world.location).await, Err(Error::NewerVersion { found: 99, .. })));
        assert!(matches!(Store::look(&world.location).await, Err(Error::NewerVersion { found: 99, .. })));
    }

    async fn a_merged_migration_that_changed_is_refused(world: World) {
        world.tamper("UPDATE migration SET hash = 'other' WHERE version = 1").await;
        assert!(matches!(Store::open(&world.location).await, Err(Error::Damaged(_))));
    }

    async fn a_dropped_write_leaves_nothing(world: World) {
        let mut tx = world.store.begin("incident.submit").await.unwrap();
        let mut record = world.seizure("KZ", "2021-10-15", &[("heroin", 5)]);
        tx.put_incident(&mut record, None, &[]).await.unwrap();
        drop(tx);
        let mut tx = world.store.begin("incident.submit").await.unwrap();
        assert!(tx.incident(&world.reader("KZ"), &record.header.id).await.unwrap().is_none());
        assert_eq!(tx.sequence().await.unwrap(), 1);
        tx.undo().await.unwrap();
    }

    async fn a_view_sees_one_moment_only(world: World) {
        let mut view = world.store.read().await.unwrap();
        assert_eq!(view.sequence().await.unwrap(), 1);
        world.put(world.seizure("KZ", "2021-10-15", &[("heroin", 5)])).await;
        assert_eq!(view.sequence().await.unwrap(), 1);
        assert_eq!(world.store.read().await.unwrap().sequence().await.unwrap(), 2);
    }

    async fn writers_take_turns_and_lose_nothing(world: World) {
        let mut writers = Vec::new();
        for _ in 0..8 {
            let (store, mut record) = (world.store.clone(), world.seizure("KZ", "2021-10-15", &[("heroin", 1)]));
            let entry = world.entry("incident.submit");
            writers.push(tokio::spawn(async move {
                let mut tx = store.begin("incident.submit").await.unwrap();
                tx.put_incident(&mut record, None, &[]).await.unwrap();
                tx.commit(entry).await.unwrap().events[0].sequence
            }));
        }
        let mut sequences = Vec::new();
        for writer in writers {
            sequences.push(writer.await.unwrap());
        }
        sequences.sort_unstable();
        assert_eq!(sequences, (2..10).collect::<Vec<_>>());
        let report = world.store.read().await.unwrap().verify_audit().await.unwrap();
        assert_eq!((report.entries, report.fault), (9, None));
    }
}

#[tokio::test]
async fn a_missing_folder_is_told_from_a_read_only_one() {
    let missing = Location::Sqlite(PathBuf::from("/no/such/folder/reflex.db"));
    assert!(matches!(Store::open(&missing).await, Err(Error::NotFound(_))));
    // Nobody, not even root, makes files in this folder of the kernel.
    let read_only = Location::Sqlite(PathBuf::from("/sys/kernel/reflex.db"));
    let refused = Store::open(&read_only).await;
    assert!(matches!(refused, Err(Error::ReadOnly(_))), "{refused:?}");
}

#[tokio::test]
async fn a_database_that_holds_nothing_is_opened_only_to_make_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("reflex.db");
    std::fs::write(&path, "").unwrap();
    let location = Location::Sqlite(path.clone());
    for opening in [Opening::Work, Opening::Read] {
        let refused = Store::open_for(&location, opening).await;
        assert!(matches!(refused, Err(Error::Empty(_))), "{refused:?}");
    }
    assert_eq!(Store::look(&location).await.unwrap().found, 0);
    assert_eq!(std::fs::metadata(&path).unwrap().len(), 0);
    Store::open(&location).await.unwrap().close().await;
    Store::open_for(&location, Opening::Work).await.unwrap();
}

/// A database in a folder that a mount has made read-only; `None` where this machine does not let tests mount.
#[cfg(target_os = "linux")]
struct ReadOnlyDisk(tempfile::TempDir);

#[cfg(target_os = "linux")]
impl ReadOnlyDisk {
    /// Copies a database that is in use, with what stands in its log alone.
    fn copy_of(path: &std::path::Path) -> Option<(ReadOnlyDisk, Location)> {
        let folder = tempfile::tempdir().unwrap();
        for ending in ["", "-wal"] {
            let from = PathBuf::from(format!("{}{ending}", path.display()));
            std::fs::copy(from, folder.path().join(format!("copy.db{ending}"))).unwrap();
        }
        let to = folder.path().to_owned();
        let mount = |words: &[&str]| {
            let done = std::process::Command::new("mount").args(words).arg(&to).output();
            done.is_ok_and(|done| done.status.success())
        };
        let mounted = mount(&["--bind", &to.display().to_string()]);
        let disk = ReadOnlyDisk(folder);
        if !mounted || !mount(&["-o", "remount,ro,bind"]) {
            eprintln!("SKIPPED: this machine does not let tests mount");
            return None;
        }
        let location = Location::Sqlite(disk.0.path().join("copy.db"));
        Some((disk, location))
    }
}

#[cfg(target_os = "linux")]
impl Drop for ReadOnlyDisk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg(self.0.path()).output();
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_read_only_copy_is_read_whole_with_what_stands_in_its_log_alone() {
    let world = World::on_sqlite().await;
    world.put(world.seizure("KZ", "2021-10-15", &[("heroin", 5)])).await;
    let Location::Sqlite(path) = &world.location else { return };
    let Some((_disk, location)) = ReadOnlyDisk::copy_of(path) else { return };
    assert!(matches!(Store::open_for(&location, Opening::Work).await, Err(Error::ReadOnly(_))));
    let store = Store::open_for(&location, Opening::Read).await.unwrap();
    let mut view = store.read().await.unwrap();
    assert_eq!(view.sequence().await.unwrap(), 2);
    let report = view.verify_audit().await.unwrap();
    assert_eq!((report.entries, report.fault), (2, None));
    assert!(matches!(store.begin("node.init").await.err(), Some(Error::ReadOnly(_))));
    assert_eq!(Store::look(&location).await.unwrap().found, Store::look(&world.location).await.unwrap().found);
}

#[tokio::test]
async fn looking_does_not_make_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("reflex.db");
    assert!(matches!(Store::look(&Location::Sqlite(path.clone())).await, Err(Error::NotFound(_))));
    assert!(!path.exists());
}

#[tokio::test]
async fn another_programs_file_and_a_file_that_is_no_database_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("text.db");
    std::fs::write(&text, "this is a letter, not a database, and it is long enough to be looked at by its first page")
        .unwrap();
    let refused = Store::open(&Location::Sqlite(text.clone())).await;
    assert!(matches!(refused, Err(Error::Damaged(_))), "{refused:?}");
    let world = World::on_sqlite().await;
    world.tamper("DROP TABLE migration").await;
    let refused = Store::open(&world.location).await;
    assert!(matches!(refused, Err(Error::Unsupported(Unsupported::Foreign))), "{refused:?}");
}

#[tokio::test]
async fn a_postgresql_database_that_cannot_fold_cyrillic_is_refused() {
    let Some((url, _database)) = database("LC_COLLATE 'C' LC_CTYPE 'C'").await else { return };
    let refused = Store::open(&Location::Postgres(url)).await;
    assert!(matches!(refused, Err(Error::Unsupported(Unsupported::Locale(_)))), "{refused:?}");
}

#[tokio::test]
async fn a_postgresql_database_whose_provider_folds_cyrillic_and_whose_index_does_not_know_it_is_refused() {
    let icu = "LOCALE_PROVIDER icu ICU_LOCALE 'en' LC_COLLATE 'C' LC_CTYPE 'C'";
    let Some((url, _database)) = database(icu).await else { return };
    let refused = Store::open(&Location::Postgres(url)).await;
    assert!(matches!(refused, Err(Error::Unsupported(Unsupported::Locale(_)))), "{refused:?}");
}

#[tokio::test]
async fn a_postgresql_server_that_is_not_there_is_told_from_a_database_that_is_not() {
    let refused = Store::open(&Location::Postgres("postgres://nobody@127.0.0.1:9/none".to_owned())).await;
    assert!(matches!(refused, Err(Error::Unreachable(_))), "{refused:?}");
    let Some(server) = server() else { return };
    let (head, _) = server.rsplit_once('/').unwrap();
    let refused = Store::open(&Location::Postgres(format!("{head}/reflex_no_such_database"))).await;
    assert!(matches!(refused, Err(Error::NotFound(_))), "{refused:?}");
}

#[tokio::test]
async fn a_process_hears_of_what_another_kept() {
    let Some(world) = World::on_postgres().await else { return };
    let other = Store::open(&world.location).await.unwrap();
    let mut ear = other.listen().await.unwrap().unwrap();
    world.put(world.seizure("KZ", "2021-10-15", &[("heroin", 5)])).await;
    assert_eq!(ear.next().await.unwrap(), 2);
    drop(ear);
    other.close().await;
}

#[test]
fn an_address_is_told_from_a_path() {
    assert_eq!(Location::parse("postgres://a@b/c"), Location::Postgres("postgres://a@b/c".to_owned()));
    assert_eq!(Location::parse("data/reflex.db"), Location::Sqlite(PathBuf::from("data/reflex.db")));
}
