//! Messages of one language, as far as the words check compares them.
//!
//! Refuses to format anything; that is the work of `render`.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Attribute, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse;

/// One language: its messages by key; attributes as `key.attribute`, terms as `-key`.
#[derive(Default)]
pub struct Tongue {
    /// What it says.
    pub messages: BTreeMap<String, Message>,
    /// What cannot be read, as `file: reason`.
    pub flaws: Vec<String>,
}

/// One message or attribute.
#[derive(Default)]
pub struct Message {
    /// Name of the file below the language's folder.
    pub file: String,
    /// Names of variables anywhere in it, selectors and arguments included.
    pub variables: BTreeSet<String>,
    /// Other messages and terms that it includes.
    pub references: BTreeSet<String>,
    /// Its text as parsed, for comparison with another language.
    pub pattern: Option<Pattern<String>>,
    /// It has letters of its own, so there is something to translate.
    pub has_words: bool,
    /// It chooses between [one] and others without a [few].
    pub lacks_few: bool,
}

impl Tongue {
    /// Adds the messages of one file.
    pub fn read(&mut self, file: &str, text: String) {
        let resource = parse(text).unwrap_or_else(|(resource, _)| resource);
        for entry in resource.body {
            match entry {
                Entry::Message(message) => {
                    if let Some(pattern) = message.value {
                        self.add(file, message.id.name.clone(), pattern);
                    }
                    self.add_attributes(file, &message.id.name, message.attributes);
                }
                Entry::Term(term) => self.add(file, format!("-{}", term.id.name), term.value),
                Entry::Junk { content } => {
                    let line = content.lines().next().unwrap_or_default().to_owned();
                    self.flaws.push(format!("{file}: not a message: {line}"));
                }
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
    }

    fn add_attributes(&mut self, file: &str, key: &str, attributes: Vec<Attribute<String>>) {
        for attribute in attributes {
            self.add(file, format!("{key}.{}", attribute.id.name), attribute.value);
        }
    }

    fn add(&mut self, file: &str, key: String, pattern: Pattern<String>) {
        let mut message = Message { file: file.to_owned(), ..Message::default() };
        message.look_at(&pattern);
        message.pattern = Some(pattern);
        if self.messages.contains_key(&key) {
            self.flaws.push(format!("{file}: {key} is written twice"));
        }
        self.messages.insert(key, message);
    }
}

impl Message {
    fn look_at(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.has_words |= value.chars().any(char::is_alphabetic),
                PatternElement::Placeable { expression } => self.look_into(expression),
            }
        }
    }

    fn look_into(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.look_at_inline(inline),
            Expression::Select { selector, variants } => {
                self.look_at_inline(selector);
                let has = |wanted: &str| {
                    variants
                        .iter()
                        .any(|variant| matches!(&variant.key, VariantKey::Identifier { name } if name == wanted))
                };
                self.lacks_few |= has("one") && !has("few");
                for variant in variants {
                    self.look_at(&variant.value);
                }
            }
        }
    }

    fn look_at_inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::VariableReference { id } => _ = self.variables.insert(id.name.clone()),
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map_or(String::new(), |attribute| format!(".{}", attribute.name));
                self.references.insert(format!("{}{attribute}", id.name));
            }
            InlineExpression::TermReference { id, .. } => _ = self.references.insert(format!("-{}", id.name)),
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.look_at_inline(argument));
                arguments.named.iter().for_each(|argument| self.look_at_inline(&argument.value));
            }
            InlineExpression::Placeable { expression } => self.look_into(expression),
            InlineExpression::StringLiteral { value } => self.has_words |= value.chars().any(char::is_alphabetic),
            InlineExpression::NumberLiteral { .. } => {}
        }
    }
}
