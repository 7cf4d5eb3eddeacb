## Messages and bulletins

message-title = Messages
message-threads = Threads
message-threads-count = { $count ->
    [one] { $count } thread
   *[other] { $count } threads
}
message-unread-count = { $count ->
    [one] { $count } message is new to you
   *[other] { $count } messages are new to you
}
message-new = New
message-new-count = { $count } new
message-all = All messages
message-write = Write a message
message-new-bulletin = Issue a bulletin
message-write-title = A message
message-bulletin-title = A bulletin
message-send = Send
message-issue = Issue
message-reply = Reply
message-send-reply = Send the reply
message-read = Mark as read
message-read-all = Mark all as read
message-subject = Subject
message-body = Text
message-from = From
message-kind = Kind
message-count-column = Messages
message-last = Latest
message-participant = Participant
message-noted = Taken note
message-by-kind = Kind
message-by-topic = Topic
message-by-level = Level
message-by-unread = Read
message-unread-yes = With new messages
message-kind-message = Message
message-kind-bulletin = Bulletin
message-topic-general = General
message-topic-alert = Danger
message-topic-law-change = Change of law
message-topic-new-substance = New substance
message-topic-retraction = Retraction
message-level-briefing = Briefing
message-level-advisory = Advisory
message-level-alert = Alert
message-level-urgent = Urgent
message-to-named = To { $names }
message-none = No messages yet
message-none-how = Bulletins of the coordinator and messages of the participants come here, newest first. Write the first one.
message-none-found = No thread fits these filters
message-none-found-how = Remove a filter above to see more.
message-retracted-because = Taken back:
message-acknowledge = Acknowledge
message-acknowledgements = Acknowledgements
message-acknowledged = acknowledged
message-not-yet = not yet
message-acknowledged-count = { $done } of { $of }
message-retract-means = The message leaves every list. Those who have received it still see that it was taken back, and why.

field-subject = Subject
field-topic = Topic
field-pressing = Level
field-acknowledge = Ask each participant to acknowledge it
message-acknowledge-hint = A contact point or an officer acknowledges for its participant. You see who has and who has not.
field-wider = More than the thread may read this reply
message-wider-hint = A reply is read by those who read its thread. Tick this only where it is meant for more.

problem-message-to-nobody = Nobody but your agency could read it. Name a participant, or choose another audience
problem-reply-wider = More participants could read it than its thread. Choose a narrower audience, or tick that it is meant for more

flash-message-sent = The message is sent
flash-message-sent-without-files = The message is sent, but not all of its files were taken. Add them again
flash-message-acknowledged = Acknowledged
flash-message-read = Marked as read
flash-message-retracted = The message is taken back

refused-not-asked-here = Your participant is not asked here
refused-acknowledged = Your participant has acknowledged it already
field-body = Text
