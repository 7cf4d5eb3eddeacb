## گزارش عملیات

report-parts = بخش‌های گزارش
report-participants = شرکت‌کنندگان
report-role = نقش
report-calendar = گاه‌شمار
report-countries = جرم درون دامنه به تفکیک کشور رویداد
report-settings = جرم درون دامنه به تفکیک موقعیت
report-routes = مسیرها، رویدادها
report-from = از
report-to = به
report-first-seen = مواد دیده‌شده برای نخستین بار
report-no-first-seen = هنوز ماده‌ای شناسایی نشده است
report-no-first-seen-how = همین که رویدادی ماده‌ای را نام ببرد، با نخستین روزش اینجا می‌آید.
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
report-unconverted = سطرهای بی‌ضریب
report-not-quantified = سطرهای بی‌مقدار
