## شرکت‌کنندگان

participant-title = شرکت‌کنندگان
participant-about = کشورها و سازمان‌هایی که می‌توانند در عملیات این گره شرکت کنند.
participant-list = شناخته‌شده برای این گره
participant-none = هنوز شرکت‌کننده‌ای نیست
participant-none-how = نخستین را در زیر اضافه کنید؛ کشور نام‌هایش را از فهرست مرجع می‌گیرد.
participant-new = افزودن شرکت‌کننده
participant-change = تغییر شرکت‌کننده
participant-code-hint = ۲ تا ۱۶ حرف بزرگ لاتین، رقم یا خط تیره؛ برای کشور کد ISO آن: KZ
participant-country = کشور
participant-country-hint = اگر کشور است، کد ISO آن؛ برای سازمان خالی بماند
participant-names-hint = برای کشور خالی بگذارید تا نام‌های فهرست مرجع به کار رود.
flash-participant-saved = شرکت‌کننده ذخیره شد.

## نقش شرکت‌کننده در عملیات

participation-role-coordinator = هماهنگ‌کننده
participation-role-participant = شرکت‌کننده
participation-role-observer = ناظر
participation-role-supporter = پشتیبان
participation-role-guest = مهمان
