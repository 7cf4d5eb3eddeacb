## Nouns of records

noun-operation = Operation
noun-incident = Incident
noun-meeting = Meeting
noun-plan = Plan
noun-annex = Annex
noun-comment = Comment
noun-resolution = Resolution
noun-acceptance = Acceptance
noun-recommendation = Recommendation
noun-progress = Progress
noun-questionnaire = Questionnaire
noun-submission = Submission
noun-legal-act = Legal act
noun-control-entry = Control entry
noun-determination = Determination
noun-detection = Detection
noun-finding = Finding
noun-brief = Analysis brief
noun-view = Saved view
noun-reply = Reply to a brief
noun-message = Message
noun-information-request = Request for information
noun-answer = Answer
