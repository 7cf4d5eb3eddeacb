//! Every way out of every page leads to an address of the table, by the method that the address knows.

use model::lang::Lang;
use render::page::{Sample, samples};
use render::words::Speech;
use server::routes::routes;
use std::collections::BTreeSet;

/// Where a page leads: the method and the address without query and fragment.
fn ways(sample: &Sample) -> BTreeSet<(&'static str, String)> {
    let mut ways = BTreeSet::new();
    let mut method = "GET";
    for tag in sample.html.split('<').skip(1).filter_map(|part| part.split('>').next()) {
        let attribute = |name: &str| {
            let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
            rest.split('"').next().filter(|address| address.starts_with('/') && !address.starts_with("//"))
        };
        if tag.starts_with("form ") {
            method = if tag.contains(" method=\"post\"") { "POST" } else { "GET" };
        }
        let found = [("GET", "href"), ("GET", "src"), (method, "action"), (method, "formaction")];
        for (method, address) in found.into_iter().filter_map(|(method, name)| Some((method, attribute(name)?))) {
            let path = address.split(['?', '#']).next().unwrap_or_default();
            ways.insert((method, path.to_owned()));
        }
    }
    ways
}

/// Whether an address is one of a path with `{parts}`.
fn fits(pattern: &str, address: &str) -> bool {
    let (pattern, address): (Vec<&str>, Vec<&str>) = (pattern.split('/').collect(), address.split('/').collect());
    let part = |(pattern, part): (&&str, &&str)| pattern == part || pattern.starts_with('{') && !part.is_empty();
    pattern.len() == address.len() && pattern.iter().zip(&address).all(part)
}

#[test]
fn every_link_and_every_form_of_every_page_leads_to_an_address_of_the_table() {
    let routes = routes();
    let leads =
        |method: &str, address: &str| routes.iter().any(|route| route.method == method && fits(route.path, address));
    let mut lost = BTreeSet::new();
    for sample in Lang::ALL.into_iter().flat_map(|lang| samples(Speech::of(lang))) {
        let ways = ways(&sample);
        assert!(!ways.is_empty(), "{} leads nowhere", sample.name);
        let dead = ways.into_iter().filter(|(method, address)| !leads(method, address));
        lost.extend(dead.map(|(method, address)| format!("{}: {method} {address}", sample.name)));
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn an_address_that_is_nowhere_is_noticed() {
    assert!(fits("/incidents/{id}/amend", "/incidents/inc_1/amend"));
    assert!(!fits("/incidents/{id}", "/incidents/") && !fits("/incidents/{id}", "/incident/inc_1"));
    let html = "<a href=\"/nowhere?x=1#y\">x</a><form method=\"post\" action=\"/sign-in\"></form>".to_owned();
    let page = Sample { html, ..samples(Speech::of(Lang::En)).remove(0) };
    let found: Vec<_> = ways(&page).into_iter().collect();
    assert_eq!(found, [("GET", "/nowhere".to_owned()), ("POST", "/sign-in".to_owned())]);
}
