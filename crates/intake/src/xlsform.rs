//! A questionnaire out of an `XLSForm` (<https://xlsform.org>): the sheets survey, choices and settings.
//!
//! Takes text, integer, decimal, date, file, image, `select_one`, `select_multiple`, groups as sections and repeats as tables,
//! with label, hint, required and relevant. Refuses every other construct, and what makes no sound questionnaire, by sheet
//! and row, all of them at once.

use crate::workbook::{Grid, open};
use model::id::{Id, NIL};
use model::lang::Lang;
use model::names::Names;
use model::problem::{Problem, Problems};
use model::questionnaire::{ColumnDraft, Condition, QuestionDraft, QuestionnaireDraft, SectionDraft};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Reads the questionnaire of an `XLSForm`.
///
/// Problems: those of [`open`] and of [`QuestionnaireDraft::check`], `xlsform-sheet`, `xlsform-column`, `xlsform-type`,
/// `xlsform-relevant`, `xlsform-list`, `xlsform-nesting`.
pub fn read_xlsform(bytes: &[u8]) -> Result<QuestionnaireDraft, Problems> {
    let grids = open(bytes)?;
    let find = |name: &str| grids.iter().find(|grid| grid.name.trim().eq_ignore_ascii_case(name));
    let survey = find("survey").ok_or_else(|| Problem::new("file", "xlsform-sheet").with("name", "survey"))?;
    let mut problems = Problems::none();
    let mut form = Form {
        survey: Sheet::of(survey, &["type", "name"], &mut problems),
        lists: find("choices").map_or_else(BTreeMap::new, |grid| lists(grid, &mut problems)),
        problems,
        draft: QuestionnaireDraft::default(),
        section: None,
        table: None,
        places: BTreeMap::new(),
        foreign: BTreeSet::new(),
    };
    if let Some(settings) = find("settings") {
        let sheet = Sheet::of(settings, &[], &mut form.problems);
        let title = sheet.names(1, "form_title");
        form.draft.introduction = sheet.names(1, "reflex::introduction");
        form.draft.title = if title.is_empty() { sheet.names(1, "form_id") } else { title };
    }
    for row in survey.rows(1) {
        form.take(row);
    }
    form.end()
}

/// A sheet whose first row names its columns.
#[derive(Clone)]
struct Sheet<'a> {
    grid: &'a Grid,
    heads: BTreeMap<String, u32>,
}

impl<'a> Sheet<'a> {
    fn of(grid: &'a Grid, needed: &[&str], problems: &mut Problems) -> Self {
        let head = |column| (grid.text(0, column).to_lowercase().replace("list name", "list_name"), column);
        let heads: BTreeMap<String, u32> = grid.columns(0).into_iter().map(head).collect();
        for name in needed.iter().filter(|name| !heads.contains_key(**name)) {
            problems.add(grid.at(0, Problem::new("file", "xlsform-column").with("name", name)));
        }
        Self { grid, heads }
    }

    fn text(&self, row: u32, head: &str) -> &'a str {
        self.heads.get(head).map_or("", |column| self.grid.text(row, *column))
    }

    /// `label`, `label::English (en)`: a text without language is English.
    fn names(&self, row: u32, head: &str) -> Names {
        let mut names = Names::default().with(Lang::En, self.text(row, head));
        for (name, column) in &self.heads {
            let Some(language) = name.strip_prefix(&format!("{head}::")) else { continue };
            let tag = language.rsplit_once('(').map_or(language, |(_, tag)| tag.trim_end_matches(')'));
            let by_name = [("english", Lang::En), ("russian", Lang::Ru), ("persian", Lang::Fa)];
            let known = by_name.iter().find(|(name, _)| language.trim() == *name).map(|(_, lang)| *lang);
            if let Some(lang) = Lang::parse(tag).or(known) {
                let text = self.grid.text(row, *column);
                names = if text.is_empty() { names } else { names.with(lang, text) };
            }
        }
        names
    }
}

/// The lines of a list of choices, and the row in which it begins.
type List = (Vec<String>, u32);

/// Columns that would change what is asked, and have no place here.
const BEYOND: [&str; 6] = ["calculation", "choice_filter", "constraint", "default", "repeat_count", "trigger"];

/// Choices as lines, by the name of their list.
fn lists(grid: &Grid, problems: &mut Problems) -> BTreeMap<String, List> {
    let sheet = Sheet::of(grid, &["list_name", "name"], problems);
    let mut lists: BTreeMap<String, List> = BTreeMap::new();
    for row in grid.rows(1) {
        let labels = sheet.names(row, "label");
        // A stroke parts the languages of a line.
        let said = Lang::ALL.map(|lang| labels.exact(lang).unwrap_or_default().replace('|', "/"));
        let line = format!("{} | {}", sheet.text(row, "name"), said.join(" | "));
        lists.entry(sheet.text(row, "list_name").to_owned()).or_insert((Vec::new(), row)).0.push(line);
    }
    lists
}

/// A form on its way in.
struct Form<'a> {
    survey: Sheet<'a>,
    lists: BTreeMap<String, List>,
    problems: Problems,
    draft: QuestionnaireDraft,
    section: Option<(SectionDraft, u32)>,
    table: Option<(QuestionDraft, u32)>,
    /// Where the parts of the draft stand: path, sheet, row.
    places: BTreeMap<String, (&'static str, u32)>,
    /// The keys of what was refused: a condition on one of them is not told as well.
    foreign: BTreeSet<String>,
}

impl Form<'_> {
    fn problem(&mut self, row: u32, problem: Problem) {
        let problem = self.survey.grid.at(row, problem);
        self.problems.add(problem);
    }

    fn take(&mut self, row: u32) {
        let (kind, name) = (self.survey.text(row, "type").to_owned(), key(self.survey.text(row, "name")));
        let words: Vec<&str> = kind.split_whitespace().collect();
        let survey = self.survey.clone();
        for head in BEYOND.iter().filter(|head| !words.is_empty() && !survey.text(row, head).is_empty()) {
            self.problem(row, Problem::new("", "xlsform-type").with("text", head));
        }
        match words.as_slice() {
            [] => {}
            ["begin_group"] | ["begin", "group"] => self.begin_section(row, name),
            ["end_group"] | ["end", "group"] => self.end_section(row),
            ["begin_repeat"] | ["begin", "repeat"] => self.begin_table(row, name),
            ["end_repeat"] | ["end", "repeat"] => self.end_table(row),
            ["text"] => self.ask(row, name, "text", None),
            ["integer" | "decimal"] => self.ask(row, name, "number", None),
            ["date"] => self.ask(row, name, "date", None),
            ["file" | "image"] => self.ask(row, name, "file", None),
            ["select_one", list] => self.ask(row, name, "choice", Some(list)),
            ["select_multiple", list] => self.ask(row, name, "choices", Some(list)),
            _ => {
                self.foreign.insert(name);
                self.problem(row, Problem::new("", "xlsform-type").with("text", &kind));
            }
        }
    }

    fn begin_section(&mut self, row: u32, key: String) {
        if self.section.is_some() || self.table.is_some() {
            return self.problem(row, Problem::new("", "xlsform-nesting").with("text", key));
        }
        let (title, help) = (self.survey.names(row, "label"), self.survey.names(row, "hint"));
        if !self.survey.text(row, "relevant").is_empty() {
            self.problem(row, Problem::new("", "xlsform-type").with("text", "relevant"));
        }
        self.places.insert(format!("sections.{}", self.draft.sections.len()), ("survey", row));
        self.section = Some((SectionDraft { key, title, help, questions: Vec::new() }, row));
    }

    fn end_section(&mut self, row: u32) {
        match self.section.take() {
            Some((section, _)) => self.draft.sections.push(section),
            None => self.problem(row, Problem::new("", "xlsform-nesting").with("text", "end_group")),
        }
    }

    fn begin_table(&mut self, row: u32, key: String) {
        if self.table.is_some() {
            return self.problem(row, Problem::new("", "xlsform-nesting").with("text", key));
        }
        let table = self.question(row, key, "table");
        self.table = Some((table, row));
    }

    fn end_table(&mut self, row: u32) {
        match self.table.take() {
            Some((table, row)) => self.add(table, row, None),
            None => self.problem(row, Problem::new("", "xlsform-nesting").with("text", "end_repeat")),
        }
    }

    fn ask(&mut self, row: u32, key: String, kind: &str, list: Option<&str>) {
        let mut question = self.question(row, key, kind);
        let mut begins = None;
        if let Some(list) = list {
            if let Some((lines, first)) = self.lists.get(list) {
                question.choices.clone_from(lines);
                begins = Some(*first);
            } else {
                self.foreign.insert(question.key.clone());
                self.problem(row, Problem::new("", "xlsform-list").with("text", list));
            }
        }
        match &mut self.table {
            Some((table, _)) => {
                let QuestionDraft { key, kind, label, required, choices, .. } = question;
                table.columns.push(ColumnDraft { key, kind, label, required, choices });
                let place = table.columns.len() - 1;
                let path = format!("{}.columns.{place}", self.next_path());
                self.stands(path, row, begins);
            }
            None => self.add(question, row, begins),
        }
    }

    /// The path of the question that is added next.
    fn next_path(&self) -> String {
        let (section, question) = match &self.section {
            Some((section, _)) => (self.draft.sections.len(), section.questions.len()),
            None => match self.draft.sections.last().filter(|last| last.key == LOOSE) {
                Some(loose) => (self.draft.sections.len() - 1, loose.questions.len()),
                None => (self.draft.sections.len(), 0),
            },
        };
        format!("sections.{section}.questions.{question}")
    }

    fn stands(&mut self, path: String, row: u32, choices: Option<u32>) {
        if let Some(first) = choices {
            self.places.insert(format!("{path}.choices"), ("choices", first));
        }
        self.places.insert(path, ("survey", row));
    }

    fn question(&mut self, row: u32, key: String, kind: &str) -> QuestionDraft {
        let written = self.survey.text(row, "relevant");
        let condition = relevant(written);
        if condition.is_none() || (!written.is_empty() && self.table.is_some()) {
            self.problem(row, Problem::new("", "xlsform-relevant").with("text", written));
        }
        let required = self.survey.text(row, "required").trim_end_matches("()").to_lowercase();
        QuestionDraft {
            key,
            kind: kind.to_owned(),
            label: self.survey.names(row, "label"),
            help: self.survey.names(row, "hint"),
            required: matches!(required.as_str(), "yes" | "true" | "1"),
            condition: condition.unwrap_or_default(),
            becomes: self.survey.text(row, "reflex::becomes").to_owned(),
            ..QuestionDraft::default()
        }
    }

    /// Puts a question into its section; one outside every group into a section of its own.
    fn add(&mut self, question: QuestionDraft, row: u32, choices: Option<u32>) {
        self.stands(self.next_path(), row, choices);
        if let Some((section, _)) = &mut self.section {
            return section.questions.push(question);
        }
        let is_loose = |section: &SectionDraft| section.key == LOOSE;
        if !self.draft.sections.last().is_some_and(is_loose) {
            let title = self.draft.title.clone();
            let title = if title.is_empty() { Names::default().with(Lang::En, "1") } else { title };
            self.draft.sections.push(SectionDraft { key: LOOSE.to_owned(), title, ..SectionDraft::default() });
        }
        if let Some(section) = self.draft.sections.last_mut() {
            section.questions.push(question);
        }
    }

    fn end(mut self) -> Result<QuestionnaireDraft, Problems> {
        let open = [self.table.as_ref().map(|(_, row)| *row), self.section.as_ref().map(|(_, row)| *row)];
        for row in open.into_iter().flatten() {
            self.problem(row, Problem::new("", "xlsform-nesting").with("text", "begin"));
        }
        // What was left open is looked at all the same.
        if let Some((table, row)) = self.table.take() {
            self.add(table, row, None);
        }
        self.draft.sections.extend(self.section.take().map(|(section, _)| section));
        if let Err(found) = self.draft.check(Id::new(NIL), None) {
            let own: Vec<Problem> = found.0.into_iter().filter_map(|problem| self.placed(problem)).collect();
            self.problems.0.extend(own);
        }
        if self.problems.is_empty() { Ok(self.draft) } else { Err(self.problems) }
    }

    /// A problem of the draft with the sheet and row where it stands; `None` for what follows from another one.
    fn placed(&self, problem: Problem) -> Option<Problem> {
        let of = |name: &str| problem.params.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
        if of("key").is_some_and(|key| self.foreign.contains(key)) {
            return None;
        }
        let mut path = problem.field.as_str();
        while !path.is_empty() {
            if let Some((sheet, row)) = self.places.get(path) {
                let unlisted = problem.code == "choices-missing" && *sheet == "survey";
                return Some(problem.clone().with("sheet", sheet).with("row", row + 1)).filter(|_| !unlisted);
            }
            path = path.rsplit_once('.').map_or("", |(outer, _)| outer);
        }
        // The title stands in the settings, and what is said of the whole stands nowhere.
        Some(if problem.field == "title" { problem.with("sheet", "settings").with("row", 2) } else { problem })
    }
}

/// The section of questions that stand in no group.
const LOOSE: &str = "questions";

/// A name as a key: small letters, hyphens for everything that is neither letter nor digit.
fn key(name: &str) -> String {
    name.to_lowercase().chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect()
}

/// `selected(${routes}, 'sea') and ${had} = 'yes'` as a condition; `None` where it is none, blank for none.
fn relevant(written: &str) -> Option<String> {
    if written.is_empty() {
        return Some(String::new());
    }
    let mut out = String::new();
    let mut rest = written;
    while let Some(at) = rest.find("selected(").into_iter().chain(rest.find("${")).min() {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(inside) = rest.strip_prefix("selected(") {
            let end = inside.find(')')?;
            let (name, value) = inside[..end].split_once(',')?;
            let name = name.trim().strip_prefix("${")?.strip_suffix('}')?;
            let _ = write!(out, "{} includes {}", key(name), value.trim());
            rest = &inside[end + 1..];
        } else {
            let end = rest.find('}')?;
            out.push_str(&key(&rest[2..end]));
            rest = &rest[end + 1..];
        }
    }
    out.push_str(rest);
    Condition::parse(&out).map(|condition| condition.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relevant_becomes_a_condition_or_nothing() {
        let read = relevant("selected(${Routes_in}, 'sea') and ${had} != 'no'").unwrap();
        assert_eq!(read, "routes-in includes 'sea' and had != 'no'");
        assert_eq!(relevant(""), Some(String::new()));
        for other in ["${n} > 3", "count(${n}) = 1", "${n", "selected(${n}"] {
            assert_eq!(relevant(other), None, "{other}");
        }
    }
}
