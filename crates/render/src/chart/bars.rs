//! Horizontal bars with direct labels: at most six, then "other".
//!
//! Refuses: a seventh colour. What is beyond the sixth is one grey bar that says how many it holds.

use super::{Anchor, Measure, Paper, Split, length, nothing, step};
use crate::html::{Safe, escape};
use crate::words::Speech;

const WIDTH: f64 = 420.0;
const ROW: f64 = 30.0;
const LABELS: f64 = 178.0;
const VALUES: f64 = 70.0;
const MOST: usize = 6;

/// One bar.
#[derive(Debug, Clone, Default)]
pub struct Bar {
    /// What it is, as said.
    pub label: String,
    /// How much.
    pub figure: Split,
    /// The list of its inputs.
    pub address: Option<String>,
}

/// Bars to compare.
#[derive(Debug, Clone, Default)]
pub struct Bars {
    /// Unique in the page.
    pub id: String,
    /// What is seen, as a sentence.
    pub title: String,
    /// The bars in any order; drawn from the longest.
    pub rows: Vec<Bar>,
    /// How numbers are said.
    pub measure: Measure,
    /// One colour for all: where bars are places or days, not substances.
    pub one_colour: bool,
}

/// Draws bars from the longest, the rest together as "other".
pub fn bars_horizontal(t: Speech, chart: &Bars) -> Safe {
    let mut rows: Vec<Bar> = chart.rows.iter().filter(|row| row.figure.all() > 0).cloned().collect();
    rows.sort_by(|a, b| b.figure.all().cmp(&a.figure.all()).then_with(|| a.label.cmp(&b.label)));
    let others = if rows.len() > MOST { rows.split_off(MOST) } else { Vec::new() };
    let Some(longest) = rows.first().cloned() else { return nothing(t, &chart.title) };
    let count = rows.len();
    if !others.is_empty() {
        rows.push(together(t, &others));
    }
    let max = rows.iter().map(|row| row.figure.all()).max().unwrap_or(0);
    let mut paper = Paper::new(t, WIDTH, step(rows.len(), ROW) + 4.0);
    for (index, row) in rows.iter().enumerate() {
        let colour = match index {
            _ if index >= count => "c-other".to_owned(),
            _ if chart.one_colour => "bar".to_owned(),
            _ => format!("c{}", index + 1),
        };
        draw_row(&mut paper, t, chart, row, (step(index, ROW), &colour, max));
    }
    let value = chart.measure.exact(t, longest.figure.all());
    let description =
        t.say_with("chart-bars-desc", &[("name", longest.label.as_str().into()), ("value", value.into())]);
    paper.finish(&chart.id, &chart.title, &description)
}

fn together(t: Speech, others: &[Bar]) -> Bar {
    let add = |sum: Split, row: &Bar| Split {
        confirmed: sum.confirmed.saturating_add(row.figure.confirmed),
        provisional: sum.provisional.saturating_add(row.figure.provisional),
    };
    let label = t.say_one("chart-other", "count", others.len());
    Bar { label, figure: others.iter().fold(Split::default(), add), address: None }
}

fn draw_row(paper: &mut Paper, t: Speech, chart: &Bars, row: &Bar, (y, colour, max): (f64, &str, i128)) {
    let space = WIDTH - LABELS - VALUES;
    let whole = length(row.figure.all(), max, space).max(1.0);
    let maybe = length(row.figure.provisional, max, space);
    let mut said = format!("{}: {}", row.label, chart.measure.exact(t, row.figure.all()));
    if row.figure.provisional > 0 {
        said = format!("{said}, {} {}", chart.measure.exact(t, row.figure.provisional), t.say("chart-provisional"));
    }
    paper.open(row.address.as_deref(), &said);
    paper.text((0.0, y + 19.0), Anchor::Start, "label", &shortened(&row.label, 25));
    paper.rect((LABELS, y + 6.0, whole, 18.0), &format!("class=\"{colour}\""));
    if maybe > 0.0 {
        paper.rect(
            (LABELS + whole - maybe, y + 6.0, maybe, 18.0),
            &format!("fill=\"url(#{}-hatch)\"", escape(&chart.id)),
        );
    }
    paper.text((LABELS + whole + 6.0, y + 19.0), Anchor::Start, "value", &chart.measure.label(t, row.figure.all()));
    paper.close(row.address.as_deref());
}

/// A label cut to so many letters; the whole of it is in the title of its row.
pub(crate) fn shortened(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let cut: String = text.chars().take(letters.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lang::Lang;

    fn chart(rows: usize) -> Bars {
        let row = |index: usize| Bar {
            label: format!("<group {index}>"),
            figure: Split { confirmed: i128::try_from(index).unwrap() * 1_000_000_000, provisional: 500_000_000 },
            address: Some("/x?a=1&b=\"".to_owned()),
        };
        Bars {
            id: "b".to_owned(),
            title: "<In scope>".to_owned(),
            rows: (0..rows).map(row).collect(),
            measure: Measure { scale: 9, places: 1, unit: "kg".to_owned() },
            one_colour: false,
        }
    }

    #[test]
    fn six_bars_and_the_rest_together() {
        let svg = bars_horizontal(Speech::of(Lang::En), &chart(9)).to_string();
        assert!(svg.contains("class=\"c6\"") && !svg.contains("class=\"c7\""));
        // Rows 0, 1 and 2 are the shortest: 0.5 + 1.5 + 2.5 kg.
        assert!(crate::words::plain(&svg).contains("Other (3): 4.5 kg"), "{svg}");
    }

    #[test]
    fn texts_are_escaped_in_every_language() {
        for lang in Lang::ALL {
            let svg = bars_horizontal(Speech::of(lang), &chart(9)).to_string();
            assert!(!svg.contains("<group") && !svg.contains("<In") && svg.contains("a=1&amp;b=&quot;"));
            assert_eq!(crate::words::gaps(&svg), Vec::<String>::new());
        }
    }

    #[test]
    fn no_figures_is_said_and_not_drawn() {
        let mut empty = chart(1);
        empty.rows[0].figure = Split::default();
        assert!(!bars_horizontal(Speech::of(Lang::Ru), &empty).as_str().contains("<svg"));
    }

    #[test]
    fn a_long_label_is_cut_by_letters_not_bytes() {
        assert_eq!(shortened("Синтетические катиноны", 10), "Синтетиче…");
        assert_eq!(shortened("short", 10), "short");
    }
}
