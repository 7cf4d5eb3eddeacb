## توصیه‌ها و پیشرفت آن‌ها

frame-tab-recommendations = توصیه‌ها
recommendation-list = توصیه‌ها
recommendation-count = { $count ->
    [one] { $count } توصیه
   *[other] { $count } توصیه
}
recommendation-new = نوشتن توصیه
recommendation-form-hint = بنویسید چه کاری، توسط چه کسی و تا چه زمانی انجام شود. مخاطبان خود گزارش می‌دهند که چه شد.
recommendation-create = ثبت توصیه
recommendation-change = تغییر
recommendation-edit = تغییر توصیه
recommendation-save = ثبت تغییر
recommendation-retract = پس گرفتن
recommendation-retracted-because = دلیل پس گرفتن
recommendation-report = گزارش پیشرفت
recommendation-board = تابلوی همهٔ دوره‌ها
recommendation-board-said = { $count ->
    [one] { $count } توصیه
   *[other] { $count } توصیه
} از { $editions ->
    [one] { $editions } دوره
   *[other] { $editions } دوره
} این مجموعه
recommendation-none = هنوز توصیه‌ای نیست
recommendation-none-how = هماهنگ‌کننده آن‌ها را پس از جلسه، جمع‌بندی یا تحلیل می‌نویسد؛ سپس مخاطبان پیشرفت خود را این‌جا گزارش می‌دهند.
recommendation-none-found = چیزی با این صافی‌ها نمی‌خواند
recommendation-none-found-how = یکی از صافی‌ها را بردارید.
recommendation-what = توصیه
recommendation-standing = وضعیت
recommendation-addressee = مخاطب
recommendation-addressees = مخاطبان
recommendation-due = مهلت
recommendation-overdue = گذشته از مهلت
recommendation-carried = ادامه در
recommendation-the-meeting = جلسه
recommendation-decision = تصمیم { $number } جلسه
recommendation-original = متن اصلی
recommendation-translation = ترجمه
recommendation-facts = بر چه پایه‌ای است
recommendation-written = زمان نوشتن
recommendation-owner = نویسنده
recommendation-told = چه می‌گوید
recommendation-last = تا تاریخ
recommendation-silent = هنوز چیزی گفته نشده
recommendation-history = گزارش‌های پیشرفت
recommendation-edition = دوره
recommendation-part-what = چه کاری انجام شود
recommendation-part-who = توسط چه کسی
recommendation-part-when = تا چه زمانی
recommendation-part-why = از کجا آمده است
recommendation-part-carried = در کجا ادامه دارد
recommendation-source-meeting = جلسه
recommendation-source-debrief = جمع‌بندی دوره
recommendation-source-analysis = تحلیل هماهنگ‌کننده
category-law = قانون
category-forensic = آزمایشگاهی
category-training = آموزش
category-equipment = تجهیزات
category-exchange = تبادل اطلاعات
category-procedure = رویهٔ کار
category-coordination = هماهنگی
priority-high = اولویت بالا
priority-medium = اولویت متوسط
priority-low = اولویت پایین
standing-open = باز
standing-accepted = پذیرفته شده
standing-not-accepted = پذیرفته نشده
standing-in-progress = در حال انجام
standing-done = انجام شده
standing-superseded = جایگزین شده
progress-new = گزارش پیشرفت
progress-form-hint = شما از سوی شرکت‌کنندهٔ خود گزارش می‌دهید. آخرین گزارش معتبر است؛ گزارش‌های پیشین در تاریخچه می‌مانند.
progress-about = توصیه
progress-part-standing = وضعیت شما در برابر آن
progress-part-proof = چه چیزی انجام آن را نشان می‌دهد
progress-reason-hint = اگر پذیرفته نشده، لازم است
progress-send = ارسال گزارش
flash-recommendation-created = توصیه ثبت شد.
flash-recommendation-changed = تغییر ثبت شد.
flash-recommendation-retracted = توصیه پس گرفته شد.
flash-recommendation-stale = در این میان کسی دیگر توصیه را تغییر داده است. آن را ببینید و دوباره انجام دهید.
flash-progress-reported = گزارش ثبت شد.
refused-not-addressed = این توصیه خطاب به شرکت‌کنندهٔ شما نیست؛ هر مخاطب تنها از سوی خود گزارش می‌دهد.
field-recommended = متن
field-recommended-en = متن انگلیسی
field-recommended-ru = متن روسی
field-recommended-fa = متن فارسی
hint-recommended = دست‌کم به یک زبان؛ بقیه را به عنوان ترجمه بیفزایید
field-agreed-in = زبان اصلی
hint-agreed-in = به چه زبانی توافق شده است؛ بقیه ترجمه شمرده می‌شوند
field-category = دسته
field-priority = اولویت
field-everyone = به همهٔ شرکت‌کنندگان عملیات
field-addressees = مخاطبان
field-due-by = مهلت انجام
field-due-was = مهلت گذشته و همین بوده است: بماند
field-review = تاریخ بازبینی
field-came-from = منشأ
field-meeting = جلسه
hint-meeting = جلسه‌ای را که در آن پذیرفته شد برگزینید
field-decision-number = شمارهٔ تصمیم
field-evidence = رکوردهایی که دلیل آن را نشان می‌دهند
hint-evidence = با کلمه جست‌وجو کنید یا شناسه را بچسبانید
field-plan = برنامه
hint-plan = بندی از برنامه که آن را ادامه می‌دهد. اگر خود برنامه توصیه را نام ببرد، نیازی به گزینش نیست
field-standing = وضعیت
field-progress-note = چه انجام شد و گام بعدی چیست
field-standing-day = تا تاریخ
hint-standing-day = خالی یعنی امروز
field-proof = مدرک
field-proof-records = رکوردهایی که آن را نشان می‌دهند
hint-proof-records = با کلمه جست‌وجو کنید یا شناسه را بچسبانید
problem-original-missing = متنی به این زبان نیست. زبانی را که نوشته شده برگزینید، یا متن را بنویسید
problem-addressee-missing = دست‌کم یک مخاطب یا همهٔ شرکت‌کنندگان را برگزینید
problem-addressee-unknown = «{ $text }» در این عملیات کار نمی‌کند. یکی از شرکت‌کنندگان آن را برگزینید
problem-addressee-blind = { $who } نمی‌توانند آن را بخوانند. دایرهٔ خوانندگان را گسترده‌تر کنید یا آنان را گیرنده نام ببرید
problem-recommendation-due-past = { $text } گذشته است: امروز { $today } است. روزی دیرتر بنویسید، خالی بگذارید، یا در پایین بگویید که همین بوده است
problem-clause-without-plan = برنامه‌ای را که این بند در آن است نام ببرید
problem-record-unseen = رکوردی با «{ $text }» که اجازهٔ خواندنش را داشته باشید نیست. شناسه را درست کنید
problem-not-accepted-needs-reason = بگویید چرا پذیرفته نشده است
problem-done-needs-proof = بگویید چه چیزی انجام آن را نشان می‌دهد، یا رکوردی را نام ببرید

## برگه‌ای که رکورد روی آن نوشته می‌شود

sheet-stale-title = کسی زودتر از شما ثبت کرد
sheet-stale = ویرایش { $revision } را { $role } ثبت کرده است ({ $when })؛ ویرایش شما ذخیره نشد. آنچه نوشته‌اید در پایین است. ویرایش تازه را ببینید و دوباره ذخیره کنید: ویرایش شما بعدی خواهد بود.
sheet-see-newer = دیدن ویرایش تازه
sheet-leave = خروج بدون ذخیره
recommendation-is-carried = ادامه‌یافته
recommendation-carried-into = به { $operation } برده شد، بند { $number }
recommendation-carried-into-plan = به { $operation } برده شد
progress-files = پرونده‌هایی که آن را نشان می‌دهند
progress-proof-hint = «انجام شد» گواه می‌خواهد: نوشته، رکورد یا پرونده
