## جست‌وجو در همه‌چیز

search-title = جست‌وجو
search-words = واژه‌ها، کدها، نام‌ها
search-everywhere = در همهٔ عملیات‌های من
search-every-noun = نمایش همهٔ گونه‌های سابقه
search-count = { $count ->
    [one] { $count } مورد
   *[other] { $count } مورد
}
search-all-of = همهٔ { $count } مورد
search-none = چیزی یافت نشد
search-none-how = واژه‌های کمتر یا دیگری بیازمایید: هر واژه باید در سابقه باشد. آنچه برای شما باز نیست یافت نمی‌شود.
search-nothing-asked = بنویسید دنبال چه هستید
search-nothing-asked-how = واژه‌ها در خط لاتین، سیریلیک و فارسی یکسان یافت می‌شوند؛ در رویدادها، پیام‌ها، برنامه‌ها، قانون‌ها و هر سابقهٔ دیگری که اجازهٔ خواندنش را دارید.

nouns-operation = عملیات‌ها
nouns-incident = رویدادها
nouns-meeting = نشست‌ها
nouns-plan = برنامه‌ها
nouns-annex = پیوست‌ها
nouns-comment = نظرها
nouns-resolution = تصمیم‌ها دربارهٔ نظرها
nouns-acceptance = پذیرش‌ها
nouns-recommendation = توصیه‌ها
nouns-progress = پیشرفت‌ها
nouns-questionnaire = پرسش‌نامه‌ها
nouns-submission = پاسخ‌های پرسش‌نامه
nouns-legal-act = قوانین و مقررات
nouns-control-entry = موارد فهرست‌ها
nouns-determination = تشخیص‌ها
nouns-detection = یافت‌شدن‌ها
nouns-finding = یافته‌ها
nouns-brief = گزارش‌های تحلیلی
nouns-message = پیام‌ها
nouns-information-request = درخواست‌های اطلاعات
nouns-answer = پاسخ‌ها
