//! The plan: written clause by clause, sent out, commented, accepted, in force by its rule.

use crate::world::{CODE, World, operation_draft};
use app::Error;
use model::acceptance::{AcceptanceDraft, ReservationDraft};
use model::annex::AnnexDraft;
use model::card::Wanted;
use model::comment::CommentDraft;
use model::id::RecordId;
use model::lang::Lang;
use model::marking::MarkingDraft;
use model::names::Names;
use model::operation::OperationDraft;
use model::plan::{AskDraft, ClauseDraft, ConsultDraft, Standing};
use model::recommendation::RecommendationDraft;
use model::record::Kind;
use model::resolution::ResolutionDraft;

fn clause(text: &str) -> ClauseDraft {
    ClauseDraft {
        lang: "en".to_owned(),
        heading: Names::default().with(Lang::En, "Posts"),
        text: Names::default().with(Lang::En, text),
        ..ClauseDraft::default()
    }
}

fn remark(text: &str, audience: &str) -> CommentDraft {
    let marking = MarkingDraft { audience: audience.to_owned(), ..MarkingDraft::default() };
    CommentDraft { remark: text.to_owned(), lang: "ru".to_owned(), marking, ..CommentDraft::default() }
}

fn until(due: &str) -> ConsultDraft {
    ConsultDraft { due: due.to_owned(), ..ConsultDraft::default() }
}

fn ask(needed: &str) -> AskDraft {
    AskDraft { due: "2021-11-01".to_owned(), needed: needed.to_owned(), ..AskDraft::default() }
}

async fn begun(world: &World) -> RecordId {
    app::plan::create(&world.by("desk").await, CODE, "outline").await.unwrap().header.id
}

async fn sent(world: &World) -> RecordId {
    let id = begun(world).await;
    app::plan::consult(&world.by("desk").await, &id, 1, &until("2021-10-20")).await.unwrap();
    id
}

async fn acceptance(world: &World, login: &str, plan: &RecordId) -> AcceptanceDraft {
    let shown = app::plan::get(&world.by(login).await, plan).await.unwrap();
    AcceptanceDraft {
        hash: shown.version.record.content.hash(),
        day: "2021-10-15".to_owned(),
        authority: "ministry".to_owned(),
        ..AcceptanceDraft::default()
    }
}

fn code(error: Error) -> String {
    match error {
        Error::Invalid(problems) => problems.0[0].code.to_string(),
        Error::Refused(why) => why.to_owned(),
        other => other.to_string(),
    }
}

#[tokio::test]
async fn two_who_change_two_clauses_do_not_meet_and_two_who_change_one_are_told() {
    let world = World::new().await;
    let id = begun(&world).await;
    let (one, two) = (world.by("desk").await, world.by("desk-2").await);
    app::plan::put_clause(&one, &id, Some("c1"), 1, &clause("First")).await.unwrap();
    app::plan::put_clause(&two, &id, Some("c2"), 1, &clause("Second")).await.unwrap();
    let stale = app::plan::put_clause(&two, &id, Some("c1"), 1, &clause("Other")).await.unwrap_err();
    assert!(matches!(stale, Error::Stale { current: 3 }), "{stale}");
    let plan = app::plan::get(&one, &id).await.unwrap().version.record.content;
    let text = |id: &str| plan.clause(id).unwrap().text.say(Lang::En).to_owned();
    assert_eq!((text("c1"), text("c2")), ("First".to_owned(), "Second".to_owned()));
    app::plan::remove_clause(&one, &id, "c1", 3).await.unwrap();
    let gone = app::plan::put_clause(&two, &id, Some("c1"), 3, &clause("Other")).await.unwrap_err();
    assert!(matches!(gone, Error::Stale { current: 4 }), "{gone}");
    app::plan::put_clause(&two, &id, Some("c1"), 4, &clause("Other")).await.unwrap();
    let unknown = app::plan::put_clause(&two, &id, Some("c99"), 5, &clause("Other")).await.unwrap_err();
    assert!(matches!(unknown, Error::NotFound), "{unknown}");
}

#[tokio::test]
async fn a_draft_is_the_coordinators_alone_and_what_was_sent_out_stands() {
    let world = World::new().await;
    let id = begun(&world).await;
    let (desk, officer) = (world.by("desk").await, world.by("kz-officer").await);
    assert!(matches!(app::plan::get(&officer, &id).await, Err(Error::NotFound)));
    assert!(app::plan::room(&officer, CODE).await.unwrap().1.is_none());
    let early = app::comment::comment(&officer, &id, "c1", &remark("x", "")).await.unwrap_err();
    assert!(matches!(early, Error::NotFound), "{early}");
    let late = app::plan::consult(&desk, &id, 1, &until("2021-10-14")).await.unwrap_err();
    assert_eq!(code(late), "plan-due-past");
    app::plan::consult(&desk, &id, 1, &until("2021-10-15")).await.unwrap();
    let hash = app::plan::get(&officer, &id).await.unwrap().version.record.content.hash();
    let frozen = app::plan::put_clause(&desk, &id, Some("c1"), 2, &clause("Other")).await.unwrap_err();
    assert_eq!(code(frozen), "plan-frozen");
    assert_eq!(app::plan::get(&desk, &id).await.unwrap().version.record.content.hash(), hash);
    let refused = app::plan::next(&officer, &id).await.unwrap_err();
    assert_eq!(code(refused), "role");
    app::plan::next(&desk, &id).await.unwrap();
    assert_eq!(code(app::plan::next(&desk, &id).await.unwrap_err()), "plan-draft-exists");
    let seen = app::plan::get(&officer, &id).await.unwrap();
    assert_eq!((seen.versions.len(), seen.version.standing), (1, Standing::OutForComment));
}

#[tokio::test]
async fn a_plan_is_in_force_by_its_rule_until_its_amendment_is() {
    let world = World::new().await;
    let (desk, kz, uz) = (world.by("desk").await, world.by("kz-contact").await, world.by("uz-contact").await);
    let id = sent(&world).await;
    let early = app::acceptance::accept(&kz, &id, &acceptance(&world, "kz-contact", &id).await).await.unwrap_err();
    assert_eq!(code(early), "plan-not-asked-yet");
    app::plan::ask(&desk, &id, 2, &ask("")).await.unwrap();
    let officer = world.by("kz-officer").await;
    let refused = app::acceptance::accept(&officer, &id, &acceptance(&world, "kz-contact", &id).await).await;
    assert_eq!(code(refused.unwrap_err()), "role");
    let own = acceptance(&world, "kz-contact", &id).await;
    let on = |clause: &str| {
        let one = ReservationDraft { clause: clause.to_owned(), text: "Not at sea".to_owned() };
        AcceptanceDraft { reservations: vec![one], ..own.clone() }
    };
    assert_eq!(code(app::acceptance::accept(&kz, &id, &on("c77")).await.unwrap_err()), "clause-unknown");
    app::acceptance::accept(&kz, &id, &on("c5")).await.unwrap();
    assert_eq!(code(app::acceptance::accept(&kz, &id, &own).await.unwrap_err()), "acceptance-given");
    let shown = app::plan::get(&uz, &id).await.unwrap();
    assert_eq!(shown.version.standing, Standing::OutForAcceptance);
    assert_eq!(shown.version.tally.missing.iter().map(ToString::to_string).collect::<Vec<_>>(), ["UZ"]);
    let given = app::acceptance::accept(&uz, &id, &acceptance(&world, "uz-contact", &id).await).await.unwrap();
    assert_eq!(app::plan::get(&kz, &id).await.unwrap().version.standing, Standing::InForce);

    let next = app::plan::next(&desk, &id).await.unwrap().header.id;
    app::plan::ask(&desk, &next, 1, &ask("1")).await.unwrap();
    assert_eq!(
        app::plan::get(&kz, &id).await.unwrap().version.standing,
        Standing::InForce,
        "the amendment is only asked"
    );
    assert_eq!(code(app::acceptance::accept(&uz, &id, &own).await.unwrap_err()), "acceptance-superseded");
    app::acceptance::accept(&uz, &next, &acceptance(&world, "uz-contact", &next).await).await.unwrap();
    let shown = app::plan::get(&kz, &id).await.unwrap();
    let stands: Vec<Standing> = shown.versions.iter().map(|version| version.standing).collect();
    assert_eq!(stands, [Standing::InForce, Standing::Amended]);
    app::acceptance::withdraw(&uz, &given.header.id, 1, "By mistake").await.unwrap();
    assert_eq!(app::plan::get(&kz, &id).await.unwrap().version.standing, Standing::Revised);
}

#[tokio::test]
async fn what_was_said_of_a_clause_that_is_gone_stays_where_it_was_said() {
    let world = World::new().await;
    let id = sent(&world).await;
    let (desk, kz) = (world.by("desk").await, world.by("kz-officer").await);
    app::comment::comment(&kz, &id, "c3", &remark("Сроки?", "")).await.unwrap();
    let next = app::plan::next(&desk, &id).await.unwrap().header.id;
    app::plan::remove_clause(&desk, &next, "c3", 1).await.unwrap();
    app::plan::consult(&desk, &next, 2, &until("2021-10-20")).await.unwrap();
    assert!(matches!(app::plan::clause(&kz, &next, "c3", None).await, Err(Error::NotFound)));
    let told = app::plan::clause(&kz, &id, "c3", None).await.unwrap().told;
    assert_eq!(told.len(), 1);
    let superseded = app::comment::comment(&kz, &id, "c3", &remark("x", "")).await.unwrap_err();
    assert_eq!(code(superseded), "plan-superseded");
    let resolution = ResolutionDraft { decision: "accepted".to_owned(), ..ResolutionDraft::default() };
    app::resolution::resolve(&desk, &told[0].comment.header.id, 0, &resolution).await.unwrap();
    let causes = app::plan::causes(&kz, &app::plan::get(&kz, &next).await.unwrap()).await.unwrap();
    assert_eq!(causes["c3"].len(), 1, "the comment that took the clause out is told");
}

#[tokio::test]
async fn a_comment_for_the_coordinator_is_counted_for_nobody_else_and_its_answer_reaches_its_writer() {
    let world = World::new().await;
    let id = sent(&world).await;
    let (desk, kz, uz) = (world.by("desk").await, world.by("kz-officer").await, world.by("uz-officer").await);
    let own = app::comment::comment(&kz, &id, "c1", &remark("Нужен штат", "amber-strict")).await.unwrap();
    app::comment::comment(&kz, &id, "c1", &remark("Срок", "")).await.unwrap();
    let decided = ResolutionDraft {
        decision: "rejected".to_owned(),
        reason: "No means".to_owned(),
        ..ResolutionDraft::default()
    };
    app::resolution::resolve(&desk, &own.header.id, 0, &decided).await.unwrap();
    assert_eq!(code(app::resolution::resolve(&kz, &own.header.id, 1, &decided).await.unwrap_err()), "role");
    for (cx, all, done) in [(&desk, 2, 1), (&kz, 2, 1), (&uz, 1, 0)] {
        let shown = app::plan::get(cx, &id).await.unwrap();
        let of = |counts: &std::collections::BTreeMap<String, u64>| counts.get("c1").copied().unwrap_or_default();
        assert_eq!((of(&shown.comments), of(&shown.resolved)), (all, done));
        let heard = shown.heard.iter().find(|heard| heard.participant.as_str() == "KZ").unwrap();
        assert_eq!(heard.comments, all);
    }
    let told = app::plan::clause(&kz, &id, "c1", None).await.unwrap().told;
    assert_eq!(told[0].resolution.as_ref().unwrap().content.reason, "No means");
    assert!(matches!(app::comment::get(&uz, &own.header.id).await, Err(Error::NotFound)));
}

#[tokio::test]
async fn an_annex_is_in_no_list_count_or_search_of_another_participant() {
    let world = World::new().await;
    let id = sent(&world).await;
    let draft = AnnexDraft {
        title: "Zephyr".to_owned(),
        body: "Night shifts at Korday".to_owned(),
        lang: "en".to_owned(),
        ..AnnexDraft::default()
    };
    let annex = app::annex::write(&world.by("kz-officer").await, &id, &draft).await.unwrap().header.id;
    for (login, sees) in [("kz-contact", 1), ("desk", 1), ("uz-contact", 0), ("mn-observer", 0)] {
        let cx = world.by(login).await;
        let (lines, count) = app::record::list(&cx, CODE, &Wanted::of(Kind::Annex)).await.unwrap();
        assert_eq!((lines.len() as u64, count), (sees, sees), "{login}");
        let words = Wanted { words: "korday".to_owned(), ..Wanted::default() };
        assert_eq!(app::record::list(&cx, CODE, &words).await.unwrap().1, sees, "{login}");
        assert_eq!(app::record::whereabouts(&cx, &annex).await.is_ok(), sees == 1, "{login}");
    }
    let other = app::annex::change(&world.by("desk").await, &annex, 1, &draft).await.unwrap_err();
    assert_eq!(code(other), "role", "the coordinator reads it and leaves it alone");
}

#[tokio::test]
async fn a_participant_says_once_that_it_has_read_and_only_its_contact_point_does() {
    let world = World::new().await;
    let id = sent(&world).await;
    let contact = world.by("kz-contact").await;
    assert_eq!(code(app::comment::read(&world.by("kz-officer").await, &id).await.unwrap_err()), "role");
    app::comment::read(&contact, &id).await.unwrap();
    assert_eq!(code(app::comment::read(&contact, &id).await.unwrap_err()), "plan-read");
    let shown = app::plan::get(&world.by("desk").await, &id).await.unwrap();
    let read: Vec<_> = shown.heard.iter().map(|heard| (heard.participant.to_string(), heard.read)).collect();
    assert_eq!(read, [("KZ".to_owned(), true), ("UZ".to_owned(), false)]);
    assert_eq!(shown.comments.values().sum::<u64>(), 0, "to have read is no comment");
}

#[tokio::test]
async fn the_next_edition_begins_from_the_plan_before_with_its_open_recommendations() {
    let world = World::new().await;
    let desk = world.by("desk").await;
    sent(&world).await;
    let recommended = RecommendationDraft {
        recommended: Names::default().with(Lang::En, "Share reference spectra"),
        came_from: "debrief".to_owned(),
        everyone: true,
        category: "forensic".to_owned(),
        priority: "high".to_owned(),
        ..RecommendationDraft::default()
    };
    let open = app::recommendation::create(&desk, CODE, &recommended).await.unwrap();
    let draft = OperationDraft { previous: CODE.to_owned(), ..operation_draft("TEST-2") };
    app::operation::create(&desk, &draft).await.unwrap();
    let plan = app::plan::create(&desk, "TEST-2", "previous").await.unwrap().content;
    assert_eq!(plan.clauses.len(), 10);
    let carrying = plan.clauses.last().unwrap();
    assert_eq!(carrying.recommendation.as_ref(), Some(&open.header.id));
    assert_eq!((carrying.id.as_str(), carrying.text.say(Lang::En)), ("c10", "Share reference spectra"));
    app::operation::create(&desk, &operation_draft("TEST-3")).await.unwrap();
    let none = app::plan::create(&desk, "TEST-3", "previous").await.unwrap_err();
    assert_eq!(code(none), "plan-previous-none");
}

#[tokio::test]
async fn a_clause_leads_each_reader_only_to_what_that_reader_may_read() {
    let world = World::new().await;
    let (desk, id) = (world.by("desk").await, begun(&world).await);
    let hidden = world.recommended("Share reference spectra").await;
    let unseen = ClauseDraft { recommendation: "rcm_01h455vb4pex5vsknk084sn02q".to_owned(), ..clause("First") };
    assert_eq!(code(app::plan::put_clause(&desk, &id, Some("c1"), 1, &unseen).await.unwrap_err()), "record-unseen");
    let linked = ClauseDraft { recommendation: hidden.to_string(), ..clause("First") };
    app::plan::put_clause(&desk, &id, Some("c1"), 1, &linked).await.unwrap();
    app::plan::consult(&desk, &id, 2, &until("2021-10-20")).await.unwrap();
    for (login, sees) in [("desk", true), ("kz-officer", true), ("uz-officer", false)] {
        let shown = app::plan::get(&world.by(login).await, &id).await.unwrap();
        let titles: Vec<&str> = shown.links.iter().map(|one| one.title.as_str()).collect();
        assert_eq!(titles, if sees { vec!["Share reference spectra"] } else { vec![] }, "{login}");
    }
}

#[tokio::test]
async fn what_nobody_decided_on_is_listed_counted_and_next_as_far_as_one_may_see_it() {
    use app::comment::Narrowed;
    let world = World::new().await;
    let id = sent(&world).await;
    let (desk, kz, uz) = (world.by("desk").await, world.by("kz-officer").await, world.by("uz-officer").await);
    let first = app::comment::comment(&kz, &id, "c1", &remark("Сроки?", "amber-strict")).await.unwrap().header.id;
    let second = app::comment::comment(&uz, &id, "c2", &remark("Кто?", "")).await.unwrap().header.id;
    let open = Narrowed { open: true, ..Narrowed::default() };
    let count = async |cx: &app::Cx, narrowed: &Narrowed| {
        let list = app::comment::list(cx, &id, narrowed).await.unwrap();
        assert_eq!(list.count, list.told.len() as u64);
        list.count
    };
    assert_eq!((count(&desk, &open).await, count(&kz, &open).await, count(&uz, &open).await), (2, 2, 1));
    assert_eq!(app::comment::following(&desk, &first).await.unwrap().as_ref(), Some(&second));
    assert_eq!(app::comment::following(&desk, &second).await.unwrap().as_ref(), Some(&first), "from the first on");
    let decided = ResolutionDraft { decision: "accepted".to_owned(), ..ResolutionDraft::default() };
    app::resolution::resolve(&desk, &first, 0, &decided).await.unwrap();
    assert_eq!((count(&desk, &open).await, count(&kz, &open).await, count(&uz, &open).await), (1, 1, 1));
    let of_kz = Narrowed { owner: Some(model::participant::ParticipantCode::country("KZ")), ..Narrowed::default() };
    assert_eq!((count(&desk, &of_kz).await, count(&uz, &of_kz).await), (1, 0));
    app::resolution::resolve(&desk, &second, 0, &decided).await.unwrap();
    assert_eq!(app::comment::following(&desk, &second).await.unwrap(), None);
    assert_eq!(app::plan::get(&desk, &id).await.unwrap().next_open, None);
}

#[tokio::test]
async fn the_plan_of_the_demonstration_is_in_force_with_a_reservation_and_an_annex_for_two() {
    let world = World::empty().await;
    world.pass(5 * 365 * 86_400);
    app::demo::fill(&world.node(), |_, _| {}).await.unwrap();
    let world = world.reopened().await;
    let shown = |login: &'static str| {
        let world = &world;
        async move { app::plan::room(&world.by(login).await, "REFLEX-2021").await.unwrap().1.unwrap() }
    };
    let iran = shown("contact-ir").await;
    assert_eq!((iran.version.standing, iran.version.record.content.version), (Standing::InForce, 2));
    assert_eq!(iran.versions[1].standing, Standing::Revised);
    assert_eq!(iran.acceptances.iter().filter(|one| !one.content.reservations.is_empty()).count(), 1);
    assert!(iran.acceptances.iter().all(|one| one.content.hash == iran.version.record.content.hash()));
    assert_eq!((iran.annexes.len(), shown("contact").await.annexes.len()), (0, 1));
    let carried: Vec<_> = iran.links.iter().map(|one| one.kind).collect();
    assert_eq!(carried, [Kind::Recommendation; 2], "two recommendations of 2019 are carried on");
    let causes = app::plan::causes(&world.by("contact").await, &iran).await.unwrap();
    assert_eq!((causes["c4"].len(), causes["c5"].len()), (1, 2));
}
