//! A map by first-level region: one hue in five classes, hatched where nothing is known, each region a way further.
//!
//! Refuses: being mirrored, in any language; and standing alone: the page puts the table of the same figures beside it.

mod path;

use crate::chart::{Measure, patterns};
use crate::html::{Safe, escape};
use crate::words::Speech;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use path::bounds;

/// Shapes of the catalogue, already projected to a flat view.
#[derive(Debug, Deserialize)]
pub struct Boundaries {
    /// Where the lines come from, to be named beside the map.
    pub origin: String,
    view: [f64; 2],
    countries: Vec<Shape>,
    regions: Vec<Shape>,
    #[serde(default)]
    neighbours: Vec<Line>,
    #[serde(default)]
    disputed: Vec<Line>,
}

#[derive(Debug, Deserialize)]
struct Shape {
    code: String,
    /// The country of a region.
    #[serde(default)]
    country: String,
    path: String,
    label: [f64; 2],
    /// Other codes that are drawn within this shape.
    #[serde(default)]
    covers: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Line {
    path: String,
}

static BOUNDARIES: LazyLock<Option<Boundaries>> =
    LazyLock::new(|| serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/boundaries.json"))).ok());

/// The figure of one region.
#[derive(Debug, Clone, Default)]
pub struct RegionFigure {
    /// ISO 3166-2 code.
    pub code: String,
    /// Its name in the reader's language.
    pub name: String,
    /// Base units; `None` when nothing is known, which is not zero.
    pub value: Option<i128>,
    /// Where a click leads.
    pub address: Option<String>,
}

/// A country of the map.
#[derive(Debug, Clone, Default)]
pub struct CountryLabel {
    /// ISO 3166-1 code.
    pub code: String,
    /// Its name in the reader's language.
    pub name: String,
    /// Where it fills the view.
    pub address: Option<String>,
}

/// What a map shows.
#[derive(Debug, Clone, Default)]
pub struct Choropleth {
    /// Unique in the page.
    pub id: String,
    /// What is seen, as a sentence.
    pub title: String,
    /// Figures; a region of a named country without one is hatched.
    pub regions: Vec<RegionFigure>,
    /// Countries to name. Regions of others are background.
    pub countries: Vec<CountryLabel>,
    /// How numbers are said.
    pub measure: Measure,
    /// The country that fills the view; `None` shows all.
    pub zoom: Option<String>,
    /// The way back from one country to all.
    pub whole: Option<String>,
    /// Ways from country to country, thicker the more took them; an end beyond the shapes is left to the table.
    pub ways: Vec<Way>,
}

/// A way from one country to another.
#[derive(Debug, Clone, Default)]
pub struct Way {
    /// ISO 3166-1 code.
    pub from: String,
    /// ISO 3166-1 code.
    pub to: String,
    /// How many took it.
    pub value: i128,
    /// What is said of it.
    pub title: String,
}

/// Left, top, width, height.
type View = (f64, f64, f64, f64);

impl Choropleth {
    /// The map with its legend and note.
    pub fn html(&self, t: Speech) -> Safe {
        let Some(shapes) = BOUNDARIES.as_ref().filter(|shapes| !shapes.regions.is_empty()) else {
            return crate::chart::nothing(t, &self.title);
        };
        self.draw(t, shapes)
    }

    fn draw(&self, t: Speech, shapes: &Boundaries) -> Safe {
        let known = self.known(shapes);
        let breaks = breaks(&known.values().filter_map(|figure| figure.value).collect::<Vec<_>>());
        let view = self.view(shapes);
        let mut body = around(shapes);
        for shape in shapes.regions.iter().filter(|shape| self.shows(&shape.country)) {
            body.push_str(&self.region(t, shape, known.get(&shape.code), &breaks));
        }
        body.push_str(&self.lines(shapes));
        body.push_str(&self.drawn_ways(shapes, view));
        body.push_str(&self.names(t, shapes, &known, view));
        let id = escape(&self.id);
        let (left, top, width, height) = view;
        Safe::ours(format!(
            "<figure class=\"map\">{}<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{left:.1} {top:.1} {width:.1} {height:.1}\" \
             direction=\"ltr\" role=\"group\" aria-labelledby=\"{id}-title {id}-desc\"><title id=\"{id}-title\">{}</title>\
             <desc id=\"{id}-desc\">{}</desc>{}{body}</svg>{}{}<figcaption class=\"hint\">{} {}</figcaption></figure>",
            self.closer(t),
            escape(&self.title),
            escape(&self.description(t)),
            patterns(&id),
            if self.is_of_ways() { String::new() } else { self.legend(t, &breaks) },
            self.beyond(t, shapes, &known, view),
            escape(&t.say("map-note")),
            escape(&shapes.origin)
        ))
    }

    /// The figure of each shape. A shape that covers several codes shows their sum, under the name of the greatest.
    fn known(&self, shapes: &Boundaries) -> BTreeMap<String, RegionFigure> {
        let figures: BTreeMap<&str, &RegionFigure> =
            self.regions.iter().map(|figure| (figure.code.as_str(), figure)).collect();
        let of = |shape: &Shape| {
            let codes = std::iter::once(&shape.code).chain(&shape.covers);
            let all: Vec<&RegionFigure> = codes.filter_map(|code| figures.get(code.as_str()).copied()).collect();
            let greatest = all.iter().copied().max_by_key(|figure| figure.value)?;
            let value = all.iter().filter_map(|figure| figure.value).reduce(i128::saturating_add);
            Some((shape.code.clone(), RegionFigure { value, ..greatest.clone() }))
        };
        shapes.regions.iter().filter_map(of).collect()
    }

    /// Whether ways are all it shows.
    const fn is_of_ways(&self) -> bool {
        self.regions.is_empty() && !self.ways.is_empty()
    }

    fn shows(&self, country: &str) -> bool {
        self.countries.iter().any(|known| known.code == country)
    }

    fn view(&self, shapes: &Boundaries) -> View {
        let drawn = |shape: &&Shape| match &self.zoom {
            Some(zoom) => shape.code == *zoom,
            None => self.shows(&shape.code),
        };
        let boxes: Vec<Box4> = shapes.countries.iter().filter(drawn).filter_map(|shape| bounds(&shape.path)).collect();
        frame(&boxes).map_or((0.0, 0.0, shapes.view[0], shapes.view[1]), |(left, top, right, bottom)| {
            let margin = (right - left).max(bottom - top) * 0.05;
            (left - margin, top - margin, right - left + margin * 2.0, bottom - top + margin * 2.0)
        })
    }

    /// The ways to a closer look, one country each; nothing on paper.
    fn closer(&self, t: Speech) -> String {
        let link = |country: &CountryLabel| {
            let current = if self.zoom.as_ref() == Some(&country.code) { " aria-current=\"true\"" } else { "" };
            let address = country.address.as_deref()?;
            Some(format!("<li><a href=\"{}\"{current}>{}</a></li>", escape(address), escape(&country.name)))
        };
        let mut links: String = self.countries.iter().filter_map(link).collect();
        if links.is_empty() {
            return links;
        }
        if let Some(whole) = self.whole.as_deref().filter(|_| self.zoom.is_some()) {
            links = format!("<li><a href=\"{}\">{}</a></li>{links}", escape(whole), escape(&t.say("map-whole")));
        }
        format!("<nav aria-label=\"{}\"><ul class=\"row closer\">{links}</ul></nav>", escape(&t.say("map-closer")))
    }

    /// Says which figures lie outside the view, so that nothing is passed over in silence.
    fn beyond(&self, t: Speech, shapes: &Boundaries, known: &BTreeMap<String, RegionFigure>, view: View) -> String {
        let (left, top, width, height) = view;
        let outside = |shape: &&Shape| {
            let [x, y] = shape.label;
            !(left..=left + width).contains(&x) || !(top..=top + height).contains(&y)
        };
        let shown = shapes.regions.iter().filter(|shape| self.shows(&shape.country)).filter(outside);
        let figures: Vec<(&str, i128)> = shown
            .filter_map(|shape| known.get(&shape.code))
            .filter_map(|figure| Some((figure.name.as_str(), figure.value.filter(|value| *value > 0)?)))
            .collect();
        if figures.is_empty() || self.zoom.is_some() {
            return String::new();
        }
        let sum = figures.iter().map(|(_, value)| value).sum();
        let names: Vec<&str> = figures.iter().map(|(name, _)| *name).collect();
        let said = t.say_with(
            "map-beyond",
            &[
                ("count", figures.len().into()),
                ("value", self.measure.exact(t, sum).into()),
                ("names", names.join(&t.say("figure-and")).into()),
            ],
        );
        format!("<p class=\"note\">{}</p>", escape(&said))
    }

    fn region(&self, t: Speech, shape: &Shape, figure: Option<&RegionFigure>, breaks: &[i128]) -> String {
        let name = figure.map_or(shape.code.as_str(), |figure| &figure.name);
        let (fill, said) = match figure.and_then(|figure| figure.value) {
            Some(value) => (
                format!("class=\"m{}\"", class(value, breaks)),
                t.say_with("map-value", &[("name", name.into()), ("value", self.measure.exact(t, value).into())]),
            ),
            None if self.is_of_ways() => ("class=\"m0\"".to_owned(), name.to_owned()),
            None => (format!("fill=\"url(#{}-void)\"", escape(&self.id)), t.say_one("map-without", "name", name)),
        };
        let path = format!("<path {fill} d=\"{}\"><title>{}</title></path>", escape(&shape.path), escape(&said));
        match figure.and_then(|figure| figure.address.as_deref()) {
            Some(address) => format!("<a href=\"{}\" aria-label=\"{}\">{path}</a>", escape(address), escape(&said)),
            None => path,
        }
    }

    /// Ways as lines between the names of their countries, bent so that there and back are told apart.
    fn drawn_ways(&self, shapes: &Boundaries, view: View) -> String {
        let most = self.ways.iter().map(|way| way.value).max().unwrap_or(0);
        let at = |code: &str| shapes.countries.iter().find(|shape| shape.code == code).map(|shape| shape.label);
        let mut out = String::new();
        for way in &self.ways {
            let Some(([x1, y1], [x2, y2])) = at(&way.from).zip(at(&way.to)).filter(|_| way.from != way.to) else {
                continue;
            };
            let (across, down) = ((x2 - x1) * 0.15, (y2 - y1) * 0.15);
            let (x, y) = (f64::midpoint(x1, x2) - down, f64::midpoint(y1, y2) + across);
            let width = view.2 / 400.0 + crate::chart::length(way.value, most, view.2 / 120.0);
            let _ = write!(
                out,
                "<path class=\"way\" stroke-width=\"{width:.2}\" d=\"M{x1:.1} {y1:.1}Q{x:.1} {y:.1} {x2:.1} {y2:.1}\"><title>{0}</title></path>\
                 <circle class=\"way-end\" cx=\"{x2:.1}\" cy=\"{y2:.1}\" r=\"{1:.2}\"><title>{0}</title></circle>",
                escape(&way.title),
                view.2 / 150.0
            );
        }
        out
    }

    fn lines(&self, shapes: &Boundaries) -> String {
        let borders = shapes.countries.iter().filter(|shape| self.shows(&shape.code));
        let mut out = String::new();
        for shape in borders {
            let _ = write!(out, "<path class=\"border\" d=\"{}\"/>", escape(&shape.path));
        }
        for line in &shapes.disputed {
            let _ = write!(out, "<path class=\"disputed\" d=\"{}\"/>", escape(&line.path));
        }
        out
    }

    /// Names of countries; of one country's regions that have figures when it fills the view.
    fn names(&self, t: Speech, shapes: &Boundaries, known: &BTreeMap<String, RegionFigure>, view: View) -> String {
        let size = view.2 / 48.0;
        let label = |shape: &Shape, name: &str| {
            let (open, close) = if t.is_rtl() { ("\u{2067}", "\u{2069}") } else { ("", "") };
            let [x, y] = shape.label;
            format!(
                "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size:.1}\" aria-hidden=\"true\">{open}{}{close}</text>",
                escape(name)
            )
        };
        let Some(zoom) = &self.zoom else {
            let named =
                |shape: &Shape| Some(label(shape, &self.countries.iter().find(|known| known.code == shape.code)?.name));
            return shapes.countries.iter().filter_map(named).collect();
        };
        let inside = shapes.regions.iter().filter(|shape| shape.country == *zoom);
        inside.filter_map(|shape| Some(label(shape, &known.get(&shape.code)?.name))).collect()
    }

    fn description(&self, t: Speech) -> String {
        if self.is_of_ways() {
            return t.say_one("map-ways-desc", "count", self.ways.len());
        }
        let known: Vec<&RegionFigure> = self.regions.iter().filter(|figure| figure.value.is_some()).collect();
        let highest = known.iter().max_by_key(|figure| figure.value);
        let value =
            highest.and_then(|figure| figure.value).map(|value| self.measure.exact(t, value)).unwrap_or_default();
        let name = highest.map_or("", |figure| figure.name.as_str());
        t.say_with("map-desc", &[("count", known.len().into()), ("name", name.into()), ("value", value.into())])
    }

    fn legend(&self, t: Speech, breaks: &[i128]) -> String {
        let swatch = |fill: &str, word: &str| {
            format!(
                "<li><svg aria-hidden=\"true\"><rect width=\"22\" height=\"12\" {fill}/></svg>{}</li>",
                escape(word)
            )
        };
        let exact = |value: &i128| t.decimal(*value, self.measure.scale);
        let mut out = String::from("<ul class=\"legend\">");
        if !self.measure.unit.is_empty() {
            let _ = write!(out, "<li>{}</li>", escape(&self.measure.unit));
        }
        out.push_str(&swatch("class=\"m0\"", &t.int(0)));
        for (index, to) in breaks.iter().enumerate() {
            let word = match index.checked_sub(1).and_then(|before| breaks.get(before)) {
                None => t.say_one("map-below", "to", exact(to)),
                Some(from) => t.say_with("map-between", &[("from", exact(from).into()), ("to", exact(to).into())]),
            };
            out.push_str(&swatch(&format!("class=\"m{}\"", index + 1), &word));
        }
        if let Some(last) = breaks.last() {
            out.push_str(&swatch(
                &format!("class=\"m{}\"", breaks.len() + 1),
                &t.say_one("map-from", "from", exact(last)),
            ));
        }
        out.push_str(&swatch(&format!("fill=\"url(#{}-void)\"", escape(&self.id)), &t.say("chart-no-data")));
        out + "</ul>"
    }
}

/// Left, top, right, bottom.
type Box4 = (f64, f64, f64, f64);

/// What holds all boxes. One that alone would take most of it is cut to the neighbourhood of the others: where ten
/// countries work together and one of them reaches over half a continent, the ten are to be seen.
fn frame(boxes: &[Box4]) -> Option<Box4> {
    let whole = boxes.iter().copied().reduce(around_both)?;
    let wide = |one: &Box4| (one.2 - one.0) > (whole.2 - whole.0) * 0.8;
    let others: Vec<Box4> = boxes.iter().copied().filter(|one| !wide(one)).collect();
    if others.len() < 3 || others.len() == boxes.len() {
        return Some(whole);
    }
    let (left, top, right, bottom) = others.into_iter().reduce(around_both)?;
    let beside = (bottom - top) * 0.12;
    Some((left.max(whole.0), (top - beside).max(whole.1), right, bottom))
}

fn around_both(a: Box4, b: Box4) -> Box4 {
    (a.0.min(b.0), a.1.min(b.1), a.2.max(b.2), a.3.max(b.3))
}

/// Land beyond the operation.
fn around(shapes: &Boundaries) -> String {
    let land = shapes
        .neighbours
        .iter()
        .map(|line| line.path.as_str())
        .chain(shapes.countries.iter().map(|shape| shape.path.as_str()));
    land.fold(String::new(), |mut out, path| {
        // Writing to a String cannot fail.
        let _ = write!(out, "<path class=\"around\" d=\"{}\"/>", escape(path));
        out
    })
}

/// Class 0 for nothing, then 1 to 5 by the breaks below and above a value.
fn class(value: i128, breaks: &[i128]) -> usize {
    if value <= 0 { 0 } else { breaks.iter().filter(|limit| value >= **limit).count() + 1 }
}

/// At most four round limits between five classes of about as many regions each; none for fewer than two figures.
fn breaks(values: &[i128]) -> Vec<i128> {
    let mut sorted: Vec<i128> = values.iter().copied().filter(|value| *value > 0).collect();
    sorted.sort_unstable();
    let (Some(least), Some(most)) = (sorted.first().copied(), sorted.last().copied()) else { return Vec::new() };
    let mut limits: Vec<i128> =
        (1..5).filter_map(|fifth| sorted.get(sorted.len() * fifth / 5)).map(|value| round(*value)).collect();
    limits.dedup();
    limits.retain(|limit| *limit > least && *limit <= most);
    limits
}

/// The nearest of 1, 2 or 5 times a power of ten that is not above.
fn round(value: i128) -> i128 {
    let power = 10_i128.pow(value.max(1).ilog10());
    [5, 2].into_iter().map(|factor| factor * power).find(|round| *round <= value).unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lang::Lang;

    fn shapes() -> Boundaries {
        serde_json::from_str(
            r#"{"origin":"Test & lines","view":[100,80],
            "countries":[{"code":"AA","path":"M0 0H50V40H0Z","label":[25,20]},{"code":"BB","path":"M50 0L100 0L100 80L50 80Z","label":[75,40]}],
            "regions":[{"code":"AA-1","country":"AA","path":"M0 0H25V40H0Z","label":[12,20]},
                       {"code":"AA-2","country":"AA","path":"M25 0h25v40h-25z","label":[37,20],"covers":["AA-3"]},
                       {"code":"BB-1","country":"BB","path":"M50 0L100 0L100 80L50 80Z","label":[75,40]}],
            "neighbours":[{"path":"M0 40H50V80H0Z"}],"disputed":[{"path":"M50 10L50 30"}]}"#,
        )
        .unwrap()
    }

    fn map(zoom: Option<&str>) -> Choropleth {
        let region = |code: &str, value| RegionFigure {
            code: code.to_owned(),
            name: format!("<{code}>"),
            value,
            address: Some(format!("/in?region={code}&x=\"")),
        };
        let label = |(code, name): (&str, &str)| CountryLabel {
            code: code.to_owned(),
            name: name.to_owned(),
            address: Some(format!("/in?country={code}")),
        };
        Choropleth {
            id: "m".to_owned(),
            title: "<Mass>".to_owned(),
            regions: vec![region("AA-1", Some(5_000_000_000)), region("AA-3", Some(700_000_000)), region("BB-1", None)],
            countries: [("AA", "<A>"), ("BB", "B")].map(label).to_vec(),
            measure: Measure { scale: 9, places: 1, unit: "kg".to_owned() },
            zoom: zoom.map(str::to_owned),
            whole: Some("/in".to_owned()),
            ways: Vec::new(),
        }
    }

    #[test]
    fn ways_are_lines_between_countries_and_an_end_beyond_the_shapes_draws_none() {
        let way = |from: &str, to: &str| Way {
            from: from.to_owned(),
            to: to.to_owned(),
            value: 3,
            title: format!("<{from}> {to}"),
        };
        let ways = Choropleth { regions: Vec::new(), ways: vec![way("AA", "BB"), way("ZZ", "AA")], ..map(None) };
        let html = ways.draw(Speech::of(Lang::En), &shapes()).to_string();
        assert_eq!(html.matches("class=\"way\"").count(), 1, "{html}");
        assert!(html.contains("&lt;AA&gt; BB") && !html.contains("-void)"));
    }

    #[test]
    fn each_region_is_a_link_with_its_value_and_no_data_is_hatched() {
        let html = crate::words::plain(map(None).draw(Speech::of(Lang::En), &shapes()).as_str());
        assert!(html.contains("&lt;AA-1&gt;: 5 kg") && html.contains("&lt;AA-3&gt;: 0.7 kg"), "{html}");
        assert!(
            html.contains("<path fill=\"url(#m-void)\" d=\"M50 0L100 0L100 80L50 80Z\"><title>&lt;BB-1&gt;: no data")
        );
        assert_eq!(html.matches("<a href=\"/in?region=").count(), 3);
        assert!(html.contains("class=\"disputed\"") && html.contains("Test &amp; lines"));
    }

    #[test]
    fn a_map_is_never_mirrored_and_speaks_every_language() {
        for lang in Lang::ALL {
            let html = map(None).draw(Speech::of(lang), &shapes()).to_string();
            assert!(html.contains("x=\"25.0\" y=\"20.0\"") && html.contains("direction=\"ltr\""));
            assert!(!html.contains("<A>") && !html.contains("<Mass>") && !html.contains("x=\"\""));
            assert_eq!(crate::words::gaps(&html), Vec::<String>::new());
        }
    }

    #[test]
    fn one_country_fills_the_view_and_names_its_regions() {
        let html = map(Some("AA")).draw(Speech::of(Lang::En), &shapes()).to_string();
        assert!(html.contains("viewBox=\"-2.5 -2.5 55.0 45.0\""), "{html}");
        assert!(html.contains(">&lt;AA-1&gt;</text>") && !html.contains(">B</text>"));
    }

    #[test]
    fn a_country_that_would_fill_the_view_alone_is_cut_and_its_figures_beyond_are_said() {
        let small = |left: f64| (left, 60.0, left + 20.0, 80.0);
        let boxes = [(0.0, 0.0, 100.0, 80.0), small(10.0), small(30.0), small(50.0)];
        assert_eq!(frame(&boxes), Some((10.0, 57.6, 70.0, 80.0)));
        assert_eq!(frame(&boxes[..3]), Some((0.0, 0.0, 100.0, 80.0)), "two others are no neighbourhood");
        assert_eq!(frame(&[]), None);
        let (shapes, map) = (shapes(), map(None));
        let said = map.beyond(Speech::of(Lang::En), &shapes, &map.known(&shapes), (20.0, 0.0, 80.0, 80.0));
        assert!(crate::words::plain(&said).contains("1 region with 5 kg"), "{said}");
        assert!(map.beyond(Speech::of(Lang::En), &shapes, &map.known(&shapes), map.view(&shapes)).is_empty());
    }

    #[test]
    fn limits_are_round_and_part_the_figures() {
        let limits = breaks(&[1, 3, 7, 13, 27, 55, 120, 260, 520, 1_100]);
        assert_eq!(limits, [5, 20, 100, 500]);
        assert_eq!((class(0, &limits), class(1, &limits), class(20, &limits), class(9_999, &limits)), (0, 1, 3, 5));
        assert_eq!(breaks(&[]), Vec::<i128>::new());
        assert_eq!(breaks(&[7]), Vec::<i128>::new());
        assert_eq!(class(7, &[]), 1);
    }

    #[test]
    fn the_boundaries_of_the_catalogue_can_be_read() {
        assert!(BOUNDARIES.is_some());
    }
}
