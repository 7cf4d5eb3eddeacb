## Questionnaires

frame-tab-questionnaires = Questionnaires
questionnaire-list = Questionnaires
questionnaire-count = { $count ->
    [0] No questionnaire
    [one] { $count } questionnaire
   *[other] { $count } questionnaires
}
questionnaire-none = No questionnaires yet
questionnaire-none-how = The coordinator starts the standard one or writes its own. It appears here when it is sent out.
questionnaire-start-standard = Start the standard questionnaire
questionnaire-own-one = A questionnaire of your own
questionnaire-own-one-how = Begin with an empty one and add sections and questions. Nobody else sees it before it is sent out.
questionnaire-start-blank = Begin an empty questionnaire
questionnaire-status-draft = Being written
questionnaire-status-open = Open
questionnaire-status-closed = Closed
questionnaire-days-late = { $count ->
    [one] { $count } day overdue
   *[other] { $count } days overdue
}
questionnaire-due = due on
questionnaire-percent = { $percent } % complete
questionnaire-own = your answers are { $percent } % complete and not yet released
questionnaire-own-released = you released your answers
questionnaire-submissions = { $count ->
    [0] nothing released that you can see
    [one] { $count } participant has released answers
   *[other] { $count } participants have released answers
}
questionnaire-reminded-you = The coordinator reminds you to release your answers.
questionnaire-edit = Change the questionnaire
questionnaire-answer = Answer
questionnaire-release = Release the answers
questionnaire-send = Send it out
questionnaire-send-again = Another due day
questionnaire-send-how = From then on participants see the questionnaire and answer it. The due day is the last day for releasing answers.
questionnaire-send-out = Send out
questionnaire-send-day = Set the due day
questionnaire-who = Who has released
questionnaire-missing = { $count ->
    [0] all have released
    [one] { $count } has not released
   *[other] { $count } have not released
}
questionnaire-remind = Remind those who have not released
questionnaire-close = Take no more answers
questionnaire-own-answers = Your answers
questionnaire-own-private = Seen by your participant alone until they are released
questionnaire-left = Answers that no question takes any more
questionnaire-left-how = The questionnaire was changed after these answers were given. They are kept and shown to your participant; answer anew where the question is asked differently.
questionnaire-not-asked = no longer asked
questionnaire-asked-differently = asked differently now
questionnaire-submissions-title = Released answers
questionnaire-none-released = Nothing released yet
questionnaire-none-released-how = Answers appear here when the contact point of a participant releases them.
questionnaire-no-questions = No questions yet
questionnaire-no-questions-how = Change the questionnaire to add sections and questions.
questionnaire-questions = Questions
questionnaire-version = Version of the questions
questionnaire-state = State
questionnaire-complete = Complete
questionnaire-reminded = Reminded
questionnaire-released = Released, revision { $revision }
questionnaire-older-version = answers an earlier version
questionnaire-not-released = Not yet released
questionnaire-section = Section
questionnaire-sections = Sections
questionnaire-required-answered = Required
questionnaire-answered = Answered
questionnaire-of = { $part } of { $whole }
questionnaire-required = required
questionnaire-asked-when = asked when
questionnaire-nothing = Nothing to report
questionnaire-rows = Rows
questionnaire-row = row { $number }

## Answering

questionnaire-back = The questionnaire
questionnaire-save = Save
questionnaire-save-next = Save, next section
questionnaire-hidden = { $count ->
    [one] { $count } more question is asked depending on the answers above. Save to see it.
   *[other] { $count } more questions are asked depending on the answers above. Save to see them.
}
questionnaire-base = Revision
questionnaire-conflict = A colleague has answered this meanwhile
questionnaire-conflict-how = Your answer stands in the field and is not saved yet. Save puts it in place of theirs.
questionnaire-theirs = Theirs
questionnaire-mine = Yours
questionnaire-taken-back = No answer
questionnaire-keep-theirs = Keep theirs
questionnaire-none-to-report = Nothing to report
questionnaire-add-row = Add a row
questionnaire-remove-row = Remove the row
questionnaire-remove-row-number = Remove row { $number }
question-kind-text = Text
question-kind-number = Number
question-kind-choice = One of several
question-kind-choices = Any of several
question-kind-date = Day
question-kind-table = Table

## Releasing

release-how = The coordinator and the participants read the answers from then on. You can release them again later; every release is kept.
release-missing = Required and not answered
release-missing-how = You can release all the same: how complete the answers are is shown with them.
release-left-how = These answers belong to earlier questions and are not released.
release-checked = I have looked: these texts name no persons
release-note = A note with the answers
release-marking = Who may read them:
release-now = Release for { $participant }
release-again = Release again for { $participant }
submission-released = Released
submission-revision = Revision { $number }: { $role }
submission-history = History
submission-become = Entered from these answers
submission-become-how = Rows of the tables have become records of their own, with this submission as their origin.

## Fields

field-due = Due on
field-title = Title
field-title-en = Title in English
field-title-ru = Title in Russian
field-title-fa = Title in Persian
field-checked = Personal data
field-key = Key
field-required = Required
field-condition = Asked when
field-choices = Choices
field-columns = Columns
field-columns-kind = Kind of cells
field-label = Question
field-label-en = Question in English
field-label-ru = Question in Russian
field-label-fa = Question in Persian
field-help-en = Help in English
field-help-ru = Help in Russian
field-help-fa = Help in Persian
field-introduction-en = Introduction in English
field-introduction-ru = Introduction in Russian
field-introduction-fa = Introduction in Persian
field-columns-label-en = Head in English
field-columns-label-ru = Head in Russian
field-columns-label-fa = Head in Persian
field-sections = Sections
hint-due = A day from today on, such as 2021-08-31, 31.08.2021 or 1400/06/09

## Problems

problem-question-key = “{ $text }” is not a key. Use small Latin letters, digits and hyphens, beginning with a letter
problem-question-key-twice = “{ $text }” is used already. Choose another key
problem-column-kind = A column cannot be of this kind. Choose text, number, one or any of several, or day
problem-columns-missing = A table needs at least one column
problem-choices-missing = Name at least one choice
problem-choice-line = “{ $text }” is not a choice. Write code | English | Russian | Persian on one line; the code has Latin letters, digits, hyphens
problem-condition-unreadable = “{ $text }” is not a condition. Write such as: key = value, key includes value, joined by and, or
problem-condition-question = “{ $key }” is not the key of a question that comes before this one
problem-condition-value = “{ $value }” is not among the choices of “{ $key }”
problem-due-past = { $text } has passed. Choose today or a later day
problem-questions-missing = The questionnaire has no questions yet. Add some before you send it out
problem-none-with-rows = There are rows. Remove them, or take the tick away
problem-question-gone = “{ $key }” is not asked any more; the questionnaire was changed. You had typed: { $text }
problem-release-empty = Nothing is answered yet. Answer at least one question before you release
problem-release-changed = A colleague has changed answers since this page was shown. Read it again below, then release
problem-release-personal = Some texts look like names with document, telephone or account numbers, or addresses. Look at them, correct them, or confirm that they name no persons
problem-release-red = Answers are for the coordinator at least. Choose a wider audience

## What was done

flash-questionnaire-added = The questionnaire is started. Look through it, then send it out.
flash-questionnaire-changed = The questionnaire is changed.
flash-questionnaire-sent = The questionnaire is sent out.
flash-questionnaire-closed = The questionnaire takes no more answers.
flash-questionnaire-reminded = Those who have not released are reminded.
flash-questionnaire-nobody-missing = All have released; nobody is reminded.
flash-questionnaire-stale = Somebody else has changed the questionnaire. Look at it and repeat the step.
flash-answers-saved = The answers are saved.
flash-answers-released = The answers are released.
refused-not-questioned = This questionnaire asks the participants of the operation; yours is not one of them.
refused-questionnaire-not-open = The questionnaire takes no answers now.

## The builder

questionnaire-up = Up
questionnaire-down = Down
questionnaire-remove = Remove
questionnaire-add-question = Add a question
questionnaire-new-section = A new section
questionnaire-new-question = A new question
questionnaire-column = Column { $number }
questionnaire-add-column = Add a column
questionnaire-for-choices = For a choice: what can be chosen
questionnaire-for-tables = For a table: its columns
questionnaire-edit-open = It has been sent out. When questions change after somebody has answered, they become a new version; answers whose question and kind stay are kept in place, the others are kept and shown to their authors.
questionnaire-edit-stale = Somebody else has changed the questionnaire meanwhile. What you typed is still here; look at the questionnaire in another window, then save.
questionnaire-question-how = The key stays with the question through every version and edition; answers are found by it.
field-sections-title-en = Section in English
field-sections-title-ru = Section in Russian
field-sections-title-fa = Section in Persian
field-sections-help-en = About it in English
field-sections-help-ru = About it in Russian
field-sections-help-fa = About it in Persian
hint-choices = One a line: code | English | Russian | Persian
hint-condition = Such as: had-seizures = yes and routes includes sea

## Offline

workbook-title = Answer offline
workbook-how = Download the questionnaire as a workbook, fill it in without a line, and send it here. Answers that others have typed meanwhile are not overwritten.
workbook-download = Download the workbook
workbook-file = The filled workbook (XLSX)
workbook-upload = Take the answers in
workbook-kept = { $count ->
    [0] No answer was changed
    [one] { $count } answer was taken in
   *[other] { $count } answers were taken in
}
workbook-problems = Not taken in
workbook-problems-how = Correct these in the workbook and send it again, or type them on the pages.
workbook-conflicts = Answered by a colleague meanwhile
workbook-conflicts-how = Theirs stands. Open the question to put yours in its place.
workbook-mine = In the workbook
workbook-place = sheet “{ $sheet }”, row { $row }
questionnaire-question = Question
questionnaire-your-answer = Answer
questionnaire-how = How to answer
questionnaire-many = several, parted by ;
questionnaire-none-cell = Nothing to report? Write x in the next cell
problem-workbook-unreadable = The file is not a workbook that can be read. Save it as XLSX and send it again
problem-workbook-too-large = The workbook has more than { $limit } cells or is larger than 8 MB. Remove what is not part of the questionnaire
problem-workbook-foreign = This is not a workbook of a questionnaire. Download it here, fill it in and send that file
problem-workbook-other = This workbook belongs to another questionnaire. Download the one of this questionnaire
problem-sheet-unknown = This sheet is not part of the questionnaire, or its first, hidden row was removed. Copy the answers into the sheets as downloaded
problem-row-unknown = “{ $text }” stands beside no question. Write it in the row of its question
problem-cell-formula = There is a formula here, whose value may be out of date. Replace it by the value
problem-cell-error = The cell shows an error. Correct it

## XLSForm

xlsform-import = From an XLSForm
xlsform-how = A form with the sheets survey, choices and settings: text, integer, decimal, date, file, image, select_one, select_multiple, groups as sections, repeats as tables.
xlsform-file = The form (XLSX)
xlsform-take = Begin from the form
xlsform-export = Download as XLSForm
problem-xlsform-sheet = There is no sheet “{ $name }”. An XLSForm has one
problem-xlsform-column = There is no column “{ $name }”
problem-xlsform-type = “{ $text }” is not supported. Remove it, or use text, integer, decimal, date, file, image, select_one, select_multiple, groups or repeats
problem-xlsform-relevant = “{ $text }” is not supported. Use comparisons with values, selected(), and, or, outside repeats
problem-xlsform-list = There is no list “{ $text }” on the sheet choices
problem-xlsform-nesting = “{ $text }” begins or ends where it cannot. Groups stand beside each other, repeats inside them
field-none = Nothing to report
field-section = Section
field-had = The answer that was seen

## File answers, what changed, earlier releases

question-kind-file = Files
questionnaire-files-most = { $count ->
    [one] { $count } file at most, up to 20 MB. What a camera or an office adds about people and places is taken out
   *[other] { $count } files at most, up to 20 MB each. What a camera or an office adds about people and places is taken out
}
questionnaire-file-drop-name = Remove { $name }
questionnaire-look = Changed since you answered
questionnaire-look-how = The questionnaire was changed. These questions are new or were asked differently when they were answered; every answer is kept. Open each, correct it or tick that it holds.
questionnaire-look-again = Look again, this question has changed:
questionnaire-asked-before = Asked before:
questionnaire-holds = I have looked: the answer holds
questionnaire-changed-new = new
questionnaire-changed-kind = takes another kind of answer
questionnaire-changed-wording = worded differently
questionnaire-changed-choices = other choices
questionnaire-changed-columns = other columns
questionnaire-changed-required = required or not required now
questionnaire-release-older = What you released answers an earlier version of the questionnaire. Look at what changed, then release again.
release-gone = Records that leave with this release
release-gone-how = Their rows were released before and are not among the answers any more. The records are taken back and stay in history.
release-gone-upon = Others have built upon this record
release-gone-what = What becomes of it
release-gone-retract = Take it back all the same
release-gone-keep = Let it stand, without its row
release-gone-reason = Why the rows are taken back
submission-revision-title = release { $number }
submission-released-by = Released by
submission-current = What stands now
submission-earlier = This is an earlier release. What stands now may say otherwise.
submission-since = What changed since
submission-since-none = Nothing has changed since.
submission-then = Then
submission-now = Now
workbook-cell = sheet “{ $sheet }”, { $cell }
workbook-older = The workbook was made for version { $version } of the questions, and another version is asked now. What still fits was taken in; download the workbook anew for the other questions.
workbook-file-how = Files are added on the page of the question, not here
problem-condition-ahead = “{ $key }” is asked after this question or waits for it. Put it before this question
problem-release-built-upon = Others have built upon “{ $text }”. Say below whether it is taken back or stands
problem-workbook-marks = A hidden cell that says where the answers belong was changed. Download the workbook anew and copy the answers into it
problem-workbook-file = Files are added on the page of the question, not in the workbook. You had typed: { $text }
problem-answer-twice = “{ $key }” is answered twice with different words. Keep one of them
problem-cell-merged = These cells were merged, and it is not clear which of them is meant. Take them apart and write each answer in its own cell
problem-column-unknown = “{ $text }” stands under no column of the table. Write it under one
problem-column-gone = The column “{ $key }” is not asked any more; what stands in it was not taken in ({ $count } cells). What was answered there before is kept
