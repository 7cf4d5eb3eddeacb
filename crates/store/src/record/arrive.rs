//! How a revision of any noun is kept: header, canonical text with its hash, access, questions, event.
//!
//! Refuses to give a sequence twice: the head of the node's sequence is held by this writer alone.

use model::{event::Event, problem::Problem, record::Header, wire::v1};

use crate::{
    error::{Error, Result},
    tx::Tx,
    value::{Value, params},
};

/// A record on its way in: its header, its canonical text, and the questions that arise about it.
pub(crate) struct Arriving<'a> {
    pub header: &'a Header,
    pub body: String,
    pub questions: &'a [Problem],
}

/// What a record is called inside the database once it is kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kept {
    pub number: i64,
    pub access: i64,
    /// This node's sequence of the revision.
    pub sequence: i64,
    /// Whether a question is open about it.
    pub held: bool,
}

impl Tx {
    /// Keeps first revisions of new records, many at once.
    pub(crate) async fn add_records(&mut self, arriving: &[Arriving<'_>]) -> Result<Vec<Kept>> {
        let mut kept = Vec::with_capacity(arriving.len());
        let mut headers = Vec::with_capacity(arriving.len());
        for one in arriving {
            self.head.number += 1;
            let access = self.access(one.header).await?;
            let sequence = self.next_event(one.header);
            let own = Kept { number: self.head.number, access, sequence, held: !one.questions.is_empty() };
            headers.push(header_row(one.header, own));
            kept.push(own);
        }
        self.insert_all("record", RECORD, headers).await?;
        self.add_revisions(arriving, &kept, 0).await?;
        Ok(kept)
    }

    /// Keeps the next revision of a record; `Conflict` where it was not made from the current one. Questions that are
    /// open stay open.
    pub(crate) async fn revise_record(&mut self, one: &Arriving<'_>, base: u32) -> Result<Kept> {
        let header = one.header;
        let access = self.access(header).await?;
        let sequence = self.head.event + 1;
        let sql = "UPDATE record SET access = $2, state = $3, revision = $4, sequence = $5, changed = $6, review = $7 \
                   WHERE id = $1 AND revision = $8 RETURNING number";
        let review = header.review.map(|day| day.to_string());
        let (id, state, changed) = (header.id.as_str(), header.state.code(), header.changed.0);
        let values = params![id, access, state, header.revision, sequence, changed, review, base];
        let Some(row) = self.opt(sql, values).await? else { return Err(self.conflict(header, base).await?) };
        self.next_event(header);
        let number = row.int(0)?;
        let asked = "SELECT COUNT(*), COUNT(CASE WHEN answered = 0 THEN 1 END) FROM record_question WHERE record = $1";
        let asked = self.one(asked, params![number]).await?;
        let held = asked.int(1)? > 0 || !one.questions.is_empty();
        let own = Kept { number, access, sequence, held };
        self.add_revisions(std::slice::from_ref(one), &[own], asked.int(0)?).await?;
        Ok(own)
    }

    async fn conflict(&mut self, header: &Header, base: u32) -> Result<Error> {
        let row = self.opt("SELECT revision FROM record WHERE id = $1", params![header.id.as_str()]).await?;
        Ok(match row {
            Some(row) => Error::Conflict { base: base.into(), current: row.int(0)? },
            None => Error::NotFound(header.id.to_string()),
        })
    }

    /// Writes texts, questions (numbered on from `asked`) and events; the last events remembered are theirs.
    async fn add_revisions(&mut self, arriving: &[Arriving<'_>], kept: &[Kept], asked: i64) -> Result<()> {
        let (mut revisions, mut questions, mut events) = (Vec::with_capacity(kept.len()), Vec::new(), Vec::new());
        for (one, own) in arriving.iter().zip(kept) {
            let (hash, header) = (v1::hash(&one.body), one.header);
            self.seal.add(own.sequence, header.id.as_str(), header.revision.into(), &hash);
            revisions.push(revision_row(one, *own, hash));
            for (place, problem) in (asked..).zip(one.questions) {
                questions.push(params![own.number, place, crate::to_json(problem)?, false]);
            }
            let (operation, kind) = (header.operation.to_string(), header.kind.code());
            events.push(params![own.sequence, operation, kind, own.number, header.revision, header.changed.0]);
        }
        self.insert_all("record_revision", REVISION, revisions).await?;
        self.insert_all("record_question", "record, place, problem, answered", questions).await?;
        self.insert_all("event", "sequence, operation, kind, record, revision, at", events).await
    }

    /// Gives the next sequence to a change and remembers to tell it.
    fn next_event(&mut self, header: &Header) -> i64 {
        self.head.event += 1;
        self.events.push(Event {
            sequence: self.head.event,
            operation: header.operation,
            kind: header.kind,
            record: header.id.clone(),
            revision: header.revision,
            at: header.changed,
        });
        self.head.event
    }

    /// The id of a header's access combination, made on first use.
    async fn access(&mut self, header: &Header) -> Result<i64> {
        let recipients = recipients(header);
        let (id, made) = self.intern("access", ACCESS, &access_key(header)).await?;
        if made {
            let rows = recipients.iter().map(|participant| params![id, *participant]).collect();
            self.insert_all("access_recipient", "access, participant", rows).await?;
        }
        Ok(id)
    }
}

pub(crate) const RECORD: &str = "id, number, kind, operation, access, state, revision, origin, sequence, created, changed, \
                                 provenance_key, review";
pub(crate) const REVISION: &str = "record, revision, access, state, sequence, at, hash, body";
pub(crate) const ACCESS: &str = "owner, agency, audience, recipients";

/// What tells one access combination from another.
pub(crate) fn access_key(header: &Header) -> Vec<Value> {
    let (owner, agency) = (header.owner.as_str(), header.agency.to_string());
    params![owner, agency, header.marking.audience.code(), recipients(header).join(" ")]
}

fn recipients(header: &Header) -> Vec<&str> {
    let mut recipients: Vec<&str> =
        header.marking.recipients.iter().map(model::participant::ParticipantCode::as_str).collect();
    recipients.sort_unstable();
    recipients.dedup();
    recipients
}

pub(crate) fn header_row(header: &Header, own: Kept) -> Vec<Value> {
    let key = Some(&header.provenance.key).filter(|key| !key.is_empty());
    let key = key.map(|key| super::written_key(&header.owner, key));
    params![
        header.id.as_str(),
        own.number,
        header.kind.code(),
        header.operation.to_string(),
        own.access,
        header.state.code(),
        header.revision,
        &header.origin,
        own.sequence,
        header.created.0,
        header.changed.0,
        key,
        header.review.map(|day| day.to_string()),
    ]
}

pub(crate) fn revision_row(one: &Arriving<'_>, own: Kept, hash: String) -> Vec<Value> {
    let header = one.header;
    let state = header.state.code();
    params![own.number, header.revision, own.access, state, own.sequence, header.changed.0, hash, &one.body]
}
