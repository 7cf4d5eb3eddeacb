## Справочник

catalogue-substances = Вещества
catalogue-units = Единицы
catalogue-units-about = Каждая единица — точное кратное основной: микрограмма, микролитра, тысячной доли штуки или квадратного метра.
catalogue-conversions = Таблицы пересчёта
catalogue-conversions-about = Как литры и штуки пересчитываются в килограммы. В показателе указана версия таблицы, по которой он получен.
catalogue-places = Страны и регионы
catalogue-places-about = Названия служат для сопоставления и не выражают позиции о статусе и границах.
catalogue-found = вещества: { $count } из { $all }
catalogue-nothing = Вещества с таким названием нет
catalogue-nothing-how = Ищите по любому названию, сокращению или номеру CAS либо выберите другую группу.
catalogue-search-hint = Название на любом языке, уличное название, сокращение или номер CAS
catalogue-no-status = Справочник не говорит, контролируется ли вещество: это зависит от страны и даты.
catalogue-name = Название
catalogue-names = Названия
catalogue-language = Язык
catalogue-name-kind = Вид названия
catalogue-preferred = основное
catalogue-key = Ключ
catalogue-code = Код
catalogue-kind = Вид
catalogue-effect = Действие
catalogue-cas = Номер CAS
catalogue-formula = Формула
catalogue-molar-mass = Молярная масса
catalogue-per-mole = г/моль
catalogue-measured = Как обычно измеряется
catalogue-source = Источник
catalogue-unit = Единица
catalogue-dimension = Величина
catalogue-base = В основных единицах
catalogue-spellings = Другие написания
catalogue-countries = Страны
catalogue-regions-of = Регионы: { $country }
catalogue-conversion-title = Таблица пересчёта { $version }
catalogue-of = Вещество или группа
catalogue-of-any = любое
catalogue-factor = Масса единицы
catalogue-micrograms = Микрограммы
catalogue-per = На число основных единиц
dimension-mass = масса
dimension-volume = объём
dimension-count = штуки
dimension-area = площадь

## Химические группы

group-aminoindanes = аминоинданы
group-fentanyls = фентанил и аналоги
group-nitazenes = нитазены
group-phencyclidine-type = вещества типа фенциклидина
group-phenethylamines = фенэтиламины
group-piperazines = пиперазины
group-plant-based = растительного происхождения
group-synthetic-cannabinoids = синтетические каннабиноиды
group-synthetic-cathinones = синтетические катиноны
group-tryptamines = триптамины
group-benzodiazepines = бензодиазепины
group-other = прочие группы

## Действие

effect-stimulant = стимулятор
effect-cannabinoid-agonist = агонист каннабиноидных рецепторов
effect-hallucinogen = классический галлюциноген
effect-opioid = опиоид
effect-dissociative = диссоциативное средство
effect-sedative = седативное или снотворное средство
effect-none = ни одно из них

## Виды веществ

substance-kind-narcotic = наркотическое средство
substance-kind-psychotropic = психотропное вещество
substance-kind-nps = новое психоактивное вещество
substance-kind-precursor = прекурсор
substance-kind-cutting-agent = разбавитель
substance-kind-medicine = лекарственное средство
substance-kind-plant = растение
substance-kind-class = класс веществ

## Виды названий

name-kind-inn = международное непатентованное название
name-kind-chemical = химическое название
name-kind-trade = торговое название
name-kind-street = уличное название
name-kind-list = формулировка национального списка
name-kind-code = сокращение или код
name-kind-reported = написание из сообщений
