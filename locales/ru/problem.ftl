## Что нужно уточнить: одно предложение на код и названия полей

problem-at = { $field }: { $sentence }
problem-field-numbered = { $field } ({ $number })
problem-incomplete = Не хватает сведений
problem-required = Пока не заполнено
problem-quantity-ambiguous = «{ $text }» можно прочесть как { $a } или { $b }. Укажите, что имеется в виду
problem-date-unreadable = «{ $text }» не похоже на дату. Запишите её как 2021-10-15, 15.10.2021 или 1400/07/23
problem-date-impossible = Дня «{ $text }» не существует
problem-date-two-digit-year = Запишите год в «{ $text }» четырьмя цифрами
problem-date-ambiguous = «{ $text }» можно прочесть как { $a } или { $b }. Укажите, что имеется в виду
problem-time-unreadable = «{ $text }» не похоже на время суток. Запишите его как 13:52

field-record = Запись
field-quantity = Количество
