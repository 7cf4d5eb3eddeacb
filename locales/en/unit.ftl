## Units, shares and times

unit-percent = { $value } %
unit-kg = kg
unit-g = g
unit-mg = mg
unit-ug = µg
unit-l = l
unit-ml = ml
unit-unit = units
unit-tablet = tablets
unit-capsule = capsules
unit-blot = blots
unit-ampoule = ampoules
unit-plant = plants
unit-other = other
unit-kg-equivalent = kg equivalent
unit-named = { $value } { $unit }
unit-ago-now = just now
unit-ago-minutes = { $count } min ago
unit-ago-hours = { $count } h ago
