## نهادها

agency-title = نهادها
agency-about = نهادهایی که شرکت‌کنندگان از راه آن‌ها کار می‌کنند، هر یک با دفتر پاسخگو.
agency-list = نهادهای این گره
agency-none = هنوز نهادی نیست
agency-none-how = نخست شرکت‌کنندگان و سپس نهادهایشان را در زیر اضافه کنید.
agency-new = افزودن نهاد
agency-change = تغییر نهاد
agency-kind = نوع
agency-contact = دفتر رابط
agency-contact-hint = دفتری با خط کشیک، نه یک شخص
agency-kind-drug-police = پلیس مبارزه با مواد مخدر
agency-kind-customs = گمرک
agency-kind-border = مرزبانی
agency-kind-forensic-laboratory = آزمایشگاه جنایی
agency-kind-health = نهاد بهداشتی
agency-kind-centre = مرکز هماهنگی
agency-kind-other = نهاد دیگر
flash-agency-saved = نهاد ذخیره شد.
