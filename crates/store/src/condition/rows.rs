//! Whether the rows that lists and figures ask still say what the current revisions of their records say.
//!
//! Refuses to compare what follows from the catalogue of the day (the group of a substance) and not from the record, and
//! to mend: the first record whose rows differ is named, with the table.

use std::collections::{HashMap, HashSet};

use model::{
    operation::Operation,
    record::{Header, Record, State},
    wire::v1::{self, Content, Envelope},
};

use crate::{
    card,
    conn::Conn,
    error::{Error, Result},
    incident::spread::{self, Spreading},
    operation,
    record::{Arriving, Kept, arrive},
    row::Row,
    typed,
    value::{Value, params},
};

/// How many records are compared at a time.
const STEP: i64 = 500;
/// Where `counts` stands among the columns of a line.
const COUNTS: usize = 6;
/// Where the provenance key stands among the columns of a record; later revisions do not repeat it.
const KEY: usize = 11;

/// What came of comparing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compared {
    /// Records compared.
    pub records: i64,
    /// The first that was altered.
    pub altered: Option<Altered>,
}

/// A record that was altered behind the program's back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Altered {
    /// Which.
    pub record: String,
    /// Where.
    pub table: &'static str,
}

/// The tables whose rows follow from an incident, and their columns; each in an order of its own.
const OF_INCIDENT: [(&str, &str, &str); 5] = [
    ("incident", spread::INCIDENT, "number"),
    ("incident_line", spread::LINE, "number, line"),
    ("incident_leg", spread::LEG, "number, leg"),
    ("incident_person", spread::PERSON, "number, place"),
    ("incident_related", spread::RELATED, "number, place"),
];
/// The same for an operation.
const OF_OPERATION: [(&str, &str, &str); 3] = [
    ("operation", operation::OPERATION, "number"),
    ("participation", operation::PARTICIPATION, "operation, place"),
    ("stage", operation::STAGE, "operation, first_day, kind"),
];
/// The same for everything that is listed by its card.
const OF_CARD: (&str, &str, &str) = ("card", card::CARD, "number");

/// What is small and asked once: combinations by their numbers, and records about which a question is open.
struct Around {
    access: HashMap<i64, Vec<Value>>,
    articles: HashMap<i64, Vec<Value>>,
    open: HashSet<i64>,
    operations: HashMap<String, i64>,
    twins: HashSet<i64>,
}

/// The rows of some records, by table and number.
type Rows = HashMap<(&'static str, i64), Vec<Row>>;

impl Conn {
    /// Compares every record with its rows; names the first that differs.
    pub async fn compare_records(&mut self) -> Result<Compared> {
        let around = self.around().await?;
        let (mut compared, mut last) = (Compared::default(), 0);
        loop {
            let heads = self.heads(last).await?;
            let Some((low, high)) = heads.first().zip(heads.last()) else { return Ok(compared) };
            let rows = self.rows_between(low.int(1)?, high.int(1)?).await?;
            last = high.int(1)?;
            for head in &heads {
                let found = Beside { around: &around, head, rows: &rows };
                compared.altered = match found.altered() {
                    None => self.miscounted(&found).await?,
                    altered => altered.map(|table| Altered { record: head.text(0).unwrap_or_default(), table }),
                };
                if compared.altered.is_some() {
                    return Ok(compared);
                }
                compared.records += 1;
            }
        }
    }

    /// Records in the order of their numbers, each with its current revision beside it.
    async fn heads(&mut self, after: i64) -> Result<Vec<Row>> {
        let own: Vec<String> = arrive::RECORD.split(", ").map(|column| format!("r.{column}")).collect();
        let kept: Vec<String> = arrive::REVISION.split(", ").map(|column| format!("v.{column}")).collect();
        let sql = format!(
            "SELECT {}, {} FROM record r LEFT JOIN record_revision v ON v.record = r.number AND v.revision = r.revision \
             WHERE r.number > $1 ORDER BY r.number LIMIT $2",
            own.join(", "),
            kept.join(", ")
        );
        self.all(sql, params![after, STEP]).await
    }

    async fn rows_between(&mut self, low: i64, high: i64) -> Result<Rows> {
        let mut rows = Rows::new();
        let typed = typed::TABLES.map(|(table, columns)| (table, columns, "number"));
        for (table, columns, order) in OF_INCIDENT.into_iter().chain(OF_OPERATION).chain([OF_CARD]).chain(typed) {
            let number = order.split(", ").next().unwrap_or(order);
            let sql = format!("SELECT {columns} FROM {table} WHERE {number} BETWEEN $1 AND $2 ORDER BY {order}");
            for row in self.all(sql, params![low, high]).await? {
                rows.entry((table, row.int(0)?)).or_default().push(row);
            }
        }
        Ok(rows)
    }

    async fn around(&mut self) -> Result<Around> {
        let open = "SELECT DISTINCT record FROM record_question WHERE answered = 0";
        let operations = "SELECT id, number FROM record WHERE kind = 'operation'";
        let twins = "SELECT number FROM incident WHERE duplicate_of IS NOT NULL UNION \
                     SELECT r.number FROM incident i JOIN record r ON r.id = i.duplicate_of";
        let numbers = |rows: Vec<Row>| rows.iter().map(|row| row.int(0)).collect::<Result<HashSet<_>>>();
        let operations = self.all(operations, params![]).await?;
        Ok(Around {
            access: self.access_keys().await?,
            articles: self.article_keys().await?,
            open: numbers(self.all(open, params![]).await?)?,
            operations: operations.iter().map(|row| Ok((row.text(0)?, row.int(1)?))).collect::<Result<_>>()?,
            twins: numbers(self.all(twins, params![]).await?)?,
        })
    }

    /// Access combinations by their numbers. One whose recipients stand differently in the table that visibility asks
    /// is that of no record.
    async fn access_keys(&mut self) -> Result<HashMap<i64, Vec<Value>>> {
        let mut named: HashMap<i64, Vec<String>> = HashMap::new();
        let sql = "SELECT access, participant FROM access_recipient ORDER BY access, participant";
        for row in self.all(sql, params![]).await? {
            named.entry(row.int(0)?).or_default().push(row.text(1)?);
        }
        let rows = self.all(format!("SELECT id, {} FROM access", arrive::ACCESS), params![]).await?;
        let key = |row: &Row| {
            let (id, recipients) = (row.int(0)?, row.text(4)?);
            let mut named = named.get(&id).cloned().unwrap_or_default();
            named.sort_unstable();
            let recipients = Some(recipients).filter(|recipients| *recipients == named.join(" "));
            Ok((id, params![row.text(1)?, row.text(2)?, row.text(3)?, recipients]))
        };
        rows.iter().map(key).collect()
    }

    async fn article_keys(&mut self) -> Result<HashMap<i64, Vec<Value>>> {
        let rows = self.all(format!("SELECT id, {} FROM article", spread::ARTICLE), params![]).await?;
        let key = |row: &Row| {
            let [substance, group, unit, dimension] = [row.text(2)?, row.text(3)?, row.text(4)?, row.text(5)?];
            let flags = [row.int(1)?, row.int(6)?, row.int(7)?];
            Ok((row.int(0)?, params![flags[0], substance, group, unit, dimension, flags[1], flags[2]]))
        };
        rows.iter().map(key).collect()
    }

    /// A record of several of one seizure that counts, or does not, otherwise than all of them together say.
    async fn miscounted(&mut self, found: &Beside<'_>) -> Result<Option<Altered>> {
        let (record, number) = (found.head.text(0)?, found.head.int(1)?);
        if !found.around.twins.contains(&number) {
            return Ok(None);
        }
        let counted = self.counted(&record).await?;
        let expected = counted.numbers.iter().find(|(twin, _)| *twin == number).filter(|_| counted.is_settled);
        let lines = found.of("incident_line");
        let same = |line: &Row| expected.is_none_or(|(_, counts)| line.flag(COUNTS).is_ok_and(|kept| kept == *counts));
        Ok((!lines.iter().all(same)).then_some(Altered { record, table: "incident_line" }))
    }
}

/// A record with everything that stands beside it.
struct Beside<'a> {
    around: &'a Around,
    /// The columns of the record, then those of its current revision.
    head: &'a Row,
    rows: &'a Rows,
}

impl Beside<'_> {
    /// The table in which it was altered.
    fn altered(&self) -> Option<&'static str> {
        match self.look() {
            Ok(altered) => altered,
            // What cannot even be read was not written by this program.
            Err(_) => Some("record_revision"),
        }
    }

    fn look(&self) -> Result<Option<&'static str>> {
        let width = arrive::RECORD.split(", ").count();
        let (hash, body) = (self.head.text(width + 6)?, self.head.text(width + 7)?);
        if v1::hash(&body) != hash {
            return Ok(Some("record_revision"));
        }
        let envelope = Envelope::read(&body).map_err(|error| Error::damaged(format!("{error:?}")))?;
        let own = self.kept()?;
        if let Some(table) = self.head_altered(&envelope.header, own, width, &body, hash) {
            return Ok(Some(table));
        }
        Ok(match envelope.content {
            Content::Incident(content) => {
                self.incident_altered(&(&Record { header: envelope.header, content: *content }, own))
            }
            Content::Operation(content) => self.operation_altered(own.number, &content),
            content => self.card_altered(&envelope.header, own, &content),
        })
    }

    fn kept(&self) -> Result<Kept> {
        let number = self.head.int(1)?;
        let (access, sequence) = (self.head.int(4)?, self.head.int(8)?);
        Ok(Kept { number, access, sequence, held: self.around.open.contains(&number) })
    }

    fn head_altered(&self, header: &Header, own: Kept, width: usize, body: &str, hash: String) -> Option<&'static str> {
        if self.around.access.get(&own.access) != Some(&arrive::access_key(header)) {
            return Some("access");
        }
        let mut row = arrive::header_row(header, own);
        row.truncate(KEY);
        if !same(self.head, 0, &row) {
            return Some("record");
        }
        let one = Arriving { header, body: body.to_owned(), questions: &[] };
        (!same(self.head, width, &arrive::revision_row(&one, own, hash))).then_some("record_revision")
    }

    fn incident_altered(&self, one: &Spreading<'_>) -> Option<&'static str> {
        let operation = self.around.operations.get(&one.0.header.operation.to_string()).copied().unwrap_or_default();
        let mut parts = spread::Rows::default();
        parts.add_parts(one);
        let lines = self.lines_are_same(one, operation);
        let tables = [
            ("incident", self.are_same("incident", &[spread::incident_row(one, operation)])),
            ("incident_line", lines),
            ("incident_leg", self.are_same("incident_leg", &parts.legs)),
            ("incident_person", self.are_same("incident_person", &parts.persons)),
            ("incident_related", self.are_same("incident_related", &parts.related)),
        ];
        tables.into_iter().find(|(_, same)| !same).map(|(table, _)| table)
    }

    fn card_altered(&self, header: &Header, own: Kept, content: &Content) -> Option<&'static str> {
        let cards: Vec<_> = content.card().iter().map(|expected| card::card_row(header, own, expected)).collect();
        let typed = typed::TABLES.map(|(table, _)| (table, typed::rows_of(table, header, own, content)));
        [("card", cards)]
            .into_iter()
            .chain(typed)
            .find(|(table, rows)| !self.are_same(table, rows))
            .map(|(table, _)| table)
    }

    fn operation_altered(&self, number: i64, operation: &Operation) -> Option<&'static str> {
        let mut stages = operation.clone();
        stages.stages.sort_by_key(|stage| (stage.from, stage.kind.code()));
        let tables = [
            ("operation", self.are_same("operation", &[operation::own_row(number, operation)])),
            ("participation", self.are_same("participation", &operation::part_rows(number, operation))),
            ("stage", self.are_same("stage", &operation::stage_rows(number, &stages))),
        ];
        tables.into_iter().find(|(_, same)| !same).map(|(table, _)| table)
    }

    /// The rows of this record in a table.
    fn of(&self, table: &'static str) -> &[Row] {
        let number = self.head.int(1).unwrap_or_default();
        self.rows.get(&(table, number)).map_or(&[], Vec::as_slice)
    }

    fn are_same(&self, table: &'static str, expected: &[Vec<Value>]) -> bool {
        let rows = self.of(table);
        rows.len() == expected.len() && rows.iter().zip(expected).all(|(row, expected)| same(row, 0, expected))
    }

    /// Lines are compared through their articles, whose group is the catalogue's of the day on which they were written.
    fn lines_are_same(&self, one: &Spreading<'_>, operation: i64) -> bool {
        let (rows, content) = (self.of("incident_line"), &one.0.content);
        let expected = content.lines.len().max(1);
        let mut firsts = Firsts::default();
        let mut is_same = |(place, row): (usize, &Row)| self.line_is_same(one, operation, place, row, &mut firsts);
        rows.len() == expected && rows.iter().enumerate().all(&mut is_same)
    }

    fn line_is_same(&self, one: &Spreading<'_>, operation: i64, place: usize, row: &Row, firsts: &mut Firsts) -> bool {
        let [Ok(article), Ok(bulk)] = [row.int(4), row.int(5)] else { return false };
        let group = self.group(article);
        let line = one.0.content.lines.get(place);
        let substance = line.and_then(|line| line.substance.as_deref()).unwrap_or_default();
        let own = line.map_or_else(spread::no_article, |line| spread::article_key(line, substance, &group));
        let any = line.and_then(spread::bulk_key).unwrap_or_else(|| own.clone());
        if [(article, &own), (bulk, &any)].iter().any(|(id, key)| self.around.articles.get(id) != Some(*key)) {
            return false;
        }
        let amount = line.and_then(|line| line.quantity.as_ref()).map(|quantity| quantity.amount);
        let firsts = firsts.next(place, substance, &group);
        let place = i64::try_from(place).unwrap_or(i64::MAX);
        let mut expected = spread::line_row(one, operation, place, [article, bulk], amount, firsts);
        if self.around.twins.contains(&one.1.number) && one.0.header.state != State::Retracted {
            // Which of several counts is asked of all of them together.
            expected[COUNTS] = row.int(COUNTS).map_or(Value::Int(None), Value::from);
        }
        same(row, 0, &expected)
    }

    fn group(&self, article: i64) -> String {
        match self.around.articles.get(&article).and_then(|key| key.get(2)) {
            Some(Value::Text(Some(group))) => group.clone(),
            _ => String::new(),
        }
    }
}

/// Which substances and groups of an incident have had a line already.
#[derive(Default)]
struct Firsts {
    substances: HashSet<String>,
    groups: HashSet<String>,
}

impl Firsts {
    fn next(&mut self, place: usize, substance: &str, group: &str) -> [bool; 3] {
        [place == 0, self.substances.insert(substance.to_owned()), self.groups.insert(group.to_owned())]
    }
}

/// Whether the columns of a row from a place on are these values.
fn same(row: &Row, from: usize, expected: &[Value]) -> bool {
    expected.iter().zip(from..).all(|(value, place)| match value {
        Value::Text(text) => row.opt_text(place).is_ok_and(|found| found == *text),
        Value::Int(number) => row.opt_int(place).is_ok_and(|found| found == *number),
    })
}
