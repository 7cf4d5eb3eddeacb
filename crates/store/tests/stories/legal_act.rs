//! Acts as the status asks them: the row follows its record, is compared with it, hidden with it, and made where it is missing.

use model::control_status::KnownAct;
use model::legal_act::{Law, LegalAct, LegalActDraft};
use model::marking::Audience;
use model::record::{Kind, Record, State};
use store::{Altered, Compared, Eyes, Store};

use crate::world::{World, both, day};

fn act(world: &World, title: &str, audience: Audience) -> Record<LegalAct> {
    let id = world.mint();
    let draft = LegalActDraft {
        jurisdiction: "KZ".to_owned(),
        title: title.to_owned(),
        adopted: "2019-07-03".to_owned(),
        in_force_from: "20.07.2019".to_owned(),
        archived_text: "Long, and read on its own page only".to_owned(),
        complete_as_of: "2021-09-01".to_owned(),
        ..LegalActDraft::default()
    };
    let content = draft.check(id, Law { acts: &[], today: day("2021-10-15") }).unwrap();
    Record { header: world.header(id, Kind::LegalAct, "KZ", 0, audience), content }
}

async fn put(world: &World, mut record: Record<LegalAct>, base: Option<u32>) -> Record<LegalAct> {
    let mut tx = world.store.begin("legal-act.add").await.unwrap();
    tx.put_shared(&mut record, base).await.unwrap();
    world.commit(tx).await;
    record
}

async fn known(store: &Store, world: &World, code: &str) -> Vec<KnownAct> {
    let eyes: [Eyes; 1] = [(world.operation, world.reader(code))];
    store.read().await.unwrap().known_acts(&eyes).await.unwrap()
}

async fn compared(world: &World) -> Compared {
    world.store.read().await.unwrap().compare_records().await.unwrap()
}

both! {
    async fn an_act_is_known_as_its_current_revision_says_and_to_those_who_may_see_it(world: World) {
        let first = put(&world, act(&world, "List", Audience::Amber), None).await;
        put(&world, act(&world, "Secret", Audience::Red), None).await;
        assert_eq!(known(&world.store, &world, "UZ").await, [KnownAct::of_record(&first.content)]);
        let mut next = first.clone();
        next.header.revision = 2;
        next.content.title = "List, as amended".to_owned();
        next.content.repeals = vec![next.content.id.into()];
        let next = put(&world, next, Some(1)).await;
        assert_eq!(known(&world.store, &world, "UZ").await, [KnownAct::of_record(&next.content)]);
        let mut gone = next.clone();
        (gone.header.revision, gone.header.state) = (3, State::Retracted);
        gone.header.reason = "Twice".to_owned();
        put(&world, gone, Some(2)).await;
        assert_eq!(known(&world.store, &world, "UZ").await, []);
        assert_eq!(compared(&world).await.altered, None);
    }

    async fn a_row_that_no_longer_says_what_its_act_says_is_named(world: World) {
        let kept = put(&world, act(&world, "List", Audience::Amber), None).await;
        for change in [
            "UPDATE legal_act SET whole_day = '2030-01-01'",
            "UPDATE legal_act SET whole_day = '2021-09-01', first_day = NULL",
            "DELETE FROM legal_act",
        ] {
            world.tamper(change).await;
            let named = Altered { record: kept.header.id.to_string(), table: "legal_act" };
            assert_eq!(compared(&world).await.altered, Some(named), "{change}");
        }
    }

    async fn acts_from_before_there_was_a_table_for_them_get_their_rows(world: World) {
        let kept = put(&world, act(&world, "List", Audience::Amber), None).await;
        let script = store::migrate::migrations().unwrap().into_iter().find(|script| script.name == "legal_act").unwrap();
        // A database stands at its last migration: what came after is undone with it.
        world.tamper("DROP TABLE answer_file").await;
        world.tamper("DROP TABLE legal_act").await;
        world.tamper("DROP INDEX control_entry_name").await;
        world.tamper(&format!("DELETE FROM migration WHERE version >= {}", script.version)).await;
        let again = Store::open(&world.location).await.unwrap();
        assert_eq!(known(&again, &world, "UZ").await, [KnownAct::of_record(&kept.content)]);
        assert_eq!(compared(&world).await.altered, None);
    }
}
