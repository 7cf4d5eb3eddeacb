## Photos and files of a record

flash-attachment-added = The files are added
