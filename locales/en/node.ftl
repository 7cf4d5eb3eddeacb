## Administration

node-title = This node
node-way = The way here
node-name = Name
node-id = Identifier
node-data = Data
node-demonstration = invented, for demonstration
node-real = of the participants
node-version = Version
node-time = Time
