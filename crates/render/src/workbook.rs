//! A questionnaire as a workbook to be filled offline: a sheet for the single questions of each section, one for each
//! table, what has been answered so far in it, choices to pick from.
//!
//! Refuses to be understood by its labels: keys and revisions stand in hidden rows and columns, so that it is read back
//! in any language, and beside what colleagues have answered meanwhile.

use crate::sheet::{fitting, sheet_name};
use crate::words::Speech;
use model::questionnaire::{Choice, Question, QuestionKind, Questionnaire, Section};
use model::submission::{Answers, Row, Said, Scalar};
use rust_xlsxwriter::{DataValidation, Format, FormatBorder, Formula, Workbook, Worksheet, XlsxError};

/// Rows of a table that are prepared for filling.
const ROWS: u32 = 300;
/// The hidden sheet: what the workbook belongs to, and the lists of choices.
const MARKS: &str = "reflex";

/// The questionnaire with the answers so far, in the reader's language.
pub fn workbook(t: Speech, questionnaire: &Questionnaire, answers: &Answers) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let mut lists = Lists::default();
    let mut used = vec![MARKS.to_owned()];
    let asked = |question: &&Question| question.kind != QuestionKind::Table;
    for section in &questionnaire.sections {
        let single: Vec<&Question> = section.questions.iter().filter(asked).collect();
        if !single.is_empty() {
            let sheet = add(t, &mut book, section.title.say(t.lang()), &mut used)?;
            fill_section(t, sheet, section, &single, answers, &mut lists)?;
        }
        for question in section.questions.iter().filter(|question| !asked(question)) {
            let sheet = add(t, &mut book, question.label.say(t.lang()), &mut used)?;
            fill_table(t, sheet, question, answers, &mut lists)?;
        }
    }
    marks(&mut book, questionnaire, &lists)?;
    book.save_to_buffer()
}

/// Lists of choices on the hidden sheet, a column each.
#[derive(Default)]
struct Lists(Vec<Vec<String>>);

impl Lists {
    /// The cells of a list, added where it is new.
    fn place(&mut self, labels: &[String]) -> String {
        let place = self.0.iter().position(|list| list.as_slice() == labels).unwrap_or_else(|| {
            self.0.push(labels.to_vec());
            self.0.len() - 1
        });
        let column = rust_xlsxwriter::utility::column_number_to_name(u16::try_from(place + 3).unwrap_or(3));
        format!("={MARKS}!${column}$1:${column}${}", labels.len().max(1))
    }
}

fn add<'a>(
    t: Speech,
    book: &'a mut Workbook,
    title: &str,
    used: &mut Vec<String>,
) -> Result<&'a mut Worksheet, XlsxError> {
    let name = sheet_name(title, used);
    let sheet = book.add_worksheet();
    sheet.set_name(&name)?;
    sheet.set_right_to_left(t.is_rtl());
    used.push(name);
    Ok(sheet)
}

fn head() -> Format {
    Format::new().set_bold().set_border_bottom(FormatBorder::Thin).set_text_wrap()
}

/// Cells to be filled: texts stay as they are typed.
fn open_cell(kind: QuestionKind) -> Format {
    let format = Format::new().set_text_wrap().set_unlocked();
    if kind == QuestionKind::Number { format } else { format.set_num_format("@") }
}

fn fill_section(
    t: Speech,
    sheet: &mut Worksheet,
    section: &Section,
    questions: &[&Question],
    answers: &Answers,
    lists: &mut Lists,
) -> Result<(), XlsxError> {
    sheet.write_string(0, 0, format!("section:{}", section.key))?;
    sheet.set_row_hidden(0)?;
    for (column, key) in [(2, "questionnaire-question"), (3, "questionnaire-your-answer"), (4, "questionnaire-how")] {
        sheet.write_string_with_format(1, column, fitting(&t.plain(key)), &head())?;
    }
    let wrapped = Format::new().set_text_wrap();
    for (row, question) in (2..).zip(questions) {
        let label = question.label.say(t.lang());
        let label = if question.required { format!("{label} *") } else { label.to_owned() };
        sheet.write_string(row, 0, &question.key)?;
        sheet.write_string(row, 1, answers.revision(question).to_string())?;
        sheet.write_string_with_format(row, 2, fitting(&label), &wrapped)?;
        sheet.write_string_with_format(row, 4, fitting(&how(t, question)), &wrapped)?;
        if question.kind != QuestionKind::File {
            sheet.write_blank(row, 3, &open_cell(question.kind))?;
        }
        let standing = answers.standing(question);
        if let Some(Said::One(one)) = standing.and_then(|answer| answer.said) {
            put(t, sheet, (row, 3), question.kind, &question.choices, &one)?;
        }
        if question.kind == QuestionKind::Choice {
            let valid = choosing(t, &question.choices, lists);
            sheet.add_data_validation(row, 3, row, 3, &valid)?;
        }
    }
    sheet.set_column_hidden(0)?.set_column_hidden(1)?;
    sheet.set_column_width(2, 60)?.set_column_width(3, 50)?.set_column_width(4, 60)?;
    sheet.set_freeze_panes(2, 0)?;
    Ok(())
}

/// Help, what kind of answer is taken, what can be chosen, when it is asked.
fn how(t: Speech, question: &Question) -> String {
    let mut said = vec![t.plain(&format!("question-kind-{}", question.kind.code()))];
    if question.kind == QuestionKind::Choices {
        said.push(many(t, &question.choices));
    }
    if question.kind == QuestionKind::File {
        said.push(t.plain("workbook-file-how"));
    }
    if let Some(condition) = &question.condition {
        said.push(format!("{} {condition}", t.plain("questionnaire-asked-when")));
    }
    let help = question.help.say(t.lang());
    if !help.is_empty() {
        said.push(help.to_owned());
    }
    said.join("\n")
}

/// What can be chosen where several can be.
fn many(t: Speech, choices: &[Choice]) -> String {
    let labels: Vec<&str> = choices.iter().map(|choice| choice.label.say(t.lang())).collect();
    format!("{}: {}", t.plain("questionnaire-many"), labels.join("; "))
}

fn fill_table(
    t: Speech,
    sheet: &mut Worksheet,
    question: &Question,
    answers: &Answers,
    lists: &mut Lists,
) -> Result<(), XlsxError> {
    sheet.write_string(0, 0, format!("table:{}:{}", question.key, answers.revision(question)))?;
    sheet.set_row_hidden(0)?;
    let said = answers.standing(question).and_then(|answer| answer.said);
    let rows = if let Some(Said::Rows(rows)) = &said { rows.as_slice() } else { &[] };
    sheet.write_string_with_format(
        1,
        1,
        fitting(&t.plain("questionnaire-none-cell")),
        &Format::new().set_text_wrap(),
    )?;
    if matches!(&said, Some(Said::Rows(rows)) if rows.is_empty()) {
        sheet.write_string(1, 2, "x")?;
    }
    for (column, asked) in (1_u16..).zip(&question.columns) {
        let label = asked.label.say(t.lang());
        let label = if asked.required { format!("{label} *") } else { label.to_owned() };
        let label =
            if asked.kind == QuestionKind::Choices { format!("{label}\n{}", many(t, &asked.choices)) } else { label };
        sheet.write_string(0, column, &asked.key)?;
        sheet.write_string_with_format(2, column, fitting(&label), &head())?;
        sheet.set_column_width(column, 24)?;
        sheet.set_column_format(column, &open_cell(asked.kind))?;
        if asked.kind == QuestionKind::Choice {
            let valid = choosing(t, &asked.choices, lists);
            sheet.add_data_validation(3, column, 3 + ROWS, column, &valid)?;
        }
        for (row, own) in (3..).zip(rows) {
            if let Some(cell) = own.cells.get(&asked.key) {
                put(t, sheet, (row, column), asked.kind, &asked.choices, cell)?;
            }
        }
    }
    for (row, own) in (3..).zip(rows) {
        let Row { id, .. } = own;
        sheet.write_string(row, 0, id)?;
    }
    sheet.set_column_hidden(0)?;
    sheet.set_freeze_panes(3, 0)?;
    Ok(())
}

fn choosing(t: Speech, choices: &[Choice], lists: &mut Lists) -> DataValidation {
    let labels: Vec<String> = choices.iter().map(|choice| choice.label.say(t.lang()).to_owned()).collect();
    DataValidation::new().allow_list_formula(Formula::new(lists.place(&labels)))
}

/// An answer as it would be typed: a choice by its label, a number as a number while a double keeps it.
fn put(
    t: Speech,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    kind: QuestionKind,
    choices: &[Choice],
    one: &Scalar,
) -> Result<(), XlsxError> {
    let label = |code: &str| {
        let known = choices.iter().find(|choice| choice.code == code);
        known.map_or_else(|| code.to_owned(), |choice| choice.label.say(t.lang()).to_owned())
    };
    let text = match kind {
        QuestionKind::Choice => label(&one.value),
        QuestionKind::Choices => one.value.split(' ').map(label).collect::<Vec<_>>().join("; "),
        _ => one.typed().to_owned(),
    };
    let number = one.value.parse::<f64>().ok().filter(|number| number.to_string() == one.value);
    match number.filter(|_| kind == QuestionKind::Number && one.written.is_empty()) {
        Some(number) => sheet.write_number_with_format(row, column, number, &open_cell(kind))?,
        None => sheet.write_string_with_format(row, column, fitting(&text), &open_cell(kind))?,
    };
    Ok(())
}

fn marks(book: &mut Workbook, questionnaire: &Questionnaire, lists: &Lists) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(MARKS)?.set_hidden(true);
    sheet.write_string(0, 0, "reflex-questionnaire")?;
    sheet.write_string(0, 1, questionnaire.id.to_string())?;
    sheet.write_string(0, 2, questionnaire.version.to_string())?;
    for (column, list) in (3_u16..).zip(&lists.0) {
        for (row, label) in (0_u32..).zip(list) {
            sheet.write_string(row, column, fitting(label))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::said;
    use model::lang::Lang;

    #[test]
    fn a_questionnaire_is_written_as_a_workbook_in_every_language() {
        for lang in Lang::ALL {
            let bytes = workbook(Speech::of(lang), &said::sample_questionnaire(), &said::sample_answers()).unwrap();
            assert!(bytes.starts_with(b"PK"));
        }
    }
}
