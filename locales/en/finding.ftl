## Findings, saved views, analysis briefs

frame-tab-findings = Findings
frame-tab-briefs = Briefs
finding-title = Findings
finding-back = All findings
finding-add = Write a finding
finding-edit-title = Amend the finding
finding-save = Save the finding
finding-says = The finding
finding-form-about = Say what is known apart from what you conclude. Only agreed findings go into a brief.
finding-count = { $count ->
    [0] No findings to show
    [one] { $count } finding you may see
   *[other] { $count } findings you may see
 }
finding-none = No findings yet
finding-none-how = Analysts write here what the figures and records mean, with confidence and evidence.
finding-facts-hint = What records, figures and laboratories say
finding-assessment-hint = What you conclude from it, and what it means for the operation
finding-evidence-hint = Identifiers or addresses of records, one in a line
finding-confidence-low = Low
finding-confidence-moderate = Moderate
finding-confidence-high = High
finding-confidence-means-low = The information is scant, doubtful or broken; other explanations are as good.
finding-confidence-means-moderate = The information is believable and fits, but is not corroborated enough for more.
finding-confidence-means-high = Good information from several sources agrees; the judgement is sound, though not certain.
finding-status-draft = Draft
finding-status-agreed = Agreed
view-title = Saved views
view-none = No saved views yet
view-none-how = In the workspace, ask a question and save the view. Opening it asks anew.
view-new = Save this view
view-save = Save the view
view-leave = Back to the workspace
view-open = Open in the workspace
view-about = What was kept
view-asks = Question
brief-title = Analysis briefs
brief-back = All briefs
brief-add = Put a brief together
brief-change = Change the brief
brief-save = Save the draft
brief-document = Document to print
brief-introduction = Introduction
brief-issue = Issue the brief
brief-issue-hint = From then on its text stands. Its figures are computed now, as every participant may know them, and each finding is bound by its hash. A finding marked more narrowly is read by those only whom its marking names.
brief-form-about = Choose agreed findings and give each its place. The draft is seen by your agency alone until it is issued.
brief-count = { $count ->
    [0] No briefs to show
    [one] { $count } brief you may see
   *[other] { $count } briefs you may see
 }
brief-none = No briefs yet
brief-none-how = A brief puts agreed findings together for the participants, who answer it finding by finding.
brief-no-findings = Nothing to read here
brief-no-findings-how = Findings that you may read stand here in their order.
brief-no-agreed = No agreed findings yet
brief-no-agreed-how = Write a finding and tick that it is agreed; then it can be chosen here.
brief-place-of = Place of “{ $title }”
brief-issued-at = Issued
brief-hash = Hash of the text (SHA-256)
brief-replies = Replies
brief-of-finding = The finding
brief-again = Compute anew
brief-figure-basis = frozen as every participant may know it
brief-finding-changed = This finding has changed since the brief was issued; the text below is the one that was issued.
brief-finding-retracted = This finding was retracted after the brief was issued. Reason:
brief-status-draft = Draft
brief-status-issued = Issued
reply-add = Reply
reply-send = Send the reply
reply-stance-agree = Agrees
reply-stance-disagree = Disagrees
reply-stance-add = Adds
field-facts = Facts
field-assessment = Assessment
field-alternatives = Alternatives considered
field-views = Saved views it rests on
field-agreed = Agreed among the analysts
field-shared = Share with all participants; else your agency alone
field-introduction = Introduction
field-findings = Findings
field-stance = Your position
problem-brief-finding-superseded = “{ $title }” has a newer revision than the one chosen. Read it, then choose it again and save
problem-brief-finding-draft = “{ $title }” is not agreed. Agree on it first, or leave it out
problem-reply-needs-words = Say in words why you disagree, or what you add
refused-brief-issued = The brief is issued and its text stands. Retract it and put another together
flash-finding-submitted = The finding is kept
flash-finding-amended = The finding is amended
flash-finding-retracted = The finding is retracted
flash-view-saved = The view is saved
flash-view-retracted = The view is retracted
flash-brief-created = The draft is kept
flash-brief-changed = The draft is changed
flash-brief-issued = The brief is issued
flash-brief-retracted = The brief is retracted
flash-brief-replied = The reply is kept
