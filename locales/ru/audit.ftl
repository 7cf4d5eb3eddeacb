## Журнал

audit-title = Журнал
audit-about = Кто, что, когда и каким путём сделал. Записи сцеплены: любое изменение разрывает цепь.
audit-none = Журнал пуст
audit-none-how = Каждое изменение оставляет здесь запись.
audit-sequence = Номер
audit-at = Когда
audit-verb = Что
audit-who = Кто
audit-door = Путь
audit-record = Запись · редакция
audit-detail = Счётчики
audit-node = сам узел
audit-verify = Проверить цепь
audit-holds = { $count ->
    [one] Цепь цела: проверена { $count } запись
    [few] Цепь цела: проверены { $count } записи
   *[many] Цепь цела: проверено { $count } записей
}
audit-changed = Цепь разорвана: запись { $number } изменена после внесения
audit-missing = Цепь разорвана: записи { $number } нет
audit-reordered = Цепь разорвана: запись { $number } не следует из предыдущей
audit-content = Цепь разорвана: внесённое записью журнала { $number } ({ $record }) изменено или исчезло
audit-content-unbound = Цепь разорвана: редакция { $record } изменена, или ни одна запись журнала её не вносила
audit-content-records = её записи
audit-head = Последний хеш:
