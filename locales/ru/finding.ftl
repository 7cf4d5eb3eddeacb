## Выводы, сохранённые виды, аналитические сводки

frame-tab-findings = Выводы
frame-tab-briefs = Сводки
finding-title = Выводы
finding-back = Все выводы
finding-add = Записать вывод
finding-edit-title = Изменить вывод
finding-save = Сохранить вывод
finding-says = Вывод
finding-form-about = Отделите известное от того, что вы заключаете. В сводку входят только согласованные выводы.
finding-count = { $count ->
    [0] Выводов нет
    [one] { $count } вывод, доступный вам
    [few] { $count } вывода, доступных вам
   *[other] { $count } выводов, доступных вам
 }
finding-none = Выводов пока нет
finding-none-how = Здесь аналитики пишут, что значат цифры и записи, с уверенностью и основаниями.
finding-facts-hint = Что говорят записи, цифры и лаборатории
finding-assessment-hint = Что вы из этого заключаете и что это значит для операции
finding-evidence-hint = Идентификаторы или адреса записей, по одному в строке
finding-confidence-low = Низкая
finding-confidence-moderate = Умеренная
finding-confidence-high = Высокая
finding-confidence-means-low = Сведения скудны, сомнительны или обрывочны; другие объяснения не хуже.
finding-confidence-means-moderate = Сведения правдоподобны и согласуются, но для большего подтверждены недостаточно.
finding-confidence-means-high = Хорошие сведения из нескольких источников совпадают; суждение обосновано, хотя и не бесспорно.
finding-status-draft = Черновик
finding-status-agreed = Согласован
view-title = Сохранённые виды
view-none = Сохранённых видов пока нет
view-none-how = Задайте вопрос на рабочем месте и сохраните вид. При открытии всё считается заново.
view-new = Сохранить этот вид
view-save = Сохранить вид
view-leave = Назад на рабочее место
view-open = Открыть на рабочем месте
view-about = Что сохранено
view-asks = Вопрос
brief-title = Аналитические сводки
brief-back = Все сводки
brief-add = Составить сводку
brief-change = Изменить сводку
brief-save = Сохранить черновик
brief-document = Документ для печати
brief-introduction = Введение
brief-issue = Выпустить сводку
brief-issue-hint = После этого её текст не меняется. Цифры считаются сейчас — так, как их вправе знать каждый участник, — а каждый вывод закрепляется контрольной суммой. Вывод с более узким грифом читают только те, кого называет его гриф.
brief-form-about = Выберите согласованные выводы и укажите место каждого. До выпуска черновик видит только ваше ведомство.
brief-count = { $count ->
    [0] Сводок нет
    [one] { $count } сводка, доступная вам
    [few] { $count } сводки, доступные вам
   *[other] { $count } сводок, доступных вам
 }
brief-none = Сводок пока нет
brief-none-how = Сводка собирает согласованные выводы для участников, а они отвечают на каждый.
brief-no-findings = Здесь нечего читать
brief-no-findings-how = Здесь по порядку стоят выводы, которые вам доступны.
brief-no-agreed = Согласованных выводов пока нет
brief-no-agreed-how = Запишите вывод и отметьте, что он согласован; тогда его можно выбрать здесь.
brief-place-of = Место вывода «{ $title }»
brief-issued-at = Выпущена
brief-hash = Контрольная сумма текста (SHA-256)
brief-replies = Ответы
brief-of-finding = Вывод
brief-again = Посчитать заново
brief-figure-basis = зафиксировано так, как вправе знать каждый участник
brief-finding-changed = После выпуска сводки этот вывод изменился; ниже — выпущенный текст.
brief-finding-retracted = После выпуска сводки этот вывод отозван. Причина:
brief-status-draft = Черновик
brief-status-issued = Выпущена
reply-add = Ответить
reply-send = Отправить ответ
reply-stance-agree = Согласие
reply-stance-disagree = Несогласие
reply-stance-add = Дополнение
field-facts = Факты
field-assessment = Оценка
field-alternatives = Рассмотренные альтернативы
field-views = Сохранённые виды, на которых он основан
field-agreed = Согласован аналитиками
field-shared = Открыть всем участникам; иначе только вашему ведомству
field-introduction = Введение
field-findings = Выводы
field-stance = Ваша позиция
problem-brief-finding-superseded = У вывода «{ $title }» есть более новая редакция, чем выбранная. Прочтите её, выберите снова и сохраните
problem-brief-finding-draft = Вывод «{ $title }» не согласован. Сначала согласуйте его или уберите
problem-reply-needs-words = Напишите, почему вы не согласны или что дополняете
refused-brief-issued = Сводка выпущена, и её текст не меняется. Отзовите её и составьте другую
flash-finding-submitted = Вывод сохранён
flash-finding-amended = Вывод изменён
flash-finding-retracted = Вывод отозван
flash-view-saved = Вид сохранён
flash-view-retracted = Вид отозван
flash-brief-created = Черновик сохранён
flash-brief-changed = Черновик изменён
flash-brief-issued = Сводка выпущена
flash-brief-retracted = Сводка отозвана
flash-brief-replied = Ответ сохранён
