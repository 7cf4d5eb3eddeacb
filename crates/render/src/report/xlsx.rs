//! The report as a workbook: a sheet per cut, the conversion table, and every record behind the figures.
//!
//! Refuses formulas and rounded numbers; what they refuse, [`crate::sheet`] refuses.

use crate::page::figures::{self, KG, Known, LITRE, PIECE};
use crate::page::filter;
use crate::sheet::{self, Cell, Drawing, Table};
use crate::words::{Speech, plain};
use model::catalogue::ConversionTable;
use model::report::Report;
use model::time::Moment;
use model::total::{By, TotalRow, Totals};
use rust_xlsxwriter::XlsxError;

/// The report as XLSX.
pub fn xlsx(t: Speech, report: &Report) -> Result<Vec<u8>, XlsxError> {
    sheet::xlsx(t, &tables(t, report))
}

fn tables(t: Speech, report: &Report) -> Vec<Table> {
    let overview = &report.overview;
    let known = Known { participants: &overview.participants, agencies: &[] };
    let cut = |totals, key| cut(t, totals, t.plain(key), &known);
    let mut substances = cut(&overview.by_substance, "overview-substances");
    substances.drawing = Some(drawing(t.plain("overview-substances"), KG_COLUMN, false));
    let days_key = figures::days_key(&overview.by_day);
    let mut days = cut(&overview.by_day, days_key);
    days.drawing = Some(drawing(t.plain(days_key), INCIDENTS_COLUMN, true));
    vec![
        summary(t, report),
        participants(t, report, &known),
        calendar(t, report),
        cut(&overview.by_group, "overview-groups"),
        substances,
        cut(&report.by_country, "report-countries"),
        cut(&overview.by_region, "overview-map"),
        cut(&report.by_setting, "report-settings"),
        days,
        routes(t, report),
        first_seen(t, report),
        conversion(t, &overview.sum.conversion),
        inputs(t, report),
    ]
}

/// Where the counts and the masses of a cut stand, behind its code and its name.
const INCIDENTS_COLUMN: u16 = 2;
const KG_COLUMN: u16 = 3;

fn drawing(title: String, numbers: u16, upright: bool) -> Drawing {
    // Days by their code, which is short and sorts; anything else by its name.
    Drawing { title, names: u16::from(!upright), numbers, upright }
}

/// What it shows, of when, and by which table: above every sheet of figures.
fn notes(t: Speech, report: &Report) -> Vec<String> {
    let overview = &report.overview;
    let known = Known { participants: &overview.participants, agencies: &[] };
    let operation = &overview.operation;
    let mut notes = vec![format!("{} · {}", operation.code, operation.names.say(t.lang()))];
    if operation.demonstration {
        notes.push(t.plain("frame-demonstration"));
    }
    notes.push(plain(&crate::page::overview::sentence(t, overview)));
    notes.push(format!("{} {}", t.plain("figure-as-of"), overview.sum.as_of.iso()));
    let asked = plain(&filter::said(t, &overview.sum.filter, &known));
    if !asked.is_empty() {
        notes.push(asked);
    }
    notes
}

fn summary(t: Speech, report: &Report) -> Table {
    let sum = &report.overview.sum;
    let line = |key: &str, cell: Cell| vec![Cell::from(t.plain(key)), cell];
    let (scope, provisional) = (&sum.sum.in_scope, &sum.sum.provisional);
    Table {
        title: t.plain("frame-room-report"),
        columns: vec![t.plain("report-figure"), t.plain("report-value")],
        rows: vec![
            line("figure-incidents", Cell::Int(sum.sum.incidents)),
            line("figure-kg-in-scope", Cell::Decimal(scope.mass, KG)),
            line("figure-kg-provisional", Cell::Decimal(provisional.mass, KG)),
            line("figure-litres-in-scope", Cell::Decimal(scope.volume, LITRE)),
            line("figure-units-in-scope", Cell::Decimal(scope.count, PIECE)),
            line("figure-m2-in-scope", Cell::Decimal(scope.area, PIECE)),
            line("figure-equivalent", Cell::Decimal(sum.sum.equivalent, KG)),
            line("figure-by-table", Cell::from(sum.conversion.clone())),
            line("report-unconverted", Cell::Int(sum.sum.unconverted)),
            line("report-not-quantified", Cell::Int(sum.sum.all.unquantified)),
        ],
        notes: notes(t, report),
        drawing: None,
    }
}

/// The heads over [`cells`].
fn heads(t: Speech) -> Vec<String> {
    [
        "figure-incidents",
        "figure-kg-in-scope",
        "figure-kg-provisional",
        "figure-litres-in-scope",
        "figure-units-in-scope",
        "figure-m2-in-scope",
        "figure-equivalent",
        "report-not-quantified",
    ]
    .map(|key| t.plain(key))
    .to_vec()
}

fn cells(row: &TotalRow) -> Vec<Cell> {
    vec![
        Cell::Int(row.incidents),
        Cell::Decimal(row.in_scope.mass, KG),
        Cell::Decimal(row.provisional.mass, KG),
        Cell::Decimal(row.in_scope.volume, LITRE),
        Cell::Decimal(row.in_scope.count, PIECE),
        Cell::Decimal(row.in_scope.area, PIECE),
        Cell::Decimal(row.equivalent, KG),
        Cell::Int(row.all.unquantified),
    ]
}

/// Figures told apart by one thing: its code, its name, and the sums. The sheet is called after that thing, which is
/// short; what it shows stands above.
fn cut(t: Speech, totals: &Totals, shows: String, known: &Known<'_>) -> Table {
    let by = totals.by.first().copied().unwrap_or(By::Country);
    let title = plain(&t.code("by", by.code()));
    let mut columns = vec![t.plain("report-code"), title.clone()];
    columns.extend(heads(t));
    let row = |row: &TotalRow| {
        let key = row.keys.first().map_or("", String::as_str);
        let mut all = vec![Cell::from(key), Cell::from(plain(&figures::say(t, by, key, known)))];
        all.extend(cells(row));
        all
    };
    Table { title, columns, rows: totals.rows.iter().map(row).collect(), notes: vec![shows], drawing: None }
}

fn participants(t: Speech, report: &Report, known: &Known<'_>) -> Table {
    let overview = &report.overview;
    let mut columns =
        ["report-code", "overview-participant", "report-role", "overview-last"].map(|key| t.plain(key)).to_vec();
    columns.extend(heads(t));
    let row = |part: &model::participant::Participation| {
        let code = part.participant.as_str();
        let total = overview.by_participant.rows.iter().find(|row| row.keys.first().is_some_and(|key| key == code));
        let last =
            overview.shares.iter().find(|share| share.participant == part.participant).and_then(|share| share.last);
        let name = plain(&figures::say(t, By::Participant, code, known));
        let role = t.plain(&format!("participation-role-{}", part.role.code()));
        let mut all =
            vec![Cell::from(code), Cell::from(name), Cell::from(role), last.map_or(Cell::Empty, Cell::Moment)];
        all.extend(cells(&total.cloned().unwrap_or_default()));
        all
    };
    let rows = overview.operation.participations.iter().map(row).collect();
    Table { title: t.plain("report-participants"), columns, rows, ..Table::default() }
}

fn calendar(t: Speech, report: &Report) -> Table {
    let columns = ["stage-name", "stage-planned-from", "stage-planned-to", "stage-opened", "stage-closed"]
        .map(|key| t.plain(key));
    let moment = |moment: Option<Moment>| moment.map_or(Cell::Empty, Cell::Moment);
    let row = |stage: &model::stage::Stage| {
        let name = t.plain(&format!("frame-stage-{}", stage.kind.code()));
        vec![Cell::from(name), Cell::Day(stage.from), Cell::Day(stage.to), moment(stage.opened), moment(stage.closed)]
    };
    let rows = report.overview.operation.stages.iter().map(row).collect();
    Table { title: t.plain("report-calendar"), columns: columns.to_vec(), rows, ..Table::default() }
}

fn routes(t: Speech, report: &Report) -> Table {
    let columns = ["report-from", "report-to", "figure-incidents"].map(|key| t.plain(key));
    let row = |flow: &model::report::Flow| {
        vec![named(t, By::Country, &flow.from), named(t, By::Country, &flow.to), Cell::Int(flow.incidents)]
    };
    Table {
        title: t.plain("report-routes"),
        columns: columns.to_vec(),
        rows: report.flows.iter().map(row).collect(),
        ..Table::default()
    }
}

fn first_seen(t: Speech, report: &Report) -> Table {
    let columns =
        ["report-code", "by-substance", "overview-when", "by-country", "report-record"].map(|key| t.plain(key));
    let row = |seen: &model::report::FirstSeen| {
        vec![
            Cell::from(seen.substance.as_str()),
            named(t, By::Substance, &seen.substance),
            Cell::Day(seen.day),
            named(t, By::Country, &seen.country),
            Cell::from(seen.record.to_string()),
        ]
    };
    Table {
        title: t.plain("report-first-seen"),
        columns: columns.to_vec(),
        rows: report.first_seen.iter().map(row).collect(),
        ..Table::default()
    }
}

/// A code by its name; nothing where nothing is known.
fn named(t: Speech, by: By, key: &str) -> Cell {
    if key.is_empty() { Cell::Empty } else { Cell::from(plain(&figures::say(t, by, key, &Known::default()))) }
}

fn conversion(t: Speech, version: &str) -> Table {
    let columns = [
        "catalogue-dimension",
        "catalogue-unit",
        "by-substance",
        "by-group",
        "catalogue-micrograms",
        "catalogue-per",
        "catalogue-source",
    ];
    let table = ConversionTable::by_version(version);
    let text = |by, key: &Option<String>| key.as_ref().map_or(Cell::Empty, |key| named(t, by, key));
    let row = |row: &model::catalogue::ConversionRow| {
        vec![
            Cell::from(plain(&t.code("dimension", row.dimension.code()))),
            text(By::Unit, &row.unit),
            text(By::Substance, &row.substance),
            text(By::Group, &row.group),
            Cell::Int(row.micrograms),
            Cell::Int(row.per),
            Cell::from(row.origin.as_str()),
        ]
    };
    Table {
        title: plain(&t.say_one("catalogue-conversion-title", "version", version)),
        columns: columns.map(|key| t.plain(key)).to_vec(),
        rows: table.map(|table| table.rows.iter().map(row).collect()).unwrap_or_default(),
        ..Table::default()
    }
}

fn inputs(t: Speech, report: &Report) -> Table {
    let columns = ["report-record", "report-revision"].map(|key| t.plain(key));
    let row =
        |input: &model::total::Input| vec![Cell::from(input.record.to_string()), Cell::Int(input.revision.into())];
    Table {
        title: t.plain("report-inputs"),
        columns: columns.to_vec(),
        rows: report.inputs.iter().map(row).collect(),
        ..Table::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;
    use crate::words::gaps;
    use model::lang::Lang;

    #[test]
    fn the_workbook_says_every_head_and_lists_every_input() {
        for lang in Lang::ALL {
            let all = tables(Speech::of(lang), &sample::report());
            for table in &all {
                assert_eq!(gaps(&table.columns.join(" ")), Vec::<String>::new(), "{}", table.title);
                assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.title);
            }
            assert_eq!(all.last().unwrap().rows.len(), 450);
            assert!(xlsx(Speech::of(lang), &sample::report()).unwrap().starts_with(b"PK"));
        }
    }

    #[test]
    fn sheets_are_told_apart_and_say_names_and_scope() {
        for lang in Lang::ALL {
            let all = tables(Speech::of(lang), &sample::report());
            let titles: std::collections::BTreeSet<String> =
                all.iter().map(|table| table.title.chars().take(28).collect()).collect();
            assert_eq!(titles.len(), all.len());
            let cells = format!("{:?}", all[9..12].iter().map(|table| &table.rows).collect::<Vec<_>>());
            assert!(
                !cells.contains("Text(\"KZ\")") && !cells.contains("Text(\"mass\")") || lang == Lang::En,
                "{cells}"
            );
        }
        let english = tables(Speech::of(Lang::En), &sample::report());
        assert!(english[0].rows.iter().any(|row| row[0] == Cell::from("kg in scope")));
        assert_eq!(english[4].title, "Substance");
        assert!(english[4].drawing.is_some() && english[8].drawing.as_ref().is_some_and(|drawing| drawing.upright));
    }

    #[test]
    fn an_operation_of_years_is_drawn_by_months_and_says_so() {
        let mut report = sample::report();
        report.overview.by_day.by = vec![By::Month];
        report.overview.by_day.rows[0].keys = vec!["2021-10".to_owned()];
        let days = &tables(Speech::of(Lang::En), &report)[8];
        assert_eq!((days.title.as_str(), days.notes[0].as_str()), ("Month", "Incidents by month of the event"));
    }

    #[test]
    fn an_empty_report_is_a_workbook_too() {
        assert!(xlsx(Speech::of(Lang::Fa), &sample::report_empty()).unwrap().starts_with(b"PK"));
    }
}
