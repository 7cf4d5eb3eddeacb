## Comments on a plan and what is decided on them

comment-none = Nobody has commented here yet
comment-none-how = Members of participants comment below, in their own language, while this version is the current one.
comment-new = Comment
comment-text = What should be considered
comment-wording = Proposed wording
comment-wording-hint = How the clause should say it instead
comment-lang = Written in
comment-send = Send the comment
field-wording = Proposed wording
flash-comment-sent = The comment is sent
problem-comment-red = The coordinator could not read this comment. Choose a wider audience
resolution-none = not resolved yet
resolution-accepted = accepted
resolution-partly = partly accepted
resolution-rejected = rejected
resolution-decide = Decide
resolution-again = Decide again
resolution-title = Decide on a comment
resolution-decision = Decision
resolution-reason = Reason
resolution-reason-hint = Needed where the comment is not accepted whole; its writer reads it
resolution-save = Keep the decision
field-decision = Decision
flash-resolution-kept = The decision is kept
problem-resolution-needs-reason = Say why the comment is not taken as it is
field-remark = What should be considered
