//! Draws `catalogue/boundaries.json` anew from first-level regions in longitude and latitude (Natural Earth, `GeoJSON`).
//!
//! Regions are painted on a fine grid and their outlines traced from it, so that neighbours share one line, gaps and
//! overlaps of the source vanish, and each line is simplified once for both sides. Refuses curves and fractions: whole
//! numbers keep the map small. Refuses to take a side: lines known to be disputed are listed apart, to be drawn dashed.

mod grid;
mod line;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use grid::{Grid, Point, points};
use line::{Line, outline, path, simplify};

/// What the file says of its own origin; printed beside the map.
const ORIGIN: &str = "Natural Earth (public domain), Albers projection, simplified";
/// Drawn among the neighbours with a dashed outline.
const DISPUTED: &str = "UA-43";
const COUNTRIES: [&str; 11] = ["AF", "AZ", "IR", "KZ", "KG", "PK", "RU", "TJ", "TM", "UZ", "MN"];
const NEIGHBOURS: [&str; 5] = ["AM", "CN", "GE", "TR", "UA"];

/// Current ISO 3166-2 codes where the source has an old, a doubled or a mistaken one; by the source's own key.
const BY_KEY: &str = "AFG-1759 AF-PKA AFG-3413 AF-PIA AFG-1769 AF-PAN AFG-1753 AF-DAY KAZ-3207 KZ-19 KAZ-4829 KZ-75 \
    PAK-1112 PK-KP TJK-368 TJ-RA RUS-2365 RU-MOW RUS-2364 RU-MOS RUS+99? RU-YAN IRN-5490 IR-30 RUS-283 UA-43 RUS-5482 UA-43 \
    AZE-1735 AZ-LAC AZE-1707 AZ-LAN AZE-5562 AZ-LAN AZE-1727 AZ-SAK AZE-5564 AZ-SAK AZE-5566 AZ-YEV AZE-5565 AZ-SUS AZE-5561 AZ-GOR";
/// The same by the source's code. The districts of Nakhchivan are drawn as one.
const BY_CODE: &str = "IR-01 IR-03 IR-02 IR-04 IR-03 IR-24 IR-04 IR-10 IR-05 IR-16 IR-06 IR-18 IR-07 IR-23 IR-08 IR-14 IR-10 IR-06 \
    IR-11 IR-19 IR-12 IR-20 IR-13 IR-11 IR-14 IR-07 IR-15 IR-08 IR-16 IR-12 IR-17 IR-05 IR-18 IR-17 IR-19 IR-01 IR-20 IR-15 \
    IR-21 IR-02 IR-22 IR-00 IR-23 IR-22 IR-24 IR-13 IR-25 IR-21 IR-26 IR-25 IR-27 IR-27 IR-28 IR-26 IR-29 IR-29 IR-30 IR-09 \
    IR-31 IR-28 KZ-AKM KZ-11 KZ-AKT KZ-15 KZ-AST KZ-71 KZ-ATY KZ-23 KZ-KAR KZ-35 KZ-KUS KZ-39 KZ-KZY KZ-43 KZ-MAN KZ-47 \
    KZ-PAV KZ-55 KZ-SEV KZ-59 KZ-VOS KZ-63 KZ-YUZ KZ-61 KZ-ZAP KZ-27 KZ-ZHA KZ-31 \
    AZ-BAB AZ-NX AZ-CUL AZ-NX AZ-KAN AZ-NX AZ-ORD AZ-NX AZ-SAD AZ-NX AZ-SAH AZ-NX AZ-SAR AZ-NX";
/// Codes without a shape of their own, each after the shape in which it lies.
const COVERS: &[(&str, &[&str])] = &[
    ("KZ-63", &["KZ-10"]),
    ("KZ-19", &["KZ-33"]),
    ("KZ-35", &["KZ-62"]),
    ("KZ-61", &["KZ-79"]),
    ("KG-O", &["KG-GO"]),
    ("TM-A", &["TM-S"]),
    ("AZ-GOR", &["AZ-NA"]),
    ("AZ-LAN", &["AZ-LA"]),
    ("AZ-SAK", &["AZ-SA"]),
    ("AZ-YEV", &["AZ-YE"]),
    ("AZ-NX", &["AZ-NV", "AZ-BAB", "AZ-CUL", "AZ-KAN", "AZ-ORD", "AZ-SAD", "AZ-SAH", "AZ-SAR"]),
];
/// The chore: where the source is, and where the drawing goes.
#[derive(clap::Args)]
pub struct Boundaries {
    /// `GeoJSON` of first-level regions with `iso_3166_2`, `iso_a2` and `adm1_code`.
    input: PathBuf,
    /// The drawing.
    #[arg(default_value = "catalogue/boundaries.json")]
    out: PathBuf,
}

impl Boundaries {
    /// Draws, and says how large the drawing became; false when it could not.
    pub fn run(&self) -> bool {
        let drawn = run(&self.input, &self.out);
        match &drawn {
            Ok(bytes) => println!("{}: {bytes} bytes", self.out.display()),
            Err(why) => eprintln!("{why}"),
        }
        drawn.is_ok()
    }
}

/// Reads the regions at `input` and writes their drawing to `out`; the number of bytes, or what went wrong.
pub fn run(input: &Path, out: &Path) -> Result<usize, String> {
    let text = std::fs::read_to_string(input).map_err(|why| format!("{}: {why}", input.display()))?;
    let source: Value = serde_json::from_str(&text).map_err(|why| format!("{}: {why}", input.display()))?;
    let grid = Grid::paint(&source).ok_or_else(|| format!("{}: no regions in it", input.display()))?;
    let drawing = grid.drawing();
    std::fs::write(out, &drawing).map_err(|why| format!("{}: {why}", out.display()))?;
    Ok(drawing.len())
}
/// The code under which a feature of the source is drawn; none for what is not drawn.
fn code(feature: &Value) -> Option<String> {
    let said = |name: &str| feature["properties"][name].as_str().unwrap_or_default();
    let find = |table: &'static str, key: &str| {
        let words: Vec<&str> = table.split_whitespace().collect();
        words.chunks(2).find(|pair| pair.first() == Some(&key)).and_then(|pair| pair.last().copied())
    };
    let iso = said("iso_3166_2");
    let now = find(BY_KEY, said("adm1_code")).or_else(|| find(BY_CODE, iso)).unwrap_or(iso);
    let drawn = COUNTRIES.iter().chain(&NEIGHBOURS).any(|country| now.starts_with(country));
    (drawn && !now.ends_with('~')).then(|| now.to_owned())
}
impl Grid {
    fn country(&self, label: u16) -> &str {
        self.codes.get(usize::from(label)).and_then(|code| code.get(..2)).unwrap_or_default()
    }

    /// How far a line may be moved: least between small regions, most on coasts and abroad.
    fn slack(&self, line: &Line) -> f64 {
        let (left, right) = (self.country(line.left), self.country(line.right));
        let abroad = |country: &str| country.is_empty() || NEIGHBOURS.contains(&country);
        match (line.points.len(), left, right) {
            (..=12, ..) => 0.6,
            (_, "AZ", _) | (_, _, "AZ") => 0.8,
            _ if abroad(left) && abroad(right) => 3.0,
            (_, "RU" | "", "RU" | "") => 1.7,
            _ => 1.2,
        }
    }

    /// For each name that `of` gives to labels, the cell farthest from where that name ends: the place to write it.
    fn middles<'a>(&'a self, of: impl Fn(u16) -> &'a str) -> BTreeMap<&'a str, Point> {
        let mut far: Vec<i32> = self.cells.iter().map(|_| 0).collect();
        let cells: Vec<Point> = points(self.wide, self.high).collect();
        for (cell, back) in cells.iter().map(|cell| (cell, -1)).chain(cells.iter().rev().map(|cell| (cell, 1))) {
            let (x, y) = *cell;
            let reach = |(dx, dy): (i32, i32)| {
                let same = of(self.at(x + dx, y + dy)) == of(self.at(x, y));
                if same { self.index(x + dx, y + dy).map_or(0, |at| far[at]) } else { 0 }
            };
            let least =
                [(back, 0), (0, back), (back, back), (-back, back)].into_iter().map(reach).min().unwrap_or(0) + 1;
            if let Some(at) = self.index(x, y) {
                far[at] = if back < 0 { least } else { least.min(far[at]) };
            }
        }
        let mut best: BTreeMap<&str, (i32, Point)> = BTreeMap::new();
        for (cell, reach) in cells.into_iter().zip(far) {
            let kept = best.entry(of(self.at(cell.0, cell.1))).or_insert((reach, cell));
            if reach > kept.0 {
                *kept = (reach, cell);
            }
        }
        best.into_iter().map(|(name, (_, cell))| (name, cell)).collect()
    }

    /// Whether a line is known to be disputed: Crimea, Abkhazia, the Line of Control in Kashmir.
    fn is_disputed(&self, line: &Line) -> bool {
        let of = |label: u16| self.codes.get(usize::from(label)).map_or("", String::as_str);
        let (one, other) = (of(line.left), of(line.right));
        let pair = |a: fn(&str) -> bool, b: fn(&str) -> bool| (a(one) && b(other)) || (a(other) && b(one));
        pair(|code| code == DISPUTED, |_| true)
            || pair(|code| code == "GE-AB", |code| code.starts_with("GE"))
            || pair(|code| matches!(code, "PK-JK" | "PK-GB"), str::is_empty)
    }

    fn drawing(&self) -> String {
        let mut lines = self.lines();
        for line in &mut lines {
            line.points = simplify(&line.points, self.slack(line));
        }
        let (by_code, by_country) =
            (|label: u16| self.codes.get(usize::from(label)).map_or("", String::as_str), |label| self.country(label));
        let (regions, countries) = (self.middles(by_code), self.middles(by_country));
        let shape =
            |code: &str, label: Option<&Point>, path: String| json!({ "code": code, "label": label, "path": path });
        let drawn_countries = COUNTRIES
            .iter()
            .map(|code| shape(code, countries.get(code), outline(&lines, |label| self.country(label) == *code)));
        let ours = self.codes.iter().filter(|code| COUNTRIES.iter().any(|country| code.starts_with(country)));
        let drawn_regions = ours.map(|code| {
            let mut region = shape(code, regions.get(code.as_str()), outline(&lines, |label| by_code(label) == code));
            region["country"] = json!(&code[..2]);
            if let Some((_, covered)) = COVERS.iter().find(|(over, _)| over == code) {
                region["covers"] = json!(covered);
            }
            region
        });
        let neighbours =
            NEIGHBOURS.iter().map(|code| json!({ "path": outline(&lines, |label| self.country(label) == *code) }));
        let disputed =
            lines.iter().filter(|line| self.is_disputed(line)).map(|line| json!({ "path": path(&line.points, false) }));
        let list = |shapes: Vec<Value>| shapes.iter().map(Value::to_string).collect::<Vec<_>>().join(",\n");
        format!(
            "{{\"origin\":{},\"view\":[{},{}],\n\"countries\":[\n{}],\n\"regions\":[\n{}],\n\"neighbours\":[\n{}],\n\"disputed\":[\n{}]}}\n",
            json!(ORIGIN),
            self.wide,
            self.high,
            list(drawn_countries.collect()),
            list(drawn_regions.collect()),
            list(neighbours.collect()),
            list(disputed.collect())
        )
    }
}
