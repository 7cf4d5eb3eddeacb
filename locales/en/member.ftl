## Accounts

member-title = Accounts
member-about = Who may come in, as what, and of which agency. No names of persons.
member-list = Accounts of this node
member-none = No accounts yet
member-none-how = Make the first one below.
member-new = New account
member-add = Make account
member-login-hint = 2 to 40 Latin lower-case letters, digits, dots, hyphens: an office, not a person
member-agency = Agency
member-state = State
member-steps = Steps
member-enabled = may sign in
member-disabled = shut out
member-disable = Shut out
member-enable = Let in again
member-reset = New password
member-reset-of = New password for { $login }
member-reset-hint = Every session of the account ends. Hand the password over by a safe way.
flash-member-added = The account is made.
flash-member-disabled = The account is shut out and its sessions are ended.
flash-member-enabled = The account may sign in again.
flash-member-reset = The password is set.
