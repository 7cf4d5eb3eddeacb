//! Questions that an import leaves open: answered by the owner, one by one, and told to nobody who may not know.

use crate::import::import_by;
use crate::world::{CODE, World, problems};
use app::{Error, incident, total};
use model::id::RecordId;
use model::incident::{Answer, AnswerDraft, IncidentDraft};
use model::listing::{Filter, Order, Page};
use model::marking::MarkingDraft;

/// A row whose substance nobody knows and whose amount has no unit.
const DOUBTFUL: &str = "Asia;X;Kazakhstan;;Almaty;2021-10-12;white stuff;7.0;;;;;;;;\n";
const SOUND: &str = "Asia;X;Kazakhstan;;Almaty;2021-10-12;Mephedrone;511.06;Gram;;;;;;;\n";

fn answer(answer: Answer) -> AnswerDraft {
    AnswerDraft { answer: answer.to_string() }
}

/// Records of the operation in the order in which they came, and how many are held, as a member sees them.
async fn records(world: &World, login: &str) -> (Vec<RecordId>, i64) {
    let page = Page { order: Order::Event, after: None, limit: 50 };
    let listing = incident::list(&world.by(login).await, CODE, &Filter::default(), &page).await.unwrap();
    let mut ids: Vec<RecordId> = listing.rows.rows.into_iter().map(|row| row.id).collect();
    ids.sort();
    (ids, listing.rows.held)
}

/// One record with its open questions.
async fn one_held(world: &World) -> RecordId {
    import_by(world, "kz-contact", DOUBTFUL).await;
    records(world, "kz-contact").await.0.remove(0)
}

/// Two records of one owner, of which the later asks whether it is the same seizure as the earlier.
async fn twins(world: &World) -> (RecordId, RecordId) {
    import_by(world, "kz-contact", &SOUND.repeat(2)).await;
    let mut ids = records(world, "kz-contact").await.0;
    let (second, first) = (ids.remove(1), ids.remove(0));
    let asks = !incident::get(&world.by("kz-contact").await, &first).await.unwrap().questions.is_empty();
    if asks { (second, first) } else { (first, second) }
}

/// Open questions of a record by place and code, and the record the first one names, as a member is told.
async fn told(world: &World, login: &str, id: &RecordId) -> (Vec<(u32, String)>, Option<RecordId>) {
    let seen = incident::get(&world.by(login).await, id).await.unwrap();
    let open = seen.questions.iter().filter(|asked| !asked.answered);
    let places = open.map(|asked| (asked.place, asked.problem.code.to_string())).collect();
    (places, seen.questions.first().and_then(|asked| asked.problem.named_record()))
}

async fn share(world: &World, id: &RecordId, audience: &str) {
    let cx = world.by("kz-contact").await;
    let seen = incident::get(&cx, id).await.unwrap();
    let marking = MarkingDraft { audience: audience.to_owned(), ..MarkingDraft::default() };
    let draft = IncidentDraft { marking, ..IncidentDraft::of(&seen.record.content) };
    incident::amend(&cx, id, seen.record.header.revision, &draft).await.unwrap();
}

#[tokio::test]
async fn a_held_record_is_answered_question_by_question_until_nothing_is_open() {
    let world = World::new().await;
    let id = one_held(&world).await;
    let contact = world.by("kz-contact").await;
    assert_eq!(records(&world, "desk").await.1, 1);
    let right = answer(Answer::Right);
    let first = incident::answer(&contact, &id, 1, 0, &right).await.unwrap();
    assert_eq!((first.header.revision, records(&world, "desk").await.1), (2, 1));
    assert!(matches!(incident::answer(&contact, &id, 1, 1, &right).await, Err(Error::Stale { current: 2 })));
    assert!(matches!(incident::answer(&contact, &id, 2, 0, &right).await, Err(Error::Refused("already-answered"))));
    assert!(matches!(incident::answer(&contact, &id, 2, 9, &right).await, Err(Error::NotFound)));
    assert_eq!(problems(incident::answer(&contact, &id, 2, 1, &answer(Answer::Same)).await), ["answer:answer-unfit"]);
    let foreign = incident::answer(&world.by("uz-contact").await, &id, 2, 1, &right).await;
    assert!(matches!(foreign, Err(Error::Refused("role"))));
    incident::answer(&world.by("kz-officer").await, &id, 2, 1, &right).await.unwrap();
    assert_eq!(records(&world, "desk").await.1, 0);
    let overview = app::overview::get(&world.by("desk").await, CODE, &Filter::default()).await.unwrap();
    assert_eq!(overview.sum.sum.held, 0);
    let seen = incident::get(&contact, &id).await.unwrap();
    assert_eq!((seen.questions.len(), seen.questions.iter().all(|asked| asked.answered)), (2, true));
    let entry = app::audit::entries(&world.node(), None, 1).await.unwrap().remove(0);
    assert_eq!(entry.verb, "incident.answer");
    assert!(entry.detail.starts_with("question=1 answer=right"), "{}", entry.detail);
}

#[tokio::test]
async fn an_amendment_answers_what_it_corrects_or_settles_and_leaves_the_rest_open() {
    let world = World::new().await;
    let id = one_held(&world).await;
    let contact = world.by("kz-contact").await;
    let open = [(0, "substance-unrecognised".to_owned()), (1, "unit-missing".to_owned())];
    assert_eq!(told(&world, "kz-contact", &id).await.0, open);
    let mut draft = IncidentDraft::of(&incident::get(&contact, &id).await.unwrap().record.content);
    draft.note = "by the way".to_owned();
    draft.lines[0].substance = "mephedrone".to_owned();
    incident::amend(&contact, &id, 1, &draft).await.unwrap();
    assert_eq!(told(&world, "kz-contact", &id).await.0, open[1..]);
    draft.lines[0].quantity_unknown = false;
    (draft.lines[0].quantity, draft.lines[0].unit) = ("7".to_owned(), "g".to_owned());
    incident::amend(&contact, &id, 2, &draft).await.unwrap();
    assert_eq!((told(&world, "kz-contact", &id).await.0.len(), records(&world, "desk").await.1), (0, 0));
}

#[tokio::test]
async fn a_row_that_repeats_another_names_its_record_and_a_person_decides() {
    let world = World::new().await;
    let (first, second) = twins(&world).await;
    let (asked, named) = told(&world, "kz-contact", &second).await;
    assert_eq!((asked, named.as_ref()), (vec![(0, "duplicate-exact".to_owned())], Some(&first)));
    let same = answer(Answer::Same);
    let officer = incident::answer(&world.by("kz-officer").await, &second, 1, 0, &same).await;
    assert!(matches!(officer, Err(Error::Refused("role"))), "who tells duplicates apart is in the table");
    incident::answer(&world.by("kz-contact").await, &second, 1, 0, &same).await.unwrap();
    let kg = async |login: &str| {
        total::totals(&world.by(login).await, CODE, &Filter::default(), &[]).await.unwrap().sum.all.kg()
    };
    assert_eq!((kg("uz-officer").await, records(&world, "desk").await.1), ("0.51106".to_owned(), 0));
    incident::same_as(&world.by("kz-contact").await, &second, 2, None).await.unwrap();
    assert_eq!(kg("uz-officer").await, "1.02212");
}

#[tokio::test]
async fn another_record_is_told_only_to_whom_may_see_it_and_never_counts_for_more_readers() {
    let world = World::new().await;
    let (first, second) = twins(&world).await;
    share(&world, &first, "red").await;
    for (login, knows) in [("kz-contact", true), ("kz-chemist", false), ("uz-officer", false), ("desk", false)] {
        let (asked, named) = told(&world, login, &second).await;
        assert_eq!((asked.len(), named.is_some()), (1, knows), "{login}");
    }
    let contact = world.by("kz-contact").await;
    let same = answer(Answer::Same);
    let narrower = incident::answer(&contact, &second, 1, 0, &same).await;
    assert_eq!(problems(narrower), ["other:duplicate-narrower"]);
    assert_eq!(problems(incident::same_as(&contact, &second, 1, Some(&first)).await), ["other:duplicate-narrower"]);
    share(&world, &first, "green").await;
    incident::answer(&contact, &second, 1, 0, &same).await.unwrap();
    let twin = async |login: &str| {
        let seen = incident::get(&world.by(login).await, &second).await.unwrap();
        let revision = incident::revision(&world.by(login).await, &second, 2).await.unwrap();
        assert_eq!(seen.record.content.duplicate_of, revision.content.duplicate_of);
        (seen.record.content.duplicate_of.is_some(), seen.counts)
    };
    assert_eq!(twin("uz-officer").await, (true, false));
    share(&world, &first, "red").await;
    assert_eq!(twin("kz-contact").await, (true, true));
    assert_eq!(twin("uz-officer").await, (false, true), "who lost sight of the other keeps the amount");
}
