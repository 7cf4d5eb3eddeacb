## آنچه باید روشن شود: یک جمله برای هر کد، و نام فیلدها

problem-at = { $field }: { $sentence }
problem-field-numbered = { $field } ({ $number })
problem-incomplete = بخشی از اطلاعات هنوز وارد نشده است
problem-required = هنوز چیزی وارد نشده است
problem-quantity-ambiguous = «{ $text }» می‌تواند { $a } یا { $b } باشد. مقدار مورد نظر را بنویسید
problem-date-unreadable = «{ $text }» تاریخ نیست. آن را به شکل 1400/07/23، 15.10.2021 یا 2021-10-15 بنویسید
problem-date-impossible = روز «{ $text }» وجود ندارد
problem-date-two-digit-year = سال را در «{ $text }» چهاررقمی بنویسید
problem-date-ambiguous = «{ $text }» می‌تواند { $a } یا { $b } باشد. تاریخ مورد نظر را بنویسید
problem-time-unreadable = «{ $text }» ساعت نیست. آن را به شکل 13:52 بنویسید

field-record = رکورد
field-quantity = مقدار
