//! Substances and classes of substances that reports name, and how people write them.
//!
//! Refuses to say whether a substance is controlled: that is a function of jurisdiction and date, never an attribute.
//! Refuses to guess an identity: [`Substance::recognise`] finds known names only, [`Substance::suggest`] proposes.

use super::{Dimension, Index, Nearness, Row, Shelf};
use crate::fold::fold;
use crate::lang::Lang;
use crate::names::Names;
use std::collections::HashMap;
use std::sync::LazyLock;

crate::codes! {
    /// The chemical group a substance is counted in.
    pub enum ChemicalGroup {
        /// Aminoindanes.
        Aminoindanes = "aminoindanes",
        /// Fentanyl and its analogues.
        FentanylAnalogues = "fentanyls",
        /// Nitazenes (2-benzylbenzimidazole opioids).
        Nitazenes = "nitazenes",
        /// Phencyclidine-type substances, ketamine among them.
        PhencyclidineType = "phencyclidine-type",
        /// Phenethylamines, amphetamines among them.
        Phenethylamines = "phenethylamines",
        /// Piperazines.
        Piperazines = "piperazines",
        /// Plants and what is made of them.
        PlantBased = "plant-based",
        /// Synthetic cannabinoids.
        SyntheticCannabinoids = "synthetic-cannabinoids",
        /// Synthetic cathinones.
        SyntheticCathinones = "synthetic-cathinones",
        /// Tryptamines, lysergamides among them.
        Tryptamines = "tryptamines",
        /// Benzodiazepines.
        Benzodiazepines = "benzodiazepines",
        /// Everything else.
        Other = "other",
    }
}

crate::codes! {
    /// The main effect by which a substance is counted.
    pub enum EffectGroup {
        /// Stimulant.
        Stimulant = "stimulant",
        /// Synthetic cannabinoid receptor agonist, or a cannabinoid of the plant.
        CannabinoidAgonist = "cannabinoid-agonist",
        /// Classic hallucinogen.
        Hallucinogen = "hallucinogen",
        /// Opioid.
        Opioid = "opioid",
        /// Dissociative.
        Dissociative = "dissociative",
        /// Sedative or hypnotic.
        Sedative = "sedative",
        /// None of these, or none.
        None = "none",
    }
}

crate::codes! {
    /// What a substance is to those who control it.
    pub enum SubstanceKind {
        /// A narcotic drug.
        Narcotic = "narcotic",
        /// A psychotropic substance.
        Psychotropic = "psychotropic",
        /// A new psychoactive substance.
        Nps = "nps",
        /// A precursor or reagent.
        Precursor = "precursor",
        /// A cutting agent.
        CuttingAgent = "cutting-agent",
        /// A medicine.
        Medicine = "medicine",
        /// A plant, or a part of one.
        Plant = "plant",
        /// A class or an unspecified member of one, as reports name it; not an identity.
        Class = "class",
    }
}

crate::codes! {
    /// What kind of name a name is.
    pub enum NameKind {
        /// International non-proprietary name.
        Inn = "inn",
        /// Systematic or semi-systematic chemical name.
        Chemical = "chemical",
        /// Trade name.
        Trade = "trade",
        /// Street name.
        Street = "street",
        /// Wording of a national list.
        List = "list",
        /// Abbreviation or laboratory code.
        Code = "code",
        /// A spelling met in reports.
        Reported = "reported",
    }
}

/// A further name of a substance.
#[derive(Debug)]
pub struct SubstanceName {
    /// The name as written.
    pub name: String,
    /// Its language; none for a code that is the same in all.
    pub lang: Option<Lang>,
    /// What kind of name it is.
    pub kind: NameKind,
}

/// A substance, or a class that stands in reports where a substance should.
#[derive(Debug)]
pub struct Substance {
    /// Stable key, such as `alpha-pvp`.
    pub key: String,
    /// Preferred name per language.
    pub names: Names,
    /// Further names.
    pub other_names: Vec<SubstanceName>,
    /// CAS registry number of the base or acid, where sure.
    pub cas: Option<String>,
    /// Molecular formula in Hill order, of the base or acid.
    pub formula: Option<String>,
    /// Molar mass in thousandths of a gram per mole, from the formula and the IUPAC abridged atomic weights.
    pub molar_mass_e3: Option<u32>,
    /// Its chemical group.
    pub chemical_group: ChemicalGroup,
    /// Its effect group.
    pub effect_group: EffectGroup,
    /// Its kind.
    pub kind: SubstanceKind,
    /// The dimensions it is usually measured in; others are worth a second look.
    pub dimensions: Vec<Dimension>,
    /// Where the row's facts come from.
    pub source: String,
}

fn read(row: &Row<'_>) -> Option<Substance> {
    let formula = row.owned("formula");
    let dimensions: Option<Vec<_>> = row.list("dimensions").iter().map(|code| Dimension::parse(code)).collect();
    Some(Substance {
        key: row.owned("key")?,
        names: Some(row.names()).filter(|names| names.iter().count() == 3)?,
        other_names: Vec::new(),
        cas: row.owned("cas"),
        molar_mass_e3: formula.as_deref().map(molar_mass_e3).map_or(Some(None), |mass| mass.map(Some))?,
        formula,
        chemical_group: ChemicalGroup::parse(row.text("chemical_group"))?,
        effect_group: EffectGroup::parse(row.text("effect_group"))?,
        kind: SubstanceKind::parse(row.text("kind"))?,
        dimensions: dimensions?,
        source: row.owned("source")?,
    })
}

/// Atomic weights in millionths of a gram per mole: IUPAC abridged standard values.
const WEIGHTS: &[(&str, u64)] = &[
    ("H", 1_008_000),
    ("C", 12_011_000),
    ("N", 14_007_000),
    ("O", 15_999_000),
    ("F", 18_998_000),
    ("Na", 22_990_000),
    ("P", 30_974_000),
    ("S", 32_060_000),
    ("Cl", 35_450_000),
    ("K", 39_098_000),
    ("Mn", 54_938_000),
    ("Br", 79_904_000),
    ("I", 126_904_000),
];

/// The molar mass of a plain formula such as `C15H21NO`, in thousandths of a gram per mole.
fn molar_mass_e3(formula: &str) -> Option<u32> {
    let mut rest = formula;
    let mut total = 0_u64;
    while !rest.is_empty() {
        let symbol = rest.len() - rest[1..].trim_start_matches(|c: char| c.is_ascii_lowercase()).len();
        let (head, tail) = rest.split_at_checked(symbol)?;
        let after = tail.trim_start_matches(|c: char| c.is_ascii_digit());
        let count = &tail[..tail.len() - after.len()];
        let count: u64 = if count.is_empty() { 1 } else { count.parse().ok()? };
        total += WEIGHTS.iter().find(|(name, _)| *name == head)?.1.checked_mul(count)?;
        rest = after;
    }
    u32::try_from((total + 500) / 1000).ok().filter(|mass| *mass > 0)
}

static NAMES: LazyLock<Shelf<(String, SubstanceName)>> = LazyLock::new(|| {
    Shelf::load(include_str!("../../../../catalogue/substance_names.csv"), |row| {
        let lang = match row.text("lang") {
            "" => None,
            tag => Some(Lang::parse(tag)?),
        };
        Some((
            row.owned("key")?,
            SubstanceName { name: row.owned("name")?, lang, kind: NameKind::parse(row.text("kind"))? },
        ))
    })
});

static SHELF: LazyLock<Shelf<Substance>> = LazyLock::new(|| {
    let mut shelf = Shelf::load(include_str!("../../../../catalogue/substances.csv"), read);
    let at: HashMap<String, usize> = shelf.numbered().map(|(at, substance)| (substance.key.clone(), at)).collect();
    for (key, name) in &NAMES.rows {
        if let Some(substance) = at.get(key).and_then(|at| shelf.rows.get_mut(*at)) {
            let SubstanceName { name, lang, kind } = name;
            substance.other_names.push(SubstanceName { name: name.clone(), lang: *lang, kind: *kind });
        }
    }
    shelf
});

static KEYS: LazyLock<HashMap<&'static str, usize>> =
    LazyLock::new(|| SHELF.numbered().map(|(at, substance)| (substance.key.as_str(), at)).collect());

static INDEX: LazyLock<(Index, Nearness)> = LazyLock::new(|| {
    let (mut index, mut near) = (Index::default(), Nearness::default());
    for (at, substance) in SHELF.numbered() {
        for name in substance.every_name().chain(substance.cas.as_deref()) {
            index.add(name, at);
            near.add(name, at);
        }
    }
    (index, near)
});

/// Words after a name that do not change the identity of the substance: salts and forms.
const TRAILING: &[&str] = &[
    "hydrochloride",
    "hydrochlorid",
    "hcl",
    "sulfate",
    "sulphate",
    "tartrate",
    "phosphate",
    "base",
    "tablet",
    "tablets",
    "capsule",
    "capsules",
    "powder",
    "injection",
    "гидрохлорид",
    "сульфат",
    "основание",
    "таблетки",
    "порошок",
];

impl Substance {
    /// Every substance, by key.
    pub fn all() -> &'static [Substance] {
        &SHELF.rows
    }

    /// The substance of a key.
    pub fn by_key(key: &str) -> Option<&'static Substance> {
        KEYS.get(key).and_then(|at| Self::all().get(*at))
    }

    /// The preferred and all further names.
    pub fn every_name(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(_, name)| name).chain(self.other_names.iter().map(|other| other.name.as_str()))
    }

    /// The substance a person meant by `text`: a known name or CAS number as folded, then the only one that sounds so,
    /// then the same without the name of a salt or a form at the end.
    pub fn recognise(text: &str) -> Option<&'static Substance> {
        let folded = fold(text);
        let mut name = folded.as_str();
        loop {
            if let Some(at) = INDEX.0.find(name) {
                return Self::all().get(at);
            }
            let (head, last) = name.rsplit_once(' ')?;
            if !TRAILING.contains(&last) {
                return None;
            }
            name = head;
        }
    }

    /// Up to `n` substances whose names are near to `text`, the nearest first: what a form proposes. A known name that
    /// only begins with `text` counts as near.
    pub fn suggest(text: &str, n: usize) -> Vec<&'static Substance> {
        let folded = fold(text);
        if folded.is_empty() {
            return Vec::new();
        }
        let begins =
            |substance: &&'static Substance| substance.every_name().any(|name| fold(name).starts_with(&folded));
        let near = INDEX.1.rank(text, 450);
        let mut found: Vec<&'static Substance> = Vec::new();
        let ranked = near.iter().filter_map(|(at, _)| Self::all().get(*at));
        for substance in Self::recognise(text).into_iter().chain(Self::all().iter().filter(begins)).chain(ranked) {
            if found.len() < n && !found.iter().any(|other| other.key == substance.key) {
                found.push(substance);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::tests::{seizures, shared};
    use std::collections::BTreeMap;

    fn key(text: &str) -> Option<&'static str> {
        Substance::recognise(text).map(|substance| substance.key.as_str())
    }

    #[test]
    fn every_shipped_row_is_readable_and_every_name_means_one_substance() {
        assert_eq!((&SHELF.skipped, &NAMES.skipped), (&vec![], &vec![]));
        let orphans: Vec<_> = NAMES.rows.iter().filter(|(key, _)| Substance::by_key(key).is_none()).collect();
        assert!(orphans.is_empty(), "{orphans:?}");
        assert_eq!(KEYS.len(), Substance::all().len(), "a key is there twice");
        let mut seen = HashMap::new();
        for substance in Substance::all() {
            for name in substance.every_name() {
                let other = seen.insert(fold(name), &substance.key);
                assert!(other.is_none_or(|other| other == &substance.key), "{name}: {other:?} and {}", substance.key);
            }
        }
    }

    #[test]
    fn the_check_digit_of_every_cas_number_is_right_and_no_number_is_there_twice() {
        let mut seen = HashMap::new();
        for substance in Substance::all() {
            let Some(cas) = &substance.cas else { continue };
            let digits: Vec<u32> = cas.chars().filter_map(|c| c.to_digit(10)).collect();
            let (check, body) = digits.split_last().unwrap();
            let sum: u32 = body.iter().rev().zip(1..).map(|(digit, weight)| digit * weight).sum();
            assert_eq!(sum % 10, *check, "{} {cas}", substance.key);
            assert!(cas.split('-').map(str::len).skip(1).eq([2, 1]), "{} {cas}", substance.key);
            assert_eq!(seen.insert(cas, &substance.key), None, "{cas}");
        }
    }

    #[test]
    fn molar_masses_follow_from_formulas() {
        let mass = |key| Substance::by_key(key).unwrap().molar_mass_e3;
        assert_eq!((mass("mdma"), mass("heroin"), mass("alpha-pvp")), (Some(193_246), Some(369_417), Some(231_339)));
        assert_eq!((molar_mass_e3("Xx"), molar_mass_e3(""), molar_mass_e3("C2x")), (None, None, None));
    }

    #[test]
    fn substances_are_known_in_three_languages_and_by_street_names() {
        let known = [
            ("Heroin", "heroin"),
            ("героин", "heroin"),
            ("هروئین", "heroin"),
            ("هرویین", "heroin"),
            ("α-PVP", "alpha-pvp"),
            ("Альфа-ПВП", "alpha-pvp"),
            ("экстази", "ecstasy"),
            ("МДМА", "mdma"),
            ("شیشه", "methamphetamine"),
            ("4-MMC", "mephedrone"),
            ("Mephedron", "mephedrone"),
            ("мефедрон", "mephedrone"),
            ("JWH018", "jwh-018"),
            ("ephedrone", "methcathinone"),
            ("تریاک", "opium"),
            ("Cocaine HCL", "cocaine"),
            ("МДПВ", "mdpv"),
            ("50-36-2", "cocaine"),
            ("Ketamine hydrochloride", "ketamine"),
            ("carfentanyl", "carfentanil"),
            ("ترامادول", "tramadol"),
            ("Лирика", "pregabalin"),
        ];
        for (text, expected) in known {
            assert_eq!(key(text), Some(expected), "{text}");
        }
        for text in ["", "Unknown", "Other", "Pinix", "base"] {
            assert_eq!(key(text), None, "{text}");
        }
    }

    #[test]
    fn a_suggestion_forgives_slips_and_says_the_nearest_first() {
        let first = |text| Substance::suggest(text, 3).first().map(|substance| substance.key.as_str());
        assert_eq!(
            (first("metamphetamin"), first("carfent"), first("ketmine")),
            (Some("methamphetamine"), Some("carfentanil"), Some("ketamine"))
        );
        assert!(Substance::suggest("", 5).is_empty() && Substance::suggest("JWH", 4).len() == 4);
    }

    #[test]
    fn most_rows_of_the_real_file_name_a_known_substance() {
        let Some(rows) = seizures() else { return };
        let mut lost = BTreeMap::new();
        for name in rows.iter().map(|row| row["DRUG_NAME"].as_str()).filter(|name| key(name).is_none()) {
            *lost.entry(name).or_insert(0_usize) += 1;
        }
        let found = rows.len() - lost.values().sum::<usize>();
        eprintln!("substances: {found} of {} rows; lost {lost:?}", rows.len());
        assert!(found * 100 > rows.len() * 97, "{found}");
    }

    #[test]
    fn formulas_and_numbers_agree_with_a_laboratory_library() {
        let Some(text) = shared("vocabulary/nps_identity_massbank.csv") else { return };
        let mut sheet = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<HashMap<String, String>> = sheet.deserialize().map(Result::unwrap).collect();
        let mut compared = 0;
        for row in &rows {
            let Some(ours) =
                Substance::all().iter().find(|ours| ours.cas.is_some() && ours.cas.as_ref() == row.get("cas"))
            else {
                continue;
            };
            let formula = ours.formula.as_deref().unwrap_or_default();
            assert_eq!(formula, row["formula"], "{}", ours.key);
            compared += 1;
        }
        eprintln!("substances: {compared} compared with the library by CAS number");
        assert!(compared > 20);
    }
}
