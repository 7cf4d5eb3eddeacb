## Recommendations and their progress

frame-tab-recommendations = Recommendations
recommendation-list = Recommendations
recommendation-count = { $count ->
    [one] { $count } recommendation
   *[other] { $count } recommendations
}
recommendation-new = Write a recommendation
recommendation-form-hint = Say what is to be done, by whom and until when. Addressees report what became of it.
recommendation-create = Keep the recommendation
recommendation-change = Change
recommendation-edit = Change the recommendation
recommendation-save = Keep the change
recommendation-retract = Take it back
recommendation-retracted-because = Taken back because
recommendation-report = Report progress
recommendation-board = Board of all editions
recommendation-board-said = { $count ->
    [one] { $count } recommendation
   *[other] { $count } recommendations
} of { $editions ->
    [one] { $editions } edition
   *[other] { $editions } editions
} of the series
recommendation-none = No recommendations yet
recommendation-none-how = The coordinator writes them after a meeting, a debrief or an analysis; addressees then report their progress here.
recommendation-none-found = None fit the filters
recommendation-none-found-how = Remove a filter to see more.
recommendation-what = Recommendation
recommendation-standing = Standing
recommendation-addressee = Addressee
recommendation-addressees = Addressees
recommendation-due = Day
recommendation-overdue = Overdue
recommendation-carried = Carried by
recommendation-the-meeting = The meeting
recommendation-decision = Decision { $number } of the meeting
recommendation-original = Original
recommendation-translation = Translation
recommendation-facts = What it rests on
recommendation-written = Written
recommendation-owner = Written by
recommendation-told = What it says
recommendation-last = As of
recommendation-silent = Nothing said yet
recommendation-history = Reports of progress
recommendation-edition = Edition
recommendation-part-what = What is to be done
recommendation-part-who = By whom
recommendation-part-when = Until when
recommendation-part-why = Where it comes from
recommendation-part-carried = What carries it on
recommendation-source-meeting = A meeting
recommendation-source-debrief = A debrief
recommendation-source-analysis = The coordinator’s analysis
category-law = Law
category-forensic = Forensic
category-training = Training
category-equipment = Equipment
category-exchange = Exchange of information
category-procedure = Procedure
category-coordination = Coordination
priority-high = High priority
priority-medium = Medium priority
priority-low = Low priority
standing-open = Open
standing-accepted = Accepted
standing-not-accepted = Not accepted
standing-in-progress = In progress
standing-done = Done
standing-superseded = Superseded
progress-new = Report progress
progress-form-hint = You report for your own participant. The latest report counts; earlier ones stay in the history.
progress-about = The recommendation
progress-part-standing = How you stand to it
progress-part-proof = What shows that it is done
progress-reason-hint = Needed where it is not accepted
progress-send = Send the report
flash-recommendation-created = The recommendation is kept.
flash-recommendation-changed = The change is kept.
flash-recommendation-retracted = The recommendation is taken back.
flash-recommendation-stale = Someone else has changed the recommendation meanwhile. Look at it and repeat the step.
flash-progress-reported = The report is kept.
refused-not-addressed = The recommendation is not addressed to your participant; each addressee reports for itself.
field-recommended = Text
field-recommended-en = Text in English
field-recommended-ru = Text in Russian
field-recommended-fa = Text in Persian
hint-recommended = At least one language; add the others as translations
field-agreed-in = Original language
hint-agreed-in = In which language it was agreed; the others are marked as translations
field-category = Category
field-priority = Priority
field-everyone = To every participant of the operation
field-addressees = Addressees
field-due-by = To be done by
field-due-was = The day is past, and was so: keep it
field-review = Looked at again on
field-came-from = Comes from
field-meeting = Meeting
hint-meeting = Choose the meeting it was made at
field-decision-number = Decision, number
field-evidence = Records that show why
hint-evidence = Search by words or paste an identifier
field-plan = Plan
hint-plan = The clause of a plan that carries it on. A plan that names the recommendation itself need not be chosen
field-standing = Standing
field-progress-note = What was done, what is next
field-standing-day = As of
hint-standing-day = Empty for today
field-proof = Proof
field-proof-records = Records that show it
hint-proof-records = Search by words or paste an identifier
problem-original-missing = There is no text in this language. Choose one that is written, or write it
problem-addressee-missing = Choose at least one addressee, or every participant
problem-addressee-unknown = “{ $text }” does not work in this operation. Choose one of its participants
problem-addressee-blind = { $who } could not read it. Widen the audience, or name them as recipients
problem-recommendation-due-past = { $text } is past: today is { $today }. Write a later day, leave it empty, or say below that it was so
problem-clause-without-plan = Name the plan that the clause stands in
problem-record-unseen = There is no record “{ $text }” that you may read. Correct the identifier
problem-not-accepted-needs-reason = Say why it is not accepted
problem-done-needs-proof = Say what shows that it is done, or name a record that does

## The sheet on which a record is written

sheet-stale-title = Somebody was faster
sheet-stale = Revision { $revision } was kept by the { $role } ({ $when }); yours is not saved. What you typed is below. Look at the newer one, then save again: yours becomes the next revision.
sheet-see-newer = See the newer revision
sheet-leave = Leave without saving
recommendation-is-carried = Carried
recommendation-carried-into = carried into { $operation }, clause { $number }
recommendation-carried-into-plan = carried into { $operation }
progress-files = Files that show it
progress-proof-hint = Done needs a proof: words, a record or a file
