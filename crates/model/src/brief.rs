//! An analysis brief: findings in their order with an introduction, issued as an exact text with frozen figures.
//!
//! Refuses findings that are not agreed, or that have changed since they were chosen; and a change once it is issued. A
//! finding's text is not copied: each reader reads the revision that is named, as its marking lets it.

use crate::card::Card;
use crate::id::{Id, Noun, RecordId};
use crate::lang::Lang;
use crate::problem::{Problem, Problems};
use crate::record::{Kind, Shared};
use crate::text;
use crate::time::Moment;
use crate::workspace::Question;
use serde::{Deserialize, Serialize};

/// Names one brief.
pub type BriefId = Id<Brief>;

impl Noun for Brief {
    const PREFIX: &'static str = "brf";
}

crate::codes! {
    /// Where a brief stands.
    pub enum BriefStatus {
        /// Being put together; its agency's alone.
        Draft = "draft",
        /// Shared with the participants; its text stands.
        Issued = "issued",
    }
}

/// A figure as it stood when the brief was issued: what every participant may know of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// What the view is called.
    pub name: String,
    /// What was asked; asking again computes anew.
    pub question: Question,
    /// When it was computed.
    pub as_of: Moment,
    /// Key of each row and its figure in base units.
    pub rows: Vec<(String, String)>,
    /// Everything together, each incident once.
    pub total: String,
}

/// One finding of a brief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The finding.
    pub record: RecordId,
    /// Its revision.
    pub revision: u32,
    /// The hash of that revision's text; blank until it is issued.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hash: String,
    /// Figures of the saved views it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
}

/// Findings put together for the participants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// Names it.
    pub id: BriefId,
    /// What it is called.
    pub title: String,
    /// What stands before the findings.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub introduction: String,
    /// The findings in their order.
    pub items: Vec<Item>,
    /// Where it stands.
    pub status: BriefStatus,
    /// When it was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<Moment>,
    /// The language of its texts.
    pub lang: Lang,
}

impl Shared for Brief {
    const KIND: Kind = Kind::Brief;

    fn card(&self) -> Card {
        Card {
            status: self.status.code().to_owned(),
            title: self.title.clone(),
            day: self.issued.map(Moment::day),
            ..Card::default()
        }
    }

    fn searched(&self) -> String {
        format!("{} {}", self.title, self.introduction)
    }
}

/// A brief as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BriefDraft {
    /// Title.
    pub title: String,
    /// Introduction.
    pub introduction: String,
    /// Findings that were chosen, `identifier:revision`.
    pub findings: Vec<String>,
    /// Their order, as numbers by place among what was offered: `identifier:number`.
    pub order: Vec<String>,
    /// Language tag.
    pub lang: String,
}

impl BriefDraft {
    /// The draft that would read back as `brief`.
    pub fn of(brief: &Brief) -> Self {
        let name = |item: &Item| format!("{}:{}", item.record, item.revision);
        Self {
            title: brief.title.clone(),
            introduction: brief.introduction.clone(),
            findings: brief.items.iter().map(name).collect(),
            order: Vec::new(),
            lang: brief.lang.tag().to_owned(),
        }
    }

    /// The brief, not yet issued, or all its problems.
    pub fn check(&self, id: BriefId, lang: Lang) -> Result<Brief, Problems> {
        let mut problems = Problems::none();
        let title = problems.keep(text::required("title", &self.title, 200)).unwrap_or_default();
        let introduction = problems.keep(text::read("introduction", &self.introduction, 8000)).unwrap_or_default();
        let mut items: Vec<Item> = Vec::new();
        for typed in self.findings.iter().map(|typed| typed.trim()).filter(|typed| !typed.is_empty()) {
            match read_item(typed) {
                Some(item) if items.iter().any(|other| other.record == item.record) => {}
                Some(item) => items.push(item),
                None => problems.add(Problem::new("findings", "record-unknown").with("text", typed)),
            }
        }
        if items.is_empty() && problems.of("findings").next().is_none() {
            problems.add(Problem::new("findings", "required"));
        }
        items.sort_by_key(|item| self.place(&item.record));
        let lang = Lang::parse(self.lang.trim()).unwrap_or(lang);
        problems.or(Some(Brief { id, title, introduction, items, status: BriefStatus::Draft, issued: None, lang }))
    }

    /// The number its writer gave a finding; those without one come last, in the order in which they were offered.
    fn place(&self, record: &RecordId) -> u32 {
        let number = |typed: &String| {
            let (id, number) = typed.split_once(':')?;
            (id == record.as_str()).then(|| number.trim().parse().ok()).flatten()
        };
        self.order.iter().find_map(number).unwrap_or(u32::MAX)
    }
}

fn read_item(typed: &str) -> Option<Item> {
    let (id, revision) = typed.split_once(':')?;
    let (record, revision) = (id.parse().ok()?, revision.parse().ok()?);
    Some(Item { record, revision, hash: String::new(), figures: Vec::new() })
}
