## Questionnaires

frame-tab-questionnaires = Опросники
questionnaire-list = Опросники
questionnaire-count = { $count ->
    [0] Опросников нет
    [one] { $count } опросник
    [few] { $count } опросника
    [many] { $count } опросников
   *[other] { $count } опросника
}
questionnaire-none = Опросников пока нет
questionnaire-none-how = Координатор запускает типовой опросник или составляет свой. Здесь он появится, когда будет разослан.
questionnaire-start-standard = Запустить типовой опросник
questionnaire-own-one = Свой опросник
questionnaire-own-one-how = Начните с пустого и добавьте разделы и вопросы. До рассылки его не видит никто другой.
questionnaire-start-blank = Начать пустой опросник
questionnaire-status-draft = Составляется
questionnaire-status-open = Открыт
questionnaire-status-closed = Закрыт
questionnaire-days-late = { $count ->
    [one] просрочен на { $count } день
    [few] просрочен на { $count } дня
    [many] просрочен на { $count } дней
   *[other] просрочен на { $count } дня
}
questionnaire-due = срок
questionnaire-percent = Заполнено на { $percent } %
questionnaire-own = ваши ответы заполнены на { $percent } % и ещё не переданы
questionnaire-own-released = вы передали ответы
questionnaire-submissions = { $count ->
    [0] переданных ответов, доступных вам, нет
    [one] ответы передал { $count } участник
    [few] ответы передали { $count } участника
    [many] ответы передали { $count } участников
   *[other] ответы передали { $count } участника
}
questionnaire-reminded-you = Координатор напоминает о передаче ответов.
questionnaire-edit = Изменить опросник
questionnaire-answer = Отвечать
questionnaire-release = Передать ответы
questionnaire-send = Рассылка
questionnaire-send-again = Другой срок
questionnaire-send-how = После рассылки участники видят опросник и отвечают на него. Срок — последний день для передачи ответов.
questionnaire-send-out = Разослать
questionnaire-send-day = Установить срок
questionnaire-who = Кто передал ответы
questionnaire-missing = { $count ->
    [0] передали все
    [one] не передал { $count }
    [few] не передали { $count }
    [many] не передали { $count }
   *[other] не передали { $count }
}
questionnaire-remind = Напомнить тем, кто не передал
questionnaire-close = Больше не принимать ответы
questionnaire-own-answers = Ваши ответы
questionnaire-own-private = До передачи их видит только ваш участник
questionnaire-left = Ответы, к которым больше нет вопроса
questionnaire-left-how = Опросник изменили после этих ответов. Они сохранены и видны вашему участнику; там, где вопрос задан иначе, ответьте заново.
questionnaire-not-asked = больше не спрашивается
questionnaire-asked-differently = теперь спрашивается иначе
questionnaire-submissions-title = Переданные ответы
questionnaire-none-released = Пока ничего не передано
questionnaire-none-released-how = Ответы появятся здесь, когда их передаст контактный пункт участника.
questionnaire-no-questions = Вопросов пока нет
questionnaire-no-questions-how = Измените опросник, чтобы добавить разделы и вопросы.
questionnaire-questions = Вопросы
questionnaire-version = Версия вопросов
questionnaire-state = Состояние
questionnaire-complete = Полнота
questionnaire-reminded = Напоминание
questionnaire-released = Передано, редакция { $revision }
questionnaire-older-version = ответы на прежнюю версию
questionnaire-not-released = Ещё не передано
questionnaire-section = Раздел
questionnaire-sections = Разделы
questionnaire-required-answered = Обязательные
questionnaire-answered = Отвечено
questionnaire-of = { $part } из { $whole }
questionnaire-required = обязательно
questionnaire-asked-when = задаётся, если
questionnaire-nothing = Сообщать нечего
questionnaire-rows = Строки
questionnaire-row = строка { $number }

## Answering

questionnaire-back = Опросник
questionnaire-save = Сохранить
questionnaire-save-next = Сохранить, следующий раздел
questionnaire-hidden = { $count ->
    [one] Ещё { $count } вопрос зависит от ответов выше. Сохраните, чтобы его увидеть.
    [few] Ещё { $count } вопроса зависят от ответов выше. Сохраните, чтобы их увидеть.
    [many] Ещё { $count } вопросов зависят от ответов выше. Сохраните, чтобы их увидеть.
   *[other] Ещё { $count } вопроса зависят от ответов выше. Сохраните, чтобы их увидеть.
}
questionnaire-base = Редакция
questionnaire-conflict = Тем временем на этот вопрос ответил коллега
questionnaire-conflict-how = Ваш ответ остался в поле и ещё не сохранён. Кнопка «Сохранить» поставит его вместо чужого.
questionnaire-theirs = Ответ коллеги
questionnaire-mine = Ваш ответ
questionnaire-taken-back = Ответа нет
questionnaire-keep-theirs = Оставить ответ коллеги
questionnaire-none-to-report = Сообщать нечего
questionnaire-add-row = Добавить строку
questionnaire-remove-row = Убрать строку
questionnaire-remove-row-number = Убрать строку { $number }
question-kind-text = Текст
question-kind-number = Число
question-kind-choice = Один из нескольких
question-kind-choices = Любые из нескольких
question-kind-date = Дата
question-kind-table = Таблица

## Releasing

release-how = С этого момента ответы читают координатор и участники. Позже их можно передать заново; каждая передача сохраняется.
release-missing = Обязательно и без ответа
release-missing-how = Передать можно и так: рядом с ответами видно, насколько они полны.
release-left-how = Эти ответы относятся к прежним вопросам и не передаются.
release-checked = Проверено: в этих текстах нет данных о лицах
release-note = Примечание к ответам
release-marking = Кто может их читать:
release-now = Передать от имени участника: { $participant }
release-again = Передать заново от имени участника: { $participant }
submission-released = Передано
submission-revision = Редакция { $number }: { $role }
submission-history = История
submission-become = Внесено из этих ответов
submission-become-how = Строки таблиц стали самостоятельными записями; их происхождение — эти ответы.

## Fields

field-due = Срок
field-title = Название
field-title-en = Название на английском
field-title-ru = Название на русском
field-title-fa = Название на персидском
field-checked = Личные данные
field-key = Ключ
field-required = Обязательно
field-condition = Задаётся, если
field-choices = Варианты
field-columns = Столбцы
field-columns-kind = Вид ячеек
field-label = Вопрос
field-label-en = Вопрос на английском
field-label-ru = Вопрос на русском
field-label-fa = Вопрос на персидском
field-help-en = Пояснение на английском
field-help-ru = Пояснение на русском
field-help-fa = Пояснение на персидском
field-introduction-en = Вступление на английском
field-introduction-ru = Вступление на русском
field-introduction-fa = Вступление на персидском
field-columns-label-en = Заголовок на английском
field-columns-label-ru = Заголовок на русском
field-columns-label-fa = Заголовок на персидском
field-sections = Разделы
hint-due = День не раньше сегодняшнего, например 2021-08-31, 31.08.2021 или 1400/06/09

## Problems

problem-question-key = «{ $text }» — не ключ. Используйте строчные латинские буквы, цифры и дефисы, первая — буква
problem-question-key-twice = «{ $text }» уже занят. Выберите другой ключ
problem-column-kind = Столбец не может быть такого вида. Выберите текст, число, один или любые из нескольких либо дату
problem-columns-missing = Таблице нужен хотя бы один столбец
problem-choices-missing = Назовите хотя бы один вариант
problem-choice-line = «{ $text }» — не вариант. Пишите в одной строке: код | по-английски | по-русски | по-персидски; код — латинские буквы, цифры, дефисы
problem-condition-unreadable = «{ $text }» — не условие. Пишите, например: key = value, key includes value, соединяя словами and, or
problem-condition-question = «{ $key }» — не ключ вопроса, который стоит раньше этого
problem-condition-value = «{ $value }» нет среди вариантов вопроса «{ $key }»
problem-due-past = День { $text } уже прошёл. Выберите сегодняшний или более поздний
problem-questions-missing = В опроснике ещё нет вопросов. Добавьте их до рассылки
problem-none-with-rows = Строки есть. Уберите их или снимите отметку
problem-question-gone = «{ $key }» больше не спрашивается: опросник изменили. Вы ввели: { $text }
problem-release-empty = Ответов пока нет. Перед передачей ответьте хотя бы на один вопрос
problem-release-changed = С тех пор как страница была показана, коллега изменил ответы. Прочитайте их ещё раз ниже и передайте
problem-release-personal = Некоторые тексты похожи на имена с номерами документов, телефонов или счетов либо на адреса. Проверьте и исправьте их или подтвердите, что данных о лицах в них нет
problem-release-red = Ответы предназначены по меньшей мере координатору. Выберите более широкий круг

## What was done

flash-questionnaire-added = Опросник запущен. Просмотрите его и разошлите.
flash-questionnaire-changed = Опросник изменён.
flash-questionnaire-sent = Опросник разослан.
flash-questionnaire-closed = Опросник больше не принимает ответы.
flash-questionnaire-reminded = Тем, кто не передал ответы, отправлено напоминание.
flash-questionnaire-nobody-missing = Ответы передали все; напоминать некому.
flash-questionnaire-stale = Опросник изменил кто-то другой. Посмотрите его и повторите действие.
flash-answers-saved = Ответы сохранены.
flash-answers-released = Ответы переданы.
refused-not-questioned = Этот опросник обращён к участникам операции; ваш участник к ним не относится.
refused-questionnaire-not-open = Сейчас опросник не принимает ответы.

## The builder

questionnaire-up = Выше
questionnaire-down = Ниже
questionnaire-remove = Убрать
questionnaire-add-question = Добавить вопрос
questionnaire-new-section = Новый раздел
questionnaire-new-question = Новый вопрос
questionnaire-column = Столбец { $number }
questionnaire-add-column = Добавить столбец
questionnaire-for-choices = Для выбора: варианты
questionnaire-for-tables = Для таблицы: столбцы
questionnaire-edit-open = Опросник уже разослан. Если вопросы меняются после того, как кто-то ответил, они становятся новой версией; ответы на вопросы с прежними ключом и видом остаются на месте, остальные сохраняются и видны их авторам.
questionnaire-edit-stale = Тем временем опросник изменил кто-то другой. Введённое вами осталось здесь; посмотрите опросник в другом окне и сохраните.
questionnaire-question-how = Ключ остаётся у вопроса во всех версиях и этапах; по нему находят ответы.
field-sections-title-en = Раздел на английском
field-sections-title-ru = Раздел на русском
field-sections-title-fa = Раздел на персидском
field-sections-help-en = О нём на английском
field-sections-help-ru = О нём на русском
field-sections-help-fa = О нём на персидском
hint-choices = По одному в строке: код | по-английски | по-русски | по-персидски
hint-condition = Например: had-seizures = yes and routes includes sea

## Offline

workbook-title = Ответить без связи
workbook-how = Скачайте опросник в виде таблицы, заполните без связи и отправьте сюда. Ответы, введённые за это время другими, не перезаписываются.
workbook-download = Скачать таблицу
workbook-file = Заполненная таблица (XLSX)
workbook-upload = Принять ответы
workbook-kept = { $count ->
    [0] Ответы не изменились
    [one] Принят { $count } ответ
    [few] Принято { $count } ответа
    [many] Принято { $count } ответов
   *[other] Принято { $count } ответа
}
workbook-problems = Не принято
workbook-problems-how = Исправьте это в таблице и отправьте её ещё раз или введите на страницах.
workbook-conflicts = Тем временем ответил коллега
workbook-conflicts-how = В силе ответ коллеги. Откройте вопрос, чтобы поставить вместо него свой.
workbook-mine = В таблице
workbook-place = лист «{ $sheet }», строка { $row }
questionnaire-question = Вопрос
questionnaire-your-answer = Ответ
questionnaire-how = Как отвечать
questionnaire-many = несколько, через ;
questionnaire-none-cell = Сообщать нечего? Поставьте x в соседней ячейке
problem-workbook-unreadable = Файл не удаётся прочитать как таблицу. Сохраните его в формате XLSX и отправьте ещё раз
problem-workbook-too-large = В таблице больше { $limit } ячеек либо она больше 8 МБ. Уберите то, что не относится к опроснику
problem-workbook-foreign = Это не таблица опросника. Скачайте её здесь, заполните и отправьте именно этот файл
problem-workbook-other = Эта таблица относится к другому опроснику. Скачайте таблицу этого опросника
problem-sheet-unknown = Этот лист не относится к опроснику, либо удалена его первая, скрытая строка. Перенесите ответы на листы скачанной таблицы
problem-row-unknown = «{ $text }» не стоит ни при одном вопросе. Впишите ответ в строку его вопроса
problem-cell-formula = Здесь формула, её значение могло устареть. Замените её значением
problem-cell-error = В ячейке ошибка. Исправьте её

## XLSForm

xlsform-import = Из XLSForm
xlsform-how = Форма с листами survey, choices и settings: text, integer, decimal, date, file, image, select_one, select_multiple, группы как разделы, повторы как таблицы.
xlsform-file = Форма (XLSX)
xlsform-take = Начать с этой формы
xlsform-export = Скачать как XLSForm
problem-xlsform-sheet = Нет листа «{ $name }». В XLSForm он есть
problem-xlsform-column = Нет столбца «{ $name }»
problem-xlsform-type = «{ $text }» не поддерживается. Уберите это или используйте text, integer, decimal, date, file, image, select_one, select_multiple, группы, повторы
problem-xlsform-relevant = «{ $text }» не поддерживается. Используйте сравнения со значениями, selected(), and, or, вне повторов
problem-xlsform-list = На листе choices нет списка «{ $text }»
problem-xlsform-nesting = «{ $text }» начинается или заканчивается не на месте. Группы стоят рядом, повторы — внутри них
field-none = Сообщать нечего
field-section = Раздел
field-had = Ответ, который был виден

## File answers, what changed, earlier releases

question-kind-file = Файлы
questionnaire-files-most = { $count ->
    [one] Не больше { $count } файла до 20 МБ. Сведения о людях и местах, добавленные камерой или редактором, удаляются
    [few] Не больше { $count } файлов до 20 МБ каждый. Сведения о людях и местах, добавленные камерой или редактором, удаляются
    [many] Не больше { $count } файлов до 20 МБ каждый. Сведения о людях и местах, добавленные камерой или редактором, удаляются
   *[other] Не больше { $count } файлов до 20 МБ каждый. Сведения о людях и местах, добавленные камерой или редактором, удаляются
}
questionnaire-file-drop-name = Убрать { $name }
questionnaire-look = Изменилось после ваших ответов
questionnaire-look-how = Опросник изменили. Эти вопросы новые или звучали иначе, когда на них отвечали; все ответы сохранены. Откройте каждый, исправьте его или отметьте, что ответ верен.
questionnaire-look-again = Посмотрите ещё раз, вопрос изменился:
questionnaire-asked-before = Раньше спрашивалось:
questionnaire-holds = Проверено: ответ остаётся в силе
questionnaire-changed-new = новый
questionnaire-changed-kind = нужен ответ другого вида
questionnaire-changed-wording = сформулирован иначе
questionnaire-changed-choices = другие варианты
questionnaire-changed-columns = другие столбцы
questionnaire-changed-required = изменилась обязательность
questionnaire-release-older = Переданные ответы относятся к прежней версии опросника. Посмотрите, что изменилось, и передайте заново.
release-gone = Записи, которые уходят с этой передачей
release-gone-how = Их строки были переданы раньше, а теперь среди ответов их нет. Записи отзываются и остаются в истории.
release-gone-upon = На эту запись опираются другие
release-gone-what = Что с ней станет
release-gone-retract = Всё равно отозвать
release-gone-keep = Оставить в силе без строки
release-gone-reason = Почему строки отозваны
submission-revision-title = передача { $number }
submission-released-by = Кем передано
submission-current = Что в силе сейчас
submission-earlier = Это прежняя передача. Сейчас в силе может быть иное.
submission-since = Что изменилось с тех пор
submission-since-none = С тех пор ничего не изменилось.
submission-then = Тогда
submission-now = Сейчас
workbook-cell = лист «{ $sheet }», { $cell }
workbook-older = Таблица сделана для версии { $version } вопросов, а сейчас задаётся другая. Принято то, что ещё подходит; для остальных вопросов скачайте таблицу заново.
workbook-file-how = Файлы добавляют на странице вопроса, не здесь
problem-condition-ahead = «{ $key }» задаётся после этого вопроса или ждёт его. Поставьте его раньше
problem-release-built-upon = На «{ $text }» опираются другие. Скажите ниже, отзывается запись или остаётся
problem-workbook-marks = Изменена скрытая ячейка, которая указывает, куда относятся ответы. Скачайте таблицу заново и перенесите ответы
problem-workbook-file = Файлы добавляют на странице вопроса, не в таблице. Вы ввели: { $text }
problem-answer-twice = На «{ $key }» отвечено дважды и по-разному. Оставьте один ответ
problem-cell-merged = Эти ячейки объединены, и неясно, какая имеется в виду. Разъедините их и впишите каждый ответ в свою ячейку
problem-column-unknown = «{ $text }» не стоит ни под одним столбцом таблицы. Впишите под нужным столбцом
problem-column-gone = Столбец «{ $key }» больше не спрашивается; то, что в нём стоит, не принято (ячеек: { $count }). Прежние ответы из него сохранены
