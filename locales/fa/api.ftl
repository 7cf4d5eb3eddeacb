## شرح رابط برنامه‌نویسی

api-title = رابط برنامه‌نویسی
api-lead = همان کارهایی که در صفحه‌ها انجام می‌شود، برای نرم‌افزارهای نهاد. کلید در بخش مدیریت ساخته می‌شود و در سرآیند Authorization: Bearer فرستاده می‌شود.
api-document = همین شرح در قالب OpenAPI 3.1
api-addresses = نشانی‌ها
api-shapes = ساختار داده‌های ارسالی
api-problems = چه چیزی ممکن است نشود
api-problems-about = type سند خطا به اینجا می‌رسد؛ فیلدها با code در problems از هم جدا می‌شوند.
api-open = کلید لازم نیست.
api-scope = مجوز کلید:
api-body = بدنهٔ درخواست:
api-name = نام
api-where = محل
api-type = نوع
api-meaning = معنا
