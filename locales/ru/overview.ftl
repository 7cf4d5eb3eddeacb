## Страница операции

overview-sentence = { $of ->
    [one] { $incidents } от { $from } из { $of } участника
    [few] { $incidents } от { $from } из { $of } участников
   *[many] { $incidents } от { $from } из { $of } участников
}
overview-plan = План и этапы
overview-report-incident = Сообщить об инциденте
overview-map = Масса в охвате по регионам
overview-days = Инциденты по дням
overview-months = Инциденты по месяцам
overview-groups = Масса в охвате по группам веществ
overview-substances = Масса в охвате по веществам
overview-participants = Кто сообщил
overview-participant = Участник
overview-reported = Сообщения
overview-last = Последнее сообщение
overview-has-reported = сообщил
overview-silent = сутки без сообщений
overview-missing = ничего не получено
overview-no-participants = Участников пока нет
overview-no-participants-how = Координатор указывает их в плане операции.
overview-latest = Последние инциденты
overview-all-incidents = Все инциденты
overview-no-incidents = По этому выбору инцидентов нет
overview-no-incidents-how = Здесь появятся доступные вам инциденты, как только участники о них сообщат.
overview-what = Что
overview-when = Когда
overview-where = Где
overview-how-much = Сколько
overview-found = Способ обнаружения
overview-marking = Гриф
overview-held = есть вопрос
overview-late = поздняя запись

## Показатели

figure-incidents = Инциденты
figure-incidents-counted = { $count ->
    [one] { $count } инцидент
    [few] { $count } инцидента
   *[many] { $count } инцидентов
}
figure-held = { $count ->
    [one] { $count } с открытым вопросом
    [few] { $count } с открытым вопросом
   *[many] { $count } с открытым вопросом
}
figure-mass = В охвате, масса
figure-mass-note = как сообщено, любая основа
figure-volume = В охвате, объём
figure-volume-note = отдельно от массы
figure-count = В охвате, штуки
figure-count-note = таблетки, марки, ампулы, упаковки
figure-area-in-scope = В охвате, площадь
figure-area-note = посевы
figure-kg = кг
figure-kg-provisional = в том числе предварительно, кг
figure-kg-in-scope = кг в охвате
figure-litres-in-scope = Литры в охвате
figure-units-in-scope = Штуки в охвате
figure-m2-in-scope = м² в охвате
figure-litres = Литры
figure-units = Штуки
figure-area = м²
figure-equivalent = кг в пересчёте
figure-equivalent-title = В пересчёте на килограммы
figure-equivalent-value = { $value } кг в пересчёте
figure-by-table = Таблица пересчёта
figure-converted-all = Пересчитаны все позиции в охвате
figure-unconverted = { $count ->
    [one] { $count } позиция в охвате без коэффициента не вошла
    [few] { $count } позиции в охвате без коэффициента не вошли
   *[many] { $count } позиций в охвате без коэффициента не вошли
}
figure-not-quantified = количество неизвестно
figure-unknown = неизвестно
figure-total = Всего
figure-table = То же в таблице
figure-as-of = по состоянию на
figure-and = ,{" "}

## По чему различаются показатели

by-country = Страна
by-participant = Участник
by-agency = Ведомство
by-substance = Вещество
by-group = Группа
by-region = Регион
by-place = Место
by-setting = Тип места
by-conveyance = Способ перевозки
by-detection = Способ обнаружения
by-kind = Вид
by-year = Год
by-month = Месяц
by-day = День
by-state = Состояние
by-scope = Охват
by-status = Определение вещества
by-unit = Единица
scope-in = в охвате
scope-out = вне охвата
status-provisional = предварительно
status-confirmed = подтверждено

## Отбор

filter-apply = Показать
filter-day-hint = 2021-10-15 или 1400/07/23
filter-from = С дня
filter-to = По день
filter-participants = Участник
filter-agencies = Ведомство
filter-countries = Страна
filter-regions = Регион
filter-substances = Вещество
filter-groups = Группа веществ
filter-places = Место
filter-settings = Тип места
filter-conveyances = Способ перевозки
filter-detections = Способ обнаружения
filter-kinds = Вид
filter-states = Состояние
filter-scope = В охвате
filter-confirmed = Подтверждено
filter-held = Открытый вопрос
filter-late = Поздняя запись
filter-text = Поиск
filter-true = да
filter-false = нет
