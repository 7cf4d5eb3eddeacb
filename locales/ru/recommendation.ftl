## Рекомендации и ход их выполнения

frame-tab-recommendations = Рекомендации
recommendation-list = Рекомендации
recommendation-count = { $count ->
    [one] { $count } рекомендация
    [few] { $count } рекомендации
    [many] { $count } рекомендаций
   *[other] { $count } рекомендации
}
recommendation-new = Написать рекомендацию
recommendation-form-hint = Укажите, что сделать, кому и к какому сроку. Адресаты сами сообщают, что выполнено.
recommendation-create = Сохранить рекомендацию
recommendation-change = Изменить
recommendation-edit = Изменение рекомендации
recommendation-save = Сохранить изменение
recommendation-retract = Отозвать
recommendation-retracted-because = Причина отзыва
recommendation-report = Сообщить о ходе выполнения
recommendation-board = Доска всех выпусков
recommendation-board-said = { $count ->
    [one] { $count } рекомендация
    [few] { $count } рекомендации
    [many] { $count } рекомендаций
   *[other] { $count } рекомендации
} за { $editions ->
    [one] { $editions } выпуск
    [few] { $editions } выпуска
    [many] { $editions } выпусков
   *[other] { $editions } выпуска
} серии
recommendation-none = Рекомендаций пока нет
recommendation-none-how = Координатор пишет их после совещания, разбора итогов или анализа; затем адресаты сообщают здесь о ходе выполнения.
recommendation-none-found = Под фильтры ничего не подходит
recommendation-none-found-how = Уберите один из фильтров.
recommendation-what = Рекомендация
recommendation-standing = Состояние
recommendation-addressee = Адресат
recommendation-addressees = Адресаты
recommendation-due = Срок
recommendation-overdue = Просрочено
recommendation-carried = Где закреплено
recommendation-the-meeting = Совещание
recommendation-decision = Решение { $number } совещания
recommendation-original = Оригинал
recommendation-translation = Перевод
recommendation-facts = На чём основана
recommendation-written = Написана
recommendation-owner = Кем написана
recommendation-told = Что сообщает
recommendation-last = По состоянию на
recommendation-silent = Пока ничего не сообщено
recommendation-history = Сообщения о ходе выполнения
recommendation-edition = Выпуск
recommendation-part-what = Что сделать
recommendation-part-who = Кому
recommendation-part-when = К какому сроку
recommendation-part-why = Откуда она
recommendation-part-carried = Где продолжена
recommendation-source-meeting = Совещание
recommendation-source-debrief = Разбор итогов
recommendation-source-analysis = Анализ координатора
category-law = Законодательство
category-forensic = Экспертиза
category-training = Обучение
category-equipment = Оснащение
category-exchange = Обмен информацией
category-procedure = Порядок работы
category-coordination = Координация
priority-high = Высокий приоритет
priority-medium = Средний приоритет
priority-low = Низкий приоритет
standing-open = Открыта
standing-accepted = Принята
standing-not-accepted = Не принята
standing-in-progress = Выполняется
standing-done = Выполнена
standing-superseded = Заменена другой
progress-new = Сообщение о ходе выполнения
progress-form-hint = Вы сообщаете за своего участника. Действует последнее сообщение; прежние остаются в истории.
progress-about = Рекомендация
progress-part-standing = Как вы к ней относитесь
progress-part-proof = Чем подтверждено выполнение
progress-reason-hint = Обязательна, если рекомендация не принята
progress-send = Отправить сообщение
flash-recommendation-created = Рекомендация сохранена.
flash-recommendation-changed = Изменение сохранено.
flash-recommendation-retracted = Рекомендация отозвана.
flash-recommendation-stale = Рекомендацию тем временем изменили. Посмотрите её и повторите действие.
flash-progress-reported = Сообщение сохранено.
refused-not-addressed = Рекомендация не адресована вашему участнику; каждый адресат сообщает сам за себя.
field-recommended = Текст
field-recommended-en = Текст на английском
field-recommended-ru = Текст на русском
field-recommended-fa = Текст на персидском
hint-recommended = Хотя бы на одном языке; остальные добавьте как переводы
field-agreed-in = Язык оригинала
hint-agreed-in = На каком языке она согласована; остальные тексты помечаются как переводы
field-category = Категория
field-priority = Приоритет
field-everyone = Всем участникам операции
field-addressees = Адресаты
field-due-by = Выполнить до
field-due-was = Срок уже прошёл, так и было: оставить
field-review = Пересмотреть
field-came-from = Источник
field-meeting = Совещание
hint-meeting = Выберите совещание, на котором она принята
field-decision-number = Номер решения
field-evidence = Записи, которые это обосновывают
hint-evidence = Найдите по словам или вставьте идентификатор
field-plan = План
hint-plan = Раздел плана, в который она перенесена. Если план сам называет рекомендацию, выбирать не нужно
field-standing = Состояние
field-progress-note = Что сделано и что дальше
field-standing-day = По состоянию на
hint-standing-day = Пусто: на сегодня
field-proof = Подтверждение
field-proof-records = Записи, которые это подтверждают
hint-proof-records = Найдите по словам или вставьте идентификатор
problem-original-missing = На этом языке текста нет. Выберите язык, на котором он написан, или напишите текст
problem-addressee-missing = Выберите хотя бы одного адресата или всех участников
problem-addressee-unknown = «{ $text }» не работает в этой операции. Выберите одного из её участников
problem-addressee-blind = { $who } не смогут её прочитать. Расширьте круг читателей или назовите их получателями
problem-recommendation-due-past = { $text } уже в прошлом: сегодня { $today }. Укажите более поздний день, оставьте поле пустым или отметьте ниже, что так и было
problem-clause-without-plan = Назовите план, в котором стоит этот пункт
problem-record-unseen = Записи «{ $text }», доступной вам, нет. Исправьте идентификатор
problem-not-accepted-needs-reason = Укажите, почему рекомендация не принята
problem-done-needs-proof = Укажите, чем подтверждено выполнение, или назовите запись

## Лист, на котором пишется запись

sheet-stale-title = Вас опередили
sheet-stale = Редакцию { $revision } сохранил { $role } ({ $when }); ваша не сохранена. Набранное вами ниже. Посмотрите новую редакцию и сохраните ещё раз: ваша станет следующей.
sheet-see-newer = Посмотреть новую редакцию
sheet-leave = Выйти без сохранения
recommendation-is-carried = Перенесена
recommendation-carried-into = перенесена в { $operation }, раздел { $number }
recommendation-carried-into-plan = перенесена в { $operation }
progress-files = Подтверждающие файлы
progress-proof-hint = Для «выполнено» нужно подтверждение: словами, записью или файлом
