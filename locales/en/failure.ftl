## When something cannot be done

failure-home = To the operations
failure-number = Tell the administrator this number: { $number }
failure-broken-text = The text cannot be read
failure-broken-text-hint = It is not in UTF-8. Go back, type it again and send it.
failure-truncated = Not everything has arrived
failure-truncated-hint = The connection may have broken. Go back: what you typed is still in the form. Send it again.
failure-no-key = A key is needed
failure-no-key-hint = Send the key as Authorization: Bearer. A contact point makes keys under Administration.
failure-other-site = The request came from another site
failure-other-site-hint = Nothing was changed. Open the page on this node and send the form from there.
failure-refused = This is not open to you
failure-refused-hint = Nothing was changed. The page “Who may do what” says who may.
failure-scope = The key may not do this
failure-scope-hint = Make a key with the permission that this address asks for.
failure-not-found = Not found
failure-not-found-hint = There is nothing at this address, or nothing that you may read. Check the address, or start from the operations.
failure-wrong-method = This address is not used that way
failure-wrong-method-hint = Open the page and use the form on it.
failure-stale = Someone else has changed it meanwhile
failure-stale-hint = Nothing was overwritten. Look at the newer revision, then make your change again.
failure-too-large = This is too large
failure-too-large-hint = Nothing was saved. Send smaller files, or several one after another.
failure-wrong-media = This kind of content is not read here
failure-wrong-media-hint = Use the form on the page; the API reads JSON.
failure-invalid = There is something to check
failure-invalid-hint = Nothing was saved. Go back: what you typed is still in the form.
failure-no-revision = The revision is missing
failure-no-revision-hint = Say in If-Match from which revision the change is made.
failure-too-busy = Too many requests at once
failure-too-busy-hint = Wait a moment and try again.
failure-broken = Something broke on our side
failure-broken-hint = What you sent may not have been saved. Check whether it is there before you send it again.
failure-too-slow = This took too long
failure-too-slow-hint = The node is busy. Wait a minute and try again; narrow the dates of a long report.

## Why a step is refused

refused-role = Your role does not allow this.
refused-stage = The operation's stage does not allow it now.
refused-operation-closed = The operation is closed; nothing changes any more.
refused-second-person = A second person is needed: another coordinator has to second what you asked for.
refused-closing-not-asked = Nobody has asked for the closing yet, or the request was withdrawn.
refused-stage-is-open = The stage is open already.
refused-stage-is-closed = The stage is not open.
refused-stage-not-planned = The stage is not in the plan.
refused-own-account = You cannot shut out your own account; another administrator can.
refused-already-confirmed = The incident is confirmed already.
refused-retracted = The incident is retracted; it stays as it is.
refused-archive-by-node = Archives are imported on the command line of the node.
refused-node-only = This is done on the command line of the node.
refused-demo-not-empty = Only a new node becomes a demonstration; this one holds operations.
