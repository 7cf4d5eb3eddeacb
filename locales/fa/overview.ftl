## صفحهٔ عملیات

overview-sentence = { $incidents } از { $from } تن از { $of } شرکت‌کننده
overview-plan = برنامه و مرحله‌ها
overview-report-incident = گزارش رویداد
overview-map = جرم کشف‌شده به تفکیک استان و ولایت
overview-days = رویدادها به تفکیک روز
overview-groups = جرم درون دامنه به تفکیک گروه مواد
overview-substances = جرم درون دامنه به تفکیک ماده
overview-participants = چه کسانی گزارش داده‌اند
overview-participant = شرکت‌کننده
overview-reported = گزارش‌ها
overview-last = آخرین گزارش
overview-has-reported = گزارش داده
overview-silent = یک روز بی‌خبر
overview-missing = چیزی نرسیده
overview-no-participants = هنوز شرکت‌کننده‌ای نیست
overview-no-participants-how = هماهنگ‌کننده آنان را در برنامهٔ عملیات نام می‌برد.
overview-latest = تازه‌ترین رویدادها
overview-all-incidents = همهٔ رویدادها
overview-no-incidents = برای این گزینش رویدادی نیست
overview-no-incidents-how = همین که شرکت‌کننده‌ای رویدادی را که اجازهٔ دیدنش را دارید گزارش کند، اینجا می‌آید.
overview-what = چه
overview-when = کی
overview-where = کجا
overview-how-much = چه‌قدر
overview-found = راه کشف
overview-marking = نشان
overview-held = دارای پرسش
overview-late = ثبت دیرهنگام

## ارقام

figure-incidents = رویدادها
figure-incidents-counted = { $count ->
    [one] { $count } رویداد
   *[other] { $count } رویداد
}
figure-held = { $count ->
    [one] { $count } مورد دارای پرسش
   *[other] { $count } مورد دارای پرسش
}
figure-mass = درون دامنه، جرم
figure-mass-note = همان‌گونه که گزارش شده، بر هر مبنا
figure-volume = درون دامنه، حجم
figure-volume-note = جدا از جرم
figure-count = درون دامنه، دانه
figure-count-note = قرص، تمبر، آمپول، بسته
figure-area-in-scope = درون دامنه، مساحت
figure-area-note = کشت
figure-kg = کیلوگرم
figure-kg-provisional = از آن موقت، کیلوگرم
figure-kg-in-scope = کیلوگرم، درون دامنه
figure-litres = لیتر
figure-units = دانه
figure-area = متر مربع
figure-equivalent = هم‌ارز کیلوگرم
figure-equivalent-title = هم‌ارز کیلوگرمی
figure-equivalent-value = { $value } هم‌ارز کیلوگرم
figure-by-table = جدول تبدیل
figure-converted-all = همهٔ سطرهای درون دامنه تبدیل شده‌اند
figure-unconverted = { $count ->
    [one] { $count } سطر درون دامنه ضریبی ندارد و کنار گذاشته شده است
   *[other] { $count } سطر درون دامنه ضریبی ندارند و کنار گذاشته شده‌اند
}
figure-not-quantified = مقدار نامعلوم
figure-unknown = نامعلوم
figure-total = در مجموع
figure-table = همین در جدول
figure-as-of = تا
figure-and = ،{" "}

## ارقام به تفکیک

by-country = کشور
by-participant = شرکت‌کننده
by-agency = نهاد
by-substance = ماده
by-group = گروه
by-region = منطقه
by-place = محل
by-setting = موقعیت
by-conveyance = وسیلهٔ حمل
by-detection = راه کشف
by-kind = نوع
by-year = سال
by-month = ماه
by-day = روز
by-state = وضعیت
by-scope = دامنه
by-status = وضعیت شناسایی
by-unit = واحد
scope-in = در دامنه
scope-out = بیرون از دامنه
status-provisional = موقت
status-confirmed = تأییدشده

## پالایش

filter-apply = نمایش
filter-day-hint = ۲۰۲۱-۱۰-۱۵ یا ۱۴۰۰/۰۷/۲۳
filter-from = از روز
filter-to = تا روز
filter-participants = شرکت‌کننده
filter-agencies = نهاد
filter-countries = کشور
filter-regions = منطقه
filter-substances = ماده
filter-groups = گروه مواد
filter-places = محل
filter-settings = موقعیت
filter-conveyances = وسیلهٔ حمل
filter-detections = راه کشف
filter-kinds = نوع
filter-states = وضعیت
filter-scope = در دامنه
filter-confirmed = تأییدشده
filter-held = پرسش باز
filter-late = ثبت دیرهنگام
filter-text = جستجو
filter-true = آری
filter-false = نه
