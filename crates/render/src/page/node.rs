//! Administration: what this node is, and the way to everything one may look after.
//!
//! Refuses to show a door that its reader may not open.

use super::Sample;
use crate::frame::Frame;
use crate::html::{Safe, ltr};
use crate::part::facts;
use crate::words::Speech;
use askama::Template;
use model::member::Role;
use model::node::Node;
use model::permission::{Action, Reach, reach};

/// The index of administration.
#[derive(Debug, Template)]
#[template(path = "node/show.html")]
pub struct NodePage<'a> {
    frame: &'a Frame,
    doors: Vec<(&'static str, String, String)>,
    facts: Safe,
}

/// The parts of administration: address, message, and the action that opens it.
const PARTS: [(&str, &str, Option<Action>); 6] = [
    ("/administration/members", "member", Some(Action::ManageMembers)),
    ("/administration/participants", "participant", Some(Action::ManageParticipants)),
    ("/administration/agencies", "agency", Some(Action::ManageAgencies)),
    ("/administration/tokens", "token", Some(Action::ManageTokens)),
    ("/administration/log", "audit", Some(Action::ReadLog)),
    ("/policy", "permission", None),
];

/// The parts that a member of `role` may open: address and title.
pub fn parts(t: Speech, role: Role) -> Vec<(&'static str, String, String)> {
    let open = |action: Option<Action>| action.is_none_or(|action| reach(role, action) != Reach::No);
    let told = |(address, noun, _): &(&'static str, &str, Option<Action>)| {
        (*address, t.say(&format!("{noun}-title")), t.say(&format!("{noun}-about")))
    };
    PARTS.iter().filter(|(_, _, action)| open(*action)).map(told).collect()
}

impl<'a> NodePage<'a> {
    /// The index for a member of `role`.
    pub fn new(frame: &'a Frame, node: &Node, role: Role) -> Self {
        let t = frame.t;
        let demonstration = t.say(if node.demonstration { "node-demonstration" } else { "node-real" });
        let facts = facts(&[
            (t.say("node-name"), Safe::text(&node.name)),
            (t.say("node-id"), ltr(&node.id)),
            (t.say("node-data"), Safe::text(&demonstration)),
            (t.say("node-version"), ltr(&frame.version)),
            (t.say("node-time"), t.utc(frame.now)),
        ]);
        Self { frame, doors: parts(t, role), facts }
    }

    fn t(&self) -> Speech {
        self.frame.t
    }
}

/// The frame of a page of administration in tests.
pub(crate) fn sample_frame(t: Speech, key: &str) -> Frame {
    Frame {
        title: t.say(key),
        operation: None,
        room: Some(crate::frame::Room::Administration),
        ..Frame::samples(t).remove(0)
    }
}

/// The index as it may look.
pub fn samples(t: Speech) -> Vec<Sample> {
    let frame = sample_frame(t, "frame-room-administration");
    let node = Node { id: "nod_01h455vb4pex5vsknk084sn02q".to_owned(), name: "CARICC".to_owned(), demonstration: true };
    let real = Node { demonstration: false, name: String::new(), ..node.clone() };
    vec![
        Sample::of("administration", &NodePage::new(&frame, &node, Role::Administrator)),
        Sample::of("administration-contact-point", &NodePage::new(&frame, &real, Role::ContactPoint)),
    ]
}
