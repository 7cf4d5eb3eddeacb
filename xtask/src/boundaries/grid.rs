//! First-level regions painted on the cells of a fine grid, projected.
//!
//! Refuses to leave a gap or an overlap: what the source leaves between two regions goes to the nearer one.

use std::f64::consts::PI;

use serde_json::Value;

use super::line::step;
use super::{COUNTRIES, DISPUTED, code};

/// Width of the view, and cells of the grid across it: about 3.6 km each.
const WIDTH: u16 = 2000;
/// Empty cells around the eleven.
const MARGIN: f64 = 12.0;
/// Polygons wholly north of this latitude are left out: polar islands double the height and hold no office.
const NORTH: f64 = 77.5;
/// Enclosed empty cells up to which they are a hole and not a sea.
const HOLE: usize = 600;
/// Where the view ends in the east and at the top: a part of every region is seen, and the middle of the map is larger.
const EAST: (f64, f64) = (163.0, 57.0);
const TOP: (f64, f64) = (172.0, 68.0);

/// A corner or a cell of the grid.
pub(super) type Point = (i32, i32);

/// Albers equal-area conic around 80° E, true along 30° and 62° N, in earth radii; y grows to the south.
fn project(lon: f64, lat: f64) -> (f64, f64) {
    let (first, second) = (PI / 6.0, 62.0_f64.to_radians());
    let n = f64::midpoint(first.sin(), second.sin());
    let c = first.cos().powi(2) + 2.0 * n * first.sin();
    let east = if lon < -20.0 { lon + 360.0 } else { lon };
    let (radius, angle) = ((c - 2.0 * n * lat.to_radians().sin()).sqrt() / n, n * (east - 80.0).to_radians());
    (radius * angle.sin(), radius * angle.cos())
}

/// Regions painted on cells; 0 is none.
pub(super) struct Grid {
    pub(super) codes: Vec<String>,
    pub(super) wide: i32,
    pub(super) high: i32,
    pub(super) cells: Vec<u16>,
}

/// A polygon: its outline and its holes.
type Rings = Vec<Vec<(f64, f64)>>;
/// A region's code and its polygons, projected.
type Painted = (String, Vec<Rings>);
fn shapes(source: &Value) -> Vec<Painted> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let point = |pair: &Value| Some((pair.get(0)?.as_f64()?, pair.get(1)?.as_f64()?));
    let mut all = Vec::new();
    for feature in list(&source["features"]) {
        let Some(code) = code(&feature) else { continue };
        let held = &feature["geometry"]["coordinates"];
        let polygons = if feature["geometry"]["type"] == "Polygon" { vec![held.clone()] } else { list(held) };
        let mut drawn = Vec::new();
        for polygon in polygons {
            let rings: Rings =
                list(&polygon).iter().map(|ring| list(ring).iter().filter_map(point).collect()).collect();
            if rings.iter().flatten().any(|(_, lat)| *lat < NORTH) {
                drawn.push(
                    rings.iter().map(|ring| ring.iter().map(|(lon, lat)| project(*lon, *lat)).collect()).collect(),
                );
            }
        }
        all.push((code, drawn));
    }
    all
}

#[expect(clippy::cast_possible_truncation, reason = "cells of a grid a few thousand wide")]
fn whole(value: f64) -> i32 {
    value.round() as i32
}

/// The area of the box around some rings.
fn extent(rings: &[Vec<(f64, f64)>]) -> f64 {
    let span = |pick: fn(&(f64, f64)) -> f64| {
        let values = || rings.iter().flatten().map(pick);
        values().fold(f64::MIN, f64::max) - values().fold(f64::MAX, f64::min)
    };
    span(|point| point.0) * span(|point| point.1)
}

impl Grid {
    pub(super) fn paint(source: &Value) -> Option<Grid> {
        let shapes = shapes(source);
        let framed = |code: &str| code == DISPUTED || COUNTRIES.iter().any(|country| code.starts_with(country));
        let ours = shapes.iter().filter(|(code, _)| framed(code));
        let points: Vec<(f64, f64)> =
            ours.flat_map(|(_, polygons)| polygons.iter().flatten().flatten().copied()).collect();
        let least = |pick: fn(&(f64, f64)) -> f64| points.iter().map(pick).reduce(f64::min);
        let most = |pick: fn(&(f64, f64)) -> f64| points.iter().map(pick).reduce(f64::max);
        let (left, right, bottom) = (least(|p| p.0)?, most(|p| p.0)?.min(project(EAST.0, EAST.1).0), most(|p| p.1)?);
        let top = project(TOP.0, TOP.1).1;
        let scale = (f64::from(WIDTH) - 2.0 * MARGIN) / (right - left);
        let (wide, high) = (i32::from(WIDTH), whole((bottom - top) * scale + 2.0 * MARGIN));
        let mut grid =
            Grid { codes: vec![String::new()], wide, high, cells: vec![0; usize::try_from(wide * high).ok()?] };
        let place = |(x, y): &(f64, f64)| ((x - left) * scale + MARGIN, (y - top) * scale + MARGIN);
        let mut polygons: Vec<(u16, Rings)> = Vec::new();
        for (code, polygon) in
            shapes.iter().flat_map(|(code, polygons)| polygons.iter().map(move |polygon| (code, polygon)))
        {
            polygons.push((grid.label(code), polygon.iter().map(|ring| ring.iter().map(place).collect()).collect()));
        }
        // What is painted stays, so towns come before the districts that the source draws right through them.
        polygons.sort_by(|(_, one), (_, other)| extent(one).total_cmp(&extent(other)));
        for (label, rings) in &polygons {
            grid.fill(*label, rings);
        }
        (0..3).for_each(|_| grid.close());
        grid.plug();
        Some(grid)
    }

    fn label(&mut self, code: &str) -> u16 {
        let at = self.codes.iter().position(|known| known == code).unwrap_or_else(|| {
            self.codes.push(code.to_owned());
            self.codes.len() - 1
        });
        u16::try_from(at).unwrap_or(0)
    }

    pub(super) fn index(&self, x: i32, y: i32) -> Option<usize> {
        let inside = (0..self.wide).contains(&x) && (0..self.high).contains(&y);
        if inside { usize::try_from(y * self.wide + x).ok() } else { None }
    }

    pub(super) fn at(&self, x: i32, y: i32) -> u16 {
        self.index(x, y).and_then(|at| self.cells.get(at)).copied().unwrap_or(0)
    }

    fn set(&mut self, x: i32, y: i32, label: u16) {
        if let Some(cell) = self.index(x, y).and_then(|at| self.cells.get_mut(at)) {
            *cell = label;
        }
    }

    /// Paints the cells whose middle lies inside; what is painted already stays.
    fn fill(&mut self, label: u16, rings: &[Vec<(f64, f64)>]) {
        let ys = || rings.iter().flatten().map(|point| point.1);
        let (Some(top), Some(bottom)) = (ys().reduce(f64::min), ys().reduce(f64::max)) else { return };
        for y in whole(top).max(0) - 1..=whole(bottom).min(self.high) {
            let middle = f64::from(y) + 0.5;
            let mut cuts: Vec<f64> = Vec::new();
            for ((ax, ay), (bx, by)) in rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().skip(1))) {
                if (*ay <= middle) != (*by <= middle) {
                    cuts.push(ax + (middle - ay) / (by - ay) * (bx - ax));
                }
            }
            cuts.sort_by(f64::total_cmp);
            for pair in cuts.chunks_exact(2) {
                for x in whole(pair[0]).max(0)..whole(pair[1]).min(self.wide) {
                    if self.at(x, y) == 0 {
                        self.set(x, y, label);
                    }
                }
            }
        }
    }

    /// Gives narrow gaps between two regions to the nearer one.
    fn close(&mut self) {
        let before = Grid { codes: Vec::new(), wide: self.wide, high: self.high, cells: self.cells.clone() };
        for (x, y) in points(self.wide, self.high).filter(|(x, y)| before.at(*x, *y) == 0) {
            for (dx, dy) in [(1, 0), (0, 1), (1, 1), (1, -1)] {
                let look = |sign: i32| {
                    (1..=2).map(|step| before.at(x + dx * step * sign, y + dy * step * sign)).find(|label| *label != 0)
                };
                if let (Some(one), Some(other)) = (look(-1), look(1).filter(|other| Some(*other) != look(-1))) {
                    let near = before.at(x - dx, y - dy) == one;
                    self.set(x, y, if near { one } else { other });
                }
            }
        }
    }

    /// Gives small holes, such as land leased to another state, to a region around them.
    fn plug(&mut self) {
        let mut seen = vec![false; self.cells.len()];
        for start in points(self.wide, self.high) {
            let (mut hole, mut open, mut around) = (Vec::new(), vec![start], 0);
            while let Some((x, y)) = open.pop() {
                let label = self.at(x, y);
                around = around.max(label);
                let fresh = self.index(x, y).and_then(|at| seen.get_mut(at)).filter(|seen| label == 0 && !**seen);
                if let Some(seen) = fresh {
                    *seen = true;
                    hole.push((x, y));
                    open.extend((0..4).map(|towards| step((x, y), towards)));
                }
            }
            if hole.len() < HOLE {
                for (x, y) in hole {
                    self.set(x, y, around);
                }
            }
        }
    }
}

/// Every point of a grid, row by row.
pub(super) fn points(wide: i32, high: i32) -> impl Iterator<Item = Point> {
    (0..high).flat_map(move |y| (0..wide).map(move |x| (x, y)))
}
