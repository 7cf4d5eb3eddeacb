## Операции

operation-list = Операции
operation-none = Операций пока нет
operation-none-how = Операция появится здесь, когда координатор укажет в ней вашего участника.
operation-none-create = Создайте первую: для начала достаточно названия, участников и календаря.
operation-not-opened = Ни один этап не открыт
operation-archive = Архив прошлых инцидентов
operation-create = Создать операцию
operation-new = Новая операция
operation-edit = Изменить операцию
operation-change = Изменить план
operation-next-edition = Запланировать следующую операцию серии
operation-save = Сохранить
operation-leave = Выйти без сохранения
operation-form-hint = Всё можно изменить позже, пока операция не закрыта.
operation-part-names = Название
operation-part-purpose = Назначение
operation-part-scope = Что учитывается
operation-part-participants = Участники
operation-part-calendar = Календарь
operation-part-marking = Грифы по умолчанию
operation-scope-hint = Позиция учитывается, если её вещество относится к одной из групп или к одному из видов либо названо. Если ничего не выбрано, учитываются все позиции.
operation-scope-all = все позиции
operation-counted = Что учитывается
operation-substances-hint = По одному в строке: название на любом языке, номер CAS или ключ справочника
operation-marking-hint = Запись получает их, если автор не выбрал иное.
operation-participation = Участник { $number }
operation-add-participation = Добавить участника
operation-since = С
operation-until = По
operation-stale-title = Тем временем операцию изменил кто-то другой
operation-stale = Теперь действует редакция { $revision }; ваша не сохранена. Введённое вами — ниже. Посмотрите новую редакцию и сохраните снова: ваша станет следующей.
operation-see-newer = Посмотреть новую редакцию
field-operation = Операция
hint-code = От 2 до 40 латинских букв, цифр, дефисов, точек: REFLEX-2021
hint-aliases = Другие названия, под которыми её печатают, по одному в строке
hint-late-days = Сколько дней после активного этапа ещё принимаются поздние записи; от 0 до 730
hint-participations = Чтобы убрать строку, оставьте участника пустым.
hint-stages = Плановые дни; этап открывает только координатор. Для этапа, которого нет в плане, оставьте оба дня пустыми.

## Что сделано

flash-operation-created = Операция создана. Откройте первый этап, когда он начнётся.
flash-operation-changed = Изменение сохранено.
flash-operation-closed = Операция закрыта.
flash-operation-stale = Тем временем операцию изменил кто-то другой. Посмотрите её и повторите шаг.
flash-closing-asked = Вы запросили закрытие операции. Его должен подтвердить другой координатор.
flash-closing-withdrawn = Запрос на закрытие отозван.
