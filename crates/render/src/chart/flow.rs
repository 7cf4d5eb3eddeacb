//! Where things came from, through where, and where to: three columns and bands between them.
//!
//! Refuses: guessing. A route without a known transit goes straight across; a place beyond the eighth of a column is
//! "other".

use super::bars::shortened;
use super::{Anchor, Measure, Paper, length, nothing, step};
use crate::html::Safe;
use crate::words::Speech;
use std::collections::BTreeMap;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 320.0;
const TOP: f64 = 24.0;
const GAP: f64 = 10.0;
const NODE: f64 = 10.0;
const MOST: usize = 8;

/// One route with how much took it.
#[derive(Debug, Clone, Default)]
pub struct Flow {
    /// Where from, as said.
    pub origin: String,
    /// Through where; `None` when unknown or direct.
    pub transit: Option<String>,
    /// Where to.
    pub destination: String,
    /// How much, in base units.
    pub value: i128,
}

/// Routes to draw.
#[derive(Debug, Clone, Default)]
pub struct Flows {
    /// Unique in the page.
    pub id: String,
    /// What is seen, as a sentence.
    pub title: String,
    /// The routes.
    pub flows: Vec<Flow>,
    /// How numbers are said.
    pub measure: Measure,
}

/// A place in a column: where it begins, how high it is and how much of it is taken on either side.
struct Node {
    label: String,
    value: i128,
    top: f64,
    taken_in: f64,
    taken_out: f64,
}

/// A band: column and place on either side, and how much.
type Bands = BTreeMap<(usize, usize, usize, usize), i128>;

/// Draws routes as bands.
pub fn flow(t: Speech, chart: &Flows) -> Safe {
    let flows: Vec<&Flow> = chart.flows.iter().filter(|flow| flow.value > 0).collect();
    let Some(largest) = flows.iter().max_by_key(|flow| flow.value) else { return nothing(t, &chart.title) };
    let mut columns = [
        column(t, flows.iter().map(|flow| (flow.origin.as_str(), flow.value))),
        column(t, flows.iter().filter_map(|flow| Some((flow.transit.as_deref()?, flow.value)))),
        column(t, flows.iter().map(|flow| (flow.destination.as_str(), flow.value))),
    ];
    let all = flows.iter().map(|flow| flow.value).fold(0, i128::saturating_add);
    let highest = columns.iter().map(Vec::len).max().unwrap_or(0);
    let space = HEIGHT - TOP - step(highest, GAP);
    for nodes in &mut columns {
        place(nodes, all, space);
    }
    let bands = bands(&flows, &columns);
    let mut paper = Paper::new(t, WIDTH, HEIGHT);
    draw_bands(&mut paper, t, chart, &mut columns, &bands, (all, space));
    draw_nodes(&mut paper, t, chart, &columns, (all, space));
    let description = t.say_with(
        "chart-flow-desc",
        &[
            ("from", largest.origin.as_str().into()),
            ("to", largest.destination.as_str().into()),
            ("value", chart.measure.exact(t, largest.value).into()),
        ],
    );
    paper.finish(&chart.id, &chart.title, &description)
}

/// The places of a column, the largest first; the ninth and later together at the foot.
fn column<'a>(t: Speech, parts: impl Iterator<Item = (&'a str, i128)>) -> Vec<Node> {
    let mut sums: BTreeMap<&str, i128> = BTreeMap::new();
    for (label, value) in parts {
        let sum = sums.entry(label).or_default();
        *sum = sum.saturating_add(value);
    }
    let node = |label: String, value| Node { label, value, top: 0.0, taken_in: 0.0, taken_out: 0.0 };
    let mut nodes: Vec<Node> = sums.into_iter().map(|(label, value)| node(label.to_owned(), value)).collect();
    nodes.sort_by_key(|node| std::cmp::Reverse(node.value));
    if nodes.len() > MOST {
        let rest = nodes.split_off(MOST - 1);
        let sum = rest.iter().map(|node| node.value).fold(0, i128::saturating_add);
        nodes.push(node(t.say_one("chart-other", "count", rest.len()), sum));
    }
    nodes
}

fn place(nodes: &mut [Node], all: i128, space: f64) {
    let mut top = TOP;
    for node in nodes {
        node.top = top;
        top += length(node.value, all, space) + GAP;
    }
}

/// The place of a label in its column; the last, "other", when it has none of its own.
fn find(nodes: &[Node], label: &str) -> usize {
    nodes.iter().position(|node| node.label == label).unwrap_or(nodes.len().saturating_sub(1))
}

fn bands(flows: &[&Flow], columns: &[Vec<Node>; 3]) -> Bands {
    let mut bands = Bands::new();
    for flow in flows {
        let (from, to) = (find(&columns[0], &flow.origin), find(&columns[2], &flow.destination));
        let legs = match &flow.transit {
            Some(transit) => {
                let through = find(&columns[1], transit);
                vec![(0, from, 1, through), (1, through, 2, to)]
            }
            None => vec![(0, from, 2, to)],
        };
        for leg in legs {
            let sum = bands.entry(leg).or_default();
            *sum = sum.saturating_add(flow.value);
        }
    }
    bands
}

fn x(column: usize) -> f64 {
    step(column, (WIDTH - NODE) / 2.0)
}

fn draw_bands(
    paper: &mut Paper,
    t: Speech,
    chart: &Flows,
    columns: &mut [Vec<Node>; 3],
    bands: &Bands,
    (all, space): (i128, f64),
) {
    for ((left, from, right, to), value) in bands {
        let thickness = length(*value, all, space).max(0.5);
        let Some((from_label, start)) = columns.get_mut(*left).and_then(|nodes| nodes.get_mut(*from)).map(|node| {
            let start = node.top + node.taken_out;
            node.taken_out += thickness;
            (node.label.clone(), start)
        }) else {
            continue;
        };
        let Some(node) = columns.get_mut(*right).and_then(|nodes| nodes.get_mut(*to)) else { continue };
        let end = node.top + node.taken_in;
        node.taken_in += thickness;
        paper.open(None, &format!("{from_label} – {}: {}", node.label, chart.measure.exact(t, *value)));
        paper.band((x(*left) + NODE, start), (x(*right), end), thickness, &format!("flow c{}", from % 6 + 1));
        paper.close(None);
    }
}

fn draw_nodes(paper: &mut Paper, t: Speech, chart: &Flows, columns: &[Vec<Node>; 3], (all, space): (i128, f64)) {
    let heads = ["chart-flow-origin", "chart-flow-transit", "chart-flow-destination"];
    for (index, (nodes, head)) in columns.iter().zip(heads).enumerate().filter(|(_, (nodes, _))| !nodes.is_empty()) {
        let (at, anchor) = match index {
            0 => (0.0, Anchor::Start),
            1 => (x(1) + NODE / 2.0, Anchor::Middle),
            _ => (WIDTH, Anchor::End),
        };
        paper.text((at, 14.0), anchor, "value", &t.say(head));
        for node in nodes {
            let height = length(node.value, all, space).max(1.0);
            paper.open(None, &format!("{}: {}", node.label, chart.measure.exact(t, node.value)));
            paper.rect((x(index), node.top, NODE, height), "class=\"node\"");
            let (text_x, anchor) =
                if index == 2 { (x(2) - 6.0, Anchor::End) } else { (x(index) + NODE + 6.0, Anchor::Start) };
            paper.text((text_x, node.top + height / 2.0 + 4.0), anchor, "label", &shortened(&node.label, 22));
            paper.close(None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lang::Lang;

    fn chart(routes: usize) -> Flows {
        let route = |index: usize| Flow {
            origin: format!("<O{index}>"),
            transit: index.is_multiple_of(2).then(|| "T&".to_owned()),
            destination: format!("D{}", index % 3),
            value: 10 + i128::try_from(index).unwrap(),
        };
        Flows {
            id: "f".to_owned(),
            title: "<Routes>".to_owned(),
            flows: (0..routes).map(route).collect(),
            measure: Measure::count(),
        }
    }

    #[test]
    fn a_route_without_transit_goes_straight_across() {
        let svg = flow(Speech::of(Lang::En), &chart(2)).to_string();
        assert_eq!(svg.matches("class=\"flow").count(), 3);
    }

    #[test]
    fn places_beyond_the_eighth_are_told_together() {
        let svg = crate::words::plain(flow(Speech::of(Lang::En), &chart(12)).as_str());
        assert!(svg.contains("Other (5)"), "{svg}");
    }

    #[test]
    fn texts_are_escaped_and_nothing_is_said_plainly() {
        for lang in Lang::ALL {
            let svg = flow(Speech::of(lang), &chart(5)).to_string();
            assert!(!svg.contains("<O") && !svg.contains("<Routes") && svg.contains("T&amp;"));
            assert_eq!(crate::words::gaps(&svg), Vec::<String>::new());
            assert!(!flow(Speech::of(lang), &chart(0)).as_str().contains("<svg"));
        }
    }
}
