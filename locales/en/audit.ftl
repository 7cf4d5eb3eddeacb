## The log

audit-title = Log
audit-about = Who did what, when and through which door. Entries are chained: a change anywhere breaks the chain.
audit-none = The log is empty
audit-none-how = Every write leaves an entry here.
audit-sequence = Number
audit-at = When
audit-verb = What
audit-who = Who
audit-door = Door
audit-record = Record · revision
audit-detail = Counts
audit-node = the node itself
audit-verify = Verify the chain
audit-holds = { $count ->
    [one] The chain holds: { $count } entry followed
   *[other] The chain holds: { $count } entries followed
}
audit-changed = The chain is broken: entry { $number } was changed after it was written
audit-missing = The chain is broken: entry { $number } is missing
audit-reordered = The chain is broken: entry { $number } does not follow the one before it
audit-content = The chain is broken: what entry { $number } kept of { $record } was changed or is gone
audit-content-unbound = The chain is broken: a revision of { $record } was changed, or no entry kept it
audit-content-records = its records
audit-head = Last hash:
