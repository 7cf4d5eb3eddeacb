## چارچوب همهٔ صفحه‌ها

frame-skip = رفتن به محتوا
frame-demonstration = داده‌های نمایشی
frame-rooms = بخش‌ها
frame-room-overview = نمای کلی
frame-room-plan = برنامه
frame-room-background = پیشینه
frame-room-analysis = تحلیل
frame-room-exchange = تبادل
frame-tabs = در این بخش
frame-tab-messages = پیام‌ها
frame-tab-requests = درخواست‌های اطلاعات
frame-tab-stages = مراحل
frame-room-incidents = رویدادها
frame-room-report = گزارش
frame-room-catalogue = فهرست مرجع
frame-room-administration = مدیریت
frame-waits = در انتظار
frame-waiting = { $count ->
    [one] { $count } مورد در انتظار من
   *[other] { $count } مورد در انتظار من
}
frame-search = جست‌وجو
frame-search-here = جست‌وجو در این عملیات
frame-notices = آگاه‌سازی‌ها
frame-notices-new = { $count } تازه
frame-language = زبان
frame-account = حساب کاربری
frame-theme = ظاهر
frame-theme-system = مطابق دستگاه
frame-theme-light = روشن
frame-theme-dark = تیره
frame-sign-in = ورود
frame-sign-out = خروج
frame-stage-planning = برنامه‌ریزی
frame-stage-background = گردآوری پیشینه
frame-stage-analysis = تحلیل
frame-stage-active = مرحلهٔ فعال
frame-stage-reporting = گزارش‌دهی
frame-stage-closed = بسته‌شده
frame-stage-day = { $stage }، روز { $day }
frame-stage-day-of = { $stage }، روز { $day } از { $of }

role-administrator = مدیر سامانه
role-coordinator = هماهنگ‌کننده
role-contact-point = دفتر رابط
role-officer = مأمور
role-chemist = کارشناس شیمی
role-analyst = تحلیلگر
role-observer = ناظر
role-supporter = پشتیبان

## فرم‌ها

form-problems = { $count ->
    [one] یک مورد باید بررسی شود
   *[other] { $count } مورد باید بررسی شود
}
form-optional = اختیاری
form-choose = انتخاب کنید
form-error = ایراد
form-file-none = هنوز فایلی انتخاب نشده است
form-draft-kept = پیش‌نویس { $age } روی همین دستگاه ذخیره شد
form-draft-restored = آنچه پیش‌تر نوشته شده بود بازگردانده شد
form-draft-discard = حذف پیش‌نویس
form-draft-offline = ارتباط قطع است، خودکار فرستاده می‌شود
form-step = گام { $step } از { $of }

## فهرست‌ها و جدول‌ها

list-previous = قبلی
list-next = بعدی
list-pages = صفحه‌های فهرست
list-search = جستجو
list-filter = فیلتر
list-clear = برداشتن همهٔ فیلترها
list-remove-filter = برداشتن فیلتر { $name }
list-scroll = جدول، به چپ و راست حرکت می‌کند
list-columns = ستون‌ها
list-export = خروجی
list-any = همه

## ارقام، نمودارها و نقشه‌ها

chart-empty = هنوز چیزی برای نمایش نیست: برای این انتخاب رقمی نیست
chart-confirmed = تأییدشده
chart-provisional = مقدماتی
chart-provisional-share = { $share } مقدماتی
chart-no-data = بدون داده
chart-other = دیگر ({ $count })
chart-inputs = ورودی‌ها
chart-by-day-desc = از { $from } تا { $to }: در مجموع { $total }، بیشترین در { $day } ({ $most })
chart-bars-desc = بلندترین میله: { $name }، { $value }
chart-flow-desc = بزرگ‌ترین جریان: { $from } به { $to }، { $value }
chart-flow-origin = مبدأ
chart-flow-transit = ترانزیت
chart-flow-destination = مقصد
chart-stages = مراحل عملیات
chart-stage-now = اکنون
chart-stage-done = انجام‌شده
chart-stage-next = در پیش
chart-as-of = تا { $time }
map-note = مرزها و نام‌ها به معنای تأیید آن‌ها نیست. خط‌های مورد اختلاف به صورت خط‌چین است.
map-desc = { $count ->
    [0] هیچ منطقه‌ای رقمی ندارد
    [one] { $count } منطقه رقم دارد؛ بیشترین: { $name }، { $value }
   *[other] { $count } منطقه رقم دارند؛ بیشترین: { $name }، { $value }
}
map-closer = نگاه نزدیک‌تر به یک کشور
map-whole = همهٔ کشورها
map-beyond = { $count ->
    [one] { $count } منطقه با { $value } بیرون از این نما است: { $names }
   *[other] { $count } منطقه با { $value } در مجموع بیرون از این نما هستند: { $names }
 }
map-value = { $name }: { $value }
map-without = { $name }: بدون داده
map-from = { $from } و بیشتر
map-below = کمتر از { $to }
map-between = { $from } تا { $to }

## صفحه‌های زنده

live-new = تازه یا تغییرکرده: { $count }. به‌روز کردن صفحه
live-swapped = تازه یا تغییرکرده: { $count }. صفحه به‌روز شد
live-lost = ارتباط قطع شد. صفحه وضع ساعت { $time } را نشان می‌دهد
live-back = ارتباط برقرار شد

## برچسب‌ها

tlp-red = TLP:RED
tlp-amber-strict = TLP:AMBER+STRICT
tlp-amber = TLP:AMBER
tlp-green = TLP:GREEN
tlp-clear = TLP:CLEAR
