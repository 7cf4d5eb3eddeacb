## Фотографии и файлы записи

flash-attachment-added = Файлы добавлены
