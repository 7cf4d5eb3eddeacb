//! What a page and an import cost over the real file of 39,176 rows.
//!
//! `cargo bench -p app`. The file is read from `REFLEX_BENCH_FILE` or `../shared/data/seizures/ids_reflex_region.csv` beside the
//! checkout; without it the benchmark says so and ends. Compare figures of one run only: machines are shared and noisy.

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first surprise")]
#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark is its own program: it reads its clock and its environment"
)]

use app::import::{ImportOrder, run};
use app::{Actor, Ambient, App, Cx, Settings, incident, overview, total};
use criterion::Criterion;
use intake::Mapping;
use model::incident::{IncidentDraft, LineDraft};
use model::listing::{Filter, Order, Page};
use model::record::Door;
use model::time::Moment;
use model::total::By;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;
use tokio::runtime::Runtime;

const CODE: &str = "BENCH";
const FIRST: Page = Page { order: Order::Event, after: None, limit: 50 };

fn file() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/seizures/ids_reflex_region.csv");
    let path = std::env::var("REFLEX_BENCH_FILE").map_or(beside, PathBuf::from);
    path.exists().then_some(path)
}

fn ambient() -> Ambient {
    let next = AtomicU64::new(1);
    Ambient {
        now: Arc::new(|| {
            let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
            Moment(i64::try_from(since.as_micros()).unwrap())
        }),
        random: Arc::new(move |bytes| {
            for chunk in bytes.chunks_mut(8) {
                let count = next.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
                chunk.copy_from_slice(&count[..chunk.len()]);
            }
        }),
    }
}

async fn open(folder: &std::path::Path) -> Cx {
    let settings =
        Settings { database: store::Location::Sqlite(folder.join("reflex.db")), files: folder.join("files") };
    App::open(settings, ambient()).await.unwrap().cx(Actor::Node, Door::Command)
}

/// Processor seconds this process has used, from the kernel's own accounting.
fn processor_seconds() -> f64 {
    let line = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = line.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |place: usize| fields.get(place).and_then(|field| field.parse::<u32>().ok()).map_or(0.0, f64::from);
    (ticks(11) + ticks(12)) / 100.0
}

fn import(runtime: &Runtime, cx: &Cx, path: PathBuf) {
    let mapping = Mapping::shipped("ids").unwrap();
    let order =
        ImportOrder { operation: CODE.to_owned(), create: true, path, file: String::new(), mapping, dry_run: false };
    let (clock, processor) = (Instant::now(), processor_seconds());
    let (import, _) = runtime.block_on(run(cx, &order, |_| {})).unwrap();
    let (wall, used) = (clock.elapsed().as_secs_f64(), processor_seconds() - processor);
    println!("import: {} rows in {wall:.1} s wall, {used:.1} s processor", import.rows);
}

fn seizure() -> IncidentDraft {
    IncidentDraft {
        day: "2014-05-05".to_owned(),
        country: "KZ".to_owned(),
        region: "unknown".to_owned(),
        place: "Almaty".to_owned(),
        lines: vec![LineDraft {
            written: "mephedrone".to_owned(),
            quantity: "1.5".to_owned(),
            unit: "kg".to_owned(),
            ..LineDraft::default()
        }],
        ..IncidentDraft::default()
    }
}

fn main() {
    let Some(path) = file() else {
        println!("SKIPPED: the real file is not here; name it with REFLEX_BENCH_FILE");
        return;
    };
    let (runtime, folder) = (Runtime::new().unwrap(), tempfile::tempdir().unwrap());
    let cx = runtime.block_on(open(folder.path()));
    import(&runtime, &cx, path);
    let mut criterion = Criterion::default().configure_from_args().sample_size(20);
    let narrowed = Filter { countries: vec!["AF".to_owned(), "PK".to_owned()], ..Filter::default() };
    criterion.bench_function("list: first 50 of some 10,000 filtered", |bench| {
        bench.iter(|| runtime.block_on(incident::list(&cx, CODE, &narrowed, &FIRST)).unwrap());
    });
    let searched = Filter { text: "кордай".to_owned(), ..Filter::default() };
    criterion.bench_function("list: search in 39,176", |bench| {
        bench.iter(|| runtime.block_on(incident::list(&cx, CODE, &searched, &FIRST)).unwrap());
    });
    criterion.bench_function("operations page, kept figures", |bench| {
        bench.iter(|| runtime.block_on(overview::get(&cx, CODE, &Filter::default())).unwrap());
    });
    let days = std::cell::Cell::new(0_i64);
    criterion.bench_function("operations page, computed anew", |bench| {
        bench.iter(|| {
            days.set(days.get() + 1);
            let last: model::time::Day = "2040-01-01".parse().unwrap();
            let filter = Filter { to: Some(last.plus(days.get())), ..Filter::default() };
            runtime.block_on(overview::get(&cx, CODE, &filter)).unwrap()
        });
    });
    criterion.bench_function("totals by country, substance, year", |bench| {
        let by = [By::Country, By::Substance, By::Year];
        bench.iter(|| runtime.block_on(total::totals(&cx, CODE, &Filter::default(), &by)).unwrap());
    });
    let draft = seizure();
    criterion.bench_function("submit one incident", |bench| {
        bench.iter(|| runtime.block_on(incident::submit(&cx, CODE, &draft)).unwrap());
    });
    criterion.final_summary();
}
