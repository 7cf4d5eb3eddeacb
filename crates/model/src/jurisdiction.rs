//! Whose law: a country, a part of one, or the conventions of the United Nations.
//!
//! Refuses to say anything about status or borders, and a code that stands in no register.

use crate::catalogue::{Country, Region};
use crate::names::Names;
use crate::problem::Problem;
use serde::{Deserialize, Serialize};
use std::fmt;

/// ISO 3166-1 code of a country, ISO 3166-2 code of a part of one, or `UN`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Jurisdiction(String);

/// The conventions, which stand beside the countries and over none of them.
const UNITED_NATIONS: &str = "UN";

impl Jurisdiction {
    /// The conventions of the United Nations.
    pub fn united_nations() -> Self {
        Self(UNITED_NATIONS.to_owned())
    }

    /// Reads a code of a country or region, `UN`, or the name of a country in any working language.
    ///
    /// Problems: `required`, `jurisdiction-unknown`.
    pub fn read(field: &str, text: &str) -> Result<Self, Problem> {
        let written = text.trim();
        if written.is_empty() {
            return Err(Problem::new(field, "required"));
        }
        let code = written.to_ascii_uppercase();
        if code == UNITED_NATIONS {
            return Ok(Self(code));
        }
        let known =
            Country::by_code(&code).is_some() || Region::by_code(&code).is_some_and(|region| region.code == code);
        if known {
            return Ok(Self(code));
        }
        let country = Country::recognise(written).map(|country| Self(country.code.clone()));
        country.ok_or_else(|| Problem::new(field, "jurisdiction-unknown").with("text", written))
    }

    /// Its code.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is the conventions.
    pub fn is_united_nations(&self) -> bool {
        self.0 == UNITED_NATIONS
    }

    /// Code of the country it is or belongs to; the conventions belong to none.
    pub fn country(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// Whether it is a part of a country.
    pub fn is_part(&self) -> bool {
        self.0.contains('-')
    }

    /// Itself, then the country whose law holds in it too.
    pub fn chain(&self) -> Vec<Self> {
        let own = [self.clone()];
        own.into_iter().chain(self.is_part().then(|| Self(self.country().to_owned()))).collect()
    }

    /// Its name per language; none for the conventions, whose words are the page's.
    pub fn names(&self) -> Option<&'static Names> {
        let region = || Region::by_code(&self.0).map(|region| &region.names);
        Country::by_code(&self.0).map(|country| &country.names).or_else(region)
    }
}

impl fmt::Display for Jurisdiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, String> {
        Jurisdiction::read("jurisdiction", text).map(|read| read.0).map_err(|problem| problem.code.into_owned())
    }

    #[test]
    fn a_country_is_read_by_code_or_name_and_a_part_by_its_code() {
        assert_eq!(read(" kz "), Ok("KZ".to_owned()));
        assert_eq!(read("Казахстан"), Ok("KZ".to_owned()));
        assert_eq!(read("un"), Ok("UN".to_owned()));
        assert_eq!(read("PK-KP"), Ok("PK-KP".to_owned()));
        assert_eq!(read("PK-XX"), Err("jurisdiction-unknown".to_owned()));
        assert_eq!(read(""), Err("required".to_owned()));
    }

    #[test]
    fn the_law_of_the_country_holds_in_its_parts_and_the_conventions_stand_alone() {
        let chain =
            |text| Jurisdiction::read("", text).unwrap().chain().iter().map(|one| one.0.clone()).collect::<Vec<_>>();
        assert_eq!(chain("PK-KP"), ["PK-KP", "PK"]);
        assert_eq!((chain("PK"), chain("UN")), (vec!["PK".to_owned()], vec!["UN".to_owned()]));
    }
}
