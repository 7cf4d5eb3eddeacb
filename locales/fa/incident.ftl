## رویدادها: رکورد، فرم‌ها و کدهای آن

incident-report-title = گزارش یک رویداد
incident-report-action = گزارش یک رویداد
incident-amend-title = اصلاح: { $title }
incident-amend-action = اصلاح
incident-confirm-action = تأیید
incident-retract-action = پس گرفتن
incident-back-to-list = همهٔ رویدادها
incident-back-to-record = رکورد
incident-yes = بله
incident-no = خیر
incident-more-lines = { $count ->
    [one] و { $count } ردیف دیگر
   *[other] و { $count } ردیف دیگر
}

# آنچه کشف شد
incident-what = چه چیزی کشف شد
incident-what-hint = همان نامی که می‌شناسید؛ آزمایشگاه بعداً تأیید می‌کند
incident-how-much = چه مقدار
incident-amount-unknown = مقدار نامعلوم
incident-amount-unreadable = خوانده نشد: { $text }
incident-where = کجا
incident-where-hint = پاسگاه، شهر یا منطقه
incident-when = چه زمانی
incident-when-hint = روز به وقت محلی: 1400/07/23، {"\u2066"}2021-10-15{"\u2069"} یا 15.10.2021
incident-how-it-travelled = شیوهٔ حمل
incident-persons-hint = فقط تعداد، بدون نام
incident-region-by-place = بر پایهٔ محل
incident-region-unknown = نامعلوم
incident-which = منظور کدام است؟
incident-perhaps = شاید:
incident-right-as-typed = آنچه نوشته‌ام درست است

# فرم
incident-form-short = فرم کوتاه
incident-form-long = همهٔ فیلدها
incident-form-short-about = نخستین اطلاعات. بقیه را می‌توان بعداً اضافه کرد.
incident-form-long-about = همهٔ فیلدها. آنچه را نمی‌دانید خالی بگذارید.
incident-sections = بخش‌های فرم
incident-section-lines = چه چیزی کشف شد
incident-section-where = کجا
incident-section-when = چه زمانی
incident-section-found = چگونه کشف شد
incident-section-route = مسیر
incident-section-persons = افراد
incident-section-related = همراه آن کشف شد
incident-section-about = دربارهٔ رکورد
incident-section-sharing = دسترسی
incident-line = ردیف { $number }
incident-leg = بخش { $number } مسیر
incident-person = افراد { $number }
incident-find = یافتهٔ { $number }
incident-add-line = افزودن ردیف
incident-add-leg = افزودن بخش مسیر
incident-add-person = افزودن افراد دیگر
incident-add-related = افزودن یافته
incident-shared-with = مخاطبان:
incident-change-marking = تغییر
incident-files = عکس‌ها و فایل‌ها
incident-files-hint = JPEG، PNG، WebP، PDF، سند اداری یا متن، هر کدام تا ۲۰ مگابایت. مرورگر فایل‌های انتخاب‌شده را نگه نمی‌دارد: اگر فرم برای بررسی بازگشت، دوباره انتخابشان کنید.
incident-add-files = افزودن عکس یا فایل
incident-add-files-hint = JPEG، PNG، WebP، PDF، سند اداری یا متن، هر کدام تا ۲۰ مگابایت. اطلاعات محل عکس‌برداری از عکس‌ها حذف می‌شود.
incident-add-files-action = افزودن فایل‌ها
incident-send = ارسال گزارش
incident-send-amendment = ذخیرهٔ ویرایش تازه
incident-keep = ذخیره به صورت پیش‌نویس
incident-draft-kept = پیش‌نویس روی سرور ذخیره شد
incident-stale = هنگام نوشتن شما، کس دیگری این رکورد را اصلاح کرد
incident-stale-how = نوشتهٔ شما در فرم مانده است. آن را با وضع کنونی رکورد مقایسه کنید، هر جا لازم است اصلاح کنید و دوباره ذخیره کنید: این ویرایش بعدی می‌شود.
incident-stale-open = باز کردن رکورد در وضع کنونی
incident-stale-same = نوشتهٔ شما با وضع کنونی رکورد یکی است.
incident-stale-decision = در این فاصله کس دیگری رکورد را اصلاح کرد. پیش از تصمیم دوباره آن را ببینید.
incident-field = فیلد
incident-now-says = وضع کنونی رکورد
incident-you-typed = نوشتهٔ شما

# رکورد
incident-provisional = مقدماتی
incident-held = دارای پرسش
incident-late = ثبت دیرهنگام
incident-in-scope = در دامنه
incident-off-scope = بیرون از دامنه
incident-does-not-count = شمرده نمی‌شود
incident-lines = ردیف‌ها
incident-no-lines = چیزی کشف یا فهرست نشده است
incident-as-written = همان‌گونه که نوشته شده
incident-details = جزئیات
incident-facts = اطلاعات
incident-no-persons = فردی ثبت نشده است
incident-no-files = هنوز عکس یا فایلی نیست
incident-file-size = { $value } کیلوبایت
incident-about = دسترسی و منشأ
incident-history = تاریخچه
incident-revision = ویرایش { $number }
incident-retracted-because = رکورد پس گرفته شده است. دلیل:
incident-same-as = این رکورد شمرده نمی‌شود: همان کشف است که در این رکورد آمده:
incident-same-as-counts = این رکورد شمرده می‌شود. رکوردی که این همان کشف آن است دیگر به جای آن شمرده نمی‌شود:
incident-apart-after-all = دو کشف جدا هستند: هر دو شمرده شوند
incident-question = پرسشی باز است
incident-question-same = شاید همان کشفی باشد که در رکورد دیگری آمده است:
incident-question-twice = شاید یک کشف دو بار گزارش شده باشد. بگویید آیا این رکورد به همین صورت درست است
incident-same = یک کشف است: رکورد دیگر شمرده شود
incident-apart = یکی نیست: هر دو شمرده شوند
incident-same-hint = هر تصمیمی بگیرید هر دو رکورد می‌مانند. تصمیم در تاریخچه دیده می‌شود.
incident-right = به همین صورت درست است
incident-right-hint = اگر چیزی نادرست است، رکورد را اصلاح کنید: دربارهٔ آنچه اصلاح شود دیگر پرسیده نمی‌شود.
incident-answered = پاسخ داده‌شده:
incident-fact-kind = نوع
incident-fact-when = زمان
incident-fact-local-time = منطقهٔ زمانی
incident-fact-when-written = روز، همان‌گونه که نوشته شده
incident-fact-where = محل
incident-fact-coordinates = مختصات
incident-fact-reported-by = گزارش‌دهنده
incident-fact-received = دریافت
incident-fact-audience = مخاطبان
incident-fact-recipients = گیرندگان نام‌برده
incident-fact-handling = شیوهٔ استفاده
incident-fact-source-grade = منبع
incident-fact-information-grade = اطلاعات
incident-fact-provenance = راه دریافت
incident-fact-language = زبان رکورد
incident-fact-review = تاریخ بازنگری
incident-fact-id = شناسه

# ویرایش پیشین
incident-revision-title = ویرایش { $number }: { $title }
incident-revision-current = این ویرایش کنونی است.
incident-revision-old = این ویرایشی پیشین است. همان‌گونه که بود نگه داشته می‌شود و دیگر شمرده نمی‌شود.
incident-differences = تفاوت با وضع کنونی رکورد
incident-differences-none = تنها وضعیت یا دسترسی تفاوت دارد.

# تصمیم‌ها
incident-confirm-title = تأیید: { $title }
incident-confirm-means = تأیید یعنی نهاد شما درستی رکورد را بر عهده می‌گیرد. ردیفی که «شناسایی شده» برای آن نشان خورده، از این پس تأییدشدهٔ آزمایشگاه به شمار می‌آید؛ ردیف بی‌نشان مقدماتی می‌ماند.
incident-confirm-substance = مادهٔ یافت‌شده، اگر مادهٔ دیگری است
incident-confirm-substance-hint = اگر آزمایشگاه همان چیزی را یافته که در ردیف آمده، خالی بگذارید. آنچه نوشته شده در کنار آن می‌ماند.
incident-confirm-do = تأیید رکورد
incident-retract-title = پس گرفتن: { $title }
incident-retract-means = رکورد پس‌گرفته‌شده از همهٔ جمع‌ها بیرون می‌رود و همراه دلیلش خواندنی می‌ماند. بازگرداندنی نیست؛ گزارش تازه‌ای جای آن را می‌گیرد.
incident-retract-do = پس گرفتن رکورد
incident-retract-reason = چرا رکورد پس گرفته می‌شود؟
incident-retract-reason-hint = هر کس رکورد را ببیند این را می‌خواند. بدون نام.
incident-leave = به همین صورت بماند

# پس از ثبت
flash-incident-submitted = گزارش ارسال شد
flash-incident-submitted-without-files = گزارش ارسال شد. برخی فایل‌ها اضافه نشد: در پایین دوباره اضافه کنید
flash-incident-amended = ویرایش تازه ذخیره شد
flash-incident-confirmed = رکورد تأیید شد
flash-incident-retracted = رکورد پس گرفته شد
flash-incident-same = تصمیم ثبت شد: رکورد دیگر شمرده می‌شود
flash-incident-apart = تصمیم ثبت شد: هر دو رکورد شمرده می‌شوند
flash-incident-answered = پاسخ پرسش ثبت شد
flash-incident-stale = در این فاصله کس دیگری رکورد را اصلاح کرد. پیش از تصمیم دوباره آن را ببینید
flash-incident-draft-kept = پیش‌نویس ذخیره شد و هنگام بازگشت همین‌جاست
flash-incident-draft-discarded = پیش‌نویس حذف شد

## کدها

incident-kind-seizure = کشف
incident-kind-suspicious-consignment = محمولهٔ مشکوک
incident-kind-stopped-consignment = محمولهٔ متوقف‌شده
incident-kind-clandestine-laboratory = آزمایشگاه مخفی
incident-kind-online-offer = عرضهٔ اینترنتی
incident-kind-adverse-event = آسیب به سلامت

precision-minute = با دقت دقیقه
precision-day = با دقت روز
precision-month = تنها ماه معلوم است
precision-year = تنها سال معلوم است

setting-border = گذرگاه مرزی
setting-airport = فرودگاه
setting-seaport = بندر
setting-rail = راه‌آهن
setting-road = جاده
setting-post = پست یا پیک
setting-inland = درون کشور
setting-premises = ساختمان
setting-online = اینترنت
setting-unknown = نامعلوم

detection-risk-profile = نمایهٔ ریسک
detection-intelligence = کار اطلاعاتی
detection-controlled-delivery = تحویل کنترل‌شده
detection-routine = بازرسی معمول
detection-random = بازرسی تصادفی
detection-dog = سگ موادیاب
detection-scanner = اسکنر
detection-field-test = آزمایش میدانی
detection-laboratory = آزمایشگاه
detection-online-monitoring = پایش اینترنت
detection-other = روش دیگر

conveyance-car = خودروی سواری
conveyance-lorry = کامیون
conveyance-bus = اتوبوس
conveyance-train = قطار
conveyance-aircraft = هواپیما
conveyance-ship = کشتی
conveyance-parcel = بستهٔ پستی
conveyance-foot = پیاده
conveyance-animal = چارپا
conveyance-drone = پهپاد
conveyance-other = وسیلهٔ دیگر

concealment-open = بدون جاسازی
concealment-baggage = در چمدان و وسایل همراه
concealment-body = روی بدن
concealment-swallowed = بلعیده یا درون بدن
concealment-vehicle = در وسیلهٔ نقلیه
concealment-cargo = در بار
concealment-parcel = در بستهٔ پستی
concealment-building = در ساختمان
concealment-cache = در مخفیگاه
concealment-dissolved = حل‌شده یا آغشته
concealment-other = روش دیگر

leg-role-origin = مبدأ
leg-role-departure = محل حرکت
leg-role-transit = ترانزیت
leg-role-destination = مقصد
leg-role-intended-destination = مقصد مورد نظر

confidence-confirmed = تأییدشده
confidence-probable = محتمل
confidence-possible = ممکن

person-status-detained = بازداشت‌شده
person-status-charged = متهم
person-status-wanted = تحت تعقیب
person-status-harmed = آسیب‌دیده
person-status-died = فوت‌شده
person-status-other = دیگر

sex-band-female = زن
sex-band-male = مرد
sex-band-unknown = نامعلوم

age-band-under-18 = زیر ۱۸ سال
age-band-18-24 = ۱۸ تا ۲۴ سال
age-band-25-39 = ۲۵ تا ۳۹ سال
age-band-40-59 = ۴۰ تا ۵۹ سال
age-band-60-plus = ۶۰ سال و بیشتر
age-band-unknown = نامعلوم

related-kind-cash = پول نقد
related-kind-firearm = سلاح گرم
related-kind-vehicle = وسیلهٔ نقلیه
related-kind-equipment = تجهیزات
related-kind-website = وبگاه
related-kind-group = باند شناسایی‌شده
related-kind-other = دیگر

substance-status-provisional = مقدماتی
substance-status-confirmed = تأییدشدهٔ آزمایشگاه

physical-form-powder = پودر
physical-form-crystals = کریستال
physical-form-tablets = قرص
physical-form-capsules = کپسول
physical-form-liquid = مایع
physical-form-blotters = تمبر (کاغذ آغشته)
physical-form-plant-material = مادهٔ گیاهی
physical-form-sprayed-plant = گیاه آغشته
physical-form-resin = صمغ
physical-form-paste = خمیر
physical-form-e-liquid = مایع سیگار الکترونیکی
physical-form-other = دیگر

basis-bulk = به همان صورت که وزن شد
basis-net = بدون بسته‌بندی
basis-pure = مادهٔ خالص
basis-dry-residue = باقی‌ماندهٔ خشک
basis-mixture = مخلوط
basis-unknown = مبنا گفته نشده

measure-measured = اندازه‌گیری‌شده
measure-estimated = تخمینی
measure-declared = بر پایهٔ اسناد

salt-form-base = باز
salt-form-salt = نمک
salt-form-unknown = نامعلوم

incident-scope-rule = بر پایهٔ قاعدهٔ عملیات
incident-scope-in = در دامنه
incident-scope-out = بیرون از دامنه

audience-red = تنها گیرندگان نام‌برده و نهاد صاحب رکورد
audience-amber-strict = صاحب رکورد، هماهنگ‌کننده و گیرندگان نام‌برده
audience-amber = شرکت‌کنندگان و هماهنگ‌کننده
audience-green = همهٔ اعضای عملیات
audience-clear = بدون محدودیت

handling-h0 = H0: استفاده در چارچوب اختیارات
handling-h1 = H1: بدون اجازهٔ صاحب رکورد در رسیدگی قضایی به کار نرود
handling-h2 = H2: بدون اجازهٔ صاحب رکورد به دیگری داده نشود
handling-h3 = H3: شرط‌های دیگر، به نوشته

source-grade-a = منبع بی‌تردید
source-grade-b = اغلب قابل اعتماد
source-grade-c = اغلب غیرقابل اعتماد
source-grade-x = غیرقابل ارزیابی

information-grade-1 = درستی آن روشن است
information-grade-2 = منبع خود از آن آگاه است
information-grade-3 = منبع خود آگاه نیست، شواهد دیگر تأیید می‌کند
information-grade-4 = تأییدپذیر نیست

state-submitted = ارسال‌شده
state-confirmed = تأییدشده
state-retracted = پس‌گرفته‌شده

door-page = صفحه
door-api = API
door-import = ورود از فایل
door-peer = گرهٔ دیگر
door-command = خط فرمان
door-computed = محاسبهٔ سامانه

language-en = انگلیسی
language-ru = روسی
language-fa = فارسی
incident-law = بر پایهٔ قانون همان روز
incident-law-about = بر پایهٔ قانون { $jurisdiction } در { $day }، تا آنجا که اینجا شناخته است. آنچه در فهرست‌ها یافت نشد، به این معنا مجاز نیست.
incident-law-status = وضعیت کنترل
incident-law-rests = مبنا
incident-law-reasons = همهٔ دلایل
incident-law-name-only = هیچ قانون شناخته‌ای در اینجا این نام را ندارد
