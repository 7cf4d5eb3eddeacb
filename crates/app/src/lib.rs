//! The verbs: everything a member, a job or the node's own operator may do, with permission and audit.
//!
//! Refuses SQL, HTTP and sentences: a verb asks `store`, obeys `model`, and answers with values. Each verb reads the
//! same: begin a named transaction, find (or "not found"), ask permission, check the draft, put, keep with an entry.
//!
//! - [`cx`]: one call: who, through which door, at what time.
//! - [`session`], [`member`], [`seat`], [`participant`], [`agency`], [`token`]: who may come in.
//! - [`operation`], [`stage`], [`incident`], [`attachment`], [`import`]: what is shared.
//! - [`meeting`]: planned, held, recorded.
//! - [`recommendation`], [`progress`]: what is to be done, and what each addressee says became of it.
//! - [`record`]: what every noun that is listed by its card has in common.
//! - [`message`], [`information_request`], [`answer`], [`notice`]: what participants exchange, and what waits for them.
//! - [`plan`], [`comment`], [`resolution`], [`acceptance`], [`annex`]: what is meant to be done, and what participants say of it.
//! - [`legal_act`], [`control_entry`], [`determination`], [`control_status`]: law as facts, and what follows for a substance.
//! - [`search`]: over everything one may see.
//! - [`total`], [`overview`], [`report`]: figures over it.
//! - [`audit`], [`event`], [`idempotency`]: what happened, what changed, and not twice.
//! - [`seal`]: an event's name, which tells nothing of those between.
//! - [`upkeep`]: what has had its time is removed.
//! - [`condition`]: whether database, files and chain are sound.
//! - [`demo`]: a demonstration operation from a fixed seed.

pub mod acceptance;
pub mod agency;
pub mod annex;
pub mod answer;
mod aside;
pub mod attachment;
pub mod audit;
pub mod brief;
pub mod comment;
pub mod condition;
pub mod control_entry;
pub mod control_status;
pub mod cx;
pub mod demo;
pub mod detection;
pub mod determination;
pub mod digest;
pub mod error;
pub mod event;
pub mod finding;
pub mod idempotency;
pub mod import;
pub mod incident;
pub mod information_request;
pub mod legal_act;
pub mod meeting;
pub mod member;
pub mod message;
pub mod notice;
pub mod operation;
pub mod overview;
pub mod participant;
pub mod password;
pub mod plan;
pub mod progress;
pub mod questionnaire;
pub mod recommendation;
pub mod record;
pub mod report;
pub mod resolution;
mod seal;
pub mod search;
pub mod seat;
pub mod session;
pub mod stage;
pub mod submission;
pub mod token;
pub mod total;
pub mod upkeep;
pub mod view;
pub mod workspace;
pub use cx::{Actor, Ambient, App, Cx, Settings};
pub use error::{Error, Result};
pub use intake::Mapping;
pub use store::{Error as Trouble, Location, Opening, Standing, Unsupported};
