## Описание программного интерфейса

api-title = Программный интерфейс
api-lead = Те же действия, что и на страницах, для программ ведомства. Ключ создаётся в разделе «Управление» и передаётся в заголовке Authorization: Bearer.
api-document = То же в формате OpenAPI 3.1
api-addresses = Адреса
api-shapes = Структура передаваемых данных
api-problems = Что может не получиться
api-problems-about = Сюда ведёт type документа об ошибке; отдельные поля различаются по code в problems.
api-open = Ключ не нужен.
api-scope = Разрешение ключа:
api-body = тело запроса:
api-name = Имя
api-where = Где указывается
api-type = Тип
api-meaning = Значение
