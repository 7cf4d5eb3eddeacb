## عکس‌ها و پرونده‌های رکورد

flash-attachment-added = پرونده‌ها افزوده شد
