//! Passwords: argon2id hashes, made off the async threads and never more than two at once.
//!
//! Refuses to say why a password did not fit, to answer faster for an account that does not exist, and to let a crowd
//! wait in line for memory and time that the node does not have.

use crate::aside::aside;
use crate::cx::App;
use crate::error::{Error, Result};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;

/// A hash of nothing anybody knows, verified when there is no account, so that both cases take as long.
const DECOY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$cmVmbGV4LWRlY295LXNhbHQ$6Jv0TLBqlDN4FjPPSsz4pkZ5xY4q3lTKSzK7Q8oWAdk";

/// The PHC text of a new password.
pub(crate) async fn hash(app: &App, password: &str) -> Result<String> {
    let salt: [u8; 16] = app.random();
    let password = password.to_owned();
    bounded(app, move || {
        let hashed = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt);
        hashed.map(|hash: argon2::password_hash::phc::PasswordHash| hash.to_string()).map_err(|error| error.to_string())
    })
    .await?
    .map_err(|error| Error::Broken(error.into()))
}

/// Whether `password` is the one behind `hash`; without a hash the answer is no, after the same work.
pub(crate) async fn fits(app: &App, password: &str, hash: Option<String>) -> Result<bool> {
    let password = password.to_owned();
    bounded(app, move || {
        let known = hash.is_some();
        let text = hash.unwrap_or_else(|| DECOY.to_owned());
        let fits = PasswordHash::new(&text)
            .is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok());
        fits && known
    })
    .await
}

/// Hashes made at once; each takes 19 MiB and a processor.
const AT_ONCE: usize = 2;
/// Hashes that may wait for their turn; whoever comes after them is told that the node is busy.
const WAITING: usize = 64;

/// The line in which hashes wait.
pub(crate) struct Queue {
    places: Semaphore,
    turns: Semaphore,
}

impl Default for Queue {
    fn default() -> Self {
        Self { places: Semaphore::new(AT_ONCE + WAITING), turns: Semaphore::new(AT_ONCE) }
    }
}

async fn bounded<T: Send + 'static>(app: &App, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let queue = app.hashing();
    let _place = queue.places.try_acquire().map_err(|_| store::Error::Busy)?;
    let _turn = queue.turns.acquire().await.map_err(|error| Error::Broken(Box::new(error)))?;
    aside(work).await
}
