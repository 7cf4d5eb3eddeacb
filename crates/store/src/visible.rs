//! Who may see what, as SQL: one condition that every list, search, count, total, history and event adds.
//!
//! Refuses to filter afterwards. Says the same as `model::record::Reader::relation`; a test holds the two together over
//! every combination of owner, agency, audience, recipient and participation.

use model::{
    agency::AgencyId,
    marking::Audience,
    participant::ParticipantCode,
    permission::{self, Action, Reach},
    record::Reader,
};

use crate::value::{Clause, Value, params};

/// `column IN (…)`: the access combinations that this reader may see within the operation of its participation.
pub(crate) fn visible(reader: &Reader, column: &str) -> Clause {
    let (test, values) = test(reader);
    Clause::new(format!("{column} IN (SELECT a.id FROM access a WHERE {test})"), values)
}

/// The same, and owned by one of these participants and agencies where any are named.
pub(crate) fn visible_of(
    reader: &Reader,
    column: &str,
    participants: &[ParticipantCode],
    agencies: &[AgencyId],
) -> Clause {
    let (test, mut values) = test(reader);
    let mut text = format!("{column} IN (SELECT a.id FROM access a WHERE ({test})");
    for (name, wanted) in [
        ("owner", participants.iter().map(ToString::to_string).collect::<Vec<_>>()),
        ("agency", agencies.iter().map(ToString::to_string).collect()),
    ] {
        if !wanted.is_empty() {
            text.push_str(&[" AND a.", name, " IN (", &vec!["?"; wanted.len()].join(", "), ")"].concat());
            values.extend(wanted.into_iter().map(Value::from));
        }
    }
    text.push(')');
    Clause::new(text, values)
}

fn test(reader: &Reader) -> (String, Vec<Value>) {
    let reads = permission::reach(reader.role, Action::Read) != Reach::No;
    let Some(participation) = reader.participation.filter(|_| reads) else {
        return ("1 = 0".to_owned(), Vec::new());
    };
    let opened: Vec<String> = Audience::ALL
        .iter()
        .filter(|audience| permission::opens(**audience, participation))
        .map(|audience| format!("'{}'", audience.code()))
        .collect();
    let opened = if opened.is_empty() { "''".to_owned() } else { opened.join(", ") };
    let text = format!(
        "a.audience IN ({opened}) OR a.agency = ? OR (a.owner = ? AND a.audience <> 'red') \
         OR EXISTS (SELECT 1 FROM access_recipient n WHERE n.access = a.id AND n.participant = ?)"
    );
    let own = reader.participant.as_str();
    (text, params![reader.agency.to_string(), own, own])
}
