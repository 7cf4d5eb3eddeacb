//! The report as JSON: codes, exact decimals as texts, ISO days and moments; the same in every language.
//!
//! Refuses floating point: `"1284.316"` is a text, so that no reader of JSON rounds it.

use crate::number::plain_decimal;
use model::report::Report;
use model::total::{Sums, TotalRow, Totals};
use serde_json::{Value, json};

/// The report as JSON.
pub fn json(report: &Report) -> Value {
    let overview = &report.overview;
    let operation = &overview.operation;
    json!({
        "operation": {
            "code": operation.code,
            "names": operation.names,
            "participations": operation.participations,
            "stages": operation.stages,
            "scope": operation.scope,
        },
        "demonstration": operation.demonstration,
        "as_of": overview.sum.as_of.iso(),
        "event": overview.sum.event,
        "filter": overview.sum.filter,
        "conversion_table": overview.sum.conversion,
        "sum": row(&overview.sum.sum),
        "by_day": rows(&overview.by_day),
        "by_group": rows(&overview.by_group),
        "by_substance": rows(&overview.by_substance),
        "by_region": rows(&overview.by_region),
        "by_participant": rows(&overview.by_participant),
        "by_country": rows(&report.by_country),
        "by_setting": rows(&report.by_setting),
        "participants": overview.shares.iter().map(|share| json!({
            "participant": share.participant,
            "incidents": share.incidents,
            "last": share.last.map(model::time::Moment::iso),
        })).collect::<Vec<_>>(),
        "routes": report.flows.iter().map(|flow| json!({
            "from": flow.from, "to": flow.to, "incidents": flow.incidents,
        })).collect::<Vec<_>>(),
        "first_seen": report.first_seen.iter().map(|seen| json!({
            "substance": seen.substance, "day": seen.day, "country": seen.country, "record": seen.record.to_string(),
        })).collect::<Vec<_>>(),
        "inputs": report.inputs.iter().map(|input| json!({
            "record": input.record.to_string(), "revision": input.revision,
        })).collect::<Vec<_>>(),
    })
}

fn rows(totals: &Totals) -> Value {
    let by = totals.by.first().map_or("", |by| by.code());
    let one = |total: &TotalRow| {
        let mut value = row(total);
        if let Some(fields) = value.as_object_mut() {
            fields.insert("key".to_owned(), json!(total.keys.first()));
        }
        value
    };
    json!({ "by": by, "rows": totals.rows.iter().map(one).collect::<Vec<_>>() })
}

fn row(total: &TotalRow) -> Value {
    json!({
        "incidents": total.incidents,
        "held": total.held,
        "all": sums(&total.all),
        "in_scope": sums(&total.in_scope),
        "provisional": sums(&total.provisional),
        "kg_equivalent": plain_decimal(total.equivalent, 9),
        "unconverted_lines": total.unconverted,
    })
}

fn sums(sums: &Sums) -> Value {
    json!({
        "lines": sums.lines,
        "unquantified_lines": sums.unquantified,
        "kg": sums.kg(),
        "litres": sums.litres(),
        "units": sums.units(),
        "square_metres": sums.square_metres(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::sample;

    #[test]
    fn amounts_are_exact_texts_and_every_input_is_listed() {
        let report = json(&sample::report());
        assert_eq!(report["sum"]["in_scope"]["kg"], "1284.316");
        assert_eq!(report["inputs"].as_array().unwrap().len(), 450);
        assert_eq!(report["by_group"]["by"], "group");
        assert_eq!(report["as_of"], "2021-10-15T14:05:00Z");
    }
}
