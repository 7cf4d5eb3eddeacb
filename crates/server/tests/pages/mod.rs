//! Stories of pages, one file per noun.

mod detection;
mod incident;
mod legal_act;
mod listing;
pub mod meeting;
mod member;
mod operation;
mod plan;
pub mod recommendation;
mod questionnaire;
mod report;
mod session;
mod workspace;
