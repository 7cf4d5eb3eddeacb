## The catalogue

catalogue-substances = Substances
catalogue-units = Units
catalogue-units-about = Each unit is an exact multiple of its base: micrograms, microlitres, thousandths of a piece or of a square metre.
catalogue-conversions = Conversion tables
catalogue-conversions-about = How litres and pieces become kilogram equivalents. A figure names the version it was made by.
catalogue-places = Countries and regions
catalogue-places-about = Names for matching, not a position on status or borders.
catalogue-found = { $count } of { $all } substances
catalogue-nothing = No substance of that name
catalogue-nothing-how = Search by any name, abbreviation or CAS number, or choose another group.
catalogue-search-hint = Name in any language, street name, abbreviation or CAS number
catalogue-no-status = The catalogue does not say whether a substance is controlled: that depends on country and date.
catalogue-name = Name
catalogue-names = Names
catalogue-language = Language
catalogue-name-kind = Kind of name
catalogue-preferred = preferred
catalogue-key = Key
catalogue-code = Code
catalogue-kind = Kind
catalogue-effect = Effect
catalogue-cas = CAS number
catalogue-formula = Formula
catalogue-molar-mass = Molar mass
catalogue-per-mole = g/mol
catalogue-measured = Usually measured as
catalogue-source = Source
catalogue-unit = Unit
catalogue-dimension = Dimension
catalogue-base = In base units
catalogue-spellings = Also written
catalogue-countries = Countries
catalogue-regions-of = Regions: { $country }
catalogue-conversion-title = Conversion table { $version }
catalogue-of = Substance or group
catalogue-of-any = any
catalogue-factor = Mass of one
catalogue-micrograms = Micrograms
catalogue-per = Per base units
dimension-mass = mass
dimension-volume = volume
dimension-count = pieces
dimension-area = area

## Chemical groups

group-aminoindanes = aminoindanes
group-fentanyls = fentanyl and analogues
group-nitazenes = nitazenes
group-phencyclidine-type = phencyclidine-type
group-phenethylamines = phenethylamines
group-piperazines = piperazines
group-plant-based = plant-based
group-synthetic-cannabinoids = synthetic cannabinoids
group-synthetic-cathinones = synthetic cathinones
group-tryptamines = tryptamines
group-benzodiazepines = benzodiazepines
group-other = other groups

## Effects

effect-stimulant = stimulant
effect-cannabinoid-agonist = cannabinoid receptor agonist
effect-hallucinogen = classic hallucinogen
effect-opioid = opioid
effect-dissociative = dissociative
effect-sedative = sedative or hypnotic
effect-none = none of these

## Kinds of substances

substance-kind-narcotic = narcotic drug
substance-kind-psychotropic = psychotropic substance
substance-kind-nps = new psychoactive substance
substance-kind-precursor = precursor
substance-kind-cutting-agent = cutting agent
substance-kind-medicine = medicine
substance-kind-plant = plant
substance-kind-class = class of substances

## Kinds of names

name-kind-inn = international non-proprietary name
name-kind-chemical = chemical name
name-kind-trade = trade name
name-kind-street = street name
name-kind-list = wording of a national list
name-kind-code = abbreviation or code
name-kind-reported = spelling met in reports
