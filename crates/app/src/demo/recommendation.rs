//! The demonstration's recommendations: what the edition before recommended and what became of it, and what the planning
//! meeting asks for.
//!
//! Refuses to be read as fact: texts and reports are invented, as every page of a demonstration says.

use crate::cx::Cx;
use crate::error::Result;
use crate::record;
use model::agency::Agency;
use model::id::RecordId;
use model::lang::Lang;
use model::member::Role;
use model::names::Names;
use model::operation::Operation;
use model::progress::{ProgressDraft, ProgressId};
use model::recommendation::{RecommendationDraft, RecommendationId};
use model::record::{Header, Kind, Record};
use model::time::{Day, Moment};
use store::Tx;

/// A recommendation: texts, category, priority, due day, addressees (none for all), and what they reported.
struct Line {
    texts: [&'static str; 3],
    category: &'static str,
    priority: &'static str,
    due: &'static str,
    to: &'static [&'static str],
    reports: &'static [(&'static str, &'static str, &'static str, &'static str)],
}

/// What 2019 recommended: participant, standing, day and words of each report.
const EARLIER: [Line; 3] = [
    Line {
        texts: [
            "Send reference spectra of every new substance to the other laboratories within 30 days.",
            "Направлять эталонные спектры каждого нового вещества в другие лаборатории в течение 30 дней.",
            "طیف مرجع هر مادهٔ جدید را ظرف ۳۰ روز برای دیگر آزمایشگاه‌ها بفرستید.",
        ],
        category: "forensic",
        priority: "high",
        due: "2021-06-30",
        to: &["KZ", "RU", "IR", "UZ"],
        reports: &[
            ("KZ", "accepted", "2020-12-10", "Принято, порядок готовится."),
            ("KZ", "done", "2021-05-20", "Порядок действует; направлены спектры шести веществ."),
            ("RU", "done", "2021-04-15", "Спектры направляются через библиотеку центра."),
            ("IR", "in-progress", "2021-08-02", "توافق آزمایشگاه‌ها گرفته شده، ارسال از پاییز آغاز می‌شود."),
        ],
    },
    Line {
        texts: [
            "List synthetic cathinones by a generic definition, not one by one.",
            "Включать синтетические катиноны в перечни по родовому определению, а не поимённо.",
            "کاتینون‌های صنعتی را با تعریف عام فهرست کنید، نه یک‌به‌یک.",
        ],
        category: "law",
        priority: "medium",
        due: "2022-12-31",
        to: &["KZ", "KG", "TJ", "UZ"],
        reports: &[
            ("KZ", "done", "2021-03-01", "Перечень заместителей действует с 2019 года."),
            ("KG", "not-accepted", "2021-02-12", "Закон предусматривает только поимённый список."),
            ("TJ", "accepted", "2021-03-30", "Проект внесён на рассмотрение."),
        ],
    },
    Line {
        texts: [
            "Train customs officers at postal hubs in recognising parcels with new substances.",
            "Обучить сотрудников таможни на почтовых узлах распознаванию посылок с новыми веществами.",
            "مأموران گمرک در مراکز پستی را برای شناسایی مرسوله‌های حاوی مواد جدید آموزش دهید.",
        ],
        category: "training",
        priority: "medium",
        due: "",
        to: &[],
        reports: &[
            ("PK", "in-progress", "2021-09-01", "First course held at one hub; two more planned."),
            ("AZ", "superseded", "2021-07-11", "Covered by the national customs academy's new course."),
        ],
    },
];

/// What the planning meeting of 2021 asks for.
const NOW: Line = Line {
    texts: [
        "Name one contact of the laboratory who answers identification requests within two days.",
        "Назначить в лаборатории контактный пункт, отвечающий на запросы об идентификации в течение двух дней.",
        "یک دفتر رابط در آزمایشگاه تعیین کنید که ظرف دو روز به درخواست‌های شناسایی پاسخ دهد.",
    ],
    category: "coordination",
    priority: "high",
    due: "2021-10-01",
    to: &[],
    reports: &[
        ("KZ", "done", "2021-09-20", "Назначен."),
        ("UZ", "done", "2021-09-28", "Назначен, сообщено координатору."),
        ("KG", "in-progress", "2021-10-05", "Согласуется."),
    ],
};

/// Puts those of the edition before, and the one of the meeting; the identifiers of the former.
pub(super) async fn put(
    cx: &Cx,
    tx: &mut Tx,
    (earlier, operation): (Option<&Operation>, &Operation),
    agencies: &[Agency],
    meeting: &RecordId,
) -> Result<Vec<RecordId>> {
    let mut before = Vec::new();
    if let Some(earlier) = earlier {
        for line in &EARLIER {
            before.push(put_line(cx, tx, (earlier, line, "2020-11-18"), agencies, None).await?);
        }
    }
    put_line(cx, tx, (operation, &NOW, "2021-06-22"), agencies, Some(meeting)).await?;
    Ok(before)
}

async fn put_line(
    cx: &Cx,
    tx: &mut Tx,
    (operation, line, written): (&Operation, &Line, &str),
    agencies: &[Agency],
    meeting: Option<&RecordId>,
) -> Result<RecordId> {
    let at = moment(cx, written);
    let (content, marking) = draft(line, meeting).check(operation, at.day(), None)?;
    let id: RecommendationId = cx.mint();
    let header = record::header(cx, operation, id, Kind::Recommendation, marking, Some(content.original));
    let mut kept = Record { header: written_by(header, agencies, "CARICC", at), content };
    tx.put_shared(&mut kept, None).await?;
    for (code, standing, day, said) in line.reports {
        let at = moment(cx, day);
        let (content, marking) = report(standing, said).check(&kept.header.id, operation, at.day(), 0)?;
        let id: ProgressId = cx.mint();
        let mut header = record::header(cx, operation, id, Kind::Progress, marking, None);
        header = Header { author_role: Role::ContactPoint, ..written_by(header, agencies, code, at) };
        tx.put_shared(&mut Record { header, content }, None).await?;
    }
    Ok(kept.header.id)
}

fn draft(line: &Line, meeting: Option<&RecordId>) -> RecommendationDraft {
    let [en, ru, fa] = line.texts;
    RecommendationDraft {
        recommended: Names::default().with(Lang::En, en).with(Lang::Ru, ru).with(Lang::Fa, fa),
        agreed_in: "ru".to_owned(),
        came_from: if meeting.is_some() { "meeting" } else { "debrief" }.to_owned(),
        meeting: meeting.map_or_else(String::new, ToString::to_string),
        decision_number: meeting.map_or("", |_| "2").to_owned(),
        everyone: line.to.is_empty(),
        addressees: line.to.iter().map(|code| (*code).to_owned()).collect(),
        category: line.category.to_owned(),
        priority: line.priority.to_owned(),
        due_by: line.due.to_owned(),
        ..RecommendationDraft::default()
    }
}

/// What is said stands where its standing asks for it.
fn report(standing: &str, said: &str) -> ProgressDraft {
    let mut draft = ProgressDraft { standing: standing.to_owned(), ..ProgressDraft::default() };
    let field = match standing {
        "done" => &mut draft.proof,
        "not-accepted" => &mut draft.reason,
        _ => &mut draft.progress_note,
    };
    said.clone_into(field);
    draft
}

fn moment(cx: &Cx, day: &str) -> Moment {
    day.parse::<Day>().map_or_else(|_| cx.now(), |day| day.start().plus_seconds(8 * 3600))
}

/// The header as an agency of that participant would have written it then.
pub(super) fn written_by(header: Header, agencies: &[Agency], code: &str, at: Moment) -> Header {
    let own = agencies.iter().find(|agency| agency.participant.as_str() == code);
    let (owner, agency) =
        own.map_or_else(|| (header.owner.clone(), header.agency), |agency| (agency.participant.clone(), agency.id));
    Header { owner, agency, author_role: Role::Coordinator, created: at, changed: at, ..header }
}
