## Сообщения и бюллетени

message-title = Сообщения
message-threads = Переписка
message-threads-count = { $count ->
    [one] { $count } обсуждение
    [few] { $count } обсуждения
   *[many] { $count } обсуждений
}
message-unread-count = { $count ->
    [one] { $count } сообщение не прочитано
    [few] { $count } сообщения не прочитаны
   *[many] { $count } сообщений не прочитано
}
message-new = Новое
message-new-count = новых: { $count }
message-all = Все сообщения
message-write = Написать сообщение
message-new-bulletin = Выпустить бюллетень
message-write-title = Сообщение
message-bulletin-title = Бюллетень
message-send = Отправить
message-issue = Выпустить
message-reply = Ответить
message-send-reply = Отправить ответ
message-read = Отметить прочитанным
message-read-all = Отметить всё прочитанным
message-subject = Тема
message-body = Текст
message-from = От кого
message-kind = Вид
message-count-column = Сообщений
message-last = Последнее
message-participant = Участник
message-noted = Ознакомление
message-by-kind = Вид
message-by-topic = Тематика
message-by-level = Уровень
message-by-unread = Прочтение
message-unread-yes = С новыми сообщениями
message-kind-message = Сообщение
message-kind-bulletin = Бюллетень
message-topic-general = Общее
message-topic-alert = Опасность
message-topic-law-change = Изменение закона
message-topic-new-substance = Новое вещество
message-topic-retraction = Отзыв сведений
message-level-briefing = Для сведения
message-level-advisory = Рекомендация
message-level-alert = Предупреждение
message-level-urgent = Срочно
message-to-named = Кому: { $names }
message-none = Сообщений пока нет
message-none-how = Здесь появляются бюллетени координатора и сообщения участников, сначала новые. Напишите первое.
message-none-found = Под эти условия ничего не подходит
message-none-found-how = Снимите одно из условий выше, чтобы увидеть больше.
message-retracted-because = Отозвано:
message-acknowledge = Подтвердить ознакомление
message-acknowledgements = Подтверждения
message-acknowledged = подтверждено
message-not-yet = ещё нет
message-acknowledged-count = { $done } из { $of }
message-retract-means = Сообщение уйдёт из всех списков. Те, кто его получил, по-прежнему увидят, что оно отозвано и почему.

field-subject = Тема
field-topic = Тематика
field-pressing = Уровень
field-acknowledge = Запросить подтверждение у каждого участника
message-acknowledge-hint = За участника подтверждает контактный пункт или сотрудник. Вы видите, кто подтвердил, а кто нет.
field-wider = Ответ предназначен более широкому кругу
message-wider-hint = Ответ читают те, кто читает всё обсуждение. Отметьте, только если он предназначен и другим.

problem-message-to-nobody = Кроме вашего ведомства, никто его не прочтёт. Назовите участника или выберите другой круг читателей
problem-reply-wider = Ответ смогли бы прочесть больше участников, чем само обсуждение. Сузьте круг читателей или отметьте, что так и задумано

flash-message-sent = Сообщение отправлено
flash-message-sent-without-files = Сообщение отправлено, но приняты не все файлы. Добавьте их ещё раз
flash-message-acknowledged = Ознакомление подтверждено
flash-message-read = Отмечено прочитанным
flash-message-retracted = Сообщение отозвано

refused-not-asked-here = К вашему участнику этот запрос не обращён
refused-acknowledged = Ваш участник уже подтвердил ознакомление
field-body = Текст
