//! Fills the frame around a page for one visitor: which doors there are, whose operation, what time where they are.
//!
//! Refuses to offer a door that its reader may not open.

use crate::session::SIGNED_OUT;
use crate::visitor::Visitor;
use model::agency::Agency;
use model::catalogue::country::Country;
use model::lang::Lang;
use model::member::{Member, Role};
use model::operation::Operation;
use model::permission::{Action, Reach, reach};
use model::time::{Moment, offset_on};
use render::frame::{Door, Flash, Frame, MemberMark, OperationMark, Room, StageMark, Tab};
use render::html::query;

impl Visitor {
    /// The frame of a page outside every operation. Set `room` and `modules` by field.
    pub async fn frame(&self, title: impl Into<String>) -> Frame {
        let mut frame = Frame::bare(self.t, title, self.address.clone(), self.cx.now());
        frame.theme = self.theme;
        frame.demonstration = self.cx.app.node().demonstration;
        frame.flash = self
            .flash
            .as_ref()
            .filter(|(_, key)| self.t.knows(key))
            .map(|(kind, key)| Flash { kind: *kind, text: self.t.say(key) });
        frame.has_left = self.member.is_none() && self.flash.as_ref().is_some_and(|(_, key)| key == SIGNED_OUT);
        if let Some(member) = &self.member {
            frame.doors = doors(member, None);
            frame.notices = Some(app::notice::count(&self.cx).await.unwrap_or_default());
            frame.member = Some(self.mark(member).await);
            (frame.offset, frame.place) = local_time(member, self.cx.now(), self.lang);
        }
        frame
    }

    /// The frame of a page inside an operation, in one of its rooms.
    pub async fn frame_in(&self, title: impl Into<String>, room: Room, operation: &Operation) -> Frame {
        let mut frame = self.frame(title).await;
        frame.room = Some(room);
        frame.demonstration |= operation.demonstration;
        frame.operation = Some(operation_mark(operation, self.lang, self.cx.now()));
        if let Some(member) = &self.member {
            let waiting = self.waiting(member, operation).await;
            frame.doors = doors(member, Some((operation, waiting)));
            frame.tabs = tabs(room, operation, self.address.split('?').next().unwrap_or_default());
            frame.waiting = (waiting > 0).then(|| (waiting, own_held(member, operation)));
        }
        frame
    }

    /// How many incidents wait for whoever answers questions for its participant; nothing waits for others.
    async fn waiting(&self, member: &Member, operation: &Operation) -> u64 {
        if !matches!(member.role, Role::ContactPoint | Role::Coordinator) {
            return 0;
        }
        app::incident::held(&self.cx, operation).await.map_or(0, |count| count.try_into().unwrap_or_default())
    }

    async fn mark(&self, member: &Member) -> MemberMark {
        let participants = app::participant::list(&self.cx).await.unwrap_or_default();
        let agencies = app::agency::list(&self.cx).await.unwrap_or_default();
        let participant = participants.into_iter().find(|known| known.code == member.participant);
        let own = |agency: &Agency| agency.id == member.agency;
        MemberMark {
            name: member.login.clone(),
            role: member.role.to_string(),
            participant: participant
                .map_or_else(|| member.participant.to_string(), |known| known.names.say(self.lang).to_owned()),
            agency: agencies
                .into_iter()
                .find(own)
                .map_or_else(String::new, |agency| agency.names.say(self.lang).to_owned()),
        }
    }
}

/// The address of an operation's overview.
pub fn address_of(operation: &Operation) -> String {
    format!("/operations/{}", query(&operation.code))
}

/// The list of the own participant's incidents with an open question.
fn own_held(member: &Member, operation: &Operation) -> String {
    format!("{}/incidents?held=true&participants={}", address_of(operation), query(member.participant.as_str()))
}

/// What stands beside each other in each room: code and the end of its address below the operation's. The first is what
/// the door of the room leads to. Pages of one record stand under the tab that the longest address of theirs begins with,
/// or under the one their page names.
const TABS: &[(Room, &str, &str)] = &[
    (Room::Plan, "plan", "plan"),
    (Room::Plan, "stages", "stages"),
    (Room::Plan, "meetings", "meetings"),
    (Room::Plan, "recommendations", "recommendations"),
    (Room::Background, "questionnaires", "questionnaires"),
    (Room::Background, "detections", "detections"),
    (Room::Analysis, "workspace", "workspace"),
    (Room::Analysis, "findings", "findings"),
    (Room::Analysis, "briefs", "briefs"),
    (Room::Exchange, "messages", "messages"),
    (Room::Exchange, "requests", "requests"),
    (Room::Background, "legal-acts", "legal-acts"),
    (Room::Background, "status", "matrix"),
];

fn tabs(room: Room, operation: &Operation, address: &str) -> Vec<Tab> {
    let top = address_of(operation);
    let own = TABS.iter().filter(|(of, ..)| *of == room);
    let tab = |(_, code, end): &(Room, &'static str, &str)| {
        let to = format!("{top}/{end}");
        let here = address == to || address.starts_with(&format!("{to}/"));
        Tab { code, here, address: to }
    };
    own.map(tab).collect()
}

/// The doors this member may open, with what waits behind that of the incidents.
fn doors(member: &Member, operation: Option<(&Operation, u64)>) -> Vec<Door> {
    let door = |room, address: String| Door { room, address, count: 0 };
    let mut doors = Vec::new();
    if let Some((operation, waiting)) = operation {
        let top = address_of(operation);
        doors.push(Door { count: waiting, ..door(Room::Incidents, format!("{top}/incidents")) });
        doors.push(door(Room::Report, format!("{top}/report")));
        for room in [Room::Exchange, Room::Analysis, Room::Background, Room::Plan] {
            if let Some((_, _, end)) = TABS.iter().find(|(of, ..)| *of == room) {
                doors.insert(0, door(room, format!("{top}/{end}")));
            }
        }
        doors.insert(0, door(Room::Overview, top));
    }
    doors.push(door(Room::Catalogue, "/catalogue".to_owned()));
    let managing = [Action::ManageMembers, Action::ManageParticipants, Action::ManageAgencies, Action::ManageTokens];
    if managing.iter().any(|action| reach(member.role, *action) != Reach::No) {
        doors.push(door(Room::Administration, "/administration".to_owned()));
    }
    doors
}

/// The operation as the top of the page shows it.
fn operation_mark(operation: &Operation, lang: Lang, now: Moment) -> OperationMark {
    let stage = operation.current().map(|stage| {
        let (day, of) = (now.day().since(stage.from) + 1, stage.to.since(stage.from) + 1);
        // Outside its planned days a stage has a name and no day.
        let within = (1..=of).contains(&day);
        StageMark { code: stage.kind.to_string(), day: if within { day } else { 0 }, of: if within { of } else { 0 } }
    });
    OperationMark {
        code: operation.code.clone(),
        name: operation.names.say(lang).to_owned(),
        address: address_of(operation),
        stage,
    }
}

/// Minutes ahead of UTC and the place, for a member whose participant is a country with a known clock.
fn local_time(member: &Member, now: Moment, lang: Lang) -> (i16, String) {
    let country = Country::by_code(member.participant.as_str());
    let zone = country.and_then(|country| country.zone.as_deref());
    match (country, zone) {
        (Some(country), Some(zone)) => (offset_on(zone, now.day()), country.names.say(lang).to_owned()),
        _ => (0, String::new()),
    }
}
