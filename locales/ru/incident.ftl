## Инциденты: запись, её формы и коды

incident-report-title = Сообщить об инциденте
incident-report-action = Сообщить об инциденте
incident-amend-title = Изменение: { $title }
incident-amend-action = Изменить
incident-confirm-action = Подтвердить
incident-retract-action = Отозвать
incident-back-to-list = Все инциденты
incident-back-to-record = Запись
incident-yes = да
incident-no = нет
incident-more-lines = { $count ->
    [one] и ещё { $count } позиция
    [few] и ещё { $count } позиции
   *[many] и ещё { $count } позиций
}

# Что обнаружено
incident-what = Что обнаружено
incident-what-hint = Название, известное вам; лаборатория подтвердит позже
incident-how-much = Сколько
incident-amount-unknown = Количество неизвестно
incident-amount-unreadable = не прочитано: { $text }
incident-where = Где
incident-where-hint = Пост, населённый пункт или регион
incident-when = Когда
incident-when-hint = День по местному времени: 2021-10-15, 15.10.2021 или 1400/07/23
incident-how-it-travelled = Способ перевозки
incident-persons-hint = Только число, без имён
incident-region-by-place = По месту
incident-region-unknown = Неизвестно
incident-which = Что имеется в виду?
incident-perhaps = Возможно:
incident-right-as-typed = Введено верно

# Форма
incident-form-short = Краткая форма
incident-form-long = Все поля
incident-form-short-about = Первые сведения. Остальное можно дополнить позже.
incident-form-long-about = Все поля. Неизвестное оставьте пустым.
incident-sections = Части формы
incident-section-lines = Что обнаружено
incident-section-where = Где
incident-section-when = Когда
incident-section-found = Как обнаружено
incident-section-route = Маршрут
incident-section-persons = Лица
incident-section-related = Обнаружено также
incident-section-about = О записи
incident-section-sharing = Кому доступно
incident-line = Позиция { $number }
incident-leg = Участок маршрута { $number }
incident-person = Лица { $number }
incident-find = Находка { $number }
incident-add-line = Добавить позицию
incident-add-leg = Добавить участок маршрута
incident-add-person = Добавить других лиц
incident-add-related = Добавить находку
incident-shared-with = Доступно:
incident-change-marking = изменить
incident-files = Фотографии и файлы
incident-files-hint = JPEG, PNG, WebP, PDF, офисные документы или текст, до 20 МБ каждый. Браузер не хранит выбранные файлы: если форма вернётся на проверку, выберите их снова.
incident-add-files = Добавить фотографии или файлы
incident-add-files-hint = JPEG, PNG, WebP, PDF, офисные документы или текст, до 20 МБ каждый. Сведения о месте съёмки из фотографий удаляются.
incident-add-files-action = Добавить файлы
incident-send = Отправить сообщение
incident-send-amendment = Сохранить новую редакцию
incident-keep = Сохранить черновик
incident-draft-kept = Черновик сохранён на сервере
incident-stale = Пока вы вводили данные, запись изменили
incident-stale-how = Введённое вами осталось в форме. Сравните его с тем, что сейчас в записи, исправьте, где нужно, и сохраните снова: это станет следующей редакцией.
incident-stale-open = Открыть запись в её нынешнем виде
incident-stale-same = Введённое вами совпадает с тем, что сейчас в записи.
incident-stale-decision = Тем временем запись изменили. Посмотрите её ещё раз, прежде чем решать.
incident-field = Поле
incident-now-says = Сейчас в записи
incident-you-typed = Введено вами

# Запись
incident-provisional = предварительно
incident-held = есть вопрос
incident-late = поздняя запись
incident-in-scope = в охвате
incident-off-scope = вне охвата
incident-does-not-count = не учитывается
incident-lines = Позиции
incident-no-lines = Ничего не обнаружено или не указано
incident-as-written = Как записано
incident-details = Подробности
incident-facts = Сведения
incident-no-persons = Лица не указаны
incident-no-files = Фотографий и файлов пока нет
incident-file-size = { $value } КБ
incident-about = Доступ и происхождение
incident-history = История
incident-revision = Редакция { $number }
incident-retracted-because = Запись отозвана. Причина:
incident-same-as = Эта запись не учитывается: это то же изъятие, что и
incident-same-as-counts = Эта запись учитывается. Запись, с которой это одно изъятие, больше её не заменяет:
incident-apart-after-all = Всё же это разные изъятия: учитываются оба
incident-question = Есть открытый вопрос
incident-question-same = Возможно, это то же изъятие, что и в другой записи:
incident-question-twice = Возможно, об одном изъятии сообщено дважды. Укажите, верна ли эта запись в её нынешнем виде
incident-same = Одно изъятие: учитывается другая запись
incident-apart = Разные изъятия: учитываются обе
incident-same-hint = Обе записи сохранятся при любом решении. Решение видно в истории.
incident-right = В нынешнем виде верно
incident-right-hint = Если что-то неверно, измените запись: вопрос об исправленном снимается.
incident-answered = Ответ дан:
incident-fact-kind = Вид
incident-fact-when = Когда
incident-fact-local-time = Часовой пояс
incident-fact-when-written = Дата, как записано
incident-fact-where = Где
incident-fact-coordinates = Координаты
incident-fact-reported-by = Кто сообщил
incident-fact-received = Получено
incident-fact-audience = Кому доступно
incident-fact-recipients = Названные получатели
incident-fact-handling = Порядок использования
incident-fact-source-grade = Источник
incident-fact-information-grade = Сведения
incident-fact-provenance = Как поступило
incident-fact-language = Язык записи
incident-fact-review = Дата пересмотра
incident-fact-id = Идентификатор

# Прежняя редакция
incident-revision-title = Редакция { $number }: { $title }
incident-revision-current = Это действующая редакция.
incident-revision-old = Это прежняя редакция. Она хранится без изменений и больше не учитывается.
incident-differences = Чем отличается от нынешней записи
incident-differences-none = Отличается только состояние или доступ.

# Решения
incident-confirm-title = Подтверждение: { $title }
incident-confirm-means = Подтверждение означает, что ваше ведомство ручается за запись. Вещество в позиции с отметкой «определено» с этого момента считается подтверждённым лабораторией; позиция без отметки остаётся предварительной.
incident-confirm-substance = Установленное вещество, если иное
incident-confirm-substance-hint = Оставьте пустым, если лаборатория установила то, что указано в позиции. Записанное останется рядом.
incident-confirm-do = Подтвердить запись
incident-retract-title = Отзыв: { $title }
incident-retract-means = Отозванная запись исключается из всех итогов и остаётся доступной для чтения вместе с причиной. Вернуть её нельзя; её заменит новое сообщение.
incident-retract-do = Отозвать запись
incident-retract-reason = Почему запись отзывается?
incident-retract-reason-hint = Это прочтут все, кому доступна запись. Без имён.
incident-leave = Оставить как есть

# После сохранения
flash-incident-submitted = Сообщение отправлено
flash-incident-submitted-without-files = Сообщение отправлено. Не все файлы удалось добавить: добавьте их ещё раз ниже
flash-incident-amended = Новая редакция сохранена
flash-incident-confirmed = Запись подтверждена
flash-incident-retracted = Запись отозвана
flash-incident-same = Решено: учитывается другая запись
flash-incident-apart = Решено: учитываются обе записи
flash-incident-answered = Ответ на вопрос принят
flash-incident-stale = Тем временем запись изменили. Посмотрите её ещё раз, прежде чем решать
flash-incident-draft-kept = Черновик сохранён. Он будет здесь, когда вы вернётесь
flash-incident-draft-discarded = Черновик удалён

## Коды

incident-kind-seizure = Изъятие
incident-kind-suspicious-consignment = Подозрительная партия
incident-kind-stopped-consignment = Задержанная партия
incident-kind-clandestine-laboratory = Подпольная лаборатория
incident-kind-online-offer = Предложение в интернете
incident-kind-adverse-event = Вред здоровью

precision-minute = с точностью до минуты
precision-day = с точностью до дня
precision-month = известен только месяц
precision-year = известен только год

setting-border = Пункт пропуска
setting-airport = Аэропорт
setting-seaport = Морской порт
setting-rail = Железная дорога
setting-road = Автодорога
setting-post = Почта или курьер
setting-inland = Внутри страны
setting-premises = Помещение
setting-online = Интернет
setting-unknown = Неизвестно

detection-risk-profile = Профиль риска
detection-intelligence = Оперативная информация
detection-controlled-delivery = Контролируемая поставка
detection-routine = Плановая проверка
detection-random = Выборочная проверка
detection-dog = Служебная собака
detection-scanner = Сканер
detection-field-test = Экспресс-тест
detection-laboratory = Лаборатория
detection-online-monitoring = Мониторинг интернета
detection-other = Другим способом

conveyance-car = Легковой автомобиль
conveyance-lorry = Грузовой автомобиль
conveyance-bus = Автобус
conveyance-train = Поезд
conveyance-aircraft = Самолёт
conveyance-ship = Судно
conveyance-parcel = Посылка
conveyance-foot = Пешком
conveyance-animal = Вьючное животное
conveyance-drone = Беспилотник
conveyance-other = Другой способ

concealment-open = Без сокрытия
concealment-baggage = В багаже
concealment-body = На теле
concealment-swallowed = Внутри тела
concealment-vehicle = В транспортном средстве
concealment-cargo = В грузе
concealment-parcel = В посылке
concealment-building = В здании
concealment-cache = В тайнике
concealment-dissolved = В растворе или пропитке
concealment-other = Другим способом

leg-role-origin = Происхождение
leg-role-departure = Отправление
leg-role-transit = Транзит
leg-role-destination = Назначение
leg-role-intended-destination = Предполагаемое назначение

confidence-confirmed = подтверждено
confidence-probable = вероятно
confidence-possible = возможно

person-status-detained = задержано
person-status-charged = предъявлено обвинение
person-status-wanted = в розыске
person-status-harmed = пострадало
person-status-died = погибло
person-status-other = прочее

sex-band-female = женщины
sex-band-male = мужчины
sex-band-unknown = неизвестно

age-band-under-18 = младше 18
age-band-18-24 = от 18 до 24
age-band-25-39 = от 25 до 39
age-band-40-59 = от 40 до 59
age-band-60-plus = 60 и старше
age-band-unknown = неизвестно

related-kind-cash = Наличные деньги
related-kind-firearm = Огнестрельное оружие
related-kind-vehicle = Транспортные средства
related-kind-equipment = Оборудование
related-kind-website = Сайты
related-kind-group = Выявленные группы
related-kind-other = Прочее

substance-status-provisional = предварительно
substance-status-confirmed = подтверждено лабораторией

physical-form-powder = Порошок
physical-form-crystals = Кристаллы
physical-form-tablets = Таблетки
physical-form-capsules = Капсулы
physical-form-liquid = Жидкость
physical-form-blotters = Марки
physical-form-plant-material = Растительный материал
physical-form-sprayed-plant = Обработанный растительный материал
physical-form-resin = Смола
physical-form-paste = Паста
physical-form-e-liquid = Жидкость для вейпов
physical-form-other = Прочее

basis-bulk = как взвешено
basis-net = без упаковки
basis-pure = чистое вещество
basis-dry-residue = сухой остаток
basis-mixture = смесь
basis-unknown = основа не указана

measure-measured = измерено
measure-estimated = оценено
measure-declared = по документам

salt-form-base = Основание
salt-form-salt = Соль
salt-form-unknown = Неизвестно

incident-scope-rule = По правилу операции
incident-scope-in = В охвате
incident-scope-out = Вне охвата

audience-red = только названные получатели и ведомство-владелец
audience-amber-strict = владелец, координатор и названные получатели
audience-amber = участники и координатор
audience-green = все в операции
audience-clear = без ограничений

handling-h0 = H0: использование в рамках полномочий
handling-h1 = H1: не в судебном производстве без разрешения владельца
handling-h2 = H2: без разрешения владельца дальше не передавать
handling-h3 = H3: иные условия, словами

source-grade-a = источник не вызывает сомнений
source-grade-b = в основном надёжен
source-grade-c = в основном ненадёжен
source-grade-x = оценить нельзя

information-grade-1 = достоверно
information-grade-2 = известно источнику лично
information-grade-3 = лично не известно, подтверждается другими сведениями
information-grade-4 = подтвердить нельзя

state-submitted = Отправлено
state-confirmed = Подтверждено
state-retracted = Отозвано

door-page = страница
door-api = API
door-import = загрузка файла
door-peer = другой узел
door-command = командная строка
door-computed = расчёт

language-en = Английский
language-ru = Русский
language-fa = Персидский
incident-law = По праву дня события
incident-law-about = По праву: { $jurisdiction }, { $day }, насколько оно здесь известно. То, что не найдено в перечнях, тем самым не разрешено.
incident-law-status = Статус контроля
incident-law-rests = Основание
incident-law-reasons = Все основания
incident-law-name-only = Ни один известный здесь акт не содержит этого названия
