//! The nouns of Reflex and their rules, in reading order: one sentence per noun.
//!
//! Refuses: reading or writing anything, clocks, randomness, SQL, HTTP, HTML, and any sentence a person would read.
//!
//! - [`id`]: an identifier, mintable offline, that says what it names.
//! - [`problem`]: what is wrong with what was typed: field, code, parameters.
//! - [`lang`], [`names`]: the working languages, and a name in several of them.
//! - [`time`]: a moment (UTC), a day (ISO) with calendar and text as written.
//! - [`quantity`]: an exact amount with unit, basis and the text as written.
//! - [`catalogue`]: units, conversion tables, countries, regions, places, substances that ship with the product.
//! - [`participant`]: a country or organisation; [`agency`]: one of its services; [`member`]: a person's account in it.
//! - [`permission`]: who may do what to which record: one table.
//! - [`marking`]: who may read a record, what may be done with it, how good it is.
//! - [`record`]: what everything shared has in common: owner, revision, state, audience, hash; [`card`]: what a list says of it.
//! - [`operation`]: a series' edition with its participations and [`stage`]s.
//! - [`plan`]: a version of what an operation means to do, clause by clause; [`comment`] and [`resolution`] on a clause, [`acceptance`] of an
//!   exact text, [`annex`] of a participant.
//! - [`incident`]: a seizure or one of its relatives, with lines, legs, persons as counts.
//! - [`detection`]: a substance that a laboratory found, with how far it is identified.
//! - [`meeting`]: when, where, how many came, what was decided.
//! - [`recommendation`]: what is to be done, by whom, until when; [`progress`]: how an addressee stands to it.
//! - [`jurisdiction`]: whose law; [`legal_act`]: a law or an amendment; [`control_entry`]: a substance as an act lists it;
//!   [`determination`]: an expert's verdict.
//! - [`message`]: a bulletin or a message of a thread; [`information_request`]: what one participant asks of others;
//!   [`answer`]: what one of those asked says; [`notice`]: that something waits for a participant.
//!   [`determination`]: an expert's verdict; [`control_status`]: what follows for a substance on a day.
//! - [`questionnaire`]: sections of typed questions; [`submission`]: what a participant answers to them.
//! - [`attachment`]: a photo or file of a record.
//! - [`listing`]: which records a list shows; [`total`]: figures over them; [`report`]: an operation told in figures.
//! - [`workspace`]: what an analyst asks of figures: rows, columns, a measure, editions.
//! - [`view`]: such a question kept; [`finding`]: what an analyst concludes; [`brief`]: findings put together; [`reply`]: what a
//!   participant says about them.
//! - [`audit`]: who did what, when, chained; [`event`]: what changed, for those who watch.
//! - [`session`]: a signed-in browser; [`token`]: a key that lets an agency's software in.
//! - [`node`]: this installation.
//! - [`wire`]: the versioned form of a record that is signed and travels.

pub mod acceptance;
pub mod agency;
pub mod annex;
pub mod answer;
pub mod attachment;
pub mod audit;
pub mod brief;
pub mod card;
pub mod catalogue;
pub mod code;
pub mod comment;
pub mod control_entry;
pub mod control_status;
pub mod detection;
pub mod determination;
pub mod event;
pub mod finding;
pub mod fold;
pub mod id;
pub mod import;
pub mod incident;
pub mod information_request;
pub mod jurisdiction;
pub mod lang;
pub mod legal_act;
pub mod listing;
pub mod marking;
pub mod meeting;
pub mod member;
pub mod message;
pub mod names;
pub mod node;
pub mod notice;
pub mod operation;
pub mod participant;
pub mod permission;
pub mod plan;
pub mod problem;
pub mod progress;
pub mod quantity;
pub mod questionnaire;
pub mod recommendation;
pub mod record;
pub mod reply;
pub mod report;
pub mod resolution;
pub mod session;
pub mod stage;
pub mod submission;
pub mod text;
pub mod time;
pub mod token;
pub mod total;
pub mod view;
pub mod wire;
pub mod workspace;
