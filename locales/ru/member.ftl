## Учётные записи

member-title = Учётные записи
member-about = Кто может войти, в какой роли и от какого ведомства. Без имён людей.
member-list = Учётные записи этого узла
member-none = Учётных записей пока нет
member-none-how = Создайте первую ниже.
member-new = Новая учётная запись
member-add = Создать учётную запись
member-login-hint = От 2 до 40 строчных латинских букв, цифр, точек, дефисов: подразделение, а не человек
member-agency = Ведомство
member-state = Состояние
member-steps = Действия
member-enabled = вход разрешён
member-disabled = вход закрыт
member-disable = Закрыть вход
member-enable = Открыть вход
member-reset = Новый пароль
member-reset-of = Новый пароль для { $login }
member-reset-hint = Все сеансы учётной записи завершатся. Передайте пароль безопасным способом.
flash-member-added = Учётная запись создана.
flash-member-disabled = Вход закрыт, сеансы учётной записи завершены.
flash-member-enabled = Учётная запись снова может входить.
flash-member-reset = Пароль задан.
