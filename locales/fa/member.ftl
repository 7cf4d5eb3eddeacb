## حساب‌ها

member-title = حساب‌ها
member-about = چه کسی با چه نقشی و از کدام نهاد وارد می‌شود. بدون نام اشخاص.
member-list = حساب‌های این گره
member-none = هنوز حسابی نیست
member-none-how = نخستین را در زیر بسازید.
member-new = حساب تازه
member-add = ساختن حساب
member-login-hint = ۲ تا ۴۰ حرف کوچک لاتین، رقم، نقطه یا خط تیره: یک دفتر، نه یک شخص
member-agency = نهاد
member-state = وضعیت
member-steps = کارها
member-enabled = اجازهٔ ورود دارد
member-disabled = ورود بسته
member-disable = بستن ورود
member-enable = باز کردن ورود
member-reset = گذرواژهٔ تازه
member-reset-of = گذرواژهٔ تازه برای { $login }
member-reset-hint = همهٔ نشست‌های حساب پایان می‌یابد. گذرواژه را از راهی امن برسانید.
flash-member-added = حساب ساخته شد.
flash-member-disabled = ورود حساب بسته شد و نشست‌هایش پایان یافت.
flash-member-enabled = حساب دوباره اجازهٔ ورود دارد.
flash-member-reset = گذرواژهٔ تازه تعیین شد.
