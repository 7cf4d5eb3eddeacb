# فایل‌های رویدادها.
import-title = وارد کردن فایل
import-about = هر سطر فایل CSV یک رویداد می‌شود، یا با یک پرسش نگه داشته می‌شود، یا با ذکر دلیل رد می‌شود. وارد کردن دوبارهٔ همان فایل چیزی را تغییر نمی‌دهد.
import-file = فایل
import-file-hint = فایل CSV به همان شکلی که صفحه‌گسترده ذخیره می‌کند. پس از خطا فایل را دوباره انتخاب کنید: مرورگر آن را نگه نمی‌دارد.
import-mapping = ستون‌ها چگونه خوانده شوند
import-mapping-hint = الگوی Reflex، یا فهرستی که این برنامه می‌شناسد
import-own = فایل نگاشت دیگر
import-own-hint = فایلی با پسوند {"\u2066"}.toml{"\u2069"} که می‌گوید هر ستون کدام فیلد است. به جای گزینهٔ بالا به کار می‌رود.
import-do = وارد کردن سطرها
import-check = فقط بررسی، بدون ذخیره
import-checked = بررسی شد، چیزی ذخیره نشد
import-done = وارد شد
import-sentence = { $rows ->
    [one] { $rows } سطر
   *[other] { $rows } سطر
 }: پذیرفته { $accepted }، با پرسش { $held }، ردشده { $refused }، از پیش موجود { $known }
import-reasons = پرسش‌ها و ردها
import-reason = پرسش یا دلیل، با نخستین سطر به عنوان نمونه
import-rows = تعداد سطر
import-first-row = نخستین سطر
import-notes = سطر به سطر
import-row = سطر
import-verdict = نتیجه
import-why = چرا
import-left-out = { $count ->
    [one] { $count } سطر دیگر توضیح دارد
   *[other] { $count } سطر دیگر توضیح دارند
 }؛ ارقام بالا همهٔ سطرها را در بر دارد
import-template = الگو
import-template-about = فهرستی از خود ندارید؟ ستون‌های الگو را پر کنید؛ تنها روز، کشور، ماده، مقدار و واحد لازم است.
import-template-get = دریافت الگو (CSV)
import-earlier = فایل‌های پیشین
import-when = زمان
import-none = هنوز فایلی وارد نشده است
import-none-how = در بالا فایلی انتخاب کنید و نخست آن را بررسی کنید؛ بررسی چیزی ذخیره نمی‌کند.
row-verdict-accepted = پذیرفته
row-verdict-held = با پرسش
row-verdict-refused = ردشده
row-verdict-known = از پیش موجود
