## Search over everything

search-title = Search
search-words = Words, codes, names
search-everywhere = In all my operations
search-every-noun = Show every kind of record
search-count = { $count ->
    [one] { $count } found
   *[other] { $count } found
}
search-all-of = All { $count }
search-none = Nothing found
search-none-how = Try fewer or other words: every word has to stand in the record. What is not open to you is not found.
search-nothing-asked = Write what you look for
search-nothing-asked-how = Words are found in Latin, Cyrillic and Persian script alike, in incidents, messages, plans, laws and every other record you may read.

nouns-operation = Operations
nouns-incident = Incidents
nouns-meeting = Meetings
nouns-plan = Plans
nouns-annex = Annexes
nouns-comment = Comments
nouns-resolution = Resolutions
nouns-acceptance = Acceptances
nouns-recommendation = Recommendations
nouns-progress = Progress
nouns-questionnaire = Questionnaires
nouns-submission = Submissions
nouns-legal-act = Legal acts
nouns-control-entry = Control entries
nouns-determination = Determinations
nouns-detection = Detections
nouns-finding = Findings
nouns-brief = Analysis briefs
nouns-message = Messages
nouns-information-request = Requests for information
nouns-answer = Answers
