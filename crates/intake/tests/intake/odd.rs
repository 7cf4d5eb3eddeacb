//! Files badly made: every row still comes out, with what is wrong about it.

use super::{archive, check};
use intake::{DateOrder, Intake, Limits, Mapping, span};
use model::import::{ImportRow, Span};
use model::incident::{Incident, IncidentDraft};
use model::problem::Problems;
use model::time::{Calendar, Day};
use proptest::prelude::*;
use std::fmt::Write;

const HEAD: &str = "country;region;place;day;lines.0.written;lines.0.quantity;lines.0.unit\n";

fn open(bytes: &[u8]) -> Result<Vec<ImportRow>, Problems> {
    Intake::open(bytes, &Mapping::shipped("plain").unwrap()).map(Iterator::collect)
}

fn rows(body: &str) -> Vec<ImportRow> {
    open(format!("{HEAD}{body}").as_bytes()).unwrap()
}

fn row(body: &str) -> ImportRow {
    rows(body).remove(0)
}

/// The plain mapping with something declared otherwise.
fn declared(change: impl FnOnce(&mut Mapping)) -> Mapping {
    let mut mapping = Mapping::shipped("plain").unwrap();
    change(&mut mapping);
    mapping
}

fn rows_through(mapping: &Mapping, body: &str) -> Vec<ImportRow> {
    Intake::open(format!("{HEAD}{body}").as_bytes(), mapping).unwrap().collect()
}

/// The incident that is kept of a row.
fn kept(row: &ImportRow, mapping: &Mapping) -> Incident {
    let span = Span { from: Day::of(2010, 1, 1), to: Day::of(2025, 12, 31), countries: Vec::new() };
    check(row, &archive(&span), mapping).unwrap()
}

fn problems(row: &ImportRow) -> Vec<&str> {
    row.problems.iter().map(|problem| problem.code.as_ref()).collect()
}

fn questions(row: &ImportRow) -> Vec<&str> {
    row.questions.iter().map(|question| question.code.as_ref()).collect()
}

fn refusal(text: &str) -> Vec<(String, String)> {
    let found = open(text.as_bytes()).unwrap_err().0;
    let param = |params: &[(_, String)]| params.first().map(|(_, value)| value.clone()).unwrap_or_default();
    found.into_iter().map(|problem| (problem.code.to_string(), param(&problem.params))).collect()
}

#[test]
fn columns_that_are_missing_undeclared_or_twice_there_are_all_named() {
    let named = |code: &str, column: &str| (code.to_owned(), column.to_owned());
    assert_eq!(
        refusal("country;place;place;day;lines.0.quantity;lines.0.unit;Officer;\n"),
        [
            named("column-twice", "place"),
            named("column-unnamed", "8"),
            named("column-undeclared", "Officer"),
            named("column-missing", "lines.0.written"),
        ]
    );
    assert_eq!(refusal(""), [named("file-empty", "")]);
}

#[test]
fn columns_come_in_any_order_and_any_case() {
    let text = "DAY,Lines.0.Unit,lines.0.quantity,COUNTRY, lines.0.written\n2021-10-15,kg,5.065,Kazakhstan,heroin\n";
    let row = open(text.as_bytes()).unwrap().remove(0);
    assert_eq!((row.draft.country.as_str(), row.draft.lines[0].quantity.as_str()), ("KZ", "5.065"));
    assert!(row.problems.is_empty() && row.questions.is_empty(), "{row:?}");
}

#[test]
fn a_comma_that_can_be_read_twice_keeps_the_row_and_asks() {
    let row = row("Kazakhstan;;;2021-10-15;heroin;5,065;kg\n");
    assert_eq!(questions(&row), ["number-ambiguous"]);
    assert!(row.draft.lines[0].quantity_unknown);
    assert_eq!(row.draft.lines[0].quantity, "5,065", "the text stays");
}

#[test]
fn an_amount_that_is_not_there_is_unknown_and_never_zero() {
    for (cells, code) in [
        (";kg", "quantity-missing"),
        ("7;", "unit-missing"),
        ("7;furlong", "unit-unknown"),
        ("much;kg", "number-unreadable"),
    ] {
        let row = row(&format!("KZ;;;2021-10-15;heroin;{cells}\n"));
        assert_eq!((questions(&row), problems(&row)), (vec![code], vec![]), "{cells}");
        assert_eq!(kept(&row, &Mapping::shipped("plain").unwrap()).lines[0].quantity, None);
    }
    assert_eq!(problems(&row("KZ;;;2021-10-15;heroin;-7;kg\n")), ["number-negative"]);
    assert_eq!(problems(&row("KZ;;;2021-10-15;heroin;99999999999;t\n")), ["quantity-absurd"]);
}

#[test]
fn zero_and_less_than_a_microgram_are_amounts_of_their_unit_and_asked_about() {
    for cells in ["0;g;;", "0.0000001;g;;", "1;kg;0;l"] {
        let text = format!(
            "{}\nKZ;;;2021-10-15;heroin;{cells}\n",
            HEAD.trim_end().to_owned() + ";lines.0.second_quantity;lines.0.second_unit"
        );
        let row = open(text.as_bytes()).unwrap().remove(0);
        assert_eq!((questions(&row), problems(&row)), (vec!["quantity-zero"], vec![]), "{cells}");
        let line = kept(&row, &Mapping::shipped("plain").unwrap()).lines.remove(0);
        let zero = line.second.or(line.quantity).unwrap();
        assert_eq!(
            (zero.amount, &*format!("{};{};;", zero.text, zero.unit)),
            (0, if zero.unit == "g" { cells } else { "0;l;;" })
        );
    }
}

#[test]
fn a_mass_whose_text_names_its_units_is_read_with_them() {
    for (cells, micrograms, unit) in [
        ("68 кг 640 гр;", 68_640_000_000, "kg"),
        ("68 кг 640 гр;кг", 68_640_000_000, "kg"),
        ("1 тонна 5 кг;", 1_005_000_000_000, "t"),
    ] {
        let row = row(&format!("KZ;;;2021-10-15;heroin;{cells}\n"));
        assert_eq!((questions(&row), problems(&row)), (vec![], vec![]), "{cells}");
        let quantity = kept(&row, &Mapping::shipped("plain").unwrap()).lines.remove(0).quantity.unwrap();
        assert_eq!((quantity.amount, quantity.unit.as_str()), (micrograms, unit));
        assert_eq!(Some(quantity.text.as_str()), cells.split(';').next());
    }
    let contradicted = row("KZ;;;2021-10-15;heroin;68 кг 640 гр;шт\n");
    assert_eq!(questions(&contradicted), ["unit-contradicts"]);
    assert!(contradicted.draft.lines[0].quantity_unknown);
}

#[test]
fn a_point_that_cannot_group_where_a_comma_is_declared_is_asked_about_with_the_number_meant() {
    let mapping = declared(|mapping| mapping.decimal = model::quantity::DecimalMark::Comma);
    let row = rows_through(&mapping, "KZ;;;2021-10-15;heroin;1.5;kg\n").remove(0);
    assert_eq!((questions(&row), problems(&row)), (vec!["number-mark"], vec![]));
    assert!(row.draft.lines[0].quantity_unknown);
    let advice = row.questions[0].params.iter().find(|(name, _)| name == "example").unwrap().1.clone();
    let row = rows_through(&mapping, &format!("KZ;;;2021-10-15;heroin;{advice};kg\n")).remove(0);
    assert_eq!(kept(&row, &mapping).lines[0].quantity.as_ref().unwrap().amount, 1_500_000_000);
}

#[test]
fn a_day_is_kept_as_the_cell_says_it_and_read_as_the_mapping_declares() {
    for (cell, dates, day) in [
        ("2021.15.10", DateOrder::Ydm, "2021-10-15"),
        ("2019.03.07", DateOrder::Ydm, "2019-07-03"),
        ("3/7/2019", DateOrder::Mdy, "2019-03-07"),
        ("1400/07/23", DateOrder::Ydm, "2021-10-15"),
    ] {
        let mapping = declared(|mapping| mapping.dates = dates);
        let row = rows_through(&mapping, &format!("KZ;;;{cell};heroin;1;kg\n")).remove(0);
        let when = kept(&row, &mapping).when;
        assert_eq!((when.day.to_string().as_str(), when.text.as_str()), (day, cell));
        let calendar = if cell.starts_with("1400") { Calendar::SolarHijri } else { Calendar::Gregorian };
        assert_eq!(when.calendar, calendar);
    }
    let mapping = declared(|mapping| mapping.dates = DateOrder::Ydm);
    let refused = rows_through(&mapping, "KZ;;;2021.32.10;heroin;1;kg\n").remove(0).problems.remove(0);
    assert_eq!((refused.code.as_ref(), refused.params[0].1.as_str()), ("date-impossible", "2021.32.10"));
}

#[test]
fn a_kept_day_comes_back_for_amending_as_the_same_day() {
    let mapping = declared(|mapping| mapping.dates = DateOrder::Ydm);
    let row = rows_through(&mapping, "KZ;;;2019.03.07;heroin;1;kg\n").remove(0);
    assert_eq!(IncidentDraft::of(&kept(&row, &mapping)).day, "2019-07-03");
    let row = rows_through(&mapping, "KZ;;;1400/07/23;heroin;1;kg\n").remove(0);
    assert_eq!(IncidentDraft::of(&kept(&row, &mapping)).day, "1400/07/23");
}

#[test]
fn slashes_without_a_declared_order_are_refused_where_they_can_be_two_days() {
    for ambiguous in ["10/11/2021", "11/10/2021", "11/12/2021", "11-12-2021"] {
        assert_eq!(problems(&row(&format!("KZ;;;{ambiguous};heroin;1;kg\n"))), ["date-ambiguous"], "{ambiguous}");
    }
    for (clear, day) in [("15/10/2021", 15), ("10/25/2021", 25), ("11.10.2021", 11), ("10/10/2021", 10)] {
        let row = row(&format!("KZ;;;{clear};heroin;1;kg\n"));
        let when = kept(&row, &Mapping::shipped("plain").unwrap()).when;
        assert_eq!((when.day, when.text.as_str()), (Day::of(2021, 10, day).unwrap(), clear));
    }
}

#[test]
fn a_moment_in_the_cell_of_the_day_keeps_its_time_and_its_offset() {
    for (cell, day, minute, offset) in [
        ("2021-10-15T10:00:00Z", "2021-10-15", Some(600), 0),
        ("2021-10-14T23:30:00-05:00", "2021-10-14", Some(1410), -300),
        ("2021-10-15 10:00", "2021-10-15", Some(600), 360),
        ("2021-10-15T00:00:00", "2021-10-15", None, 360),
    ] {
        let row = row(&format!("KZ;;;{cell};heroin;1;kg\n"));
        let when = kept(&row, &Mapping::shipped("plain").unwrap()).when;
        assert_eq!((when.day.to_string().as_str(), when.minute, when.offset), (day, minute, offset), "{cell}");
    }
}

#[test]
fn a_row_without_known_country_or_readable_day_is_refused() {
    assert_eq!(problems(&row("Atlantis;;;2021-10-15;heroin;1;kg\n")), ["country-unknown"]);
    assert_eq!(problems(&row("KZ;;;2019.03.07;heroin;1;kg\n")), ["date-ambiguous"]);
    assert_eq!(problems(&row(";;;;heroin;1;kg\n")), ["required", "required"]);
    assert!(problems(&row("Iran;;;1400/07/23;heroin;1;kg\n")).is_empty());
}

#[test]
fn a_substance_or_place_that_nobody_knows_is_asked_about_and_a_blank_place_is_not() {
    let found = row("KZ;;Nowhere in particular;2021-10-15;Zzyzx;1;kg\n");
    assert_eq!(found.draft.region, "unknown");
    let mut asked = questions(&found);
    asked.sort_unstable();
    assert_eq!(asked, ["place-unknown", "substance-unrecognised"]);
    assert_eq!(found.draft.settled, ["substance-unrecognised:lines.0.written"]);
    let blank = row("KZ;;;2021-10-15;heroin;1;kg\n");
    assert_eq!((blank.draft.region.as_str(), questions(&blank)), ("unknown", vec![]));
    let both = row("KZ;Nowhere;Post 7;2021-10-15;heroin;1;kg\n");
    assert_eq!(both.draft.place, "Post 7, Nowhere", "the region's text is kept");
}

#[test]
fn totals_and_repeated_headers_are_refused_and_blank_rows_passed_over() {
    let all = rows(&format!("Total;;;;;120;kg\n{HEAD};;;;;;\n\nKZ;;;2021-10-15;heroin;1;kg\n"));
    let found: Vec<_> = all.iter().map(|row| (row.number, problems(row))).collect();
    assert_eq!(found, [(2, vec!["row-aggregate"]), (3, vec!["row-header"]), (6, vec![])]);
}

#[test]
fn a_row_with_too_few_cells_is_refused_and_the_next_one_is_not() {
    let all = rows("KZ;2021-10-15;heroin\nKZ;;;2021-10-15;heroin;1;kg\n");
    assert_eq!((problems(&all[0]), problems(&all[1])), (vec!["row-cells"], vec![]));
}

#[test]
fn a_quotation_mark_that_nothing_closes_says_how_many_lines_it_took() {
    let good = "KZ;;;2021-10-15;heroin;1;kg\n";
    let all = rows(&format!("{good}KZ;;\"Korday;2021-10-15;heroin;1;kg\n{good}KZ;;;2021-10-16;heroin;1;kg\n"));
    assert_eq!((problems(&all[0]), problems(&all[1])), (vec![], vec!["row-quote"]));
    let said: Vec<&str> = all[1].problems[0].params.iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!((all[1].problems[0].field.as_str(), said), ("place", vec!["place", "2"]));
    let numbers: Vec<u64> = all.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [2, 3, 4, 5], "the rows below are read as rows");
}

#[test]
fn a_quotation_mark_that_nothing_closes_refuses_a_row_that_is_otherwise_fine() {
    let below = "KZ;;;2021-10-16;opium;2;kg\n".repeat(20);
    for open in [
        "KZ;;;2021-10-15;heroin;1;\"kg\n",
        "KZ;;\"Korday;2021-10-15;heroin;1;kg\nKZ;;\"Almaty\";2021-10-15;heroin;1;kg\n",
    ] {
        let all = rows(&format!("{open}{below}"));
        assert_eq!(problems(&all[0]), ["row-quote"], "{open}");
        assert_eq!(all.len(), open.lines().count() + 20, "{open}");
        assert!(all[1..].iter().all(|row| row.problems.is_empty()), "{open}");
    }
    assert_eq!(refusal("day;\"country\nKZ;2021-10-15\n"), [("row-quote".to_owned(), "2".to_owned())]);
}

#[test]
fn a_file_cut_off_in_the_middle_of_a_row_refuses_that_row_alone() {
    let all = rows("KZ;;;2021-10-15;heroin;1;kg\nKZ;;;2021-10");
    assert_eq!((problems(&all[0]), problems(&all[1])), (vec![], vec!["row-cells"]));
}

#[test]
fn broken_utf_8_refuses_its_row_and_names_the_column() {
    let mut bytes = format!("{HEAD}KZ;;Кордай ").into_bytes();
    bytes.push(0xFF);
    bytes.extend_from_slice("!;2021-10-15;heroin;1;kg\nKZ;;Кордай;2021-10-15;heroin;1;kg\n".as_bytes());
    let all = open(&bytes).unwrap();
    assert_eq!(problems(&all[0]), ["cell-encoding"]);
    assert_eq!((all[0].problems[0].field.as_str(), all[0].problems[0].params[0].1.as_str()), ("place", "place"));
    assert!(problems(&all[1]).is_empty());
}

#[test]
fn one_broken_byte_in_a_latin_file_refuses_its_row_and_makes_no_cyrillic_of_it() {
    let mut bytes = format!("{HEAD}KZ;;Kord").into_bytes();
    bytes.push(0xFF);
    bytes.extend_from_slice(b"ay;2021-10-15;heroin;1;kg\nKZ;;;2021-10-15;heroin;1;kg\n");
    let all = open(&bytes).unwrap();
    assert_eq!((problems(&all[0]), problems(&all[1])), (vec!["cell-encoding"], vec![]));
}

#[test]
fn a_file_that_is_no_text_says_what_it_is() {
    let code = |bytes: &[u8]| open(bytes).unwrap_err().0.remove(0).code;
    assert_eq!(code(b"PK\x03\x04\x14\0\x06\0\x08\0"), "file-kind");
    assert_eq!(code(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), "file-kind");
    assert_eq!(code(b"\0\x01\x02\x03"), "file-binary");
}

#[test]
fn a_cell_of_ten_megabytes_refuses_its_row() {
    let all = rows(&format!("KZ;;{};2021-10-15;heroin;1;kg\nKZ;;;2021-10-15;heroin;1;kg\n", "x".repeat(10_000_000)));
    assert_eq!((problems(&all[0]), problems(&all[1])), (vec!["cell-too-long"], vec![]));
}

#[test]
fn a_file_beyond_its_limits_is_refused_whole() {
    let mapping = Mapping::shipped("plain").unwrap();
    let text = format!("{HEAD}{}", "KZ;;;2021-10-15;heroin;1;kg\n".repeat(3));
    let code = |limits| Intake::open_within(text.as_bytes(), &mapping, limits).unwrap_err().0.remove(0).code;
    assert_eq!(code(Limits { bytes: 20, ..Limits::default() }), "file-too-large");
    assert_eq!(code(Limits { rows: 2, ..Limits::default() }), "file-too-many-rows");
}

#[test]
fn a_semicolon_file_saved_in_windows_1251_with_returns_is_read() {
    let text = format!(
        "{HEAD}Казахстан;;\"КПП «Кордай-авто»;\r\nлиния 2\";15.10.2021;героин;12,5;кг\nРоссия;;;16.10.2021;героин;1;г\n"
    )
    .replace("\r\n", "\n")
    .replace('\n', "\r\n");
    // The letters of the text above are 0x350 below their Unicode numbers in Windows-1251; « and » are as in Latin-1.
    let bytes: Vec<u8> = text
        .chars()
        .map(|letter| {
            u8::try_from(u32::from(letter)).unwrap_or_else(|_| u8::try_from(u32::from(letter) - 0x350).unwrap())
        })
        .collect();
    let all = open(&bytes).unwrap();
    assert_eq!((all[0].draft.country.as_str(), all[0].draft.lines[0].unit.as_str()), ("KZ", "kg"));
    assert_eq!(all[0].draft.place, "КПП «Кордай-авто»;\r\nлиния 2");
    assert_eq!((all[1].number, all[1].draft.country.as_str()), (3, "RU"));
    assert!(all.iter().all(|row| row.problems.is_empty()), "{all:?}");
}

#[test]
fn an_exact_duplicate_is_kept_and_asks_naming_the_first() {
    let all = rows(&"KZ;;;2021-10-15;heroin;1;kg\n".repeat(3));
    assert_eq!(questions(&all[0]), Vec::<&str>::new());
    for row in &all[1..] {
        assert_eq!((questions(row), row.questions[0].params[0].1.as_str()), (vec!["duplicate-exact"], "2"));
        assert_eq!(row.repeats.as_ref(), Some(&all[0].key));
    }
    assert_ne!(all[1].key, all[2].key);
}

#[test]
fn an_amount_a_thousand_times_the_usual_is_asked_about() {
    let mut body = String::new();
    for day in 1..=25 {
        writeln!(body, "KZ;;;2021-10-{day:02};heroin;{day};g").unwrap();
    }
    writeln!(body, "KZ;;;2021-10-26;heroin;14;kg").unwrap();
    let last = rows(&body).pop().unwrap();
    assert_eq!(questions(&last), ["quantity-unlikely"]);
    assert_eq!((last.questions[0].params[0].1.as_str(), last.questions[0].params[1].1.as_str()), ("14 kg", "0.013 kg"));
    assert_eq!(last.draft.settled, ["quantity-unlikely:lines.0.quantity"]);
}

#[test]
fn several_lines_and_legs_of_one_row_are_read_and_empty_ones_are_not() {
    let text = "country,day,lines.0.written,lines.0.quantity,lines.0.unit,lines.1.written,lines.1.quantity,lines.1.unit,\
                legs.0.role,legs.0.country,legs.1.role,legs.1.country\n\
                KZ,2021-10-15,heroin,1,kg,opium,2,kg,origin,Afghanistan,transit,Erewhon\n\
                KZ,2021-10-16,heroin,1,kg,,,,origin,,,\n";
    let all = open(text.as_bytes()).unwrap();
    assert_eq!((all[0].draft.lines.len(), all[0].draft.legs.len(), all[0].draft.note.as_str()), (2, 1, "Erewhon"));
    assert_eq!(questions(&all[0]), ["leg-unknown"]);
    assert_eq!((all[1].draft.lines.len(), all[1].draft.legs.len()), (1, 0));
}

#[test]
fn the_span_is_that_of_the_rows_that_can_be_read() {
    let text =
        format!("{HEAD}KZ;;;2021-10-15;heroin;1;kg\nUZ;;;2020-01-02;heroin;1;kg\nMars;;;1999-01-01;heroin;1;kg\n");
    let latest = Day::of(2026, 1, 2).unwrap();
    let found = span(text.as_bytes(), &Mapping::shipped("plain").unwrap(), latest).unwrap();
    assert_eq!((found.from, found.to), (Day::of(2020, 1, 2), Day::of(2021, 10, 15)));
    assert_eq!(found.countries, ["KZ", "UZ"]);
}

#[test]
fn a_day_of_another_century_or_to_come_does_not_stretch_the_span() {
    let of_days = |days: &[&str]| {
        let body = days.iter().map(|day| format!("KZ;;;{day};heroin;1;kg\n")).collect::<Vec<_>>().concat();
        let text = format!("{HEAD}{body}TJ;;;2205-10-15;heroin;1;kg\n");
        span(text.as_bytes(), &Mapping::shipped("plain").unwrap(), Day::of(2026, 1, 2).unwrap()).unwrap()
    };
    let found = of_days(&["0202-10-15", "1850-01-01", "2021-10-15", "2026-01-02"]);
    assert_eq!((found.from, found.to), (Day::of(2021, 10, 15), Day::of(2026, 1, 2)));
    assert_eq!(found.countries, ["KZ"]);
    assert_eq!(problems(&row("KZ;;;15.10.1850;heroin;1;kg\n")), ["date-too-early"]);
    assert_eq!(row("KZ;;;15.10.1850;heroin;1;kg\n").problems[0].params[0].1, "15.10.1850");
}

proptest! {
    #[test]
    fn any_bytes_at_all_make_rows_or_problems(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let mut file = HEAD.as_bytes().to_vec();
        file.extend_from_slice(&bytes);
        prop_assert!(open(&file).is_ok());
        let _ = open(&bytes);
    }

    #[test]
    fn any_texts_in_cells_make_a_row_with_the_number_a_spreadsheet_shows(cells in proptest::collection::vec("\\PC{0,20}", 7)) {
        let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\n\"", cell.replace('"', "\"\""))).collect();
        let all = rows(&format!("{}\nKZ;;;2021-10-15;heroin;1;kg\n", quoted.join(";")));
        prop_assert_eq!(all.last().unwrap().number, 3);
    }
}
