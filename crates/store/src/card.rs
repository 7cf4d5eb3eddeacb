//! Nouns that are kept and listed all alike: their records, and the card of each, in one transaction.
//!
//! Refuses a revision not made from the current one; to list, count or find what the reader may not see; and to know what
//! a noun means.

use model::{
    card::{Card, Listed, Wanted},
    id::RecordId,
    marking::Audience,
    operation::OperationId,
    record::{Header, Kind, Reader, Record, Shared, State},
    time::{Day, Moment},
    wire::v1::Envelope,
};
use std::fmt::Write as _;

use crate::{
    conn::Conn,
    error::{Error, Result},
    record::{Arriving, Kept, RevisionLine, record_of, revision_line},
    row::Row,
    search,
    tx::Tx,
    value::{Clause, Sql, Value, params},
    visible::visible,
};

pub(crate) const CARD: &str =
    "number, record, kind, operation, access, state, about, part, status, key, title, day, due, created, changed";

const REVISIONS: &str = "SELECT v.body, v.sequence FROM record r JOIN record_revision v ON v.record = r.number";

/// Whose eyes look at which operation: everything that crosses operations is asked with one of these for each.
pub type Eyes = (OperationId, Reader);

/// The row of a card.
pub(crate) fn card_row(header: &Header, own: Kept, card: &Card) -> Vec<Value> {
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    params![
        own.number,
        header.id.as_str(),
        header.kind.code(),
        header.operation.to_string(),
        own.access,
        header.state.code(),
        card.about.as_ref().map_or("", RecordId::as_str),
        &card.part,
        &card.status,
        &card.key,
        &card.title,
        day(card.day),
        day(card.due),
        header.created.0,
        header.changed.0,
    ]
}

pub(crate) const LISTED: &str = "c.record, c.kind, c.operation, x.owner, x.agency, x.audience, c.state, r.revision, c.created, c.changed, \
                      c.about, c.part, c.status, c.key, c.title, c.day, c.due";

pub(crate) fn listed(row: &Row) -> Result<Listed> {
    let about = row.text(10)?;
    Ok(Listed {
        id: row.text(0)?.parse().map_err(Error::damaged)?,
        kind: crate::code(Kind::parse, &row.text(1)?)?,
        operation: row.text(2)?.parse().map_err(Error::damaged)?,
        owner: crate::participant::code(&row.text(3)?)?,
        agency: row.text(4)?.parse().map_err(Error::damaged)?,
        audience: crate::code(Audience::parse, &row.text(5)?)?,
        state: crate::code(State::parse, &row.text(6)?)?,
        revision: u32::try_from(row.int(7)?).map_err(Error::damaged)?,
        created: Moment(row.int(8)?),
        changed: Moment(row.int(9)?),
        card: Card {
            about: Some(about)
                .filter(|about| !about.is_empty())
                .map(|id| id.parse().map_err(Error::damaged))
                .transpose()?,
            part: row.text(11)?,
            status: row.text(12)?,
            key: row.text(13)?,
            title: row.text(14)?,
            day: row.opt_day(15)?,
            due: row.opt_day(16)?,
        },
    })
}

impl Conn {
    /// The current revision of a record of noun `T` that this reader may see.
    pub async fn shared<T: Shared>(&mut self, reader: &Reader, id: &RecordId) -> Result<Option<Record<T>>> {
        let mut sql = Sql::new(REVISIONS);
        sql.bind(
            " AND v.revision = r.revision WHERE r.id = ? AND r.kind = ? AND ",
            params![id.as_str(), T::KIND.code()],
        );
        sql.append(&visible(reader, "r.access"));
        self.rows(sql).await?.first().map(|row| record_of(row, 0, 1)).transpose()
    }

    /// The operation of a record of any noun that is listed by its card. Says nothing of visibility.
    pub async fn shared_operation(&mut self, id: &RecordId) -> Result<Option<OperationId>> {
        let row = self.opt("SELECT operation FROM card WHERE record = $1", params![id.as_str()]).await?;
        row.map(|row| row.text(0)?.parse().map_err(Error::damaged)).transpose()
    }

    /// The header of such a record that this reader may see.
    pub async fn shared_header(&mut self, reader: &Reader, id: &RecordId) -> Result<Option<Header>> {
        let mut sql = Sql::new(REVISIONS);
        sql.push(" JOIN card c ON c.number = r.number");
        sql.bind(" WHERE v.revision = r.revision AND r.id = ? AND ", params![id.as_str()]);
        sql.append(&visible(reader, "r.access"));
        let rows = self.rows(sql).await?;
        rows.first().map(|row| Ok(crate::record::envelope(row, 0, 1)?.header)).transpose()
    }

    /// One revision of it, where this reader may see both the record now and what was written then.
    pub async fn shared_revision<T: Shared>(
        &mut self,
        reader: &Reader,
        id: &RecordId,
        revision: u32,
    ) -> Result<Option<Record<T>>> {
        let rows = self.shared_rows(T::KIND, reader, id, Some(revision)).await?;
        rows.first().map(|row| record_of(row, 0, 1)).transpose()
    }

    /// All its revisions that this reader may see, opened, newest first.
    pub async fn shared_revisions<T: Shared>(&mut self, reader: &Reader, id: &RecordId) -> Result<Vec<Record<T>>> {
        self.shared_rows(T::KIND, reader, id, None).await?.iter().map(|row| record_of(row, 0, 1)).collect()
    }

    /// Its revisions that this reader may see, newest first.
    pub async fn shared_history(&mut self, kind: Kind, reader: &Reader, id: &RecordId) -> Result<Vec<RevisionLine>> {
        self.shared_rows(kind, reader, id, None).await?.iter().map(|row| revision_line(row, 0, 1)).collect()
    }

    /// The canonical text of one revision, as it was hashed.
    pub async fn shared_wire(
        &mut self,
        kind: Kind,
        reader: &Reader,
        id: &RecordId,
        revision: u32,
    ) -> Result<Option<String>> {
        self.shared_rows(kind, reader, id, Some(revision)).await?.first().map(|row| row.text(0)).transpose()
    }

    async fn shared_rows(
        &mut self,
        kind: Kind,
        reader: &Reader,
        id: &RecordId,
        revision: Option<u32>,
    ) -> Result<Vec<Row>> {
        let mut sql = Sql::new(REVISIONS);
        sql.bind(" WHERE r.id = ? AND r.kind = ? AND ", params![id.as_str(), kind.code()]);
        sql.append(&visible(reader, "r.access"));
        sql.push(" AND ").append(&visible(reader, "v.access"));
        if let Some(revision) = revision {
            sql.bind(" AND v.revision = ?", params![revision]);
        }
        sql.push(" ORDER BY v.revision DESC");
        self.rows(sql).await
    }

    /// The records of noun `T` that `wanted` asks for, in these operations, opened, as far as these eyes may see them.
    pub async fn shared_all<T: Shared>(&mut self, eyes: &[Eyes], wanted: &Wanted) -> Result<Vec<Record<T>>> {
        let wanted = Wanted { kinds: vec![T::KIND], ..wanted.clone() };
        let Some(mut sql) = self.wanting("v.body, v.sequence", eyes, &wanted) else { return Ok(Vec::new()) };
        order(&mut sql, &wanted);
        self.rows(sql).await?.iter().map(|row| record_of(row, 0, 1)).collect()
    }

    /// The lines of the records that `wanted` asks for, in these operations, as far as these eyes may see them.
    pub async fn cards(&mut self, eyes: &[Eyes], wanted: &Wanted) -> Result<Vec<Listed>> {
        let Some(mut sql) = self.wanting(LISTED, eyes, wanted) else { return Ok(Vec::new()) };
        order(&mut sql, wanted);
        self.rows(sql).await?.iter().map(listed).collect()
    }

    /// How many they are.
    pub async fn count_cards(&mut self, eyes: &[Eyes], wanted: &Wanted) -> Result<u64> {
        let whole = Wanted { after: None, ..wanted.clone() };
        let Some(sql) = self.wanting("COUNT(*)", eyes, &whole) else { return Ok(0) };
        let count = self.rows(sql).await?.first().map_or(Ok(0), |row| row.int(0))?;
        u64::try_from(count).map_err(Error::damaged)
    }

    /// How many they are by one column of the card: `kind`, `about`, `part`, `status`, `key`, `title` or `owner`.
    pub async fn count_cards_by(&mut self, eyes: &[Eyes], wanted: &Wanted, by: CardBy) -> Result<Vec<(String, u64)>> {
        let column = by.column();
        let Some(mut sql) = self.wanting(&format!("{column}, COUNT(*)"), eyes, wanted) else { return Ok(Vec::new()) };
        sql.push(&format!(" GROUP BY {column} ORDER BY {column}"));
        let read = |row: &Row| Ok((row.text(0)?, u64::try_from(row.int(1)?).map_err(Error::damaged)?));
        self.rows(sql).await?.iter().map(read).collect()
    }

    fn wanting(&self, columns: &str, eyes: &[Eyes], wanted: &Wanted) -> Option<Sql> {
        if eyes.is_empty() {
            return None;
        }
        let mut sql = Sql::new(format!(
            "SELECT {columns} FROM card c JOIN record r ON r.number = c.number JOIN access x ON x.id = c.access \
             JOIN record_revision v ON v.record = r.number AND v.revision = r.revision WHERE "
        ));
        sql.append(&seen(eyes, "c"));
        narrow(&mut sql, wanted);
        if let Some(kind) = wanted.without {
            let from = " AND NOT EXISTS (SELECT 1 FROM card d WHERE d.about = c.record AND d.kind = ? AND d.state <> 'retracted' AND ";
            sql.bind(from, params![kind.code()]).append(&seen(eyes, "d")).push(")");
        }
        if let Some(words) = search::matches(self.engine(), "c.number", &wanted.words) {
            sql.push(" AND ").append(&words);
        }
        if let Some(after) = &wanted.after {
            let past = if wanted.oldest_first { ">" } else { "<" };
            let place = "(SELECT p.changed, p.number FROM card p WHERE p.record = ?)";
            sql.bind(&format!(" AND (c.changed, c.number) {past} {place}"), params![after.as_str()]);
        }
        Some(sql)
    }
}

/// What cards are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardBy {
    /// The noun.
    Kind,
    /// What they are about.
    About,
    /// Which part of it.
    Part,
    /// Where they stand.
    Status,
    /// What they are filed under.
    Key,
    /// What they are called.
    Title,
    /// Whose they are.
    Owner,
}

impl CardBy {
    const fn column(self) -> &'static str {
        match self {
            CardBy::Kind => "c.kind",
            CardBy::About => "c.about",
            CardBy::Part => "c.part",
            CardBy::Status => "c.status",
            CardBy::Key => "c.key",
            CardBy::Title => "c.title",
            CardBy::Owner => "x.owner",
        }
    }
}

/// What these eyes see, each in its operation, of the cards that a statement calls `name`; nothing without eyes.
pub(crate) fn seen(eyes: &[Eyes], name: &str) -> Clause {
    let mut all = Clause::default();
    if eyes.is_empty() {
        all.text.push_str("(1 = 0");
    }
    for (operation, reader) in eyes {
        let own = visible(reader, &format!("{name}.access"));
        all.text.push_str(if all.text.is_empty() { "(" } else { " OR " });
        let _ = write!(all.text, "({name}.operation = ? AND {})", own.text);
        all.values.push(Value::from(operation.to_string()));
        all.values.extend(own.values);
    }
    all.text.push(')');
    all
}

fn narrow(sql: &mut Sql, wanted: &Wanted) {
    let texts = [
        ("c.record", wanted.record.iter().map(ToString::to_string).collect()),
        ("c.kind", wanted.kinds.iter().map(|kind| kind.code().to_owned()).collect::<Vec<_>>()),
        ("c.about", wanted.about.iter().map(ToString::to_string).collect()),
        ("c.status", wanted.status.clone()),
        ("c.key", wanted.keys.clone()),
        ("c.part", wanted.part.iter().cloned().collect()),
        ("x.owner", wanted.owner.iter().map(ToString::to_string).collect()),
        ("x.agency", wanted.agency.iter().map(ToString::to_string).collect()),
    ];
    for (column, values) in texts.into_iter().filter(|(_, values)| !values.is_empty()) {
        sql.and_any(column, values);
    }
    for (test, day) in [("c.due <= ?", wanted.due_by), ("c.day >= ?", wanted.from), ("c.day <= ?", wanted.to)] {
        if let Some(day) = day {
            sql.bind(&format!(" AND {test}"), params![day.to_string()]);
        }
    }
    if !wanted.with_retracted {
        sql.push(" AND c.state <> 'retracted'");
    }
}

fn order(sql: &mut Sql, wanted: &Wanted) {
    sql.push(if wanted.oldest_first {
        " ORDER BY c.changed, c.number"
    } else {
        " ORDER BY c.changed DESC, c.number DESC"
    });
    if wanted.limit > 0 {
        sql.bind(" LIMIT ?", params![wanted.limit]);
    }
}

impl Tx {
    /// Keeps a record of a noun that is listed by its card: a new one, or the next revision of the one it was made from
    /// (`Conflict` where that is not the current one). The sequence given is put into its header.
    pub async fn put_shared<T: Shared>(&mut self, record: &mut Record<T>, base: Option<u32>) -> Result<()> {
        let arriving = Arriving { header: &record.header, body: Envelope::of(record).write(), questions: &[] };
        let kept = match base {
            None => self.add_records(std::slice::from_ref(&arriving)).await?.remove(0),
            Some(base) => {
                let kept = self.revise_record(&arriving, base).await?;
                self.drop_searched(kept.number).await?;
                self.run("DELETE FROM card WHERE number = $1", params![kept.number]).await?;
                kept
            }
        };
        self.insert_all("card", CARD, vec![card_row(&record.header, kept, &record.content.card())]).await?;
        self.drop_typed(kept.number).await?;
        self.put_typed(&[(&record.header, kept, record.content.clone().carry())]).await?;
        self.add_searched(vec![(kept.number, search::text_of(&record.content.searched()))]).await?;
        record.header.sequence = kept.sequence;
        Ok(())
    }

    /// Keeps many new records of one noun.
    pub async fn put_all_shared<T: Shared>(&mut self, records: &mut [Record<T>]) -> Result<()> {
        for batch in records.chunks_mut(500) {
            let arriving: Vec<Arriving<'_>> = batch
                .iter()
                .map(|one| Arriving { header: &one.header, body: Envelope::of(one).write(), questions: &[] })
                .collect();
            let kept = self.add_records(&arriving).await?;
            let own = || batch.iter().zip(&kept);
            let cards = own().map(|(one, kept)| card_row(&one.header, *kept, &one.content.card())).collect();
            let texts = own().map(|(one, kept)| (kept.number, search::text_of(&one.content.searched()))).collect();
            let contents: Vec<_> = own().map(|(one, kept)| (&one.header, *kept, one.content.clone().carry())).collect();
            self.insert_all("card", CARD, cards).await?;
            self.put_typed(&contents).await?;
            self.add_searched(texts).await?;
            for (one, kept) in batch.iter_mut().zip(kept) {
                one.header.sequence = kept.sequence;
            }
        }
        Ok(())
    }
}
