//! Facets: how many incidents a filter finds per value of one field, with that field's own choice left out, so that its
//! other values can be seen and chosen.
//!
//! Refuses to count what the reader may not see: the filter's condition carries the visibility.

use std::collections::{BTreeMap, HashMap};

use model::{
    listing::{Facet, Filter},
    operation::OperationId,
    record::{Reader, State},
};

use super::filter::Narrowed;
use crate::{
    conn::Conn,
    error::Result,
    value::{Sql, params},
};

/// The fields, by their names in [`Filter`].
const FIELDS: [&str; 5] = ["states", "participants", "countries", "substances", "settings"];

impl Conn {
    /// The facets of a filter, for this reader.
    pub async fn facets(&mut self, reader: &Reader, operation: OperationId, filter: &Filter) -> Result<Vec<Facet>> {
        let mut facets = Vec::with_capacity(FIELDS.len());
        // Fields without a choice of their own are asked together: their filter is the same.
        let mut asked: HashMap<Filter, [HashMap<String, i64>; 4]> = HashMap::new();
        for field in FIELDS {
            let filter = without(filter, field);
            let counts = if field == "substances" {
                match self.narrow(reader, operation, &filter).await? {
                    Some(narrowed) => self.by_substance(&narrowed, &filter).await?,
                    None => HashMap::new(),
                }
            } else {
                if !asked.contains_key(&filter) {
                    let counts = match self.narrow(reader, operation, &filter).await? {
                        Some(narrowed) => self.by_head(&narrowed).await?,
                        None => Default::default(),
                    };
                    asked.insert(filter.clone(), counts);
                }
                let place = ["states", "participants", "countries", "settings"].iter().position(|name| *name == field);
                asked.get(&filter).zip(place).map(|(counts, place)| counts[place].clone()).unwrap_or_default()
            };
            facets.push(Facet { field: field.to_owned(), values: most_first(counts) });
        }
        Ok(facets)
    }

    /// Incidents per state, owner, country and setting in one pass; an incident has exactly one of each.
    async fn by_head(&mut self, narrowed: &Narrowed) -> Result<[HashMap<String, i64>; 4]> {
        let count = if narrowed.by_line { "COUNT(DISTINCT l.number)" } else { "COUNT(*)" };
        let mut sql =
            Sql::new(format!("SELECT l.state, l.access, l.country, l.setting, {count} FROM incident_line l WHERE "));
        sql.append(&narrowed.lines);
        if !narrowed.by_line {
            sql.push(" AND l.first = 1");
        }
        sql.push(" GROUP BY l.state, l.access, l.country, l.setting");
        let owners = self.owners().await?;
        let mut counts: [HashMap<String, i64>; 4] = Default::default();
        for row in self.rows(sql).await? {
            let owner = owners.get(&row.int(1)?).map(|(owner, _)| owner.clone()).unwrap_or_default();
            for (counts, value) in counts.iter_mut().zip([row.text(0)?, owner, row.text(2)?, row.text(3)?]) {
                *counts.entry(value).or_default() += row.int(4)?;
            }
        }
        Ok(counts)
    }

    /// Incidents per substance. Where the filter tells lines of one substance apart, each incident is counted once by
    /// name; elsewhere the first line of a substance stands for its incident.
    async fn by_substance(&mut self, narrowed: &Narrowed, filter: &Filter) -> Result<HashMap<String, i64>> {
        let split = filter.scope.is_some() || filter.confirmed.is_some();
        let mut sql = if split {
            let mut sql = Sql::new("SELECT t.substance, COUNT(DISTINCT l.number) FROM incident_line l");
            sql.push(" JOIN article t ON t.id = l.article WHERE ").append(&narrowed.lines);
            sql.push(" GROUP BY t.substance");
            sql
        } else {
            let mut sql = Sql::new("SELECT t.substance, f.incidents FROM (SELECT l.article AS article, ");
            sql.push("CAST(SUM(l.first_substance) AS BIGINT) AS incidents FROM incident_line l WHERE ");
            sql.append(&narrowed.lines).push(" GROUP BY l.article) f JOIN article t ON t.id = f.article WHERE 1 = 1");
            sql
        };
        if !split {
            sql.push(" AND t.is_line = 1");
        }
        let mut counts = HashMap::new();
        for row in self.rows(sql).await? {
            *counts.entry(row.text(0)?).or_default() += row.int(1)?;
        }
        Ok(counts)
    }

    /// Owner and agency of every access combination.
    pub(crate) async fn owners(&mut self) -> Result<HashMap<i64, (String, String)>> {
        let rows = self.all("SELECT id, owner, agency FROM access", params![]).await?;
        rows.iter().map(|row| Ok((row.int(0)?, (row.text(1)?, row.text(2)?)))).collect()
    }
}

/// The filter without what it asks of one field; for states, with every state.
fn without(filter: &Filter, field: &str) -> Filter {
    let mut filter = filter.clone();
    match field {
        "states" => filter.states = State::ALL.to_vec(),
        "participants" => filter.participants.clear(),
        "countries" => filter.countries.clear(),
        "substances" => filter.substances.clear(),
        _ => filter.settings.clear(),
    }
    filter
}

/// Known values with at least one incident, most first, equals by value.
fn most_first(counts: HashMap<String, i64>) -> Vec<(String, i64)> {
    let known: BTreeMap<String, i64> =
        counts.into_iter().filter(|(value, count)| !value.is_empty() && *count > 0).collect();
    let mut values: Vec<(String, i64)> = known.into_iter().collect();
    values.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    values
}
