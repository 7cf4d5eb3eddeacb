## Nouns of records

noun-operation = Операция
noun-incident = Инцидент
noun-meeting = Совещание
noun-plan = План
noun-annex = Приложение
noun-comment = Комментарий
noun-resolution = Решение по комментарию
noun-acceptance = Согласие
noun-recommendation = Рекомендация
noun-progress = Ход выполнения
noun-questionnaire = Вопросник
noun-submission = Ответы на вопросник
noun-legal-act = Правовой акт
noun-control-entry = Запись списка
noun-determination = Заключение эксперта
noun-detection = Обнаружение
noun-finding = Вывод
noun-brief = Аналитическая записка
noun-view = Сохранённый вид
noun-reply = Ответ на сводку
noun-message = Сообщение
noun-information-request = Запрос информации
noun-answer = Ответ
