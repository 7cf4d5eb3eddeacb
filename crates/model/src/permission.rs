//! Who may do what to which record: one pure table, printed in the docs and kept as a snapshot.
//!
//! role x action -> [`Reach`]: the widest relation to the record (or operation) at which the role may act. Outside its
//! reach a member who may read gets [`Verdict::Refuse`]; one who may not know the thing exists gets [`Verdict::Hide`].
//! Refuses to ask the store: relations are handed in.

use crate::marking::Audience;
use crate::member::Role;
use crate::participant::ParticipationRole;

crate::codes! {
    /// What a member wants to do.
    pub enum Action {
        /// Read a record, an operation, a list, a figure, a report.
        Read = "read",
        /// Write an incident and submit it.
        Submit = "submit",
        /// Make a new revision of it.
        Amend = "amend",
        /// Confirm it: the laboratory or the contact point stands behind it.
        Confirm = "confirm",
        /// Take it back, with a reason.
        Retract = "retract",
        /// Import many from a file.
        Import = "import",
        /// Say which of several records of one seizure counts.
        Deduplicate = "deduplicate",
        /// Create an operation.
        CreateOperation = "create-operation",
        /// Change its names, participants, dates, scope.
        PlanOperation = "plan-operation",
        /// Keep meetings, the plan's text, questionnaires, recommendations and bulletins, and resolve comments.
        Coordinate = "coordinate",
        /// Speak for the participant: accept, release answers, say what became of a recommendation.
        SpeakFor = "speak-for",
        /// Bring in comments, answers, laws, determinations, detections; write messages, ask for information.
        Contribute = "contribute",
        /// Make a new revision of what was brought in, or take it back.
        Revise = "revise",
        /// Write findings and briefs.
        Analyse = "analyse",
        /// Open, close and reopen stages.
        MoveStage = "move-stage",
        /// Ask for, or second, the closing of an operation.
        CloseOperation = "close-operation",
        /// Make, list and revoke keys for an agency's software.
        ManageTokens = "manage-tokens",
        /// Invite countries and organisations: add participants and name them.
        ManageParticipants = "manage-participants",
        /// Add the agencies of a participant and keep their contact points.
        ManageAgencies = "manage-agencies",
        /// Make, disable and reset accounts.
        ManageMembers = "manage-members",
        /// Read the audit log and verify it.
        ReadLog = "read-log",
    }
}

/// How a member stands to a record or an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The member's agency owns it.
    OwnAgency,
    /// The member's participant owns it, or takes part in the operation as a participant.
    OwnParticipant,
    /// The member's participant coordinates the operation, and the audience lets it read.
    Coordinates,
    /// It is opened to the member's participant by audience or participation.
    Reader,
    /// The member may not know that it exists.
    Outsider,
}

/// The widest relation at which a role may act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Never.
    No,
    /// What the own agency owns.
    Agency,
    /// What the own participant owns.
    Participant,
    /// What the own participant coordinates.
    Coordinated,
    /// What the own participant owns or coordinates.
    Both,
    /// Whatever may be read.
    Readable,
    /// The node itself; no record is involved.
    Node,
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Do it.
    Allow,
    /// Say no; the member may know the thing exists.
    Refuse,
    /// Say "not found".
    Hide,
}

use Reach::{Agency, Both, Coordinated, No, Node, Participant, Readable};

/// The whole policy. Columns in the order of [`Role::ALL`]: administrator, coordinator, contact point, officer, chemist,
/// analyst, observer, supporter.
#[rustfmt::skip]
pub const TABLE: &[(Action, [Reach; 8])] = &[
    (Action::Read,            [No,   Readable,    Readable,    Readable,    Readable,    Readable,    Readable, Readable]),
    (Action::Submit,          [No,   Both,        Both,        Both,        Both,        No,          No,       No]),
    (Action::Amend,           [No,   Participant, Participant, Agency,      Agency,      No,          No,       No]),
    (Action::Confirm,         [No,   Participant, Participant, No,          Participant, No,          No,       No]),
    (Action::Retract,         [No,   Participant, Participant, Agency,      No,          No,          No,       No]),
    (Action::Import,          [No,   Both,        Both,        No,          No,          Both,        No,       No]),
    (Action::Deduplicate,     [No,   Participant, Participant, No,          No,          No,          No,       No]),
    (Action::CreateOperation, [No,   Node,        No,          No,          No,          No,          No,       No]),
    (Action::PlanOperation,   [No,   Coordinated, No,          No,          No,          No,          No,       No]),
    (Action::Coordinate,      [No,   Coordinated, No,          No,          No,          No,          No,       No]),
    (Action::SpeakFor,        [No,   No,          Participant, No,          No,          No,          No,       No]),
    (Action::Contribute,      [No,   Both,        Both,        Both,        Both,        Both,        No,       No]),
    (Action::Revise,          [No,   Participant, Participant, Agency,      Agency,      Agency,      No,       No]),
    (Action::Analyse,         [No,   Both,        Both,        No,          Both,        Both,        No,       No]),
    (Action::MoveStage,       [No,   Coordinated, No,          No,          No,          No,          No,       No]),
    (Action::CloseOperation,  [No,   Coordinated, No,          No,          No,          No,          No,       No]),
    (Action::ManageTokens,    [Node, No,          Participant, No,          No,          No,          No,       No]),
    (Action::ManageParticipants, [Node, Node,     No,          No,          No,          No,          No,       No]),
    (Action::ManageAgencies,  [Node, Node,        Participant, No,          No,          No,          No,       No]),
    (Action::ManageMembers,   [Node, No,          No,          No,          No,          No,          No,       No]),
    (Action::ReadLog,         [Node, No,          No,          No,          No,          No,          No,       No]),
];

/// The reach of `role` for `action`.
pub fn reach(role: Role, action: Action) -> Reach {
    let column = Role::ALL.iter().position(|other| *other == role);
    let row = TABLE.iter().find(|(other, _)| *other == action);
    row.zip(column).map_or(No, |((_, cells), column)| cells[column])
}

/// The verdict for a member of `role` that stands in `relation` to the thing.
pub fn may(role: Role, action: Action, relation: Relation) -> Verdict {
    let reach = reach(role, action);
    let within = match reach {
        No => false,
        Node => true,
        Agency => relation == Relation::OwnAgency,
        Participant => matches!(relation, Relation::OwnAgency | Relation::OwnParticipant),
        Coordinated => relation == Relation::Coordinates,
        Both => matches!(relation, Relation::OwnAgency | Relation::OwnParticipant | Relation::Coordinates),
        Readable => relation != Relation::Outsider,
    };
    let knows = relation != Relation::Outsider && self::reach(role, Action::Read) == Readable;
    match (within, knows) {
        (true, _) => Verdict::Allow,
        (false, true) => Verdict::Refuse,
        (false, false) => Verdict::Hide,
    }
}

/// Whether a participant of `role` in the operation is opened a submitted record of `audience` without being named.
///
/// The store's SQL says the same for lists and totals; a test holds both against this table.
pub const fn opens(audience: Audience, role: ParticipationRole) -> bool {
    match audience {
        Audience::Clear | Audience::Green => true,
        Audience::Amber => matches!(role, ParticipationRole::Coordinator | ParticipationRole::Participant),
        Audience::AmberStrict => matches!(role, ParticipationRole::Coordinator),
        Audience::Red => false,
    }
}

/// Whether a record of `audience` is opened to the other agencies of the participant that owns it. RED stays with the
/// agency that wrote it, and with the recipients that it names.
pub const fn opens_within(audience: Audience) -> bool {
    !matches!(audience, Audience::Red)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write;

    #[test]
    fn every_action_has_exactly_one_row() {
        for action in Action::ALL {
            assert_eq!(TABLE.iter().filter(|(other, _)| other == action).count(), 1, "{action}");
        }
    }

    #[test]
    fn the_policy_is_the_one_that_was_agreed() {
        let mut page = String::new();
        for (action, _) in TABLE {
            for role in Role::ALL {
                let cells: Vec<String> = [
                    Relation::OwnAgency,
                    Relation::OwnParticipant,
                    Relation::Coordinates,
                    Relation::Reader,
                    Relation::Outsider,
                ]
                .map(|relation| format!("{:?}", may(*role, *action, relation)))
                .into();
                writeln!(page, "{action} {role}: {}", cells.join(" ")).unwrap();
            }
        }
        insta::assert_snapshot!(page);
    }

    #[test]
    fn an_outsider_is_never_refused_only_hidden() {
        for (action, _) in TABLE {
            for role in Role::ALL {
                assert_ne!(may(*role, *action, Relation::Outsider), Verdict::Refuse);
            }
        }
    }

    #[test]
    fn observers_and_supporters_write_nothing() {
        for action in Action::ALL.iter().filter(|action| **action != Action::Read) {
            assert_ne!(may(Role::Observer, *action, Relation::Reader), Verdict::Allow);
            assert_ne!(may(Role::Supporter, *action, Relation::OwnAgency), Verdict::Allow);
        }
    }
}
