## عکس‌ها و فایل‌های رکورد

flash-attachment-added = فایل‌ها اضافه شد
