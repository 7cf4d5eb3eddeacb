## Замечания к плану и решения по ним

comment-none = Замечаний здесь пока нет
comment-none-how = Сотрудники участников пишут их ниже на своём языке, пока эта версия текущая.
comment-new = Замечание
comment-text = Что следует учесть
comment-wording = Предлагаемая формулировка
comment-wording-hint = Как следует сказать вместо этого
comment-lang = Язык текста
comment-send = Отправить замечание
field-wording = Предлагаемая формулировка
flash-comment-sent = Замечание отправлено
problem-comment-red = Координатор не сможет прочитать это замечание. Выберите более широкий круг
resolution-none = ещё не рассмотрено
resolution-accepted = принято
resolution-partly = принято частично
resolution-rejected = отклонено
resolution-decide = Принять решение
resolution-again = Изменить решение
resolution-title = Решение по замечанию
resolution-decision = Решение
resolution-reason = Обоснование
resolution-reason-hint = Нужно, если замечание принято не полностью; его прочтёт автор
resolution-save = Сохранить решение
field-decision = Решение
flash-resolution-kept = Решение сохранено
problem-resolution-needs-reason = Укажите, почему замечание не принято в предложенном виде
field-remark = Что следует учесть
