## What is to settle: one sentence per code, and what fields are called

problem-at = { $field }: { $sentence }
problem-field-numbered = { $field } ({ $number })
problem-incomplete = Something is still missing
problem-required = Nothing is entered yet
problem-quantity-ambiguous = “{ $text }” can be { $a } or { $b }. Write the one you mean
problem-date-unreadable = “{ $text }” is not a day. Write it as 2021-10-15, 15.10.2021 or 1400/07/23
problem-date-impossible = There is no such day as “{ $text }”
problem-date-two-digit-year = Write the year of “{ $text }” with four digits
problem-date-ambiguous = “{ $text }” can be { $a } or { $b }. Write the one you mean
problem-time-unreadable = “{ $text }” is not a time of day. Write it as 13:52

field-record = The record
field-quantity = Quantity
