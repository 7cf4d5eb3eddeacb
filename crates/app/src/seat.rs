//! A seat: an account made together with the agency it speaks through, and the participant, where the node has none.
//!
//! Refuses half of it: everything is checked, then kept in one transaction with one entry, or nothing is.

use crate::agency::{self, AgencyDraft};
use crate::cx::Cx;
use crate::error::Result;
use crate::member::{self, MemberDraft};
use crate::participant::{self, ParticipantDraft};
use crate::password;
use model::agency::{Agency, AgencyKind};
use model::member::{Member, check_password, read_login};
use model::names::Names;
use model::participant::{Participant, ParticipantCode};
use model::permission::{Action, Relation};
use model::problem::{Problem, Problems};
use store::Conn;

/// Where an account is to sit: an agency of a participant, by kind.
#[derive(Debug, Clone, Default)]
pub struct Seat {
    /// Participant code.
    pub participant: String,
    /// [`AgencyKind`] code.
    pub kind: String,
    /// What a new agency is called, and a new participant that is no country; may be blank.
    pub name: String,
}

/// Everything that is wrong whatever the node holds; asked before a node is made for it.
pub fn check(draft: &MemberDraft, seat: &Seat) -> Result<(), Problems> {
    let mut problems = Problems::none();
    problems.keep(read_login("login", &draft.login));
    problems.keep(member::read_role(draft));
    if let Err(found) = place(seat) {
        problems.0.extend(found.0);
    }
    problems.keep(member::read_lang(draft));
    problems.keep(check_password("password", &draft.password));
    problems.or(Some(()))
}

/// Makes the account, and its agency and participant where they are new.
pub async fn add(cx: &Cx, draft: &MemberDraft, seat: &Seat) -> Result<Member> {
    for action in [Action::ManageMembers, Action::ManageAgencies, Action::ManageParticipants] {
        cx.must(action, Relation::Outsider)?;
    }
    // What is wrong is said, and the password hashed, before the turn to write is taken.
    plan(cx, &mut *cx.app.store().read().await?, draft, seat).await?;
    let hash = password::hash(&cx.app, &draft.password).await?;
    let mut tx = cx.begin("member.add").await?;
    let (member, place) = plan(cx, &mut tx, draft, seat).await?;
    let mut made = vec![format!("member={}", member.id)];
    if let Some(participant) = &place.participant {
        tx.put_participant(participant).await?;
        made.push(format!("participant={}", participant.code));
    }
    if place.is_new {
        tx.put_agency(&place.agency).await?;
        made.push(format!("agency={}", place.agency.id));
    }
    tx.add_member(&member, &hash).await?;
    cx.keep_plain(tx, made.join(" ")).await?;
    Ok(member)
}

/// The agency of a seat, and what has to be made for it.
struct Place {
    participant: Option<Participant>,
    agency: Agency,
    is_new: bool,
}

/// The account and its place, or everything that is wrong with both.
async fn plan(cx: &Cx, conn: &mut Conn, draft: &MemberDraft, seat: &Seat) -> Result<(Member, Place)> {
    let place = settle(cx, conn, seat).await?;
    let agency = place.as_ref().map(|place| place.agency.clone()).map_err(Clone::clone);
    let member = member::check(cx, conn, draft, agency).await?;
    Ok((member, place?))
}

/// Code and kind, or what is wrong with them.
fn place(seat: &Seat) -> Result<(ParticipantCode, AgencyKind), Problems> {
    let mut problems = Problems::none();
    let code = match seat.participant.trim() {
        "" => {
            problems.add(Problem::new("participant", "participant-needed"));
            None
        }
        code => problems.keep(ParticipantCode::read("participant", code)),
    };
    let kind = AgencyKind::parse(seat.kind.trim());
    if kind.is_none() {
        let known = AgencyKind::ALL.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(", ");
        problems.add(Problem::new("agency", "code-unlisted").with("text", seat.kind.trim()).with("known", known));
    }
    problems.or(code.zip(kind))
}

/// Finds the participant and the agency, or says what they would be.
async fn settle(cx: &Cx, conn: &mut Conn, seat: &Seat) -> Result<Result<Place, Problems>> {
    let (code, kind) = match place(seat) {
        Ok(place) => place,
        Err(problems) => return Ok(Err(problems)),
    };
    let known = conn.participant(&code).await?;
    let agency = conn.agencies_of(&code).await?.into_iter().find(|agency| agency.kind == kind);
    Ok((|| {
        let participant = if known.is_some() { None } else { Some(new_participant(&code, &seat.name)?) };
        let is_new = agency.is_none();
        let agency = agency.map_or_else(|| new_agency(cx, &code, kind, &seat.name), Ok)?;
        Ok(Place { participant, agency, is_new })
    })())
}

fn new_participant(code: &ParticipantCode, name: &str) -> Result<Participant, Problems> {
    participant::check(&ParticipantDraft { code: code.to_string(), names: names(name), country: String::new() })
}

fn new_agency(cx: &Cx, code: &ParticipantCode, kind: AgencyKind, name: &str) -> Result<Agency, Problems> {
    let words = format!("{code} {}", kind.code().replace('-', " "));
    let draft = AgencyDraft {
        participant: code.to_string(),
        kind: kind.to_string(),
        names: names(if name.trim().is_empty() { &words } else { name }),
        ..AgencyDraft::default()
    };
    agency::check(&draft, None, std::slice::from_ref(code), || cx.mint())
}

fn names(name: &str) -> Names {
    if name.trim().is_empty() { Names::default() } else { Names::same(name) }
}
