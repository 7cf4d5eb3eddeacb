## Plan and stages

stage-plan = Stages
stage-facts = The operation
stage-name = Stage
stage-planned = Planned:
stage-planned-from = Planned from
stage-planned-to = Planned to
stage-opened = Opened
stage-closed = Closed
stage-reopened = Reopened because:
stage-open = Open: { $stage }
stage-close = Close: { $stage }
stage-reopen = Open again: { $stage }
stage-reopen-reason = Why it opens again
stage-lets = While it is open, members may
stage-read-only = read only
stage-none = No stages planned
stage-none-how = Change the plan to give the operation its calendar.
stage-closing = Closing the operation
stage-closing-how = Closing is for good and takes two coordinators: one asks, another seconds. Records stay readable.
stage-closing-waits = You have asked for the closing. Another coordinator has to second it.
stage-closing-asked = Another coordinator asks to close the operation. After it nothing can be reported or changed.
stage-closing-ask = Ask to close the operation
stage-closing-second = Close the operation
stage-closing-withdraw = Withdraw the request
stage-history = History
stage-revision = Revision { $number }: { $role }, { $door }
flash-stage-opened = The stage is open.
flash-stage-closed = The stage is closed.

## What stages let members do

work-plan = Change the plan
work-report = Report incidents
work-report-late = Report late, within the window
work-amend = Amend, confirm, retract
work-contribute = Comment, accept, answer, exchange
work-follow = Follow up recommendations
