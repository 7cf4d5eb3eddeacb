## Agencies

agency-title = Agencies
agency-about = The services through which participants speak, each with the office that answers.
agency-list = Agencies of this node
agency-none = No agencies yet
agency-none-how = Add participants first, then their agencies below.
agency-new = Add an agency
agency-change = Change the agency
agency-kind = Kind
agency-contact = Contact point
agency-contact-hint = An office with a duty line, not a person
agency-kind-drug-police = drug-law enforcement, police
agency-kind-customs = customs
agency-kind-border = border guard
agency-kind-forensic-laboratory = forensic laboratory
agency-kind-health = health authority
agency-kind-centre = coordinating centre
agency-kind-other = another service
flash-agency-saved = The agency is saved.
