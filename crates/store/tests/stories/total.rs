//! Figures: exact, per key, each incident once, with their inputs.

use model::{
    catalogue::unit::Dimension,
    incident::{Confidence, Leg, LegRole, SubstanceStatus},
    listing::{Filter, Order, Page},
    marking::Audience,
    quantity::Quantity,
    record::State,
    report::Flow,
    total::{By, FineSum, IncidentCount},
};

use crate::world::{World, both, day, line, participant};

/// Amounts by key, masses in grams.
fn grams(sums: &[FineSum]) -> Vec<(String, i64)> {
    let mut totals = std::collections::BTreeMap::new();
    for sum in sums.iter().filter(|sum| sum.dimension == Some(Dimension::Mass)) {
        *totals.entry(sum.keys.join("/")).or_insert(0) += i64::try_from(sum.amount / 1_000_000).unwrap();
    }
    totals.into_iter().collect()
}

fn incidents(counts: &[IncidentCount]) -> Vec<(String, i64)> {
    counts.iter().map(|count| (count.keys.join("/"), count.incidents)).collect()
}

/// What each key should be told with.
type Expected = &'static [(&'static str, i64)];

fn pairs(expected: &[(&str, i64)]) -> Vec<(String, i64)> {
    expected.iter().map(|(key, value)| ((*key).to_owned(), *value)).collect()
}

/// Three incidents: one of two substances, one of one substance in two lines, one without lines.
async fn some(world: &World) {
    let mut first = world.seizure("KZ", "2021-10-15", &[("heroin", 5), ("opium", 7)]);
    first.content.lines[1].status = SubstanceStatus::Provisional;
    first.content.lines[1].in_scope = false;
    world.put(first).await;
    world.put(world.seizure("UZ", "2022-01-02", &[("heroin", 10), ("heroin", 20)])).await;
    world.put(world.seizure("UZ", "2022-01-03", &[])).await;
}

both! {
    async fn every_key_tells_apart_what_it_says(world: World) {
        some(&world).await;
        let reader = world.reader("KG");
        let mut view = world.store.read().await.unwrap();
        let cases: Vec<(Vec<By>, Expected, Expected)> = vec![
            (vec![], &[("", 42)], &[("", 3)]),
            (vec![By::Country], &[("KZ", 12), ("UZ", 30)], &[("KZ", 1), ("UZ", 2)]),
            (vec![By::Participant], &[("KZ", 12), ("UZ", 30)], &[("KZ", 1), ("UZ", 2)]),
            (vec![By::Region], &[("KZ-1", 12), ("UZ-1", 30)], &[("KZ-1", 1), ("UZ-1", 2)]),
            (vec![By::Substance], &[("heroin", 35), ("opium", 7)], &[("", 1), ("heroin", 2), ("opium", 1)]),
            (vec![By::Year], &[("2021", 12), ("2022", 30)], &[("2021", 1), ("2022", 2)]),
            (vec![By::Month], &[("2021-10", 12), ("2022-01", 30)], &[("2021-10", 1), ("2022-01", 2)]),
            (vec![By::Day], &[("2021-10-15", 12), ("2022-01-02", 30)], &[("2021-10-15", 1), ("2022-01-02", 1), ("2022-01-03", 1)]),
            (vec![By::Setting], &[("border", 42)], &[("border", 3)]),
            (vec![By::Kind], &[("seizure", 42)], &[("seizure", 3)]),
            (vec![By::State], &[("submitted", 42)], &[("submitted", 3)]),
            (vec![By::Detection], &[("", 42)], &[("", 3)]),
            (vec![By::Conveyance], &[("", 42)], &[("", 3)]),
            (vec![By::Place], &[("", 42)], &[("", 3)]),
            (vec![By::Scope], &[("in", 35), ("off", 7)], &[("in", 2), ("off", 2)]),
            (vec![By::Status], &[("confirmed", 35), ("provisional", 7)], &[("confirmed", 2), ("provisional", 2)]),
            (vec![By::Unit], &[("g", 42)], &[("", 1), ("g", 2)]),
            (
                vec![By::Country, By::Substance, By::Year],
                &[("KZ/heroin/2021", 5), ("KZ/opium/2021", 7), ("UZ/heroin/2022", 30)],
                &[("KZ/heroin/2021", 1), ("KZ/opium/2021", 1), ("UZ//2022", 1), ("UZ/heroin/2022", 1)],
            ),
        ];
        let groupings: Vec<&[By]> = cases.iter().map(|(by, ..)| by.as_slice()).collect();
        let together = view.figures(&reader, world.operation, &Filter::default(), &groupings).await.unwrap();
        for ((by, sums, counts), figures) in cases.iter().zip(&together) {
            assert_eq!(grams(&figures.sums), pairs(sums), "{by:?}");
            assert_eq!(incidents(&figures.counts), pairs(counts), "{by:?}");
            let alone = view.fine_sums(&reader, world.operation, &Filter::default(), by).await.unwrap();
            assert_eq!(grams(&alone), pairs(sums), "{by:?}");
        }
        let by_agency = view.fine_sums(&reader, world.operation, &Filter::default(), &[By::Agency]).await.unwrap();
        let (kz, uz) = (world.agency("KZ", 0).to_string(), world.agency("UZ", 0).to_string());
        assert_eq!(grams(&by_agency), pairs(&[(kz.as_str(), 12), (uz.as_str(), 30)]));
    }

    async fn the_substance_group_comes_from_the_catalogue(world: World) {
        let Some(substance) = model::catalogue::substance::Substance::all().first() else { return };
        world.put(world.seizure("KZ", "2021-10-15", &[(substance.key.as_str(), 5), ("no-such-key", 1)])).await;
        let mut view = world.store.read().await.unwrap();
        let sums = view.fine_sums(&world.reader("KG"), world.operation, &Filter::default(), &[By::Group]).await.unwrap();
        assert_eq!(grams(&sums), pairs(&[("", 1), (substance.chemical_group.code(), 5)]));
        let filter = Filter { groups: vec![substance.chemical_group], ..Filter::default() };
        assert_eq!(grams(&view.fine_sums(&world.reader("KG"), world.operation, &filter, &[]).await.unwrap()), pairs(&[("", 5)]));
    }

    async fn unlike_units_stand_apart_and_an_unknown_amount_is_not_zero(world: World) {
        let mut record = world.seizure("KZ", "2021-10-15", &[("heroin", 5)]);
        let mut tablets = line("mdma", 0);
        let (unit, text) = ("tablet".to_owned(), "388".to_owned());
        tablets.quantity = Some(Quantity { amount: 388_000, dimension: Dimension::Count, unit, text });
        tablets.second = line("mdma", 15).quantity;
        let mut unknown = line("opium", 0);
        unknown.quantity = None;
        record.content.lines.extend([tablets, unknown]);
        world.put(record).await;
        let mut view = world.store.read().await.unwrap();
        let sums = view.fine_sums(&world.reader("KG"), world.operation, &Filter::default(), &[]).await.unwrap();
        let said: Vec<_> = sums.iter().map(|sum| (sum.dimension, sum.unit.as_deref(), sum.lines, sum.amount)).collect();
        assert_eq!(said, [
            (Some(Dimension::Mass), Some("g"), 1, 5_000_000),
            (Some(Dimension::Count), Some("tablet"), 1, 388_000),
            (None, None, 1, 0),
        ]);
        let by_day = view.fine_sums(&world.reader("KG"), world.operation, &Filter::default(), &[By::Day]).await.unwrap();
        assert_eq!(by_day.len(), 3);
        assert_eq!(grams(&by_day), pairs(&[("2021-10-15", 5)]));
    }

    async fn no_number_of_the_largest_lines_breaks_a_figure(world: World) {
        // 1,000 tonnes a line: 9,224 of them are more than a column holds in micrograms.
        let largest = vec![("heroin", 1_000_000_000); 100];
        let mut tx = world.store.begin("import.batch").await.unwrap();
        let mut incidents: Vec<_> = (0..100).map(|_| (world.seizure("KZ", "2021-10-15", &largest), Vec::new())).collect();
        tx.put_incidents(&mut incidents).await.unwrap();
        world.commit(tx).await;
        let (reader, filter) = (world.reader("KG"), Filter::default());
        let mut view = world.store.read().await.unwrap();
        for by in [&[][..], &[By::Day], &[By::Substance], &[By::Country, By::Month], &[By::Place]] {
            let sums = view.fine_sums(&reader, world.operation, &filter, by).await.unwrap();
            let said: Vec<_> = sums.iter().map(|sum| (sum.lines, sum.amount)).collect();
            assert_eq!(said, [(10_000, 10_000_000_000_000_000_000)], "{by:?}");
        }
        let page = Page { order: Order::Event, after: None, limit: 1 };
        let list = view.incidents(&reader, world.operation, &filter, &page).await.unwrap();
        assert_eq!((list.total, list.rows[0].amounts[0].amount), (100, 100_000_000_000_000_000));
    }

    async fn a_filter_on_lines_counts_lines_that_match_and_their_incidents_once(world: World) {
        some(&world).await;
        let reader = world.reader("KG");
        let mut view = world.store.read().await.unwrap();
        let filter = Filter { substances: vec!["heroin".to_owned()], ..Filter::default() };
        let figures = view.figures(&reader, world.operation, &filter, &[&[], &[By::Country]]).await.unwrap();
        assert_eq!(grams(&figures[0].sums), pairs(&[("", 35)]));
        assert_eq!(incidents(&figures[0].counts), pairs(&[("", 2)]));
        assert_eq!(incidents(&figures[1].counts), pairs(&[("KZ", 1), ("UZ", 1)]));
        let off = Filter { scope: Some(false), ..Filter::default() };
        let figures = view.figures(&reader, world.operation, &off, &[&[By::Country]]).await.unwrap();
        assert_eq!(grams(&figures[0].sums), pairs(&[("KZ", 7)]));
        assert_eq!(incidents(&figures[0].counts), pairs(&[("KZ", 1)]));
    }

    async fn of_two_records_of_one_seizure_one_counts(world: World) {
        let first = world.put(world.seizure("KZ", "2021-10-15", &[("heroin", 5)])).await;
        let mut second = world.put(world.seizure("UZ", "2021-10-15", &[("heroin", 5)])).await;
        second.content.duplicate_of = Some(first.header.id.clone());
        world.revise(second).await;
        let mut view = world.store.read().await.unwrap();
        let sums = view.fine_sums(&world.reader("KG"), world.operation, &Filter::default(), &[By::Country]).await.unwrap();
        assert_eq!(grams(&sums), pairs(&[("KZ", 5)]));
        assert_eq!(world.found(&Filter::default()).await.len(), 2);
    }

    async fn when_the_record_that_counts_is_taken_back_the_next_of_its_seizure_counts(world: World) {
        let mut first = world.put(world.seizure("KZ", "2021-10-15", &[("heroin", 5)])).await;
        let mut twins = Vec::new();
        for owner in ["UZ", "KG"] {
            let mut twin = world.put(world.seizure(owner, "2021-10-15", &[("heroin", 5)])).await;
            twin.content.duplicate_of = Some(first.header.id.clone());
            twins.push(world.revise(twin).await);
        }
        let counted = async || {
            let mut view = world.store.read().await.unwrap();
            let filter = Filter::default();
            grams(&view.fine_sums(&world.reader("KG"), world.operation, &filter, &[By::Country]).await.unwrap())
        };
        assert_eq!(counted().await, pairs(&[("KZ", 5)]));
        first.header.state = State::Retracted;
        world.revise(first).await;
        assert_eq!(counted().await, pairs(&[("UZ", 5)]), "one of the two that are left, not both");
        twins[0].header.state = State::Retracted;
        let first_twin = world.revise(twins.remove(0)).await;
        assert_eq!(counted().await, pairs(&[("KG", 5)]));
        let mut view = world.store.read().await.unwrap();
        assert!(view.is_counted(&twins[0].header.id).await.unwrap());
        assert!(!view.is_counted(&first_twin.header.id).await.unwrap());
    }

    async fn a_decision_that_is_undone_lets_both_count(world: World) {
        let first = world.put(world.seizure("KZ", "2021-10-15", &[("heroin", 5)])).await;
        let mut second = world.put(world.seizure("UZ", "2021-10-15", &[("heroin", 5)])).await;
        for (twin, kilograms) in [(Some(first.header.id.clone()), 5), (None, 10)] {
            second.content.duplicate_of = twin;
            second = world.revise(second).await;
            let mut view = world.store.read().await.unwrap();
            let sums = view.fine_sums(&world.reader("KG"), world.operation, &Filter::default(), &[]).await.unwrap();
            assert_eq!(grams(&sums), pairs(&[("", kilograms)]));
        }
    }

    async fn whoever_loses_sight_of_the_record_that_counts_keeps_the_amount(world: World) {
        let mut first = world.put(world.seizure("KZ", "2021-10-15", &[("heroin", 5)])).await;
        let mut second = world.put(world.seizure("UZ", "2021-10-15", &[("heroin", 5)])).await;
        second.content.duplicate_of = Some(first.header.id.clone());
        world.revise(second).await;
        first.header.marking.audience = Audience::Red;
        world.revise(first).await;
        let mut view = world.store.read().await.unwrap();
        let sums = view.fine_sums(&world.reader("KG"), world.operation, &Filter::default(), &[]).await.unwrap();
        assert_eq!(grams(&sums), pairs(&[("", 5)]));
    }

    async fn the_inputs_of_a_figure_are_listed_page_by_page(world: World) {
        some(&world).await;
        let (reader, filter) = (world.reader("KG"), Filter { countries: vec!["UZ".to_owned()], ..Filter::default() });
        let mut view = world.store.read().await.unwrap();
        let first = view.inputs(&reader, world.operation, &filter, None, 1).await.unwrap();
        let second = view.inputs(&reader, world.operation, &filter, Some(&first[0].record), 5).await.unwrap();
        assert_eq!((first.len(), second.len()), (1, 1));
        assert!(first[0].record < second[0].record);
        assert_eq!(second[0].revision, 1);
        let by_number = view.inputs_from(&reader, world.operation, &filter, 1, 5).await.unwrap();
        assert_eq!(by_number, second);
        assert!(view.inputs_from(&reader, world.operation, &filter, 2, 5).await.unwrap().is_empty());
    }

    async fn routes_shares_and_first_seen_substances_are_told(world: World) {
        let leg = |role, country: &str| Leg {
            role,
            country: country.to_owned(),
            place: String::new(),
            confidence: Confidence::Possible,
        };
        for on in ["2021-10-16", "2021-10-14"] {
            let mut record = world.seizure("KZ", on, &[("heroin", 5)]);
            record.content.legs =
                vec![leg(LegRole::Departure, "AF"), leg(LegRole::Transit, "UZ"), leg(LegRole::IntendedDestination, "RU")];
            world.put(record).await;
        }
        let last = world.put(world.seizure("UZ", "2021-10-20", &[("heroin", 5), ("opium", 1)])).await;
        let (reader, filter) = (world.reader("KG"), Filter::default());
        let mut view = world.store.read().await.unwrap();
        let flows = view.flows(&reader, world.operation, &filter).await.unwrap();
        assert_eq!(flows, [Flow { from: "AF".to_owned(), to: "RU".to_owned(), incidents: 2 }]);
        let shares = view.shares(&reader, world.operation).await.unwrap();
        assert_eq!(shares.iter().map(|share| (share.participant.clone(), share.incidents)).collect::<Vec<_>>(), [
            (participant("KZ"), 2),
            (participant("UZ"), 1),
        ]);
        assert_eq!(shares[1].last, Some(last.header.changed));
        let seen = view.first_seen(&reader, world.operation, &filter).await.unwrap();
        let said: Vec<_> = seen.iter().map(|seen| (seen.substance.as_str(), seen.day, seen.country.as_str())).collect();
        assert_eq!(said, [("heroin", day("2021-10-14"), "KZ"), ("opium", day("2021-10-20"), "UZ")]);
    }
}
