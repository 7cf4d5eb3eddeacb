## Вход

session-product = Reflex: региональные антинаркотические операции
session-no-account = Учётные записи создаёт администратор этого узла.
session-invitations = Учётные записи демонстрации
session-invitations-hint = На этом узле только вымышленные данные. Попробуйте любую роль.
session-role = Роль
session-login = Имя для входа
session-password = Пароль
session-try = Попробовать
session-as = Войти как { $login }

## Своя учётная запись

session-held = Где выполнен вход
session-held-hint = Завершите то, чего не узнаёте, затем смените пароль.
session-since = Вход выполнен
session-seen = Последнее обращение
session-end = Завершить
session-end-of = Завершить сеанс от { $time }
session-this = этот
session-change-password = Сменить пароль
session-old = Текущий пароль
session-new = Новый пароль
session-password-hint = Не менее 12 знаков; несколько слов легко запомнить
session-language = Язык страниц
field-old = Текущий пароль
field-new = Новый пароль
flash-password-changed = Пароль изменён. Войдите снова с новым.
flash-session-ended = Сеанс завершён.
flash-signed-out = Вы вышли. Черновики на этом устройстве удалены.
flash-language-changed = Язык изменён.
