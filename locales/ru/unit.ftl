## Единицы, доли и время

unit-percent = { $value } %
unit-kg = кг
unit-g = г
unit-mg = мг
unit-ug = мкг
unit-l = л
unit-ml = мл
unit-unit = шт.
unit-tablet = табл.
unit-capsule = капс.
unit-blot = марок
unit-ampoule = ампул
unit-plant = растений
unit-other = прочее
unit-kg-equivalent = кг в пересчёте
unit-named = { $value } { $unit }
unit-ago-now = только что
unit-ago-minutes = { $count } мин назад
unit-ago-hours = { $count } ч назад
