## دفتر ثبت

audit-title = دفتر ثبت
audit-about = چه کسی چه کاری را، کی و از کدام راه انجام داد. ثبت‌ها زنجیروار به هم بسته‌اند: هر تغییری زنجیر را می‌شکند.
audit-none = دفتر خالی است
audit-none-how = هر تغییر اینجا ثبت می‌شود.
audit-sequence = شماره
audit-at = زمان
audit-verb = چه کاری
audit-who = چه کسی
audit-door = راه
audit-record = رکورد · ویرایش
audit-detail = شمارش‌ها
audit-node = خود گره
audit-verify = بررسی زنجیر
audit-holds = { $count ->
    [one] زنجیر درست است: { $count } ثبت بررسی شد
   *[other] زنجیر درست است: { $count } ثبت بررسی شد
}
audit-changed = زنجیر شکسته است: ثبت { $number } پس از نوشتن تغییر کرده است
audit-missing = زنجیر شکسته است: ثبت { $number } نیست
audit-reordered = زنجیر شکسته است: ثبت { $number } دنبالهٔ ثبت پیشین نیست
audit-content = زنجیر شکسته است: آنچه ثبت { $number } از { $record } نگه داشت تغییر کرده یا از میان رفته است
audit-content-unbound = زنجیر شکسته است: ویرایشی از { $record } تغییر کرده یا هیچ ثبتی آن را نگه نداشته است
audit-content-records = رکوردهایش
audit-head = آخرین درهم‌ساز (هش):
