//! Form fields: label above, hint under it, error beside it and in a summary that links to it, what was typed kept.
//!
//! Refuses: deciding what is right. It shows [`Problems`] found elsewhere and gives back what was typed, letter by
//! letter. A field's `id` and `name` are its path in the draft, `lines.0.quantity`.

use crate::html::{Safe, escape};
use crate::words::Speech;
use model::problem::Problems;
use std::fmt::Write as _;

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

    /// A field to be shaped further.
    pub fn field(&self, name: &str) -> Field<'_> {
        let path = self.path(name);
        Field {
            form: self,
            label: self.t.field(&path),
            hint: self.t.hint(&path),
            optional: false,
            attributes: Vec::new(),
            path,
        }
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
    pub fn select(&self, name: &str, choices: &[Choice]) -> Safe {
        self.field(name).select(choices)
    }

    /// One of a few, all in sight.
    pub fn radios(&self, name: &str, choices: &[Choice]) -> Safe {
        self.field(name).radios(choices)
    }

    /// Any of a few.
    pub fn checkboxes(&self, name: &str, choices: &[Choice]) -> Safe {
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
    pub fn amount(&self, name: &str, unit: &str, units: &[Choice]) -> Safe {
        self.field(name).amount(unit, units)
    }

    /// A value that travels unseen.
    pub fn hidden(&self, name: &str) -> Safe {
        let path = escape(&self.path(name));
        Safe::ours(format!("<input type=\"hidden\" name=\"{path}\" value=\"{}\">", escape(self.value(name))))
    }
}

/// One field on its way into the page.
#[derive(Debug, Clone)]
pub struct Field<'a> {
    form: &'a Form<'a>,
    path: String,
    label: String,
    hint: String,
    optional: bool,
    attributes: Vec<(&'static str, String)>,
}

impl Field<'_> {
    /// With the message `key` as its label.
    #[must_use]
    pub fn label(mut self, key: &str) -> Self {
        self.label = self.form.t.say(key);
        self
    }

    /// With the message `key` as its hint.
    #[must_use]
    pub fn hint(mut self, key: &str) -> Self {
        self.hint = self.form.t.say(key);
        self
    }

    /// Marked as one that may stay empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// With one more attribute of the input, such as `autocomplete` or `list`; never an event or a style.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, value.to_owned()));
        self
    }

    /// One line of text.
    pub fn text(self) -> Safe {
        let input = self.input("text", "dir=\"auto\"");
        self.wrap(&input)
    }

    /// A whole number. Not `type=number`: that drops what it cannot read, and refuses Persian digits.
    pub fn number(self) -> Safe {
        let input = self.input("text", "inputmode=\"numeric\" class=\"short\" dir=\"auto\"");
        self.wrap(&input)
    }

    /// A password; what was typed is not sent back.
    pub fn password(self) -> Safe {
        let input = format!("<input type=\"password\" {}>", self.names());
        self.wrap(&input)
    }

    /// A day. Not `type=date`: a day may be typed in either calendar and with any digits.
    pub fn date(self) -> Safe {
        let input = self.input("text", "inputmode=\"text\" class=\"date\" dir=\"ltr\" autocomplete=\"off\"");
        self.wrap(&input)
    }

    /// Several lines of text.
    pub fn area(self, rows: u8) -> Safe {
        let typed = escape(self.form.typed.get(&self.path));
        // A line feed right after the tag is dropped by browsers: one of ours protects one of theirs.
        let input = format!("<textarea rows=\"{rows}\" dir=\"auto\" {}>\n{typed}</textarea>", self.names());
        self.wrap(&input)
    }

    /// One of many, from a list that opens. The first entry is empty unless a choice has an empty value.
    pub fn select(self, choices: &[Choice]) -> Safe {
        let input = format!("<select {}>{}</select>", self.names(), self.options(&self.path, choices));
        self.wrap(&input)
    }

    /// An amount with its unit beside it.
    pub fn amount(self, unit: &str, units: &[Choice]) -> Safe {
        let path = self.form.path(unit);
        let number = self.input("text", "inputmode=\"decimal\" dir=\"ltr\" autocomplete=\"off\"");
        let unit = format!(
            "<select id=\"{0}\" name=\"{0}\" aria-label=\"{1}\">{2}</select>",
            escape(&path),
            escape(&self.form.t.field(&path)),
            self.options(&path, units)
        );
        self.wrap(&format!("<div class=\"pair\">{number}{unit}</div>"))
    }

    /// Files to send; `accept` as in HTML. Files cannot be kept by a page: the hint should say so.
    pub fn file(self, accept: &str) -> Safe {
        let input = format!("<input type=\"file\" accept=\"{}\" {}>", escape(accept), self.names());
        self.wrap(&input)
    }

    /// One of a few, all in sight.
    pub fn radios(self, choices: &[Choice]) -> Safe {
        self.group("radio", choices)
    }

    /// Any of a few.
    pub fn checkboxes(self, choices: &[Choice]) -> Safe {
        self.group("checkbox", choices)
    }

    /// Yes or no; sends `true`.
    pub fn check(self) -> Safe {
        let checked = if self.form.typed.has(&self.path, "true") { " checked" } else { "" };
        let path = escape(&self.path);
        Safe::ours(format!(
            "<div class=\"field{}\">{}<label class=\"tick\"><input type=\"checkbox\" id=\"{path}\" name=\"{path}\" value=\"true\"{checked}{}{}> \
             <span>{}</span></label>{}</div>",
            self.bad(),
            self.error(),
            self.described(),
            self.extra(),
            escape(&self.label),
            self.hint_line()
        ))
    }

    fn group(self, kind: &str, choices: &[Choice]) -> Safe {
        let path = escape(&self.path);
        let mut out = format!(
            "<fieldset id=\"{path}\" class=\"field{}\" tabindex=\"-1\"{}><legend>{}{}</legend>{}{}",
            self.bad(),
            self.described(),
            escape(&self.label),
            self.optional_mark(),
            self.hint_line(),
            self.error()
        );
        for choice in choices {
            let checked = if self.form.typed.has(&self.path, &choice.value) { " checked" } else { "" };
            let hint =
                if choice.hint.is_empty() { String::new() } else { format!("<small>{}</small>", escape(&choice.hint)) };
            let _ = write!(
                out,
                "<label class=\"tick\"><input type=\"{kind}\" name=\"{path}\" value=\"{}\"{checked}{}> <span>{}{hint}</span></label>",
                escape(&choice.value),
                self.extra(),
                escape(&choice.label)
            );
        }
        out.push_str("</fieldset>");
        Safe::ours(out)
    }

    fn input(&self, kind: &str, more: &str) -> String {
        format!("<input type=\"{kind}\" value=\"{}\" {more} {}>", escape(self.form.typed.get(&self.path)), self.names())
    }

    fn names(&self) -> String {
        let invalid = if self.bad().is_empty() { "" } else { " aria-invalid=\"true\"" };
        format!("id=\"{0}\" name=\"{0}\"{1}{invalid}{2}", escape(&self.path), self.described(), self.extra())
    }

    fn extra(&self) -> String {
        self.attributes.iter().fold(String::new(), |mut out, (name, value)| {
            let _ = write!(out, " {name}=\"{}\"", escape(value));
            out
        })
    }

    fn options(&self, path: &str, choices: &[Choice]) -> String {
        let typed = self.form.typed.get(path);
        let mut out = String::new();
        if !choices.iter().any(|choice| choice.value.is_empty()) {
            let _ = write!(out, "<option value=\"\">{}</option>", escape(&self.form.t.say("form-choose")));
        }
        for choice in choices {
            let selected = if choice.value == typed { " selected" } else { "" };
            let _ =
                write!(out, "<option value=\"{}\"{selected}>{}</option>", escape(&choice.value), escape(&choice.label));
        }
        // What was sent and is not on offer is shown all the same: nothing typed is ever lost.
        if !typed.is_empty() && !choices.iter().any(|choice| choice.value == typed) {
            let _ = write!(out, "<option value=\"{0}\" selected>{0}</option>", escape(typed));
        }
        out
    }

    fn bad(&self) -> &'static str {
        if self.form.problems.of(&self.path).next().is_some() { " bad" } else { "" }
    }

    fn described(&self) -> String {
        let path = escape(&self.path);
        let hint = if self.hint.is_empty() { String::new() } else { format!("{path}-hint") };
        let error = if self.bad().is_empty() { String::new() } else { format!("{path}-error") };
        match format!("{hint} {error}").trim() {
            "" => String::new(),
            ids => format!(" aria-describedby=\"{ids}\""),
        }
    }

    fn error(&self) -> String {
        let problems: Vec<String> =
            self.form.problems.of(&self.path).map(|problem| escape(&self.form.t.problem_beside(problem))).collect();
        if problems.is_empty() {
            return String::new();
        }
        let word = escape(&self.form.t.say("form-error"));
        let path = escape(&self.path);
        format!("<p class=\"err\" id=\"{path}-error\"><span class=\"vh\">{word}: </span>{}</p>", problems.join("<br>"))
    }

    fn hint_line(&self) -> String {
        if self.hint.is_empty() {
            return String::new();
        }
        format!("<p class=\"hint\" id=\"{}-hint\">{}</p>", escape(&self.path), escape(&self.hint))
    }

    fn optional_mark(&self) -> String {
        if self.optional {
            format!(" <small>({})</small>", escape(&self.form.t.say("form-optional")))
        } else {
            String::new()
        }
    }

    fn wrap(&self, input: &str) -> Safe {
        Safe::ours(format!(
            "<div class=\"field{}\"><label for=\"{}\">{}{}</label>{}{}{input}</div>",
            self.bad(),
            escape(&self.path),
            escape(&self.label),
            self.optional_mark(),
            self.hint_line(),
            self.error()
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::lang::Lang;
    use model::problem::Problem;

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
    }
}
