## فهرست

catalogue-substances = مواد
catalogue-units = واحدها
catalogue-units-about = هر واحد مضرب دقیقی از واحد پایه است: میکروگرم، میکرولیتر، هزارم دانه یا هزارم متر مربع.
catalogue-conversions = جدول‌های تبدیل
catalogue-conversions-about = چگونه لیتر و دانه هم‌ارز کیلوگرم می‌شوند. هر رقم نسخه‌ای را که با آن ساخته شده نام می‌برد.
catalogue-places = کشورها و منطقه‌ها
catalogue-places-about = نام‌ها برای تطبیق‌اند و موضعی دربارهٔ وضعیت یا مرزها نیستند.
catalogue-found = { $count } از { $all } ماده
catalogue-nothing = ماده‌ای به این نام نیست
catalogue-nothing-how = با هر نام، کوته‌نوشت یا شمارهٔ CAS بجویید یا گروه دیگری برگزینید.
catalogue-search-hint = نام به هر زبان، نام خیابانی، کوته‌نوشت یا شمارهٔ CAS
catalogue-no-status = فهرست نمی‌گوید ماده زیر کنترل است یا نه: این به کشور و تاریخ بستگی دارد.
catalogue-name = نام
catalogue-names = نام‌ها
catalogue-language = زبان
catalogue-name-kind = نوع نام
catalogue-preferred = برگزیده
catalogue-key = کلید
catalogue-code = کد
catalogue-kind = نوع
catalogue-effect = اثر
catalogue-cas = شمارهٔ CAS
catalogue-formula = فرمول
catalogue-molar-mass = جرم مولی
catalogue-per-mole = گرم بر مول
catalogue-measured = معمولاً سنجیده به
catalogue-source = منبع
catalogue-unit = واحد
catalogue-dimension = کمیت
catalogue-base = به واحد پایه
catalogue-spellings = نگارش‌های دیگر
catalogue-countries = کشورها
catalogue-regions-of = منطقه‌ها: { $country }
catalogue-conversion-title = جدول تبدیل { $version }
catalogue-of = از
catalogue-of-any = هر چیز
catalogue-factor = جرم هر یک
catalogue-micrograms = میکروگرم
catalogue-per = در واحد پایه
dimension-mass = جرم
dimension-volume = حجم
dimension-count = دانه
dimension-area = مساحت

## گروه‌های شیمیایی

group-aminoindanes = آمینوایندان‌ها
group-fentanyls = فنتانیل و همانندها
group-nitazenes = نیتازن‌ها
group-phencyclidine-type = مواد از نوع فن‌سیکلیدین
group-phenethylamines = فنتیل‌آمین‌ها
group-piperazines = پیپرازین‌ها
group-plant-based = گیاهی
group-synthetic-cannabinoids = کانابینوئیدهای مصنوعی
group-synthetic-cathinones = کاتینون‌های مصنوعی
group-tryptamines = تریپتامین‌ها
group-benzodiazepines = بنزودیازپین‌ها
group-other = گروه‌های دیگر

## اثرها

effect-stimulant = محرک
effect-cannabinoid-agonist = آگونیست گیرندهٔ کانابینوئید
effect-hallucinogen = توهم‌زای کلاسیک
effect-opioid = اپیوئید
effect-dissociative = گسستی
effect-sedative = آرام‌بخش یا خواب‌آور
effect-none = هیچ‌یک

## نوع مواد

substance-kind-narcotic = مخدر
substance-kind-psychotropic = روان‌گردان
substance-kind-nps = مادهٔ روان‌گردان نوپدید
substance-kind-precursor = پیش‌ساز
substance-kind-cutting-agent = مادهٔ افزودنی
substance-kind-medicine = دارو
substance-kind-plant = گیاه
substance-kind-class = رده‌ای از مواد

## نوع نام‌ها

name-kind-inn = نام بین‌المللی غیراختصاصی
name-kind-chemical = نام شیمیایی
name-kind-trade = نام تجاری
name-kind-street = نام خیابانی
name-kind-list = نوشتهٔ فهرست ملی
name-kind-code = کوته‌نوشت یا کد
name-kind-reported = نگارش دیده‌شده در گزارش‌ها
