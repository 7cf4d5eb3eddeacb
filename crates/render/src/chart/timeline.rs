//! Things on days, one row per name: a full mark where it is sure, a hollow one where it may still change.
//!
//! Refuses: days drawn nearer than they were. The row runs from the first day to the last, evenly.

use super::bars::shortened;
use super::{Anchor, Paper, length, nothing, step};
use crate::html::Safe;
use crate::words::Speech;
use model::time::Day;
use std::collections::BTreeMap;

const WIDTH: f64 = 640.0;
const LABELS: f64 = 170.0;
const ROW: f64 = 24.0;
const MARK: f64 = 10.0;
const MOST: usize = 20;

/// One thing on its day.
#[derive(Debug, Clone)]
pub struct Mark {
    /// The name of its row.
    pub row: String,
    /// The day.
    pub day: Day,
    /// Whether it is sure.
    pub sure: bool,
    /// What is said of it.
    pub title: String,
    /// Where it leads.
    pub address: Option<String>,
}

/// Marks on a line of days.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// Unique in the page.
    pub id: String,
    /// What is seen, as a sentence.
    pub title: String,
    /// The marks.
    pub marks: Vec<Mark>,
}

/// Draws the rows in the order of their first day; at most twenty, the rest is in the table behind it.
pub fn timeline(t: Speech, chart: &Timeline) -> Safe {
    let days = || chart.marks.iter().map(|mark| mark.day);
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return nothing(t, &chart.title) };
    let mut rows: BTreeMap<&str, Vec<&Mark>> = BTreeMap::new();
    chart.marks.iter().for_each(|mark| rows.entry(&mark.row).or_default().push(mark));
    let mut rows: Vec<(&str, Vec<&Mark>)> = rows.into_iter().collect();
    rows.sort_by_key(|(name, marks)| (marks.iter().map(|mark| mark.day).min(), *name));
    rows.truncate(MOST);
    let height = step(rows.len(), ROW) + 26.0;
    let mut paper = Paper::new(t, WIDTH, height);
    let span = i128::from(last.since(first)).max(1);
    let space = WIDTH - LABELS - MARK * 2.0;
    for (index, (name, marks)) in rows.iter().enumerate() {
        let y = step(index, ROW) + ROW / 2.0;
        paper.text((0.0, y + 4.0), Anchor::Start, "label", &shortened(name, 24));
        paper.line((LABELS, y, WIDTH, y), "axis");
        for mark in marks {
            let x = LABELS + MARK / 2.0 + length(i128::from(mark.day.since(first)), span, space);
            paper.open(mark.address.as_deref(), &mark.title);
            paper.rect((x, y - MARK / 2.0, MARK, MARK), "class=\"bar\"");
            if !mark.sure {
                paper.rect((x + 2.0, y - MARK / 2.0 + 2.0, MARK - 4.0, MARK - 4.0), "class=\"hollow\"");
            }
            paper.close(mark.address.as_deref());
        }
    }
    paper.text((LABELS, height - 6.0), Anchor::Start, "value", &t.day_short(first));
    paper.text((WIDTH, height - 6.0), Anchor::End, "value", &t.day_short(last));
    let description = t.say_with(
        "chart-timeline-desc",
        &[("count", chart.marks.len().into()), ("from", t.day_text(first).into()), ("to", t.day_text(last).into())],
    );
    paper.finish(&chart.id, &chart.title, &description)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lang::Lang;

    #[test]
    fn what_may_still_change_is_hollow_and_every_mark_leads_to_its_record() {
        let mark = |day: &str, sure| Mark {
            row: "<alpha>".to_owned(),
            day: day.parse().unwrap(),
            sure,
            title: "x".to_owned(),
            address: Some("/detections/1".to_owned()),
        };
        let chart = Timeline {
            id: "t".to_owned(),
            title: "When".to_owned(),
            marks: vec![mark("2021-06-01", true), mark("2021-09-01", false)],
        };
        for lang in Lang::ALL {
            let svg = timeline(Speech::of(lang), &chart).to_string();
            assert_eq!(svg.matches("class=\"hollow\"").count(), 1);
            assert_eq!(svg.matches("<a href").count(), 2);
            assert!(svg.contains("&lt;alpha&gt;"));
            assert_eq!(crate::words::gaps(&svg), Vec::<String>::new());
        }
        assert!(timeline(Speech::of(Lang::En), &Timeline::default()).as_str().contains("class"));
    }
}
