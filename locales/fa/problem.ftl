## آنچه باید روشن شود: یک جمله برای هر کد، و نام فیلدها

problem-incomplete = بخشی از اطلاعات هنوز وارد نشده است
problem-required = { $field }: هنوز چیزی وارد نشده است
problem-quantity-ambiguous = { $field }: «{ $text }» می‌تواند { $a } یا { $b } باشد. مقدار مورد نظر را بنویسید
problem-date-unreadable = { $field }: «{ $text }» تاریخ نیست. آن را به شکل 1400/07/23، 15.10.2021 یا 2021-10-15 بنویسید
problem-date-impossible = { $field }: روز «{ $text }» وجود ندارد
problem-date-two-digit-year = { $field }: سال را در «{ $text }» چهاررقمی بنویسید
problem-date-ambiguous = { $field }: «{ $text }» می‌تواند { $a } یا { $b } باشد. تاریخ مورد نظر را بنویسید
problem-time-unreadable = { $field }: «{ $text }» ساعت نیست. آن را به شکل 13:52 بنویسید

field-record = رکورد
field-quantity = مقدار
