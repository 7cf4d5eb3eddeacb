## پیوست‌های ملی

annex-title = پیوست‌های ملی
annex-who-reads = پیوست را فقط شرکت‌کننده‌ای که آن را نوشته و هماهنگ‌کننده می‌خوانند.
annex-new = نوشتن پیوست
annex-form-title = پیوست ملی
annex-name = عنوان
annex-text = متن
annex-change = تغییر
annex-save = ثبت پیوست
flash-annex-kept = پیوست ثبت شد
annex-text-hint = سمت و عدد بنویسید، نه نام اشخاص
