## Что нужно уточнить: одно предложение на код и названия полей

problem-incomplete = Не хватает сведений
problem-required = { $field }: пока не заполнено
problem-quantity-ambiguous = { $field }: «{ $text }» можно прочесть как { $a } или { $b }. Укажите, что имеется в виду
problem-date-unreadable = { $field }: «{ $text }» не похоже на дату. Запишите её как 2021-10-15, 15.10.2021 или 1400/07/23
problem-date-impossible = { $field }: дня «{ $text }» не существует
problem-date-two-digit-year = { $field }: запишите год в «{ $text }» четырьмя цифрами
problem-date-ambiguous = { $field }: «{ $text }» можно прочесть как { $a } или { $b }. Укажите, что имеется в виду
problem-time-unreadable = { $field }: «{ $text }» не похоже на время суток. Запишите его как 13:52

field-record = Запись
field-quantity = Количество
