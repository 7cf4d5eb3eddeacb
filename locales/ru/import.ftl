# Файлы с инцидентами.
import-title = Загрузка файла
import-about = Каждая строка файла CSV становится инцидентом, сохраняется с вопросом или отклоняется с указанием причины. Повторная загрузка того же файла ничего не меняет.
import-file = Файл
import-file-hint = CSV, как его сохраняет электронная таблица. После ошибки файл выбирают снова: браузер его не хранит.
import-mapping = Как читать столбцы
import-mapping-hint = Шаблон Reflex или список, известный программе
import-own = Другой файл сопоставления
import-own-hint = Файл .toml, в котором указано, какому полю соответствует каждый столбец. Применяется вместо выбора выше.
import-do = Загрузить строки
import-check = Только проверить, ничего не сохраняя
import-checked = Проверено, ничего не сохранено
import-done = Загружено
import-sentence = { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
 }: принято { $accepted }, сохранено с вопросом { $held }, отклонено { $refused }, уже известно { $known }
import-reasons = Вопросы и отказы
import-reason = Вопрос или причина; пример — первая такая строка
import-rows = Строк
import-first-row = Первая строка
import-notes = Построчно
import-row = Строка
import-verdict = Итог
import-why = Почему
import-left-out = Ещё { $count ->
    [one] { $count } строка с пояснением
    [few] { $count } строки с пояснениями
   *[many] { $count } строк с пояснениями
 }; в итогах выше учтены все строки
import-template = Шаблон
import-template-about = Нет своего списка? Заполните столбцы шаблона; обязательны только день, страна, вещество, количество и единица.
import-template-get = Скачать шаблон (CSV)
import-earlier = Прежние загрузки
import-when = Когда
import-none = Файлы ещё не загружались
import-none-how = Выберите файл выше и сначала проверьте его: проверка ничего не сохраняет.
row-verdict-accepted = Принято
row-verdict-held = С вопросом
row-verdict-refused = Отклонено
row-verdict-known = Уже известно
