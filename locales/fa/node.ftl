## مدیریت

node-title = این گره
node-way = مسیر صفحه
node-name = نام
node-id = شناسه
node-data = داده‌ها
node-demonstration = ساختگی، برای نمایش
node-real = از شرکت‌کنندگان
node-version = نسخه
node-time = زمان
