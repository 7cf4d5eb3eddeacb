//! Pages of meetings as they may look: full, empty, with problems.
//!
//! Refuses to be data: it is for tests and pictures.

use super::meeting::{MeetingPage, MeetingsPage, Shown, Ways};
use super::meeting_form::{meeting_form, minutes_form, typed_meeting, typed_minutes};
use super::picker::Offers;
use super::recommendation_form::Filled;
use super::recommendation_samples::{followed, header};
use super::shared::RelatedLine;
use super::sheet_form::Faster;
use super::{Sample, sample};
use crate::form::Typed;
use crate::frame::Frame;
use crate::words::Speech;
use model::id::{Id, NIL};
use model::lang::Lang;
use model::marking::Marking;
use model::meeting::{
    AgendaItem, Attendance, Decision, Meeting, MeetingDraft, MeetingId, MeetingMode, MeetingStatus, MinutesDraft,
    Profession,
};
use model::member::Role;
use model::names::Names;
use model::participant::ParticipantCode;
use model::problem::{Problem, Problems};
use model::record::{Kind, Record};
use model::time::{Day, Moment};

/// A meeting that was held online on 22 June 2021, told in Almaty's hours.
pub(crate) fn meeting() -> Record<Meeting> {
    let id: MeetingId = Id::new(NIL);
    let day = Day::of(2021, 6, 22).unwrap_or_else(|| sample::NOW.day());
    let at = |hour: i64| Moment(day.start().0 + hour * 3_600_000_000);
    let came =
        |code: &str, profession, count| Attendance { organisation: ParticipantCode::country(code), profession, count };
    let title = Names::default()
        .with(
            Lang::En,
            "Planning meeting of the fourth edition; exchange, laws, laboratories, training and forms of reporting",
        )
        .with(
            Lang::Ru,
            "Совещание по планированию четвёртого выпуска: обмен, законы, лаборатории, обучение, отчётность",
        )
        .with(Lang::Fa, "جلسهٔ برنامه‌ریزی دورهٔ چهارم: تبادل اطلاعات، قوانین، آزمایشگاه‌ها، آموزش و شیوهٔ گزارش‌دهی");
    Record {
        header: header(id.into(), Kind::Meeting, "CARICC", &sample::operation()),
        content: Meeting {
            title,
            original: Some(Lang::Ru),
            day,
            from: 600,
            to: 780,
            zone: "Asia/Almaty".to_owned(),
            starts: at(4),
            ends: at(7),
            mode: MeetingMode::Online,
            place: sample::HOSTILE.to_owned(),
            agenda: vec![
                AgendaItem {
                    at: Some(600),
                    title: sample::HOSTILE.to_owned(),
                    translated: Names::default().with(Lang::Fa, "گشایش"),
                },
                AgendaItem {
                    at: None,
                    title: "План".to_owned(),
                    translated: Names::default().with(Lang::Fa, "برنامه"),
                },
            ],
            invited: vec![ParticipantCode::country("KZ"), ParticipantCode::country("AF")],
            papers: vec![sample::record()],
            attendance: vec![
                came("KZ", Profession::Customs, 2),
                came("KZ", Profession::Forensic, 1),
                came("AF", Profession::LawEnforcement, 3),
            ],
            decisions: vec![Decision { number: 1, text: Names::default().with(Lang::Ru, sample::HOSTILE) }],
            status: MeetingStatus::Held,
            reason: String::new(),
        },
    }
}

/// Pages of meetings as they may look.
pub(super) fn samples(t: Speech) -> Vec<Sample> {
    let framed = |key: &str| Frame { title: t.say(key), ..Frame::samples(t).remove(0) };
    let (list, one) = (framed("meeting-list"), framed("noun-meeting"));
    let (new, record) = (framed("meeting-new"), framed("meeting-record"));
    let (operation, participants) = (sample::operation(), sample::participants());
    let held = meeting();
    let mut bare = held.clone();
    bare.content = Meeting {
        agenda: Vec::new(),
        attendance: Vec::new(),
        decisions: Vec::new(),
        invited: Vec::new(),
        papers: Vec::new(),
        place: String::new(),
        status: MeetingStatus::Planned,
        ..bare.content
    };
    let recommendations = [followed(&operation).record];
    let papers =
        [RelatedLine { id: sample::record(), kind: Kind::Incident, about: None, title: sample::HOSTILE.to_owned() }];
    let files = [super::recommendation_samples::file(&held.header.id)];
    let shown = Shown {
        record: &held,
        operation: &operation,
        participants: &participants,
        recommendations: &recommendations,
        papers: &papers,
        files: &files,
        own: Some(("Kabul", "Asia/Kabul")),
    };
    let mut struck = bare.clone();
    struck.content = struck.content.cancelled(sample::HOSTILE.to_owned());
    let empty = Shown { record: &bare, recommendations: &[], papers: &[], files: &[], own: None, ..shown };
    let cancelled = Shown { record: &struck, ..empty };
    let may = Ways { change: true, cancel: true, recommend: true };
    let (nothing, none) = (Typed::nothing(), Problems::none());
    let typed = typed_meeting(&MeetingDraft::of(&held.content, &Marking::default()));
    let bad = Problems(vec![
        Problem::new("meeting_title", "required"),
        Problem::new("meeting_day", "meeting-past"),
        Problem::new("starts_at", "hour-missing")
            .with("text", "02:30")
            .with("day", "2021-03-28")
            .with("zone", "Europe/Vienna"),
        Problem::new("ends_at", "meeting-ends-before"),
        Problem::new("zone", "zone-unknown").with("text", sample::HOSTILE),
        Problem::new("meeting_status", "meeting-not-yet"),
        Problem::new("meeting_status", "meeting-cancel-apart"),
        Problem::new("agenda.fa", "agenda-lines").with("count", 2).with("wanted", 3),
        Problem::new("agenda.ru", "personal-data"),
        Problem::new("files", "file-unknown").with("name", sample::HOSTILE),
    ]);
    let minutes = typed_minutes(&MinutesDraft::of(&held.content, &operation));
    let wrong = Problems(vec![Problem::new("attendance.1.customs", "count-unreadable").with("text", sample::HOSTILE)]);
    let picks = super::recommendation_samples::picks();
    let offers = Offers { picks: &picks, clauses: &[] };
    let fresh = Filled { typed: &nothing, problems: &none, given: false, offers: Offers::default() };
    let sent = Filled { typed: &typed, problems: &bad, given: true, offers };
    let counted = Filled { typed: &minutes, problems: &wrong, given: true, offers };
    let id = &held.header.id;
    let faster = Some(Faster { revision: 2, role: Role::Coordinator, changed: sample::NOW });
    let all = [held.clone()];
    vec![
        Sample::of("meetings", &MeetingsPage::new(&list, &operation, &all, 1, "held", Some(id), true)),
        Sample::of("meetings-none", &MeetingsPage::new(&list, &operation, &[], 0, "", None, false)),
        Sample::of("meeting", &MeetingPage::new(&one, shown, may)),
        Sample::of("meeting-cancelled", &MeetingPage::new(&one, cancelled, Ways::default())),
        Sample::of("meeting-bare", &MeetingPage::new(&one, empty, Ways { change: true, ..Ways::default() })),
        Sample::of("meeting-new", &meeting_form(&new, &operation, &participants, fresh, None)),
        Sample::of("meeting-problems", &meeting_form(&new, &operation, &participants, sent, None)),
        Sample::of("meeting-stale", &meeting_form(&new, &operation, &participants, sent, Some((id, 2, faster)))),
        Sample::of("meeting-record", &minutes_form(&record, &participants, id, counted, 1, None)),
    ]
}
