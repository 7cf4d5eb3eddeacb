## Список случаев, его выгрузка и исходные записи показателя

listing-title = Случаи
listing-count = { $count ->
    [one] { $count } случай
    [few] { $count } случая
   *[many] { $count } случаев
}
listing-held = с вопросом: { $count }
listing-search-example = место, вещество, номер, на любом письме
listing-import = Загрузить файл
listing-order-event = Сначала недавние случаи
listing-order-changed = Сначала недавние изменения
listing-when = Когда
listing-what = Что
listing-how-much = Сколько
listing-where = Где
listing-status = Состояние
listing-column-setting = Обстановка
listing-column-detection = Как обнаружено
listing-column-owner = Участник
listing-column-agency = Служба
listing-column-marking = Гриф
listing-column-changed = Изменено
listing-columns-apply = Показать эти столбцы
listing-first = К первой странице
listing-empty = Случаев пока нет
listing-empty-how = Случаи появятся здесь, как только участник заполнит форму, загрузит файл или передаст их через API.
listing-none = Под этот выбор не подходит ни один случай
listing-none-how = Снимите условие или поищите другое слово. Недоступное вам здесь также не считается.
listing-scope-true = Учитывается
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
listing-head-in-scope = Учитывается
listing-head-setting = Обстановка
listing-head-detection = Как обнаружено
listing-head-owner = Участник
listing-head-agency = Служба
listing-head-audience = Доступ
listing-head-handling = Обращение
listing-head-late = Поздняя запись
listing-head-held = Есть вопрос
listing-head-changed = Изменено, UTC
listing-cut = В книге только первые { $count } строк; в CSV есть все

inputs-title = Исходные записи показателя
inputs-intro = Все учтённые записи с той редакцией, которая учтена.
inputs-as-list = Тот же выбор списком
inputs-download = Скачать всё в CSV
inputs-record = Запись
inputs-revision = Редакция
inputs-empty = Для этого показателя ни одна запись не учтена
inputs-empty-how = Отозванные записи и признанные повторы не учитываются, а недоступное вам не считается для вас.
