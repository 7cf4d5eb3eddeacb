//! Speaks: pages, charts, maps and tables, in the reader's language. Refuses: databases, rights and clocks; it is given
//! values and gives back text.
//!
//! A page is a struct with `frame: &Frame` and `t: Speech`, a template that extends `base.html`, and words in
//! `locales/<lang>/<noun>.ftl`; `docs/guide/adding-a-page.md` walks through one.
//!
//! - [`words::Speech`] (`Copy`; `Speech::of(lang)`): `t.say("key")`, `t.say_one("key", "count", n)`,
//!   `t.say_with("key", &[("name", value.into()), …])`, `t.code("setting", code)` for `setting-<code>`,
//!   `t.field(path)`, `t.hint(path)`, `t.problem(&p)` (with its field), `t.problem_beside(&p)`, `t.plain("key")`,
//!   `t.knows("key")`, `t.lang()`, `t.tag()`, `t.dir()`, `t.is_rtl()`. [`words::gaps`] finds what a page could not say.
//! - [`number`]: `t.int(n)`, `t.decimal(base, scale)` exact, `t.rounded(base, scale, places)`, `t.percent(part, all)`,
//!   `t.decimal_text("1.5")`, `t.digits("2021")`; [`number::plain_decimal`] for exports.
//! - [`date`]: `t.date(day)`, `t.moment(moment, offset)`, `t.ago(moment, now)`, `t.utc(moment)` are HTML;
//!   `t.day_text`, `t.day_short`, `t.period(from, to)`, `t.clock(moment, offset)`, `t.moment_text`, `t.ago_text` plain.
//! - [`html`]: [`html::Safe`] prints unescaped in templates; `t.ltr(identifier)`, [`html::isolate`], [`html::escape`],
//!   [`html::query`], [`html::with_query`] (set or drop one value of an address).
//! - [`frame::Frame`]: everything around a page; `Frame::bare`, `Frame::samples(t)`. Blocks of `base.html`: `head`,
//!   `main`, `foot`. `main` is a grid of 12: children take a row each, or `w3 w4 w5 w6 w7 w8`.
//! - [`form`]: [`form::Form::new`]`(t, &typed, &problems)`, then `form.summary()`, `form.text("place")`,
//!   `form.amount("quantity", "unit", &units)`, `number password date area select radios checkboxes check file hidden`;
//!   `form.at("lines", i)` for entries; `form.field("x").hint("key").optional().with("list", "id").text()` to shape one.
//! - [`part`]: `t.tlp(code)`, `t.chip(tone, text)`, `t.empty(what, how)`, [`part::Tile`], [`part::facets`],
//!   [`part::chosen`], [`part::pager`], [`part::facts`], [`part::live`].
//! - [`chart`]: [`chart::bars_by_day`], [`chart::bars_horizontal`], [`chart::flow`], [`chart::stages`];
//!   [`map`]: [`map::Choropleth`]. All take plain structs and give [`html::Safe`].
//! - [`sheet`]: [`sheet::Table`] to [`sheet::csv`] and [`sheet::xlsx`].
//! - [`assets`]: [`assets::get`] to serve under `/assets/`, [`assets::address`] to link.
//! - `page`: the pages themselves, one file per noun.

pub mod assets;
pub mod calendar;
pub mod chart;
pub mod date;
pub mod form;
pub mod frame;
pub mod html;
pub mod map;
pub mod number;
pub mod page;
pub mod part;
pub mod report;
pub mod sheet;
pub mod words;
pub mod workbook;
pub mod xlsform;
