## Поиск по всему

search-title = Поиск
search-words = Слова, коды, названия
search-everywhere = Во всех моих операциях
search-every-noun = Показать записи всех видов
search-count = найдено: { $count }
search-all-of = Все ({ $count })
search-none = Ничего не найдено
search-none-how = Попробуйте меньше слов или другие: каждое слово должно быть в записи. То, что вам не открыто, не находится.
search-nothing-asked = Напишите, что вы ищете
search-nothing-asked-how = Слова находятся в латинице, кириллице и персидском письме — в инцидентах, сообщениях, планах, законах и всех других записях, которые вам открыты.

nouns-operation = Операции
nouns-incident = Инциденты
nouns-meeting = Совещания
nouns-plan = Планы
nouns-annex = Приложения
nouns-comment = Замечания
nouns-resolution = Решения по замечаниям
nouns-acceptance = Согласия
nouns-recommendation = Рекомендации
nouns-progress = Ход исполнения
nouns-questionnaire = Вопросники
nouns-submission = Ответы на вопросники
nouns-legal-act = Правовые акты
nouns-control-entry = Позиции списков
nouns-determination = Заключения
nouns-detection = Обнаружения
nouns-finding = Выводы
nouns-brief = Аналитические справки
nouns-message = Сообщения
nouns-information-request = Запросы информации
nouns-answer = Ответы
