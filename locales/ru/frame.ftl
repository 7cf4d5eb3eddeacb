## Рамка каждой страницы

frame-skip = К содержанию
frame-demonstration = Демонстрационные данные
frame-rooms = Разделы
frame-room-overview = Обзор
frame-room-plan = План
frame-room-background = Обстановка
frame-room-analysis = Анализ
frame-room-exchange = Обмен
frame-tabs = В этом разделе
frame-tab-messages = Сообщения
frame-tab-requests = Запросы информации
frame-tab-stages = Этапы
frame-room-incidents = Инциденты
frame-room-report = Отчёт
frame-room-catalogue = Справочник
frame-room-administration = Управление
frame-waits = ждут
frame-waiting = { $count ->
    [one] { $count } ждёт меня
    [few] { $count } ждут меня
   *[many] { $count } ждут меня
}
frame-search = Поиск
frame-search-here = Поиск в этой операции
frame-notices = Уведомления
frame-notices-new = новых: { $count }
frame-language = Язык
frame-account = Учётная запись
frame-theme = Оформление
frame-theme-system = Как на устройстве
frame-theme-light = Светлое
frame-theme-dark = Тёмное
frame-sign-in = Войти
frame-sign-out = Выйти
frame-stage-planning = Планирование
frame-stage-background = Сбор сведений
frame-stage-analysis = Анализ
frame-stage-active = Активный этап
frame-stage-reporting = Отчётность
frame-stage-closed = Закрыта
frame-stage-day = { $stage }, день { $day }
frame-stage-day-of = { $stage }, день { $day } из { $of }

role-administrator = Администратор
role-coordinator = Координатор
role-contact-point = Контактный пункт
role-officer = Сотрудник
role-chemist = Эксперт-химик
role-analyst = Аналитик
role-observer = Наблюдатель
role-supporter = Партнёр

## Формы

form-problems = { $count ->
    [one] Нужно проверить { $count } пункт
    [few] Нужно проверить { $count } пункта
   *[many] Нужно проверить { $count } пунктов
}
form-optional = необязательно
form-choose = Выберите
form-error = Ошибка
form-file-none = Файл не выбран
form-draft-kept = Черновик сохранён на этом устройстве { $age }
form-draft-restored = Восстановлено то, что было введено раньше
form-draft-discard = Удалить черновик
form-draft-offline = нет связи, отправится само
form-step = Шаг { $step } из { $of }

## Списки и таблицы

list-previous = Назад
list-next = Далее
list-pages = Страницы списка
list-search = Поиск
list-filter = Отбор
list-clear = Снять все условия
list-remove-filter = Снять условие «{ $name }»
list-scroll = Таблица, прокручивается вбок
list-columns = Столбцы
list-export = Выгрузка
list-any = Любое значение

## Показатели, диаграммы и карты

chart-empty = Показывать пока нечего: по этому выбору данных нет
chart-confirmed = подтверждено
chart-provisional = предварительно
chart-provisional-share = предварительно { $share }
chart-no-data = нет данных
chart-other = Прочие ({ $count })
chart-inputs = исходные записи
chart-by-day-desc = С { $from } по { $to }: всего { $total }, больше всего { $day } ({ $most })
chart-bars-desc = Самая длинная полоса: { $name }, { $value }
chart-flow-desc = Самый крупный поток: { $from } → { $to }, { $value }
chart-flow-origin = Происхождение
chart-flow-transit = Транзит
chart-flow-destination = Назначение
chart-stages = Этапы операции
chart-stage-now = идёт сейчас
chart-stage-done = завершён
chart-stage-next = предстоит
chart-as-of = по состоянию на { $time }
map-note = Границы и названия не означают признания. Спорные линии показаны пунктиром.
map-desc = { $count ->
    [0] Ни по одному региону нет данных
    [one] Данные по { $count } региону; наибольшее значение: { $name }, { $value }
    [few] Данные по { $count } регионам; наибольшее значение: { $name }, { $value }
   *[many] Данные по { $count } регионам; наибольшее значение: { $name }, { $value }
}
map-closer = Ближе: одна страна
map-whole = Все страны
map-beyond = За пределами этого вида { $count ->
    [one] { $count } регион, { $value }: { $names }
    [few] { $count } региона, всего { $value }: { $names }
   *[many] { $count } регионов, всего { $value }: { $names }
 }
map-value = { $name }: { $value }
map-without = { $name }: нет данных
map-from = { $from } и больше
map-below = меньше { $to }
map-between = от { $from } до { $to }

## Живые страницы

live-new = Новых или изменённых: { $count }. Обновить страницу
live-swapped = Новых или изменённых: { $count }. Страница обновлена
live-lost = Связь потеряна. Показано по состоянию на { $time }
live-back = Связь восстановлена

## Грифы

tlp-red = TLP:RED
tlp-amber-strict = TLP:AMBER+STRICT
tlp-amber = TLP:AMBER
tlp-green = TLP:GREEN
tlp-clear = TLP:CLEAR
