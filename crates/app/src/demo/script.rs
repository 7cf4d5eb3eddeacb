//! The script of the demonstration: what `catalogue/demonstration.toml` says.
//!
//! Refuses unknown keys, so that a slip in the file is found by a test and not by a visitor.

use model::names::Names;
use serde::Deserialize;

/// A sign-in to try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    /// Role code.
    pub role: String,
    /// Participant code.
    pub participant: String,
    /// What is typed to sign in.
    pub login: String,
    /// The password.
    pub password: String,
}

/// The whole script.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Script {
    pub(super) password: String,
    pub(super) seed: u64,
    pub(super) incidents: usize,
    pub(super) operation: Plan,
    pub(super) stages: Vec<StageLine>,
    pub(super) earlier: Vec<Earlier>,
    pub(super) countries: Vec<CountryLine>,
    pub(super) organisations: Vec<OrganisationLine>,
    pub(super) agencies: Vec<AgencyLine>,
    pub(super) members: Vec<MemberLine>,
    pub(super) finds: Vec<Find>,
    pub(super) ways: Vec<Way>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    pub(super) code: String,
    pub(super) series: String,
    pub(super) edition: String,
    pub(super) previous: String,
    pub(super) aliases: Vec<String>,
    pub(super) late_days: u16,
    pub(super) languages: Vec<String>,
    pub(super) names: Names,
    pub(super) objective: Names,
    pub(super) scope_groups: Vec<String>,
}

/// An edition that is over: its stages were all held, and it is closed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Earlier {
    pub(super) operation: Plan,
    pub(super) stages: Vec<StageLine>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StageLine {
    pub(super) kind: String,
    pub(super) from: String,
    pub(super) to: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CountryLine {
    pub(super) code: String,
    pub(super) role: String,
    pub(super) weight: u64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OrganisationLine {
    pub(super) code: String,
    pub(super) role: String,
    pub(super) kind: String,
    pub(super) names: Names,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AgencyLine {
    pub(super) kind: String,
    pub(super) names: Names,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MemberLine {
    pub(super) login: String,
    pub(super) role: String,
    pub(super) participant: String,
    pub(super) kind: String,
    pub(super) lang: String,
}

/// Something that is found, with how often and how much.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Find {
    pub(super) written: String,
    pub(super) weight: u64,
    pub(super) unit: String,
    pub(super) low: u64,
    pub(super) high: u64,
    pub(super) form: String,
}

/// How it travelled and was found.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Way {
    pub(super) setting: String,
    pub(super) conveyance: String,
    pub(super) concealment: String,
    pub(super) detection: String,
    pub(super) weight: u64,
}

impl Script {
    /// Reads the script that ships with the product.
    pub(super) fn read() -> Result<Self, toml::de::Error> {
        toml::from_str(include_str!("../../../../catalogue/demonstration.toml"))
    }

    pub(super) fn sign_ins(&self) -> Vec<SignIn> {
        let line = |member: &MemberLine| SignIn {
            role: member.role.clone(),
            participant: member.participant.clone(),
            login: member.login.clone(),
            password: self.password.clone(),
        };
        self.members.iter().map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::member::Role;

    #[test]
    fn the_script_reads_and_has_a_sign_in_for_every_role() {
        let sign_ins = Script::read().unwrap().sign_ins();
        for role in Role::ALL {
            assert!(sign_ins.iter().any(|sign_in| sign_in.role == role.code()), "{role}");
        }
    }
}
