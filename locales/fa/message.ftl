## پیام‌ها و اطلاعیه‌ها

message-title = پیام‌ها
message-threads = گفت‌وگوها
message-threads-count = { $count ->
    [one] { $count } گفت‌وگو
   *[other] { $count } گفت‌وگو
}
message-unread-count = { $count ->
    [one] { $count } پیام خوانده نشده است
   *[other] { $count } پیام خوانده نشده است
}
message-new = تازه
message-new-count = { $count } تازه
message-all = همهٔ پیام‌ها
message-write = نوشتن پیام
message-new-bulletin = صدور اطلاعیه
message-write-title = پیام
message-bulletin-title = اطلاعیه
message-send = فرستادن
message-issue = صدور
message-reply = پاسخ
message-send-reply = فرستادن پاسخ
message-read = خوانده شد
message-read-all = همه خوانده شد
message-subject = موضوع
message-body = متن
message-from = فرستنده
message-kind = نوع
message-count-column = پیام‌ها
message-last = آخرین
message-participant = شرکت‌کننده
message-noted = اعلام آگاهی
message-by-kind = نوع
message-by-topic = زمینه
message-by-level = سطح
message-by-unread = خوانده‌شدن
message-unread-yes = دارای پیام تازه
message-kind-message = پیام
message-kind-bulletin = اطلاعیه
message-topic-general = عمومی
message-topic-alert = خطر
message-topic-law-change = تغییر قانون
message-topic-new-substance = مادهٔ تازه
message-topic-retraction = بازپس‌گیری
message-level-briefing = برای آگاهی
message-level-advisory = توصیه
message-level-alert = هشدار
message-level-urgent = فوری
message-to-named = به { $names }
message-none = هنوز پیامی نیست
message-none-how = اطلاعیه‌های هماهنگ‌کننده و پیام‌های شرکت‌کنندگان اینجا می‌آید، تازه‌ترین در آغاز. نخستین را بنویسید.
message-none-found = هیچ گفت‌وگویی با این شرط‌ها نیست
message-none-found-how = برای دیدن بیشتر، یکی از شرط‌های بالا را بردارید.
message-retracted-because = بازپس گرفته شد:
message-acknowledge = اعلام آگاهی
message-acknowledgements = اعلام‌های آگاهی
message-acknowledged = اعلام شد
message-not-yet = هنوز نه
message-acknowledged-count = { $done } از { $of }
message-retract-means = پیام از همهٔ فهرست‌ها بیرون می‌رود. کسانی که آن را گرفته‌اند همچنان می‌بینند که بازپس گرفته شده و چرا.

field-subject = موضوع
field-topic = زمینه
field-pressing = سطح
field-acknowledge = از هر شرکت‌کننده اعلام آگاهی بخواه
message-acknowledge-hint = دفتر رابط یا افسر از سوی شرکت‌کننده اعلام آگاهی می‌کند. شما می‌بینید چه کسی اعلام کرده و چه کسی نه.
field-wider = این پاسخ برای کسانی بیش از گفت‌وگو است
message-wider-hint = پاسخ را همان کسانی می‌خوانند که گفت‌وگو را می‌خوانند. تنها اگر برای دیگران هم هست علامت بزنید.

problem-message-to-nobody = جز نهاد شما کسی آن را نمی‌خواند. شرکت‌کننده‌ای را نام ببرید یا مخاطبان دیگری برگزینید
problem-reply-wider = شرکت‌کنندگان بیشتری از گفت‌وگو آن را می‌خوانند. مخاطبان را کمتر کنید یا علامت بزنید که همین خواسته شده است

flash-message-sent = پیام فرستاده شد
flash-message-sent-without-files = پیام فرستاده شد، ولی همهٔ پرونده‌ها پذیرفته نشد. دوباره بیفزایید
flash-message-acknowledged = آگاهی اعلام شد
flash-message-read = خوانده‌شده به شمار آمد
flash-message-retracted = پیام بازپس گرفته شد

refused-not-asked-here = این از شرکت‌کنندهٔ شما خواسته نشده است
refused-acknowledged = شرکت‌کنندهٔ شما پیش‌تر اعلام آگاهی کرده است
field-body = متن
