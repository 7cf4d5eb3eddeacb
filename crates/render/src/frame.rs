//! The frame of every page: who, where, when, what waits, and the way to every room.
//!
//! Refuses: knowing addresses or rights. The server fills it in, and a room or figure that the reader may not know of
//! is simply not in it.

use crate::html::{Safe, query, with_query};
use crate::words::Speech;
use model::lang::Lang;
use model::time::Moment;

/// A room of the house that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// An operation's page.
    Overview,
    /// Stages, the plan, meetings, recommendations.
    Plan,
    /// Questionnaires, laws, control status, detections.
    Background,
    /// The analyst's workspace, findings, briefs.
    Analysis,
    /// Messages and requests.
    Exchange,
    /// The list of incidents.
    Incidents,
    /// The operation's report.
    Report,
    /// Units, places, substances.
    Catalogue,
    /// Operations, people, tokens, the log.
    Administration,
}

impl Room {
    /// All rooms, in the order of the navigation.
    pub const ALL: [Room; 9] = [
        Room::Overview,
        Room::Plan,
        Room::Background,
        Room::Analysis,
        Room::Exchange,
        Room::Incidents,
        Room::Report,
        Room::Catalogue,
        Room::Administration,
    ];

    /// The end of its message key `frame-room-…`.
    pub const fn code(self) -> &'static str {
        match self {
            Room::Overview => "overview",
            Room::Plan => "plan",
            Room::Background => "background",
            Room::Analysis => "analysis",
            Room::Exchange => "exchange",
            Room::Incidents => "incidents",
            Room::Report => "report",
            Room::Catalogue => "catalogue",
            Room::Administration => "administration",
        }
    }

    /// Whether a line separates it from the rooms of the operation.
    pub const fn stands_apart(self) -> bool {
        matches!(self, Room::Catalogue)
    }
}

/// The way to a room.
#[derive(Debug, Clone)]
pub struct Door {
    /// Where it leads.
    pub room: Room,
    /// Its address.
    pub address: String,
    /// How much waits there; zero shows nothing.
    pub count: u64,
}

/// The way to one of a room's tables: what stands beside each other in it.
#[derive(Debug, Clone)]
pub struct Tab {
    /// The end of its message key `frame-tab-…`.
    pub code: &'static str,
    /// Its address.
    pub address: String,
    /// Whether one stands there.
    pub here: bool,
}

/// The operation whose pages one is in.
#[derive(Debug, Clone)]
pub struct OperationMark {
    /// Its code, `REFLEX-2021`.
    pub code: String,
    /// Its name in the reader's language.
    pub name: String,
    /// The address of its overview.
    pub address: String,
    /// The stage it is in; `None` before the first.
    pub stage: Option<StageMark>,
}

/// The stage an operation is in.
#[derive(Debug, Clone)]
pub struct StageMark {
    /// `planning`, `background`, `analysis`, `active`, `reporting`, `closed`.
    pub code: String,
    /// Day of the stage, from 1; zero when it has no dates.
    pub day: i64,
    /// Days of the stage; zero when it has no end.
    pub of: i64,
}

/// Who is signed in.
#[derive(Debug, Clone)]
pub struct MemberMark {
    /// The account's login; it also names what its member keeps on a device.
    pub name: String,
    /// Role code; said as `role-<code>`.
    pub role: String,
    /// The participant's name in the reader's language, or a short form of it.
    pub participant: String,
    /// The agency's name; empty when there is none to tell.
    pub agency: String,
}

/// How the page is lit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device prefers.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All, in the order of the switch.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// `system`, `light`, `dark`: the cookie's value and `data-theme`.
    pub const fn code(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of a code; as the device prefers for any other text.
    pub fn parse(code: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.code() == code).unwrap_or_default()
    }
}

/// What the last action has to say.
#[derive(Debug, Clone)]
pub struct Flash {
    /// Good news or not: `good`, `warn` or `bad`.
    pub kind: FlashKind,
    /// The sentence, in the reader's language.
    pub text: String,
}

/// The tone of a [`Flash`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlashKind {
    /// Done.
    Good,
    /// Done, but look.
    Warn,
    /// Not done.
    Bad,
}

impl FlashKind {
    /// The class of the note.
    pub const fn class(self) -> &'static str {
        match self {
            FlashKind::Good => "good",
            FlashKind::Warn => "warn",
            FlashKind::Bad => "bad",
        }
    }
}

/// Everything around a page's own content. Templates extend `base.html` and carry `frame: &Frame` and `t: Speech`.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The reader's language.
    pub t: Speech,
    /// The page's title, also its `h1`.
    pub title: String,
    /// Path and query of this page, for switches that keep it.
    pub address: String,
    /// The room one is in; `None` outside (sign-in, errors, account).
    pub room: Option<Room>,
    /// The doors this reader may open.
    pub doors: Vec<Door>,
    /// What stands beside each other in the room; none where it has one table only.
    pub tabs: Vec<Tab>,
    /// The operation one is in.
    pub operation: Option<OperationMark>,
    /// Who is signed in; `None` shows the way to the sign-in page.
    pub member: Option<MemberMark>,
    /// Whether somebody has just signed out by themselves: what they typed on this device goes with them.
    pub has_left: bool,
    /// How much waits for the member, and where it is listed.
    pub waiting: Option<(u64, String)>,
    /// How much the member was told and has not seen; `None` for who is not signed in.
    pub notices: Option<u64>,
    /// The time of the page.
    pub now: Moment,
    /// Minutes that local clocks are ahead of UTC.
    pub offset: i16,
    /// The place of local time, `Almaty`; empty shows UTC alone.
    pub place: String,
    /// Whether the data shown are made up for demonstration.
    pub demonstration: bool,
    /// How the page is lit.
    pub theme: Theme,
    /// What the last action has to say.
    pub flash: Option<Flash>,
    /// The program's version, for the foot.
    pub version: String,
    /// Script modules of this page by asset name, beyond `menu.mjs`; every page is complete without them.
    pub modules: Vec<&'static str>,
}

impl Frame {
    /// The frame of a page outside every room, for someone not signed in. Add the rest by field.
    pub fn bare(t: Speech, title: impl Into<String>, address: impl Into<String>, now: Moment) -> Self {
        Self {
            t,
            title: title.into(),
            address: address.into(),
            room: None,
            doors: Vec::new(),
            tabs: Vec::new(),
            operation: None,
            member: None,
            has_left: false,
            waiting: None,
            notices: None,
            now,
            offset: 0,
            place: String::new(),
            demonstration: false,
            theme: Theme::System,
            flash: None,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            modules: Vec::new(),
        }
    }

    /// The language switch: tag, own name, address, whether it is the one in use.
    pub fn languages(&self) -> Vec<(&'static str, &'static str, String, bool)> {
        Lang::ALL
            .into_iter()
            .map(|lang| {
                let own = match lang {
                    Lang::En => "English",
                    Lang::Ru => "Русский",
                    Lang::Fa => "فارسی",
                };
                (lang.tag(), own, with_query(&self.address, "lang", lang.tag()), lang == self.t.lang())
            })
            .collect()
    }

    /// The theme switch: code, address, whether it is the one in use.
    pub fn themes(&self) -> Vec<(&'static str, String, bool)> {
        Theme::ALL
            .into_iter()
            .map(|theme| (theme.code(), with_query(&self.address, "theme", theme.code()), theme == self.theme))
            .collect()
    }

    /// The same page under the tab of this code, where its address does not tell.
    pub fn stand_under(&mut self, code: &str) {
        for tab in &mut self.tabs {
            tab.here = tab.code == code;
        }
    }

    /// The doors, each with whether one stands in its room.
    pub fn rooms(&self) -> Vec<(&Door, bool)> {
        self.doors.iter().map(|door| (door, self.room == Some(door.room))).collect()
    }

    /// Where to sign in and come back.
    pub fn sign_in(&self) -> String {
        if self.address.starts_with("/sign-in") {
            return self.address.clone();
        }
        format!("/sign-in?back={}", query(&self.address))
    }

    /// The title of the window: page, operation, product.
    pub fn window_title(&self) -> String {
        let operation = self.operation.as_ref().map(|operation| format!(" · {}", operation.code)).unwrap_or_default();
        format!("{}{operation} · Reflex", self.title)
    }

    /// `Active stage, day 12 of 58`.
    pub fn stage(&self) -> Option<String> {
        let stage = self.operation.as_ref()?.stage.as_ref()?;
        let name = self.t.code("frame-stage", &stage.code);
        Some(match (stage.day, stage.of) {
            (0, _) => name,
            (day, 0) => self.t.say_with("frame-stage-day", &[("stage", name.into()), ("day", day.into())]),
            (day, of) => {
                self.t.say_with("frame-stage-day-of", &[("stage", name.into()), ("day", day.into()), ("of", of.into())])
            }
        })
    }

    /// UTC, then local time when a place is known.
    pub fn clock(&self) -> Safe {
        let utc = self.t.utc(self.now);
        if self.place.is_empty() {
            return utc;
        }
        let place = crate::html::escape(&self.place);
        Safe::ours(format!("{utc} · {place} {}", self.t.clock(self.now, self.offset)))
    }

    /// Frames for tests and pictures: signed in within an operation, and signed out; in one language.
    pub fn samples(t: Speech) -> Vec<Frame> {
        let now = Moment(1_634_306_700_000_000);
        let outside = Frame::bare(t, t.say("frame-sign-in"), "/sign-in", now);
        let door = |room: Room| Door {
            room,
            address: match room {
                Room::Overview => "/operations/REFLEX-2021".to_owned(),
                Room::Plan | Room::Background | Room::Analysis | Room::Exchange => {
                    "/operations/REFLEX-2021/stages".to_owned()
                }
                Room::Incidents | Room::Report => format!("/operations/REFLEX-2021/{}", room.code()),
                Room::Catalogue | Room::Administration => format!("/{}", room.code()),
            },
            count: u64::from(room == Room::Incidents) * 7,
        };
        let inside = Frame {
            title: t.say("frame-room-overview"),
            address: "/operations/REFLEX-2021?by=day".to_owned(),
            room: Some(Room::Overview),
            doors: Room::ALL.map(door).to_vec(),
            tabs: vec![Tab { code: "stages", address: "/operations/REFLEX-2021/stages".to_owned(), here: true }],
            operation: Some(OperationMark {
                code: "REFLEX-2021".to_owned(),
                name: "Reflex 2021".to_owned(),
                address: "/operations/REFLEX-2021".to_owned(),
                stage: Some(StageMark { code: "active".to_owned(), day: 12, of: 58 }),
            }),
            member: Some(MemberMark {
                name: "aliya".to_owned(),
                role: "coordinator".to_owned(),
                participant: "CARICC".to_owned(),
                agency: String::new(),
            }),
            waiting: Some((7, "/operations/REFLEX-2021/incidents?state=held".to_owned())),
            notices: Some(3),
            offset: 360,
            place: "Almaty".to_owned(),
            demonstration: true,
            flash: Some(Flash { kind: FlashKind::Good, text: "INC-7".to_owned() }),
            ..outside.clone()
        };
        vec![inside, outside]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use askama::Template;

    #[derive(Template)]
    #[template(
        source = "{% extends \"base.html\" %}{% block main %}<h1>{{ frame.title }}</h1>{% endblock %}",
        ext = "html"
    )]
    struct Page<'a> {
        frame: &'a Frame,
    }

    #[test]
    fn the_frame_speaks_every_language_without_gaps() {
        for lang in Lang::ALL {
            for frame in Frame::samples(Speech::of(lang)) {
                let page = Page { frame: &frame }.render().unwrap();
                assert_eq!(crate::words::gaps(&page), Vec::<String>::new());
                assert!(page.contains(&format!("<html lang=\"{}\" dir=\"{}\"", lang.tag(), lang.dir())));
                assert_eq!(page.matches("<h1").count(), 1);
            }
        }
    }

    #[test]
    fn nothing_in_the_frame_needs_an_inline_script_or_style() {
        for frame in Frame::samples(Speech::of(Lang::En)) {
            let page = Page { frame: &frame }.render().unwrap();
            assert!(!page.contains(" style=") && !page.contains("<style") && !page.contains(" on"), "{page}");
            assert!(page.matches("<script").count() == page.matches("<script type=\"module\" src=\"/assets/").count());
        }
    }

    #[test]
    fn names_in_the_frame_stay_text() {
        let mut frame = Frame::samples(Speech::of(Lang::En)).remove(0);
        frame.title = "<img src=x>".to_owned();
        frame.place = "<b>".to_owned();
        let page = Page { frame: &frame }.render().unwrap();
        assert!(!page.contains("<img") && !page.contains("<b>\""));
    }

    #[test]
    fn switches_keep_the_address() {
        let frame = Frame::samples(Speech::of(Lang::En)).remove(0);
        assert_eq!(frame.languages()[2].2, "/operations/REFLEX-2021?by=day&lang=fa");
        assert_eq!(frame.sign_in(), "/sign-in?back=%2Foperations%2FREFLEX-2021%3Fby%3Dday");
    }
}
