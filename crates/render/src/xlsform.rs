//! A questionnaire as an `XLSForm` (<https://xlsform.org>), for tools that fill forms on telephones.
//!
//! Refuses to say less than it can: what `XLSForm` has no word for, such as what rows become, stands in a column of its own.

use crate::sheet::fitting;
use model::lang::Lang;
use model::names::Names;
use model::questionnaire::{Choice, Condition, QuestionKind, Questionnaire};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// `label` and `hint` in each language.
const LANGUAGES: [(Lang, &str); 3] =
    [(Lang::En, "English (en)"), (Lang::Ru, "Russian (ru)"), (Lang::Fa, "Persian (fa)")];

/// The sheets survey, choices and settings.
pub fn xlsform(questionnaire: &Questionnaire) -> Result<Vec<u8>, XlsxError> {
    let (mut survey, mut choices) = (vec![survey_head()], vec![choice_head()]);
    for section in &questionnaire.sections {
        survey.push(row("begin_group", &section.key, &section.title, &section.help, Extra::default()));
        for question in &section.questions {
            let becomes = question.becomes.map_or("", model::questionnaire::Becomes::code);
            let relevant = question.condition.as_ref().map_or_else(String::new, relevant);
            let extra = Extra { required: question.required, relevant, becomes };
            let kind = kind(question.kind, &question.key);
            survey.push(row(&kind, &question.key, &question.label, &question.help, extra));
            list(&mut choices, &question.key, &question.choices);
            for column in &question.columns {
                let name = format!("{}-{}", question.key, column.key);
                let extra = Extra { required: column.required, ..Extra::default() };
                survey.push(row(&self::kind(column.kind, &name), &column.key, &column.label, &Names::default(), extra));
                list(&mut choices, &name, &column.choices);
            }
            if question.kind == QuestionKind::Table {
                survey.push(row("end_repeat", "", &Names::default(), &Names::default(), Extra::default()));
            }
        }
        survey.push(row("end_group", "", &Names::default(), &Names::default(), Extra::default()));
    }
    let mut book = Workbook::new();
    write(book.add_worksheet().set_name("survey")?, &survey)?;
    write(book.add_worksheet().set_name("choices")?, &choices)?;
    write(book.add_worksheet().set_name("settings")?, &settings(questionnaire))?;
    book.save_to_buffer()
}

/// What stands beside the labels of a row.
#[derive(Default)]
struct Extra<'a> {
    required: bool,
    relevant: String,
    becomes: &'a str,
}

fn survey_head() -> Vec<String> {
    let of = |name: &'static str| LANGUAGES.map(|(_, language)| format!("{name}::{language}"));
    let first = ["type", "name"].map(str::to_owned);
    let last = ["required", "relevant", "reflex::becomes"].map(str::to_owned);
    first.into_iter().chain(of("label")).chain(of("hint")).chain(last).collect()
}

fn choice_head() -> Vec<String> {
    let labels = LANGUAGES.map(|(_, language)| format!("label::{language}"));
    ["list_name", "name"].map(str::to_owned).into_iter().chain(labels).collect()
}

fn said(names: &Names) -> [String; 3] {
    LANGUAGES.map(|(lang, _)| names.exact(lang).unwrap_or_default().to_owned())
}

fn row(kind: &str, name: &str, label: &Names, hint: &Names, extra: Extra<'_>) -> Vec<String> {
    let required = if extra.required { "yes" } else { "" };
    let last = [required.to_owned(), extra.relevant, extra.becomes.to_owned()];
    [kind.to_owned(), name.to_owned()].into_iter().chain(said(label)).chain(said(hint)).chain(last).collect()
}

fn kind(kind: QuestionKind, list: &str) -> String {
    match kind {
        QuestionKind::Text => "text".to_owned(),
        QuestionKind::Number => "decimal".to_owned(),
        QuestionKind::Date => "date".to_owned(),
        QuestionKind::Table => "begin_repeat".to_owned(),
        QuestionKind::File => "file".to_owned(),
        QuestionKind::Choice => format!("select_one {list}"),
        QuestionKind::Choices => format!("select_multiple {list}"),
    }
}

fn list(rows: &mut Vec<Vec<String>>, name: &str, choices: &[Choice]) {
    for choice in choices {
        rows.push([name.to_owned(), choice.code.clone()].into_iter().chain(said(&choice.label)).collect());
    }
}

/// A condition in the words of `XLSForm`.
fn relevant(condition: &Condition) -> String {
    let joined = |parts: &[Condition], with: &str| {
        let part = |part: &Condition| match part {
            Condition::All(_) | Condition::Any(_) => format!("({})", relevant(part)),
            single => relevant(single),
        };
        parts.iter().map(part).collect::<Vec<_>>().join(with)
    };
    match condition {
        Condition::Is(key, value) => format!("${{{key}}} = '{value}'"),
        Condition::IsNot(key, value) => format!("${{{key}}} != '{value}'"),
        Condition::Includes(key, value) => format!("selected(${{{key}}}, '{value}')"),
        Condition::All(parts) => joined(parts, " and "),
        Condition::Any(parts) => joined(parts, " or "),
    }
}

fn settings(questionnaire: &Questionnaire) -> Vec<Vec<String>> {
    let of = |name: &'static str| LANGUAGES.map(|(_, language)| format!("{name}::{language}"));
    let heads = of("form_title").into_iter().chain(of("reflex::introduction"));
    let first = ["form_id", "version", "default_language"].map(str::to_owned);
    let own = [questionnaire.id.to_string(), questionnaire.version.to_string(), LANGUAGES[0].1.to_owned()];
    let names = said(&questionnaire.title).into_iter().chain(said(&questionnaire.introduction));
    vec![first.into_iter().chain(heads).collect(), own.into_iter().chain(names).collect()]
}

fn write(sheet: &mut Worksheet, rows: &[Vec<String>]) -> Result<(), XlsxError> {
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            let format = if row == 0 { Format::new().set_bold() } else { Format::new() };
            sheet.write_string_with_format(row, column, fitting(text), &format)?;
        }
    }
    Ok(())
}
