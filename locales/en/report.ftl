## The report of an operation

report-parts = Parts of the report
report-participants = Participants
report-role = Role
report-calendar = Calendar
report-countries = Mass in scope by country of the event
report-settings = Mass in scope by setting
report-routes = Routes, incidents
report-from = From
report-to = To
report-first-seen = Substances seen for the first time
report-no-first-seen = No recognised substances yet
report-no-first-seen-how = A substance appears here with its earliest day once an incident names it.
report-inputs = Inputs
report-inputs-sentence = { $from } to { $to } of { $all } records
report-no-inputs = No records behind these figures
report-no-inputs-how = Every record that a figure counts is listed here with its revision.
report-record = Record
report-revision = Revision
report-download-html = Download HTML
report-download-xlsx = Download XLSX
report-download-json = Download JSON
report-figure = Figure
report-value = Value
report-code = Code
report-unconverted = Lines without a factor
report-not-quantified = Lines without a quantity
