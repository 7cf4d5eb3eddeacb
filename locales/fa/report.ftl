## گزارش عملیات

report-parts = بخش‌های گزارش
report-participants = شرکت‌کنندگان
report-role = نقش
report-calendar = تقویم
report-countries = جرم در دامنه به تفکیک کشور رویداد
report-settings = جرم در دامنه به تفکیک نوع محل
report-routes = مسیرها، رویدادها
report-from = از
report-to = به
report-first-seen = موادی که نخستین بار دیده شده‌اند
report-no-first-seen = هنوز ماده‌ای شناسایی نشده است
report-no-first-seen-how = همین که ماده‌ای در رویدادی نام برده شود، با نخستین روزش اینجا می‌آید.
report-inputs = ورودی‌ها
report-inputs-sentence = رکوردهای { $from } تا { $to } از { $all }
report-no-inputs = پشت این ارقام رکوردی نیست
report-no-inputs-how = هر رکوردی که در رقمی شمرده شود با ویرایش آن اینجا فهرست می‌شود.
report-record = رکورد
report-revision = ویرایش
report-download-html = دریافت HTML
report-download-xlsx = دریافت XLSX
report-download-json = دریافت JSON
report-figure = رقم
report-value = مقدار
report-code = کد
report-unconverted = ردیف‌های بدون ضریب
report-not-quantified = ردیف‌های بدون مقدار
