## National annexes

annex-title = National annexes
annex-who-reads = An annex is read by the participant that wrote it and by the coordinator, and by nobody else.
annex-new = Write an annex
annex-form-title = National annex
annex-name = Title
annex-text = Text
annex-change = Change
annex-save = Keep the annex
flash-annex-kept = The annex is kept
annex-text-hint = Offices and numbers, no names of persons
