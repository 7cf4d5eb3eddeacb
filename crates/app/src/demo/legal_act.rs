//! Invented law of the demonstration: acts with entries, verdicts of experts, one of them challenged.
//!
//! Refuses to pass for law: every title says that it is an example.

use crate::cx::Cx;
use crate::error::Result;
use crate::record::header;
use model::agency::{Agency, AgencyKind};
use model::catalogue::ShippedAct;
use model::control_entry::{ControlEntry, ControlEntryDraft, ThresholdDraft};
use model::determination::{Determination, DeterminationDraft};
use model::id::{Id, Noun};
use model::lang::Lang;
use model::legal_act::{ActLink, Law, LegalAct, LegalActDraft};
use model::member::Role;
use model::names::Names;
use model::operation::Operation;
use model::record::{Header, Kind, Record};
use model::time::Day;
use store::Tx;

/// Whose records, where they are written.
struct Desk<'a> {
    cx: &'a Cx,
    operation: &'a Operation,
    agencies: &'a [Agency],
}

impl Desk<'_> {
    /// The header of a record written by an agency of a country on a day of the background stage.
    fn header<N: Noun>(&self, id: Id<N>, kind: Kind, country: &str, lang: Lang, day: &str) -> Header {
        let wanted = if kind == Kind::Determination { AgencyKind::ForensicLaboratory } else { AgencyKind::DrugPolice };
        let own = |agency: &&Agency| agency.participant.as_str() == country;
        let agency = self.agencies.iter().filter(own).max_by_key(|agency| agency.kind == wanted);
        let mut header = header(self.cx, self.operation, id, kind, self.operation.marking.clone(), Some(lang));
        if let Some(agency) = agency {
            (header.owner, header.agency) = (agency.participant.clone(), agency.id);
        }
        header.author_role = if kind == Kind::Determination { Role::Chemist } else { Role::ContactPoint };
        let at = day.parse::<Day>().map_or(header.created, |day| day.start().plus_seconds(8 * 3600));
        (header.created, header.changed) = (at, at);
        header
    }
}

/// An act as one country brings it in: country, language of the record, title and its language, translation, number, days.
type ActLine = (&'static str, Lang, &'static str, &'static str, &'static str, &'static str, [&'static str; 2]);

const ACTS: [ActLine; 3] = [
    (
        "KZ",
        Lang::Ru,
        "О внесении изменений в список (пример для демонстрации)",
        "ru",
        "Amendment of the list (example for demonstration)",
        "D-1",
        ["15.03.2021", "2021-04-01"],
    ),
    (
        "KG",
        Lang::Ru,
        "Баңги каражаттарынын тизмесин толуктоо (мисал)",
        "ky",
        "Addition to the list of narcotic drugs (example for demonstration)",
        "D-2",
        ["2021-05-20", "2021-06-05"],
    ),
    (
        "UZ",
        Lang::En,
        "Roʻyxatga oʻzgartirish kiritish (namuna)",
        "uz",
        "Change of the list (example for demonstration)",
        "D-3",
        ["2021-02-10", ""],
    ),
];

/// An entry: place of its act above, list, number, name, first day, day on which it was seen.
const ENTRIES: [(usize, &str, &str, &str, &str, &str); 7] = [
    (0, "I", "101", "Мефедрон", "2021-04-01", ""),
    (0, "I", "102", "MDMB-4en-PINACA", "2021-04-01", ""),
    (0, "I", "103", "Вещество D-103 (как в акте)", "2021-04-01", ""),
    (1, "1", "12", "alpha-PVP", "2021-06-05", ""),
    (1, "1", "13", "4F-MDMB-BINACA", "2021-06-05", ""),
    (2, "I", "7", "Mephedrone", "", "2021-07-15"),
    (2, "I", "8", "MDPV", "", "2021-07-15"),
];

/// Puts acts, entries and verdicts.
pub(super) async fn put(cx: &Cx, tx: &mut Tx, operation: &Operation, agencies: &[Agency]) -> Result<()> {
    let desk = Desk { cx, operation, agencies };
    let known: Vec<ActLink> = ShippedAct::all().iter().map(ShippedAct::link).collect();
    let acts = put_acts(&desk, tx, &known).await?;
    put_entries(&desk, tx, &acts).await?;
    put_verdicts(&desk, tx, &known).await
}

async fn put_acts(desk: &Desk<'_>, tx: &mut Tx, known: &[ActLink]) -> Result<Vec<LegalAct>> {
    let mut acts = Vec::new();
    for (country, lang, title, title_lang, english, number, [adopted, from]) in ACTS {
        let draft = LegalActDraft {
            jurisdiction: country.to_owned(),
            title: title.to_owned(),
            title_lang: title_lang.to_owned(),
            titles: Names::default().with(Lang::En, english),
            number: number.to_owned(),
            act_kind: "resolution".to_owned(),
            adopted: adopted.to_owned(),
            in_force_from: from.to_owned(),
            amends: if country == "KZ" { vec!["kz-470-2019".to_owned()] } else { Vec::new() },
            retrieved: "2021-07-20".to_owned(),
            holds_list: true,
            unknown: if from.is_empty() { "The day in force was not printed.".to_owned() } else { String::new() },
            ..LegalActDraft::default()
        };
        let act = draft.check(desk.cx.mint(), Law { acts: known, today: desk.cx.now().day() })?;
        let header = desk.header(act.id, Kind::LegalAct, country, lang, "2021-07-21");
        let mut record = Record { header, content: act };
        tx.put_shared(&mut record, None).await?;
        acts.push(record.content);
    }
    Ok(acts)
}

async fn put_entries(desk: &Desk<'_>, tx: &mut Tx, acts: &[LegalAct]) -> Result<()> {
    let threshold = |name: &str, value: &str, basis: &str| ThresholdDraft {
        name: name.to_owned(),
        value: value.to_owned(),
        unit: "g".to_owned(),
        basis: basis.to_owned(),
    };
    for (place, list, number, name, from, seen) in ENTRIES {
        let Some(act) = acts.get(place) else { continue };
        let thresholds = vec![threshold("значительный", "0.2", "bulk"), threshold("крупный", "2.5", "dry-residue")];
        let draft = ControlEntryDraft {
            act: act.id.to_string(),
            list: list.to_owned(),
            number: number.to_owned(),
            name: name.to_owned(),
            not_in_catalogue: number == "103",
            salts: "yes".to_owned(),
            from: from.to_owned(),
            seen: seen.to_owned(),
            thresholds: if number == "101" { thresholds } else { Vec::new() },
            ..ControlEntryDraft::default()
        };
        let entry: ControlEntry = draft.check(desk.cx.mint(), &[], desk.cx.now().day())?;
        let header = desk.header(entry.id, Kind::ControlEntry, act.jurisdiction.as_str(), Lang::Ru, "2021-07-22");
        tx.put_shared(&mut Record { header, content: entry }, None).await?;
    }
    Ok(())
}

async fn put_verdicts(desk: &Desk<'_>, tx: &mut Tx, known: &[ActLink]) -> Result<()> {
    let draft = |whose: &str, act: &str, rule: &str, verdict: &str, reasoning: &str| DeterminationDraft {
        substance: "adb-butinaca".to_owned(),
        jurisdiction: whose.to_owned(),
        act: act.to_owned(),
        rule: rule.to_owned(),
        from: "2021-06-01".to_owned(),
        verdict: verdict.to_owned(),
        reasoning: reasoning.to_owned(),
        ..DeterminationDraft::default()
    };
    let (russian, note) = ("ru-1178-2012", "Примечание 6");
    let first = draft(
        "RU",
        russian,
        note,
        "covered",
        "Замещение в углеродной цепи; число атомов углерода не больше, чем в исходном веществе. (Пример)",
    );
    let first = put_verdict(desk, tx, known, "RU", &first, None, "2021-07-25").await?;
    let challenge = DeterminationDraft {
        challenges: first.id.to_string(),
        ..draft("RU", russian, note, "undetermined", "Не ясно, какое вещество списка считать исходным. (Пример)")
    };
    put_verdict(desk, tx, known, "KZ", &challenge, Some(&first), "2021-08-03").await?;
    let own =
        draft("KZ", "kz-470-2019", "list of substituents", "covered", "The substituent stands in the list. (Example)");
    put_verdict(desk, tx, known, "KZ", &own, None, "2021-08-04").await?;
    Ok(())
}

async fn put_verdict(
    desk: &Desk<'_>,
    tx: &mut Tx,
    known: &[ActLink],
    country: &str,
    draft: &DeterminationDraft,
    challenged: Option<&Determination>,
    day: &str,
) -> Result<Determination> {
    let verdict = draft.check(desk.cx.mint(), known, challenged)?;
    let header = desk.header(verdict.id, Kind::Determination, country, Lang::Ru, day);
    let mut record = Record { header, content: verdict };
    tx.put_shared(&mut record, None).await?;
    Ok(record.content)
}
