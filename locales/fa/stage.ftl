## برنامه و مراحل

stage-plan = مراحل
stage-facts = عملیات
stage-name = مرحله
stage-planned = طبق برنامه:
stage-planned-from = آغاز طبق برنامه
stage-planned-to = پایان طبق برنامه
stage-opened = باز شد
stage-closed = بسته شد
stage-reopened = دوباره باز شد. دلیل:
stage-open = باز کردن: { $stage }
stage-close = بستن: { $stage }
stage-reopen = دوباره باز کردن: { $stage }
stage-reopen-reason = چرا دوباره باز می‌شود
stage-lets = تا مرحله باز است، این کارها باز است
stage-read-only = فقط خواندن
stage-none = مرحله‌ای برنامه‌ریزی نشده است
stage-none-how = برای اینکه عملیات تقویم داشته باشد، برنامه را تغییر دهید.
stage-closing = بستن عملیات
stage-closing-how = بستن برای همیشه است و دو هماهنگ‌کننده می‌خواهد: یکی درخواست می‌کند و دیگری تأیید. رکوردها خواندنی می‌مانند.
stage-closing-waits = شما بستن را درخواست کرده‌اید. هماهنگ‌کنندهٔ دیگری باید آن را تأیید کند.
stage-closing-asked = هماهنگ‌کنندهٔ دیگری بستن عملیات را خواسته است. پس از آن هیچ گزارش یا تغییری ممکن نیست.
stage-closing-ask = درخواست بستن عملیات
stage-closing-second = بستن عملیات
stage-closing-withdraw = پس گرفتن درخواست
stage-history = تاریخچه
stage-revision = ویرایش { $number }: { $role }، { $door }
flash-stage-opened = مرحله باز شد.
flash-stage-closed = مرحله بسته شد.

## مراحل چه اجازه می‌دهند

work-plan = تغییر برنامه
work-report = گزارش رویدادها
work-report-late = گزارش دیرهنگام، در مهلت
work-amend = اصلاح، تأیید، پس گرفتن
work-contribute = نظر دادن، پذیرفتن، پاسخ دادن، تبادل
work-follow = پیگیری توصیه‌ها
