## The API described

api-title = Programming interface
api-lead = The same verbs as the pages, for an agency’s software. A key is made under Administration and sent as Authorization: Bearer.
api-document = The same as OpenAPI 3.1
api-addresses = Addresses
api-shapes = Shapes of bodies
api-problems = What can go wrong
api-problems-about = The type of a problem document leads here; single fields are told apart by the code in problems.
api-open = No key needed.
api-scope = Permission of the key:
api-body = body:
api-name = Name
api-where = Where
api-type = Type
api-meaning = Meaning
