## Operations

operation-list = Operations
operation-none = No operation yet
operation-none-how = An operation appears here when its coordinator names your participant in it.
operation-none-create = Create the first one: names, participants and calendar are enough to begin.
operation-not-opened = No stage opened yet
operation-archive = Archive of past incidents
operation-create = Create operation
operation-new = New operation
operation-edit = Change the operation
operation-change = Change the plan
operation-next-edition = Plan the next edition
operation-save = Save
operation-leave = Leave without saving
operation-form-hint = Everything can be changed later while the operation is not closed.
operation-part-names = Name
operation-part-purpose = Purpose
operation-part-scope = What counts
operation-part-participants = Participants
operation-part-calendar = Calendar
operation-part-marking = Default markings
operation-scope-hint = A line counts when its substance is of one of these groups or kinds, or is named. With nothing chosen, every line counts.
operation-scope-all = every line
operation-counted = What counts
operation-substances-hint = One a line: a name in any language, a CAS number or a catalogue key
operation-marking-hint = A record takes these where its author chooses nothing else.
operation-participation = Participant { $number }
operation-add-participation = Add a participant
operation-since = Since
operation-until = Until
operation-stale-title = Someone else has changed the operation meanwhile
operation-stale = Revision { $revision } is now current; yours was not saved. What you typed is below. Look at the newer one, then save again: yours becomes the next revision.
operation-see-newer = See the newer revision
field-operation = Operation
hint-code = 2 to 40 Latin letters, digits, hyphens, dots: REFLEX-2021
hint-aliases = Other names it is printed under, one a line
hint-late-days = Days after the active stage in which late incidents are still taken; 0 to 730
hint-participations = Leave the participant empty to remove a line.
hint-stages = Planned days; a stage opens only when the coordinator opens it. Leave both days empty for a stage that is not planned.

## What was done

flash-operation-created = The operation is created. Open its first stage when it begins.
flash-operation-changed = The change is saved.
flash-operation-closed = The operation is closed.
flash-operation-stale = Someone else has changed the operation meanwhile. Look at it and repeat the step.
flash-closing-asked = You have asked to close the operation. Another coordinator has to second it.
flash-closing-withdrawn = The request to close the operation is withdrawn.
