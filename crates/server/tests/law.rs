//! Records of law for those who walk every address.

use crate::world::{Ask, CODE, World};
use crate::writes::{flat, pairs};
use model::control_entry::ControlEntryDraft;
use model::determination::DeterminationDraft;
use model::legal_act::LegalActDraft;

/// One record of each noun, made by Kazakhstan's officer.
pub struct Made {
    pub act: String,
    pub entry: String,
    pub determination: String,
}

/// An act that nothing is wrong with.
pub fn act() -> LegalActDraft {
    LegalActDraft {
        jurisdiction: "KZ".to_owned(),
        title: "List of controlled substances".to_owned(),
        adopted: "2019-07-03".to_owned(),
        in_force_from: "2019-07-20".to_owned(),
        holds_list: true,
        ..LegalActDraft::default()
    }
}

/// An entry of an act that nothing is wrong with.
pub fn entry(act: &str) -> ControlEntryDraft {
    ControlEntryDraft {
        act: act.to_owned(),
        list: "I".to_owned(),
        name: "Mephedrone".to_owned(),
        from: "2019-07-20".to_owned(),
        ..ControlEntryDraft::default()
    }
}

/// A verdict that nothing is wrong with.
pub fn determination() -> DeterminationDraft {
    DeterminationDraft {
        substance: "adb-butinaca".to_owned(),
        jurisdiction: "KZ".to_owned(),
        rule: "list of substituents".to_owned(),
        from: "2021-10-01".to_owned(),
        verdict: "covered".to_owned(),
        reasoning: "Compared with the listed parent.".to_owned(),
        ..DeterminationDraft::default()
    }
}

impl Made {
    pub async fn of(world: &World) -> Made {
        let officer = world.by("kz-officer").await;
        let act = app::legal_act::create(&officer, CODE, &act()).await.unwrap().header.id.to_string();
        let entry = app::control_entry::create(&officer, CODE, &entry(&act)).await.unwrap().header.id.to_string();
        let determination = app::determination::create(&officer, CODE, &determination()).await.unwrap().header.id;
        Made { act, entry, determination: determination.to_string() }
    }

    /// What stands for `{id}` in an address of law.
    pub fn id(&self, path: &str) -> Option<String> {
        let own =
            [("legal-acts", &self.act), ("control-entries", &self.entry), ("determinations", &self.determination)];
        own.into_iter().find(|(noun, _)| path.contains(&format!("{noun}/{{id}}"))).map(|(_, id)| id.clone())
    }
}

/// What makes an address of law write.
pub async fn drive(world: &World, made: &Made, path: &str, address: &str) -> Option<Ask> {
    let officer = world.cookie("kz-officer").await;
    let ask = Ask::new("POST", address).cookie(&officer);
    let new_entry = ControlEntryDraft { name: "MDPV".to_owned(), ..entry(&made.act) };
    let fields = match path {
        "/operations/{code}/legal-acts/new" | "/legal-acts/{id}/amend" => flat(&act()),
        "/operations/{code}/control-entries/new" => flat(&new_entry),
        "/control-entries/{id}/amend" => flat(&entry(&made.act)),
        "/operations/{code}/determinations/new" | "/determinations/{id}/amend" => flat(&determination()),
        "/legal-acts/{id}/retract" | "/control-entries/{id}/retract" | "/determinations/{id}/retract" => {
            return Some(ask.form(&[("base", "1"), ("reason", "Typed twice")]));
        }
        "/legal-acts/{id}/import" => {
            let fields = [("action", "keep"), ("mapping.name", "name"), ("mapping.list", "list")];
            return Some(ask.file_in("file", "list.csv", b"list,name\nI,MDPV\n", &fields));
        }
        _ => return None,
    };
    let mut fields = fields;
    fields.push(("base".to_owned(), "1".to_owned()));
    Some(ask.form(&pairs(&fields)))
}
