//! The demonstration's meetings: the planning meeting of 22 June 2021, and a debrief to come.
//!
//! Refuses to be read as minutes: what was decided is invented; that 24 experts met is all that was published.

use super::recommendation::written_by;
use crate::cx::Cx;
use crate::error::Result;
use crate::record;
use model::agency::Agency;
use model::id::RecordId;
use model::lang::Lang;
use model::meeting::{AttendanceDraft, MeetingDraft, MeetingId, MinutesDraft};
use model::names::Names;
use model::operation::Operation;
use model::record::{Kind, Record};
use model::time::{Day, Moment};
use store::Tx;

/// Those who came, by organisation: law enforcement, customs, laboratories, others. Together 24.
const CAME: [(&str, [&str; 4]); 11] = [
    ("CARICC", ["1", "", "", "2"]),
    ("AF", ["1", "", "1", ""]),
    ("AZ", ["1", "", "1", ""]),
    ("IR", ["1", "", "1", ""]),
    ("KZ", ["1", "1", "1", ""]),
    ("KG", ["1", "", "1", ""]),
    ("PK", ["1", "1", "", ""]),
    ("RU", ["1", "", "1", ""]),
    ("TJ", ["1", "", "1", ""]),
    ("TM", ["", "1", "", ""]),
    ("UZ", ["1", "1", "1", ""]),
];

/// Puts both; the identifier of the planning meeting.
pub(super) async fn put(cx: &Cx, tx: &mut Tx, operation: &Operation, agencies: &[Agency]) -> Result<RecordId> {
    let held = planning();
    let day = held.meeting_day.parse::<Day>().unwrap_or_else(|_| cx.now().day());
    let after = day.start().plus_seconds(9 * 3600);
    let (planned, marking) = held.check(operation, after, None)?;
    let meeting = minutes().check(&planned, operation, after)?;
    let id: MeetingId = cx.mint();
    let header = record::header(cx, operation, id, Kind::Meeting, marking, Some(Lang::En));
    let mut record = Record { header: written_by(header, agencies, "CARICC", after), content: meeting };
    tx.put_shared(&mut record, None).await?;
    let planned_at = Moment(after.0).plus_seconds(120 * 86_400);
    let (debrief, marking) = debrief().check(operation, planned_at, None)?;
    let debrief_id: MeetingId = cx.mint();
    let header = record::header(cx, operation, debrief_id, Kind::Meeting, marking, Some(Lang::Ru));
    let mut to_come = Record { header: written_by(header, agencies, "CARICC", planned_at), content: debrief };
    tx.put_shared(&mut to_come, None).await?;
    Ok(record.header.id)
}

fn planning() -> MeetingDraft {
    MeetingDraft {
        meeting_title: Names::default()
            .with(Lang::En, "Planning meeting of REFLEX-2021")
            .with(Lang::Ru, "Совещание по планированию операции «РЕФЛЕКС-2021»")
            .with(Lang::Fa, "جلسهٔ برنامه‌ریزی عملیات رفلکس ۲۰۲۱"),
        meeting_day: "2021-06-22".to_owned(),
        starts_at: "10:00".to_owned(),
        ends_at: "13:00".to_owned(),
        zone: "Asia/Almaty".to_owned(),
        meeting_mode: "online".to_owned(),
        agenda: Names::default()
            .with(
                Lang::En,
                "10:00 Opening\n10:15 What the edition of 2019 recommended\n10:45 The plan, clause by clause\n\
                 12:15 Laboratories: what each can identify\n12:45 Decisions",
            )
            .with(
                Lang::Ru,
                "Открытие\nЧто рекомендовано по итогам 2019 года\nПлан по разделам\n\
                 Лаборатории: что определяет каждая\nРешения",
            )
            .with(
                Lang::Fa,
                "گشایش\nتوصیه‌های دورهٔ ۲۰۱۹\nبرنامه، بند به بند\nآزمایشگاه‌ها: هر یک چه چیزی را شناسایی می‌کند\nتصمیم‌ها",
            ),
        agreed_in: "en".to_owned(),
        meeting_status: "held".to_owned(),
        ..MeetingDraft::default()
    }
}

fn minutes() -> MinutesDraft {
    let line = |(code, counts): &(&str, [&str; 4])| {
        let [law_enforcement, customs, forensic, other_people] = counts.map(str::to_owned);
        AttendanceDraft { organisation: (*code).to_owned(), law_enforcement, customs, forensic, other_people }
    };
    let decision =
        |en: &str, ru: &str, fa: &str| Names::default().with(Lang::En, en).with(Lang::Ru, ru).with(Lang::Fa, fa);
    MinutesDraft {
        attendance: CAME.iter().map(line).collect(),
        decisions: vec![
            decision(
                "Participants comment on the plan by 12 July 2021.",
                "Участники направляют замечания к плану до 12 июля 2021 года.",
                "شرکت‌کنندگان نظر خود دربارهٔ برنامه را تا ۱۲ ژوئیهٔ ۲۰۲۱ می‌فرستند.",
            ),
            decision(
                "Laboratories exchange spectra of new substances while the operation is active.",
                "Лаборатории обмениваются спектрами новых веществ во время активной стадии.",
                "آزمایشگاه‌ها در مرحلهٔ فعال، طیف مواد جدید را مبادله می‌کنند.",
            ),
        ],
        settled: Vec::new(),
    }
}

fn debrief() -> MeetingDraft {
    MeetingDraft {
        meeting_title: Names::default()
            .with(Lang::En, "Debrief of REFLEX-2021")
            .with(Lang::Ru, "Разбор итогов операции «РЕФЛЕКС-2021»")
            .with(Lang::Fa, "جمع‌بندی عملیات رفلکس ۲۰۲۱"),
        meeting_day: "2022-02-15".to_owned(),
        starts_at: "10:00".to_owned(),
        ends_at: "16:00".to_owned(),
        zone: "Asia/Almaty".to_owned(),
        meeting_mode: "hybrid".to_owned(),
        meeting_place: "Almaty".to_owned(),
        agenda: Names::default()
            .with(Lang::Ru, "10:00 Итоги\n12:00 Что мешало\n14:00 Рекомендации для следующего выпуска")
            .with(Lang::En, "Results\nWhat held us up\nRecommendations for the next edition")
            .with(Lang::Fa, "نتایج\nآنچه مانع کار شد\nتوصیه‌ها برای دورهٔ بعد"),
        agreed_in: "ru".to_owned(),
        meeting_status: "planned".to_owned(),
        ..MeetingDraft::default()
    }
}
