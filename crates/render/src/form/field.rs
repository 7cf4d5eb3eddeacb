//! One field of a form as HTML.
//!
//! Refuses: an input without a label, an error without its words, a value that was typed and is not given back.

use super::{Choice, Form};
use crate::html::{Safe, escape};
use std::fmt::Write as _;

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

impl<'a> Field<'a> {
    /// A field with the label and the hint that its path has in the words.
    pub(super) fn new(form: &'a Form<'a>, path: String) -> Self {
        let (label, hint) = (form.t.field(&path), form.t.hint(&path));
        Self { form, path, label, hint, optional: false, attributes: Vec::new() }
    }

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

    /// With a label that is a text of its own.
    #[must_use]
    pub fn named(self, label: &str) -> Self {
        Self { label: label.to_owned(), ..self }
    }

    /// With a hint that is a text of its own; none where it is empty.
    #[must_use]
    pub fn explained(self, hint: &str) -> Self {
        Self { hint: hint.to_owned(), ..self }
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
    pub fn select(self, choices: impl AsRef<[Choice]>) -> Safe {
        let input = format!("<select {}>{}</select>", self.names(), self.options(&self.path, choices.as_ref()));
        self.wrap(&input)
    }

    /// An amount with its unit beside it.
    pub fn amount(self, unit: &str, units: impl AsRef<[Choice]>) -> Safe {
        let path = self.form.path(unit);
        let number = self.input("text", "inputmode=\"decimal\" dir=\"ltr\" autocomplete=\"off\"");
        let unit = format!(
            "<select id=\"{0}\" name=\"{0}\" aria-label=\"{1}\">{2}</select>",
            escape(&path),
            escape(&self.form.t.field(&path)),
            self.options(&path, units.as_ref())
        );
        self.wrap(&format!("<div class=\"pair\">{number}{unit}</div>"))
    }

    /// Files to send; `accept` as in HTML. Files cannot be kept by a page: the hint should say so.
    pub fn file(self, accept: &str) -> Safe {
        let input = format!("<input type=\"file\" accept=\"{}\" {}>", escape(accept), self.names());
        self.wrap(&input)
    }

    /// One of a few, all in sight.
    pub fn radios(self, choices: impl AsRef<[Choice]>) -> Safe {
        self.group("radio", choices.as_ref())
    }

    /// Any of a few.
    pub fn checkboxes(self, choices: impl AsRef<[Choice]>) -> Safe {
        self.group("checkbox", choices.as_ref())
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
            "<fieldset id=\"{path}\" class=\"field{}{}\" tabindex=\"-1\"{}><legend>{}{}</legend>{}{}",
            self.bad(),
            if choices.len() > 6 { " many" } else { "" },
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
