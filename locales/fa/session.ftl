## ورود

session-product = Reflex: عملیات منطقه‌ای مبارزه با مواد مخدر
session-no-account = حساب‌ها را مدیر این گره می‌سازد.
session-invitations = حساب‌های نمایشی
session-invitations-hint = این گره تنها داده‌های ساختگی دارد. هر نقشی را امتحان کنید.
session-role = نقش
session-login = نام ورود
session-password = گذرواژه
session-try = امتحان
session-as = ورود با { $login }

## حساب خود

session-held = جاهایی که وارد شده‌اید
session-held-hint = آنچه را نمی‌شناسید پایان دهید، سپس گذرواژه را تغییر دهید.
session-since = ورود
session-seen = آخرین استفاده
session-end = پایان
session-end-of = پایان دادن به نشست { $time }
session-this = همین نشست
session-change-password = تغییر گذرواژه
session-old = گذرواژهٔ کنونی
session-new = گذرواژهٔ تازه
session-password-hint = دست‌کم ۱۲ نویسه؛ چند واژه آسان‌تر به یاد می‌ماند
session-language = زبان صفحه‌ها
field-old = گذرواژهٔ کنونی
field-new = گذرواژهٔ تازه
flash-password-changed = گذرواژه تغییر کرد. با گذرواژهٔ تازه دوباره وارد شوید.
flash-session-ended = نشست پایان یافت.
flash-signed-out = از حساب خارج شدید. پیش‌نویس‌های این دستگاه حذف شدند.
flash-language-changed = زبان تغییر کرد.
