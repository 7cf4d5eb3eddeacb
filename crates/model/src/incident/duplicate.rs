//! Several records of one seizure: which of them counts, and who would lose sight of it.
//!
//! Refuses to let an amount vanish: a record leaves the figures only while another of the same seizure stands that
//! everybody sees who sees it.

use crate::marking::Audience;
use crate::operation::Operation;
use crate::participant::{ParticipantCode, ParticipationRole};
use crate::permission::opens;
use crate::record::{Header, State};

/// Which records of one seizure count, in the order given: the one that was chosen first, then those that were said to
/// be the same as it, in the order of their arrival.
///
/// A record counts unless an earlier one that stands is seen by everybody who sees it. So exactly one counts where all
/// have the same readers; when the chosen one is retracted, the next takes its place by itself and no figure loses the
/// seizure; and where the chosen one was closed to some readers later, they keep the one they see.
pub fn counting(operation: &Operation, records: &[&Header]) -> Vec<bool> {
    let stands = |header: &Header| header.state != State::Retracted;
    let hidden_behind = |place: usize, own: &Header| {
        records[..place].iter().any(|earlier| stands(earlier) && covers(operation, earlier, own))
    };
    records.iter().enumerate().map(|(place, own)| stands(own) && !hidden_behind(place, own)).collect()
}

/// Whether everybody who may read `narrow` may read `wide`.
pub fn covers(operation: &Operation, wide: &Header, narrow: &Header) -> bool {
    let opened = |participant: &ParticipantCode| is_open_to(operation, wide, participant);
    let by_role =
        |role: &ParticipationRole| !opens(narrow.marking.audience, *role) || opens(wide.marking.audience, *role);
    let agency = narrow.agency == wide.agency || opened(&narrow.owner);
    let owner = narrow.marking.audience == Audience::Red || opened(&narrow.owner);
    agency && owner && narrow.marking.recipients.iter().all(opened) && ParticipationRole::ALL.iter().all(by_role)
}

/// Whether all agencies of a participant may read a record, by everything the participant is in the operation; one that
/// takes no part in it reads nothing, and so misses nothing.
fn is_open_to(operation: &Operation, header: &Header, participant: &ParticipantCode) -> bool {
    let marking = &header.marking;
    let own = header.owner == *participant && marking.audience != Audience::Red;
    let parts = operation.participations.iter().filter(|part| part.participant == *participant);
    own || marking.recipients.contains(participant) || parts.into_iter().all(|part| opens(marking.audience, part.role))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{Id, uuid_v7};
    use crate::incident::Incident;
    use crate::lang::Lang;
    use crate::marking::Marking;
    use crate::member::Role;
    use crate::names::Names;
    use crate::operation::ScopeRule;
    use crate::participant::Participation;
    use crate::permission::Relation;
    use crate::record::{Door, Kind, Provenance, Reader};
    use crate::time::Moment;

    const PARTS: [(&str, ParticipationRole); 5] = [
        ("CENTRE", ParticipationRole::Coordinator),
        ("KZ", ParticipationRole::Participant),
        ("UZ", ParticipationRole::Participant),
        ("MN", ParticipationRole::Observer),
        ("UNODC", ParticipationRole::Supporter),
    ];

    fn code(code: &str) -> ParticipantCode {
        ParticipantCode::country(code)
    }

    fn agency(participant: &str, place: u8) -> crate::agency::AgencyId {
        let mut random = [place; 10];
        random.iter_mut().zip(participant.bytes()).for_each(|(byte, letter)| *byte ^= letter);
        Id::new(uuid_v7(Moment(0), random))
    }

    fn operation() -> Operation {
        let part = |(code, role): (&str, ParticipationRole)| Participation {
            participant: ParticipantCode::country(code),
            role,
            since: None,
            until: None,
        };
        Operation {
            id: Id::new(uuid_v7(Moment(0), [0; 10])),
            code: "TEST".to_owned(),
            names: Names::default(),
            aliases: Vec::new(),
            series: String::new(),
            edition: String::new(),
            previous: String::new(),
            objective: Names::default(),
            targets: Vec::new(),
            scope: ScopeRule::default(),
            legal_basis: String::new(),
            languages: Vec::new(),
            marking: Marking::default(),
            participations: PARTS.into_iter().map(part).collect(),
            stages: Vec::new(),
            late_days: 0,
            demonstration: false,
            archive: false,
            closing_asked_by: None,
        }
    }

    fn header(owner: &str, place: u8, audience: Audience, recipients: &[&str]) -> Header {
        let recipients = recipients.iter().map(|participant| code(participant)).collect();
        Header {
            id: Id::<Incident>::new(uuid_v7(Moment(0), [place; 10])).into(),
            kind: Kind::Incident,
            operation: operation().id,
            owner: code(owner),
            agency: agency(owner, place),
            author_role: Role::Officer,
            marking: Marking { audience, recipients, ..Marking::default() },
            state: State::Submitted,
            reason: String::new(),
            revision: 1,
            origin: String::new(),
            sequence: 0,
            created: Moment(0),
            changed: Moment(0),
            lang: Lang::En,
            provenance: Provenance::door(Door::Page),
            review: None,
        }
    }

    /// Every kind of record that two countries can make.
    fn headers() -> Vec<Header> {
        let recipients: [&[&str]; 4] = [&[], &["UZ"], &["KZ", "MN"], &["CENTRE", "KZ", "UZ", "MN", "UNODC"]];
        let of = |owner, place| {
            Audience::ALL
                .iter()
                .flat_map(move |audience| recipients.map(|named| header(owner, place, *audience, named)))
        };
        of("KZ", 1).chain(of("KZ", 2)).chain(of("UZ", 1)).collect()
    }

    fn readers() -> Vec<Reader> {
        let reader = |(participant, role): (&str, ParticipationRole), place| Reader {
            role: Role::Officer,
            agency: agency(participant, place),
            participant: code(participant),
            participation: Some(role),
        };
        PARTS.into_iter().flat_map(|part| [1, 2].map(|place| reader(part, place))).collect()
    }

    #[test]
    fn whoever_sees_a_record_sees_every_record_that_covers_it() {
        let (operation, headers, readers) = (operation(), headers(), readers());
        let sees = |reader: &Reader, header: &Header| reader.relation(header) != Relation::Outsider;
        let mut found = 0;
        for narrow in &headers {
            for wide in headers.iter().filter(|wide| covers(&operation, wide, narrow)) {
                found += 1;
                assert!(
                    readers.iter().all(|reader| !sees(reader, narrow) || sees(reader, wide)),
                    "{wide:?} {narrow:?}"
                );
            }
            assert!(covers(&operation, narrow, narrow));
        }
        assert!(found > headers.len(), "more than each by itself");
    }

    #[test]
    fn of_equals_the_first_that_stands_counts_and_the_next_takes_its_place() {
        let operation = operation();
        let mut all = [1, 2, 1].map(|place| header("KZ", place, Audience::Amber, &[]));
        let count = |all: &[Header; 3]| counting(&operation, &all.each_ref());
        assert_eq!(count(&all), [true, false, false]);
        all[0].state = State::Retracted;
        assert_eq!(count(&all), [false, true, false]);
        all[1].state = State::Retracted;
        assert_eq!(count(&all), [false, false, true]);
    }

    #[test]
    fn who_does_not_see_the_chosen_record_keeps_the_one_it_sees() {
        let chosen = header("KZ", 1, Audience::Red, &[]);
        let wide = [1, 2].map(|place| header("KZ", place, Audience::Green, &[]));
        assert_eq!(counting(&operation(), &[&chosen, &wide[0], &wide[1]]), [true, true, false]);
    }
}
