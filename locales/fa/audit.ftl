## دفتر رویدادنگاری

audit-title = دفتر ثبت
audit-about = چه کسی چه کاری را کی و از کدام راه کرد. ثبت‌ها زنجیر شده‌اند: هر تغییری زنجیر را می‌گسلد.
audit-none = دفتر خالی است
audit-none-how = هر نوشتنی اینجا ثبتی به جا می‌گذارد.
audit-sequence = شماره
audit-at = کی
audit-verb = چه
audit-who = چه کسی
audit-door = راه
audit-record = رکورد · ویرایش
audit-detail = شمارش‌ها
audit-node = خود گره
audit-verify = وارسی زنجیر
audit-holds = { $count ->
    [one] زنجیر درست است: { $count } ثبت وارسی شد
   *[other] زنجیر درست است: { $count } ثبت وارسی شد
}
audit-changed = زنجیر گسسته است: ثبت { $number } پس از نوشتن تغییر کرده است
audit-missing = زنجیر گسسته است: ثبت { $number } نیست
audit-reordered = زنجیر گسسته است: ثبت { $number } دنبالهٔ ثبت پیشین نیست
audit-head = آخرین درهم‌سازی:
