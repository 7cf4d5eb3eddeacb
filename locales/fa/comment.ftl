## نظرها دربارهٔ برنامه و تصمیم دربارهٔ آنها

comment-none = هنوز کسی اینجا نظری نداده است
comment-none-how = تا وقتی این نسخه کنونی است، اعضای شرکت‌کنندگان در پایین به زبان خود نظر می‌دهند.
comment-new = نظر
comment-text = چه چیزی باید در نظر گرفته شود
comment-wording = عبارت پیشنهادی
comment-wording-hint = بند به جای آن چگونه باید بگوید
comment-lang = زبان نوشته
comment-send = فرستادن نظر
field-wording = عبارت پیشنهادی
flash-comment-sent = نظر فرستاده شد
problem-comment-red = هماهنگ‌کننده نمی‌توانست این نظر را بخواند. مخاطب گسترده‌تری برگزینید
resolution-none = هنوز بررسی نشده
resolution-accepted = پذیرفته
resolution-partly = تا اندازه‌ای پذیرفته
resolution-rejected = رد شده
resolution-decide = تصمیم‌گیری
resolution-again = تغییر تصمیم
resolution-title = تصمیم دربارهٔ یک نظر
resolution-decision = تصمیم
resolution-reason = دلیل
resolution-reason-hint = اگر نظر به طور کامل پذیرفته نشود لازم است؛ نویسنده آن را می‌خواند
resolution-save = ثبت تصمیم
field-decision = تصمیم
flash-resolution-kept = تصمیم ثبت شد
problem-resolution-needs-reason = بگویید چرا نظر همان‌گونه که هست پذیرفته نمی‌شود
field-remark = چه چیزی باید در نظر گرفته شود
