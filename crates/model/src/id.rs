//! Identifiers: a prefix that says the noun and a `UUIDv7`, written as one word (`inc_01h455vb4pex5vsknk084sn02q`).
//!
//! The written form is the `TypeID` of <https://github.com/jetify-com/typeid/tree/main/spec>: lower-case Crockford base 32.
//! Refuses to mint: the 128 bits come from the context, so that tests repeat and a node needs no line to name a record.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;
use uuid::Uuid;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Every prefix in use, in alphabetical order, with its noun.
pub const PREFIXES: &[(&str, &str)] = &[
    ("acc", "acceptance"),
    ("act", "legal-act"),
    ("agc", "agency"),
    ("ann", "annex"),
    ("ans", "answer"),
    ("att", "attachment"),
    ("brf", "brief"),
    ("com", "comment"),
    ("det", "detection"),
    ("drf", "draft"),
    ("dtm", "determination"),
    ("ent", "control-entry"),
    ("fnd", "finding"),
    ("imp", "import"),
    ("inc", "incident"),
    ("mbr", "member"),
    ("msg", "message"),
    ("mtg", "meeting"),
    ("nod", "node"),
    ("opn", "operation"),
    ("pln", "plan"),
    ("prg", "progress"),
    ("qst", "questionnaire"),
    ("rcm", "recommendation"),
    ("req", "information-request"),
    ("res", "resolution"),
    ("rpl", "reply"),
    ("sbm", "submission"),
    ("tok", "token"),
    ("viw", "view"),
];

/// A noun that can be named by an [`Id`].
pub trait Noun {
    /// The prefix of its identifiers; stands in [`PREFIXES`].
    const PREFIX: &'static str;
}

/// The identifier of one `N`.
pub struct Id<N>(Uuid, PhantomData<fn() -> N>);

impl<N: Noun> Id<N> {
    /// The identifier made of these 128 bits.
    pub const fn new(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }

    /// The 128 bits behind it.
    pub const fn uuid(self) -> Uuid {
        self.0
    }
}

impl<N> Clone for Id<N> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<N> Copy for Id<N> {}
impl<N> PartialEq for Id<N> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<N> Eq for Id<N> {}
impl<N> PartialOrd for Id<N> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<N> Ord for Id<N> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<N> Hash for Id<N> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<N: Noun> fmt::Display for Id<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", N::PREFIX, encode(self.0))
    }
}
impl<N: Noun> fmt::Debug for Id<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not an identifier of that noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an identifier")
    }
}
impl std::error::Error for NotAnId {}

impl<N: Noun> FromStr for Id<N> {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (prefix, suffix) = text.split_once('_').ok_or(NotAnId)?;
        if prefix != N::PREFIX {
            return Err(NotAnId);
        }
        decode(suffix).map(Self::new).ok_or(NotAnId)
    }
}
impl<N: Noun> Serialize for Id<N> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
impl<'de, N: Noun> Deserialize<'de> for Id<N> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The identifier of a record of any kind, as written: a known prefix and 26 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct RecordId(String);

impl RecordId {
    /// The written form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl<N: Noun> From<Id<N>> for RecordId {
    fn from(id: Id<N>) -> Self {
        Self(id.to_string())
    }
}
impl<N: Noun> TryFrom<&RecordId> for Id<N> {
    type Error = NotAnId;
    fn try_from(id: &RecordId) -> Result<Self, NotAnId> {
        id.0.parse()
    }
}
impl FromStr for RecordId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (prefix, suffix) = text.split_once('_').ok_or(NotAnId)?;
        let known = PREFIXES.iter().any(|(known, _)| *known == prefix);
        (known && decode(suffix).is_some()).then(|| Self(text.to_owned())).ok_or(NotAnId)
    }
}
impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl<'de> Deserialize<'de> for RecordId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The 128 zero bits: names nothing.
pub const NIL: Uuid = Uuid::nil();

/// The `UUIDv7` of a moment and 10 unforeseeable bytes (RFC 9562, section 5.7).
pub fn uuid_v7(now: crate::time::Moment, random: [u8; 10]) -> Uuid {
    let millis = u64::try_from(now.0 / 1000).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

/// 26 characters of 5 bits, most significant first; the first carries only 3 bits.
fn encode(uuid: Uuid) -> String {
    let bits = uuid.as_u128();
    (0..26).rev().map(|place| char::from(ALPHABET[usize::try_from((bits >> (place * 5)) & 31).unwrap_or(0)])).collect()
}

fn decode(suffix: &str) -> Option<Uuid> {
    let bytes = suffix.as_bytes();
    if bytes.len() != 26 || bytes[0] > b'7' {
        return None;
    }
    bytes
        .iter()
        .try_fold(0_u128, |bits, byte| {
            let digit = ALPHABET.iter().position(|letter| letter == byte)?;
            Some((bits << 5) | digit as u128)
        })
        .map(Uuid::from_u128)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Debug)]
    struct Thing;
    impl Noun for Thing {
        const PREFIX: &'static str = "inc";
    }

    #[test]
    fn the_registry_is_alphabetical_and_has_no_prefix_twice() {
        assert!(PREFIXES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn a_known_uuid_has_its_published_typeid() {
        let uuid = Uuid::parse_str("01890a5d-ac96-774b-bcce-b302099a8057").unwrap();
        assert_eq!(Id::<Thing>::new(uuid).to_string(), "inc_01h455vb4pex5vsknk084sn02q");
    }

    #[test]
    fn another_nouns_prefix_is_refused() {
        assert_eq!("opn_01h455vb4pex5vsknk084sn02q".parse::<Id<Thing>>(), Err(NotAnId));
        assert_eq!("xyz_01h455vb4pex5vsknk084sn02q".parse::<RecordId>(), Err(NotAnId));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(bits: u128) {
            let id = Id::<Thing>::new(Uuid::from_u128(bits));
            prop_assert_eq!(id.to_string().parse::<Id<Thing>>(), Ok(id));
        }

        #[test]
        fn garbage_never_panics(text in ".{0,40}") {
            let _ = text.parse::<RecordId>();
        }
    }
}
