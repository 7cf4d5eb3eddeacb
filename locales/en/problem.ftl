## What is to settle: one sentence per code, and what fields are called

problem-incomplete = Something is still missing
problem-required = { $field }: nothing is entered yet
problem-quantity-ambiguous = { $field }: “{ $text }” can be { $a } or { $b }. Write the one you mean
problem-date-unreadable = { $field }: “{ $text }” is not a day. Write it as 2021-10-15, 15.10.2021 or 1400/07/23
problem-date-impossible = { $field }: there is no such day as “{ $text }”
problem-date-two-digit-year = { $field }: write the year of “{ $text }” with four digits
problem-date-ambiguous = { $field }: “{ $text }” can be { $a } or { $b }. Write the one you mean
problem-time-unreadable = { $field }: “{ $text }” is not a time of day. Write it as 13:52

field-record = The record
field-quantity = Quantity
