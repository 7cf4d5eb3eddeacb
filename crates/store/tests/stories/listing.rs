//! Lists: filters, pages, order, facets.

use std::collections::BTreeSet;

use model::{
    catalogue::unit::Dimension,
    id::RecordId,
    incident::{Conveyance, Detection, IncidentKind, Setting, SubstanceStatus},
    listing::{Amount, Filter, IncidentRow, Order, Page},
    record::State,
};

use crate::world::{World, both, day, participant};

impl World {
    /// Everything the filter finds for a participant, latest event first.
    pub async fn found(&self, filter: &Filter) -> Vec<IncidentRow> {
        let page = Page { order: Order::Event, after: None, limit: 100 };
        let mut view = self.store.read().await.unwrap();
        let rows = view.incidents(&self.reader("KZ"), self.operation, filter, &page).await.unwrap();
        assert_eq!(rows.total, i64::try_from(rows.rows.len()).unwrap());
        rows.rows
    }
}

both! {
    async fn a_row_says_what_a_list_shows(world: World) {
        let mut record = world.seizure("KZ", "2021-10-15", &[("heroin", 5), ("opium", 7)]);
        record.content.lines[1].status = SubstanceStatus::Provisional;
        record.content.detection = Some(Detection::Dog);
        record.content.late = true;
        let kept = world.put(record).await;
        let row = world.found(&Filter::default()).await.remove(0);
        assert_eq!((row.id, row.revision, row.state), (kept.header.id, 1, State::Submitted));
        assert_eq!((row.day, row.minute, row.lines), (day("2021-10-15"), Some(605), 2));
        assert_eq!(row.amounts, [Amount { dimension: Dimension::Mass, amount: 12_000_000 }]);
        assert_eq!((row.written.as_str(), row.substance.as_deref()), ("heroin", Some("heroin")));
        assert!(row.provisional && row.in_scope && row.late && !row.held);
        assert_eq!((row.detection, row.setting), (Some(Detection::Dog), Setting::Border));
        assert_eq!((row.owner, row.agency), (participant("KZ"), world.agency("KZ", 0)));
        assert_eq!(row.changed, kept.header.changed);
    }

    async fn each_field_of_the_filter_finds_its_own(world: World) {
        let mut own = world.seizure("KZ", "2021-10-15", &[("heroin", 5), ("opium", 7)]);
        own.content.site.place = Some("korday".to_owned());
        own.content.conveyance = Some(Conveyance::Car);
        own.content.detection = Some(Detection::Dog);
        own.content.lines[0].status = SubstanceStatus::Provisional;
        own.content.lines[1].in_scope = false;
        own.content.late = true;
        let own = world.put(own).await.header.id;
        let mut other = world.seizure("UZ", "2021-11-20", &[("hashish", 5)]);
        other.content.site.setting = Setting::Airport;
        other.content.kind = IncidentKind::OnlineOffer;
        other.header.state = State::Confirmed;
        let other = world.put(other).await.header.id;
        let none = Filter::default;
        let text = |text: &str| vec![text.to_owned()];
        let cases: Vec<(Filter, &RecordId)> = vec![
            (Filter { to: Some(day("2021-10-15")), ..none() }, &own),
            (Filter { from: Some(day("2021-10-16")), ..none() }, &other),
            (Filter { participants: vec![participant("UZ")], ..none() }, &other),
            (Filter { agencies: vec![world.agency("KZ", 0)], ..none() }, &own),
            (Filter { countries: text("UZ"), ..none() }, &other),
            (Filter { regions: text("KZ-1"), ..none() }, &own),
            (Filter { substances: text("opium"), ..none() }, &own),
            (Filter { places: text("korday"), ..none() }, &own),
            (Filter { settings: vec![Setting::Airport], ..none() }, &other),
            (Filter { conveyances: vec![Conveyance::Car], ..none() }, &own),
            (Filter { detections: vec![Detection::Dog], ..none() }, &own),
            (Filter { kinds: vec![IncidentKind::OnlineOffer], ..none() }, &other),
            (Filter { states: vec![State::Confirmed], ..none() }, &other),
            (Filter { scope: Some(false), ..none() }, &own),
            (Filter { confirmed: Some(false), ..none() }, &own),
            (Filter { late: Some(true), ..none() }, &own),
            (Filter { late: Some(false), ..none() }, &other),
            (Filter { substances: vec!["heroin".to_owned(), "opium".to_owned()], ..none() }, &own),
        ];
        for (filter, expected) in cases {
            let ids: Vec<RecordId> = world.found(&filter).await.into_iter().map(|row| row.id).collect();
            assert_eq!(ids, std::slice::from_ref(expected), "{filter:?}");
        }
        assert_eq!(world.found(&Filter { held: Some(false), ..none() }).await.len(), 2);
        assert!(world.found(&Filter { countries: text("UZ"), substances: text("opium"), ..none() }).await.is_empty());
        assert!(world.found(&Filter { regions: text("'; DROP TABLE record;--"), ..none() }).await.is_empty());
    }

    async fn pages_follow_one_another_without_gap_or_repetition(world: World) {
        let mut incoming: Vec<_> = (0..57)
            .map(|row| {
                let on = format!("2021-10-{:02}", 10 + row % 4);
                let mut record = world.seizure("KZ", &on, &[("heroin", 1), ("opium", 1), ("heroin", 1)]);
                record.header.changed.0 += row * 7 % 5;
                (record, Vec::new())
            })
            .collect();
        let mut tx = world.store.begin("import.run").await.unwrap();
        tx.put_incidents(&mut incoming).await.unwrap();
        world.commit(tx).await;
        let reader = world.reader("KZ");
        let mut view = world.store.read().await.unwrap();
        let by_line = Filter { substances: vec!["heroin".to_owned(), "opium".to_owned()], ..Filter::default() };
        for (order, filter) in [(Order::Event, Filter::default()), (Order::Event, by_line.clone()), (Order::Changed, by_line)] {
            let mut page = Page { order, after: None, limit: 10 };
            let mut all: Vec<IncidentRow> = Vec::new();
            loop {
                let rows = view.incidents(&reader, world.operation, &filter, &page).await.unwrap();
                assert_eq!((rows.total, view.incident_count(&reader, world.operation, &filter).await.unwrap()), (57, 57));
                let alone = view.incident_rows(&reader, world.operation, &filter, &page).await.unwrap();
                assert_eq!(alone, (rows.rows.clone(), rows.next.clone()));
                all.extend(rows.rows);
                page.after = rows.next;
                if page.after.is_none() {
                    break;
                }
            }
            assert_eq!(all.len(), 57);
            assert_eq!(all.iter().map(|row| row.id.clone()).collect::<BTreeSet<_>>().len(), 57);
            let ordered = match order {
                Order::Event => all.windows(2).all(|pair| pair[0].day >= pair[1].day),
                Order::Changed => all.windows(2).all(|pair| pair[0].changed >= pair[1].changed),
            };
            assert!(ordered, "{order:?}");
        }
    }

    async fn a_facet_leaves_its_own_choice_out(world: World) {
        for (owner, substance) in [("KZ", "heroin"), ("KZ", "opium"), ("KG", "heroin"), ("UZ", "heroin")] {
            world.put(world.seizure(owner, "2021-10-15", &[(substance, 1), (substance, 2)])).await;
        }
        let mut retracted = world.put(world.seizure("KZ", "2021-10-15", &[("heroin", 1)])).await;
        retracted.header.state = State::Retracted;
        world.revise(retracted).await;
        let filter = Filter { countries: vec!["KZ".to_owned()], ..Filter::default() };
        let mut view = world.store.read().await.unwrap();
        let facets = view.facets(&world.reader("KZ"), world.operation, &filter).await.unwrap();
        let values = |field: &str| facets.iter().find(|facet| facet.field == field).unwrap().values.clone();
        let value = |text: &str, count: i64| (text.to_owned(), count);
        assert_eq!(values("countries"), [value("KZ", 2), value("KG", 1), value("UZ", 1)]);
        assert_eq!(values("substances"), [value("heroin", 1), value("opium", 1)]);
        assert_eq!(values("participants"), [value("KZ", 2)]);
        assert_eq!(values("settings"), [value("border", 2)]);
        assert_eq!(values("states"), [value("submitted", 2), value("retracted", 1)]);
    }
}
