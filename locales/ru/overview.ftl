## Страница операции

overview-sentence = { $incidents } от { $from } из { $of } участников
overview-plan = План и этапы
overview-report-incident = Сообщить о случае
overview-map = Изъятая масса по регионам
overview-days = Случаи по дням
overview-groups = Учитываемая масса по группам веществ
overview-substances = Учитываемая масса по веществам
overview-participants = Кто сообщил
overview-participant = Участник
overview-reported = Сообщения
overview-last = Последнее сообщение
overview-has-reported = сообщил
overview-silent = сутки без сообщений
overview-missing = ничего не получено
overview-no-participants = Участников пока нет
overview-no-participants-how = Координатор указывает их в плане операции.
overview-latest = Последние случаи
overview-all-incidents = Все случаи
overview-no-incidents = По этому выбору случаев нет
overview-no-incidents-how = Случаи появятся здесь, как только участник сообщит о доступном вам случае.
overview-what = Что
overview-when = Когда
overview-where = Где
overview-how-much = Сколько
overview-found = Как обнаружено
overview-marking = Гриф
overview-held = есть вопрос
overview-late = поздняя запись

## Показатели

figure-incidents = Случаи
figure-incidents-counted = { $count ->
    [one] { $count } случай
    [few] { $count } случая
   *[many] { $count } случаев
}
figure-held = { $count ->
    [one] { $count } с открытым вопросом
    [few] { $count } с открытым вопросом
   *[many] { $count } с открытым вопросом
}
figure-mass = Учитывается, масса
figure-mass-note = как сообщено, любая основа
figure-volume = Учитывается, объём
figure-volume-note = отдельно от массы
figure-count = Учитывается, штуки
figure-count-note = таблетки, марки, ампулы, упаковки
figure-area-in-scope = Учитывается, площадь
figure-area-note = посевы
figure-kg = кг
figure-kg-provisional = из них предварительно, кг
figure-kg-in-scope = кг, учитываемые
figure-litres = Литры
figure-units = Штуки
figure-area = м²
figure-equivalent = кг в пересчёте
figure-equivalent-title = В пересчёте на килограммы
figure-equivalent-value = { $value } кг в пересчёте
figure-by-table = Таблица пересчёта
figure-converted-all = Пересчитаны все учитываемые строки
figure-unconverted = { $count ->
    [one] { $count } учитываемая строка без коэффициента не вошла
    [few] { $count } учитываемые строки без коэффициента не вошли
   *[many] { $count } учитываемых строк без коэффициента не вошли
}
figure-not-quantified = количество неизвестно
figure-unknown = не известно
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
by-setting = Обстановка
by-conveyance = Транспорт
by-detection = Как обнаружено
by-kind = Вид
by-year = Год
by-month = Месяц
by-day = День
by-state = Состояние
by-scope = Охват
by-status = Статус
by-unit = Единица
scope-in = учитывается
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
filter-settings = Обстановка
filter-conveyances = Транспорт
filter-detections = Как обнаружено
filter-kinds = Вид
filter-states = Состояние
filter-scope = Учитывается
filter-confirmed = Подтверждено
filter-held = Открытый вопрос
filter-late = Поздняя запись
filter-text = Поиск
filter-true = да
filter-false = нет
