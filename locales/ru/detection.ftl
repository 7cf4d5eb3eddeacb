## Выявления: вещества, найденные лабораториями

chart-timeline-desc = { $count ->
    [one] { $count } отметка
    [few] { $count } отметки
   *[other] { $count } отметок
 } с { $from } по { $to }
record-stale-title = Пока вы писали, запись изменили
record-stale = Сейчас действует редакция { $number }. Всё, что вы набрали, сохранено на странице. Посмотрите, что изменилось, и сохраните, чтобы сделать свою редакцию на её основе
record-stale-see = Открыть действующую редакцию
frame-tab-detections = Выявления
detection-title = Выявления
detection-back = Все выявления
detection-new-form = Сообщить о выявлении
detection-edit-title = Изменить: { $name }
detection-add = Сообщить о выявлении
detection-save = Сохранить выявление
detection-leave = Выйти без сохранения
detection-form-about = Что нашла лаборатория, где и когда, и насколько вещество определено. Кому видно, определяет гриф записи.
detection-part-what = Вещество и идентификация
detection-part-where = Где и когда
detection-count = { $count ->
    [0] Выявлений нет
    [one] { $count } выявление, доступное вам
    [few] { $count } выявления, доступных вам
   *[other] { $count } выявлений, доступных вам
 }
detection-none = Выявлений пока нет
detection-none-fits = Под этот выбор не подходит ни одно выявление
detection-none-how = Здесь будут вещества, найденные лабораториями после прошлой операции. Сообщите о выявлении или ответьте на анкету, таблица которой о них спрашивает.
detection-substance = Вещество
detection-written = Как написано
detection-written-hint = Любое название: из справочника, химическое, уличное, на любой письменности
detection-not-in-catalogue = Нет в справочнике
detection-day = День
detection-day-hint = День сообщения, в любом из календарей: 2021-09-20 или 1400/06/29
detection-country = Страна
detection-identified = Идентификация
detection-techniques = Методы
detection-lab = Лаборатория
detection-form = Физическая форма
detection-context = Откуда образец
detection-incident = Инцидент
detection-incident-hint = Идентификатор инцидента, если образец из него: inc_…
detection-note = Примечание
detection-owner = Сообщил участник
detection-identifier = Идентификатор
detection-sharing = Доступ
detection-facts = Что найдено
detection-by-substance = Вещество
detection-by-country = Страна
detection-by-level = Идентификация
detection-by-laboratory = лабораторией:
detection-timeline = Выявления по времени
detection-first-title = Впервые отмечено, по странам
detection-first-anywhere = Впервые вообще
detection-first-unknown = Вещества нет в справочнике, поэтому первое появление определить нельзя.
detection-first-basis = { $count ->
    [one] Вычислено сейчас по доступным вам выявлениям и учитываемым строкам инцидентов { $count } операции с вашим участием.
    [few] Вычислено сейчас по доступным вам выявлениям и учитываемым строкам инцидентов { $count } операций с вашим участием.
   *[other] Вычислено сейчас по доступным вам выявлениям и учитываемым строкам инцидентов { $count } операций с вашим участием.
 }
detection-first-legend = Предварительно: название ещё не подтверждено лабораторией. Недоступные вам записи не учтены, о более раннем времени здесь ничего не известно.
detection-new-title = { $count ->
    [one] { $count } вещество ново для региона
    [few] { $count } вещества новы для региона
   *[other] { $count } веществ новы для региона
 }
detection-new-here = Ново для региона: неизвестно, чтобы какая-либо из стран-участниц отмечала его до этого дня.
detection-propose = Предложить предупреждение
detection-alert-subject = Новое в регионе: { $substance } ({ $country })
detection-level-field-test = Экспресс-тест
detection-level-tentative = Предположительно
detection-level-swgdrug-satisfied = Минимум SWGDRUG выполнен
detection-level-structure-elucidated = Структура установлена
detection-level-about-field-test = Только экспресс-тестом
detection-level-about-tentative = Лабораторией, ниже минимума SWGDRUG
detection-level-about-swgdrug-satisfied = Лабораторией: один метод категории A и ещё один либо три, из них два категории B
detection-level-about-structure-elucidated = Лабораторией, установившей саму структуру
detection-context-seizure = Изъятие
detection-context-purchase = Контрольная закупка или собранный образец
detection-context-clinical = Больница или судебная медицина
detection-context-wastewater = Сточные воды
detection-context-online = Предложение в интернете
detection-context-other = Другое
technique-infrared = Инфракрасная спектроскопия
technique-mass-spectrometry = Масс-спектрометрия
technique-nmr = Ядерный магнитный резонанс
technique-raman = Спектроскопия комбинационного рассеяния
technique-x-ray-diffraction = Рентгеновская дифракция
technique-gas-chromatography = Газовая хроматография
technique-liquid-chromatography = Жидкостная хроматография
technique-capillary-electrophoresis = Капиллярный электрофорез
technique-ion-mobility = Спектрометрия ионной подвижности
technique-microcrystalline = Микрокристаллические реакции
technique-thin-layer = Тонкослойная хроматография
technique-uv-vis = УФ и видимая спектроскопия, полный спектр
technique-colour-test = Цветная реакция
technique-fluorescence = Флуоресцентная спектроскопия
technique-immunoassay = Иммуноанализ
technique-melting-point = Температура плавления
technique-pharmaceutical-marks = Маркировка лекарства
field-unknown = В справочнике этого нет; оставить название как написано
field-techniques = Методы (категория SWGDRUG)
field-context = Откуда образец
field-laboratory = Лаборатория, словами
field-laboratory-agency = Лаборатория
field-incident = Инцидент
problem-detection-unrecognised = «{ $text }» нет в справочнике. Выберите одно из похожих названий или отметьте, что в справочнике этого нет
problem-detection-below-minimum = Эти методы не выполняют минимум SWGDRUG: один категории A и ещё один либо три, из них два категории B. Добавьте методы или выберите «Предположительно»
problem-detection-without-structure = Структуру устанавливают хотя бы одним методом категории A. Добавьте его или выберите другую идентификацию
problem-evidence-unknown = Записи «{ $text }», на которую вы можете сослаться, нет. Проверьте идентификатор
flash-detection-submitted = Выявление сохранено
flash-detection-amended = Выявление изменено
flash-detection-retracted = Выявление отозвано
detection-first-window = Показано веществ: { $shown } из { $all }, впервые обнаруженные позже всего; выберите вещество, чтобы увидеть только его
detection-timeline-window = Показано веществ: { $shown } из { $all }, обнаруженные последними; выберите вещество, чтобы увидеть только его
detection-new-window = Здесь названо: { $shown } из { $all }
