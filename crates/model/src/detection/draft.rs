//! A detection as typed, and its way to being true.
//!
//! Refuses to stop at the first problem, and to take a name for another because they look alike.

use super::{Context, Detection, DetectionId, Level, Technique, meets_minimum};
use crate::agency::AgencyId;
use crate::catalogue::country::Country;
use crate::catalogue::substance::Substance;
use crate::id::RecordId;
use crate::incident::PhysicalForm;
use crate::marking::{MarkingDraft, coded};
use crate::problem::{Problem, Problems};
use crate::text;
use crate::time::{Day, WrittenDay, read_day};
use serde::{Deserialize, Serialize};

/// A detection as typed; also what a questionnaire's table makes of a row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DetectionDraft {
    /// The substance as written; recognised where the catalogue knows the name.
    pub written: String,
    /// Substance key, where it was chosen and not to be recognised.
    pub substance: String,
    /// "The catalogue does not know it": the name stays as written.
    pub unknown: bool,
    /// Country: code or name.
    pub country: String,
    /// Day, in either calendar.
    pub day: String,
    /// The laboratory, in words.
    pub laboratory: String,
    /// The laboratory, as an agency of the node.
    pub laboratory_agency: String,
    /// [`Technique`] codes.
    pub techniques: Vec<String>,
    /// [`Level`] code.
    pub level: String,
    /// [`PhysicalForm`] code.
    pub form: String,
    /// [`Context`] code.
    pub context: String,
    /// Identifier of an incident.
    pub incident: String,
    /// Anything else.
    pub note: String,
    /// Problems said to be right as typed, `code:field`.
    pub settled: Vec<String>,
    /// Who may read it; the operation's marking where blank.
    pub marking: MarkingDraft,
    /// Language tag.
    pub lang: String,
}

impl DetectionDraft {
    /// The draft that would read back as `detection`; its marking is its header's.
    pub fn of(detection: &Detection) -> Self {
        let code = |code: Option<PhysicalForm>| code.map_or_else(String::new, |code| code.code().to_owned());
        Self {
            written: detection.written.clone(),
            substance: detection.substance.clone().unwrap_or_default(),
            unknown: detection.substance.is_none(),
            country: detection.country.clone(),
            day: detection.when.text.clone(),
            laboratory: detection.laboratory.clone(),
            laboratory_agency: detection.laboratory_agency.map_or_else(String::new, |id| id.to_string()),
            techniques: detection.techniques.iter().map(ToString::to_string).collect(),
            level: detection.level.code().to_owned(),
            form: code(detection.form),
            context: detection.context.code().to_owned(),
            incident: detection.incident.as_ref().map_or_else(String::new, ToString::to_string),
            note: detection.note.clone(),
            ..Self::default()
        }
    }

    /// The detection, or all its problems. `today` is UTC's; a day later is still believed, for places east of it.
    pub fn check(&self, id: DetectionId, today: Day) -> Result<Detection, Problems> {
        let mut problems = Problems::none();
        let written = problems.keep(text::required("written", &self.written, 200)).unwrap_or_default();
        let substance = if written.is_empty() { None } else { problems.keep(self.read_substance(&written)).flatten() };
        let country = problems.keep(read_country(&self.country));
        let when = problems.keep(read_when(&self.day, today));
        let laboratory = problems.keep(text::read("laboratory", &self.laboratory, 200)).unwrap_or_default();
        let laboratory_agency = problems.keep(self.read_agency()).flatten();
        let techniques = self.read_techniques(&mut problems);
        let level = problems.keep(required_code("level", &self.level, Level::parse));
        let form = problems.keep(coded("form", &self.form, PhysicalForm::parse, None)).flatten();
        let context = problems.keep(coded("context", &self.context, Context::parse, Some(Context::Seizure))).flatten();
        let incident = problems.keep(read_record("incident", &self.incident)).flatten();
        let note = problems.keep(text::read("note", &self.note, 4000)).unwrap_or_default();
        self.check_level(level, &techniques, &mut problems);
        for (field, text) in [("note", &self.note), ("laboratory", &self.laboratory)] {
            let settled = self.settled.iter().any(|settled| *settled == format!("personal-data:{field}"));
            if text::looks_personal(text) && !settled {
                problems.add(Problem::new(field, "personal-data"));
            }
        }
        let found = country.zip(when).zip(level);
        problems.or(found.map(|((country, when), level)| Detection {
            id,
            written,
            substance,
            country,
            when,
            laboratory,
            laboratory_agency,
            techniques,
            level,
            form,
            context: context.unwrap_or(Context::Seizure),
            incident,
            note,
        }))
    }

    fn read_substance(&self, written: &str) -> Result<Option<String>, Problem> {
        let key = self.substance.trim();
        let chosen = match key {
            "" => None,
            key => Some(
                Substance::by_key(key)
                    .ok_or_else(|| Problem::new("substance", "substance-unknown").with("text", key))?,
            ),
        };
        match chosen.or_else(|| Substance::recognise(written)) {
            Some(substance) => Ok(Some(substance.key.clone())),
            None if self.unknown => Ok(None),
            None => Err(Problem::new("written", "detection-unrecognised").with("text", written)),
        }
    }

    fn read_agency(&self) -> Result<Option<AgencyId>, Problem> {
        match self.laboratory_agency.trim() {
            "" => Ok(None),
            typed => {
                let read = typed.parse().map(Some);
                read.map_err(|_| Problem::new("laboratory_agency", "agency-unknown").with("text", typed))
            }
        }
    }

    fn read_techniques(&self, problems: &mut Problems) -> Vec<Technique> {
        let mut techniques = Vec::new();
        for code in self.techniques.iter().map(|code| code.trim()).filter(|code| !code.is_empty()) {
            match Technique::parse(code) {
                Some(technique) if techniques.contains(&technique) => {}
                Some(technique) => techniques.push(technique),
                None => problems.add(Problem::new("techniques", "code-unknown").with("text", code)),
            }
        }
        techniques
    }

    /// What is said of the level has to be borne by the techniques.
    fn check_level(&self, level: Option<Level>, techniques: &[Technique], problems: &mut Problems) {
        let telling = techniques.iter().any(|technique| technique.category() == 'A');
        match level {
            Some(Level::SwgdrugSatisfied) if !meets_minimum(techniques) => {
                problems.add(Problem::new("techniques", "detection-below-minimum"));
            }
            Some(Level::StructureElucidated) if !telling => {
                problems.add(Problem::new("techniques", "detection-without-structure"));
            }
            _ => {}
        }
    }
}

fn read_country(typed: &str) -> Result<String, Problem> {
    if typed.trim().is_empty() {
        return Err(Problem::new("country", "required"));
    }
    let found = Country::by_code(typed.trim()).or_else(|| Country::recognise(typed));
    let code = found.map(|country| country.code.clone());
    code.ok_or_else(|| Problem::new("country", "country-unknown").with("text", typed.trim()))
}

fn read_when(typed: &str, today: Day) -> Result<WrittenDay, Problem> {
    if typed.trim().is_empty() {
        return Err(Problem::new("day", "required"));
    }
    let read = read_day("day", typed)?;
    if read.day > today.plus(1) {
        return Err(Problem::new("day", "date-future").with("text", read.day));
    }
    Ok(read)
}

fn required_code<T>(field: &'static str, typed: &str, parse: fn(&str) -> Option<T>) -> Result<T, Problem> {
    coded(field, typed, parse, None)?.ok_or_else(|| Problem::new(field, "required"))
}

fn read_record(field: &'static str, typed: &str) -> Result<Option<RecordId>, Problem> {
    match typed.trim() {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| Problem::new(field, "record-unknown").with("text", typed)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn draft() -> DetectionDraft {
        DetectionDraft {
            written: "alpha-PVP".to_owned(),
            country: "KZ".to_owned(),
            day: "2021-09-20".to_owned(),
            level: "tentative".to_owned(),
            ..DetectionDraft::default()
        }
    }

    fn check(draft: &DetectionDraft) -> Result<Detection, Problems> {
        draft.check(DetectionId::new(Uuid::from_u128(1)), Day::of(2021, 10, 1).unwrap())
    }

    fn codes(draft: &DetectionDraft) -> Vec<String> {
        let problems = check(draft).unwrap_err().0;
        problems.iter().map(|problem| format!("{} {}", problem.field, problem.code)).collect()
    }

    #[test]
    fn a_known_name_is_filed_under_its_substance_and_kept_as_written() {
        let found = check(&draft()).unwrap();
        assert_eq!(found.written, "alpha-PVP");
        assert!(found.substance.is_some());
        let again = DetectionDraft::of(&found).check(found.id, Day::of(2021, 10, 1).unwrap()).unwrap();
        assert_eq!(again, found);
    }

    #[test]
    fn a_name_the_catalogue_nearly_knows_is_asked_about_and_kept_on_the_writers_word() {
        let near = DetectionDraft { written: "alpha-PVPX-7".to_owned(), ..draft() };
        assert_eq!(codes(&near), ["written detection-unrecognised"]);
        let kept = check(&DetectionDraft { unknown: true, ..near }).unwrap();
        assert_eq!((kept.substance, kept.written.as_str()), (None, "alpha-PVPX-7"));
    }

    #[test]
    fn everything_wrong_is_said_at_once_a_day_to_come_and_a_country_that_is_none() {
        let bad = DetectionDraft {
            country: "Atlantis".to_owned(),
            day: "2021-10-03".to_owned(),
            level: "certain".to_owned(),
            incident: "no record".to_owned(),
            ..draft()
        };
        assert_eq!(
            codes(&bad),
            ["country country-unknown", "day date-future", "level code-unknown", "incident record-unknown"]
        );
        assert_eq!(
            codes(&DetectionDraft::default()),
            ["written required", "country required", "day required", "level required"]
        );
    }

    #[test]
    fn a_level_needs_the_techniques_that_bear_it() {
        let level = |level: &str, techniques: &[&str]| DetectionDraft {
            level: level.to_owned(),
            techniques: techniques.iter().map(|code| (*code).to_owned()).collect(),
            ..draft()
        };
        assert_eq!(codes(&level("swgdrug-satisfied", &["colour-test"])), ["techniques detection-below-minimum"]);
        assert_eq!(codes(&level("structure-elucidated", &["thin-layer"])), ["techniques detection-without-structure"]);
        assert!(check(&level("swgdrug-satisfied", &["gas-chromatography", "mass-spectrometry"])).is_ok());
    }

    #[test]
    fn a_solar_hijri_day_keeps_its_calendar() {
        let found = check(&DetectionDraft { day: "1400/06/29".to_owned(), ..draft() }).unwrap();
        assert_eq!((found.when.day.to_string().as_str(), found.when.text.as_str()), ("2021-09-20", "1400/06/29"));
    }
}
