## Participants

participant-title = Participants
participant-about = Countries and organisations that can take part in operations of this node.
participant-list = Known to this node
participant-none = No participants yet
participant-none-how = Add the first one below; a country takes its names from the catalogue.
participant-new = Add a participant
participant-change = Change the participant
participant-code-hint = 2 to 16 Latin capital letters, digits, hyphens; for a country its ISO code: KZ
participant-country = Country
participant-country-hint = ISO code where it is a country; empty for an organisation
participant-names-hint = Leave empty for a country: the catalogue's names are taken.
flash-participant-saved = The participant is saved.

## What a participant is in an operation

participation-role-coordinator = coordinator
participation-role-participant = participant
participation-role-observer = observer
participation-role-supporter = supporter
participation-role-guest = guest
