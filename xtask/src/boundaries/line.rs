//! Lines between the labels of a grid: traced once, simplified once, used by both sides.
//!
//! Refuses to move a junction: where three regions meet, all three keep the point.

use std::collections::{BTreeSet, HashMap};

use super::grid::{Grid, Point, points};

impl Grid {
    /// Labels left and right of the step from a corner in direction 0 east, 1 south, 2 west, 3 north.
    fn sides(&self, (x, y): Point, towards: usize) -> (u16, u16) {
        match towards {
            0 => (self.at(x, y - 1), self.at(x, y)),
            1 => (self.at(x, y), self.at(x - 1, y)),
            2 => (self.at(x - 1, y), self.at(x - 1, y - 1)),
            _ => (self.at(x - 1, y - 1), self.at(x, y - 1)),
        }
    }

    fn is_edge(&self, from: Point, towards: usize) -> bool {
        let (left, right) = self.sides(from, towards);
        left != right
    }

    /// Every line between two labels, from junction to junction, and every closed line.
    pub(super) fn lines(&self) -> Vec<Line> {
        let mut seen = BTreeSet::new();
        let corners = points(self.wide + 1, self.high + 1);
        let ways = |at: Point| (0..4).filter(|towards| self.is_edge(at, *towards)).count();
        let (junctions, passed): (Vec<Point>, Vec<Point>) =
            corners.filter(|at| ways(*at) > 0).partition(|at| ways(*at) > 2);
        let stops: BTreeSet<Point> = junctions.iter().copied().collect();
        let mut lines = Vec::new();
        for start in junctions.into_iter().chain(passed) {
            for towards in (0..4).filter(|towards| self.is_edge(start, *towards)) {
                if !seen.contains(&(start, towards)) {
                    lines.push(self.follow(start, towards, &stops, &mut seen));
                }
            }
        }
        lines
    }

    fn follow(&self, start: Point, first: usize, stops: &BTreeSet<Point>, seen: &mut BTreeSet<(Point, usize)>) -> Line {
        let (left, right) = self.sides(start, first);
        let (mut at, mut towards, mut points) = (start, first, vec![start]);
        loop {
            seen.insert((at, towards));
            at = step(at, towards);
            seen.insert((at, (towards + 2) % 4));
            points.push(at);
            if at == start || stops.contains(&at) {
                break;
            }
            let back = (towards + 2) % 4;
            let Some(next) = (0..4).find(|way| *way != back && self.is_edge(at, *way)) else { break };
            towards = next;
        }
        Line { left, right, points }
    }
}

pub(super) fn step((x, y): Point, towards: usize) -> Point {
    match towards {
        0 => (x + 1, y),
        1 => (x, y + 1),
        2 => (x - 1, y),
        _ => (x, y - 1),
    }
}

/// A line with the label on each side.
pub(super) struct Line {
    pub(super) left: u16,
    pub(super) right: u16,
    pub(super) points: Vec<Point>,
}

/// Keeps the ends and every point farther than `slack` from the line between its kept neighbours.
pub(super) fn simplify(points: &[Point], slack: f64) -> Vec<Point> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    let far = |point: &Point| {
        let (ax, ay, bx, by) = (f64::from(first.0), f64::from(first.1), f64::from(last.0), f64::from(last.1));
        let (px, py) = (f64::from(point.0), f64::from(point.1));
        let long = (bx - ax).hypot(by - ay);
        if long == 0.0 {
            (px - ax).hypot(py - ay)
        } else {
            ((bx - ax) * (ay - py) - (ax - px) * (by - ay)).abs() / long
        }
    };
    let farthest = (1..points.len().saturating_sub(1)).max_by(|a, b| far(&points[*a]).total_cmp(&far(&points[*b])));
    match farthest.filter(|at| far(&points[*at]) > slack) {
        Some(at) => {
            let mut kept = simplify(&points[..=at], slack);
            kept.pop();
            kept.extend(simplify(&points[at..], slack));
            kept
        }
        None => vec![*first, *last],
    }
}

/// Twice the area of a ring.
fn area(ring: &[Point]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1)).sum()
}

/// A line as an SVG path: one absolute start, then relative steps.
pub(super) fn path(points: &[Point], is_ring: bool) -> String {
    let Some((x, y)) = points.first() else { return String::new() };
    let mut out = format!("M{x} {y}l");
    for (a, b) in points.iter().zip(points.iter().skip(1)) {
        for n in [b.0 - a.0, b.1 - a.1] {
            let gap = if n < 0 || out.ends_with('l') { "" } else { " " };
            out = format!("{out}{gap}{n}");
        }
    }
    if is_ring { out + "z" } else { out }
}

/// The outline of everything whose label is `within`, as rings; specks are left out unless there is nothing else.
pub(super) fn outline(lines: &[Line], within: impl Fn(u16) -> bool) -> String {
    let mut from: HashMap<Point, Vec<Vec<Point>>> = HashMap::new();
    for line in lines.iter().filter(|line| within(line.left) != within(line.right)) {
        let mut points = line.points.clone();
        if within(line.right) {
            points.reverse();
        }
        from.entry(points[0]).or_default().push(points);
    }
    let mut starts: Vec<Point> = from.keys().copied().collect();
    starts.sort_unstable();
    let mut rings: Vec<Vec<Point>> = Vec::new();
    for start in starts {
        while let Some(mut ring) = from.get_mut(&start).and_then(Vec::pop) {
            while let Some(next) =
                ring.last().filter(|end| **end != start).and_then(|end| from.get_mut(end)).and_then(Vec::pop)
            {
                ring.extend(next.into_iter().skip(1));
            }
            ring.pop();
            rings.push(ring);
        }
    }
    rings.sort_by_key(|ring| std::cmp::Reverse(area(ring).abs()));
    let kept = rings.iter().enumerate().filter(|(at, ring)| ring.len() > 2 && (*at == 0 || area(ring).abs() >= 16));
    kept.map(|(_, ring)| path(ring, true)).collect()
}
