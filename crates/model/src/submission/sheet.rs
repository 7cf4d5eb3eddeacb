//! All answers of one participant to one questionnaire, every revision of each: what stands, what was meant by whoever
//! answers from an older one, and what is left over from questions that are asked no more.
//!
//! Refuses to merge: where two answered one question at once, both answers are shown.

use super::draft::still_fits;
use super::{Answer, Said};
use crate::questionnaire::{Changed, Question, Questionnaire};
use std::collections::BTreeMap;

/// The revisions of all answers, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(pub Vec<Answer>);

/// Somebody else answered a question meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// What stands now.
    pub theirs: Answer,
    /// What was to be put in its place.
    pub mine: Option<Said>,
}

/// An answer to what is not asked any more, or is asked differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOver {
    /// The answer, or the part of it that is left over.
    pub answer: Answer,
    /// Whether a question of its key is still asked, of another kind or with other choices.
    pub asked_differently: bool,
}

/// A question that is to be looked at again: it changed after it was answered, or was not asked then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookAgain {
    /// Its key.
    pub question: String,
    /// What is different about it.
    pub changed: Vec<Changed>,
    /// The question as it was answered; `None` where it is new.
    pub earlier: Option<Question>,
}

impl Answers {
    /// The latest answer under the key and kind of a question, whether it says anything or not.
    pub fn latest(&self, question: &Question) -> Option<&Answer> {
        self.of(question).last()
    }

    fn of(&self, question: &Question) -> impl DoubleEndedIterator<Item = &Answer> {
        self.0.iter().filter(|answer| answer.question == question.key && answer.kind == question.kind)
    }

    /// The revision that an answer to this question is made from; 0 where nobody has answered.
    pub fn revision(&self, question: &Question) -> u32 {
        self.latest(question).map_or(0, |answer| answer.revision)
    }

    /// The answer that stands: one that says something which the question, as it is now, still takes.
    pub fn standing(&self, question: &Question) -> Option<Answer> {
        let latest = self.latest(question)?;
        let (kept, _) = split(question, latest.said.as_ref()?);
        kept.map(|said| Answer { said: Some(said), ..latest.clone() })
    }

    /// Whether `said`, made from revision `base`, can be kept: `Ok(true)` where it changes what stands, `Ok(false)` where
    /// there is nothing to keep, the conflict where somebody else was faster.
    pub fn weigh(&self, question: &Question, base: u32, said: Option<&Said>) -> Result<bool, Box<Conflict>> {
        let latest = self.latest(question);
        if latest.and_then(|answer| answer.said.as_ref()) == said {
            return Ok(false);
        }
        let Some(latest) = latest.filter(|latest| latest.revision != base) else { return Ok(true) };
        let seen = self.of(question).find(|answer| answer.revision == base).and_then(|answer| answer.said.as_ref());
        // Who changed nothing contradicts nobody.
        if seen == said {
            return Ok(false);
        }
        Err(Box::new(Conflict { theirs: latest.clone(), mine: said.cloned() }))
    }

    /// The questions that are asked and are to be looked at again, where `earlier` are the versions that were answered.
    pub fn look_again(&self, questionnaire: &Questionnaire, earlier: &BTreeMap<u32, Questionnaire>) -> Vec<LookAgain> {
        let asked = questionnaire.asked_after(self);
        let questions = questionnaire.questions().filter(|question| asked.contains(&question.key.as_str()));
        questions.filter_map(|question| self.look_again_at(question, questionnaire.version, earlier)).collect()
    }

    fn look_again_at(
        &self,
        question: &Question,
        version: u32,
        earlier: &BTreeMap<u32, Questionnaire>,
    ) -> Option<LookAgain> {
        let answered = self.latest(question).filter(|answer| answer.said.is_some());
        // A question without answer is compared with what its participant answered before this version.
        let before = || self.0.iter().map(|answer| answer.version).filter(|of| *of < version).max();
        let of = answered.map_or_else(before, |answer| Some(answer.version))?;
        if of >= version {
            return None;
        }
        let before = earlier.get(&of)?.question(&question.key);
        let changed = before.map_or_else(|| vec![Changed::New], |before| question.changed_since(before));
        // A question that was and is left open is missed for being required, not for its words.
        let matters = answered.is_some() || before.is_none() || changed.contains(&Changed::Kind);
        let look = LookAgain { question: question.key.clone(), changed, earlier: before.cloned() };
        Some(look).filter(|look| matters && !look.changed.is_empty())
    }

    /// What was answered and does not stand under any question as it is now.
    pub fn left_over(&self, questionnaire: &Questionnaire) -> Vec<LeftOver> {
        let is_last = |answer: &Answer| {
            let same = |other: &&Answer| other.question == answer.question && other.kind == answer.kind;
            self.0.iter().rfind(same).is_some_and(|last| last.revision == answer.revision)
        };
        let last = self.0.iter().filter(|answer| is_last(answer));
        last.filter_map(|answer| {
            let said = answer.said.as_ref()?;
            let question = questionnaire.question(&answer.question);
            let same = question.filter(|question| question.kind == answer.kind);
            let left = same.map_or_else(|| Some(said.clone()), |question| split(question, said).1)?;
            let answer = Answer { said: Some(left), ..answer.clone() };
            Some(LeftOver { answer, asked_differently: question.is_some() })
        })
        .collect()
    }
}

/// What of an answer the question still takes, and what it does not.
fn split(question: &Question, said: &Said) -> (Option<Said>, Option<Said>) {
    match said {
        Said::Files(_) => (Some(said.clone()), None),
        Said::One(one) if still_fits(question.kind, &question.choices, &one.value) => (Some(said.clone()), None),
        Said::One(_) => (None, Some(said.clone())),
        Said::Rows(rows) => {
            let (mut kept, mut left) = (rows.clone(), rows.clone());
            let fits = |key: &String, value: &str| {
                question.column(key).is_some_and(|column| still_fits(column.kind, &column.choices, value))
            };
            for row in &mut kept {
                row.cells.retain(|key, cell| fits(key, &cell.value));
            }
            for row in &mut left {
                row.cells.retain(|key, cell| !fits(key, &cell.value));
            }
            kept.retain(|row| !row.cells.is_empty());
            left.retain(|row| !row.cells.is_empty());
            let stands = rows.is_empty() || !kept.is_empty();
            (stands.then_some(Said::Rows(kept)), (!left.is_empty()).then_some(Said::Rows(left)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{AnswerDraft, RowDraft, Scalar};
    use super::*;
    use crate::id::{Id, NIL};
    use crate::lang::Lang;
    use crate::member::Role;
    use crate::names::Names;
    use crate::questionnaire::{QuestionKind, QuestionnaireDraft};
    use crate::time::Moment;

    fn questionnaire(text: &str) -> Questionnaire {
        let draft: QuestionnaireDraft = serde_json::from_str(text).unwrap();
        draft.check(Id::new(NIL), None).unwrap()
    }

    fn of(questions: &str) -> Questionnaire {
        questionnaire(&format!(
            r#"{{"title": {{"en": "T"}}, "sections": [{{"key": "s", "title": {{"en": "S"}}, "questions": [{questions}]}}]}}"#
        ))
    }

    const YES_NO: &str = r#"{"key": "had", "kind": "choice", "label": {"en": "Any?"}, "required": true, "choices": ["yes | Yes", "no | No"]}"#;
    const HOW_MANY: &str = r#"{"key": "many", "kind": "number", "label": {"en": "How many?"}, "required": true, "condition": "had = yes"}"#;

    fn answer(question: &str, kind: QuestionKind, value: &str, revision: u32) -> Answer {
        Answer {
            question: question.to_owned(),
            kind,
            said: Some(Said::One(Scalar::of(value, value))),
            revision,
            version: 1,
            agency: Id::new(NIL),
            role: Role::Officer,
            changed: Moment(0),
        }
    }

    fn read(question: &Question, value: &str) -> Result<Option<Said>, String> {
        let draft = AnswerDraft { value: value.to_owned(), ..AnswerDraft::default() };
        draft.read(question, None, &mut || "new".to_owned()).map_err(|found| found.0[0].code.to_string())
    }

    #[test]
    fn what_is_not_asked_is_not_missing() {
        let own = of(&format!("{YES_NO}, {HOW_MANY}"));
        let no = Answers(vec![answer("had", QuestionKind::Choice, "no", 1)]);
        assert_eq!(own.completeness(&no).percent(), 100);
        let yes = Answers(vec![answer("had", QuestionKind::Choice, "yes", 1)]);
        assert_eq!(own.completeness(&yes).percent(), 50);
        assert_eq!(own.completeness(&Answers::default()).percent(), 0);
    }

    #[test]
    fn numbers_with_a_comma_and_days_of_both_calendars_are_read_and_kept_as_written() {
        let own = of(
            r#"{"key": "n", "kind": "number", "label": {"en": "N"}}, {"key": "d", "kind": "date", "label": {"en": "D"}}"#,
        );
        let [number, day] = ["n", "d"].map(|key| own.question(key).unwrap());
        assert_eq!(read(number, "12,5").unwrap().unwrap(), Said::One(Scalar::of("12.5", "12,5")));
        assert_eq!(read(number, "5,065"), Err("number-ambiguous".to_owned()));
        assert_eq!(read(day, "۱۴۰۰/۰۷/۲۳").unwrap().unwrap(), Said::One(Scalar::of("2021-10-15", "۱۴۰۰/۰۷/۲۳")));
        assert_eq!(read(day, "31.02.2021"), Err("date-impossible".to_owned()));
    }

    #[test]
    fn two_answers_at_once_are_both_shown_and_an_untouched_one_contradicts_nobody() {
        let own = of(YES_NO);
        let question = own.question("had").unwrap();
        let both =
            Answers(vec![answer("had", QuestionKind::Choice, "yes", 1), answer("had", QuestionKind::Choice, "no", 2)]);
        let [yes, no] = ["yes", "no"].map(|code| Said::One(Scalar::of(code, code)));
        assert_eq!(both.weigh(question, 2, Some(&yes)), Ok(true));
        assert_eq!(both.weigh(question, 1, Some(&no)), Ok(false), "it says the same");
        assert_eq!(both.weigh(question, 1, Some(&yes)), Ok(false), "it was not touched");
        let conflict = both.weigh(question, 1, None).unwrap_err();
        assert_eq!((conflict.theirs.revision, conflict.mine), (2, None));
    }

    #[test]
    fn an_answer_to_a_question_of_another_kind_is_left_over_and_not_lost() {
        let answers = Answers(vec![
            answer("had", QuestionKind::Text, "sometimes", 1),
            answer("gone", QuestionKind::Text, "x", 1),
        ]);
        let own = of(YES_NO);
        assert_eq!(answers.standing(own.question("had").unwrap()), None);
        let left = answers.left_over(&own);
        assert_eq!(left.iter().map(|one| one.asked_differently).collect::<Vec<_>>(), [true, false]);
        let narrowed = Answers(vec![answer("had", QuestionKind::Choice, "maybe", 1)]);
        assert_eq!(narrowed.standing(own.question("had").unwrap()), None);
        assert_eq!(narrowed.left_over(&own).len(), 1);
    }

    #[test]
    fn a_cell_of_a_dropped_column_stays_with_its_row() {
        let with = |columns: &str| {
            of(&format!(r#"{{"key": "t", "kind": "table", "label": {{"en": "T"}}, "columns": [{columns}]}}"#))
        };
        let a = r#"{"key": "a", "kind": "text", "label": {"en": "A"}}"#;
        let b = r#"{"key": "b", "kind": "text", "label": {"en": "B"}}"#;
        let (both, one) = (with(&format!("{a}, {b}")), with(a));
        let row = |id: &str, cells: &[(&str, &str)]| RowDraft {
            id: id.to_owned(),
            cells: cells.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect(),
        };
        let draft = |rows| AnswerDraft { rows, ..AnswerDraft::default() };
        let mut mint = || "r1".to_owned();
        let first = draft(vec![row("", &[("a", "1"), ("b", "2")]), row("", &[])]);
        let first = first.read(both.question("t").unwrap(), None, &mut mint).unwrap();
        let again = draft(vec![row("r1", &[("a", "3")])]);
        let again = again.read(one.question("t").unwrap(), first.as_ref(), &mut || "r2".to_owned()).unwrap();
        let Some(Said::Rows(rows)) = &again else { panic!() };
        assert_eq!((rows.len(), rows[0].id.as_str(), rows[0].value("a"), rows[0].value("b")), (1, "r1", "3", "2"));
        let kept =
            Answers(vec![Answer { kind: QuestionKind::Table, said: again, ..answer("t", QuestionKind::Table, "", 1) }]);
        let Some(Said::Rows(left)) = &kept.left_over(&one)[0].answer.said else { panic!() };
        assert_eq!(left[0].value("b"), "2");
    }

    #[test]
    fn files_are_added_and_taken_out_one_by_one_and_a_required_one_is_missing_until_it_is_there() {
        let own = of(r#"{"key": "f", "kind": "file", "label": {"en": "F"}, "required": true}"#);
        let question = own.question("f").unwrap();
        let file = |place: u8| super::super::Given {
            file: Id::new(uuid::Uuid::from_u128(u128::from(place))),
            name: format!("{place}.pdf"),
            media_type: "application/pdf".to_owned(),
            size: 1,
            sha256: "0".repeat(64),
        };
        let add =
            |places: &[u8]| AnswerDraft { files: places.iter().copied().map(file).collect(), ..Default::default() };
        let mut mint = String::new;
        let one = add(&[1]).read(question, None, &mut mint).unwrap();
        let both = add(&[2]).read(question, one.as_ref(), &mut mint).unwrap().unwrap();
        assert_eq!(both.files().len(), 2, "who adds second takes nothing away");
        let gone = AnswerDraft { drop: vec![file(1).file.to_string()], ..Default::default() };
        let left = gone.read(question, Some(&both), &mut mint).unwrap().unwrap();
        assert_eq!(left.files(), [file(2)]);
        let many: Vec<u8> = (0..10).collect();
        assert_eq!(add(&many).read(question, Some(&left), &mut mint).unwrap_err().0[0].code, "too-many");
        let kept = Answer { kind: QuestionKind::File, said: Some(left), ..answer("f", QuestionKind::File, "", 1) };
        let written = serde_json::to_string(&kept).unwrap();
        assert_eq!(serde_json::from_str::<Answer>(&written).unwrap(), kept);
        assert_eq!(own.completeness(&Answers(vec![kept])).percent(), 100);
        assert_eq!(own.completeness(&Answers::default()).all().required_answered, 0);
    }

    #[test]
    fn a_question_that_changed_after_its_answer_is_to_be_looked_at_again_and_others_are_not() {
        let before = of(&format!("{YES_NO}, {HOW_MANY}"));
        let wider = YES_NO.replace(r#""no | No""#, r#""no | No", "unknown | Not known""#);
        let later = r#"{"key": "more", "kind": "text", "label": {"en": "More?"}}"#;
        let mut now = of(&format!("{later}, {wider}, {HOW_MANY}"));
        now.version = 2;
        let answers =
            Answers(vec![answer("had", QuestionKind::Choice, "yes", 1), answer("many", QuestionKind::Number, "3", 1)]);
        let earlier = BTreeMap::from([(1, before)]);
        let said = |answers: &Answers| {
            let all = answers.look_again(&now, &earlier);
            all.into_iter().map(|one| (one.question, one.changed)).collect::<Vec<_>>()
        };
        let new = ("more".to_owned(), vec![Changed::New]);
        assert_eq!(said(&answers), [new.clone(), ("had".to_owned(), vec![Changed::Choices])]);
        let mut looked = answers.clone();
        looked.0.push(Answer { version: 2, ..answer("had", QuestionKind::Choice, "yes", 2) });
        assert_eq!(said(&looked), [new]);
        assert!(said(&Answers::default()).is_empty(), "to whom nothing was asked before, nothing has changed");
    }

    #[test]
    fn a_choice_is_known_by_its_code_and_by_its_label_in_any_language() {
        let mut own = of(YES_NO);
        let question = &mut own.sections[0].questions[0];
        question.choices[0].label = Names::default().with(Lang::En, "Yes").with(Lang::Fa, "بله");
        assert_eq!(read(question, "بله").unwrap().unwrap(), Said::One(Scalar::of("yes", "yes")));
        assert_eq!(read(question, "perhaps"), Err("code-unknown".to_owned()));
    }
}
