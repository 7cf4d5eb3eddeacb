## The frame around every page

frame-skip = Skip to the content
frame-demonstration = Demonstration data
frame-rooms = Rooms
frame-room-overview = Overview
frame-room-plan = Plan
frame-room-background = Background
frame-room-analysis = Analysis
frame-room-exchange = Exchange
frame-tabs = In this room
frame-tab-messages = Messages
frame-tab-requests = Requests for information
frame-tab-stages = Stages
frame-room-incidents = Incidents
frame-room-report = Report
frame-room-catalogue = Catalogue
frame-room-administration = Administration
frame-waits = waiting
frame-waiting = { $count ->
    [one] { $count } waits for me
   *[other] { $count } wait for me
}
frame-search = Search
frame-search-here = Search in this operation
frame-notices = Notices
frame-notices-new = { $count } new
frame-language = Language
frame-account = Account
frame-theme = Appearance
frame-theme-system = As the device
frame-theme-light = Light
frame-theme-dark = Dark
frame-sign-in = Sign in
frame-sign-out = Sign out
frame-stage-planning = Planning
frame-stage-background = Background
frame-stage-analysis = Analysis
frame-stage-active = Active stage
frame-stage-reporting = Reporting
frame-stage-closed = Closed
frame-stage-day = { $stage }, day { $day }
frame-stage-day-of = { $stage }, day { $day } of { $of }

role-administrator = Administrator
role-coordinator = Coordinator
role-contact-point = Contact point
role-officer = Officer
role-chemist = Chemist
role-analyst = Analyst
role-observer = Observer
role-supporter = Supporter

## Forms

form-problems = { $count ->
    [one] One thing to check
   *[other] { $count } things to check
}
form-optional = optional
form-choose = Choose
form-error = Problem
form-file-none = No file chosen yet
form-draft-kept = Draft kept on this device { $age }
form-draft-restored = What was typed here earlier is back
form-draft-discard = Discard the draft
form-draft-offline = no connection, sends by itself
form-step = Step { $step } of { $of }

## Lists and tables

list-previous = Previous
list-next = Next
list-pages = Pages of the list
list-search = Search
list-filter = Filter
list-clear = Clear all filters
list-remove-filter = Remove the filter { $name }
list-scroll = Table, scrolls sideways
list-columns = Columns
list-export = Export
list-any = Any

## Figures, charts and maps

chart-empty = Nothing to draw yet: no figures for this choice
chart-confirmed = confirmed
chart-provisional = provisional
chart-provisional-share = { $share } provisional
chart-no-data = no data
chart-other = Other ({ $count })
chart-inputs = inputs
chart-by-day-desc = From { $from } to { $to }: { $total } in all, most on { $day } ({ $most })
chart-bars-desc = Longest bar: { $name }, { $value }
chart-flow-desc = Largest flow: { $from } to { $to }, { $value }
chart-flow-origin = Origin
chart-flow-transit = Transit
chart-flow-destination = Destination
chart-stages = Stages of the operation
chart-stage-now = now
chart-stage-done = done
chart-stage-next = to come
chart-as-of = as of { $time }
map-note = Boundaries and names imply no endorsement. Disputed lines are dashed.
map-desc = { $count ->
    [0] No region has figures
    [one] { $count } region has figures; highest: { $name }, { $value }
   *[other] { $count } regions have figures; highest: { $name }, { $value }
}
map-closer = A closer look at one country
map-whole = All countries
map-beyond = { $count ->
    [one] { $count } region with { $value } lies beyond this view: { $names }
   *[other] { $count } regions with { $value } together lie beyond this view: { $names }
 }
map-value = { $name }: { $value }
map-without = { $name }: no data
map-from = { $from } and more
map-below = below { $to }
map-between = { $from } to { $to }

## Live pages

live-new = New or changed: { $count }. Refresh this page
live-swapped = New or changed: { $count }. This page is up to date
live-lost = The connection is lost. Shown as of { $time }
live-back = The connection is back

## Markings

tlp-red = TLP:RED
tlp-amber-strict = TLP:AMBER+STRICT
tlp-amber = TLP:AMBER
tlp-green = TLP:GREEN
tlp-clear = TLP:CLEAR
