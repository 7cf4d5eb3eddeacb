//! Figures: exact sums and counts of incidents for one reader, and the records they were made of.
//!
//! Refuses what does not count (retracted, or a duplicate of one that counts), rounding, and adding unlike units: sums
//! come per unit, scope and status. Converting and presenting are `model::total`'s and `app`'s.

mod group;

use std::collections::BTreeMap;

use model::{
    id::RecordId,
    listing::Filter,
    operation::OperationId,
    record::{Reader, State},
    total::{By, FineSum, IncidentCount, Input},
};

use crate::{
    conn::Conn,
    error::{Error, Result},
    listing::Narrowed,
    value::{Clause, Sql, params},
};

use group::{Fine, Plan};

/// The sums and counts of one grouping.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// Sums per keys, substance, unit, scope and status.
    pub sums: Vec<FineSum>,
    /// Incidents per keys.
    pub counts: Vec<IncidentCount>,
}

impl Conn {
    /// The finest sums of what a filter finds and this reader may see, per values of `by`. Where `by` does not ask for
    /// substances, masses of several substances may stand together: a mass is its own kilogram equivalent.
    pub async fn fine_sums(
        &mut self,
        reader: &Reader,
        operation: OperationId,
        filter: &Filter,
        by: &[By],
    ) -> Result<Vec<FineSum>> {
        Ok(self.figures(reader, operation, filter, &[by]).await?.remove(0).sums)
    }

    /// Incidents of what a filter finds and this reader may see, per values of `by`, each once per value.
    pub async fn incident_counts(
        &mut self,
        reader: &Reader,
        operation: OperationId,
        filter: &Filter,
        by: &[By],
    ) -> Result<Vec<IncidentCount>> {
        Ok(self.figures(reader, operation, filter, &[by]).await?.remove(0).counts)
    }

    /// The figures of several groupings at once, in their order: groupings that can share a pass over the lines do, so
    /// a page that shows five of them asks here once.
    pub async fn figures(
        &mut self,
        reader: &Reader,
        operation: OperationId,
        filter: &Filter,
        groupings: &[&[By]],
    ) -> Result<Vec<Figures>> {
        let mut figures = vec![Figures::default(); groupings.len()];
        let Some(narrowed) = self.counting(reader, operation, filter).await? else { return Ok(figures) };
        for plan in Plan::for_groupings(groupings) {
            let fine = self.fine(&narrowed, &plan).await?;
            for place in &plan.groupings {
                let by = groupings[*place];
                let counts = if narrowed.by_line || by.iter().any(|by| !group::counts_by_first(*by)) {
                    self.distinct(&narrowed, by).await?
                } else {
                    group::counts(&fine, by)?
                };
                figures[*place] = Figures { sums: group::sums(&fine, by)?, counts };
            }
        }
        Ok(figures)
    }

    /// The records a figure was made of, in the order of their identifiers, after one of them.
    pub async fn inputs(
        &mut self,
        reader: &Reader,
        operation: OperationId,
        filter: &Filter,
        after: Option<&RecordId>,
        limit: u32,
    ) -> Result<Vec<Input>> {
        let end =
            Clause::new(") AND r.id > ? ORDER BY r.id LIMIT ?", params![after.map_or("", RecordId::as_str), limit]);
        self.inputs_within(reader, operation, filter, &end).await
    }

    /// The same after a number of them, for a page that is found by its number.
    pub async fn inputs_from(
        &mut self,
        reader: &Reader,
        operation: OperationId,
        filter: &Filter,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<Input>> {
        let end = Clause::new(") ORDER BY r.id LIMIT ? OFFSET ?", params![limit, skip]);
        self.inputs_within(reader, operation, filter, &end).await
    }

    async fn inputs_within(
        &mut self,
        reader: &Reader,
        operation: OperationId,
        filter: &Filter,
        end: &Clause,
    ) -> Result<Vec<Input>> {
        let Some(narrowed) = self.counting(reader, operation, filter).await? else { return Ok(Vec::new()) };
        let mut sql = Sql::new("SELECT r.id, r.revision FROM record r");
        sql.push(" WHERE r.number IN (SELECT l.number FROM incident_line l WHERE ").append(&narrowed.lines).append(end);
        let rows = self.rows(sql).await?;
        rows.iter()
            .map(|row| {
                let revision = u32::try_from(row.int(1)?).map_err(Error::damaged)?;
                Ok(Input { record: row.text(0)?.parse().map_err(Error::damaged)?, revision })
            })
            .collect()
    }

    /// The filter's condition on lines that count.
    pub(crate) async fn counting(
        &mut self,
        reader: &Reader,
        operation: OperationId,
        filter: &Filter,
    ) -> Result<Option<Narrowed>> {
        let mut filter = filter.clone();
        if !filter.states.is_empty() {
            filter.states.retain(|state| *state != State::Retracted);
            if filter.states.is_empty() {
                return Ok(None);
            }
        }
        let mut narrowed = self.narrow(reader, operation, &filter).await?;
        if let Some(narrowed) = &mut narrowed {
            narrowed.lines.and(&Clause::new("l.counts = 1", Vec::new()));
        }
        Ok(narrowed)
    }

    /// Runs a plan's one statement and gives every group its names.
    async fn fine(&mut self, narrowed: &Narrowed, plan: &Plan) -> Result<Vec<Fine>> {
        let columns = plan.columns();
        let mut sql = Sql::new(format!(
            "SELECT {columns}, COUNT(*), {amounts}, CAST(SUM(l.first) AS BIGINT){firsts} \
             FROM incident_line l WHERE ",
            amounts = group::AMOUNTS,
            firsts = plan.firsts(),
        ));
        sql.append(&narrowed.lines).push(&format!(" GROUP BY {columns}"));
        let rows = self.rows(sql).await?;
        let (articles, owners) = (self.articles().await?, self.owners().await?);
        rows.iter().map(|row| plan.read(row, &articles, &owners)).collect()
    }

    /// Incidents per keys where a first line can not stand for its incident.
    async fn distinct(&mut self, narrowed: &Narrowed, by: &[By]) -> Result<Vec<IncidentCount>> {
        let keys: Vec<&str> = by.iter().map(|by| group::expression(*by)).collect();
        let mut sql = Sql::new("SELECT ");
        for key in &keys {
            sql.push(key).push(", ");
        }
        sql.push(
            "COUNT(DISTINCT l.number), COUNT(DISTINCT CASE WHEN l.held = 1 THEN l.number END) FROM incident_line l",
        );
        sql.push(" JOIN article t ON t.id = l.article JOIN access x ON x.id = l.access WHERE ").append(&narrowed.lines);
        if !keys.is_empty() {
            sql.push(" GROUP BY ").push(&keys.join(", "));
        }
        let rows = self.rows(sql).await?;
        let mut counts = BTreeMap::new();
        for row in &rows {
            let keys = (0..by.len()).map(|place| row.text(place)).collect::<Result<Vec<_>>>()?;
            let count =
                IncidentCount { keys: keys.clone(), incidents: row.int(by.len())?, held: row.int(by.len() + 1)? };
            counts.insert(keys, count);
        }
        Ok(counts.into_values().filter(|count| count.incidents > 0).collect())
    }
}
