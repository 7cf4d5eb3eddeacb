//! Files badly made: every row still comes out, with what is wrong about it.

use super::{archive, check};
use intake::{Intake, Limits, Mapping, span};
use model::import::{ImportRow, Span};
use model::problem::Problems;
use model::time::Day;
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
        ("0;kg", "quantity-zero"),
        (";kg", "quantity-missing"),
        ("7;", "unit-missing"),
        ("7;furlong", "unit-unknown"),
        ("much;kg", "number-unreadable"),
    ] {
        let row = row(&format!("KZ;;;2021-10-15;heroin;{cells}\n"));
        assert_eq!((questions(&row), problems(&row)), (vec![code], vec![]), "{cells}");
        let span = Span { from: Day::of(2021, 1, 1), to: Day::of(2021, 12, 31), countries: Vec::new() };
        let incident = check(&row, &archive(&span), model::quantity::DecimalMark::Either).unwrap();
        assert_eq!(incident.lines[0].quantity, None);
    }
    assert_eq!(problems(&row("KZ;;;2021-10-15;heroin;-7;kg\n")), ["number-negative"]);
    assert_eq!(problems(&row("KZ;;;2021-10-15;heroin;99999999999;t\n")), ["quantity-absurd"]);
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
    let all = rows("KZ;;;2021-10-15;heroin;1;kg\nKZ;;\"Korday;2021-10-15;heroin;1;kg\nKZ;;;2021-10-15;heroin;1;kg\n");
    assert_eq!((problems(&all[0]), problems(&all[1])), (vec![], vec!["row-cells", "row-quote"]));
    assert_eq!(all[1].problems[1].params[0].1, "2");
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
    let found = span(text.as_bytes(), &Mapping::shipped("plain").unwrap()).unwrap();
    assert_eq!((found.from, found.to), (Day::of(2020, 1, 2), Day::of(2021, 10, 15)));
    assert_eq!(found.countries, ["KZ", "UZ"]);
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
