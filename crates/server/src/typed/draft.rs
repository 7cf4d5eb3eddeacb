//! From typed fields to a draft: paths become parts and lists, texts become what the draft wants to read.
//!
//! Refuses paths deeper than any draft has, and lists longer than any form: what is read takes time with its length.

use crate::error::Failure;
use model::problem::Problem;
use render::form::Typed;
use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;
use std::collections::BTreeMap;

/// More parts than any field of a draft has in its path.
const DEEPEST: usize = 6;

/// Rows of a list at most. Each list says for itself how many of them make sense; this is beyond all of them.
pub const ROWS: usize = 500;

/// The values of a name and the parts under it.
#[derive(Default)]
struct Node {
    values: Vec<String>,
    parts: BTreeMap<String, Node>,
}

/// The draft behind `typed`.
pub fn read<T: DeserializeOwned>(typed: &Typed) -> Result<T, Failure> {
    let mut top = Node::default();
    for (path, value) in &typed.0 {
        if path.split('.').count() <= DEEPEST {
            let end = path.split('.').fold(&mut top, |node, part| node.parts.entry(part.to_owned()).or_default());
            end.values.push(value.clone());
        }
    }
    match top.parts.iter().find(|(_, list)| list.parts.len().max(list.values.len()) > ROWS) {
        Some((name, _)) => Err(Problem::new(name.clone(), "too-many").with("limit", ROWS).into()),
        None => T::deserialize(top).map_err(|_| Failure::Truncated),
    }
}

impl Node {
    fn value(self) -> String {
        self.values.into_iter().next().unwrap_or_default()
    }
}

impl IntoDeserializer<'_, Error> for Node {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Node {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.parts.is_empty() { visitor.visit_string(self.value()) } else { self.deserialize_map(visitor) }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(matches!(self.value().as_str(), "true" | "on" | "yes" | "1"))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let blank = self.parts.is_empty() && self.values.iter().all(String::is_empty);
        if blank { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    /// A list of texts is a repeated name; a list of parts is numbered, and its numbers only order it.
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.parts.is_empty() {
            return visitor.visit_seq(SeqDeserializer::new(self.values.into_iter()));
        }
        let mut numbered: Vec<(u64, Node)> =
            self.parts.into_iter().filter_map(|(part, node)| Some((part.parse().ok()?, node))).collect();
        numbered.sort_by_key(|(number, _)| *number);
        visitor.visit_seq(SeqDeserializer::new(numbered.into_iter().map(|(_, node)| node)))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(MapDeserializer::new(self.parts.into_iter()))
    }

    /// Only the fields that the draft knows: buttons beside them are not its business.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let mut parts = self.parts;
        let known = fields.iter().filter_map(|field| Some((*field, parts.remove(*field)?))).collect::<Vec<_>>();
        visitor.visit_map(Fields { left: known.into_iter(), value: None })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(self.value().into_deserializer())
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let value = self.value();
        visitor.visit_u64(value.trim().parse().map_err(|_| Error::custom("not a whole number"))?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let value = self.value();
        visitor.visit_i64(value.trim().parse().map_err(|_| Error::custom("not a whole number"))?)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u128 f32 f64 char str string bytes byte_buf unit unit_struct tuple tuple_struct
        identifier ignored_any
    }
}

/// The known fields of a part.
struct Fields {
    left: std::vec::IntoIter<(&'static str, Node)>,
    value: Option<Node>,
}

impl<'de> MapAccess<'de> for Fields {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((field, node)) = self.left.next() else { return Ok(None) };
        self.value = Some(node);
        seed.deserialize(field.into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(self.value.take().unwrap_or_default())
    }
}
