//! Figures by day: confirmed below, provisional hatched above, another series as a dashed line.
//!
//! Refuses: filling a day nobody reported with a zero. It is hatched as unknown.

use super::{Anchor, Measure, Paper, Split, length, nothing, step, tick};
use crate::html::{Safe, escape};
use crate::words::Speech;
use model::time::Day;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 220.0;
const LEFT: f64 = 44.0;
const TOP: f64 = 14.0;
const FLOOR: f64 = 190.0;

/// One day.
#[derive(Debug, Clone)]
pub struct DayBar {
    /// The day.
    pub day: Day,
    /// Its figure; `None` when nothing is known of that day.
    pub figure: Option<Split>,
    /// The other series on the same day.
    pub second: Option<i128>,
    /// The list of its inputs.
    pub address: Option<String>,
}

/// Figures by day.
#[derive(Debug, Clone, Default)]
pub struct ByDay {
    /// Unique in the page.
    pub id: String,
    /// What is seen, as a sentence.
    pub title: String,
    /// Days in order, without gaps.
    pub days: Vec<DayBar>,
    /// How numbers are said.
    pub measure: Measure,
    /// What the other series is called, `2019`.
    pub second: String,
}

/// Draws figures by day, with a legend.
pub fn bars_by_day(t: Speech, chart: &ByDay) -> Safe {
    let value = |bar: &DayBar| bar.figure.map_or(0, Split::all);
    let max = chart.days.iter().flat_map(|bar| [value(bar), bar.second.unwrap_or(0)]).max().unwrap_or(0);
    let (Some(first), Some(last), true) = (chart.days.first(), chart.days.last(), max > 0) else {
        return nothing(t, &chart.title);
    };
    let mut paper = Paper::new(t, WIDTH, HEIGHT);
    axis(&mut paper, t, &chart.measure, max);
    let slot = (WIDTH - LEFT - 6.0) / step(chart.days.len(), 1.0);
    for (index, bar) in chart.days.iter().enumerate() {
        draw_day(&mut paper, t, chart, bar, (LEFT + step(index, slot), slot, max));
    }
    labels(&mut paper, t, &chart.days, slot);
    second(&mut paper, chart, slot, max);
    let most = chart.days.iter().max_by_key(|bar| value(bar)).unwrap_or(first);
    let total = chart.days.iter().map(value).fold(0, i128::saturating_add);
    let description = t.say_with(
        "chart-by-day-desc",
        &[
            ("from", t.day_text(first.day).into()),
            ("to", t.day_text(last.day).into()),
            ("total", chart.measure.exact(t, total).into()),
            ("day", t.day_text(most.day).into()),
            ("most", chart.measure.exact(t, value(most)).into()),
        ],
    );
    let drawing = paper.finish(&chart.id, &chart.title, &description);
    Safe::ours(format!("{drawing}{}", legend(t, chart)))
}

fn axis(paper: &mut Paper, t: Speech, measure: &Measure, max: i128) {
    let tick = tick(max);
    let mut at = 0_i128;
    while at <= max {
        let y = FLOOR - length(at, max, FLOOR - TOP);
        paper.line((LEFT, y, WIDTH, y), "axis");
        paper.text((LEFT - 6.0, y + 4.0), Anchor::End, "value", &measure.label(t, at));
        at = at.saturating_add(tick);
    }
}

fn draw_day(paper: &mut Paper, t: Speech, chart: &ByDay, bar: &DayBar, (x, slot, max): (f64, f64, i128)) {
    let width = (slot * 0.72).max(1.0);
    let x = x + (slot - width) / 2.0;
    let day = t.day_text(bar.day);
    let Some(figure) = bar.figure else {
        paper.open(None, &format!("{day}: {}", t.say("chart-no-data")));
        paper.rect((x, TOP, width, FLOOR - TOP), &format!("fill=\"url(#{}-void)\"", escape(&chart.id)));
        return paper.close(None);
    };
    let mut said = format!("{day}: {} {}", chart.measure.exact(t, figure.confirmed), t.say("chart-confirmed"));
    if figure.provisional > 0 {
        said = format!("{said}, {} {}", chart.measure.exact(t, figure.provisional), t.say("chart-provisional"));
    }
    let whole = length(figure.all(), max, FLOOR - TOP);
    let maybe = length(figure.provisional, max, FLOOR - TOP);
    paper.open(bar.address.as_deref(), &said);
    paper.rect((x, FLOOR - whole, width, whole), "class=\"bar\"");
    if maybe > 0.0 {
        paper.rect((x, FLOOR - whole, width, maybe), &format!("fill=\"url(#{}-hatch)\"", escape(&chart.id)));
    }
    paper.close(bar.address.as_deref());
}

fn labels(paper: &mut Paper, t: Speech, days: &[DayBar], slot: f64) {
    let every = (1..=days.len()).find(|every| step(*every, slot) >= 24.0).unwrap_or(1);
    let mut month = None;
    for (index, bar) in days.iter().enumerate().filter(|(index, _)| index % every == 0) {
        let middle = LEFT + step(index, slot) + slot / 2.0;
        let solar = if t.is_rtl() { bar.day.solar_hijri() } else { None };
        let now = solar.map_or_else(|| bar.day.parts().1.unsigned_abs(), |(_, month, _)| month);
        // The month is named where it begins, and only if the name has room.
        let named = month != Some(now) && (index == 0 || index + every * 2 < days.len());
        let text = if named { t.day_short(bar.day) } else { t.day_number(bar.day) };
        let place = if index == 0 { (LEFT, Anchor::Start) } else { (middle, Anchor::Middle) };
        paper.text((place.0, FLOOR + 18.0), place.1, "value", &text);
        month = Some(now);
    }
}

fn second(paper: &mut Paper, chart: &ByDay, slot: f64, max: i128) {
    let points: Vec<(f64, f64)> = chart
        .days
        .iter()
        .enumerate()
        .filter_map(|(index, bar)| {
            Some((LEFT + step(index, slot) + slot / 2.0, FLOOR - length(bar.second?, max, FLOOR - TOP)))
        })
        .collect();
    if points.len() > 1 {
        paper.polyline(&points, "second");
    }
}

fn legend(t: Speech, chart: &ByDay) -> String {
    let provisional = chart.days.iter().any(|bar| bar.figure.is_some_and(|figure| figure.provisional > 0));
    let second = chart.days.iter().any(|bar| bar.second.is_some());
    if !provisional && !second {
        return String::new();
    }
    let entry = |class: &str, word: &str| format!("<li><span class=\"swatch {class}\"></span>{}</li>", escape(word));
    let mut out = String::from("<ul class=\"legend\">");
    if provisional {
        out.push_str(&entry("sure", &t.say("chart-confirmed")));
        out.push_str(&entry("maybe", &t.say("chart-provisional")));
    }
    if second {
        out.push_str(&entry("line", &chart.second));
    }
    out + "</ul>"
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lang::Lang;

    fn chart(days: u8) -> ByDay {
        let start = Day::of(2021, 10, 4).unwrap();
        let bar = |index: u8| DayBar {
            day: start.plus(i64::from(index)),
            figure: (index != 3)
                .then_some(Split { confirmed: 30 + i128::from(index), provisional: i128::from(index % 3) }),
            second: Some(25),
            address: Some(format!("/list?day={index}&x=<")),
        };
        ByDay {
            id: "day<s".to_owned(),
            title: "Incidents <b>".to_owned(),
            days: (0..days).map(bar).collect(),
            measure: Measure::count(),
            second: "<2019>".to_owned(),
        }
    }

    #[test]
    fn a_day_nobody_reported_is_hatched_not_zero() {
        let svg = bars_by_day(Speech::of(Lang::En), &chart(12));
        assert_eq!(svg.as_str().matches("-void)").count(), 1);
        assert!(svg.as_str().contains("7 Oct 2021: no data"));
        assert!(svg.as_str().contains("5 Oct 2021: 31 confirmed, 1 provisional"));
    }

    #[test]
    fn texts_are_escaped_in_every_language() {
        for lang in Lang::ALL {
            let svg = bars_by_day(Speech::of(lang), &chart(58));
            assert!(svg.as_str().contains("Incidents &lt;b&gt;") && svg.as_str().contains("&lt;2019&gt;"));
            assert!(!svg.as_str().contains("x=<") && !svg.as_str().contains("day<s"));
            assert_eq!(crate::words::gaps(svg.as_str()), Vec::<String>::new());
        }
    }

    #[test]
    fn time_runs_from_the_right_in_persian() {
        let first_bar = |lang| {
            let svg = bars_by_day(Speech::of(lang), &chart(2)).to_string();
            let at = svg.split("class=\"bar\"").next().unwrap().rsplit("x=\"").next().unwrap().to_owned();
            at.split('"').next().unwrap().parse::<f64>().unwrap()
        };
        assert!(first_bar(Lang::Fa) > first_bar(Lang::En));
    }

    #[test]
    fn no_figures_is_said_and_not_drawn() {
        let svg = bars_by_day(Speech::of(Lang::En), &ByDay { title: "T".to_owned(), ..chart(0) });
        assert!(!svg.as_str().contains("<svg") && svg.as_str().contains("Nothing to draw"));
    }
}
