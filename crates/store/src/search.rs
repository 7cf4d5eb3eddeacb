//! Search: words as written, by sound and by consonants, in one text per record, under each engine's trigram index.
//!
//! Refuses to rank: a record matches when every word of the question stands in it in one of the three ways.
//!
//! The text holds each distinct word once: `word` as folded, `word` by sound where that differs, `~word~` for the
//! consonants of a word in Arabic script (which leaves vowels out) and `^word^` for those of any other. A question in
//! one script meets the other script's consonants, so that «کردای» finds "Korday" and "Korday" finds «کردای».

use std::collections::BTreeSet;

use model::fold::{fold, skeleton, sound};

use crate::{
    conn::Conn,
    engine::Engine,
    error::Result,
    tx::Tx,
    value::{Clause, Value, params},
};

/// The shortest run of letters the trigram indexes can find.
const TRIGRAM: usize = 3;
/// The most words of a question that are looked at; more would only cost.
const MOST_WORDS: usize = 8;

/// The text under which a record is found.
pub(crate) fn text_of(written: &str) -> String {
    let mut words = BTreeSet::new();
    for word in fold(written).split(' ').filter(|word| !word.is_empty()) {
        words.insert(word.to_owned());
        words.extend(sound(word).split(' ').filter(|sound| !sound.is_empty()).map(ToOwned::to_owned));
        if word.chars().any(char::is_alphabetic) && !word.chars().any(|letter| letter.is_ascii_digit()) {
            let mark = if is_arabic(word) { '~' } else { '^' };
            words.insert(format!("{mark}{}{mark}", skeleton(word)));
        }
    }
    words.into_iter().collect::<Vec<_>>().join(" ")
}

fn is_arabic(word: &str) -> bool {
    word.chars().any(|letter| ('\u{600}'..='\u{6FF}').contains(&letter))
}

/// The ways in which one word of a question may stand in the text.
fn ways(word: &str) -> Vec<String> {
    let mut ways = vec![word.to_owned()];
    let sounded = sound(word);
    if !sounded.is_empty() && sounded != word && !sounded.contains(' ') {
        ways.push(sounded);
    }
    let bones = skeleton(word);
    if bones.chars().count() >= TRIGRAM && !word.chars().any(|letter| letter.is_ascii_digit()) {
        let other = if is_arabic(word) { '^' } else { '~' };
        ways.push(format!("{other}{bones}{other}"));
    }
    ways
}

/// The condition that `column` names a record in which every word stands; `None` where nothing is asked.
pub(crate) fn matches(engine: Engine, column: &str, question: &str) -> Option<Clause> {
    let folded = fold(question);
    let words: Vec<Vec<String>> =
        folded.split(' ').filter(|word| !word.is_empty()).take(MOST_WORDS).map(ways).collect();
    if words.is_empty() {
        return None;
    }
    let indexed = |ways: &&Vec<String>| ways.iter().all(|way| way.chars().count() >= TRIGRAM);
    let mut tests = Vec::new();
    let mut values = Vec::new();
    if engine == Engine::Sqlite {
        let question: Vec<String> = words.iter().filter(indexed).map(|ways| phrase(ways)).collect();
        if !question.is_empty() {
            tests.push("s.record IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)".to_owned());
            values.push(Value::from(question.join(" AND ")));
        }
    }
    for ways in words.iter().filter(|ways| engine == Engine::Postgres || !indexed(ways)) {
        let likes = vec!["s.text LIKE ?"; ways.len()].join(" OR ");
        tests.push(format!("({likes})"));
        values.extend(ways.iter().map(|way| Value::from(format!("%{}%", plain(way)))));
    }
    let tests = tests.join(" AND ");
    Some(Clause::new(format!("{column} IN (SELECT s.record FROM search s WHERE {tests})"), values))
}

/// One word's ways as an FTS5 expression; folded words hold no quotation mark, and one is doubled if they did.
fn phrase(ways: &[String]) -> String {
    let quoted: Vec<String> = ways.iter().map(|way| format!("\"{}\"", way.replace('"', "\"\""))).collect();
    format!("({})", quoted.join(" OR "))
}

/// Without the characters that mean something to LIKE; folding leaves none, a later table might.
fn plain(way: &str) -> String {
    way.replace(['%', '_', '\\'], "")
}

impl Conn {
    /// Whether SQLite's index has to be written by hand.
    fn has_own_index(&self) -> bool {
        self.engine() == Engine::Sqlite
    }
}

impl Tx {
    /// Keeps the texts of new records.
    pub(crate) async fn add_searched(&mut self, texts: Vec<(i64, String)>) -> Result<()> {
        if self.has_own_index() {
            let rows = texts.iter().map(|(number, text)| params![*number, text]).collect();
            self.insert_all("search_index", "rowid, text", rows).await?;
        }
        let rows = texts.into_iter().map(|(number, text)| params![number, text]).collect();
        self.insert_all("search", "record, text", rows).await
    }

    /// Lets the text of a record go, before its next revision brings another.
    pub(crate) async fn drop_searched(&mut self, number: i64) -> Result<()> {
        if self.has_own_index() {
            self.run("DELETE FROM search_index WHERE rowid = $1", params![number]).await?;
        }
        self.run("DELETE FROM search WHERE record = $1", params![number]).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_once_with_its_sound_and_consonants() {
        assert_eq!(text_of("КПП Кордай, кордай"), "^kp^ ^krd^ kordai kp кордай кпп");
        assert_eq!(text_of("کردای"), "krdi ~krd~ کردای");
    }

    #[test]
    fn a_question_meets_the_consonants_of_the_other_script_only() {
        assert_eq!(ways("korday"), ["korday", "kordai", "~krd~"]);
        assert_eq!(ways("osh"), ["osh", "~ash~"]);
        assert_eq!(ways("jwh200"), ["jwh200", "jvh200"]);
    }

    #[test]
    fn nothing_asked_is_no_condition_and_quotes_stay_text() {
        assert!(matches(Engine::Sqlite, "n", " ,; ").is_none());
        let clause = matches(Engine::Sqlite, "n", "\"heroin\" OR x").unwrap();
        assert_eq!(clause.text.matches('?').count(), clause.values.len());
    }
}
