//! How groupings become passes over the lines: which columns a pass groups by, and how its groups are folded into each
//! grouping that shares it.
//!
//! Refuses to lose a distinction: a pass is never coarser than any grouping it serves.

use std::collections::{BTreeMap, HashMap};

use model::{
    catalogue::unit::Dimension,
    total::{By, FineSum, IncidentCount},
};

use crate::{
    conn::Conn,
    error::{Error, Result},
    row::Row,
    value::params,
};

/// One pass over the lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    /// The columns it groups by, beside article and held.
    columns: Vec<&'static str>,
    /// The column that says what the lines are lines of.
    article: &'static str,
    /// The places of the groupings it serves.
    pub groupings: Vec<usize>,
}

/// What a line is a line of.
#[derive(Debug, Clone)]
pub(super) struct Article {
    is_line: bool,
    substance: String,
    group: String,
    unit: String,
    dimension: Option<Dimension>,
    in_scope: bool,
    confirmed: bool,
}

/// One group of one pass.
#[derive(Debug, Clone)]
pub(super) struct Fine {
    article: Article,
    values: HashMap<&'static str, String>,
    held: bool,
    lines: i64,
    amount: i128,
    /// Incidents by first line, by first line of the substance, by first line of the group.
    firsts: [i64; 3],
}

/// Where an amount is cut in two before it is added up.
const PART: i128 = 1_000_000_000;

/// The sum of the amounts in two parts, of which neither leaves the range of a column within billions of lines: whole
/// amounts would after some thousand of the largest, and one member could break every figure.
pub(super) const AMOUNTS: &str = "CAST(COALESCE(SUM(l.amount / 1000000000), 0) AS BIGINT), \
                                  CAST(COALESCE(SUM(l.amount % 1000000000), 0) AS BIGINT)";

/// Columns whose values come in the order of the covering index, so that they are grouped without sorting.
const INDEXED: [&str; 3] = ["l.access", "l.country", "l.region"];

/// The column of a key; keys of the article have none of their own.
const fn column(by: By) -> Option<&'static str> {
    Some(match by {
        By::Participant | By::Agency => "l.access",
        By::Country => "l.country",
        By::Region => "l.region",
        By::Place => "l.place",
        By::Setting => "l.setting",
        By::Conveyance => "l.conveyance",
        By::Detection => "l.detection",
        By::Kind => "l.kind",
        By::Year => "substr(l.day, 1, 4)",
        By::Month => "substr(l.day, 1, 7)",
        By::Day => "l.day",
        By::State => "l.state",
        By::Substance | By::Group | By::Scope | By::Status | By::Unit => return None,
    })
}

/// The key as an expression, where it is asked of the database itself; `t` is the article, `x` the access.
pub(super) const fn expression(by: By) -> &'static str {
    match by {
        By::Participant => "x.owner",
        By::Agency => "x.agency",
        By::Country => "l.country",
        By::Region => "l.region",
        By::Place => "l.place",
        By::Setting => "l.setting",
        By::Conveyance => "l.conveyance",
        By::Detection => "l.detection",
        By::Kind => "l.kind",
        By::Year => "substr(l.day, 1, 4)",
        By::Month => "substr(l.day, 1, 7)",
        By::Day => "l.day",
        By::State => "l.state",
        By::Substance => "t.substance",
        By::Group => "t.grp",
        By::Scope => "CASE WHEN t.in_scope = 1 THEN 'in' ELSE 'off' END",
        By::Status => "CASE WHEN t.confirmed = 1 THEN 'confirmed' ELSE 'provisional' END",
        By::Unit => "t.unit",
    }
}

/// Whether a first line stands for its incident under this key.
pub(super) const fn counts_by_first(by: By) -> bool {
    !matches!(by, By::Scope | By::Status | By::Unit)
}

impl Plan {
    /// The fewest passes that serve all groupings: one over the covering index, one per other set of columns.
    pub fn for_groupings(groupings: &[&[By]]) -> Vec<Plan> {
        let mut plans: Vec<Plan> = Vec::new();
        for (place, by) in groupings.iter().enumerate() {
            let columns: Vec<&'static str> = by.iter().filter_map(|by| column(*by)).collect();
            let plan = Plan::of(&columns, by.iter().all(|by| column(*by).is_some()));
            match plans.iter_mut().find(|other| other.takes(&plan)) {
                Some(other) => other.join(plan, place),
                None => plans.push(Plan { groupings: vec![place], ..plan }),
            }
        }
        plans
    }

    /// A pass for these columns; days alone are asked of masses together, which is far fewer groups.
    fn of(columns: &[&'static str], any_substance: bool) -> Plan {
        if columns.iter().all(|column| INDEXED.contains(column)) {
            let last = INDEXED.iter().rposition(|column| columns.contains(column)).map_or(0, |place| place + 1);
            return Plan { columns: INDEXED[..last].to_vec(), article: "l.article", groupings: Vec::new() };
        }
        // Periods alone are grouped by day, which their index has in order, and folded into longer ones afterwards.
        let periods = any_substance && columns.iter().all(|column| column.contains("l.day"));
        let mut own = if periods { vec!["l.day"] } else { columns.to_vec() };
        own.sort_unstable();
        own.dedup();
        let article = if any_substance { "l.bulk" } else { "l.article" };
        Plan { columns: own, article, groupings: Vec::new() }
    }

    fn is_indexed(&self) -> bool {
        self.columns.iter().all(|column| INDEXED.contains(column))
    }

    fn takes(&self, other: &Plan) -> bool {
        self.is_indexed() && other.is_indexed() || self.columns == other.columns && self.article == other.article
    }

    fn join(&mut self, other: Plan, place: usize) {
        if other.columns.len() > self.columns.len() {
            self.columns = other.columns;
        }
        self.groupings.push(place);
    }

    /// What the statement groups by; the article stands first or last as the index has it.
    pub fn columns(&self) -> String {
        let mut columns = self.columns.clone();
        if self.is_indexed() {
            columns.splice(0..0, [self.article, "l.held"]);
        } else {
            columns.extend([self.article, "l.held"]);
        }
        columns.join(", ")
    }

    /// Counts by first lines of substance and group, where the pass tells substances apart.
    pub fn firsts(&self) -> &'static str {
        if self.article == "l.article" {
            ", CAST(SUM(l.first_substance) AS BIGINT), CAST(SUM(l.first_group) AS BIGINT)"
        } else {
            ""
        }
    }

    /// Reads one group and gives its numbers their names.
    pub fn read(
        &self,
        row: &Row,
        articles: &HashMap<i64, Article>,
        owners: &HashMap<i64, (String, String)>,
    ) -> Result<Fine> {
        let width = self.columns.len() + 2;
        let (first, own) = if self.is_indexed() { (0, 2) } else { (self.columns.len(), 0) };
        let article = articles.get(&row.int(first)?).ok_or_else(|| Error::damaged("a line of no article"))?;
        let mut values = HashMap::new();
        for (place, column) in self.columns.iter().enumerate() {
            if *column == "l.access" {
                let owner = owners.get(&row.int(own + place)?).ok_or_else(|| Error::damaged("a line of no access"))?;
                values.insert("x.owner", owner.0.clone());
                values.insert("x.agency", owner.1.clone());
            } else {
                values.insert(*column, row.text(own + place)?);
            }
        }
        let by_article = self.article == "l.article";
        let first_of = |place: usize| if by_article { row.int(width + place) } else { Ok(0) };
        Ok(Fine {
            article: article.clone(),
            values,
            held: row.flag(first + 1)?,
            lines: row.int(width)?,
            amount: i128::from(row.int(width + 1)?) * PART + i128::from(row.int(width + 2)?),
            firsts: [row.int(width + 3)?, first_of(4)?, first_of(5)?],
        })
    }
}

impl Fine {
    fn key(&self, by: By) -> Result<String> {
        let value = |name: &str| self.values.get(name).cloned().ok_or_else(|| Error::damaged("a pass without its key"));
        Ok(match by {
            By::Substance => self.article.substance.clone(),
            By::Group => self.article.group.clone(),
            By::Unit => self.article.unit.clone(),
            By::Scope => if self.article.in_scope { "in" } else { "off" }.to_owned(),
            By::Status => if self.article.confirmed { "confirmed" } else { "provisional" }.to_owned(),
            By::Year => value(expression(by)).or_else(|_| value("l.day"))?.chars().take(4).collect(),
            By::Month => value(expression(by)).or_else(|_| value("l.day"))?.chars().take(7).collect(),
            other => value(expression(other))?,
        })
    }

    fn keys(&self, by: &[By]) -> Result<Vec<String>> {
        by.iter().map(|by| self.key(*by)).collect()
    }
}

/// Folds a pass into the sums of one grouping, in the order of its keys.
pub(super) fn sums(fine: &[Fine], by: &[By]) -> Result<Vec<FineSum>> {
    let mut sums: BTreeMap<_, FineSum> = BTreeMap::new();
    for one in fine.iter().filter(|one| one.article.is_line) {
        let (keys, article) = (one.keys(by)?, &one.article);
        let known = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let own = (keys.clone(), article.substance.clone(), article.unit.clone(), article.in_scope, article.confirmed);
        let sum = sums.entry(own).or_insert_with(|| FineSum {
            keys,
            substance: known(&article.substance),
            unit: known(&article.unit),
            dimension: article.dimension,
            in_scope: article.in_scope,
            confirmed: article.confirmed,
            lines: 0,
            amount: 0,
        });
        sum.lines += one.lines;
        sum.amount += one.amount;
    }
    Ok(sums.into_values().collect())
}

/// Folds a pass into the counts of one grouping: by first lines of the finest key of the article that it asks for.
pub(super) fn counts(fine: &[Fine], by: &[By]) -> Result<Vec<IncidentCount>> {
    let place = if by.contains(&By::Substance) { 1 } else { usize::from(by.contains(&By::Group)) * 2 };
    let mut counts: BTreeMap<Vec<String>, IncidentCount> = BTreeMap::new();
    for one in fine.iter().filter(|one| one.firsts[place] > 0) {
        let keys = one.keys(by)?;
        let count = counts.entry(keys.clone()).or_insert(IncidentCount { keys, incidents: 0, held: 0 });
        count.incidents += one.firsts[place];
        count.held += if one.held { one.firsts[place] } else { 0 };
    }
    Ok(counts.into_values().collect())
}

impl Conn {
    /// Every article; there are few, because an article is a combination and not a line.
    pub(super) async fn articles(&mut self) -> Result<HashMap<i64, Article>> {
        let sql = "SELECT id, is_line, substance, grp, unit, dimension, in_scope, confirmed FROM article";
        let rows = self.all(sql, params![]).await?;
        rows.iter()
            .map(|row| {
                let article = Article {
                    is_line: row.flag(1)?,
                    substance: row.text(2)?,
                    group: row.text(3)?,
                    unit: row.text(4)?,
                    dimension: Dimension::parse(&row.text(5)?),
                    in_scope: row.flag(6)?,
                    confirmed: row.flag(7)?,
                };
                Ok((row.int(0)?, article))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groupings_over_the_covering_index_share_one_pass() {
        let plans = Plan::for_groupings(&[&[], &[By::Day], &[By::Group], &[By::Region], &[By::Participant]]);
        assert_eq!(plans.len(), 2);
        assert_eq!(plans[0].groupings, [0, 2, 3, 4]);
        assert_eq!(plans[0].columns(), "l.article, l.held, l.access, l.country, l.region");
        assert_eq!(plans[1].columns(), "l.day, l.bulk, l.held");
    }

    #[test]
    fn a_day_by_substance_keeps_substances_apart() {
        let plans = Plan::for_groupings(&[&[By::Day, By::Substance]]);
        assert_eq!(plans[0].columns(), "l.day, l.article, l.held");
    }

    #[test]
    fn a_year_of_substances_is_grouped_by_year_and_periods_alone_by_their_days() {
        let plans = Plan::for_groupings(&[&[By::Country, By::Substance, By::Year]]);
        assert_eq!(plans[0].columns(), "l.country, substr(l.day, 1, 4), l.article, l.held");
        let plans = Plan::for_groupings(&[&[By::Month], &[By::Day]]);
        assert_eq!((plans.len(), plans[0].columns().as_str()), (1, "l.day, l.bulk, l.held"));
    }
}
