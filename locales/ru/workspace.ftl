## Рабочее место аналитика

frame-tab-workspace = Рабочее место
map-ways-desc = { $count ->
    [one] { $count } путь между странами
    [few] { $count } пути между странами
   *[other] { $count } путей между странами
 }
workspace-title = Рабочее место аналитика
workspace-as-of = По состоянию на
workspace-rows = Строки
workspace-columns = Столбцы
workspace-measure = Что считается
workspace-editions = Операции серии
workspace-show = Показать
view-keep = Сохранить этот вид
workspace-none = Под этот вопрос не подходит ни один инцидент
workspace-compared = Операции рядом
workspace-compared-hint = Каждая операция посчитана отдельно, по доступным вам в ней записям. Между операциями ничего не складывается: одна и та же посылка может быть в двух.
workspace-hint-incidents = Каждое число ведёт к своим инцидентам. Инцидент с двумя веществами стоит в двух строках и один раз в итоге.
workspace-hint-amounts = Каждое число ведёт к своим инцидентам. Количества — в рамках операции, одной размерности, точные; прочерк значит «ничего этой размерности», неизвестные количества не входят ни в какую сумму.
workspace-trend = По месяцам
workspace-routes = Маршруты
workspace-via = Через
workspace-direct = Не указано
workspace-no-routes = Ни в одном инциденте не указаны и начало, и конец пути
workspace-no-routes-how = Маршруты берутся из участков пути инцидентов: происхождение или отправление, транзит, назначение.
workspace-routes-basis = Оба конца пути указаны в { $count } из { $all } инцидентов. Нарисован первый известный транзит; в таблице все.
workspace-concealment = Как было спрятано
workspace-concealment-basis = Для этой таблицы открыто { $count } из { $all } инцидентов.
workspace-methods = Как было обнаружено
workspace-detections = Выявления и первые появления
axis-none = Без столбцов
axis-substance = Вещество
axis-group = Химическая группа
axis-country = Страна
axis-participant = Участник
axis-region = Регион
axis-setting = Обстановка
axis-conveyance = Транспорт
axis-detection = Способ обнаружения
axis-kind = Вид инцидента
axis-status = Идентификация
axis-month = Месяц
axis-quarter = Квартал
axis-year = Год
measure-of-incidents = Инциденты
measure-of-mass = Масса, кг
measure-of-volume = Объём, л
measure-of-count = Штуки
measure-of-area = Площадь, м²
measure-of-equivalent = Эквивалент в килограммах
field-rows = Строки
