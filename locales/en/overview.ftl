## The operations page

overview-sentence = { $of ->
    [one] { $incidents } from { $from } of { $of } participant
   *[other] { $incidents } from { $from } of { $of } participants
}
overview-plan = Plan and stages
overview-report-incident = Report an incident
overview-map = Mass in scope by region
overview-days = Incidents by day of the event
overview-months = Incidents by month of the event
overview-groups = Mass in scope by substance group
overview-substances = Mass in scope by substance
overview-participants = Who has reported
overview-participant = Participant
overview-reported = Reports
overview-last = Last report
overview-has-reported = reported
overview-silent = nothing for a day
overview-missing = nothing received
overview-no-participants = No participants yet
overview-no-participants-how = The coordinator names them in the plan of the operation.
overview-latest = Latest incidents
overview-all-incidents = All incidents
overview-no-incidents = No incidents for this choice
overview-no-incidents-how = Incidents appear here as soon as a participant reports one that you may read.
overview-what = What
overview-when = When
overview-where = Where
overview-how-much = How much
overview-found = Found by
overview-marking = Marking
overview-held = held
overview-late = late entry

## Figures

figure-incidents = Incidents
figure-incidents-counted = { $count ->
    [one] { $count } incident
   *[other] { $count } incidents
}
figure-held = { $count ->
    [one] { $count } with an open question
   *[other] { $count } with an open question
}
figure-mass = In scope, mass
figure-mass-note = as reported, any basis
figure-volume = In scope, volume
figure-volume-note = kept apart from mass
figure-count = In scope, pieces
figure-count-note = tablets, blots, ampoules, packages
figure-area-in-scope = In scope, area
figure-area-note = fields of plants
figure-kg = kg
figure-kg-provisional = of it provisional, kg
figure-kg-in-scope = kg in scope
figure-litres-in-scope = Litres in scope
figure-units-in-scope = Pieces in scope
figure-m2-in-scope = m² in scope
figure-litres = Litres
figure-units = Pieces
figure-area = m²
figure-equivalent = kg equivalent
figure-equivalent-title = Kilogram equivalent
figure-equivalent-value = { $value } kg equivalent
figure-by-table = Conversion table
figure-converted-all = Every line in scope is converted
figure-unconverted = { $count ->
    [one] { $count } line in scope has no factor and is left out
   *[other] { $count } lines in scope have no factor and are left out
}
figure-not-quantified = quantity not known
figure-unknown = not known
figure-total = Total
figure-table = The same as a table
figure-as-of = as of
figure-and = ,{" "}

## By what figures are told apart

by-country = Country
by-participant = Participant
by-agency = Agency
by-substance = Substance
by-group = Group
by-region = Region
by-place = Place
by-setting = Setting
by-conveyance = Conveyance
by-detection = Found by
by-kind = Kind
by-year = Year
by-month = Month
by-day = Day
by-state = State
by-scope = Scope
by-status = Status
by-unit = Unit
scope-in = in scope
scope-out = off scope
status-provisional = provisional
status-confirmed = confirmed

## Filters

filter-apply = Show
filter-day-hint = 2021-10-15 or 1400/07/23
filter-from = From day
filter-to = To day
filter-participants = Participant
filter-agencies = Agency
filter-countries = Country
filter-regions = Region
filter-substances = Substance
filter-groups = Substance group
filter-places = Place
filter-settings = Setting
filter-conveyances = Conveyance
filter-detections = Found by
filter-kinds = Kind
filter-states = State
filter-scope = In scope
filter-confirmed = Confirmed
filter-held = Open question
filter-late = Late entry
filter-text = Search
filter-true = yes
filter-false = no
