## Choosing records in a form
picker-search = Words or an identifier
picker-find = Find
picker-search-first = Search to find more.
picker-nothing = Nothing that you may read fits. Try other words.
picker-more = There is more. Search to narrow it down.
