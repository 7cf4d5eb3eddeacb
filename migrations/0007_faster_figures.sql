-- Two indexes that let figures and shares be read without visiting the rows themselves.

-- With the day in it, a period of days is added up from the index alone.
DROP INDEX incident_line_article;
CREATE INDEX incident_line_article ON incident_line
    (operation, article, held, access, country, region, counts, state, amount, first, first_substance, first_group, day, number);

-- The last change of each owner is the last entry of its part of this index.
CREATE INDEX incident_access ON incident (operation, access, changed);
