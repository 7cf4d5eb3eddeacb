//! What a list says of a record without opening it: what it is about, where it stands, its title and its days.
//!
//! Refuses content: whoever opens the record reads that. A card follows from the record and is never written by itself.

use crate::agency::AgencyId;
use crate::id::RecordId;
use crate::marking::Audience;
use crate::operation::OperationId;
use crate::participant::ParticipantCode;
use crate::record::{Kind, State};
use crate::time::{Day, Moment};

/// What a record says of itself to lists. Blank is "nothing of the sort".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// The record it is about: the plan of a comment, the questionnaire of a submission, the thread of a message.
    pub about: Option<RecordId>,
    /// Which part of that: a clause, a question.
    pub part: String,
    /// Where it stands in the life of its noun, as a code of that noun: `draft`, `accepted`, `in-progress`.
    pub status: String,
    /// What it is filed under: a substance, a jurisdiction, a category.
    pub key: String,
    /// What it is called, in the language it was written in.
    pub title: String,
    /// The day it speaks of: of a meeting, of an act's coming into force, of a detection.
    pub day: Option<Day>,
    /// The day by which something is to be done.
    pub due: Option<Day>,
}

/// One line of a list: the header's words for lists, and the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Names the record.
    pub id: RecordId,
    /// Which noun.
    pub kind: Kind,
    /// The operation it belongs to.
    pub operation: OperationId,
    /// The participant that owns it.
    pub owner: ParticipantCode,
    /// The agency that wrote it.
    pub agency: AgencyId,
    /// Who may read it.
    pub audience: Audience,
    /// Where the record stands.
    pub state: State,
    /// Its revision.
    pub revision: u32,
    /// When the first revision was kept.
    pub created: Moment,
    /// When the current revision was kept.
    pub changed: Moment,
    /// Its card.
    pub card: Card,
}

/// Which records a list shows. What is left out narrows nothing; retracted records are shown only where asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// This one.
    pub record: Option<RecordId>,
    /// Of these nouns; empty for all.
    pub kinds: Vec<Kind>,
    /// About one of these records; empty for all.
    pub about: Vec<RecordId>,
    /// About this part.
    pub part: Option<String>,
    /// Standing at one of these; empty for all.
    pub status: Vec<String>,
    /// Filed under one of these; empty for all.
    pub keys: Vec<String>,
    /// Owned by this participant.
    pub owner: Option<ParticipantCode>,
    /// Written by this agency.
    pub agency: Option<AgencyId>,
    /// Found by these words.
    pub words: String,
    /// Due on this day or before.
    pub due_by: Option<Day>,
    /// Of this day or later.
    pub from: Option<Day>,
    /// Of this day or before.
    pub to: Option<Day>,
    /// About which no record of this noun stands: comments that nobody has decided on.
    pub without: Option<Kind>,
    /// Retracted ones too.
    pub with_retracted: bool,
    /// Oldest first instead of newest first.
    pub oldest_first: bool,
    /// At most so many; all where zero.
    pub limit: u32,
    /// Those after this one, the last of the page before.
    pub after: Option<RecordId>,
}

impl Wanted {
    /// All records of one noun.
    pub fn of(kind: Kind) -> Self {
        Self { kinds: vec![kind], ..Self::default() }
    }

    /// The same, about one record.
    #[must_use]
    pub fn about(mut self, id: &RecordId) -> Self {
        self.about.push(id.clone());
        self
    }
}
