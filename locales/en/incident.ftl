## Incidents: the record, its forms, its codes

incident-report-title = Report an incident
incident-report-action = Report an incident
incident-amend-title = Amend: { $title }
incident-amend-action = Amend
incident-confirm-action = Confirm
incident-retract-action = Retract
incident-back-to-list = All incidents
incident-back-to-record = The record
incident-yes = yes
incident-no = no
incident-more-lines = { $count ->
    [one] and { $count } more line
   *[other] and { $count } more lines
}

# What was found
incident-what = What was found
incident-what-hint = Name as you know it; a laboratory confirms later
incident-how-much = How much
incident-amount-unknown = Quantity not known
incident-amount-unreadable = not read: { $text }
incident-where = Where
incident-where-hint = Post, town or region
incident-when = When
incident-when-hint = Local day at the place: 2021-10-15, 15.10.2021 or 1400/07/23
incident-how-it-travelled = How it travelled
incident-persons-hint = Numbers only, no names
incident-region-by-place = By the place
incident-region-unknown = Not known
incident-which = Which one do you mean?
incident-perhaps = Perhaps:
incident-right-as-typed = It is right as typed

# The form
incident-form-short = Short form
incident-form-long = All fields
incident-form-short-about = The first facts. Everything else can follow.
incident-form-long-about = Every field. Leave empty what is not known.
incident-sections = Parts of the form
incident-section-lines = What was found
incident-section-where = Where
incident-section-when = When
incident-section-found = How it was found
incident-section-route = Route
incident-section-persons = Persons
incident-section-related = Found with it
incident-section-about = About the record
incident-section-sharing = Sharing
incident-line = Line { $number }
incident-leg = Part { $number } of the route
incident-person = Persons { $number }
incident-find = Find { $number }
incident-add-line = Add another line
incident-add-leg = Add another part of the route
incident-add-person = Add other persons
incident-add-related = Add another find
incident-shared-with = Shared with:
incident-change-marking = change
incident-files = Photos and files
incident-files-hint = JPEG, PNG, WebP, PDF, office documents or text, up to 20 MB each. A browser does not keep chosen files: choose them again if this form comes back with something to check.
incident-add-files = Add photos or files
incident-add-files-hint = JPEG, PNG, WebP, PDF, office documents or text, up to 20 MB each. The place that a camera notes in a photo is removed.
incident-add-files-action = Add the files
incident-send = Submit the report
incident-send-amendment = Keep the new revision
incident-keep = Keep as draft
incident-draft-kept = Draft kept on the server
incident-stale = Somebody amended this record while you were typing
incident-stale-how = What you typed is still in the form. Compare it with what the record says now, correct it where needed, and keep it again: it becomes the next revision.
incident-stale-open = Open the record as it is now
incident-stale-same = What you typed says the same as the record says now.
incident-stale-decision = Somebody amended this record meanwhile. Look at it again before you decide.
incident-field = Field
incident-now-says = The record now
incident-you-typed = You typed

# The record
incident-provisional = provisional
incident-held = held
incident-late = late entry
incident-in-scope = in scope
incident-off-scope = off scope
incident-does-not-count = does not count
incident-lines = Lines
incident-no-lines = Nothing was found or listed
incident-as-written = As written
incident-details = Details
incident-facts = Facts
incident-no-persons = No persons are recorded
incident-no-files = No photos or files yet
incident-file-size = { $value } KB
incident-about = Sharing and origin
incident-history = History
incident-revision = Revision { $number }
incident-retracted-because = Retracted. Reason:
incident-same-as = This record does not count: it is the same seizure as
incident-same-as-counts = This record counts. The record of which it is the same seizure no longer stands for it:
incident-apart-after-all = They are two seizures after all: both count
incident-question = A question is open
incident-question-same = This may be the same seizure as another record:
incident-question-twice = The same seizure may have been reported twice. Say whether this record is right as it stands
incident-same = Same seizure: the other record counts
incident-apart = Not the same: both count
incident-same-hint = Both records stay, whatever you decide. The decision can be seen in the history.
incident-right = It is right as it stands
incident-right-hint = If something is wrong, amend the record: what you correct is no longer asked.
incident-answered = Answered:
incident-fact-kind = Kind
incident-fact-when = When
incident-fact-local-time = Local time zone
incident-fact-when-written = Day as written
incident-fact-where = Where
incident-fact-coordinates = Coordinates
incident-fact-reported-by = Reported by
incident-fact-received = Received
incident-fact-audience = Audience
incident-fact-recipients = Named recipients
incident-fact-handling = Handling
incident-fact-source-grade = Source
incident-fact-information-grade = Information
incident-fact-provenance = Came in through
incident-fact-language = Written in
incident-fact-review = To be reviewed on
incident-fact-id = Identifier

# An earlier revision
incident-revision-title = Revision { $number }: { $title }
incident-revision-current = This is the current revision.
incident-revision-old = This is an earlier revision. It is kept as it was and no longer counts.
incident-differences = What differs from the record now
incident-differences-none = Only the state or the sharing differs.

# Decisions
incident-confirm-title = Confirm: { $title }
incident-confirm-means = Confirming says that your agency stands behind the record. A line ticked as identified counts as confirmed by laboratory from now on; a line without the tick stays provisional.
incident-confirm-substance = Substance found, if another
incident-confirm-substance-hint = Leave empty where the laboratory found what the line says. What was written stays beside it.
incident-confirm-do = Confirm the record
incident-retract-title = Retract: { $title }
incident-retract-means = A retracted record leaves every total and stays readable with its reason. It cannot be brought back; a new report takes its place.
incident-retract-do = Retract the record
incident-retract-reason = Why is it retracted?
incident-retract-reason-hint = Everybody who may read the record reads this. No names.
incident-leave = Leave it as it is

# After a write
flash-incident-submitted = The report is submitted
flash-incident-submitted-without-files = The report is submitted. Not every file could be added: add them again below
flash-incident-amended = The new revision is kept
flash-incident-confirmed = The record is confirmed
flash-incident-retracted = The record is retracted
flash-incident-same = Decided: the other record counts
flash-incident-apart = Decided: both records count
flash-incident-answered = The question is answered
flash-incident-stale = Somebody amended the record meanwhile. Look at it again before you decide
flash-incident-draft-kept = The draft is kept. It is here when you come back
flash-incident-draft-discarded = The draft is discarded

## Codes

incident-kind-seizure = Seizure
incident-kind-suspicious-consignment = Suspicious consignment
incident-kind-stopped-consignment = Stopped consignment
incident-kind-clandestine-laboratory = Clandestine laboratory
incident-kind-online-offer = Online offer
incident-kind-adverse-event = Adverse event

precision-minute = to the minute
precision-day = to the day
precision-month = only the month
precision-year = only the year

setting-border = Border crossing
setting-airport = Airport
setting-seaport = Seaport
setting-rail = Railway
setting-road = Road
setting-post = Post or courier
setting-inland = Inland
setting-premises = Premises
setting-online = Online
setting-unknown = Not known

detection-risk-profile = Risk profile
detection-intelligence = Intelligence
detection-controlled-delivery = Controlled delivery
detection-routine = Routine check
detection-random = Random check
detection-dog = Dog
detection-scanner = Scanner
detection-field-test = Field test
detection-laboratory = Laboratory
detection-online-monitoring = Online monitoring
detection-other = Otherwise

conveyance-car = Car
conveyance-lorry = Lorry
conveyance-bus = Bus
conveyance-train = Train
conveyance-aircraft = Aircraft
conveyance-ship = Ship
conveyance-parcel = Parcel
conveyance-foot = On foot
conveyance-animal = Animal
conveyance-drone = Drone
conveyance-other = Otherwise

concealment-open = Not hidden
concealment-baggage = In baggage
concealment-body = On the body
concealment-swallowed = Swallowed or in the body
concealment-vehicle = In a vehicle
concealment-cargo = In cargo
concealment-parcel = In a parcel
concealment-building = In a building
concealment-cache = In a cache
concealment-dissolved = Dissolved or soaked in
concealment-other = Otherwise

leg-role-origin = Origin
leg-role-departure = Departure
leg-role-transit = Transit
leg-role-destination = Destination
leg-role-intended-destination = Intended destination

confidence-confirmed = confirmed
confidence-probable = probable
confidence-possible = possible

person-status-detained = detained
person-status-charged = charged
person-status-wanted = wanted
person-status-harmed = harmed
person-status-died = died
person-status-other = other

sex-band-female = female
sex-band-male = male
sex-band-unknown = not known

age-band-under-18 = under 18
age-band-18-24 = 18 to 24
age-band-25-39 = 25 to 39
age-band-40-59 = 40 to 59
age-band-60-plus = 60 and over
age-band-unknown = not known

related-kind-cash = Cash
related-kind-firearm = Firearms
related-kind-vehicle = Vehicles
related-kind-equipment = Equipment
related-kind-website = Websites
related-kind-group = Groups exposed
related-kind-other = Other

substance-status-provisional = provisional
substance-status-confirmed = confirmed by laboratory

physical-form-powder = Powder
physical-form-crystals = Crystals
physical-form-tablets = Tablets
physical-form-capsules = Capsules
physical-form-liquid = Liquid
physical-form-blotters = Blotters
physical-form-plant-material = Plant material
physical-form-sprayed-plant = Sprayed plant material
physical-form-resin = Resin
physical-form-paste = Paste
physical-form-e-liquid = E-liquid
physical-form-other = Other

basis-bulk = as weighed
basis-net = without packaging
basis-pure = pure substance
basis-dry-residue = dry residue
basis-mixture = mixture
basis-unknown = basis not said

measure-measured = measured
measure-estimated = estimated
measure-declared = declared

salt-form-base = Base
salt-form-salt = Salt
salt-form-unknown = Not known

incident-scope-rule = By the operation's rule
incident-scope-in = In scope
incident-scope-out = Off scope

audience-red = named recipients and the owner's agency only
audience-amber-strict = owner, coordinator and named recipients
audience-amber = participants and coordinator
audience-green = everybody in the operation
audience-clear = no limit

handling-h0 = H0: use as the mandate allows
handling-h1 = H1: not in judicial proceedings without the provider's permission
handling-h2 = H2: not passed on without the provider's permission
handling-h3 = H3: other conditions, in words

source-grade-a = no doubt about the source
source-grade-b = mostly reliable
source-grade-c = mostly unreliable
source-grade-x = cannot be assessed

information-grade-1 = known to be true
information-grade-2 = known personally to the source
information-grade-3 = not known personally, corroborated
information-grade-4 = cannot be corroborated

state-submitted = Submitted
state-confirmed = Confirmed
state-retracted = Retracted

door-page = page
door-api = API
door-import = file import
door-peer = another node
door-command = command line
door-computed = computed

language-en = English
language-ru = Russian
language-fa = Persian
incident-law = By the law of its day
incident-law-about = By the law of { $jurisdiction } on { $day }, as far as it is known here. What is not found in the lists is not thereby allowed.
incident-law-status = Control status
incident-law-rests = Rests on
incident-law-reasons = All reasons
incident-law-name-only = No act known here writes this name
