## Detections: substances found by laboratories

chart-timeline-desc = { $count ->
    [one] { $count } mark
   *[other] { $count } marks
 } from { $from } to { $to }
record-stale-title = Somebody changed it while you were writing
record-stale = Revision { $number } is current now. What you typed is still here. Look at what is new, then save to make your revision from it
record-stale-see = See the current revision
frame-tab-detections = Detections
detection-title = Detections
detection-back = All detections
detection-new-form = Report a detection
detection-edit-title = Amend: { $name }
detection-add = Report a detection
detection-save = Save the detection
detection-leave = Leave without saving
detection-form-about = What a laboratory found, where and when, and how far it is identified. It is shared as its marking says.
detection-part-what = Substance and identification
detection-part-where = Where and when
detection-count = { $count ->
    [0] No detections to show
    [one] { $count } detection you may see
   *[other] { $count } detections you may see
 }
detection-none = No detections yet
detection-none-fits = No detection fits this choice
detection-none-how = Substances found by laboratories since the last edition stand here. Report one, or answer a questionnaire whose table asks for them.
detection-substance = Substance
detection-written = As written
detection-written-hint = Any name: of the catalogue, chemical, street name, in any script
detection-not-in-catalogue = Not in the catalogue
detection-day = Day
detection-day-hint = Day of the report, in either calendar: 2021-09-20 or 1400/06/29
detection-country = Country
detection-identified = Identification
detection-techniques = Techniques
detection-lab = Laboratory
detection-form = Physical form
detection-context = Source of the sample
detection-incident = Incident
detection-incident-hint = Identifier of the incident, where the sample comes from one: inc_…
detection-note = Note
detection-owner = Reported by
detection-identifier = Identifier
detection-sharing = Sharing
detection-facts = What was found
detection-by-substance = Substance
detection-by-country = Country
detection-by-level = Identification
detection-by-laboratory = by a laboratory:
detection-timeline = Detections over time
detection-first-title = First seen, by country
detection-first-anywhere = First of all
detection-first-unknown = The substance is not in the catalogue, so first sightings cannot be told.
detection-first-basis = { $count ->
    [one] Computed now from the detections and the counting incident lines that you may see, in the { $count } operation you take part in.
   *[other] Computed now from the detections and the counting incident lines that you may see, in the { $count } operations you take part in.
 }
detection-first-legend = Provisional: no laboratory stands behind the name yet. What you may not see is not in it, and nothing older than these records is known here.
detection-new-title = { $count ->
    [one] { $count } substance is new to the region
   *[other] { $count } substances are new to the region
 }
detection-new-here = New to the region: no country taking part was known to have seen it before this day.
detection-propose = Propose an alert
detection-alert-subject = New in the region: { $substance } ({ $country })
detection-level-field-test = Field test
detection-level-tentative = Tentative
detection-level-swgdrug-satisfied = SWGDRUG satisfied
detection-level-structure-elucidated = Structure elucidated
detection-level-about-field-test = By a field test only
detection-level-about-tentative = By a laboratory, below the SWGDRUG minimum
detection-level-about-swgdrug-satisfied = By a laboratory: one technique of category A and another, or three with two of category B
detection-level-about-structure-elucidated = By a laboratory that worked out the structure itself
detection-context-seizure = Seizure
detection-context-purchase = Test purchase or collected sample
detection-context-clinical = Hospital or post-mortem
detection-context-wastewater = Waste water
detection-context-online = Offer on the internet
detection-context-other = Other
technique-infrared = Infrared spectroscopy
technique-mass-spectrometry = Mass spectrometry
technique-nmr = Nuclear magnetic resonance
technique-raman = Raman spectroscopy
technique-x-ray-diffraction = X-ray diffraction
technique-gas-chromatography = Gas chromatography
technique-liquid-chromatography = Liquid chromatography
technique-capillary-electrophoresis = Capillary electrophoresis
technique-ion-mobility = Ion mobility spectrometry
technique-microcrystalline = Microcrystalline tests
technique-thin-layer = Thin-layer chromatography
technique-uv-vis = UV/VIS, full spectrum
technique-colour-test = Colour test
technique-fluorescence = Fluorescence spectroscopy
technique-immunoassay = Immunoassay
technique-melting-point = Melting point
technique-pharmaceutical-marks = Marks of a medicine
field-unknown = The catalogue does not know it; keep the name as written
field-techniques = Techniques (SWGDRUG category)
field-context = Source of the sample
field-laboratory = Laboratory, in words
field-laboratory-agency = Laboratory
field-incident = Incident
problem-detection-unrecognised = “{ $text }” is not in the catalogue. Take one of the names that look like it, or tick that the catalogue does not know it
problem-detection-below-minimum = These techniques do not meet the SWGDRUG minimum: one of category A and another, or three of which two are of category B. Add techniques, or choose Tentative
problem-detection-without-structure = A structure is worked out with a technique of category A at least. Add it, or choose another identification
problem-evidence-unknown = There is no record “{ $text }” that you can refer to. Check the identifier
flash-detection-submitted = The detection is kept
flash-detection-amended = The detection is amended
flash-detection-retracted = The detection is retracted
detection-first-window = The { $shown } of { $all } substances that were first seen last; choose a substance to see it alone
detection-timeline-window = The { $shown } of { $all } substances that were found last; choose a substance to see it alone
detection-new-window = { $shown } of { $all } are named here
