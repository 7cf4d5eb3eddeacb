//! Passwords: argon2id hashes, made off the async threads and never more than two at once.
//!
//! Refuses to say why a password did not fit, and to answer faster for an account that does not exist.

use crate::cx::App;
use crate::error::{Error, Result};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};

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

async fn bounded<T: Send + 'static>(app: &App, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let _turn = app.hashing().acquire().await.map_err(|error| Error::Broken(Box::new(error)))?;
    tokio::task::spawn_blocking(work).await.map_err(|error| Error::Broken(Box::new(error)))
}
