//! The catalogue over the API: the codes that drafts use, with their names per language and their sources.

use crate::api::key::Key;
use crate::error::Answer;
use crate::typed::Asked;
use axum::Json;
use axum::response::IntoResponse;
use model::catalogue::country::Country;
use model::catalogue::region::Region;
use model::catalogue::substance::Substance;
use model::catalogue::unit::Unit;
use serde_json::{Value, json};

/// Suggestions for a text at most.
const SUGGESTIONS: usize = 20;

/// `GET /api/v1/substances`; `?q=` gives those whose names come nearest.
pub async fn substances(_: Key, Asked(asked): Asked) -> Answer {
    let all: Vec<&Substance> = match asked.get("q") {
        "" => Substance::all().iter().collect(),
        text => Substance::suggest(text, SUGGESTIONS),
    };
    let all: Vec<Value> = all.into_iter().map(substance).collect();
    Ok(Json(json!({ "substances": all })).into_response())
}

fn substance(substance: &Substance) -> Value {
    json!({
        "key": substance.key,
        "names": substance.names,
        "other_names": substance.other_names.iter().map(|other| &other.name).collect::<Vec<_>>(),
        "group": substance.chemical_group,
        "kind": substance.kind,
        "source": substance.source,
    })
}

/// `GET /api/v1/units`.
pub async fn units(_: Key) -> Answer {
    let all: Vec<Value> = Unit::all()
        .iter()
        .map(
            |unit| json!({ "code": unit.code, "dimension": unit.dimension, "base_per_unit_e6": unit.base_per_unit_e6 }),
        )
        .collect();
    Ok(Json(json!({ "units": all })).into_response())
}

/// `GET /api/v1/regions`; `?country=KZ` gives those of one country.
pub async fn regions(_: Key, Asked(asked): Asked) -> Answer {
    let country = asked.get("country").to_ascii_uppercase();
    let all: Vec<Value> = Region::all()
        .iter()
        .filter(|region| country.is_empty() || region.country == country)
        .map(|region| json!({ "code": region.code, "country": region.country, "names": region.names }))
        .collect();
    Ok(Json(json!({ "regions": all })).into_response())
}

/// `GET /api/v1/countries`.
pub async fn countries(_: Key) -> Answer {
    let all: Vec<Value> =
        Country::all().iter().map(|country| json!({ "code": country.code, "names": country.names })).collect();
    Ok(Json(json!({ "countries": all })).into_response())
}
