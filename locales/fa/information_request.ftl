## درخواست‌های اطلاعات و پاسخ‌ها

request-title = درخواست‌های اطلاعات
request-list = درخواست‌ها
request-all = همهٔ درخواست‌ها
request-count = { $count ->
    [one] { $count } درخواست
   *[other] { $count } درخواست
}
request-to-answer-count = { $count ->
    [one] { $count } درخواست در انتظار پاسخ شما
   *[other] { $count } درخواست در انتظار پاسخ شما
}
request-overdue-count = { $count } درخواست از مهلت گذشته
request-ask = درخواست اطلاعات
request-new-title = درخواست اطلاعات
request-new-hint = تنها کسانی که از آن‌ها پرسیده شده و هماهنگ‌کننده آن را می‌بینند، مگر آنکه جز این برگزینید.
request-send = فرستادن درخواست
request-show = نمایش
request-shown-to-answer = در انتظار پاسخ ما
request-shown-asked = پرسش‌های ما
request-shown-overdue = از مهلت گذشته
request-by-type = پرسش دربارهٔ
request-due = مهلت
request-overdue = از مهلت گذشته
request-standing = پاسخ‌ها
request-waits-for-us = در انتظار ما
request-we-answered = پاسخ داده‌ایم
request-closed-of = { $closed } از { $asked }
request-none = هنوز درخواستی نیست
request-none-how = آنچه شرکت‌کنندگان از یکدیگر می‌پرسند با مهلت و پاسخ‌هایش اینجا می‌آید. نخستین پرسش را بپرسید.
request-none-found = هیچ درخواستی با این شرط‌ها نیست
request-question = پرسش
request-question-hint = بدون نام، مدرک یا شمارهٔ تلفن: به رویدادها با شناسه‌شان اشاره کنید.
request-about = دربارهٔ این درخواست
request-as-typed = چنان‌که نوشته شده:
request-asked-at = پرسیده شد
request-answer = پاسخ
request-answer-title = پاسخ از سوی شرکت‌کنندهٔ شما
request-give = فرستادن پاسخ
request-took = زمان تا پاسخ
request-after = پس از { $time }
request-days-hours = { $days } روز و { $hours } ساعت
request-hours-minutes = { $hours } ساعت و { $minutes } دقیقه
request-withdraw = پس گرفتن درخواست
request-withdraw-means = دیگر کسی در انتظار آن نیست. کسانی که از آن‌ها پرسیده شده می‌بینند که پس گرفته شده و چرا.
request-withdrawn-because = پس گرفته شد:
request-ground-hint = هنگام خودداری لازم است: قانون یا قاعده‌ای که اجازهٔ پاسخ نمی‌دهد.
request-share-hint = وگرنه تنها پرسنده و هماهنگ‌کننده آن را می‌خوانند.
request-zone-hint = اختلاف ساعت با UTC، مانند +05:00. خالی یعنی UTC.
request-use-hint = برای نمونه: تنها برای تحلیل؛ کار پلیسی؛ به‌عنوان مدرک پس از درخواست جداگانه.
request-also-hint = برای نمونه: اینترپل، CENcomm، IONICS، افسر رابط.

question-type-substance = ماده
question-type-consignment = محموله
question-type-route = مسیر
question-type-method = شیوه
question-type-legal = قانون
question-type-laboratory = آزمایشگاه
question-type-other = چیز دیگر

urgency-routine = عادی
urgency-urgent = فوری
urgency-immediate = آنی

answer-kind-partial = بخشی
answer-kind-final = نهایی
answer-kind-nil = اطلاعی نیست
answer-kind-refused = خودداری
answer-kind-acknowledged = اعلام آگاهی
answer-kind-hint-partial = بقیه در پی می‌آید.
answer-kind-hint-final = همهٔ آنچه هست.
answer-kind-hint-nil = جست‌وجو کردید و چیزی نیست.
answer-kind-hint-refused = با ذکر دلیل در زیر.

field-asked = پرسیده از
field-question-type = پرسش دربارهٔ
field-urgency = فوریت
field-due-day = پاسخ تا
field-due-time = ساعت
field-due-zone = اختلاف با UTC
field-permitted-use = کاربرد مجاز
field-also-through = پرسیده‌شده از راه دیگر
field-ground = دلیل خودداری
field-share = دیگر پرسیده‌شدگان هم بخوانند

problem-request-to-oneself = از شرکت‌کنندهٔ خودتان نمی‌توان پرسید. دیگران را برگزینید
problem-request-due-past = { $text } گذشته است. زمانی در آینده بنویسید
problem-zone-unreadable = «{ $text }» اختلاف با UTC نیست. مانند +05:00 بنویسید
problem-refusal-needs-ground = دلیل خودداری را بنویسید

flash-request-sent = درخواست فرستاده شد
flash-request-sent-without-files = درخواست فرستاده شد، ولی همهٔ پرونده‌ها پذیرفته نشد. دوباره بیفزایید
flash-answer-sent = پاسخ فرستاده شد
flash-answer-sent-without-files = پاسخ فرستاده شد، ولی همهٔ پرونده‌ها پذیرفته نشد. دوباره بیفزایید
flash-request-withdrawn = درخواست پس گرفته شد
flash-answer-retracted = پاسخ بازپس گرفته شد
