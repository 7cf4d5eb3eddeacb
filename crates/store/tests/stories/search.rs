//! Search across scripts and spellings.

use model::listing::Filter;

use crate::world::{World, both};

impl World {
    async fn finds(&self, question: &str) -> Vec<String> {
        let filter = Filter { text: question.to_owned(), ..Filter::default() };
        self.found(&filter).await.into_iter().map(|row| row.place).collect()
    }
}

both! {
    async fn a_place_is_found_in_every_script_and_spelling(world: World) {
        for place in ["КПП «Кордай-авто»", "Korday BCP", "مرز کردای", "Ош"] {
            let mut record = world.seizure("KZ", "2021-10-15", &[]);
            record.content.site.text = place.to_owned();
            world.put(record).await;
        }
        for question in ["Кордай", "korday", "qorday", "KORDAY", "کردای"] {
            assert_eq!(world.finds(question).await.len(), 3, "{question}");
        }
        assert_eq!(world.finds("кордай авто").await, ["КПП «Кордай-авто»"]);
        assert_eq!(world.finds("ордай ав").await, ["КПП «Кордай-авто»"]);
        assert_eq!(world.finds("مرز").await, ["مرز کردای"]);
        assert_eq!(world.finds("ош").await, ["Ош"]);
        assert_eq!(world.finds("о").await.len(), 3, "one letter, as written or by sound");
        assert!(world.finds("Томск").await.is_empty());
        assert_eq!(world.finds("  ").await.len(), 4);
    }

    async fn what_looks_like_a_query_is_text(world: World) {
        let mut record = world.seizure("KZ", "2021-10-15", &[]);
        record.content.note = "100% \"pure\" NEAR the OR gate".to_owned();
        world.put(record).await;
        for question in ["\"pure\"", "NEAR", "pure OR", "100%", "*", "gate)", "' OR 7=7 --"] {
            let found = world.finds(question).await.len();
            assert_eq!(found, usize::from(!question.contains("7=7")), "{question}");
        }
        assert!(world.finds("___").await.len() <= 1);
        assert!(world.finds("%xx%").await.is_empty());
    }

    async fn a_changed_text_is_found_by_its_new_words_only(world: World) {
        let mut record = world.seizure("KZ", "2021-10-15", &[]);
        record.content.site.text = "Almaty station".to_owned();
        let mut kept = world.put(record).await;
        kept.content.site.text = "Shymkent station".to_owned();
        world.revise(kept).await;
        assert!(world.finds("almaty").await.is_empty());
        assert_eq!(world.finds("shymkent").await.len(), 1);
    }
}
