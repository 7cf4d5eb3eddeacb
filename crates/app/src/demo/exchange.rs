//! What the participants of a demonstration exchange: bulletins with their acknowledgements, a thread in three languages,
//! requests for information, answered, in part, and overdue.
//!
//! Refuses anything real: texts, places and findings are invented.

use crate::cx::Cx;
use crate::error::Result;
use crate::message::addressed;
use crate::record;
use model::agency::Agency;
use model::answer::{Answer, AnswerKind};
use model::id::{Id, Noun, RecordId};
use model::information_request::{InformationRequest, QuestionType, Urgency};
use model::lang::Lang;
use model::marking::{Audience, Marking};
use model::member::Role;
use model::message::{Bulletin, Level, Message, Topic};
use model::notice::NoticeKind;
use model::operation::Operation;
use model::participant::ParticipantCode;
use model::record::{Header, Kind, Record};
use model::time::{Day, Moment};
use store::{Telling, Tx};

/// Where it is put.
struct Desk<'a> {
    cx: &'a Cx,
    operation: &'a Operation,
    agencies: &'a [Agency],
}

/// Who writes, in which language, when.
#[derive(Clone, Copy)]
struct Hand {
    participant: &'static str,
    role: Role,
    lang: Lang,
    at: Moment,
}

fn at(month: i8, day: i8, hour: i64) -> Moment {
    Day::of(2021, month, day).map_or(Moment(0), Day::start).plus_seconds(hour * 3600 + 1260)
}

const fn hand(participant: &'static str, role: Role, lang: Lang, at: Moment) -> Hand {
    Hand { participant, role, lang, at }
}

impl Desk<'_> {
    fn header<N: Noun>(&self, id: Id<N>, kind: Kind, marking: Marking, by: Hand) -> Header {
        let owner = ParticipantCode::country(by.participant);
        let agency = self.agencies.iter().find(|agency| agency.participant == owner);
        let header = record::header(self.cx, self.operation, id, kind, marking, Some(by.lang));
        Header {
            agency: agency.map_or(header.agency, |agency| agency.id),
            owner,
            author_role: by.role,
            created: by.at,
            changed: by.at,
            ..header
        }
    }

    fn marking(&self, audience: Audience, to: &[&str]) -> Marking {
        let recipients = to.iter().map(|code| ParticipantCode::country(code)).collect();
        Marking { audience, recipients, ..self.operation.marking.clone() }
    }

    async fn message(
        &self,
        tx: &mut Tx,
        by: Hand,
        marking: Marking,
        thread: Option<&RecordId>,
        bulletin: Option<Bulletin>,
        (subject, text): (&str, &str),
    ) -> Result<Header> {
        let content = Message {
            id: self.cx.mint(),
            thread: thread.cloned(),
            bulletin,
            subject: subject.to_owned(),
            text: text.to_owned(),
            related: Vec::new(),
        };
        let mut record = Record { header: self.header(content.id, Kind::Message, marking, by), content };
        tx.put_shared(&mut record, None).await?;
        Ok(record.header)
    }

    async fn answer(
        &self,
        tx: &mut Tx,
        by: Hand,
        marking: Marking,
        about: &RecordId,
        kind: AnswerKind,
        (ground, text): (&str, &str),
    ) -> Result<()> {
        let content =
            Answer { id: self.cx.mint(), about: about.clone(), kind, ground: ground.to_owned(), text: text.to_owned() };
        let mut record = Record { header: self.header(content.id, Kind::Answer, marking, by), content };
        Ok(tx.put_shared(&mut record, None).await?)
    }

    async fn tell(
        &self,
        tx: &mut Tx,
        header: &Header,
        kind: NoticeKind,
        due: Option<Moment>,
        to: &[ParticipantCode],
    ) -> Result<()> {
        let telling = |participant| Telling {
            operation: self.operation.id,
            participant,
            role: None,
            member: None,
            kind,
            record: &header.id,
            due,
            at: header.created,
        };
        Ok(tx.tell(&to.iter().map(telling).collect::<Vec<_>>()).await?)
    }
}

/// Puts all of it, in the order in which it was written.
pub(super) async fn put(cx: &Cx, tx: &mut Tx, operation: &Operation, agencies: &[Agency]) -> Result<()> {
    let desk = Desk { cx, operation, agencies };
    bulletins(&desk, tx).await?;
    thread(&desk, tx).await?;
    requests(&desk, tx).await
}

async fn bulletins(desk: &Desk<'_>, tx: &mut Tx) -> Result<()> {
    let by = |at| hand("CARICC", Role::Coordinator, Lang::En, at);
    let all = || desk.marking(Audience::Amber, &[]);
    let briefing = Bulletin { topic: Topic::General, level: Level::Briefing, acknowledge: false };
    let text = "The active stage is open. Report each seizure on the day it is made; a field test is enough, the laboratory \
                confirms later. Daily situation reports leave the centre at 17:00 in Almaty.";
    desk.message(tx, by(at(10, 4, 4)), all(), None, Some(briefing), ("The active stage begins", text)).await?;
    let law = Bulletin { topic: Topic::LawChange, level: Level::Advisory, acknowledge: false };
    let text = "A participant has announced that its list will name further cathinones before the end of the year. Until \
                then the derivative rule applies: evaluate at the date of the event.";
    desk.message(tx, by(at(10, 18, 7)), all(), None, Some(law), ("A list is about to change", text)).await?;
    let alert = Bulletin { topic: Topic::NewSubstance, level: Level::Alert, acknowledge: true };
    let text = "Two laboratories report a cathinone sold as mephedrone in blue crystals of 1 to 3 mm, in parcels declared as \
                bath salts. Facts: found in three parcels at two crossings. Assessment: one sender is likely. Handle with \
                gloves; send a sample to your laboratory and answer in this thread.";
    let subject = "Alert: blue crystals sold as mephedrone";
    let header = desk.message(tx, by(at(11, 8, 5)), all(), None, Some(alert), (subject, text)).await?;
    let asked = addressed(desk.operation, &header, header.created);
    let strict = || desk.marking(Audience::AmberStrict, &[]);
    for (code, when) in [("UZ", at(11, 8, 9)), ("KG", at(11, 9, 4)), ("RU", at(11, 9, 6)), ("TJ", at(11, 10, 5))] {
        let by = hand(code, Role::ContactPoint, Lang::Ru, when);
        desk.answer(tx, by, strict(), &header.id, AnswerKind::Acknowledged, ("", "")).await?;
    }
    let waits: Vec<ParticipantCode> =
        asked.into_iter().filter(|code| !["UZ", "KG", "RU", "TJ"].contains(&code.as_str())).collect();
    desk.tell(tx, &header, NoticeKind::Acknowledge, None, &waits).await
}

async fn thread(desk: &Desk<'_>, tx: &mut Tx) -> Result<()> {
    let all = || desk.marking(Audience::Amber, &[]);
    let by = hand("KZ", Role::Officer, Lang::Ru, at(10, 20, 6));
    let text = "На КПП Кордай второй раз за неделю задержана посылка с одинаковой наклейкой: синий круг, цифра 7. Отправитель \
                указан разный. Встречалась ли такая наклейка у вас?";
    let subject = "Наклейка «синий круг, 7»";
    let first = desk.message(tx, by, all(), None, None, (subject, text)).await?;
    let by = hand("IR", Role::Officer, Lang::Fa, at(10, 20, 11));
    let text =
        "همین برچسب دو هفته پیش در گمرک سرخس دیده شد، روی بسته‌ای با اظهار «نمک حمام». نتیجهٔ آزمایشگاه هنوز نرسیده است.";
    let reply = desk.message(tx, by, all(), Some(&first.id), None, (subject, text)).await?;
    let by = hand("CARICC", Role::Coordinator, Lang::En, at(10, 21, 5));
    let text = "Thank you both. Please send photographs of the label with a scale. The centre compares them with parcels of \
                2019 and comes back in this thread.";
    desk.message(tx, by, all(), Some(&first.id), None, (subject, text)).await?;
    desk.tell(tx, &reply, NoticeKind::Reply, None, &[ParticipantCode::country("KZ")]).await?;
    let by = hand("UZ", Role::Officer, Lang::Ru, at(11, 10, 8));
    let text = "Просим коллег из Казахстана сообщить, кто завтра дежурит на линии: отправим сведения о партии, только для вас.";
    let to = desk.marking(Audience::Red, &["KZ"]);
    let header = desk.message(tx, by, to, None, None, ("Дежурная линия на завтра", text)).await?;
    desk.tell(tx, &header, NoticeKind::Message, None, &[ParticipantCode::country("KZ")]).await
}

async fn requests(desk: &Desk<'_>, tx: &mut Tx) -> Result<()> {
    let kg = hand("KG", Role::ContactPoint, Lang::Ru, at(10, 25, 5));
    let asked =
        question(desk, &["KZ"], QuestionType::Route, Urgency::Urgent, at(10, 28, 12), "2021-10-28 18:21 +06:00");
    let text =
        ("Маршрут через Каракол", "Проходили ли через ваш пункт грузы с декларацией «соль для ванн» с 1 октября?");
    let id = ask(desk, tx, kg, asked, text).await?;
    let to = |code| desk.marking(Audience::AmberStrict, &[code]);
    let kz = |when| hand("KZ", Role::ContactPoint, Lang::Ru, when);
    let part = "Да, два груза, 6 и 14 октября. Сведения о перевозчике уточняем.";
    desk.answer(tx, kz(at(10, 26, 4)), to("KG"), &id, AnswerKind::Partial, ("", part)).await?;
    let rest = "Оба груза шли одним перевозчиком, далее по территории не проследованы.";
    desk.answer(tx, kz(at(10, 27, 9)), to("KG"), &id, AnswerKind::Final, ("", rest)).await?;

    let ir = hand("IR", Role::ContactPoint, Lang::Fa, at(11, 3, 6));
    let asked = question(
        desk,
        &["KZ", "PK"],
        QuestionType::Laboratory,
        Urgency::Routine,
        at(11, 20, 12),
        "1400/08/29 15:51 +03:30",
    );
    let text = (
        "طیف مرجع بلورهای آبی",
        "آیا آزمایشگاه شما طیف مرجع این ماده را دارد؟ خواهشمند است روش و دستگاه را نیز بنویسید.",
    );
    let id = ask(desk, tx, ir, asked, text).await?;
    let text =
        "We hold a GC-MS spectrum without a certified standard. The file follows when the second technique is done.";
    let pk = hand("PK", Role::ContactPoint, Lang::En, at(11, 4, 7));
    desk.answer(tx, pk, to("IR"), &id, AnswerKind::Partial, ("", text)).await?;

    let centre = hand("CARICC", Role::Coordinator, Lang::En, at(11, 5, 4));
    let asked = question(
        desk,
        &["KZ", "UZ"],
        QuestionType::Consignment,
        Urgency::Immediate,
        at(11, 9, 12),
        "2021-11-09 18:21 +06:00",
    );
    let text = (
        "Consignment of bath salts, 40 cartons",
        "A consignment of 40 cartons was announced for your crossing. Was it seen, and was it checked? Please refer to your \
         incident by its identifier.",
    );
    let id = ask(desk, tx, centre, asked, text).await?;
    let uz = hand("UZ", Role::ContactPoint, Lang::Ru, at(11, 8, 6));
    desk.answer(tx, uz, to("CARICC"), &id, AnswerKind::Nil, ("", "За указанные дни такой груз не проходил.")).await
}

fn question(
    desk: &Desk<'_>,
    to: &[&str],
    question_type: QuestionType,
    urgency: Urgency,
    due: Moment,
    written: &str,
) -> InformationRequest {
    InformationRequest {
        id: desk.cx.mint(),
        to: to.iter().map(|code| ParticipantCode::country(code)).collect(),
        question_type,
        subject: String::new(),
        text: String::new(),
        related: Vec::new(),
        urgency,
        due,
        due_written: written.to_owned(),
        permitted_use: String::new(),
        also_through: String::new(),
    }
}

/// Puts a question and tells whoever has not answered it to the end by the day of the demonstration.
async fn ask(
    desk: &Desk<'_>,
    tx: &mut Tx,
    by: Hand,
    request: InformationRequest,
    (subject, text): (&str, &str),
) -> Result<RecordId> {
    let permitted_use = match by.lang {
        Lang::En => "Analysis and police work; not evidence",
        Lang::Ru => "Для анализа и оперативной работы; не доказательство",
        Lang::Fa => "برای تحلیل و کار پلیسی؛ نه به‌عنوان مدرک",
    };
    let content = InformationRequest {
        subject: subject.to_owned(),
        text: text.to_owned(),
        permitted_use: permitted_use.to_owned(),
        ..request
    };
    let marking = Marking { recipients: content.to.clone(), ..desk.marking(Audience::AmberStrict, &[]) };
    let (due, mut to) = (content.due, content.to.clone());
    let mut record = Record { header: desk.header(content.id, Kind::InformationRequest, marking, by), content };
    tx.put_shared(&mut record, None).await?;
    // Of the first question everything was answered, of the others Kazakhstan's part still waits.
    to.retain(|code| code.as_str() == "KZ" && by.participant != "KG" || code.as_str() == "PK");
    desk.tell(tx, &record.header, NoticeKind::Answer, Some(due), &to).await?;
    Ok(record.header.id)
}
