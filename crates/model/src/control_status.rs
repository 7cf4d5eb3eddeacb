//! Whether a substance is controlled: a function of substance, jurisdiction, day and form, never an attribute.
//!
//! Refuses to say "not covered" where the list of the jurisdiction is not known to be whole on that day: that is "not
//! determined". Refuses to compute what a structural rule reaches; experts say so, and where they differ all are shown.

mod book;

pub use book::{KnownAct, KnownEntry, LawBook};

use crate::catalogue::{Substance, SubstanceKind};
use crate::control_entry::Reaches;
use crate::determination::{Opinion, Verdict};
use crate::fold::fold;
use crate::jurisdiction::Jurisdiction;
use crate::quantity::{Decimal, DecimalMark, read_decimal};
use crate::time::Day;
use book::{Hold, Shelf};

crate::codes! {
    /// In which form a substance is asked about.
    pub enum Form {
        /// The base or acid itself.
        Base = "base",
        /// A salt of it.
        Salt = "salt",
        /// A preparation that contains it.
        Preparation = "preparation",
    }
}

crate::codes! {
    /// The answer.
    pub enum ControlStatus {
        /// An entry names it.
        Listed = "listed",
        /// A rule reaches it.
        Covered = "covered",
        /// The whole list is known on that day, and nothing in it reaches the substance.
        NotCovered = "not-covered",
        /// It cannot be said from what is known here.
        NotDetermined = "not-determined",
    }
}

crate::codes! {
    /// Why: one reason of an answer.
    pub enum Why {
        /// The entry holds on that day.
        Holds = "holds",
        /// The entry was seen in the list on an earlier day, and no end is known.
        WasSeen = "was-seen",
        /// An entry of a rule holds, and it names the substance.
        RuleNames = "rule-names",
        /// An expert says that the rule reaches it.
        SaysCovered = "says-covered",
        /// An expert says that it does not.
        SaysNotCovered = "says-not-covered",
        /// An expert cannot say.
        SaysUndetermined = "says-undetermined",
        /// The entry comes into force later.
        NotYet = "not-yet",
        /// The entry had ended.
        Ended = "ended",
        /// It is not known from when the entry holds.
        DayNotKnown = "day-not-known",
        /// The entry does not reach salts.
        SaltsExcluded = "salts-excluded",
        /// It is not known whether the entry reaches salts.
        SaltsNotSaid = "salts-not-said",
        /// The preparation holds no more than the entry allows.
        PreparationExempt = "preparation-exempt",
        /// The entry has a limit for preparations, and the content is not given.
        ContentNotGiven = "content-not-given",
        /// A rule holds, nothing computes what it reaches, and no expert has said.
        RuleNotApplied = "rule-not-applied",
        /// The whole list is known up to a day.
        ListWhole = "list-whole",
        /// No act says that the list recorded here is whole on that day.
        ListNotWhole = "list-not-whole",
        /// No act of the jurisdiction is known here.
        NoAct = "no-act",
        /// It is a class as reports name it, not one substance.
        NoIdentity = "no-identity",
        /// It is known by a name in an act only; another list may hold it under other words.
        ByNameOnly = "by-name-only",
    }
}

/// What structural computation says of a rule and a substance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Structural {
    /// Nothing computes it.
    NoComputation,
}

/// Whether the structure of a substance falls under a rule: the place of a computation that is not made yet.
pub const fn structural(_rule: &KnownEntry, _substance: &str) -> Structural {
    Structural::NoComputation
}

/// Under which a name that an act lists and the catalogue does not hold is looked up: as folded, apart from every key.
pub fn written_key(name: &str) -> String {
    format!("{WRITTEN}{}", fold(name))
}

/// Whether a key stands for a name as an act writes it.
pub fn is_written(key: &str) -> bool {
    key.starts_with(WRITTEN)
}

/// Stands in no key of the catalogue.
const WRITTEN: char = '~';

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Key of the substance, or [`written_key`] of a name that the catalogue does not hold.
    pub substance: &'a str,
    /// Under whose law.
    pub jurisdiction: &'a Jurisdiction,
    /// On which day: that of the event.
    pub day: Day,
    /// In which form.
    pub form: Form,
    /// The content of a preparation in per cent by mass, where given.
    pub content: Option<Decimal>,
}

/// One reason, with what it rests on.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// Why.
    pub why: Why,
    /// The act.
    pub act: Option<&'a KnownAct>,
    /// The entry.
    pub entry: Option<&'a KnownEntry>,
    /// The verdict.
    pub opinion: Option<&'a Opinion>,
    /// The day that matters: of coming into force, of the end, of being whole.
    pub day: Option<Day>,
}

impl<'a> Ground<'a> {
    const fn plain(why: Why) -> Self {
        Self { why, act: None, entry: None, opinion: None, day: None }
    }

    const fn of(why: Why, entry: &'a KnownEntry, act: &'a KnownAct, day: Option<Day>) -> Self {
        Self { why, act: Some(act), entry: Some(entry), opinion: None, day }
    }
}

/// The answer with everything it rests on.
#[derive(Debug, Clone)]
pub struct Answer<'a> {
    /// The answer.
    pub status: ControlStatus,
    /// What it rests on, what decides first.
    pub grounds: Vec<Ground<'a>>,
    /// Verdicts of experts on the substance, the one that counts first.
    pub opinions: Vec<&'a Opinion>,
}

impl Answer<'_> {
    /// Whether experts, or an expert and a list, say different things.
    pub fn differ(&self) -> bool {
        let first = self.opinions.first().map(|opinion| opinion.determination.verdict);
        let against_list = self.status == ControlStatus::Listed && first == Some(Verdict::NotCovered);
        against_list || self.opinions.iter().any(|opinion| Some(opinion.determination.verdict) != first)
    }
}

/// The status of a substance under a jurisdiction and its country, on a day, in a form.
pub fn status<'a>(book: &'a LawBook, asked: &Asked<'_>) -> Answer<'a> {
    let mut answer = Answer { status: ControlStatus::NotDetermined, grounds: Vec::new(), opinions: Vec::new() };
    if Substance::by_key(asked.substance).is_some_and(|substance| substance.kind == SubstanceKind::Class) {
        answer.grounds.push(Ground::plain(Why::NoIdentity));
        return answer;
    }
    let mut found = Found::default();
    for jurisdiction in asked.jurisdiction.chain() {
        let Some(shelf) = book.shelf(&jurisdiction) else {
            // A part of a country need not have a law of its own.
            found.blocked |= !asked.jurisdiction.is_part() || !jurisdiction.is_part();
            continue;
        };
        found.any = true;
        ask_entries(book, shelf, asked, &mut answer, &mut found);
        ask_experts(shelf, asked, &mut answer, &mut found);
        ask_rules(book, shelf, asked, &mut answer, &mut found);
        ask_whole(book, shelf, asked, &jurisdiction, &mut answer, &mut found);
    }
    if !found.any {
        answer.grounds.push(Ground::plain(Why::NoAct));
    }
    if is_written(asked.substance) {
        found.blocked = true;
        answer.grounds.push(Ground::plain(Why::ByNameOnly));
    }
    answer.status = found.status();
    answer.grounds.sort_by_key(|ground| ground.why);
    answer
}

/// What was found on the way.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "four independent facts, read together in one place")]
struct Found {
    any: bool,
    listed: bool,
    covered: bool,
    /// Something keeps "not covered" from being said.
    blocked: bool,
}

impl Found {
    const fn status(&self) -> ControlStatus {
        match (self.listed, self.covered, self.any && !self.blocked) {
            (true, ..) => ControlStatus::Listed,
            (_, true, _) => ControlStatus::Covered,
            (_, _, true) => ControlStatus::NotCovered,
            _ => ControlStatus::NotDetermined,
        }
    }
}

fn ask_entries<'a>(book: &'a LawBook, shelf: &'a Shelf, asked: &Asked<'_>, answer: &mut Answer<'a>, found: &mut Found) {
    for (entry, act) in book.entries(shelf, asked.substance) {
        let (why, day) = match entry.hold(act, asked.day) {
            Hold::Holds(from) => (reach(entry, asked).unwrap_or(Why::Holds), Some(from)),
            Hold::Seen(seen) => (reach(entry, asked).unwrap_or(Why::WasSeen), Some(seen)),
            Hold::NotYet(from) => (Why::NotYet, Some(from)),
            Hold::Ended(to) => (Why::Ended, Some(to)),
            Hold::NotKnown => (Why::DayNotKnown, entry.seen),
        };
        let names = entry.technique.names_its_substance();
        let reached = matches!(why, Why::Holds | Why::WasSeen);
        found.listed |= reached && names;
        found.covered |= reached && !names;
        found.blocked |= matches!(why, Why::DayNotKnown | Why::SaltsNotSaid | Why::ContentNotGiven);
        let why = if reached && !names { Why::RuleNames } else { why };
        answer.grounds.push(Ground::of(why, entry, act, day));
    }
}

/// Why an entry that holds does not reach the form that is asked about; `None` where it does.
fn reach(entry: &KnownEntry, asked: &Asked<'_>) -> Option<Why> {
    match (asked.form, entry.salts) {
        (Form::Salt, Reaches::No) => Some(Why::SaltsExcluded),
        (Form::Salt, Reaches::NotSaid) => Some(Why::SaltsNotSaid),
        (Form::Preparation, _) if !entry.preparation_limit.is_empty() => match asked.content {
            None => Some(Why::ContentNotGiven),
            Some(content) => is_within(content, &entry.preparation_limit).then_some(Why::PreparationExempt),
        },
        _ => None,
    }
}

/// Whether an exact number is at most another one, written with a point.
fn is_within(content: Decimal, limit: &str) -> bool {
    let Ok(limit) = read_decimal("", limit, DecimalMark::Point) else { return false };
    let scale = content.scale.max(limit.scale);
    let at = |number: Decimal| number.digits.checked_mul(10_i128.checked_pow(scale - number.scale)?);
    at(content).zip(at(limit)).is_some_and(|(content, limit)| content <= limit)
}

fn ask_experts<'a>(shelf: &'a Shelf, asked: &Asked<'_>, answer: &mut Answer<'a>, found: &mut Found) {
    let opinions: Vec<&Opinion> = shelf.opinions(asked.substance).filter(|opinion| opinion.from <= asked.day).collect();
    if let Some(counts) = opinions.first() {
        let why = match counts.determination.verdict {
            Verdict::Covered => Why::SaysCovered,
            Verdict::NotCovered => Why::SaysNotCovered,
            Verdict::Undetermined => Why::SaysUndetermined,
        };
        found.covered |= why == Why::SaysCovered;
        found.blocked |= why == Why::SaysUndetermined;
        answer.grounds.push(Ground { opinion: Some(counts), day: Some(counts.from), ..Ground::plain(why) });
    }
    answer.opinions.extend(opinions);
}

/// Rules that hold and that nobody has applied keep "not covered" from being said.
fn ask_rules<'a>(book: &'a LawBook, shelf: &'a Shelf, asked: &Asked<'_>, answer: &mut Answer<'a>, found: &mut Found) {
    let is_said = answer.grounds.iter().any(|ground| matches!(ground.why, Why::SaysCovered | Why::SaysNotCovered));
    if is_said {
        return;
    }
    for (rule, act) in book.rules(shelf) {
        let day = match rule.hold(act, asked.day) {
            Hold::Holds(day) | Hold::Seen(day) => Some(day),
            Hold::NotKnown => None,
            Hold::NotYet(_) | Hold::Ended(_) => continue,
        };
        match structural(rule, asked.substance) {
            Structural::NoComputation => answer.grounds.push(Ground::of(Why::RuleNotApplied, rule, act, day)),
        }
        found.blocked = true;
    }
}

/// Whether the list of the jurisdiction is known to be whole on the day: every act that holds a list then says so.
fn ask_whole<'a>(
    book: &'a LawBook,
    shelf: &'a Shelf,
    asked: &Asked<'_>,
    jurisdiction: &Jurisdiction,
    answer: &mut Answer<'a>,
    found: &mut Found,
) {
    let lists: Vec<&KnownAct> = book.acts(shelf).filter(|act| act.may_hold_list(asked.day)).collect();
    let whole = |act: &&&KnownAct| act.is_whole(asked.day);
    let ground = |why, act: Option<&'a KnownAct>| {
        let day = act.and_then(|act| act.complete_as_of);
        Ground { act, day, ..Ground::plain(why) }
    };
    match lists.iter().find(|act| !act.is_whole(asked.day)) {
        None if !lists.is_empty() => {
            answer.grounds.extend(lists.iter().filter(whole).map(|act| ground(Why::ListWhole, Some(act))));
        }
        None if jurisdiction.is_part() => {}
        open => {
            found.blocked = true;
            answer.grounds.push(ground(Why::ListNotWhole, open.copied()));
        }
    }
}

#[cfg(test)]
mod tests;
