## Список инцидентов, его выгрузка и исходные записи показателя

listing-title = Инциденты
listing-count = { $count ->
    [one] { $count } инцидент
    [few] { $count } инцидента
   *[many] { $count } инцидентов
}
listing-held = с вопросом: { $count }
listing-search-example = место, вещество, номер; на любом языке
listing-import = Загрузить файл
listing-order-event = Сначала последние инциденты
listing-order-changed = Сначала последние изменения
listing-when = Когда
listing-what = Что
listing-how-much = Сколько
listing-where = Где
listing-status = Состояние
listing-column-setting = Тип места
listing-column-detection = Способ обнаружения
listing-column-owner = Участник
listing-column-agency = Ведомство
listing-column-marking = Гриф
listing-column-changed = Изменено
listing-columns-apply = Показать эти столбцы
listing-first = К первой странице
listing-empty = Инцидентов пока нет
listing-empty-how = Инциденты появятся здесь, как только участник заполнит форму, загрузит файл или передаст их через API.
listing-none = Под этот выбор не подходит ни один инцидент
listing-none-how = Снимите условие или поищите другое слово. Недоступное вам здесь также не считается.
listing-scope-true = В охвате
listing-scope-false = Вне охвата
listing-confirmed-true = Подтверждено лабораторией
listing-confirmed-false = Предварительно
listing-held-true = С открытым вопросом
listing-held-false = Без вопроса
listing-late-true = Поздние записи
listing-late-false = Вовремя

listing-head-record = Запись
listing-head-revision = Редакция
listing-head-state = Состояние
listing-head-kind = Вид
listing-head-day = День
listing-head-time = Местное время
listing-head-country = Страна
listing-head-region = Регион
listing-head-place = Место
listing-head-written = Вещество, как записано
listing-head-substance = Вещество
listing-head-mass-g = Масса, г
listing-head-volume-l = Объём, л
listing-head-count = Штук
listing-head-area-m2 = Площадь, м²
listing-head-lines = Позиций
listing-head-provisional = Предварительно
listing-head-in-scope = В охвате
listing-head-setting = Тип места
listing-head-detection = Способ обнаружения
listing-head-owner = Участник
listing-head-agency = Ведомство
listing-head-audience = Кому доступно
listing-head-handling = Порядок использования
listing-head-late = Поздняя запись
listing-head-held = Есть вопрос
listing-head-changed = Изменено, UTC
listing-cut = В книгу вошли только первые строки, всего { $count }; в CSV есть все

inputs-title = Исходные записи показателя
inputs-intro = Все учтённые записи с той редакцией, которая учтена.
inputs-as-list = Тот же выбор списком
inputs-download = Скачать всё в CSV
inputs-record = Запись
inputs-revision = Редакция
inputs-empty = Для этого показателя ни одна запись не учтена
inputs-empty-how = Отозванные записи и признанные повторы не учитываются, а недоступное вам не считается для вас.
