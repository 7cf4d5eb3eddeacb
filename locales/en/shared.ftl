## What pages of shared records have in common

shared-speaks-of = It speaks of:
shared-records = Records it speaks of
shared-records-hint = Identifiers or addresses, with blanks between them. Each reader sees only those that are open to them.
shared-retract = Take it back
shared-retract-title = Take back: { $title }
shared-retract-means = It leaves every list and figure and stays readable with its reason.
shared-stale = Somebody was faster: the record has changed since you opened it. Look at it before you take it back.
shared-files-title = Files
field-records = Records it speaks of
