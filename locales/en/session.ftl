## Signing in

session-product = Reflex: regional drug operations
session-no-account = Accounts are made by the administrator of this node.
session-invitations = Accounts of the demonstration
session-invitations-hint = This node holds invented data only. Try any role.
session-role = Role
session-login = Sign-in name
session-password = Password
session-try = Try
session-as = Sign in as { $login }

## One's own account

session-held = Where you are signed in
session-held-hint = End what you do not recognise, then change your password.
session-since = Signed in
session-seen = Last used
session-end = End
session-end-of = End the session of { $time }
session-this = this one
session-change-password = Change password
session-old = Current password
session-new = New password
session-password-hint = 12 characters or more; several words are easy to remember
session-language = Language of the pages
field-old = Current password
field-new = New password
flash-password-changed = The password is changed. Sign in again with the new one.
flash-session-ended = The session is ended.
flash-signed-out = You are signed out. Drafts on this device are deleted.
flash-language-changed = The language is changed.
