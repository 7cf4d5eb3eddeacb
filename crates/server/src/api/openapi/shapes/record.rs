//! Shapes of the drafts of shared records: acts, entries, determinations, detections, findings, recommendations.

use super::{Shape, shape};
use model::control_entry::{self, ControlEntryDraft, Reaches, ThresholdDraft};
use model::detection::{Context, DetectionDraft, Level, Technique};
use model::determination::{DeterminationDraft, Verdict};
use model::finding::{Confidence, FindingDraft};
use model::incident::PhysicalForm;
use model::legal_act::{ActKind, LegalActDraft};
use model::quantity::Basis;
use model::recommendation::{Category, Priority, RecommendationDraft, RecommendationSource};

/// The part of every one of them that says who may read it.
const MARKED: &[(&str, &str)] = &[("marking", "MarkingDraft")];

/// Every one of them.
pub fn drafts() -> Vec<Shape> {
    vec![
        shape::<LegalActDraft>(
            "LegalActDraft",
            "A legal act as typed. `jurisdiction` takes a code or a name; `amends` and `repeals` take identifiers of \
             records or keys of acts that ship.",
            MARKED,
            codes!("act_kind": ActKind),
        ),
        shape::<ThresholdDraft>(
            "ThresholdDraft",
            "An amount from which an entry reaches, with what it is reckoned on.",
            &[],
            codes!("basis": Basis),
        ),
        shape::<ControlEntryDraft>(
            "ControlEntryDraft",
            "An entry of an act as typed. `substance` may be left blank: the catalogue recognises the name.",
            &[("marking", "MarkingDraft"), ("thresholds", "ThresholdDraft")],
            codes!("technique": control_entry::Technique, "salts": Reaches, "isomers": Reaches,
                "stereoisomers": Reaches, "esters": Reaches, "ethers": Reaches),
        ),
        shape::<DeterminationDraft>(
            "DeterminationDraft",
            "An expert's word on whether a rule covers a substance. `challenges` names the determination that it contradicts.",
            MARKED,
            codes!("verdict": Verdict),
        ),
        shape::<DetectionDraft>(
            "DetectionDraft",
            "A substance that a laboratory found. `unknown` says that the catalogue does not hold it; `settled` holds what \
             was asked back and is right as typed, as code:field.",
            MARKED,
            codes!("techniques": Technique, "level": Level, "form": PhysicalForm, "context": Context),
        ),
        shape::<FindingDraft>(
            "FindingDraft",
            "A finding: facts apart from assessment. `evidence` holds identifiers of records, between blanks.",
            MARKED,
            codes!("confidence": Confidence),
        ),
        shape::<RecommendationDraft>(
            "RecommendationDraft",
            "A recommendation, one text per language, to everyone or to addressees by code.",
            MARKED,
            codes!("came_from": RecommendationSource, "category": Category, "priority": Priority),
        ),
    ]
}
