//! How acts amend one another: a chain has a beginning, and nothing is amended before it is there.
//!
//! Refuses to follow what is not handed in: acts that the writer may not know are no part of the chain.

use super::ActRef;
use crate::problem::Problem;
use crate::time::Day;

/// What of an act the chain needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActLink {
    /// Names it.
    pub reference: ActRef,
    /// What it is called.
    pub title: String,
    /// The acts that it amends.
    pub amends: Vec<ActRef>,
    /// When it was adopted.
    pub adopted: Option<Day>,
    /// From when it is in force.
    pub in_force_from: Option<Day>,
}

/// The way from one act to itself through what it amends, as titles; `None` where there is none.
pub(super) fn circle(own: &ActLink, others: &[ActLink]) -> Option<Vec<String>> {
    let find = |reference: &ActRef| others.iter().find(|other| other.reference == *reference);
    let mut ways: Vec<Vec<&ActLink>> = vec![vec![own]];
    let mut seen: Vec<&ActRef> = Vec::new();
    while let Some(way) = ways.pop() {
        let amended = way.last().map_or(&[][..], |last| last.amends.as_slice());
        for reference in amended {
            if *reference == own.reference {
                return Some(way.iter().map(|act| act.title.clone()).chain([own.title.clone()]).collect());
            }
            if let Some(next) = find(reference).filter(|_| !seen.contains(&reference)) {
                seen.push(reference);
                ways.push(way.iter().copied().chain([next]).collect());
            }
        }
    }
    None
}

/// The problem of an amendment that is older than what it amends.
pub(super) fn before_parent(field: &str, own: &ActLink, parent: &ActLink) -> Option<Problem> {
    let earlier = |own: Option<Day>, parent: Option<Day>| own.zip(parent).filter(|(own, parent)| own < parent);
    let (day, parents) =
        earlier(own.adopted, parent.adopted).or_else(|| earlier(own.in_force_from, parent.in_force_from))?;
    let problem = Problem::new(field, "amendment-before-parent").with("title", &parent.title);
    Some(problem.with("day", day).with("parent", parents))
}
