//! Every field of a draft that a mapping can fill, by its path: `country`, `lines.0.quantity`, `legs.2.country`.
//!
//! Refuses a path that no draft has, and a code that its field does not know.

use model::incident::{
    AgeBand, Concealment, Confidence, Conveyance, Detection, IncidentDraft, IncidentKind, LegDraft, LegRole, LineDraft,
    PersonDraft, PersonStatus, PhysicalForm, Precision, RelatedDraft, RelatedKind, SaltForm, Setting, SexBand,
    SubstanceStatus,
};
use model::marking::{Audience, Handling, InformationGrade, MarkingDraft, SourceGrade};
use model::quantity::{Basis, Measure};

/// Whether a text is a code of the field.
type Code = fn(&str) -> bool;

/// One text field of a draft or of a part of it.
#[derive(Debug)]
pub(crate) struct Leaf<T: 'static> {
    name: &'static str,
    slot: fn(&mut T) -> &mut String,
    code: Option<Code>,
}

/// The fields of one draft: `name` for a text, `name = Code` for a coded field.
macro_rules! leaves {
    (@) => { None };
    (@ $code:ty) => { Some(|text: &str| <$code>::parse(text).is_some()) };
    ($draft:ty; $($name:ident $(= $code:ty)?),+ $(,)?) => {
        &[$(Leaf { name: stringify!($name), slot: |draft: &mut $draft| &mut draft.$name, code: leaves!(@ $($code)?) }),+]
    };
}

const WHOLE: &[Leaf<IncidentDraft>] = leaves![IncidentDraft;
    kind = IncidentKind, reference, day, time, end, precision = Precision, offset, country, region, place, latitude,
    longitude, setting = Setting, detection = Detection, conveyance = Conveyance, concealment = Concealment,
    concealment_text, declared_goods, hs_code, answers, note, lang];

const LINE: &[Leaf<LineDraft>] = leaves![LineDraft;
    written, substance, status = SubstanceStatus, form = PhysicalForm, packaging, logo, colour, items, quantity, unit,
    basis = Basis, measure = Measure, second_quantity, second_unit, purity, purity_method, salt = SaltForm, samples,
    scope, scope_reason];

const LEG: &[Leaf<LegDraft>] = leaves![LegDraft; role = LegRole, country, place, confidence = Confidence];

const PERSON: &[Leaf<PersonDraft>] =
    leaves![PersonDraft; count, status = PersonStatus, nationality, sex = SexBand, age = AgeBand];

const RELATED: &[Leaf<RelatedDraft>] = leaves![RelatedDraft; kind = RelatedKind, count, text];

const MARKING: &[Leaf<MarkingDraft>] = leaves![MarkingDraft;
    audience = Audience, handling = Handling, handling_text, source_grade = SourceGrade,
    information_grade = InformationGrade];

/// Parts of one kind that a mapping may fill in one row.
const PARTS: usize = 20;

/// A field of a draft.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Target {
    Whole(&'static Leaf<IncidentDraft>),
    Line(usize, &'static Leaf<LineDraft>),
    Leg(usize, &'static Leaf<LegDraft>),
    Person(usize, &'static Leaf<PersonDraft>),
    Related(usize, &'static Leaf<RelatedDraft>),
    Marking(&'static Leaf<MarkingDraft>),
}

fn leaf<T>(leaves: &'static [Leaf<T>], name: &str) -> Option<&'static Leaf<T>> {
    leaves.iter().find(|leaf| leaf.name == name)
}

/// The part at `at`, made where it is not there yet.
fn part<T: Default>(parts: &mut Vec<T>, at: usize) -> &mut T {
    if parts.len() <= at {
        parts.resize_with(at + 1, T::default);
    }
    &mut parts[at]
}

impl Target {
    /// The field of a path.
    pub(crate) fn of(path: &str) -> Option<Self> {
        let (outer, rest) = match path.split_once('.') {
            None => return leaf(WHOLE, path).map(Self::Whole),
            Some(("marking", name)) => return leaf(MARKING, name).map(Self::Marking),
            Some(parts) => parts,
        };
        let (at, name) = rest.split_once('.')?;
        let at = at.parse().ok().filter(|at| *at < PARTS)?;
        match outer {
            "lines" => leaf(LINE, name).map(|leaf| Self::Line(at, leaf)),
            "legs" => leaf(LEG, name).map(|leaf| Self::Leg(at, leaf)),
            "persons" => leaf(PERSON, name).map(|leaf| Self::Person(at, leaf)),
            "related" => leaf(RELATED, name).map(|leaf| Self::Related(at, leaf)),
            _ => None,
        }
    }

    /// Whether the field is coded, and how a code is told.
    pub(crate) const fn code(self) -> Option<Code> {
        match self {
            Self::Whole(leaf) => leaf.code,
            Self::Line(_, leaf) => leaf.code,
            Self::Leg(_, leaf) => leaf.code,
            Self::Person(_, leaf) => leaf.code,
            Self::Related(_, leaf) => leaf.code,
            Self::Marking(leaf) => leaf.code,
        }
    }

    /// The field's text in `draft`.
    pub(crate) fn slot(self, draft: &mut IncidentDraft) -> &mut String {
        match self {
            Self::Whole(leaf) => (leaf.slot)(draft),
            Self::Line(at, leaf) => (leaf.slot)(part(&mut draft.lines, at)),
            Self::Leg(at, leaf) => (leaf.slot)(part(&mut draft.legs, at)),
            Self::Person(at, leaf) => (leaf.slot)(part(&mut draft.persons, at)),
            Self::Related(at, leaf) => (leaf.slot)(part(&mut draft.related, at)),
            Self::Marking(leaf) => (leaf.slot)(&mut draft.marking),
        }
    }

    /// Whether anything was read into the part that the field belongs to: a fixed value alone makes no line.
    pub(crate) fn is_alive(self, draft: &IncidentDraft) -> bool {
        match self {
            Self::Whole(_) | Self::Marking(_) => true,
            Self::Line(at, _) => draft.lines.get(at).is_some_and(|line| *line != LineDraft::default()),
            Self::Leg(at, _) => draft.legs.get(at).is_some_and(|leg| *leg != LegDraft::default()),
            Self::Person(at, _) => draft.persons.get(at).is_some_and(|person| *person != PersonDraft::default()),
            Self::Related(at, _) => draft.related.get(at).is_some_and(|related| *related != RelatedDraft::default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_its_field() {
        let mut draft = IncidentDraft::default();
        for (path, text) in
            [("country", "KZ"), ("lines.1.quantity", "5"), ("legs.0.role", "origin"), ("marking.handling", "H1")]
        {
            *Target::of(path).unwrap().slot(&mut draft) = text.to_owned();
        }
        assert_eq!((draft.country.as_str(), draft.lines[1].quantity.as_str()), ("KZ", "5"));
        assert_eq!((draft.legs[0].role.as_str(), draft.marking.handling.as_str()), ("origin", "H1"));
        assert!(!Target::of("lines.0.unit").unwrap().is_alive(&draft));
        assert!(Target::of("lines.1.unit").unwrap().is_alive(&draft));
    }

    #[test]
    fn a_path_that_no_draft_has_leads_nowhere() {
        for path in [
            "",
            "colour",
            "lines",
            "lines.0",
            "lines.x.unit",
            "lines.99.unit",
            "lines.0.nothing",
            "towns.0.name",
            "settled",
        ] {
            assert!(Target::of(path).is_none(), "{path}");
        }
    }

    #[test]
    fn a_coded_field_knows_its_codes() {
        let code = Target::of("setting").unwrap().code().unwrap();
        assert!(code("airport") && !code("Airport"));
        assert!(Target::of("place").unwrap().code().is_none());
    }
}
