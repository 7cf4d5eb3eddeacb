//! Small parts that every page shares: marking chips, figures, facts, filters, pages of a list, the empty state.
//!
//! Refuses: colour as the only carrier of a meaning. Every chip has its word, every provisional share its hatch and
//! its number.

use crate::frame::Frame;
use crate::html::{Safe, escape, with_query};
use crate::words::Speech;
use model::time::Moment;
use std::fmt::Write as _;

/// The tone of a chip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// No judgement.
    #[default]
    Plain,
    /// All is well.
    Good,
    /// Look at it.
    Warn,
    /// Wrong or dangerous.
    Bad,
    /// Belongs to what is chosen.
    Accent,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Tone::Plain => "chip",
            Tone::Good => "chip good",
            Tone::Warn => "chip warn",
            Tone::Bad => "chip bad",
            Tone::Accent => "chip accent",
        }
    }
}

/// A figure with unit, share that is provisional, note and way to its inputs.
#[derive(Debug, Clone, Default)]
pub struct Tile {
    /// What is counted, with its basis: `In scope, mass`.
    pub label: String,
    /// The number as said: `t.decimal(…)`.
    pub value: String,
    /// Its unit as said; may be empty.
    pub unit: String,
    /// Provisional part and whole, in the same base units; `None` draws no bar.
    pub provisional: Option<(i128, i128)>,
    /// A line under it; may be empty.
    pub note: String,
    /// Address of the list of its inputs.
    pub inputs: Option<String>,
}

impl Tile {
    /// The figure as HTML.
    pub fn html(&self, t: Speech) -> Safe {
        let unit = if self.unit.is_empty() { String::new() } else { format!(" <span>{}</span>", escape(&self.unit)) };
        let mut notes: Vec<String> = Vec::new();
        let mut bar = String::new();
        if let Some((part, all)) = self.provisional {
            let percent = crate::number::permille(part, all).map_or(0, |permille| ((permille + 5) / 10).clamp(0, 100));
            bar = format!("<div class=\"part\" aria-hidden=\"true\"><i class=\"p{percent}\"></i></div>");
            if part > 0 {
                notes.push(escape(&t.say_one("chart-provisional-share", "share", t.percent(part, all))));
            }
        }
        if !self.note.is_empty() {
            notes.push(escape(&self.note));
        }
        if let Some(inputs) = &self.inputs {
            let label = format!("{}: {}", self.label, t.say("chart-inputs"));
            notes.push(format!(
                "<a href=\"{}\" aria-label=\"{}\">{}</a>",
                escape(inputs),
                escape(&label),
                escape(&t.say("chart-inputs"))
            ));
        }
        Safe::ours(format!(
            "<section class=\"panel w3 figure\"><h2>{}</h2><b class=\"num\">{}{unit}</b>{bar}<small>{}</small></section>",
            escape(&self.label),
            escape(&self.value),
            notes.join(" · ")
        ))
    }
}

/// One value of a filter.
#[derive(Debug, Clone)]
pub struct FacetValue {
    /// What stands in the address.
    pub value: String,
    /// What is read.
    pub label: String,
    /// How many records it would show; `None` when not counted.
    pub count: Option<u64>,
}

/// A filter of a list: a name in the address and its values.
#[derive(Debug, Clone)]
pub struct Facet {
    /// The name in the address.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What may be chosen.
    pub values: Vec<FacetValue>,
    /// What is chosen; empty for any.
    pub chosen: String,
}

/// The filters of a list as links that keep the rest of the address and return to its first page.
pub fn facets(t: Speech, address: &str, all: &[Facet]) -> Safe {
    let base = with_query(address, "after", "");
    let mut out = String::from("<div class=\"facets\">");
    for facet in all {
        let open = if facet.chosen.is_empty() { "" } else { " open" };
        let chosen = facet.values.iter().find(|value| value.value == facet.chosen);
        let said = chosen.map(|value| format!(": <b>{}</b>", escape(&value.label))).unwrap_or_default();
        // Writing to a String cannot fail, here and below.
        let _ = write!(
            out,
            "<details id=\"{}\"{open}><summary>{}{said}</summary><ul>",
            escape(&facet.name),
            escape(&facet.label)
        );
        let any = with_query(&base, &facet.name, "");
        let current = if facet.chosen.is_empty() { " aria-current=\"true\"" } else { "" };
        let _ = write!(out, "<li><a href=\"{}\"{current}>{}</a></li>", escape(&any), escape(&t.say("list-any")));
        for value in &facet.values {
            let current = if value.value == facet.chosen { " aria-current=\"true\"" } else { "" };
            let count =
                value.count.map(|count| format!(" <span class=\"num\">{}</span>", t.int(count))).unwrap_or_default();
            let to = with_query(&base, &facet.name, &value.value);
            let _ = write!(out, "<li><a href=\"{}\"{current}>{}{count}</a></li>", escape(&to), escape(&value.label));
        }
        out.push_str("</ul></details>");
    }
    out.push_str("</div>");
    Safe::ours(out)
}

/// The chosen filters as chips, each with the way to remove it; nothing when none is chosen.
pub fn chosen(t: Speech, address: &str, all: &[Facet]) -> Safe {
    let base = with_query(address, "after", "");
    let mut out = String::new();
    let mut clear = base.clone();
    for facet in all.iter().filter(|facet| !facet.chosen.is_empty()) {
        let value = facet.values.iter().find(|value| value.value == facet.chosen);
        let said = format!("{}: {}", facet.label, value.map_or(facet.chosen.as_str(), |value| &value.label));
        let remove = t.say_one("list-remove-filter", "name", said.as_str());
        let to = with_query(&base, &facet.name, "");
        clear = with_query(&clear, &facet.name, "");
        let _ = write!(
            out,
            "<a class=\"chip accent\" href=\"{}\" aria-label=\"{}\">{} <span aria-hidden=\"true\">×</span></a> ",
            escape(&to),
            escape(&remove),
            escape(&said)
        );
    }
    if out.is_empty() {
        return Safe::default();
    }
    Safe::ours(format!(
        "<p class=\"chosen\">{out}<a href=\"{}\">{}</a></p>",
        escape(&clear),
        escape(&t.say("list-clear"))
    ))
}

/// The way to the neighbouring pages of a list; nothing when there is only one.
pub fn pager(t: Speech, previous: Option<&str>, next: Option<&str>) -> Safe {
    if previous.is_none() && next.is_none() {
        return Safe::default();
    }
    let link = |to: Option<&str>, rel: &str, key: &str| {
        let word = escape(&t.say(key));
        to.map(|to| format!("<a class=\"button quiet\" rel=\"{rel}\" href=\"{}\">{word}</a>", escape(to)))
            .unwrap_or_default()
    };
    Safe::ours(format!(
        "<nav class=\"pager\" aria-label=\"{}\">{}{}</nav>",
        escape(&t.say("list-pages")),
        link(previous, "prev", "list-previous"),
        link(next, "next", "list-next")
    ))
}

/// What a live page watches.
#[derive(Debug, Clone, Copy)]
pub struct Watch<'a> {
    /// The address of the operation.
    pub operation: &'a str,
    /// The name of the last event that the page includes: what came later is new.
    pub event: &'a str,
    /// When it was made.
    pub as_of: Moment,
    /// The `id`s of the parts of the page that are fetched anew.
    pub parts: &'a str,
    /// Whether they are put in place without asking the reader.
    pub by_itself: bool,
}

/// The place where `live.mjs` says that something is new, and offers it or puts it in place; silent without script.
pub fn live(frame: &Frame, watch: Watch<'_>) -> Safe {
    let t = frame.t;
    let counted = |key: &str| escape(&crate::words::plain(&t.say_one(key, "count", "{n}")));
    let lost = t.say_one("live-lost", "time", t.clock(watch.as_of, frame.offset));
    Safe::ours(format!(
        "<div class=\"live\" role=\"status\" data-live=\"{}/events?after={}\" data-parts=\"{}\" data-mode=\"{}\" \
         data-new=\"{}\" data-swapped=\"{}\" data-lost=\"{}\" data-back=\"{}\"></div>",
        escape(watch.operation),
        escape(watch.event),
        escape(watch.parts),
        if watch.by_itself { "swap" } else { "offer" },
        counted("live-new"),
        counted("live-swapped"),
        escape(&crate::words::plain(&lost)),
        escape(&t.say("live-back"))
    ))
}

/// What `draft.mjs` needs on a form to keep what its member types on this device: attributes for the `<form>` and a line
/// to put in it. `form` names the form, `address` shows it with all its fields, and with as many rows of a list as
/// `rows=LIST.COUNT` asks for; silent without script.
pub fn draft(frame: &Frame, form: &str, address: &str) -> (Safe, Safe) {
    let t = frame.t;
    let say = |key: &str| escape(&t.say(key));
    let member = frame.member.as_ref().map_or("", |member| member.name.as_str());
    let attributes = format!(
        "data-draft=\"{}:{}\" data-all=\"{}\" data-kept=\"{}\" data-restored=\"{}\" data-offline=\"{}\"",
        escape(member),
        escape(form),
        escape(address),
        escape(&crate::words::plain(&t.say_one("form-draft-kept", "age", "{age}"))),
        say("form-draft-restored"),
        say("form-draft-offline")
    );
    let line = format!(
        "<p class=\"saved\" data-draft-line role=\"status\" hidden><span></span><b hidden>{}</b><button type=\"button\" class=\"button quiet small\" hidden>{}</button></p>",
        say("form-draft-offline"),
        say("form-draft-discard")
    );
    (Safe::ours(attributes), Safe::ours(line))
}

/// Facts in reading order. A fact without a value is left out.
pub fn facts(all: &[(String, Safe)]) -> Safe {
    let mut out = String::from("<dl class=\"facts\">");
    for (label, value) in all.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = write!(out, "<div><dt>{}</dt><dd>{value}</dd></div>", escape(label));
    }
    out.push_str("</dl>");
    Safe::ours(out)
}

impl Speech {
    /// A chip with a text in a tone.
    pub fn chip(self, tone: Tone, text: impl AsRef<str>) -> Safe {
        Safe::ours(format!("<span class=\"{}\">{}</span>", tone.class(), escape(text.as_ref())))
    }

    /// A TLP chip by code: `red`, `amber-strict`, `amber`, `green`, `clear`.
    pub fn tlp(self, code: impl AsRef<str>) -> Safe {
        let code = escape(code.as_ref());
        Safe::ours(format!("<span class=\"chip tlp-{code}\" dir=\"ltr\">{}</span>", escape(&self.code("tlp", &code))))
    }

    /// What will be here and how it gets here.
    pub fn empty(self, what: &str, how: &str) -> Safe {
        Safe::ours(format!(
            "<div class=\"empty\"><p><b>{}</b></p><p>{}</p></div>",
            escape(&self.say(what)),
            escape(&self.say(how))
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::gaps;
    use model::lang::Lang;

    const T: Speech = Speech::of(Lang::En);

    #[test]
    fn a_figure_hatches_its_provisional_part_and_says_it() {
        let tile = Tile {
            label: "Mass <b>".to_owned(),
            value: T.decimal(1_284_316_000_000_i64, 9),
            unit: "kg".to_owned(),
            provisional: Some((19, 100)),
            note: String::new(),
            inputs: Some("/x?a=1&b=2".to_owned()),
        };
        let html = tile.html(T);
        assert!(html.as_str().contains("class=\"p19\"") && html.as_str().contains("provisional"));
        assert!(html.as_str().contains("Mass &lt;b&gt;") && html.as_str().contains("a=1&amp;b=2"));
        assert_eq!(gaps(html.as_str()), Vec::<String>::new());
    }

    #[test]
    fn a_filter_keeps_the_others_and_returns_to_the_first_page() {
        let value = |value: &str| FacetValue { value: value.to_owned(), label: format!("<{value}>"), count: Some(3) };
        let facet = Facet {
            name: "setting".to_owned(),
            label: "Setting".to_owned(),
            values: vec![value("rail"), value("road")],
            chosen: "rail".to_owned(),
        };
        let all = facets(T, "/i?q=x&setting=rail&after=9", std::slice::from_ref(&facet));
        assert!(all.as_str().contains("/i?q=x&amp;setting=road\""), "{all}");
        assert!(all.as_str().contains("aria-current=\"true\">&lt;rail&gt;"));
        let chips = chosen(T, "/i?q=x&setting=rail&after=9", &[facet]);
        assert!(chips.as_str().contains("href=\"/i?q=x\""), "{chips}");
    }

    #[test]
    fn every_marking_has_its_word() {
        for code in ["red", "amber-strict", "amber", "green", "clear"] {
            assert!(gaps(T.tlp(code).as_str()).is_empty());
        }
    }

    #[test]
    fn what_scripts_say_comes_from_the_words() {
        for lang in Lang::ALL {
            let t = Speech::of(lang);
            let frame = Frame::samples(t).remove(0);
            let watch =
                Watch { operation: "/o\"", event: "41", as_of: Moment(0), parts: "figures strip", by_itself: true };
            let watch = live(&frame, watch).to_string();
            assert!(watch.contains("{n}") && watch.contains("/o&quot;/events?after=41\""), "{watch}");
            assert_eq!(gaps(&watch), Vec::<String>::new());
            let (attributes, line) = draft(&frame, "x\"y", "/new?a=1&b=2");
            assert!(attributes.as_str().contains("data-draft=\"aliya:x&quot;y\" data-all=\"/new?a=1&amp;b=2\""));
            assert!(attributes.as_str().contains("{age}"));
            assert_eq!(gaps(line.as_str()), Vec::<String>::new());
        }
    }

    #[test]
    fn a_single_page_has_no_pager() {
        assert!(pager(T, None, None).is_empty());
        assert!(pager(T, None, Some("/n")).as_str().contains("rel=\"next\""));
    }
}
