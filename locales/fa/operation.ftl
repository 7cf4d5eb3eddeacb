## عملیات

operation-list = عملیات‌ها
operation-none = هنوز عملیاتی نیست
operation-none-how = هرگاه هماهنگ‌کننده شرکت‌کنندهٔ شما را در عملیاتی نام ببرد، اینجا می‌آید.
operation-none-create = نخستین را بسازید: برای آغاز، نام و شرکت‌کنندگان و گاه‌شمار بس است.
operation-not-opened = هنوز مرحله‌ای باز نشده
operation-archive = بایگانی رویدادهای گذشته
operation-create = ساختن عملیات
operation-new = عملیات تازه
operation-edit = تغییر عملیات
operation-change = تغییر برنامه
operation-save = ذخیره
operation-leave = رفتن بدون ذخیره
operation-form-hint = تا عملیات بسته نشده، همه چیز را می‌توان بعداً تغییر داد.
operation-part-names = نام
operation-part-purpose = مقصود
operation-part-scope = چه شمرده می‌شود
operation-part-participants = شرکت‌کنندگان
operation-part-calendar = گاه‌شمار
operation-part-marking = نشان‌های پیش‌فرض
operation-scope-hint = سطری شمرده می‌شود که ماده‌اش از این گروه‌ها یا نوع‌ها باشد یا نام برده شده باشد. اگر چیزی برگزیده نشود، همهٔ سطرها شمرده می‌شوند.
operation-scope-all = همهٔ سطرها
operation-counted = چه شمرده می‌شود
operation-substances-hint = هر سطر یکی: نام به هر زبان، شمارهٔ CAS یا کلید فهرست
operation-marking-hint = هر رکورد این‌ها را می‌گیرد، مگر نویسنده چیز دیگری برگزیند.
operation-participation = شرکت‌کنندهٔ { $number }
operation-add-participation = افزودن شرکت‌کننده
operation-since = از
operation-until = تا
operation-stale-title = در این میان کس دیگری عملیات را تغییر داده است
operation-stale = اکنون ویرایش { $revision } معتبر است و ویرایش شما ذخیره نشد. آنچه نوشتید در زیر مانده است. نخست ویرایش تازه را ببینید و سپس دوباره ذخیره کنید تا ویرایش شما ویرایش بعدی شود.
operation-see-newer = دیدن ویرایش تازه
field-operation = عملیات
hint-code = ۲ تا ۴۰ حرف لاتین، رقم یا خط تیره: REFLEX-2021
hint-aliases = نام‌های دیگری که با آن چاپ می‌شود، هر سطر یکی
hint-late-days = روزهایی پس از مرحلهٔ فعال که رویداد دیرهنگام هنوز پذیرفته می‌شود؛ ۰ تا ۷۳۰
hint-participations = برای برداشتن یک سطر، شرکت‌کننده را خالی بگذارید.
hint-stages = روزهای برنامه‌ریزی‌شده؛ مرحله را تنها هماهنگ‌کننده باز می‌کند. برای مرحله‌ای که در برنامه نیست هر دو روز را خالی بگذارید.

## چه انجام شد

flash-operation-created = عملیات ساخته شد. نخستین مرحله را هنگام آغازش باز کنید.
flash-operation-changed = تغییر ذخیره شد.
flash-operation-closed = عملیات بسته شد.
flash-operation-stale = در این میان کس دیگری عملیات را تغییر داده است. آن را ببینید و گام را تکرار کنید.
flash-closing-asked = بستن درخواست شد. هماهنگ‌کنندهٔ دیگری باید آن را تأیید کند.
flash-closing-withdrawn = درخواست بستن پس گرفته شد.
