//! The stages of an operation as a strip: what is done, what is now, what is to come.
//!
//! Refuses: colour alone. Each stage says its state to those who do not see the line above it.

use crate::html::{Safe, escape};
use crate::words::Speech;
use model::time::Day;
use std::fmt::Write as _;

/// Where a stage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageState {
    /// Over.
    Done,
    /// Open today.
    Now,
    /// Not yet begun.
    Next,
}

impl StageState {
    const fn code(self) -> &'static str {
        match self {
            StageState::Done => "done",
            StageState::Now => "now",
            StageState::Next => "next",
        }
    }
}

/// One stage with its dates, actual where known, else planned.
#[derive(Debug, Clone)]
pub struct StageSpan {
    /// `planning`, `background`, `analysis`, `active`, `reporting`, `closed`.
    pub code: String,
    /// First day.
    pub from: Option<Day>,
    /// Last day.
    pub to: Option<Day>,
    /// Where it stands.
    pub state: StageState,
}

/// Draws the strip: an ordered list, because that is what it is.
pub fn stages(t: Speech, all: &[StageSpan]) -> Safe {
    let mut out = format!("<ol class=\"stages\" aria-label=\"{}\">", escape(&t.say("chart-stages")));
    for stage in all {
        let dates = match (stage.from, stage.to) {
            (Some(from), Some(to)) if from == to => t.day_short(from),
            (Some(from), Some(to)) => format!("{} – {}", t.day_short(from), t.day_short(to)),
            (Some(from), None) => format!("{} –", t.day_short(from)),
            (None, Some(to)) => format!("– {}", t.day_short(to)),
            (None, None) => String::new(),
        };
        let current = if stage.state == StageState::Now { " aria-current=\"step\"" } else { "" };
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            "<li class=\"{}\"{current}>{}<span class=\"vh\">, {}</span> <small>{}</small></li>",
            stage.state.code(),
            escape(&t.code("frame-stage", &stage.code)),
            escape(&t.code("chart-stage", stage.state.code())),
            escape(&dates)
        );
    }
    out.push_str("</ol>");
    Safe::ours(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lang::Lang;

    #[test]
    fn the_strip_names_every_stage_and_its_state() {
        let day = |month, day| Day::of(2021, month, day);
        let span = |code: &str, from, to, state| StageSpan { code: code.to_owned(), from, to, state };
        let all = [
            span("analysis", day(9, 1), day(10, 3), StageState::Done),
            span("active", day(10, 4), day(11, 30), StageState::Now),
            span("reporting", day(12, 1), None, StageState::Next),
        ];
        let html = stages(Speech::of(Lang::En), &all).to_string();
        assert!(
            html.contains("4 Oct – 30 Nov")
                && html.contains("1 Dec –</small>")
                && html.matches("aria-current").count() == 1
        );
        for lang in Lang::ALL {
            assert_eq!(crate::words::gaps(stages(Speech::of(lang), &all).as_str()), Vec::<String>::new());
        }
        let odd = stages(Speech::of(Lang::En), &[span("<x>", None, None, StageState::Next)]).to_string();
        assert!(!odd.contains("<x>"));
    }
}
