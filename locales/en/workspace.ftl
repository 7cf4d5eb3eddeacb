## The analyst's workspace

frame-tab-workspace = Workspace
map-ways-desc = { $count ->
    [one] { $count } way between countries
   *[other] { $count } ways between countries
 }
workspace-title = Workspace
workspace-as-of = As of
workspace-rows = Rows
workspace-columns = Columns
workspace-measure = What is counted
workspace-editions = Editions
workspace-show = Show
view-keep = Save this view
workspace-none = No incident fits this question
workspace-compared = Editions side by side
workspace-compared-hint = Each edition is counted by itself and through your eyes in it. Nothing is added across editions: the same parcel can stand in two of them.
workspace-hint-incidents = Every number leads to its incidents. An incident with two substances stands in two rows and once in the total.
workspace-hint-amounts = Every number leads to its incidents. Amounts are in scope, of one dimension, exact; a dash is “nothing of this dimension”, and quantities not known are in no sum.
workspace-trend = By month
workspace-routes = Routes
workspace-via = By way of
workspace-direct = Not said
workspace-no-routes = No incident says both where it came from and where it went
workspace-no-routes-how = Routes come from the legs of incidents: origin or departure, transit, destination.
workspace-routes-basis = { $count } of { $all } incidents say both ends of their way. The first known transit is drawn; the table has all.
workspace-concealment = How it was hidden
workspace-concealment-basis = { $count } of { $all } incidents were opened for this table.
workspace-methods = How it was found
workspace-detections = Detections and first sightings
axis-none = No columns
axis-substance = Substance
axis-group = Chemical group
axis-country = Country
axis-participant = Participant
axis-region = Region
axis-setting = Setting
axis-conveyance = Conveyance
axis-detection = Way of detection
axis-kind = Kind of incident
axis-status = Identification
axis-month = Month
axis-quarter = Quarter
axis-year = Year
measure-of-incidents = Incidents
measure-of-mass = Mass, kg
measure-of-volume = Volume, l
measure-of-count = Pieces
measure-of-area = Area, m²
measure-of-equivalent = Kilogram equivalent
field-rows = Rows
