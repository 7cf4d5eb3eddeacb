## عملیات

operation-list = عملیات‌ها
operation-none = هنوز عملیاتی نیست
operation-none-how = هرگاه هماهنگ‌کننده شرکت‌کنندهٔ شما را در عملیاتی نام ببرد، اینجا می‌آید.
operation-none-create = نخستین را بسازید: برای آغاز، نام و شرکت‌کنندگان و تقویم کافی است.
operation-not-opened = هنوز مرحله‌ای باز نشده است
operation-archive = بایگانی رویدادهای گذشته
operation-create = ساختن عملیات
operation-new = عملیات تازه
operation-edit = تغییر عملیات
operation-change = تغییر برنامه
operation-next-edition = برنامه‌ریزی دورهٔ بعدی
operation-save = ذخیره
operation-leave = خروج بدون ذخیره
operation-form-hint = تا عملیات بسته نشده است، همه چیز را می‌توان بعداً تغییر داد.
operation-part-names = نام
operation-part-purpose = هدف
operation-part-scope = چه شمرده می‌شود
operation-part-participants = شرکت‌کنندگان
operation-part-calendar = تقویم
operation-part-marking = برچسب‌های پیش‌فرض
operation-scope-hint = ردیفی شمرده می‌شود که ماده‌اش از این گروه‌ها یا نوع‌ها باشد یا نام برده شده باشد. اگر چیزی انتخاب نشود، همهٔ ردیف‌ها شمرده می‌شوند.
operation-scope-all = همهٔ ردیف‌ها
operation-counted = چه شمرده می‌شود
operation-substances-hint = هر سطر یکی: نام به هر زبان، شمارهٔ CAS یا کلید فهرست مرجع
operation-marking-hint = هر رکورد این‌ها را می‌گیرد، مگر نویسنده چیز دیگری انتخاب کند.
operation-participation = شرکت‌کنندهٔ { $number }
operation-add-participation = افزودن شرکت‌کننده
operation-since = از
operation-until = تا
operation-stale-title = در این فاصله کس دیگری عملیات را تغییر داده است
operation-stale = اکنون ویرایش { $revision } معتبر است و ویرایش شما ذخیره نشد. آنچه نوشتید در زیر مانده است. نخست ویرایش تازه را ببینید و سپس دوباره ذخیره کنید تا ویرایش شما ویرایش بعدی شود.
operation-see-newer = دیدن ویرایش تازه
field-operation = عملیات
hint-code = ۲ تا ۴۰ حرف لاتین، رقم، خط تیره یا نقطه: REFLEX-2021
hint-aliases = نام‌های دیگری که با آن چاپ می‌شود، هر سطر یکی
hint-late-days = چند روز پس از مرحلهٔ فعال ثبت دیرهنگام هنوز پذیرفته می‌شود؛ ۰ تا ۷۳۰
hint-participations = برای برداشتن یک سطر، شرکت‌کننده را خالی بگذارید.
hint-stages = روزهای برنامه‌ریزی‌شده؛ مرحله را تنها هماهنگ‌کننده باز می‌کند. برای مرحله‌ای که در برنامه نیست هر دو روز را خالی بگذارید.

## چه انجام شد

flash-operation-created = عملیات ساخته شد. نخستین مرحله را هنگام آغازش باز کنید.
flash-operation-changed = تغییر ذخیره شد.
flash-operation-closed = عملیات بسته شد.
flash-operation-stale = در این فاصله کس دیگری عملیات را تغییر داده است. آن را ببینید و کار را تکرار کنید.
flash-closing-asked = بستن عملیات را درخواست کردید. هماهنگ‌کنندهٔ دیگری باید آن را تأیید کند.
flash-closing-withdrawn = درخواست بستن پس گرفته شد.
