//! The status of a substance at a date: what is listed, covered, not covered, not determined, and why.
//!
//! Refuses made-up law: acts and entries here are invented, named as such, and cover each way in which an answer comes.

use super::*;
use crate::control_entry::Technique;
use crate::determination::DeterminationDraft;
use crate::id::Id;
use crate::legal_act::ActRef;
use crate::names::Names;
use crate::time::Moment;
use uuid::Uuid;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn act(key: &str, jurisdiction: &str, whole: Option<&str>) -> KnownAct {
    KnownAct {
        reference: ActRef::read("", key).unwrap(),
        jurisdiction: Jurisdiction::read("", jurisdiction).unwrap(),
        title: key.to_owned(),
        titles: Names::default(),
        adopted: None,
        from: Some(day("2010-01-01")),
        to: None,
        amends: Vec::new(),
        repeals: Vec::new(),
        holds_list: true,
        complete_as_of: whole.map(day),
        retrieved: None,
    }
}

fn entry(act: &str, substance: &str, from: Option<&str>) -> KnownEntry {
    KnownEntry {
        record: String::new(),
        shipped: String::new(),
        act: ActRef::read("", act).unwrap(),
        list: "I".to_owned(),
        number: "1".to_owned(),
        name: substance.to_owned(),
        substance: substance.to_owned(),
        technique: Technique::Individual,
        salts: Reaches::NotSaid,
        preparation_limit: String::new(),
        from: from.map(day),
        to: None,
        seen: None,
    }
}

fn opinion(number: u128, verdict: &str, kept: i64) -> Opinion {
    let draft = DeterminationDraft {
        substance: "adb-butinaca".to_owned(),
        jurisdiction: "DE".to_owned(),
        rule: "rule".to_owned(),
        from: "2015-01-01".to_owned(),
        verdict: verdict.to_owned(),
        reasoning: "because".to_owned(),
        ..DeterminationDraft::default()
    };
    let determination = draft.check(Id::new(Uuid::from_u128(number)), &[], None).unwrap();
    Opinion {
        id: determination.id.into(),
        owner: "DE".to_owned(),
        from: determination.from.day,
        determination,
        kept: Moment(kept),
    }
}

fn ask<'a>(book: &'a LawBook, substance: &str, jurisdiction: &str, on: &str, form: Form) -> Answer<'a> {
    let jurisdiction = Jurisdiction::read("", jurisdiction).unwrap();
    status(book, &Asked { substance, jurisdiction: &jurisdiction, day: day(on), form, content: None })
}

#[test]
fn an_entry_holds_from_its_day_and_not_before() {
    let acts = vec![act("de-list", "DE", Some("2022-12-31"))];
    let book = LawBook::of(acts, vec![entry("de-list", "adb-butinaca", Some("2021-12-31"))], vec![]);
    let before = ask(&book, "adb-butinaca", "DE", "2021-12-30", Form::Base);
    assert_eq!((before.status, before.grounds[0].why), (ControlStatus::NotCovered, Why::NotYet));
    let after = ask(&book, "adb-butinaca", "DE", "2021-12-31", Form::Base);
    assert_eq!((after.status, after.grounds[0].why), (ControlStatus::Listed, Why::Holds));
}

#[test]
fn what_is_not_found_is_not_covered_only_while_the_list_is_known_to_be_whole() {
    let book = LawBook::of(vec![act("de-list", "DE", Some("2021-06-30"))], vec![], vec![]);
    assert_eq!(ask(&book, "lsd", "DE", "2021-06-30", Form::Base).status, ControlStatus::NotCovered);
    let later = ask(&book, "lsd", "DE", "2021-07-01", Form::Base);
    assert_eq!((later.status, later.grounds[0].why), (ControlStatus::NotDetermined, Why::ListNotWhole));
    let open = LawBook::of(vec![act("de-list", "DE", None)], vec![], vec![]);
    assert_eq!(ask(&open, "lsd", "DE", "2021-06-30", Form::Base).status, ControlStatus::NotDetermined);
    let two = LawBook::of(vec![act("de-list", "DE", Some("2021-06-30")), act("de-two", "DE", None)], vec![], vec![]);
    assert_eq!(ask(&two, "lsd", "DE", "2021-06-30", Form::Base).status, ControlStatus::NotDetermined);
    let nothing = ask(&open, "lsd", "FR", "2021-06-30", Form::Base);
    assert_eq!((nothing.status, nothing.grounds[0].why), (ControlStatus::NotDetermined, Why::NoAct));
}

#[test]
fn an_entry_without_a_day_speaks_only_after_it_was_seen() {
    let seen = KnownEntry { seen: Some(day("2015-12-31")), ..entry("de-list", "mephedrone", None) };
    let book = LawBook::of(vec![act("de-list", "DE", Some("2022-01-01"))], vec![seen], vec![]);
    assert_eq!(ask(&book, "mephedrone", "DE", "2016-01-01", Form::Base).status, ControlStatus::Listed);
    let before = ask(&book, "mephedrone", "DE", "2015-01-01", Form::Base);
    assert_eq!((before.status, before.grounds[0].why), (ControlStatus::NotDetermined, Why::DayNotKnown));
}

#[test]
fn a_salt_needs_the_word_of_the_act_and_a_preparation_its_content() {
    let salt = |salts| KnownEntry { salts, ..entry("de-list", "lsd", Some("2010-01-01")) };
    let ask_salt = |salts| {
        let book = LawBook::of(vec![act("de-list", "DE", Some("2022-01-01"))], vec![salt(salts)], vec![]);
        ask(&book, "lsd", "DE", "2021-01-01", Form::Salt).status
    };
    assert_eq!(ask_salt(Reaches::Yes), ControlStatus::Listed);
    assert_eq!(ask_salt(Reaches::NotSaid), ControlStatus::NotDetermined);
    assert_eq!(ask_salt(Reaches::No), ControlStatus::NotCovered);
    let limited = KnownEntry { preparation_limit: "0.5".to_owned(), ..entry("de-list", "lsd", Some("2010-01-01")) };
    let book = LawBook::of(vec![act("de-list", "DE", Some("2022-01-01"))], vec![limited], vec![]);
    let germany = Jurisdiction::read("", "DE").unwrap();
    let ask = |content: Option<&str>| {
        let content = content.map(|text| read_decimal("", text, DecimalMark::Point).unwrap());
        let form = Form::Preparation;
        let asked = Asked { substance: "lsd", jurisdiction: &germany, day: day("2021-01-01"), form, content };
        status(&book, &asked).status
    };
    assert_eq!(ask(Some("0.5")), ControlStatus::NotCovered);
    assert_eq!(ask(Some("0.51")), ControlStatus::Listed);
    assert_eq!(ask(None), ControlStatus::NotDetermined);
}

#[test]
fn the_latest_verdict_counts_and_experts_who_differ_are_all_shown() {
    let rule = KnownEntry {
        technique: Technique::Derivative,
        substance: String::new(),
        ..entry("de-list", "", Some("2012-01-01"))
    };
    let acts = || vec![act("de-list", "DE", Some("2022-01-01"))];
    let unasked = LawBook::of(acts(), vec![rule.clone()], vec![]);
    let answer = ask(&unasked, "adb-butinaca", "DE", "2021-10-15", Form::Base);
    assert_eq!((answer.status, answer.grounds[0].why), (ControlStatus::NotDetermined, Why::RuleNotApplied));
    let both = LawBook::of(acts(), vec![rule], vec![opinion(1, "covered", 10), opinion(2, "not-covered", 20)]);
    let answer = ask(&both, "adb-butinaca", "DE", "2021-10-15", Form::Base);
    assert_eq!((answer.status, answer.opinions.len(), answer.differ()), (ControlStatus::NotCovered, 2, true));
    let early = ask(&both, "adb-butinaca", "DE", "2014-12-31", Form::Base);
    assert_eq!((early.status, early.opinions.len()), (ControlStatus::NotDetermined, 0));
}

#[test]
fn a_repealed_act_ends_and_a_province_has_its_countrys_law() {
    let old = act("pk-old", "PK", None);
    let new =
        KnownAct { from: Some(day("2020-01-01")), repeals: vec![old.reference.clone()], ..act("pk-new", "PK", None) };
    let book = LawBook::of(vec![old, new], vec![entry("pk-old", "lsd", Some("2010-01-01"))], vec![]);
    assert_eq!(ask(&book, "lsd", "PK-KP", "2019-12-31", Form::Base).status, ControlStatus::Listed);
    let after = ask(&book, "lsd", "PK-KP", "2020-01-01", Form::Base);
    assert_eq!(after.status, ControlStatus::NotDetermined);
    assert!(after.grounds.iter().any(|ground| ground.why == Why::Ended));
}

#[test]
fn the_conventions_answer_by_their_days_and_a_class_is_no_identity() {
    let book = LawBook::of(vec![], vec![], vec![]);
    assert_eq!(ask(&book, "heroin", "UN", "2021-10-15", Form::Salt).status, ControlStatus::Listed);
    assert_eq!(ask(&book, "mephedrone", "UN", "2014-01-01", Form::Base).status, ControlStatus::NotDetermined);
    assert_eq!(ask(&book, "bromazolam", "UN", "2021-10-15", Form::Base).status, ControlStatus::NotDetermined);
    let class = ask(&book, "synthetic-cannabinoid", "UN", "2021-10-15", Form::Base);
    assert_eq!((class.status, class.grounds[0].why), (ControlStatus::NotDetermined, Why::NoIdentity));
}

#[test]
fn a_name_that_only_acts_know_is_listed_where_it_is_written_and_open_everywhere_else() {
    let acts = vec![act("de-list", "DE", Some("2022-12-31")), act("fr-list", "FR", Some("2022-12-31"))];
    let own = KnownEntry { name: "New–Compound 7".to_owned(), ..entry("de-list", "", Some("2021-01-01")) };
    let book = LawBook::of(acts, vec![own], vec![]);
    let key = written_key("NEW compound 7");
    assert!(is_written(&key) && !is_written("mdma"));
    assert_eq!(ask(&book, &key, "DE", "2021-06-01", Form::Base).status, ControlStatus::Listed);
    let elsewhere = ask(&book, &key, "FR", "2021-06-01", Form::Base);
    assert_eq!(elsewhere.status, ControlStatus::NotDetermined, "its list may hold it under other words");
    assert!(elsewhere.grounds.iter().any(|ground| ground.why == Why::ByNameOnly));
    assert_eq!(ask(&book, "mdma", "FR", "2021-06-01", Form::Base).status, ControlStatus::NotCovered);
}
