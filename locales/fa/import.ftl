# پرونده‌های رویدادها.
import-title = درون‌برد پرونده
import-about = هر سطر پروندهٔ CSV یک رویداد می‌شود، یا با یک پرسش نگه داشته می‌شود، یا با ذکر دلیل رد می‌شود. درون‌برد دوبارهٔ همان پرونده چیزی را تغییر نمی‌دهد.
import-file = پرونده
import-file-hint = پروندهٔ CSV به همان شکلی که صفحه‌گسترده ذخیره می‌کند. پس از خطا پرونده را دوباره برگزینید: مرورگر آن را نگه نمی‌دارد.
import-mapping = ستون‌ها چگونه خوانده شوند
import-mapping-hint = الگوی Reflex، یا فهرستی که این برنامه می‌شناسد
import-own = پروندهٔ نگاشت دیگر
import-own-hint = پرونده‌ای با پسوند .toml که می‌گوید هر ستون کدام فیلد است. به جای گزینهٔ بالا به کار می‌رود.
import-do = درون‌برد سطرها
import-check = فقط بررسی، بدون نگه داشتن
import-checked = بررسی شد، چیزی نگه داشته نشد
import-done = درون‌برد انجام شد
import-sentence = { $rows ->
    [one] { $rows } سطر
   *[other] { $rows } سطر
 }: پذیرفته { $accepted }، با پرسش { $held }، ردشده { $refused }، از پیش شناخته { $known }
import-reasons = پرسش‌ها و ردها
import-reason = پرسش یا دلیل، با نخستین سطر به عنوان نمونه
import-rows = سطرها
import-first-row = نخستین سطر
import-notes = سطر به سطر
import-row = سطر
import-verdict = نتیجه
import-why = چرا
import-left-out = { $count ->
    [one] { $count } سطر دیگر یادداشت دارد
   *[other] { $count } سطر دیگر یادداشت دارند
 }؛ شمار بالا همهٔ سطرها را در بر دارد
import-template = الگو
import-template-about = فهرستی از خود ندارید؟ ستون‌های الگو را پر کنید؛ تنها روز، کشور، ماده، مقدار و واحد لازم است.
import-template-get = دریافت الگو (CSV)
import-earlier = درون‌بردهای پیشین
import-when = زمان
import-none = هنوز پرونده‌ای درون‌برد نشده است
import-none-how = پرونده‌ای را در بالا برگزینید و نخست آن را بررسی کنید؛ بررسی چیزی نگه نمی‌دارد.
row-verdict-accepted = پذیرفته
row-verdict-held = با پرسش
row-verdict-refused = ردشده
row-verdict-known = از پیش شناخته
