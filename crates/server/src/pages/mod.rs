//! Handlers of pages, one file per noun: each parses, calls one verb of `app`, fills a page of `render` and answers.
//!
//! Refuses rules and sentences: rules live in `model`, words in `locales/`.
