## Ведомства

agency-title = Ведомства
agency-about = Ведомства, через которые действуют участники, с дежурным подразделением каждого.
agency-list = Ведомства этого узла
agency-none = Ведомств пока нет
agency-none-how = Сначала добавьте участников, затем их ведомства ниже.
agency-new = Добавить ведомство
agency-change = Изменить ведомство
agency-kind = Вид
agency-contact = Контактный пункт
agency-contact-hint = Подразделение с дежурной линией, а не человек
agency-kind-drug-police = антинаркотическая служба, полиция
agency-kind-customs = таможня
agency-kind-border = пограничная служба
agency-kind-forensic-laboratory = экспертная лаборатория
agency-kind-health = орган здравоохранения
agency-kind-centre = координационный центр
agency-kind-other = другая служба
flash-agency-saved = Ведомство сохранено.
