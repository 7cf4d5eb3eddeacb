//! This node: which one it is, and whether its data are a demonstration.
//!
//! Refuses to be two: the table holds one row, and its identifier never changes.

use model::node::Node;

use crate::{conn::Conn, error::Result, tx::Tx, value::params};

impl Conn {
    /// This node; `None` before it is made.
    pub async fn node(&mut self) -> Result<Option<Node>> {
        let row = self.opt("SELECT id, name, demonstration FROM node", params![]).await?;
        row.map(|row| Ok(Node { id: row.text(0)?, name: row.text(1)?, demonstration: row.flag(2)? })).transpose()
    }

    /// What only this node knows; blank in a database that was made before there was one.
    pub async fn secret(&mut self) -> Result<String> {
        self.opt("SELECT secret FROM node", params![]).await?.map_or_else(|| Ok(String::new()), |row| row.text(0))
    }
}

impl Tx {
    /// Makes this node, or changes its name and whether it is a demonstration; `Taken` for a second node.
    pub async fn set_node(&mut self, node: &Node) -> Result<()> {
        let sql = "INSERT INTO node (id, name, demonstration) VALUES ($1, $2, $3) \
                   ON CONFLICT (id) DO UPDATE SET name = excluded.name, demonstration = excluded.demonstration";
        self.run(sql, params![&node.id, &node.name, node.demonstration]).await?;
        self.head.node = Some(node.id.clone());
        Ok(())
    }

    /// Gives this node its secret, once: one that is there stays.
    pub async fn set_secret(&mut self, secret: &str) -> Result<()> {
        self.run("UPDATE node SET secret = $1 WHERE secret = ''", params![secret]).await?;
        Ok(())
    }
}
