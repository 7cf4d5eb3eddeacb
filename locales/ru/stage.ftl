## План и этапы

stage-plan = Этапы
stage-facts = Операция
stage-name = Этап
stage-planned = По плану:
stage-planned-from = Начало по плану
stage-planned-to = Окончание по плану
stage-opened = Открыт
stage-closed = Завершён
stage-reopened = Открыт заново. Причина:
stage-open = Открыть: { $stage }
stage-close = Завершить: { $stage }
stage-reopen = Открыть заново: { $stage }
stage-reopen-reason = Почему открывается заново
stage-lets = Пока этап открыт, можно
stage-read-only = только читать
stage-none = Этапы не запланированы
stage-none-how = Измените план, чтобы задать календарь операции.
stage-closing = Закрытие операции
stage-closing-how = Закрытие окончательно, и для него нужны два координатора: один запрашивает, другой подтверждает. Записи остаются доступны для чтения.
stage-closing-waits = Вы запросили закрытие. Его должен подтвердить другой координатор.
stage-closing-asked = Другой координатор просит закрыть операцию. После этого ничего нельзя сообщить или изменить.
stage-closing-ask = Запросить закрытие
stage-closing-second = Закрыть операцию
stage-closing-withdraw = Отозвать запрос
stage-history = История
stage-revision = Редакция { $number }: { $role }, { $door }
flash-stage-opened = Этап открыт.
flash-stage-closed = Этап завершён.

## Что позволяют этапы

work-plan = Изменять план
work-report = Сообщать об инцидентах
work-report-late = Сообщать с опозданием, в пределах срока
work-amend = Изменять, подтверждать, отзывать
work-contribute = Комментировать, соглашаться, отвечать, обмениваться
work-follow = Следить за рекомендациями
