//! Handlers of pages, one file per noun: each parses, calls one verb of `app`, fills a page of `render` and answers.
//!
//! Refuses rules and sentences: rules live in `model`, words in `locales/`.

pub mod acceptance;
pub mod agency;
pub mod annex;
pub mod answer;
pub mod attachment;
pub mod audit;
pub mod brief;
pub mod catalogue;
pub mod comment;
pub mod control_entry;
pub mod control_status;
pub mod detection;
pub mod determination;
pub mod finding;
pub mod import;
pub mod incident;
pub mod information_request;
pub mod legal_act;
pub mod listing;
pub mod meeting;
pub mod member;
pub mod message;
pub mod node;
pub mod notice;
pub mod operation;
pub mod overview;
pub mod participant;
pub mod permission;
pub mod plan;
pub mod questionnaire;
pub mod questionnaire_form;
pub mod recommendation;
pub mod record;
pub mod report;
pub mod resolution;
pub mod search;
pub mod session;
pub mod shared;
pub mod stage;
pub mod submission;
pub mod submission_upload;
pub mod token;
pub mod view;
pub mod workspace;
