//! The demonstration's questionnaire: two countries have released their answers, one has answered half of it.
//!
//! Refuses to be read as fact: every answer is invented, as every page of a demonstration says.

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::record::{self, find_shared};
use crate::submission::{self, Mine};
use model::agency::Agency;
use model::id::RecordId;
use model::lang::Lang;
use model::member::Role;
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::questionnaire::{Questionnaire, QuestionnaireId};
use model::record::{Header, Kind, Record};
use model::submission::{Answer, AnswerDraft, Answers};
use model::time::{Day, Moment};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use store::Tx;

/// Sends the standard questionnaire out in the background stage and lets three countries answer.
pub(super) async fn put(cx: &Cx, tx: &mut Tx, operation: &Operation, agencies: &[Agency]) -> Result<()> {
    let draft = crate::questionnaire::standard()?;
    let id: QuestionnaireId = cx.mint();
    let sent = draft.check(id, None)?.sent("2021-08-31", day(7, 13)?)?;
    let of = |code: &str, kind: &str| {
        let own = |agency: &&Agency| agency.participant.as_str() == code && agency.kind.code() == kind;
        agencies.iter().find(own).or_else(|| agencies.iter().find(|agency| agency.participant.as_str() == code))
    };
    let Some(centre) = of("CARICC", "centre") else { return Ok(()) };
    let own = record::header(cx, operation, id, Kind::Questionnaire, operation.marking.clone(), Some(Lang::En));
    let header = by(own, centre, Role::Coordinator, at(7, 14)?);
    let mut questionnaire = Record { header, content: sent };
    tx.put_shared(&mut questionnaire, None).await?;
    for (code, lang, released, answers) in answers() {
        let Some((laboratory, police)) = of(code, "forensic-laboratory").zip(of(code, "drug-police")) else { continue };
        let participant = ParticipantCode::country(code);
        let given = given(cx, &questionnaire.content, &answers, [laboratory, police])?;
        tx.add_answers(id, &participant, &given).await?;
        if !released {
            tx.put_reminder(id, &participant, at(9, 6)?).await?;
            continue;
        }
        let header = by(
            record::header(cx, operation, id, Kind::Submission, operation.marking.clone(), Some(lang)),
            police,
            Role::ContactPoint,
            at(8, 30)?,
        );
        release(cx, tx, (&questionnaire.header.id, header), Answers(given)).await?;
    }
    Ok(())
}

fn day(month: i8, date: i8) -> Result<Day> {
    Day::of(2021, month, date).ok_or(Error::NotFound)
}

fn at(month: i8, date: i8) -> Result<Moment> {
    Ok(day(month, date)?.start().plus_seconds(8 * 3600))
}

/// The header as its author would have written it then.
fn by(header: Header, agency: &Agency, role: Role, at: Moment) -> Header {
    let owner = agency.participant.clone();
    Header { owner, agency: agency.id, author_role: role, created: at, changed: at, ..header }
}

fn given(
    cx: &Cx,
    questionnaire: &Questionnaire,
    answers: &Value,
    [laboratory, police]: [&Agency; 2],
) -> Result<Vec<Answer>> {
    let broken = |error: serde_json::Error| Error::Broken(Box::new(error));
    let drafts: BTreeMap<String, AnswerDraft> = serde_json::from_value(answers.clone()).map_err(broken)?;
    let mut mint = || submission::row_id(cx.mint());
    let mut given = Vec::new();
    for (place, question) in questionnaire.questions().enumerate() {
        let Some(draft) = drafts.get(&question.key) else { continue };
        let is_analytical =
            ["substances-detected", "laboratories", "techniques", "needs"].contains(&question.key.as_str());
        let (agency, role) = if is_analytical { (laboratory, Role::Chemist) } else { (police, Role::Officer) };
        given.push(Answer {
            question: question.key.clone(),
            kind: question.kind,
            said: draft.read(question, None, &mut mint)?,
            revision: 1,
            version: questionnaire.version,
            agency: agency.id,
            role,
            changed: at(8, 16)?.plus_seconds(i64::try_from(place).unwrap_or_default() * 5400),
        });
    }
    Ok(given)
}

async fn release(cx: &Cx, tx: &mut Tx, (id, header): (&RecordId, Header), answers: Answers) -> Result<()> {
    let found = find_shared(cx, tx, id).await?;
    let mine = Mine { found, answers, released: None, reminded: None, earlier: BTreeMap::new() };
    let content = submission::submission(cx, &mine, String::new());
    let key = format!("submission:{}", content.questionnaire);
    let header = Header { id: content.id.into(), ..header };
    let header = Header { provenance: model::record::Provenance { key, ..header.provenance.clone() }, ..header };
    submission::enter(cx, tx, &mine, &header, &content).await?;
    tx.put_shared(&mut Record { header, content }, None).await?;
    Ok(())
}

/// Who answered, in which language, whether it has released, and what.
fn answers() -> [(&'static str, Lang, bool, Value); 3] {
    [("RU", Lang::Ru, true, russian()), ("IR", Lang::Fa, true, persian()), ("KZ", Lang::Ru, false, half())]
}

fn russian() -> Value {
    json!({
        "new-laws": { "rows": [
            { "cells": { "title": "О внесении изменений в перечень наркотических средств", "title-en": "On amending the list of narcotic drugs", "act-kind": "resolution", "number": "Н-114", "issuer": "Правительство", "adopted": "2021-04-12", "in-force": "2021-04-22", "about": "Включены четыре синтетических катинона" } },
            { "cells": { "title": "О порядке учёта прекурсоров", "title-en": "On the registration of precursors", "act-kind": "order", "number": "Н-27", "adopted": "2021-02-01" } },
        ] },
        "law-planned": { "value": "yes" },
        "law-planned-what": { "value": "Дополнение перечня нитазенами, до конца года" },
        "substances-detected": { "rows": [
            { "cells": { "substance": "Мефедрон", "date": "2021-03-18", "laboratory": "Экспертно-криминалистический центр", "method": "gc-ms", "level": "swgdrug-satisfied", "form": "crystals", "context": "seizure", "first": "no" } },
            { "cells": { "substance": "Изотонитазен", "date": "2021-06-02", "laboratory": "Экспертно-криминалистический центр", "method": "lc-ms", "level": "swgdrug-satisfied", "form": "powder", "context": "clinical", "first": "yes" } },
        ] },
        "seizures": { "rows": [
            { "cells": { "substance": "Мефедрон", "count": "212", "quantity": "348,6", "unit": "kg" } },
            { "cells": { "substance": "альфа-PVP", "count": "164", "quantity": "97,25", "unit": "kg" } },
        ] },
        "trends": { "value": "Сбыт через тайники и интернет-площадки растёт, цены снижаются." },
        "channels": { "values": ["post", "inland"] },
        "routes": { "rows": [{ "cells": { "substance": "Прекурсоры катинонов", "origin": "Китай", "transit": "Казахстан", "destination": "Россия", "means": "Автотранспорт" } }] },
        "laboratories": { "value": "14" },
        "techniques": { "values": ["gc-ms", "lc-ms", "hrms", "ftir", "nmr"] },
        "needs": { "values": ["reference-standard"] },
        "needs-what": { "value": "Стандартные образцы нитазенов" },
    })
}

fn persian() -> Value {
    json!({
        "new-laws": { "none": true },
        "law-planned": { "value": "yes" },
        "law-planned-what": { "value": "افزودن کاتینون‌های صنعتی به فهرست مواد روان‌گردان" },
        "substances-detected": { "rows": [
            { "cells": { "substance": "متامفتامین", "date": "1399/11/05", "laboratory": "آزمایشگاه مرکزی پزشکی قانونی", "method": "gc-ms-ftir", "level": "swgdrug-satisfied", "form": "crystals", "context": "seizure", "first": "no" } },
            { "cells": { "substance": "کتامین", "date": "1400/02/20", "laboratory": "آزمایشگاه مرکزی پزشکی قانونی", "method": "gc-ms", "level": "tentative", "form": "liquid", "context": "seizure", "first": "unknown" } },
        ] },
        "seizures": { "rows": [{ "cells": { "substance": "متامفتامین", "quantity": "8420.5", "unit": "kg" } }] },
        "trends": { "value": "حجم متامفتامین محلول در مسیرهای جنوبی افزایش یافته است." },
        "channels": { "values": ["road", "sea"] },
        "routes": { "rows": [{ "cells": { "substance": "متامفتامین", "origin": "افغانستان", "transit": "ایران", "destination": "ترکیه", "means": "جاده‌ای" } }] },
        "laboratories": { "value": "6" },
        "techniques": { "values": ["gc-ms", "ftir", "raman", "colour"] },
        "needs": { "values": ["reference-standard", "training"] },
    })
}

fn half() -> Value {
    json!({
        "new-laws": { "rows": [{ "cells": { "title": "О внесении дополнений в список наркотических средств", "act-kind": "resolution", "adopted": "2021-01-27", "in-force": "2021-02-10" } }] },
        "law-planned": { "value": "unknown" },
        "trends": { "value": "Рост посылок с синтетическими катинонами." },
        "channels": { "values": ["post", "rail"] },
    })
}
