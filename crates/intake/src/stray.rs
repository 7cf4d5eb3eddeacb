//! Rows that are no events: totals, and the header printed again at a page break.
//!
//! Refuses to swallow them: importing a total doubles the result, so it is refused and listed.

use model::problem::Problem;

/// Words that a row of totals begins with, in the working languages.
const TOTAL: &[&str] = &["total", "totals", "subtotal", "итого", "всего", "итог", "подытог", "جمع", "مجموع"];

/// Words that may stand before them.
const BEFORE: &[&str] = &["grand", "sub", "general", "общий", "в"];

/// Whether a cell begins like a total: "Total (including the above)", "Grand total", «Итого:».
fn is_total(cell: &str) -> bool {
    let mut words = cell.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().map(str::to_lowercase).unwrap_or_default();
    let word =
        if BEFORE.contains(&first.as_str()) { words.next().map(str::to_lowercase).unwrap_or_default() } else { first };
    TOTAL.contains(&word.as_str())
}

/// Why the row is no event. `telling` are the columns of country, day and substance.
pub(crate) fn reason(cells: &[String], header: &[String], telling: &[usize]) -> Option<Problem> {
    let filled = || cells.iter().zip(header).filter(|(cell, _)| !cell.is_empty());
    let repeated = filled().all(|(cell, name)| cell.eq_ignore_ascii_case(name));
    if repeated && filled().nth(1).is_some() {
        return Some(Problem::new("", "row-header"));
    }
    let first = filled().next().map(|(cell, _)| cell);
    let told = telling.iter().filter_map(|at| cells.get(*at));
    let total = first.into_iter().chain(told).find(|cell| is_total(cell))?;
    let text: String = total.chars().take(60).collect();
    Some(Problem::new("", "row-aggregate").with("text", text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(cells: [&str; 3]) -> Option<String> {
        let owned = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let header = owned(["Country", "Day", "Drug"]);
        reason(&owned(cells), &header, &[0, 1, 2]).map(|problem| problem.code.into_owned())
    }

    #[test]
    fn totals_and_repeated_headers_are_no_events() {
        assert_eq!(code(["Total (including the above...)", "", "5"]).as_deref(), Some("row-aggregate"));
        assert_eq!(code(["Kazakhstan", "Grand total", ""]).as_deref(), Some("row-aggregate"));
        assert_eq!(code(["Итого:", "", "12"]).as_deref(), Some("row-aggregate"));
        assert_eq!(code(["جمع کل", "", ""]).as_deref(), Some("row-aggregate"));
        assert_eq!(code(["Country", "DAY", ""]).as_deref(), Some("row-header"));
    }

    #[test]
    fn an_event_whose_words_only_look_so_is_an_event() {
        assert_eq!(code(["Kazakhstan", "2021-10-15", "Totally new drug"]), None);
        assert_eq!(code(["Всеволожск", "в", "Country"]), None);
        assert_eq!(code(["Country", "", ""]), None, "one cell is not a header");
    }
}
