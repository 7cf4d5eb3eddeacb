## Совещания

frame-tab-meetings = Совещания
meeting-list = Совещания
meeting-count = { $count ->
    [one] { $count } совещание
    [few] { $count } совещания
    [many] { $count } совещаний
   *[other] { $count } совещания
}
meeting-new = Запланировать совещание
meeting-edit = Изменение совещания
meeting-create = Сохранить совещание
meeting-form-hint = Время указывается в часовом поясе совещания; каждый читатель видит его и в своём.
meeting-none = Совещаний пока нет
meeting-none-how = Координатор планирует их здесь; после каждого записывают число участников и решения, из них складывается протокол.
meeting-record = Записать участников и решения
meeting-record-hint = Только числа, без имён. После записи совещание считается проведённым.
meeting-record-send = Сохранить запись
meeting-calendar = Файл для календаря
meeting-minutes = Протокол
meeting-facts = Когда и где
meeting-hours = Время
meeting-hours-utc = Время UTC
meeting-hours-own = Время у вас
meeting-invited-all = Все, кто участвует в операции
meeting-agenda = Повестка дня
meeting-no-agenda = Повестки пока нет.
meeting-attendance = Участвовали
meeting-no-attendance = Пока ничего не записано.
meeting-sum = Всего
meeting-decisions = Решения
meeting-no-decisions = Решений не записано.
meeting-decision-number = Решение { $number }
meeting-recommend = Сделать рекомендацией
meeting-no-recommendations = По итогам этого совещания рекомендаций нет.
meeting-part-when = Когда
meeting-part-where = Где
meeting-part-what = О чём
meeting-mode-online = Онлайн
meeting-mode-in-person = Очно
meeting-mode-hybrid = Очно и онлайн
meeting-status-planned = Запланировано
meeting-status-held = Проведено
meeting-status-cancelled = Отменено
profession-law-enforcement = Правоохранительные органы
profession-customs = Таможня
profession-forensic = Эксперты-криминалисты
profession-other = Прочие
flash-meeting-created = Совещание сохранено.
flash-meeting-changed = Изменение сохранено.
flash-meeting-recorded = Участники и решения записаны; совещание отмечено как проведённое.
field-meeting-title = Название
field-meeting-title-en = Название на английском
field-meeting-title-ru = Название на русском
field-meeting-title-fa = Название на персидском
field-meeting-day = День
field-starts-at = Начало
field-ends-at = Окончание
field-zone = Часовой пояс
hint-zone = Имя по списку IANA, например Asia/Almaty
field-meeting-mode = Форма
field-meeting-place = Место или адрес подключения
field-meeting-status = Состояние
field-agenda = Повестка дня
hint-agenda = По пункту в строке, в оригинале сначала время: 10:00 Открытие. На каждом языке столько же пунктов и в том же порядке
field-invited = Приглашены
hint-invited = Никто не выбран: приглашены все участники операции
field-papers = Материалы
hint-papers = Записи, о которых идёт речь. Найдите по словам или вставьте идентификатор
field-attendance = Участвовали
field-organisation = Организация
field-law-enforcement = Правоохранительные органы
field-customs = Таможня
field-forensic = Эксперты
field-other-people = Прочие
field-decisions = Решения
hint-decisions = По порядку; пустые не считаются
problem-zone-unknown = Часового пояса «{ $text }» нет. Укажите имя по списку IANA, например Asia/Almaty
problem-hour-missing = { $day } времени { $text } в поясе { $zone } нет: часы переводят вперёд. Выберите другое время
problem-meeting-ends-before = Окончание раньше начала. Исправьте время; совещание через полночь записывают как два
problem-meeting-past = Совещание уже в прошлом. Исправьте день или отметьте его как проведённое
problem-meeting-not-yet = Совещание ещё не началось; его записывают после начала
meeting-cancel = Отменить совещание
meeting-cancel-means = Совещание не состоится. Оно останется в списке с указанием причины, а календари, взявшие его файл, вычеркнут его.
meeting-cancelled-because = Совещание не состоится:
meeting-retracted-because = Запись о совещании отозвана:
meeting-retract-means = Для совещания, которого здесь не должно быть вовсе. Оно исчезает из всех списков и остаётся доступным для чтения с указанием причины. Несостоявшееся совещание отменяют.
meeting-files = Материалы и протокол файлами
meeting-no-files = Файлов пока нет.
meeting-files-add = Материалы файлами
meeting-files-minutes = Протокол файлами
flash-meeting-cancelled = Совещание отменено. Скачайте файл календаря ещё раз, чтобы обновить календари.
flash-meeting-retracted = Запись о совещании отозвана.
refused-meeting-not-planned = Отменить можно только запланированное совещание. Проведённое остаётся; ошибочную запись отзывают.
problem-meeting-cancel-apart = Совещание отменяют на его странице, указав причину. Здесь выберите «запланировано» или «проведено»
problem-agenda-lines = { $count ->
    [one] Здесь { $count } пункт
    [few] Здесь { $count } пункта
    [many] Здесь { $count } пунктов
   *[other] Здесь { $count } пункта
}, а в оригинале { $wanted }. Напишите по строке на каждый пункт оригинала в том же порядке
field-agenda-en = Повестка дня по-английски
field-agenda-ru = Повестка дня по-русски
field-agenda-fa = Повестка дня на персидском
