## Национальные приложения

annex-title = Национальные приложения
annex-who-reads = Приложение читают только участник, который его написал, и координатор.
annex-new = Написать приложение
annex-form-title = Национальное приложение
annex-name = Название
annex-text = Текст
annex-change = Изменить
annex-save = Сохранить приложение
flash-annex-kept = Приложение сохранено
annex-text-hint = Должности и числа, без имён
