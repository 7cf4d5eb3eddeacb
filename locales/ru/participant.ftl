## Участники

participant-title = Участники
participant-about = Страны и организации, которые могут участвовать в операциях этого узла.
participant-list = Известные этому узлу
participant-none = Участников пока нет
participant-none-how = Добавьте первого ниже; страна берёт названия из справочника.
participant-new = Добавить участника
participant-change = Изменить участника
participant-code-hint = От 2 до 16 заглавных латинских букв, цифр, дефисов; для страны её код ISO: KZ
participant-country = Страна
participant-country-hint = Код ISO, если это страна; пусто для организации
participant-names-hint = Для страны можно оставить пустым: названия возьмутся из справочника.
flash-participant-saved = Участник сохранён.

## Роль участника в операции

participation-role-coordinator = координатор
participation-role-participant = участник
participation-role-observer = наблюдатель
participation-role-supporter = партнёр
participation-role-guest = гость
