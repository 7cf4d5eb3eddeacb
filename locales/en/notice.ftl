## Notices

notice-title = Notices
notice-about = What waits for your participant, and what happened to what it wrote
notice-waiting = Waiting
notice-news = News
notice-see-all = Mark all as seen
notice-by-mail = Hear of it by mail
notice-due = due { $time }
notice-none-waits = Nothing waits for you
notice-none-waits-how = Bulletins to acknowledge, requests to answer and reminders come here until they are done.
notice-none-new = No news
notice-none-new-how = Messages to your participant, replies in its threads and answers to its requests come here.
notice-kind-acknowledge = To acknowledge
notice-kind-answer = To answer
notice-kind-reminder = Reminder
notice-kind-message = Message to you
notice-kind-reply = Reply in your thread
notice-kind-answered = Answer to your request
notice-digest = Digest by mail
notice-digest-hint = How much waits and until when, with a link; never what it says. The address is kept with your account and shown to nobody. Leave the rhythm at none to get no mail.
notice-digest-off = This node sends no mail. What you choose here holds as soon as it does.
notice-rhythm-none = None
rhythm-hourly = Within the hour
rhythm-daily = Once a day
rhythm-weekly = Once a week
notice-failed = Digests that could not be sent
notice-failed-hint = The address stays with the account. A digest is never sent twice: where it is not certain that one arrived, the next one tells of everything.
notice-failed-state = Standing
notice-failed-since = Since
notice-failed-next = Next
digest-state-failing = tried { $attempts } times, will be tried again
digest-state-given-up = given up; the next one at its time
digest-state-unsure = not certain whether it arrived
field-mail = Address
field-rhythm = Rhythm
problem-mail-address = “{ $text }” is not an address of electronic mail. Write it as duty@example.org
flash-notices-seen = All marked as seen
flash-digest-kept = Saved
digest-subject = { $count ->
    [one] Reflex: { $count } waits for you
   *[other] Reflex: { $count } wait for you
}
digest-hello = This is how things stand for you:
digest-line = { $what }: { $count } ({ $noun })
digest-line-due = { $what }: { $count } ({ $noun }), first due { $time } UTC
digest-where = Read it after signing in: { $address }
digest-foot = You asked for this digest on your account page, and can end it there.
