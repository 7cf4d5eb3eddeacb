## صفحهٔ عملیات

overview-sentence = { $incidents }، گزارش { $from } شرکت‌کننده از { $of }
overview-plan = برنامه و مراحل
overview-report-incident = گزارش یک رویداد
overview-map = جرم در دامنه به تفکیک منطقه
overview-days = رویدادها به تفکیک روز
overview-months = رویدادها به تفکیک ماه
overview-groups = جرم در دامنه به تفکیک گروه مواد
overview-substances = جرم در دامنه به تفکیک ماده
overview-participants = چه کسانی گزارش داده‌اند
overview-participant = شرکت‌کننده
overview-reported = گزارش‌ها
overview-last = آخرین گزارش
overview-has-reported = گزارش داده
overview-silent = یک روز بدون گزارش
overview-missing = چیزی نرسیده
overview-no-participants = هنوز شرکت‌کننده‌ای نیست
overview-no-participants-how = هماهنگ‌کننده آن‌ها را در برنامهٔ عملیات نام می‌برد.
overview-latest = تازه‌ترین رویدادها
overview-all-incidents = همهٔ رویدادها
overview-no-incidents = برای این انتخاب رویدادی نیست
overview-no-incidents-how = همین که شرکت‌کننده‌ای رویدادی را گزارش کند که اجازهٔ خواندنش را دارید، اینجا می‌آید.
overview-what = چه چیزی
overview-when = زمان
overview-where = محل
overview-how-much = مقدار
overview-found = شیوهٔ کشف
overview-marking = برچسب
overview-held = دارای پرسش
overview-late = ثبت دیرهنگام

## ارقام

figure-incidents = رویدادها
figure-incidents-counted = { $count ->
    [one] { $count } رویداد
   *[other] { $count } رویداد
}
figure-held = { $count ->
    [one] { $count } مورد دارای پرسش باز
   *[other] { $count } مورد دارای پرسش باز
}
figure-mass = در دامنه، جرم
figure-mass-note = همان‌گونه که گزارش شده، بر هر مبنا
figure-volume = در دامنه، حجم
figure-volume-note = جدا از جرم
figure-count = در دامنه، عدد
figure-count-note = قرص، تمبر، آمپول، بسته
figure-area-in-scope = در دامنه، مساحت
figure-area-note = سطح زیر کشت
figure-kg = کیلوگرم
figure-kg-provisional = سهم مقدماتی، کیلوگرم
figure-kg-in-scope = کیلوگرم، در دامنه
figure-litres-in-scope = لیتر، در دامنه
figure-units-in-scope = عدد، در دامنه
figure-m2-in-scope = متر مربع، در دامنه
figure-litres = لیتر
figure-units = عدد
figure-area = متر مربع
figure-equivalent = معادل کیلوگرم
figure-equivalent-title = معادل به کیلوگرم
figure-equivalent-value = معادل { $value } کیلوگرم
figure-by-table = جدول تبدیل
figure-converted-all = همهٔ ردیف‌های در دامنه تبدیل شده‌اند
figure-unconverted = { $count ->
    [one] { $count } ردیف در دامنه ضریب ندارد و به حساب نیامده است
   *[other] { $count } ردیف در دامنه ضریب ندارند و به حساب نیامده‌اند
}
figure-not-quantified = مقدار نامعلوم
figure-unknown = نامعلوم
figure-total = جمع کل
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
by-setting = نوع محل
by-conveyance = شیوهٔ حمل
by-detection = شیوهٔ کشف
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
status-provisional = مقدماتی
status-confirmed = تأییدشده

## فیلترها

filter-apply = نمایش
filter-day-hint = {"\u2066"}2021-10-15{"\u2069"} یا 1400/07/23
filter-from = از روز
filter-to = تا روز
filter-participants = شرکت‌کننده
filter-agencies = نهاد
filter-countries = کشور
filter-regions = منطقه
filter-substances = ماده
filter-groups = گروه مواد
filter-places = محل
filter-settings = نوع محل
filter-conveyances = شیوهٔ حمل
filter-detections = شیوهٔ کشف
filter-kinds = نوع
filter-states = وضعیت
filter-scope = در دامنه
filter-confirmed = تأییدشده
filter-held = پرسش باز
filter-late = ثبت دیرهنگام
filter-text = جستجو
filter-true = بله
filter-false = خیر
