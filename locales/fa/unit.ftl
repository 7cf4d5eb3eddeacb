## یکاها، سهم‌ها و زمان

unit-percent = { $value }٪
unit-kg = کیلوگرم
unit-g = گرم
unit-mg = میلی‌گرم
unit-ug = میکروگرم
unit-l = لیتر
unit-ml = میلی‌لیتر
unit-unit = عدد
unit-tablet = قرص
unit-capsule = کپسول
unit-blot = برگهٔ آغشته
unit-ampoule = آمپول
unit-plant = بوته
unit-other = دیگر
unit-kg-equivalent = معادل کیلوگرم
unit-named = { $value } { $unit }
unit-ago-now = همین اکنون
unit-ago-minutes = { $count } دقیقه پیش
unit-ago-hours = { $count } ساعت پیش
