## Управление

node-title = Этот узел
node-way = Путь к странице
node-name = Название
node-id = Идентификатор
node-data = Данные
node-demonstration = вымышленные, для демонстрации
node-real = участников
node-version = Версия
node-time = Время
