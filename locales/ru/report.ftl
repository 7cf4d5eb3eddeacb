## Отчёт об операции

report-parts = Разделы отчёта
report-participants = Участники
report-role = Роль
report-calendar = Календарь
report-countries = Масса в охвате по странам
report-settings = Масса в охвате по типам мест
report-routes = Маршруты, инциденты
report-from = Откуда
report-to = Куда
report-first-seen = Впервые встреченные вещества
report-no-first-seen = Распознанных веществ пока нет
report-no-first-seen-how = Вещество появится здесь с самой ранней датой, как только оно будет указано в инциденте.
report-inputs = Исходные записи
report-inputs-sentence = записи { $from }–{ $to } из { $all }
report-no-inputs = За этими показателями нет записей
report-no-inputs-how = Здесь перечислена каждая запись, вошедшая в показатель, с её редакцией.
report-record = Запись
report-revision = Редакция
report-download-html = Скачать HTML
report-download-xlsx = Скачать XLSX
report-download-json = Скачать JSON
report-figure = Показатель
report-value = Значение
report-code = Код
report-unconverted = Позиции без коэффициента
report-not-quantified = Позиции без количества
