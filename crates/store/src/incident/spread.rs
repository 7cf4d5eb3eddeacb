//! An incident as rows: what lists, facets, searches and figures ask, without opening the record.
//!
//! Refuses to add up: a line's amount stands beside its unit, scope and status, and a second measure of the same item is
//! left out because it would count it twice.

use std::collections::HashSet;

use model::{
    catalogue::{substance::Substance, unit::Dimension},
    incident::{Incident, Line, SubstanceStatus},
    operation::OperationId,
    record::{Record, State},
};

use crate::{
    error::{Error, Result},
    record::Kept,
    search,
    tx::Tx,
    value::{Value, params},
};

pub(crate) const INCIDENT: &str = "number, record, operation, access, revision, state, kind, reference, day, minute, country, region, \
                        place_text, written, substance, lines, mass, volume, pieces, area, provisional, in_scope, setting, \
                        detection, handling, late, held, changed, duplicate_of";
pub(crate) const LINE: &str = "number, line, operation, access, article, bulk, counts, amount, first, first_substance, first_group, state, kind, day, \
                    country, region, place, setting, conveyance, detection, late, held";
pub(crate) const ARTICLE: &str = "is_line, substance, grp, unit, dimension, in_scope, confirmed";

pub(crate) const LEG: &str = "number, leg, role, country, confidence";
pub(crate) const PERSON: &str = "number, place, status, nationality, sex, age, persons";
pub(crate) const RELATED: &str = "number, place, kind, items";

/// One incident with what it is called inside the database.
pub(crate) type Spreading<'a> = (&'a Record<Incident>, Kept);

/// The rows of several incidents, table by table.
#[derive(Default)]
pub(crate) struct Rows {
    incidents: Vec<Vec<Value>>,
    lines: Vec<Vec<Value>>,
    pub legs: Vec<Vec<Value>>,
    pub persons: Vec<Vec<Value>>,
    pub related: Vec<Vec<Value>>,
    texts: Vec<(i64, String)>,
}

impl Tx {
    /// Writes the rows of incidents that have none.
    pub(super) async fn spread(&mut self, all: &[Spreading<'_>]) -> Result<()> {
        let mut rows = Rows::default();
        for one in all {
            let operation = self.operation_number(one.0.header.operation).await?;
            self.add_lines(one, operation, &mut rows).await?;
            rows.incidents.push(incident_row(one, operation));
            rows.add_parts(one);
            rows.texts.push((one.1.number, search::text_of(&one.0.content.searched())));
        }
        self.insert_all("incident", INCIDENT, rows.incidents).await?;
        self.insert_all("incident_line", LINE, rows.lines).await?;
        self.insert_all("incident_leg", LEG, rows.legs).await?;
        self.insert_all("incident_person", PERSON, rows.persons).await?;
        self.insert_all("incident_related", RELATED, rows.related).await?;
        self.add_searched(rows.texts).await
    }

    /// Removes the rows of an incident, before those of its next revision are written.
    pub(super) async fn unspread(&mut self, number: i64) -> Result<()> {
        self.drop_searched(number).await?;
        for table in ["incident_related", "incident_person", "incident_leg", "incident_line", "incident"] {
            self.run(format!("DELETE FROM {table} WHERE number = $1"), params![number]).await?;
        }
        Ok(())
    }

    async fn operation_number(&mut self, operation: OperationId) -> Result<i64> {
        let key = vec!["operation".to_owned(), operation.to_string()];
        if let Some(number) = self.interned.get(&key) {
            return Ok(*number);
        }
        let sql = "SELECT number FROM record WHERE id = $1";
        let row = self.opt(sql, params![operation.to_string()]).await?;
        let number = row.ok_or_else(|| Error::NotFound(operation.to_string()))?.int(0)?;
        self.interned.insert(key, number);
        Ok(number)
    }

    async fn add_lines(&mut self, one: &Spreading<'_>, operation: i64, rows: &mut Rows) -> Result<()> {
        let (mut substances, mut groups) = (HashSet::new(), HashSet::new());
        let lines = &one.0.content.lines;
        for (place, line) in (0_i64..).zip(lines) {
            let substance = line.substance.as_deref().unwrap_or_default();
            let group = Substance::by_key(substance).map_or("", |substance| substance.chemical_group.code());
            let (article, _) = self.intern("article", ARTICLE, &article_key(line, substance, group)).await?;
            let bulk = match bulk_key(line) {
                Some(key) => self.intern("article", ARTICLE, &key).await?.0,
                None => article,
            };
            let firsts = [place == 0, substances.insert(substance), groups.insert(group)];
            let amount = line.quantity.as_ref().map(|quantity| quantity.amount);
            rows.lines.push(line_row(one, operation, place, [article, bulk], amount, firsts));
        }
        if lines.is_empty() {
            let (article, _) = self.intern("article", ARTICLE, &no_article()).await?;
            rows.lines.push(line_row(one, operation, 0, [article; 2], None, [true; 3]));
        }
        Ok(())
    }
}

/// The article of an incident without lines.
pub(crate) fn no_article() -> Vec<Value> {
    params![0_i64, "", "", "", "", 0_i64, 0_i64]
}

/// The article of any substance, where the amount is a mass and so its own kilogram equivalent; else it is the line's.
pub(crate) fn bulk_key(line: &Line) -> Option<Vec<Value>> {
    line.quantity.as_ref().filter(|quantity| quantity.dimension == Dimension::Mass)?;
    let confirmed = line.status == SubstanceStatus::Confirmed;
    Some(params![1_i64, "", "", "kg", Dimension::Mass.code(), line.in_scope, confirmed])
}

/// The article of a line: what it is a line of.
pub(crate) fn article_key(line: &Line, substance: &str, group: &str) -> Vec<Value> {
    let (unit, dimension) =
        line.quantity.as_ref().map_or(("", ""), |quantity| (quantity.unit.as_str(), quantity.dimension.code()));
    let confirmed = line.status == SubstanceStatus::Confirmed;
    params![1_i64, substance, group, unit, dimension, line.in_scope, confirmed]
}

pub(crate) fn line_row(
    (record, kept): &Spreading<'_>,
    operation: i64,
    place: i64,
    [article, bulk]: [i64; 2],
    amount: Option<i64>,
    [first, first_substance, first_group]: [bool; 3],
) -> Vec<Value> {
    let own = &record.content;
    let counts = record.header.state != State::Retracted && own.duplicate_of.is_none();
    params![
        kept.number,
        place,
        operation,
        kept.access,
        article,
        bulk,
        counts,
        amount,
        first,
        first_substance,
        first_group,
        record.header.state.code(),
        own.kind.code(),
        own.when.day.to_string(),
        &own.site.country,
        own.site.region.as_deref().unwrap_or_default(),
        own.site.place.as_deref().unwrap_or_default(),
        own.site.setting.code(),
        own.conveyance.map_or("", |conveyance| conveyance.code()),
        own.detection.map_or("", |detection| detection.code()),
        own.late,
        kept.held,
    ]
}

pub(crate) fn incident_row((record, kept): &Spreading<'_>, operation: i64) -> Vec<Value> {
    let (header, own) = (&record.header, &record.content);
    let first = own.lines.first();
    let lines = i64::try_from(own.lines.len()).unwrap_or(i64::MAX);
    params![
        kept.number,
        header.id.as_str(),
        operation,
        kept.access,
        header.revision,
        header.state.code(),
        own.kind.code(),
        &own.reference,
        own.when.day.to_string(),
        own.when.minute.map(i64::from),
        &own.site.country,
        own.site.region.clone(),
        &own.site.text,
        first.map_or("", |line| line.written.as_str()),
        first.and_then(|line| line.substance.clone()),
        lines,
        sum(&own.lines, Dimension::Mass),
        sum(&own.lines, Dimension::Volume),
        sum(&own.lines, Dimension::Count),
        sum(&own.lines, Dimension::Area),
        own.is_provisional(),
        own.in_scope(),
        own.site.setting.code(),
        own.detection.map(model::incident::Detection::code),
        header.marking.handling.code(),
        own.late,
        kept.held,
        header.changed.0,
        own.duplicate_of.as_ref().map(ToString::to_string),
    ]
}

/// What the lines of one dimension come to; `None` where there are none, which is not zero.
fn sum(lines: &[Line], dimension: Dimension) -> Option<i64> {
    let amounts = lines.iter().filter_map(|line| line.quantity.as_ref());
    amounts
        .filter(|quantity| quantity.dimension == dimension)
        .map(|quantity| quantity.amount)
        .reduce(i64::saturating_add)
}

impl Rows {
    /// Adds what stands beside lines: legs, persons, related items.
    pub fn add_parts(&mut self, (record, kept): &Spreading<'_>) {
        let (number, own) = (kept.number, &record.content);
        for (place, leg) in (0_i64..).zip(&own.legs) {
            self.legs.push(params![number, place, leg.role.code(), &leg.country, leg.confidence.code()]);
        }
        for (place, person) in (0_i64..).zip(&own.persons) {
            let (status, nationality) = (person.status.code(), person.nationality.clone());
            let (sex, age) = (person.sex.code(), person.age.code());
            self.persons.push(params![number, place, status, nationality, sex, age, person.count]);
        }
        for (place, related) in (0_i64..).zip(&own.related) {
            self.related.push(params![number, place, related.kind.code(), related.count.map(i64::from)]);
        }
    }
}
