//! Stories of the verbs, told to a small world with a fixed clock and seeded identifiers.

#![expect(clippy::unwrap_used, reason = "a story stops at the first surprise")]

mod brief;
mod control_entry;
mod control_status;
mod demo;
mod digest;
mod doubt;
mod import;
mod incident;
mod information_request;
mod legal_act;
mod meeting;
mod member;
mod message;
mod operation;
mod plan;
mod question;
mod questionnaire;
mod recommendation;
mod search;
mod submission;
mod total;
mod upkeep;
mod world;
