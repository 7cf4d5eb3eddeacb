//! What an operation's pages and report ask beside figures: who has reported, routes, substances first seen.
//!
//! Refuses to count or name what the reader may not see, or what counts in no figure.

use std::collections::BTreeMap;

use model::{
    detection::Sighting,
    incident::{Concealment, Incident, LegRole},
    listing::Filter,
    operation::OperationId,
    record::{Kind, Reader, Record},
    report::{FirstSeen, Flow, Share},
    time::Moment,
    workspace::Route,
};

use crate::{
    conn::Conn,
    error::{Error, Result},
    record::record_of,
    row::Row,
    value::{Sql, params},
};

impl Conn {
    /// Per owner: how many incidents the reader may see, and when one of them last changed.
    pub async fn shares(&mut self, reader: &Reader, operation: OperationId) -> Result<Vec<Share>> {
        let Some(narrowed) = self.counting(reader, operation, &Filter::default()).await? else { return Ok(Vec::new()) };
        let mut sql = Sql::default();
        sql.bind(
            "SELECT x.owner, CAST(SUM(f.incidents) AS BIGINT), MAX((SELECT MAX(i.changed) FROM incident i \
             WHERE i.operation = ? AND i.access = f.access)) FROM (SELECT l.access AS access, COUNT(*) AS incidents ",
            params![narrowed.operation],
        );
        sql.push("FROM incident_line l WHERE l.first = 1 AND ").append(&narrowed.lines);
        sql.push(" GROUP BY l.access) f JOIN access x ON x.id = f.access GROUP BY x.owner ORDER BY x.owner");
        let rows = self.rows(sql).await?;
        rows.iter()
            .map(|row| {
                let participant = crate::participant::code(&row.text(0)?)?;
                Ok(Share { participant, incidents: row.int(1)?, last: row.opt_int(2)?.map(Moment) })
            })
            .collect()
    }

    /// Pairs of countries a filter's incidents came from and went to, most incidents first. Where it came from is the
    /// first leg of origin or departure, where it went the last of destination or intended destination.
    pub async fn flows(&mut self, reader: &Reader, operation: OperationId, filter: &Filter) -> Result<Vec<Flow>> {
        let Some(narrowed) = self.counting(reader, operation, filter).await? else { return Ok(Vec::new()) };
        let mut sql = Sql::new("SELECT a.country, b.country, COUNT(*) FROM ");
        sql.push("(SELECT number, MIN(leg) AS leg FROM incident_leg WHERE role IN ('origin', 'departure') GROUP BY number) m ");
        sql.push("JOIN (SELECT number, MAX(leg) AS leg FROM incident_leg ");
        sql.push("WHERE role IN ('destination', 'intended-destination') GROUP BY number) n ON n.number = m.number ");
        sql.push("JOIN incident_leg a ON a.number = m.number AND a.leg = m.leg ");
        sql.push("JOIN incident_leg b ON b.number = n.number AND b.leg = n.leg ");
        sql.push("WHERE m.number IN (SELECT l.number FROM incident_line l WHERE ").append(&narrowed.lines);
        sql.push(") GROUP BY a.country, b.country ORDER BY COUNT(*) DESC, a.country, b.country");
        let rows = self.rows(sql).await?;
        rows.iter().map(|row| Ok(Flow { from: row.text(0)?, to: row.text(1)?, incidents: row.int(2)? })).collect()
    }

    /// Per recognised substance: the earliest incident of a filter that the reader may see, in the order of their days.
    pub async fn first_seen(
        &mut self,
        reader: &Reader,
        operation: OperationId,
        filter: &Filter,
    ) -> Result<Vec<FirstSeen>> {
        let Some(narrowed) = self.counting(reader, operation, filter).await? else { return Ok(Vec::new()) };
        let mut sql = Sql::new("SELECT f.substance, f.day, f.country, r.id FROM (SELECT t.substance AS substance, ");
        sql.push("l.day AS day, l.country AS country, l.number AS number, ");
        sql.push("ROW_NUMBER() OVER (PARTITION BY t.substance ORDER BY l.day, l.number) AS place ");
        sql.push("FROM incident_line l JOIN article t ON t.id = l.article WHERE t.substance <> '' AND ");
        sql.append(&narrowed.lines);
        sql.push(") f JOIN record r ON r.number = f.number WHERE f.place = 1 ORDER BY f.day, f.substance");
        let rows = self.rows(sql).await?;
        rows.iter()
            .map(|row| {
                Ok(FirstSeen {
                    substance: row.text(0)?,
                    day: row.day(1)?,
                    country: row.text(2)?,
                    record: row.text(3)?.parse().map_err(Error::damaged)?,
                })
            })
            .collect()
    }

    /// Per recognised substance, country and standing (by laboratory or not): the earliest incident that the reader may
    /// see and that counts. Narrowed to some substances where any are named.
    pub async fn sightings(
        &mut self,
        reader: &Reader,
        operation: OperationId,
        substances: &[String],
    ) -> Result<Vec<Sighting>> {
        let filter = Filter { substances: substances.to_vec(), ..Filter::default() };
        let Some(narrowed) = self.counting(reader, operation, &filter).await? else { return Ok(Vec::new()) };
        let mut sql = Sql::new("SELECT f.substance, f.country, f.day, f.confirmed, r.id FROM (SELECT ");
        sql.push("t.substance AS substance, l.country AS country, l.day AS day, t.confirmed AS confirmed, ");
        sql.push("l.number AS number, ROW_NUMBER() OVER (PARTITION BY t.substance, l.country, t.confirmed ");
        sql.push("ORDER BY l.day, l.number) AS place FROM incident_line l JOIN article t ON t.id = l.article ");
        sql.push("WHERE t.substance <> '' AND ").append(&narrowed.lines);
        sql.push(") f JOIN record r ON r.number = f.number WHERE f.place = 1 ORDER BY f.day, f.substance, r.id");
        let rows = self.rows(sql).await?;
        let read = |row: &Row| {
            Ok(Sighting {
                substance: row.text(0)?,
                country: row.text(1)?,
                day: row.day(2)?,
                confirmed: row.int(3)? == 1,
                record: row.text(4)?.parse().map_err(Error::damaged)?,
                kind: Kind::Incident,
            })
        };
        rows.iter().map(read).collect()
    }

    /// The ways that a filter's incidents took, as far as their legs tell both ends, most incidents first.
    pub async fn routes(&mut self, reader: &Reader, operation: OperationId, filter: &Filter) -> Result<Vec<Route>> {
        let Some(narrowed) = self.counting(reader, operation, filter).await? else { return Ok(Vec::new()) };
        let mut sql = Sql::new("SELECT g.number, g.role, g.country FROM incident_leg g WHERE g.number IN ");
        sql.push("(SELECT l.number FROM incident_line l WHERE ").append(&narrowed.lines);
        sql.push(") ORDER BY g.number, g.leg");
        let mut ways: BTreeMap<i64, Way> = BTreeMap::new();
        for row in &self.rows(sql).await? {
            ways.entry(row.int(0)?).or_default().take(&row.text(1)?, row.text(2)?);
        }
        let mut counts: BTreeMap<(String, Vec<String>, String), i64> = BTreeMap::new();
        for way in ways.into_values() {
            if let Some((from, to)) = way.from.zip(way.to) {
                *counts.entry((from, way.via, to)).or_default() += 1;
            }
        }
        let route = |((from, via, to), incidents)| Route { from, via, to, incidents };
        let mut routes: Vec<Route> = counts.into_iter().map(route).collect();
        routes.sort_by_key(|route| -route.incidents);
        Ok(routes)
    }

    /// How a filter's incidents were hidden, by code and blank where it was not said, most first; and how many incidents
    /// were looked at, at most `limit` of the latest.
    pub async fn concealments(
        &mut self,
        reader: &Reader,
        operation: OperationId,
        filter: &Filter,
        limit: u32,
    ) -> Result<(Vec<(String, i64)>, i64)> {
        let Some(narrowed) = self.counting(reader, operation, filter).await? else { return Ok((Vec::new(), 0)) };
        let mut sql =
            Sql::new("SELECT v.body, v.sequence FROM record r JOIN record_revision v ON v.record = r.number ");
        sql.push("AND v.revision = r.revision WHERE r.number IN (SELECT l.number FROM incident_line l WHERE ");
        sql.append(&narrowed.lines).bind(") ORDER BY r.number DESC LIMIT ?", params![limit]);
        let mut counts: BTreeMap<String, i64> = BTreeMap::new();
        let mut looked = 0;
        for row in &self.rows(sql).await? {
            let record: Record<Incident> = record_of(row, 0, 1)?;
            let code = record.content.concealment.map_or("", Concealment::code);
            *counts.entry(code.to_owned()).or_default() += 1;
            looked += 1;
        }
        let mut counts: Vec<(String, i64)> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| -count);
        Ok((counts, looked))
    }
}

/// The ends of one incident's way, and what lies between.
#[derive(Debug, Default)]
struct Way {
    from: Option<String>,
    via: Vec<String>,
    to: Option<String>,
}

impl Way {
    fn take(&mut self, role: &str, country: String) {
        match LegRole::parse(role) {
            Some(LegRole::Origin | LegRole::Departure) if self.from.is_none() => self.from = Some(country),
            Some(LegRole::Transit) if !self.via.contains(&country) => self.via.push(country),
            Some(LegRole::Destination | LegRole::IntendedDestination) => self.to = Some(country),
            _ => {}
        }
    }
}
