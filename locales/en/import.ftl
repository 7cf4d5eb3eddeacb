# Files of incidents.
import-title = Import a file
import-about = Each row of a CSV file becomes an incident, is kept with a question, or is refused with its reason. The same file again changes nothing.
import-file = File
import-file-hint = CSV as a spreadsheet saves it. After an error the file is chosen again: a browser does not keep it.
import-mapping = How its columns are read
import-mapping-hint = The Reflex template, or a list that this product knows
import-own = Another mapping file
import-own-hint = A .toml file that says which column is which field. It is used instead of the choice above.
import-do = Import the rows
import-check = Check only, keep nothing
import-checked = Checked, nothing was kept
import-done = Imported
import-sentence = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }: accepted { $accepted }, held with a question { $held }, refused { $refused }, known already { $known }
import-reasons = Questions and refusals
import-reason = Question or reason, with the first row as an example
import-rows = Rows
import-first-row = First row
import-notes = Row by row
import-row = Row
import-verdict = Result
import-why = Why
import-left-out = { $count ->
    [one] { $count } more row has a note
   *[other] { $count } more rows have notes
 }; the counts above are of all rows
import-template = Template
import-template-about = No list of your own? Fill in the columns of the template; only day, country, substance, quantity and unit are needed.
import-template-get = Download the template (CSV)
import-earlier = Earlier imports
import-when = When
import-none = No file has been imported yet
import-none-how = Choose a file above and check it first; checking keeps nothing.
row-verdict-accepted = Accepted
row-verdict-held = Held
row-verdict-refused = Refused
row-verdict-known = Known already
