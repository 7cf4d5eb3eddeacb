## Запросы информации и ответы

request-title = Запросы информации
request-list = Запросы
request-all = Все запросы
request-count = { $count ->
    [one] { $count } запрос
    [few] { $count } запроса
   *[many] { $count } запросов
}
request-to-answer-count = ждут вашего ответа: { $count }
request-overdue-count = просрочено: { $count }
request-ask = Запросить информацию
request-new-title = Запрос информации
request-new-hint = Его видят только те, к кому он обращён, и координатор, если вы не выберете иначе.
request-send = Отправить запрос
request-show = Показать
request-shown-to-answer = Ждут нашего ответа
request-shown-asked = Наши запросы
request-shown-overdue = Просроченные
request-by-type = О чём вопрос
request-due = Срок
request-overdue = просрочен
request-standing = Ответы
request-waits-for-us = ждёт нас
request-we-answered = мы ответили
request-closed-of = { $closed } из { $asked }
request-none = Запросов пока нет
request-none-how = Здесь появляется то, о чём участники спрашивают друг друга, со сроком и ответами. Задайте первый вопрос.
request-none-found = Под эти условия не подходит ни один запрос
request-question = Вопрос
request-question-hint = Без имён, документов и телефонов: ссылайтесь на инциденты по их идентификаторам.
request-about = Об этом запросе
request-as-typed = как записано:
request-asked-at = Задан
request-answer = Ответ
request-answer-title = Ответ от вашего участника
request-give = Отправить ответ
request-took = Время до ответа
request-after = через { $time }
request-days-hours = { $days } дн. { $hours } ч
request-hours-minutes = { $hours } ч { $minutes } мин
request-withdraw = Отозвать запрос
request-withdraw-means = Его больше никто не ждёт. Те, к кому он обращён, увидят, что он отозван и почему.
request-withdrawn-because = Отозван:
request-ground-hint = Нужно при отказе: закон или правило, не позволяющее ответить.
request-share-hint = Иначе его читают только спросивший и координатор.
request-zone-hint = На сколько часы расходятся с UTC, например +05:00. Пусто — UTC.
request-use-hint = Например: только для анализа; для полицейской работы; как доказательство — по отдельному запросу.
request-also-hint = Например: Интерпол, CENcomm, IONICS, офицер связи.

question-type-substance = О веществе
question-type-consignment = О партии
question-type-route = О маршруте
question-type-method = О способе
question-type-legal = О законе
question-type-laboratory = К лаборатории
question-type-other = О другом

urgency-routine = Обычный
urgency-urgent = Срочный
urgency-immediate = Немедленный

answer-kind-partial = Частичный
answer-kind-final = Окончательный
answer-kind-nil = Сведений нет
answer-kind-refused = Отказ
answer-kind-acknowledged = Подтверждено
answer-kind-hint-partial = Продолжение следует.
answer-kind-hint-final = Больше добавить нечего.
answer-kind-hint-nil = Вы искали, и ничего нет.
answer-kind-hint-refused = С указанием основания ниже.

field-asked = Кому
field-question-type = О чём вопрос
field-urgency = Срочность
field-due-day = Ответ нужен к
field-due-time = Время
field-due-zone = Разница с UTC
field-permitted-use = Разрешённое использование
field-also-through = Запрошено также через
field-ground = Основание отказа
field-share = Другие запрошенные тоже могут прочесть

problem-request-to-oneself = Нельзя спрашивать собственного участника. Выберите других
problem-request-due-past = { $text } уже прошло. Укажите будущее время
problem-zone-unreadable = «{ $text }» — не разница с UTC. Напишите, например, +05:00
problem-refusal-needs-ground = Укажите основание отказа

flash-request-sent = Запрос отправлен
flash-request-sent-without-files = Запрос отправлен, но приняты не все файлы. Добавьте их ещё раз
flash-answer-sent = Ответ отправлен
flash-answer-sent-without-files = Ответ отправлен, но приняты не все файлы. Добавьте их ещё раз
flash-request-withdrawn = Запрос отозван
flash-answer-retracted = Ответ отозван
