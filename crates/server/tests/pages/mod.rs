//! Stories of pages, one file per noun.

mod detection;
mod incident;
mod legal_act;
mod listing;
pub mod meeting;
mod member;
mod operation;
mod plan;
mod questionnaire;
pub mod recommendation;
mod report;
mod session;
mod submission;
mod workspace;
