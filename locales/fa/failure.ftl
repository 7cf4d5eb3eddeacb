## هنگامی که کاری نمی‌شود

failure-home = به عملیات‌ها
failure-number = این شماره را به مدیر سامانه بگویید: { $number }
failure-broken-text = متن خوانده نمی‌شود
failure-broken-text-hint = کدگذاری آن UTF-8 نیست. برگردید، از نو بنویسید و دوباره بفرستید.
failure-truncated = همه چیز نرسیده است
failure-truncated-hint = شاید ارتباط قطع شده باشد. برگردید: آنچه نوشتید هنوز در فرم است. دوباره بفرستید.
failure-no-key = کلید لازم است
failure-no-key-hint = کلید را به صورت Authorization: Bearer بفرستید. دفتر رابط کلیدها را در بخش مدیریت می‌سازد.
failure-other-site = درخواست از وبگاه دیگری آمده است
failure-other-site-hint = چیزی تغییر نکرد. صفحه را در همین گره باز کنید و فرم را از آنجا بفرستید.
failure-refused = شما به این دسترسی ندارید
failure-refused-hint = چیزی تغییر نکرد. صفحهٔ «چه کسی چه می‌تواند» می‌گوید چه کسی اجازه دارد.
failure-scope = کلید اجازهٔ این کار را ندارد
failure-scope-hint = کلیدی با مجوزی که این نشانی می‌خواهد بسازید.
failure-not-found = یافت نشد
failure-not-found-hint = در این نشانی چیزی نیست، یا چیزی که اجازهٔ خواندنش را داشته باشید. نشانی را بررسی کنید یا از عملیات‌ها شروع کنید.
failure-wrong-method = این نشانی این‌گونه به کار نمی‌رود
failure-wrong-method-hint = صفحه را باز کنید و از فرم آن استفاده کنید.
failure-stale = در این فاصله کس دیگری آن را تغییر داده است
failure-stale-hint = چیزی بازنویسی نشد. ویرایش تازه را ببینید و تغییر خود را دوباره انجام دهید.
failure-too-large = بیش از اندازه بزرگ است
failure-too-large-hint = چیزی ذخیره نشد. فایل‌های کوچک‌تر یا چند فایل یکی پس از دیگری بفرستید.
failure-wrong-media = این نوع محتوا اینجا خوانده نمی‌شود
failure-wrong-media-hint = از فرم صفحه استفاده کنید؛ API متن JSON می‌خواند.
failure-invalid = موردی باید بررسی شود
failure-invalid-hint = چیزی ذخیره نشد. برگردید: آنچه نوشتید هنوز در فرم است.
failure-no-revision = شمارهٔ ویرایش نوشته نشده است
failure-no-revision-hint = در If-Match بنویسید تغییر از کدام ویرایش است.
failure-too-busy = درخواست‌ها هم‌زمان بیش از اندازه است
failure-too-busy-hint = کمی صبر کنید و دوباره تلاش کنید.
failure-broken = در سامانهٔ ما خطایی رخ داد
failure-broken-hint = شاید آنچه فرستادید ذخیره نشده باشد. پیش از فرستادن دوباره ببینید ذخیره شده است یا نه.
failure-too-slow = این کار بیش از اندازه طول کشید
failure-too-slow-hint = گره مشغول است. یک دقیقه صبر کنید و دوباره تلاش کنید؛ برای گزارش بلند بازهٔ تاریخ را کوتاه کنید.

## چرا کاری رد می‌شود

refused-role = نقش شما اجازهٔ این کار را نمی‌دهد.
refused-stage = مرحلهٔ کنونی عملیات اجازهٔ این کار را نمی‌دهد.
refused-operation-closed = عملیات بسته است؛ دیگر چیزی تغییر نمی‌کند.
refused-second-person = به نفر دوم نیاز است: هماهنگ‌کنندهٔ دیگری باید درخواست شما را تأیید کند.
refused-closing-not-asked = هنوز کسی بستن عملیات را درخواست نکرده یا درخواست پس گرفته شده است.
refused-stage-is-open = مرحله از پیش باز است.
refused-stage-is-closed = مرحله باز نیست.
refused-stage-not-planned = این مرحله در برنامه نیست.
refused-own-account = ورود حساب خود را نمی‌توانید ببندید؛ مدیر دیگری می‌تواند.
refused-already-confirmed = رویداد از پیش تأیید شده است.
refused-retracted = رویداد پس گرفته شده است و همان‌گونه می‌ماند.
refused-archive-by-node = بایگانی‌ها از خط فرمان گره وارد می‌شوند.
refused-node-only = این کار در خط فرمان گره انجام می‌شود.
refused-demo-not-empty = تنها گره تازه نمایشی می‌شود؛ این گره عملیات دارد.
