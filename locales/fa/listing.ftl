## فهرست رویدادها، خروجی آن و ورودی‌های یک رقم

listing-title = رویدادها
listing-count = { $count ->
    [one] { $count } رویداد
   *[other] { $count } رویداد
}
listing-held = { $count } دارای پرسش
listing-search-example = محل، ماده، شماره، به هر خطی
listing-import = وارد کردن فایل
listing-order-event = تازه‌ترین رویداد نخست
listing-order-changed = تازه‌ترین تغییر نخست
listing-when = زمان
listing-what = چه چیزی
listing-how-much = مقدار
listing-where = محل
listing-status = وضعیت
listing-column-setting = نوع محل
listing-column-detection = شیوهٔ کشف
listing-column-owner = شرکت‌کننده
listing-column-agency = نهاد
listing-column-marking = برچسب
listing-column-changed = تغییر
listing-columns-apply = نمایش این ستون‌ها
listing-first = به صفحهٔ نخست
listing-empty = هنوز رویدادی نیست
listing-empty-how = همین که شرکت‌کننده‌ای فرمی پر کند، فایلی وارد کند یا از راه API بفرستد، رویدادها اینجا دیده می‌شوند.
listing-none = هیچ رویدادی با این انتخاب جور نیست
listing-none-how = فیلتری را بردارید یا واژهٔ دیگری جستجو کنید. آنچه اجازهٔ دیدنش را ندارید اینجا هم شمرده نمی‌شود.
listing-scope-true = در دامنه
listing-scope-false = بیرون از دامنه
listing-confirmed-true = تأییدشدهٔ آزمایشگاه
listing-confirmed-false = مقدماتی
listing-held-true = دارای پرسش باز
listing-held-false = بدون پرسش
listing-late-true = ثبت‌های دیرهنگام
listing-late-false = به‌موقع

listing-head-record = رکورد
listing-head-revision = ویرایش
listing-head-state = وضعیت
listing-head-kind = نوع
listing-head-day = روز
listing-head-time = ساعت محلی
listing-head-country = کشور
listing-head-region = منطقه
listing-head-place = محل
listing-head-written = ماده، همان‌گونه که نوشته شده
listing-head-substance = ماده
listing-head-mass-g = جرم، گرم
listing-head-volume-l = حجم، لیتر
listing-head-count = عدد
listing-head-area-m2 = مساحت، متر مربع
listing-head-lines = ردیف‌ها
listing-head-provisional = مقدماتی
listing-head-in-scope = در دامنه
listing-head-setting = نوع محل
listing-head-detection = شیوهٔ کشف
listing-head-owner = شرکت‌کننده
listing-head-agency = نهاد
listing-head-audience = مخاطبان
listing-head-handling = شیوهٔ استفاده
listing-head-late = ثبت دیرهنگام
listing-head-held = دارای پرسش
listing-head-changed = تغییر، UTC
listing-cut = این کارپوشه تنها { $count } سطر نخست را دارد؛ CSV همه را دارد

inputs-title = ورودی‌های رقم
inputs-intro = همهٔ رکوردهای شمرده‌شده با همان ویرایشی که شمرده شد.
inputs-as-list = همین انتخاب به صورت فهرست
inputs-download = دریافت همه به صورت CSV
inputs-record = رکورد
inputs-revision = ویرایش
inputs-empty = برای این رقم رکوردی شمرده نشده است
inputs-empty-how = رکوردهای پس‌گرفته‌شده و موارد تکراریِ مشخص‌شده شمرده نمی‌شوند و آنچه اجازهٔ دیدنش را ندارید برای شما شمرده نمی‌شود.
