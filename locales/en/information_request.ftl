## Requests for information, and answers

request-title = Requests for information
request-list = Requests
request-all = All requests
request-count = { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
request-to-answer-count = { $count ->
    [one] { $count } waits for your answer
   *[other] { $count } wait for your answer
}
request-overdue-count = { $count } overdue
request-ask = Ask for information
request-new-title = A request for information
request-new-hint = Those asked and the coordinator see it, and nobody else, unless you choose otherwise.
request-send = Send the request
request-show = Show
request-shown-to-answer = To be answered by us
request-shown-asked = Asked by us
request-shown-overdue = Overdue
request-by-type = Question about
request-due = Due
request-overdue = overdue
request-standing = Answers
request-waits-for-us = waits for us
request-we-answered = answered by us
request-closed-of = { $closed } of { $asked }
request-none = No requests yet
request-none-how = What participants ask one another comes here, with its due time and its answers. Ask the first question.
request-none-found = No request fits these filters
request-question = Question
request-question-hint = No names, documents or phone numbers: refer to incidents by their identifiers.
request-about = About this request
request-as-typed = as typed:
request-asked-at = Asked
request-answer = Answer
request-answer-title = Answer for your participant
request-give = Send the answer
request-took = Time to answer
request-after = after { $time }
request-days-hours = { $days } d { $hours } h
request-hours-minutes = { $hours } h { $minutes } min
request-withdraw = Withdraw
request-withdraw-means = Nothing waits for it any more. Those asked still see that it was withdrawn, and why.
request-withdrawn-because = Withdrawn:
request-ground-hint = Needed where you refuse: the law or rule that does not let you answer.
request-share-hint = Otherwise whoever asked and the coordinator read it.
request-zone-hint = How far the clock is from UTC, such as +05:00. Blank is UTC.
request-use-hint = For example: analysis only; police work; evidence after a separate request.
request-also-hint = For example: Interpol, CENcomm, IONICS, liaison officer.

question-type-substance = A substance
question-type-consignment = A consignment
question-type-route = A route
question-type-method = A method
question-type-legal = The law
question-type-laboratory = Laboratory
question-type-other = Something else

urgency-routine = Routine
urgency-urgent = Urgent
urgency-immediate = Immediate

answer-kind-partial = Partial
answer-kind-final = Final
answer-kind-nil = Nothing known
answer-kind-refused = Refused
answer-kind-acknowledged = Acknowledged
answer-kind-hint-partial = More is to follow.
answer-kind-hint-final = All there is to say.
answer-kind-hint-nil = You looked, and have nothing on it.
answer-kind-hint-refused = With the ground below.

field-asked = Asked
field-question-type = Question about
field-urgency = Urgency
field-due-day = Answer needed by
field-due-time = Time
field-due-zone = Difference from UTC
field-permitted-use = Permitted use
field-also-through = Also asked through
field-ground = Ground of the refusal
field-share = The others asked may read it too

problem-request-to-oneself = Your own participant cannot be asked. Choose others
problem-request-due-past = { $text } has passed. Write a time to come
problem-zone-unreadable = “{ $text }” is not a difference from UTC. Write it as +05:00
problem-refusal-needs-ground = Say on what ground you refuse

flash-request-sent = The request is sent
flash-request-sent-without-files = The request is sent, but not all of its files were taken. Add them again
flash-answer-sent = The answer is sent
flash-answer-sent-without-files = The answer is sent, but not all of its files were taken. Add them again
flash-request-withdrawn = The request is withdrawn
flash-answer-retracted = The answer is taken back
