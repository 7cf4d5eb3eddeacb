//! Pieces of HTML that are already safe, and the one way to make them from text.
//!
//! Refuses: trusting a text. Whatever was typed goes through [`escape`]; only our own markup is written as it is.

use askama::filters::HtmlSafe;
use std::fmt::{self, Display, Write};

/// A finished piece of HTML; a template prints it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Safe(String);

impl Safe {
    /// Markup of ours. Every text inside it must have come through [`escape`].
    pub fn ours(markup: impl Into<String>) -> Self {
        Self(markup.into())
    }

    /// A text, escaped.
    pub fn text(text: &str) -> Self {
        Self(escape(text))
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Display for Safe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Safe {}

/// Text as HTML or SVG content or as a quoted attribute value. Control characters that XML forbids are dropped.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(letter),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// An identifier, code, coordinate or telephone number: kept left to right inside any text.
pub fn ltr(text: &str) -> Safe {
    Safe(format!("<bdi dir=\"ltr\">{}</bdi>", escape(text)))
}

/// A text whose direction is its own, such as a name as written.
pub fn isolate(text: &str) -> Safe {
    Safe(format!("<bdi>{}</bdi>", escape(text)))
}

/// A text as part of a query: everything but unreserved characters percent-encoded.
pub fn query(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// `address` with `name=value` in its query, replacing an earlier one and keeping the rest.
pub fn with_query(address: &str, name: &str, value: &str) -> String {
    let (path, old) = address.split_once('?').unwrap_or((address, ""));
    let kept = old.split('&').filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(name));
    let mut pairs: Vec<String> = kept.map(str::to_owned).collect();
    if !value.is_empty() {
        pairs.push(format!("{name}={}", query(value)));
    }
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_stays_text() {
        assert_eq!(escape("<b a='x'>&\"\u{0}"), "&lt;b a=&#39;x&#39;&gt;&amp;&quot;");
        assert_eq!(ltr("<i>").as_str(), "<bdi dir=\"ltr\">&lt;i&gt;</bdi>");
    }

    #[test]
    fn a_query_value_is_replaced_and_the_rest_kept() {
        assert_eq!(with_query("/a?x=1&lang=en&y=2", "lang", "fa"), "/a?x=1&y=2&lang=fa");
        assert_eq!(with_query("/a?lang=en", "lang", ""), "/a");
        assert_eq!(with_query("/a", "q", "а&b=c"), "/a?q=%D0%B0%26b%3Dc");
    }
}
