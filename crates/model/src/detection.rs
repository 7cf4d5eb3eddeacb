//! A detection: a substance that a laboratory found in a country on a day, at a level of identification.
//!
//! Refuses a level that its techniques do not bear (SWGDRUG's minimum), a day to come, and a name that the catalogue nearly
//! knows without its writer's word that it is another substance.

mod draft;
mod sighting;

pub use draft::DetectionDraft;
pub use sighting::{FirstSeen, Sighting, first_seen, is_new};

use crate::agency::AgencyId;
use crate::card::Card;
use crate::catalogue::substance::Substance;
use crate::id::{Id, Noun, RecordId};
use crate::incident::PhysicalForm;
use crate::record::{Kind, Shared};
use crate::time::WrittenDay;
use serde::{Deserialize, Serialize};

/// Names one detection.
pub type DetectionId = Id<Detection>;

impl Noun for Detection {
    const PREFIX: &'static str = "det";
}

crate::codes! {
    /// How far a substance is identified.
    pub enum Level {
        /// By a field test.
        FieldTest = "field-test",
        /// By a laboratory, below the minimum of SWGDRUG.
        Tentative = "tentative",
        /// By a laboratory, to the minimum of SWGDRUG.
        SwgdrugSatisfied = "swgdrug-satisfied",
        /// The structure itself was worked out.
        StructureElucidated = "structure-elucidated",
    }
}

impl Level {
    /// Whether a laboratory stands behind the name.
    pub const fn is_confirmed(self) -> bool {
        matches!(self, Level::SwgdrugSatisfied | Level::StructureElucidated)
    }
}

crate::codes! {
    /// How it was analysed; a hyphenated instrument is both of its techniques.
    pub enum Technique {
        /// Infrared spectroscopy.
        Infrared = "infrared",
        /// Mass spectrometry.
        MassSpectrometry = "mass-spectrometry",
        /// Nuclear magnetic resonance.
        Nmr = "nmr",
        /// Raman spectroscopy.
        Raman = "raman",
        /// X-ray diffraction.
        XRayDiffraction = "x-ray-diffraction",
        /// Gas chromatography.
        GasChromatography = "gas-chromatography",
        /// Liquid chromatography.
        LiquidChromatography = "liquid-chromatography",
        /// Capillary electrophoresis.
        CapillaryElectrophoresis = "capillary-electrophoresis",
        /// Ion mobility spectrometry.
        IonMobility = "ion-mobility",
        /// Microcrystalline tests.
        Microcrystalline = "microcrystalline",
        /// Thin-layer chromatography.
        ThinLayer = "thin-layer",
        /// Ultraviolet and visible spectroscopy, full spectrum.
        UvVis = "uv-vis",
        /// Colour tests.
        ColourTest = "colour-test",
        /// Fluorescence spectroscopy.
        Fluorescence = "fluorescence",
        /// Immunoassay.
        Immunoassay = "immunoassay",
        /// Melting point.
        MeltingPoint = "melting-point",
        /// Marks of a pharmaceutical product.
        PharmaceuticalMarks = "pharmaceutical-marks",
    }
}

impl Technique {
    /// Its category by SWGDRUG, from `A`, the most telling, to `C`.
    pub const fn category(self) -> char {
        match self {
            Self::Infrared | Self::MassSpectrometry | Self::Nmr | Self::Raman | Self::XRayDiffraction => 'A',
            Self::GasChromatography
            | Self::LiquidChromatography
            | Self::CapillaryElectrophoresis
            | Self::IonMobility
            | Self::Microcrystalline
            | Self::ThinLayer
            | Self::UvVis => 'B',
            Self::ColourTest
            | Self::Fluorescence
            | Self::Immunoassay
            | Self::MeltingPoint
            | Self::PharmaceuticalMarks => 'C',
        }
    }
}

/// Whether these techniques meet SWGDRUG's minimum: one of category A and another; without A three, two of them B.
pub fn meets_minimum(techniques: &[Technique]) -> bool {
    let of = |category| techniques.iter().filter(|technique| technique.category() == category).count();
    if of('A') > 0 { techniques.len() >= 2 } else { techniques.len() >= 3 && of('B') >= 2 }
}

crate::codes! {
    /// Where the sample came from.
    pub enum Context {
        /// A seizure.
        Seizure = "seizure",
        /// A test purchase or collected sample.
        Purchase = "purchase",
        /// A hospital or a post-mortem.
        Clinical = "clinical",
        /// Waste water.
        Wastewater = "wastewater",
        /// An offer on the internet.
        Online = "online",
        /// Elsewhere.
        Other = "other",
    }
}

/// A substance found by a laboratory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detection {
    /// Names it.
    pub id: DetectionId,
    /// The substance as written.
    pub written: String,
    /// Its key in the catalogue; `None` where the catalogue does not know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substance: Option<String>,
    /// Country where it was found.
    pub country: String,
    /// The day it was found or reported, with what was typed.
    pub when: WrittenDay,
    /// The laboratory, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub laboratory: String,
    /// The laboratory, where it is an agency of the node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub laboratory_agency: Option<AgencyId>,
    /// How it was analysed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub techniques: Vec<Technique>,
    /// How far it is identified.
    pub level: Level,
    /// Physical form, where said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<PhysicalForm>,
    /// Where the sample came from.
    pub context: Context,
    /// The incident it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<RecordId>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Detection {
    /// The substance in the catalogue, where it is known there.
    pub fn known(&self) -> Option<&'static Substance> {
        self.substance.as_deref().and_then(Substance::by_key)
    }
}

impl Shared for Detection {
    const KIND: Kind = Kind::Detection;

    fn card(&self) -> Card {
        Card {
            about: self.incident.clone(),
            part: self.country.clone(),
            status: self.level.code().to_owned(),
            key: self.substance.clone().unwrap_or_default(),
            title: self.written.clone(),
            day: Some(self.when.day),
            due: None,
        }
    }

    fn searched(&self) -> String {
        let names: Vec<&str> = self.known().into_iter().flat_map(Substance::every_name).collect();
        [self.written.as_str(), &names.join(" "), &self.laboratory, &self.note].join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minimum_is_one_of_category_a_and_another_or_three_with_two_of_b() {
        use Technique::{ColourTest, GasChromatography, MassSpectrometry, ThinLayer, UvVis};
        assert!(meets_minimum(&[MassSpectrometry, GasChromatography]));
        assert!(!meets_minimum(&[MassSpectrometry]));
        assert!(meets_minimum(&[ThinLayer, UvVis, ColourTest]));
        assert!(!meets_minimum(&[ThinLayer, ColourTest]));
        assert!(!meets_minimum(&[]));
    }
}
