//! Form fields: label above, hint under it, error beside it and in a summary that links to it, what was typed kept.
//!
//! Refuses: deciding what is right. It shows [`Problems`] found elsewhere and gives back what was typed, letter by
//! letter. A field's `id` and `name` are its path in the draft, `lines.0.quantity`.

mod field;

use crate::html::{Safe, escape};
use crate::words::Speech;
use model::problem::{Problem, Problems};
use std::fmt::Write as _;

pub use field::Field;

/// What was typed, in order, names repeated where several were chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// Nothing typed.
    pub const fn nothing() -> Self {
        Self(Vec::new())
    }

    /// The same and one more value.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.0.push((name.into(), value.into()));
        self
    }

    /// The first value of a name; empty where nothing was typed.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(each, _)| each == name).map_or("", |(_, value)| value)
    }

    /// Whether `value` is among the values of a name.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(each, typed)| each == name && typed == value)
    }

    /// How many rows of a list an address asks for with `rows=LIST.COUNT`; at most fifty.
    pub fn rows(&self, list: &str) -> usize {
        let of_list = |text: &str| text.strip_prefix(list)?.strip_prefix('.')?.parse::<usize>().ok();
        let asked = self.0.iter().filter(|(name, _)| name == "rows").filter_map(|(_, value)| of_list(value)).max();
        asked.unwrap_or_default().min(50)
    }

    /// How many entries a list such as `lines` has: one more than the highest `lines.N.…`.
    pub fn count(&self, list: &str) -> usize {
        let index = |name: &str| name.strip_prefix(list)?.strip_prefix('.')?.split('.').next()?.parse::<usize>().ok();
        self.0.iter().filter_map(|(name, _)| index(name)).max().map_or(0, |highest| highest.saturating_add(1))
    }
}

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read, in the reader's language.
    pub label: String,
    /// A line under it among radios and checkboxes; may be empty.
    pub hint: String,
}

impl Choice {
    /// A choice without a hint.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: String::new() }
    }

    /// Choices of codes, said as `<noun>-<code>`.
    pub fn of_codes<'a>(t: Speech, noun: &str, codes: impl IntoIterator<Item = &'a str>) -> Vec<Choice> {
        codes.into_iter().map(|code| Choice::new(code, t.code(noun, code))).collect()
    }
}

/// A form with what was typed into it and what is wrong with that.
#[derive(Debug, Clone)]
pub struct Form<'a> {
    /// The reader's words.
    pub t: Speech,
    typed: &'a Typed,
    problems: &'a Problems,
    prefix: String,
}

impl<'a> Form<'a> {
    /// A form. Fresh forms pass defaults as `typed` and no problems.
    pub const fn new(t: Speech, typed: &'a Typed, problems: &'a Problems) -> Self {
        Self { t, typed, problems, prefix: String::new() }
    }

    /// The fields of entry `index` of a list: `form.at("lines", 0).text("marking")` is `lines.0.marking`.
    #[must_use]
    pub fn at(&self, list: &str, index: usize) -> Form<'a> {
        Form { prefix: self.path(&format!("{list}.{index}")) + ".", ..self.clone() }
    }

    /// How many entries a list has among what was typed, at least `least`; at most 100 are drawn, whatever was sent.
    pub fn count(&self, list: &str, least: usize) -> usize {
        self.typed.count(&self.path(list)).clamp(least, least.max(100))
    }

    /// Full path of a field of this part of the form.
    pub fn path(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// What was typed into a field.
    pub fn value(&self, name: &str) -> &str {
        self.typed.get(&self.path(name))
    }

    /// Whether anything is to settle in a part of the form: a field, or what lies under it.
    pub fn has_problems(&self, part: &str) -> bool {
        let (path, under) = (self.path(part), self.path(part) + ".");
        self.problems.0.iter().any(|problem| problem.field == path || problem.field.starts_with(&under))
    }

    /// The problems of one field of this part of the form.
    pub fn problems_of(&self, name: &str) -> Vec<&Problem> {
        let path = self.path(name);
        self.problems.0.iter().filter(|problem| problem.field == path).collect()
    }

    /// The summary of everything to settle, each linked to its field; nothing when all is well.
    pub fn summary(&self) -> Safe {
        let problems = &self.problems.0;
        if problems.is_empty() {
            return Safe::default();
        }
        let title = self.t.say_one("form-problems", "count", problems.len());
        let mut out = format!("<div class=\"summary\" role=\"alert\" tabindex=\"-1\"><h2>{}</h2><ul>", escape(&title));
        for problem in problems {
            let sentence = escape(&self.t.problem(problem));
            // Writing to a String cannot fail, here and below.
            let _ = match problem.field.as_str() {
                "" => write!(out, "<li>{sentence}</li>"),
                field => write!(out, "<li><a href=\"#{}\">{sentence}</a></li>", escape(field)),
            };
        }
        out.push_str("</ul></div>");
        Safe::ours(out)
    }

    /// What is wrong with the field of a full path, to stand in it; nothing when all is well.
    pub fn beside(&self, path: &str) -> Safe {
        crate::page::beside(self.t, self.problems, path)
    }

    /// Whether something is wrong in a part such as `marking`.
    pub fn has_problems_in(&self, part: &str) -> bool {
        let part = self.path(part);
        self.problems.0.iter().any(|problem| problem.field.starts_with(&part))
    }

    /// A field to be shaped further.
    pub fn field(&self, name: &str) -> Field<'_> {
        let path = self.path(name);
        Field::new(self, path)
    }

    /// One line of text.
    pub fn text(&self, name: &str) -> Safe {
        self.field(name).text()
    }

    /// A whole number.
    pub fn number(&self, name: &str) -> Safe {
        self.field(name).number()
    }

    /// A password; what was typed is not sent back.
    pub fn password(&self, name: &str) -> Safe {
        self.field(name).password()
    }

    /// A day as the reader writes days.
    pub fn date(&self, name: &str) -> Safe {
        self.field(name).date()
    }

    /// Several lines of text.
    pub fn area(&self, name: &str, rows: u8) -> Safe {
        self.field(name).area(rows)
    }

    /// One of many, from a list that opens.
    pub fn select(&self, name: &str, choices: impl AsRef<[Choice]>) -> Safe {
        self.field(name).select(choices)
    }

    /// One of a few, all in sight.
    pub fn radios(&self, name: &str, choices: impl AsRef<[Choice]>) -> Safe {
        self.field(name).radios(choices)
    }

    /// Any of a few.
    pub fn checkboxes(&self, name: &str, choices: impl AsRef<[Choice]>) -> Safe {
        self.field(name).checkboxes(choices)
    }

    /// Yes or no; sends `true`.
    pub fn check(&self, name: &str) -> Safe {
        self.field(name).check()
    }

    /// Files to send.
    pub fn file(&self, name: &str, accept: &str) -> Safe {
        self.field(name).file(accept)
    }

    /// An amount with its unit beside it.
    pub fn amount(&self, name: &str, unit: &str, units: impl AsRef<[Choice]>) -> Safe {
        self.field(name).amount(unit, units)
    }

    /// What stands under a field whose text looks as if it carried personal data: a tick that its writer has looked at it,
    /// which travels on once it was made.
    pub fn settle(&self, name: &str) -> Safe {
        let value = format!("personal-data:{}", self.path(name));
        if self.problems_of(name).iter().any(|problem| problem.code == "personal-data") {
            let label = escape(&self.t.say("incident-right-as-typed"));
            return Safe::ours(format!(
                "<label class=\"tick\"><input type=\"checkbox\" name=\"settled\" value=\"{}\"> <span>{label}</span></label>",
                escape(&value)
            ));
        }
        if self.typed.has("settled", &value) {
            return Safe::ours(format!("<input type=\"hidden\" name=\"settled\" value=\"{}\">", escape(&value)));
        }
        Safe::default()
    }

    /// A value that travels unseen.
    pub fn hidden(&self, name: &str) -> Safe {
        let path = escape(&self.path(name));
        Safe::ours(format!("<input type=\"hidden\" name=\"{path}\" value=\"{}\">", escape(self.value(name))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lang::Lang;

    const T: Speech = Speech::of(Lang::En);

    fn problems() -> Problems {
        Problem::new("lines.0.quantity", "quantity-ambiguous")
            .with("text", "<5,065>")
            .with("a", "5.065")
            .with("b", "5065")
            .into()
    }

    #[test]
    fn what_was_typed_comes_back_and_stays_text() {
        let typed = Typed::nothing().with("quantity", "\"><script>").with("unit", "stone");
        let form = Form { t: T, typed: &typed, problems: &Problems::none(), prefix: String::new() };
        let units = [Choice::new("kg", "kg")];
        for html in [
            form.text("quantity"),
            form.area("quantity", 3),
            form.amount("quantity", "unit", &units),
            form.hidden("quantity"),
        ] {
            assert!(html.as_str().contains("&quot;&gt;&lt;script&gt;"), "{html}");
        }
        assert!(
            form.amount("quantity", "unit", &units)
                .as_str()
                .contains("<option value=\"stone\" selected>stone</option>")
        );
        assert!(!form.password("quantity").as_str().contains("script"));
    }

    #[test]
    fn an_error_stands_beside_its_field_and_in_a_summary_that_links_to_it() {
        let (typed, problems) = (Typed::nothing(), problems());
        let form = Form::new(T, &typed, &problems);
        let field = form.at("lines", 0).text("quantity");
        let summary = form.summary();
        assert!(summary.as_str().contains("<a href=\"#lines.0.quantity\">"));
        assert!(field.as_str().contains("id=\"lines.0.quantity\""));
        assert!(field.as_str().contains("aria-describedby=\"lines.0.quantity-error\" aria-invalid=\"true\""));
        assert!(field.as_str().contains("id=\"lines.0.quantity-error\""));
        assert!(!summary.as_str().contains("<5,065>") && !field.as_str().contains("<5,065>"));
        assert!(Form::new(T, &typed, &Problems::none()).summary().is_empty());
    }

    #[test]
    fn chosen_things_stay_chosen() {
        let typed = Typed::nothing().with("quantity", "b").with("quantity", "c");
        let none = Problems::none();
        let form = Form::new(T, &typed, &none);
        let choices = ["a", "b", "c"].map(|code| Choice::new(code, code));
        assert_eq!(form.checkboxes("quantity", &choices).as_str().matches(" checked").count(), 2);
        assert!(form.select("quantity", &choices).as_str().contains("<option value=\"b\" selected>"));
        assert!(form.radios("quantity", &choices).as_str().starts_with("<fieldset id=\"quantity\""));
    }

    #[test]
    fn a_list_is_as_long_as_its_highest_entry() {
        let typed = Typed::nothing().with("lines.2.unit", "kg").with("lines.0.unit", "g").with("lineside", "x");
        assert_eq!(typed.count("lines"), 3);
        assert_eq!(typed.count("legs"), 0);
        let asked = Typed::nothing().with("rows", "lines.3").with("rows", "legs.900").with("rows", "persons.x");
        assert_eq!(["lines", "legs", "persons", "related"].map(|list| asked.rows(list)), [3, 50, 0, 0]);
    }
}
