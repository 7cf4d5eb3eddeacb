## The list of incidents, its export, and the inputs of a figure

listing-title = Incidents
listing-count = { $count ->
    [one] { $count } incident
   *[other] { $count } incidents
}
listing-held = { $count } held
listing-search-example = place, substance, reference, in any script
listing-import = Import a file
listing-order-event = Latest event first
listing-order-changed = Latest change first
listing-when = When
listing-what = What
listing-how-much = How much
listing-where = Where
listing-status = Status
listing-column-setting = Setting
listing-column-detection = Found by
listing-column-owner = Participant
listing-column-agency = Agency
listing-column-marking = Marking
listing-column-changed = Changed
listing-columns-apply = Show these columns
listing-first = To the first page
listing-empty = No incidents yet
listing-empty-how = Incidents appear here as soon as a participant reports one on its form, imports a file or sends it through the API.
listing-none = No incident fits this choice
listing-none-how = Remove a filter, or search for another word. What you may not see is not counted here either.
listing-scope-true = In scope
listing-scope-false = Off scope
listing-confirmed-true = Confirmed by laboratory
listing-confirmed-false = Provisional
listing-held-true = With an open question
listing-held-false = Without a question
listing-late-true = Late entries
listing-late-false = In time

listing-head-record = Record
listing-head-revision = Revision
listing-head-state = State
listing-head-kind = Kind
listing-head-day = Day
listing-head-time = Local time
listing-head-country = Country
listing-head-region = Region
listing-head-place = Place
listing-head-written = Substance as written
listing-head-substance = Substance
listing-head-mass-g = Mass, g
listing-head-volume-l = Volume, l
listing-head-count = Pieces
listing-head-area-m2 = Area, m²
listing-head-lines = Lines
listing-head-provisional = Provisional
listing-head-in-scope = In scope
listing-head-setting = Setting
listing-head-detection = Found by
listing-head-owner = Participant
listing-head-agency = Agency
listing-head-audience = Audience
listing-head-handling = Handling
listing-head-late = Late entry
listing-head-held = Held
listing-head-changed = Changed, UTC
listing-cut = Only the first { $count } rows are in this workbook; the CSV has all

inputs-title = Inputs of the figure
inputs-intro = Every record that was counted, with the revision that was counted.
inputs-as-list = The same choice as a list
inputs-download = Download all as CSV
inputs-record = Record
inputs-revision = Revision
inputs-empty = No record counts for this figure
inputs-empty-how = Retracted records and decided duplicates do not count, and what you may not see is not counted for you.
