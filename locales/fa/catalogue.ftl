## فهرست مرجع

catalogue-substances = مواد
catalogue-units = واحدها
catalogue-units-about = هر واحد مضرب دقیقی از واحد پایه است: میکروگرم، میکرولیتر، هزارم عدد یا هزارم متر مربع.
catalogue-conversions = جدول‌های تبدیل
catalogue-conversions-about = لیتر و عدد چگونه به معادل کیلوگرم تبدیل می‌شوند. در هر رقم نوشته شده که با کدام نسخهٔ جدول ساخته شده است.
catalogue-places = کشورها و مناطق
catalogue-places-about = نام‌ها برای تطبیق‌اند و موضعی دربارهٔ وضعیت یا مرزها نیستند.
catalogue-found = { $count } از { $all } ماده
catalogue-nothing = ماده‌ای به این نام نیست
catalogue-nothing-how = با هر نام، مخفف یا شمارهٔ CAS جستجو کنید یا گروه دیگری انتخاب کنید.
catalogue-search-hint = نام به هر زبان، نام خیابانی، مخفف یا شمارهٔ CAS
catalogue-no-status = فهرست مرجع نمی‌گوید ماده زیر کنترل است یا نه: این به کشور و تاریخ بستگی دارد.
catalogue-name = نام
catalogue-names = نام‌ها
catalogue-language = زبان
catalogue-name-kind = نوع نام
catalogue-preferred = نام اصلی
catalogue-key = کلید
catalogue-code = کد
catalogue-kind = نوع
catalogue-effect = اثر
catalogue-cas = شمارهٔ CAS
catalogue-formula = فرمول
catalogue-molar-mass = جرم مولی
catalogue-per-mole = گرم بر مول
catalogue-measured = معمولاً چگونه سنجیده می‌شود
catalogue-source = منبع
catalogue-unit = واحد
catalogue-dimension = کمیت
catalogue-base = به واحد پایه
catalogue-spellings = نگارش‌های دیگر
catalogue-countries = کشورها
catalogue-regions-of = مناطق: { $country }
catalogue-conversion-title = جدول تبدیل { $version }
catalogue-of = ماده یا گروه
catalogue-of-any = هر ماده
catalogue-factor = جرم هر واحد
catalogue-micrograms = میکروگرم
catalogue-per = به ازای تعداد واحد پایه
dimension-mass = جرم
dimension-volume = حجم
dimension-count = عدد
dimension-area = مساحت

## گروه‌های شیمیایی

group-aminoindanes = آمینوایندان‌ها
group-fentanyls = فنتانیل و آنالوگ‌ها
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
effect-dissociative = گسستگی‌آور
effect-sedative = آرام‌بخش یا خواب‌آور
effect-none = هیچ‌یک از این‌ها

## نوع مواد

substance-kind-narcotic = مادهٔ مخدر
substance-kind-psychotropic = مادهٔ روان‌گردان
substance-kind-nps = مادهٔ روان‌گردان جدید
substance-kind-precursor = پیش‌ساز
substance-kind-cutting-agent = مادهٔ رقیق‌کننده
substance-kind-medicine = دارو
substance-kind-plant = گیاه
substance-kind-class = رده‌ای از مواد

## نوع نام‌ها

name-kind-inn = نام بین‌المللی غیراختصاصی (INN)
name-kind-chemical = نام شیمیایی
name-kind-trade = نام تجاری
name-kind-street = نام خیابانی
name-kind-list = عبارت فهرست ملی
name-kind-code = مخفف یا کد
name-kind-reported = نگارش دیده‌شده در گزارش‌ها
