## Questionnaires

frame-tab-questionnaires = پرسش‌نامه‌ها
questionnaire-list = پرسش‌نامه‌ها
questionnaire-count = { $count ->
    [0] هیچ پرسش‌نامه‌ای نیست
    [one] { $count } پرسش‌نامه
   *[other] { $count } پرسش‌نامه
}
questionnaire-none = هنوز پرسش‌نامه‌ای نیست
questionnaire-none-how = هماهنگ‌کننده پرسش‌نامه استاندارد را آغاز می‌کند یا پرسش‌نامه خود را می‌نویسد. پس از ارسال در اینجا دیده می‌شود.
questionnaire-start-standard = آغاز پرسش‌نامه استاندارد
questionnaire-own-one = پرسش‌نامه‌ای از خودتان
questionnaire-own-one-how = با پرسش‌نامه‌ای خالی آغاز کنید و بخش‌ها و پرسش‌ها را بیفزایید. پیش از ارسال هیچ کس دیگری آن را نمی‌بیند.
questionnaire-start-blank = آغاز پرسش‌نامه خالی
questionnaire-status-draft = در حال نوشتن
questionnaire-status-open = باز
questionnaire-status-closed = بسته
questionnaire-days-late = { $count ->
    [one] { $count } روز گذشته از مهلت
   *[other] { $count } روز گذشته از مهلت
}
questionnaire-due = مهلت
questionnaire-percent = { $percent }٪ کامل
questionnaire-own = پاسخ‌های شما { $percent }٪ کامل است و هنوز منتشر نشده
questionnaire-own-released = پاسخ‌های خود را منتشر کرده‌اید
questionnaire-submissions = { $count ->
    [0] چیزی که بتوانید ببینید منتشر نشده است
    [one] { $count } شرکت‌کننده پاسخ‌ها را منتشر کرده است
   *[other] { $count } شرکت‌کننده پاسخ‌ها را منتشر کرده‌اند
}
questionnaire-reminded-you = هماهنگ‌کننده انتشار پاسخ‌هایتان را یادآوری می‌کند.
questionnaire-edit = تغییر پرسش‌نامه
questionnaire-answer = پاسخ دادن
questionnaire-release = انتشار پاسخ‌ها
questionnaire-send = ارسال
questionnaire-send-again = مهلتی دیگر
questionnaire-send-how = از آن پس شرکت‌کنندگان پرسش‌نامه را می‌بینند و پاسخ می‌دهند. مهلت، آخرین روز انتشار پاسخ‌هاست.
questionnaire-send-out = ارسال
questionnaire-send-day = تعیین مهلت
questionnaire-who = چه کسانی منتشر کرده‌اند
questionnaire-missing = { $count ->
    [0] همه منتشر کرده‌اند
    [one] { $count } شرکت‌کننده منتشر نکرده است
   *[other] { $count } شرکت‌کننده منتشر نکرده‌اند
}
questionnaire-remind = یادآوری به کسانی که منتشر نکرده‌اند
questionnaire-close = پایان دریافت پاسخ
questionnaire-own-answers = پاسخ‌های شما
questionnaire-own-private = تا پیش از انتشار تنها شرکت‌کننده شما آن‌ها را می‌بیند
questionnaire-left = پاسخ‌هایی که دیگر پرسشی ندارند
questionnaire-left-how = پرسش‌نامه پس از این پاسخ‌ها تغییر کرده است. پاسخ‌ها نگه داشته می‌شوند و شرکت‌کننده شما آن‌ها را می‌بیند؛ هر جا پرسش به‌گونه‌ای دیگر است، دوباره پاسخ دهید.
questionnaire-not-asked = دیگر پرسیده نمی‌شود
questionnaire-asked-differently = اکنون به‌گونه‌ای دیگر پرسیده می‌شود
questionnaire-submissions-title = پاسخ‌های منتشرشده
questionnaire-none-released = هنوز چیزی منتشر نشده است
questionnaire-none-released-how = هنگامی که دفتر رابط یک شرکت‌کننده پاسخ‌ها را منتشر کند، اینجا دیده می‌شوند.
questionnaire-no-questions = هنوز پرسشی نیست
questionnaire-no-questions-how = برای افزودن بخش و پرسش، پرسش‌نامه را تغییر دهید.
questionnaire-questions = پرسش‌ها
questionnaire-version = نسخه پرسش‌ها
questionnaire-state = وضعیت
questionnaire-complete = کامل بودن
questionnaire-reminded = یادآوری
questionnaire-released = منتشرشده، ویرایش { $revision }
questionnaire-older-version = پاسخ به نسخه پیشین
questionnaire-not-released = هنوز منتشر نشده
questionnaire-section = بخش
questionnaire-sections = بخش‌ها
questionnaire-required-answered = الزامی
questionnaire-answered = پاسخ‌داده
questionnaire-of = { $part } از { $whole }
questionnaire-required = الزامی
questionnaire-asked-when = پرسیده می‌شود اگر
questionnaire-nothing = چیزی برای گزارش نیست
questionnaire-rows = سطرها
questionnaire-row = سطر { $number }

## Answering

questionnaire-back = پرسش‌نامه
questionnaire-save = ذخیره
questionnaire-save-next = ذخیره و بخش بعد
questionnaire-hidden = { $count ->
    [one] { $count } پرسش دیگر به پاسخ‌های بالا بستگی دارد. برای دیدن آن ذخیره کنید.
   *[other] { $count } پرسش دیگر به پاسخ‌های بالا بستگی دارد. برای دیدن آن‌ها ذخیره کنید.
}
questionnaire-base = ویرایش
questionnaire-conflict = در این میان همکاری به این پرسش پاسخ داده است
questionnaire-conflict-how = پاسخ شما در خانه مانده و هنوز ذخیره نشده است. «ذخیره» آن را به جای پاسخ همکار می‌گذارد.
questionnaire-theirs = پاسخ همکار
questionnaire-mine = پاسخ شما
questionnaire-taken-back = بدون پاسخ
questionnaire-keep-theirs = پاسخ همکار بماند
questionnaire-none-to-report = چیزی برای گزارش نیست
questionnaire-add-row = افزودن سطر
questionnaire-remove-row = برداشتن سطر
questionnaire-remove-row-number = برداشتن سطر { $number }
question-kind-text = متن
question-kind-number = عدد
question-kind-choice = یکی از چند گزینه
question-kind-choices = هر چند گزینه
question-kind-date = تاریخ
question-kind-table = جدول

## Releasing

release-how = از این پس هماهنگ‌کننده و شرکت‌کنندگان پاسخ‌ها را می‌خوانند. بعداً می‌توانید دوباره منتشر کنید؛ هر انتشار نگه داشته می‌شود.
release-missing = الزامی و بی‌پاسخ
release-missing-how = با این همه می‌توانید منتشر کنید: میزان کامل بودن پاسخ‌ها همراهشان نشان داده می‌شود.
release-left-how = این پاسخ‌ها به پرسش‌های پیشین تعلق دارند و منتشر نمی‌شوند.
release-checked = بررسی کردم: در این متن‌ها نامی از اشخاص نیست
release-note = یادداشتی همراه پاسخ‌ها
release-marking = چه کسانی می‌توانند بخوانند:
release-now = انتشار از سوی { $participant }
release-again = انتشار دوباره از سوی { $participant }
submission-released = منتشرشده
submission-revision = ویرایش { $number }: { $role }
submission-history = تاریخچه
submission-become = ثبت‌شده از این پاسخ‌ها
submission-become-how = سطرهای جدول‌ها به سوابقی جداگانه تبدیل شده‌اند که منشأ آن‌ها همین پاسخ‌هاست.

## Fields

field-due = مهلت
field-title = عنوان
field-title-en = عنوان به انگلیسی
field-title-ru = عنوان به روسی
field-title-fa = عنوان به فارسی
field-checked = داده‌های شخصی
field-key = کلید
field-required = الزامی
field-condition = پرسیده می‌شود اگر
field-choices = گزینه‌ها
field-columns = ستون‌ها
field-columns-kind = نوع خانه‌ها
field-label = پرسش
field-label-en = پرسش به انگلیسی
field-label-ru = پرسش به روسی
field-label-fa = پرسش به فارسی
field-help-en = راهنما به انگلیسی
field-help-ru = راهنما به روسی
field-help-fa = راهنما به فارسی
field-introduction-en = مقدمه به انگلیسی
field-introduction-ru = مقدمه به روسی
field-introduction-fa = مقدمه به فارسی
field-columns-label-en = سرستون به انگلیسی
field-columns-label-ru = سرستون به روسی
field-columns-label-fa = سرستون به فارسی
field-sections = بخش‌ها
hint-due = روزی از امروز به بعد، مانند 2021-08-31، 31.08.2021 یا 1400/06/09

## Problems

problem-question-key = «{ $text }» کلید نیست. حروف کوچک لاتین، رقم و خط تیره به کار ببرید؛ نخستین نویسه حرف باشد
problem-question-key-twice = «{ $text }» پیش‌تر به کار رفته است. کلید دیگری برگزینید
problem-column-kind = ستون نمی‌تواند از این نوع باشد. متن، عدد، یک یا هر چند گزینه، یا تاریخ را برگزینید
problem-columns-missing = جدول دست‌کم یک ستون می‌خواهد
problem-choices-missing = دست‌کم یک گزینه نام ببرید
problem-choice-line = «{ $text }» گزینه نیست. در یک سطر بنویسید: کد | انگلیسی | روسی | فارسی؛ کد از حروف لاتین، رقم و خط تیره است
problem-condition-unreadable = «{ $text }» شرط نیست. برای نمونه بنویسید: key = value یا key includes value، با and و or میانشان
problem-condition-question = «{ $key }» کلید پرسشی نیست که پیش از این آمده باشد
problem-condition-value = «{ $value }» میان گزینه‌های «{ $key }» نیست
problem-due-past = { $text } گذشته است. امروز یا روزی دیرتر را برگزینید
problem-questions-missing = پرسش‌نامه هنوز پرسشی ندارد. پیش از ارسال پرسش بیفزایید
problem-none-with-rows = سطرهایی هست. آن‌ها را بردارید یا علامت را پاک کنید
problem-question-gone = «{ $key }» دیگر پرسیده نمی‌شود؛ پرسش‌نامه تغییر کرده است. نوشته بودید: { $text }
problem-release-empty = هنوز پاسخی نیست. پیش از انتشار دست‌کم به یک پرسش پاسخ دهید
problem-release-changed = پس از نمایش این صفحه همکاری پاسخ‌ها را تغییر داده است. آن‌ها را در زیر دوباره بخوانید و سپس منتشر کنید
problem-release-personal = برخی متن‌ها به نام همراه با شماره مدرک، تلفن یا حساب یا به نشانی می‌مانند. آن‌ها را ببینید و اصلاح کنید، یا تأیید کنید که نامی از اشخاص در آن‌ها نیست
problem-release-red = پاسخ‌ها دست‌کم برای هماهنگ‌کننده است. دامنه گسترده‌تری برگزینید

## What was done

flash-questionnaire-added = پرسش‌نامه آغاز شد. آن را مرور کنید و سپس بفرستید.
flash-questionnaire-changed = پرسش‌نامه تغییر کرد.
flash-questionnaire-sent = پرسش‌نامه ارسال شد.
flash-questionnaire-closed = پرسش‌نامه دیگر پاسخ نمی‌گیرد.
flash-questionnaire-reminded = به کسانی که منتشر نکرده‌اند یادآوری شد.
flash-questionnaire-nobody-missing = همه منتشر کرده‌اند؛ یادآوری لازم نیست.
flash-questionnaire-stale = کس دیگری پرسش‌نامه را تغییر داده است. آن را ببینید و کار را تکرار کنید.
flash-answers-saved = پاسخ‌ها ذخیره شد.
flash-answers-released = پاسخ‌ها منتشر شد.
refused-not-questioned = این پرسش‌نامه از شرکت‌کنندگان عملیات می‌پرسد؛ شرکت‌کننده شما از آن‌ها نیست.
refused-questionnaire-not-open = پرسش‌نامه اکنون پاسخ نمی‌گیرد.

## The builder

questionnaire-up = بالاتر
questionnaire-down = پایین‌تر
questionnaire-remove = برداشتن
questionnaire-add-question = افزودن پرسش
questionnaire-new-section = بخش تازه
questionnaire-new-question = پرسش تازه
questionnaire-column = ستون { $number }
questionnaire-add-column = افزودن ستون
questionnaire-for-choices = برای انتخاب: گزینه‌ها
questionnaire-for-tables = برای جدول: ستون‌ها
questionnaire-edit-open = پرسش‌نامه ارسال شده است. اگر پرسش‌ها پس از پاسخ کسی تغییر کنند نسخه تازه‌ای می‌شوند؛ پاسخ پرسش‌هایی که کلید و نوعشان همان است سر جای خود می‌ماند و بقیه نگه داشته و به نویسندگانشان نشان داده می‌شود.
questionnaire-edit-stale = در این میان کس دیگری پرسش‌نامه را تغییر داده است. آنچه نوشتید هنوز اینجاست؛ پرسش‌نامه را در پنجره‌ای دیگر ببینید و سپس ذخیره کنید.
questionnaire-question-how = کلید در همه نسخه‌ها و دوره‌ها با پرسش می‌ماند؛ پاسخ‌ها با آن یافته می‌شوند.
field-sections-title-en = بخش به انگلیسی
field-sections-title-ru = بخش به روسی
field-sections-title-fa = بخش به فارسی
field-sections-help-en = درباره آن به انگلیسی
field-sections-help-ru = درباره آن به روسی
field-sections-help-fa = درباره آن به فارسی
hint-choices = هر کدام در یک سطر: کد | انگلیسی | روسی | فارسی
hint-condition = برای نمونه: had-seizures = yes and routes includes sea

## Offline

workbook-title = پاسخ بدون اتصال
workbook-how = پرسش‌نامه را به‌صورت کارپوشه دریافت کنید، بدون اتصال پر کنید و اینجا بفرستید. پاسخ‌هایی که دیگران در این میان نوشته‌اند بازنویسی نمی‌شود.
workbook-download = دریافت کارپوشه
workbook-file = کارپوشه پرشده (XLSX)
workbook-upload = دریافت پاسخ‌ها
workbook-kept = { $count ->
    [0] هیچ پاسخی تغییر نکرد
    [one] { $count } پاسخ دریافت شد
   *[other] { $count } پاسخ دریافت شد
}
workbook-problems = دریافت نشد
workbook-problems-how = این‌ها را در کارپوشه اصلاح کنید و دوباره بفرستید، یا در صفحه‌ها بنویسید.
workbook-conflicts = در این میان همکاری پاسخ داده است
workbook-conflicts-how = پاسخ همکار برجاست. برای گذاشتن پاسخ خود به جای آن، پرسش را باز کنید.
workbook-mine = در کارپوشه
workbook-place = برگه «{ $sheet }»، سطر { $row }
questionnaire-question = پرسش
questionnaire-your-answer = پاسخ
questionnaire-how = چگونه پاسخ دهید
questionnaire-many = چند گزینه، با ; از هم جدا
questionnaire-none-cell = چیزی برای گزارش نیست؟ در خانه کناری x بنویسید
problem-workbook-unreadable = این پرونده کارپوشه‌ای خواندنی نیست. آن را با قالب XLSX ذخیره کنید و دوباره بفرستید
problem-workbook-too-large = کارپوشه بیش از { $limit } خانه دارد یا از ۸ مگابایت بزرگ‌تر است. آنچه بخشی از پرسش‌نامه نیست بردارید
problem-workbook-foreign = این کارپوشه یک پرسش‌نامه نیست. آن را از اینجا دریافت کنید، پر کنید و همان پرونده را بفرستید
problem-workbook-other = این کارپوشه از پرسش‌نامه دیگری است. کارپوشه این پرسش‌نامه را دریافت کنید
problem-sheet-unknown = این برگه بخشی از پرسش‌نامه نیست یا سطر نخست و پنهان آن برداشته شده است. پاسخ‌ها را در برگه‌های دریافت‌شده رونویسی کنید
problem-row-unknown = «{ $text }» کنار هیچ پرسشی نیست. آن را در سطر پرسشش بنویسید
problem-cell-formula = اینجا فرمولی هست که شاید مقدارش کهنه باشد. مقدار را به جای آن بگذارید
problem-cell-error = این خانه خطا نشان می‌دهد. آن را اصلاح کنید

## XLSForm

xlsform-import = از یک XLSForm
xlsform-how = فرمی با برگه‌های survey و choices و settings: text، integer، decimal، date، file، image، select_one، select_multiple، گروه‌ها به‌صورت بخش و تکرارها به‌صورت جدول.
xlsform-file = فرم (XLSX)
xlsform-take = آغاز با این فرم
xlsform-export = دریافت به‌صورت XLSForm
problem-xlsform-sheet = برگه «{ $name }» نیست. هر XLSForm آن را دارد
problem-xlsform-column = ستون «{ $name }» نیست
problem-xlsform-type = «{ $text }» پشتیبانی نمی‌شود. آن را بردارید یا text، integer، decimal، date، file، image، select_one، select_multiple، گروه یا تکرار به کار ببرید
problem-xlsform-relevant = «{ $text }» پشتیبانی نمی‌شود. مقایسه با مقدار، selected()، and و or را بیرون از تکرارها به کار ببرید
problem-xlsform-list = فهرست «{ $text }» در برگه choices نیست
problem-xlsform-nesting = «{ $text }» در جای نادرستی آغاز یا پایان می‌یابد. گروه‌ها کنار هم و تکرارها درون آن‌ها می‌آیند
field-none = چیزی برای گزارش نیست
field-section = بخش
field-had = پاسخی که دیده شد

## File answers, what changed, earlier releases

question-kind-file = پرونده‌ها
questionnaire-files-most = { $count ->
    [one] حداکثر { $count } پرونده، تا ۲۰ مگابایت. آنچه دوربین یا نرم‌افزار درباره افراد و مکان‌ها می‌افزاید برداشته می‌شود
   *[other] حداکثر { $count } پرونده، هر کدام تا ۲۰ مگابایت. آنچه دوربین یا نرم‌افزار درباره افراد و مکان‌ها می‌افزاید برداشته می‌شود
}
questionnaire-file-drop-name = برداشتن { $name }
questionnaire-look = تغییریافته پس از پاسخ‌های شما
questionnaire-look-how = پرسش‌نامه تغییر کرده است. این پرسش‌ها تازه‌اند یا هنگام پاسخ به‌گونه‌ای دیگر پرسیده شده بودند؛ همه پاسخ‌ها نگه داشته شده است. هر کدام را باز کنید و اصلاح کنید، یا علامت بزنید که پاسخ پابرجاست.
questionnaire-look-again = دوباره ببینید، این پرسش تغییر کرده است:
questionnaire-asked-before = پیش‌تر پرسیده شده بود:
questionnaire-holds = دیدم: پاسخ پابرجاست
questionnaire-changed-new = تازه
questionnaire-changed-kind = پاسخی از نوع دیگر می‌خواهد
questionnaire-changed-wording = با عبارتی دیگر
questionnaire-changed-choices = گزینه‌های دیگر
questionnaire-changed-columns = ستون‌های دیگر
questionnaire-changed-required = الزامی بودن آن تغییر کرده است
questionnaire-release-older = آنچه منتشر کرده‌اید پاسخ نسخه پیشین پرسش‌نامه است. تغییرها را ببینید و سپس دوباره منتشر کنید.
release-gone = سوابقی که با این انتشار کنار می‌روند
release-gone-how = سطرهای آن‌ها پیش‌تر منتشر شده بود و دیگر میان پاسخ‌ها نیست. سوابق پس گرفته می‌شوند و در تاریخچه می‌مانند.
release-gone-upon = دیگران بر پایه این سابقه کار کرده‌اند
release-gone-what = با آن چه شود
release-gone-retract = با این همه پس گرفته شود
release-gone-keep = بدون سطرش پابرجا بماند
release-gone-reason = چرا سطرها پس گرفته می‌شوند
submission-revision-title = انتشار { $number }
submission-released-by = منتشرکننده
submission-current = آنچه اکنون برجاست
submission-earlier = این انتشاری پیشین است. آنچه اکنون برجاست شاید چیز دیگری بگوید.
submission-since = تغییرها از آن زمان
submission-since-none = از آن زمان چیزی تغییر نکرده است.
submission-then = آن زمان
submission-now = اکنون
workbook-cell = برگه «{ $sheet }»، { $cell }
workbook-older = این کارپوشه برای نسخه { $version } پرسش‌هاست و اکنون نسخه دیگری پرسیده می‌شود. آنچه هنوز جا دارد دریافت شد؛ برای پرسش‌های دیگر کارپوشه را دوباره دریافت کنید.
workbook-file-how = پرونده‌ها در صفحه پرسش افزوده می‌شوند، نه اینجا
problem-condition-ahead = «{ $key }» پس از این پرسش می‌آید یا منتظر آن است. آن را پیش از این پرسش بگذارید
problem-release-built-upon = دیگران بر پایه «{ $text }» کار کرده‌اند. در زیر بگویید پس گرفته شود یا بماند
problem-workbook-marks = خانه‌ای پنهان که جای پاسخ‌ها را می‌گوید تغییر کرده است. کارپوشه را دوباره دریافت کنید و پاسخ‌ها را در آن رونویسی کنید
problem-workbook-file = پرونده‌ها در صفحه پرسش افزوده می‌شوند، نه در کارپوشه. نوشته بودید: { $text }
problem-answer-twice = به «{ $key }» دو بار با متن‌های متفاوت پاسخ داده شده است. یکی را نگه دارید
problem-cell-merged = این خانه‌ها ادغام شده‌اند و روشن نیست کدام منظور است. جدایشان کنید و هر پاسخ را در خانه خودش بنویسید
problem-column-unknown = «{ $text }» زیر هیچ ستونی از جدول نیست. آن را زیر ستونی بنویسید
problem-column-gone = ستون «{ $key }» دیگر پرسیده نمی‌شود؛ آنچه در آن است دریافت نشد ({ $count } خانه). پاسخ‌های پیشین آن نگه داشته شده است
