//! Entries: unknown substances, overlapping days, and a table that is kept whole and once.

use crate::legal_act::{added, draft as act_draft, problems};
use crate::world::{CODE, World};
use app::control_entry::{Looked, Mapping, Outcome, Source};
use model::control_entry::ControlEntryDraft;
use model::marking::MarkingDraft;

fn draft(act: &str, name: &str) -> ControlEntryDraft {
    ControlEntryDraft {
        act: act.to_owned(),
        list: "I".to_owned(),
        name: name.to_owned(),
        ..ControlEntryDraft::default()
    }
}

#[tokio::test]
async fn an_entry_for_an_unknown_substance_is_asked_back_or_kept_as_written() {
    let world = World::new().await;
    let act = added(&world, "kz-officer", &act_draft("List")).await.content.id.to_string();
    let officer = world.by("kz-officer").await;
    let found = problems(app::control_entry::create(&officer, CODE, &draft(&act, "Qwertyzine-77")).await);
    assert!(found.0[0].code.starts_with("substance-"), "{found:?}");
    let kept = ControlEntryDraft { not_in_catalogue: true, ..draft(&act, "Qwertyzine-77") };
    let kept = app::control_entry::create(&officer, CODE, &kept).await.unwrap();
    assert_eq!(kept.content.name, "Qwertyzine-77");
    let unknown = draft("ru-no-such-act", "MDMA");
    assert_eq!(problems(app::control_entry::create(&officer, CODE, &unknown).await).0[0].code, "act-unknown");
}

#[tokio::test]
async fn the_same_place_and_days_name_the_other_entry_until_it_is_taken_back() {
    let world = World::new().await;
    let act = added(&world, "kz-officer", &act_draft("List")).await.content.id.to_string();
    let officer = world.by("kz-officer").await;
    let first = app::control_entry::create(&officer, CODE, &draft(&act, "MDMA")).await.unwrap();
    let again = app::control_entry::create(&officer, CODE, &draft(&act, "MDMA")).await;
    assert_eq!(problems(again).0[0].code, "validity-overlaps");
    app::control_entry::retract(&officer, &first.header.id, 1, "typed twice").await.unwrap();
    app::control_entry::create(&officer, CODE, &draft(&act, "MDMA")).await.unwrap();
    assert!(app::condition::examine(&world.node()).await.unwrap().records.altered.is_none());
}

const TABLE: &str = "list,inn,other,iupac\nI,Mephedrone,-,-\nI,-,MDPV,-\nII,Unheardofine,-,-\n";

fn mapping() -> Mapping {
    Mapping {
        name: "inn".to_owned(),
        name_else: "other".to_owned(),
        chemical: "iupac".to_owned(),
        list: "list".to_owned(),
        ..Mapping::default()
    }
}

fn counts(looked: &Looked) -> [usize; 4] {
    [Outcome::Recognised, Outcome::AsWritten, Outcome::Known, Outcome::Problem].map(|outcome| looked.count(outcome))
}

#[tokio::test]
async fn a_table_is_looked_at_then_kept_and_the_same_table_again_changes_nothing() {
    let world = World::new().await;
    let act = added(&world, "kz-officer", &act_draft("List")).await.header.id;
    let officer = world.by("kz-officer").await;
    let own = mapping();
    let source = Source { file: "list.csv", text: TABLE, mapping: &own, seen: "2021-10-01" };
    assert_eq!(counts(&app::control_entry::look(&officer, &act, source).await.unwrap()), [2, 1, 0, 0]);
    assert_eq!(app::legal_act::get(&officer, &act).await.unwrap().entries.len(), 0, "looking keeps nothing");
    let marking = MarkingDraft::default();
    app::control_entry::import(&officer, &act, source, &marking).await.unwrap();
    let again = app::control_entry::import(&officer, &act, source, &marking).await.unwrap();
    assert_eq!(counts(&again), [0, 0, 3, 0]);
    assert_eq!(app::legal_act::get(&officer, &act).await.unwrap().entries.len(), 3);
    let bad = Source { seen: "2022-10-01", text: "list,inn,other,iupac\nI,Heroin,-,-\nI,,,\n", ..source };
    let refused = problems(app::control_entry::import(&officer, &act, bad, &marking).await);
    assert_eq!(refused.0[0].code, "table-row-problem");
    assert_eq!(app::legal_act::get(&officer, &act).await.unwrap().entries.len(), 3, "all of a table, or nothing");
}

#[tokio::test]
async fn a_national_schedule_of_hundreds_of_rows_is_taken_in() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/vocabulary/de_btmg_schedules.csv");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("SKIPPED: no real data at {path}");
        return;
    };
    let world = World::new().await;
    let german = model::legal_act::LegalActDraft { jurisdiction: "DE".to_owned(), ..act_draft("BtMG") };
    let act = added(&world, "kz-officer", &german).await.header.id;
    let officer = world.by("kz-officer").await;
    let own = Mapping {
        name: "inn".to_owned(),
        name_else: "other_names".to_owned(),
        synonyms: "other_names".to_owned(),
        chemical: "iupac".to_owned(),
        list: "anlage".to_owned(),
        ..Mapping::default()
    };
    let source = Source { file: "btmg.csv", text: &text, mapping: &own, seen: "2021-10-01" };
    let looked = app::control_entry::import(&officer, &act, source, &MarkingDraft::default()).await.unwrap();
    eprintln!("BtMG: {:?} of {}", counts(&looked), looked.lines.len());
    assert!(looked.lines.len() >= 480 && looked.count(Outcome::Recognised) >= 80);
    let entries = app::legal_act::get(&officer, &act).await.unwrap().entries.len();
    let again = app::control_entry::import(&officer, &act, source, &MarkingDraft::default()).await.unwrap();
    assert_eq!(again.count(Outcome::Known), looked.lines.len());
    assert_eq!(app::legal_act::get(&officer, &act).await.unwrap().entries.len(), entries);
}
