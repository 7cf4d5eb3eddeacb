//! Charts drawn as SVG by ourselves: one drawing for page, print and PDF.
//!
//! Refuses: colours, fonts and scripts of its own. A drawing carries classes; the stylesheet lights it. Every chart has
//! a title and a description, says when there is nothing to draw, and hatches what is provisional or unknown.

pub mod bars;
pub mod days;
pub mod flow;
pub mod stages;
pub mod timeline;

use crate::html::{Safe, escape};
use crate::words::Speech;
use std::fmt::Write as _;

pub use bars::{Bar, Bars, bars_horizontal};
pub use days::{ByDay, DayBar, bars_by_day};
pub use flow::{Flow, Flows, flow};
pub use stages::{StageSpan, StageState, stages};
pub use timeline::{Mark, Timeline, timeline};

/// Confirmed and provisional parts of a figure, in base units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Split {
    /// What a laboratory or an officer has confirmed.
    pub confirmed: i128,
    /// What may still change.
    pub provisional: i128,
}

impl Split {
    /// Both parts together.
    pub const fn all(self) -> i128 {
        self.confirmed.saturating_add(self.provisional)
    }
}

/// How a chart says its numbers.
#[derive(Debug, Clone, Default)]
pub struct Measure {
    /// Decimal places between the base unit and the unit shown (µg to kg: 9).
    pub scale: u8,
    /// Places shown on labels; descriptions and titles are exact.
    pub places: u8,
    /// The unit as said; may be empty.
    pub unit: String,
}

impl Measure {
    /// A count of things.
    pub fn count() -> Self {
        Self::default()
    }

    /// The exact value with its unit.
    pub fn exact(&self, t: Speech, value: i128) -> String {
        self.named(t, t.decimal(value, self.scale))
    }

    /// A rounded value without its unit, for a label.
    pub fn label(&self, t: Speech, value: i128) -> String {
        t.rounded(value, self.scale, self.places)
    }

    fn named(&self, t: Speech, value: String) -> String {
        if self.unit.is_empty() {
            return value;
        }
        t.say_with("unit-named", &[("value", value.into()), ("unit", self.unit.as_str().into())])
    }
}

/// `value` of `max` as a length. The only place where a figure becomes a float: to be drawn, never to be said.
#[expect(clippy::cast_precision_loss, reason = "a pixel cannot show the difference")]
pub(crate) fn length(value: i128, max: i128, whole: f64) -> f64 {
    if max <= 0 { 0.0 } else { (value.max(0) as f64 / max as f64).min(1.0) * whole }
}

/// A place in a row as a coordinate.
#[expect(clippy::cast_precision_loss, reason = "rows of a chart are few")]
pub(crate) fn step(index: usize, size: f64) -> f64 {
    index as f64 * size
}

/// A round number of base units that divides `max` into two to five lines: 1, 2 or 5 times a power of ten.
pub(crate) fn tick(max: i128) -> i128 {
    let mut unit = 1_i128;
    loop {
        for factor in [1, 2, 5] {
            let tick = unit.saturating_mul(factor);
            if tick.saturating_mul(5) >= max || tick >= i128::MAX / 100 {
                return tick;
            }
        }
        unit = unit.saturating_mul(10);
    }
}

/// Where a text hangs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A drawing in progress. Coordinates are given for left to right; right-to-left languages mirror them here, once.
pub(crate) struct Paper {
    t: Speech,
    width: f64,
    height: f64,
    body: String,
}

impl Paper {
    pub(crate) fn new(t: Speech, width: f64, height: f64) -> Self {
        Self { t, width, height, body: String::new() }
    }

    fn x(&self, x: f64) -> f64 {
        if self.t.is_rtl() { self.width - x } else { x }
    }

    /// `fill` is `class="…"` or `fill="…"`. Writing to a String cannot fail, here and below.
    pub(crate) fn rect(&mut self, (x, y, width, height): (f64, f64, f64, f64), fill: &str) {
        let left = if self.t.is_rtl() { self.width - x - width } else { x };
        let _ = write!(
            self.body,
            "<rect x=\"{left:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" {fill}/>"
        );
    }

    pub(crate) fn line(&mut self, (x1, y1, x2, y2): (f64, f64, f64, f64), class: &str) {
        let (x1, x2) = (self.x(x1), self.x(x2));
        let _ =
            write!(self.body, "<line class=\"{class}\" x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\"/>");
    }

    pub(crate) fn polyline(&mut self, points: &[(f64, f64)], class: &str) {
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{:.1},{y:.1}", self.x(*x))).collect();
        let _ = write!(self.body, "<polyline class=\"{class}\" points=\"{}\"/>", points.join(" "));
    }

    /// A band from (x1, top1..bottom1) to (x2, top2..bottom2), bent like a river.
    pub(crate) fn band(&mut self, from: (f64, f64), to: (f64, f64), thickness: f64, class: &str) {
        let (x1, x2) = (self.x(from.0), self.x(to.0));
        let (middle, y1, y2) = (f64::midpoint(x1, x2), from.1, to.1);
        let (low1, low2) = (y1 + thickness, y2 + thickness);
        let _ = write!(
            self.body,
            "<path class=\"{class}\" d=\"M{x1:.1} {y1:.1}C{middle:.1} {y1:.1} {middle:.1} {y2:.1} {x2:.1} {y2:.1}\
             V{low2:.1}C{middle:.1} {low2:.1} {middle:.1} {low1:.1} {x1:.1} {low1:.1}Z\"/>"
        );
    }

    pub(crate) fn text(&mut self, (x, y): (f64, f64), anchor: Anchor, class: &str, text: &str) {
        let anchor = match (anchor, self.t.is_rtl()) {
            (Anchor::Middle, _) => "middle",
            (Anchor::Start, false) | (Anchor::End, true) => "start",
            (Anchor::End, false) | (Anchor::Start, true) => "end",
        };
        // The drawing itself runs left to right; a label of another direction is isolated with its own.
        let (open, close) = if self.t.is_rtl() { ("\u{2067}", "\u{2069}") } else { ("", "") };
        let _ = write!(
            self.body,
            "<text x=\"{:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" class=\"{class}\">{open}{}{close}</text>",
            self.x(x),
            escape(text)
        );
    }

    /// Opens a group with a tooltip; a link when there is an address.
    pub(crate) fn open(&mut self, address: Option<&str>, title: &str) {
        let _ = match address {
            Some(address) => write!(self.body, "<a href=\"{}\"><title>{}</title>", escape(address), escape(title)),
            None => write!(self.body, "<g><title>{}</title>", escape(title)),
        };
    }

    pub(crate) fn close(&mut self, address: Option<&str>) {
        self.body.push_str(if address.is_some() { "</a>" } else { "</g>" });
    }

    /// The finished drawing. `id` is unique in its page.
    pub(crate) fn finish(self, id: &str, title: &str, description: &str) -> Safe {
        let id = escape(id);
        // A picture with links inside is a group of things, not one image, for whoever listens to it.
        let role = if self.body.contains("<a ") { "group" } else { "img" };
        Safe::ours(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {w:.0} {h:.0}\" width=\"{most:.0}\" direction=\"ltr\" role=\"{role}\" \
             aria-labelledby=\"{id}-title {id}-desc\"><title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>{}{}</svg>",
            escape(title),
            escape(description),
            patterns(&id),
            self.body,
            w = self.width,
            h = self.height,
            most = self.width * GROWS,
        ))
    }
}

/// How far a drawing grows where there is room: beyond that its words would stand larger than those around it.
const GROWS: f64 = 1.4;

/// The two hatches of a drawing: over a colour for provisional, alone for no data.
pub(crate) fn patterns(id: &str) -> String {
    let line = |name: &str, class: &str| {
        format!(
            "<pattern id=\"{id}-{name}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <line class=\"{class}\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"5\"/></pattern>"
        )
    };
    format!("<defs>{}{}</defs>", line("hatch", "hatch-line"), line("void", "void-line"))
}

/// What stands where a chart has nothing to draw.
pub(crate) fn nothing(t: Speech, title: &str) -> Safe {
    Safe::ours(format!(
        "<div class=\"empty\"><p><b>{}</b></p><p>{}</p></div>",
        escape(title),
        escape(&t.say("chart-empty"))
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_an_axis_are_round_and_few() {
        for max in [1_i128, 3, 7, 10, 44, 99, 437, 1_284_316_000_000] {
            let tick = tick(max);
            let lines = max / tick;
            assert!((1..=5).contains(&lines), "{max}: {lines} lines of {tick}");
        }
        assert!(tick(i128::MAX) > 0);
    }

    #[test]
    fn a_length_never_leaves_its_frame() {
        assert!((length(5, 0, 100.0)).abs() < f64::EPSILON);
        assert!((length(-5, 10, 100.0)).abs() < f64::EPSILON);
        assert!((length(20, 10, 100.0) - 100.0).abs() < f64::EPSILON);
    }
}
