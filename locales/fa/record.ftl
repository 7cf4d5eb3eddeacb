## Nouns of records

noun-operation = عملیات
noun-incident = رویداد
noun-meeting = نشست
noun-plan = برنامه
noun-annex = پیوست
noun-comment = نظر
noun-resolution = تصمیم دربارهٔ نظر
noun-acceptance = پذیرش
noun-recommendation = توصیه
noun-progress = پیشرفت
noun-questionnaire = پرسش‌نامه
noun-submission = پاسخ‌نامه
noun-legal-act = سند قانونی
noun-control-entry = مدخل فهرست
noun-determination = نظر کارشناسی
noun-detection = شناسایی ماده
noun-finding = یافته
noun-brief = گزارش تحلیلی
noun-view = نمای ذخیره‌شده
noun-reply = پاسخ به گزارش تحلیلی
noun-message = پیام
noun-information-request = درخواست اطلاعات
noun-answer = پاسخ
