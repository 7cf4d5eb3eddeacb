//! What everything shared between participants has in common: one owner, one writer, immutable revisions, an audience.
//!
//! Refuses conflicts: an update names the revision it was made from, and a stale one is shown, never merged. Records of
//! one node are ordered by its sequence, never by its clock.

use crate::agency::AgencyId;
use crate::card::Card;
use crate::id::RecordId;
use crate::lang::Lang;
use crate::marking::Marking;
use crate::member::Role;
use crate::operation::OperationId;
use crate::participant::{ParticipantCode, ParticipationRole};
use crate::permission::{self, Relation};
use crate::time::{Day, Moment};
use crate::wire::v1::Carried;
use serde::{Deserialize, Serialize};

crate::codes! {
    /// The nouns that are records.
    pub enum Kind {
        /// An operation with its participations and stages.
        Operation = "operation",
        /// A seizure or one of its relatives.
        Incident = "incident",
        /// A meeting with its minutes.
        Meeting = "meeting",
        /// A version of the plan, clause by clause.
        Plan = "plan",
        /// What a participant adds to the plan for itself and the coordinator.
        Annex = "annex",
        /// What a participant says about a clause.
        Comment = "comment",
        /// What the coordinator decides on a comment.
        Resolution = "resolution",
        /// A participant's agreement to an exact text.
        Acceptance = "acceptance",
        /// What is to be done, by whom, until when.
        Recommendation = "recommendation",
        /// How an addressee stands to a recommendation.
        Progress = "progress",
        /// A form whose answers are collected.
        Questionnaire = "questionnaire",
        /// A participant's answers to a questionnaire.
        Submission = "submission",
        /// A law, a regulation or an amendment.
        LegalAct = "legal-act",
        /// A substance or class as an act lists it.
        ControlEntry = "control-entry",
        /// An expert's verdict on a substance under an act.
        Determination = "determination",
        /// A substance found by a laboratory.
        Detection = "detection",
        /// What an analyst concludes, facts apart from assessment.
        Finding = "finding",
        /// Findings put together for the participants.
        Brief = "brief",
        /// A question to the workspace that was kept.
        View = "view",
        /// What a participant says about a brief.
        Reply = "reply",
        /// A bulletin or a message of a thread.
        Message = "message",
        /// What one participant asks of others.
        InformationRequest = "information-request",
        /// What one of those asked says.
        Answer = "answer",
    }
}

crate::codes! {
    /// Where a record stands.
    pub enum State {
        /// Submitted; its substances may still be provisional.
        Submitted = "submitted",
        /// Confirmed by its owner.
        Confirmed = "confirmed",
        /// Taken back; leaves every total and stays in history.
        Retracted = "retracted",
    }
}

crate::codes! {
    /// Through which door a record or a write came in.
    pub enum Door {
        /// A page.
        Page = "page",
        /// The REST API.
        Api = "api",
        /// A file import.
        Import = "import",
        /// A node of another country.
        Peer = "peer",
        /// The command line of the node.
        Command = "command",
        /// Computed by the node: demonstration data.
        Computed = "computed",
    }
}

/// How a record came to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// Through which door.
    pub door: Door,
    /// File, sheet and row of an import; envelope of a peer; empty otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// What makes it the same row when the file comes again; empty otherwise. Unique within the operation for its owner.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
}

impl Provenance {
    /// Typed or sent through `door`.
    pub const fn door(door: Door) -> Self {
        Self { door, source: String::new(), key: String::new() }
    }
}

/// The header of a record: everything that is not its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Names it.
    pub id: RecordId,
    /// Which noun it is.
    pub kind: Kind,
    /// The operation it belongs to; an operation belongs to itself.
    pub operation: OperationId,
    /// The participant that owns it: alone changes, widens or retracts it.
    pub owner: ParticipantCode,
    /// The agency of the owner that wrote it.
    pub agency: AgencyId,
    /// The role of its author; never the person.
    pub author_role: Role,
    /// Who may read it, what may be done with it, how good it is.
    pub marking: Marking,
    /// Where it stands.
    pub state: State,
    /// Why it was retracted; empty otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// 1 for the first; a revision supersedes the one before it.
    pub revision: u32,
    /// The node that issued it.
    pub origin: String,
    /// The issuing node's sequence; 0 until it is kept.
    pub sequence: i64,
    /// When the first revision was kept.
    pub created: Moment,
    /// When this revision was kept.
    pub changed: Moment,
    /// The language it was written in.
    pub lang: Lang,
    /// How it came to be.
    pub provenance: Provenance,
    /// When it is looked at again: kept or purged.
    pub review: Option<Day>,
}

/// Who is reading: what the SQL of visibility and the table of permission need to know.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reader {
    /// The member's role.
    pub role: Role,
    /// The member's agency.
    pub agency: AgencyId,
    /// The member's participant.
    pub participant: ParticipantCode,
    /// What the participant is in the operation today; `None` outside it.
    pub participation: Option<ParticipationRole>,
}

impl Reader {
    /// How this reader stands to a record.
    pub fn relation(&self, header: &Header) -> Relation {
        let Some(participation) = self.participation else { return Relation::Outsider };
        let own = header.owner == self.participant;
        let named = header.marking.recipients.contains(&self.participant);
        if header.agency == self.agency {
            Relation::OwnAgency
        } else if own && permission::opens_within(header.marking.audience) {
            Relation::OwnParticipant
        } else if !named && !permission::opens(header.marking.audience, participation) {
            Relation::Outsider
        } else if participation == ParticipationRole::Coordinator {
            Relation::Coordinates
        } else {
            Relation::Reader
        }
    }

    /// How this reader stands to the operation itself.
    pub const fn relation_to_operation(&self) -> Relation {
        match self.participation {
            Some(ParticipationRole::Coordinator) => Relation::Coordinates,
            Some(ParticipationRole::Participant) => Relation::OwnParticipant,
            Some(ParticipationRole::Observer | ParticipationRole::Supporter | ParticipationRole::Guest) => {
                Relation::Reader
            }
            None => Relation::Outsider,
        }
    }
}

/// A noun whose records are kept and listed all alike: by header, revisions and a [`Card`].
pub trait Shared: Carried {
    /// Which noun.
    const KIND: Kind;

    /// What a list says of it without opening it.
    fn card(&self) -> Card;

    /// The words under which a search finds it, in every language in which it was written.
    fn searched(&self) -> String;
}

/// A record: its header and what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record<T> {
    /// What it has in common with every record.
    pub header: Header,
    /// What it says.
    pub content: T,
}
