## چارچوب همهٔ صفحه‌ها

frame-skip = رفتن به محتوا
frame-demonstration = داده‌های نمایشی
frame-rooms = بخش‌ها
frame-room-overview = نمای کلی
frame-room-incidents = رویدادها
frame-room-report = گزارش
frame-room-catalogue = فهرست مواد
frame-room-administration = مدیریت
frame-waits = در انتظار
frame-waiting = { $count ->
    [one] { $count } مورد در انتظار من
   *[other] { $count } مورد در انتظار من
}
frame-language = زبان
frame-account = حساب کاربری
frame-theme = ظاهر
frame-theme-system = مطابق دستگاه
frame-theme-light = روشن
frame-theme-dark = تیره
frame-sign-in = ورود
frame-sign-out = خروج
frame-stage-planning = برنامه‌ریزی
frame-stage-background = پیشینه
frame-stage-analysis = تحلیل
frame-stage-active = مرحلهٔ فعال
frame-stage-reporting = گزارش‌دهی
frame-stage-closed = پایان‌یافته
frame-stage-day = { $stage }، روز { $day }
frame-stage-day-of = { $stage }، روز { $day } از { $of }

role-administrator = مدیر سامانه
role-coordinator = هماهنگ‌کننده
role-contact-point = رابط ملی
role-officer = مأمور
role-chemist = کارشناس شیمی
role-analyst = تحلیلگر
role-observer = ناظر
role-supporter = پشتیبان

## فرم‌ها

form-problems = { $count ->
    [one] یک مورد باید روشن شود
   *[other] { $count } مورد باید روشن شود
}
form-optional = اختیاری
form-choose = انتخاب کنید
form-error = ایراد
form-file-none = هنوز پرونده‌ای انتخاب نشده است
form-draft-kept = پیش‌نویس { $age } روی همین دستگاه نگه داشته شد
form-draft-restored = آنچه پیش‌تر نوشته شده بود بازگردانده شد
form-draft-discard = دور انداختن پیش‌نویس
form-draft-offline = ارتباط قطع است، خودکار فرستاده می‌شود
form-step = گام { $step } از { $of }

## فهرست‌ها و جدول‌ها

list-previous = قبلی
list-next = بعدی
list-pages = صفحه‌های فهرست
list-search = جستجو
list-filter = پالایش
list-clear = برداشتن همهٔ پالایه‌ها
list-remove-filter = برداشتن پالایهٔ { $name }
list-scroll = جدول، به پهلو جابه‌جا می‌شود
list-columns = ستون‌ها
list-export = برون‌برد
list-any = همه

## ارقام، نمودارها و نقشه‌ها

chart-empty = هنوز چیزی برای نمایش نیست: برای این گزینش رقمی ثبت نشده است
chart-confirmed = تأییدشده
chart-provisional = موقت
chart-provisional-share = { $share } موقت
chart-no-data = بدون داده
chart-other = { $count ->
    [one] دیگر، { $count } گروه
   *[other] دیگر، { $count } گروه
}
chart-inputs = ورودی‌ها
chart-by-day-desc = از { $from } تا { $to }: در مجموع { $total }، بیشترین در { $day } ({ $most })
chart-bars-desc = بلندترین میله: { $name }، { $value }
chart-flow-desc = بزرگ‌ترین جریان: { $from } به { $to }، { $value }
chart-flow-origin = مبدأ
chart-flow-transit = گذر
chart-flow-destination = مقصد
chart-stages = مرحله‌های عملیات
chart-stage-now = اکنون
chart-stage-done = انجام‌شده
chart-stage-next = در پیش
chart-as-of = تا { $time }
map-note = مرزها و نام‌ها به معنای تأیید آن‌ها نیست. خط‌های مورد اختلاف بریده‌اند.
map-desc = { $count ->
    [0] هیچ منطقه‌ای رقمی ندارد
    [one] { $count } منطقه رقم دارد؛ بیشترین: { $name }، { $value }
   *[other] { $count } منطقه رقم دارند؛ بیشترین: { $name }، { $value }
}
map-value = { $name }: { $value }
map-without = { $name }: بدون داده
map-from = { $from } و بیشتر
map-below = کمتر از { $to }
map-between = { $from } تا { $to }

## صفحه‌های زنده

live-new = تازه: { $count }. به‌روز کردن ارقام
live-lost = ارتباط قطع شد. ارقام تا { $time }
live-back = ارتباط برقرار شد

## نشان‌ها

tlp-red = TLP:RED
tlp-amber-strict = TLP:AMBER+STRICT
tlp-amber = TLP:AMBER
tlp-green = TLP:GREEN
tlp-clear = TLP:CLEAR
