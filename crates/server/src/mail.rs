//! Digests by mail, through the server that the settings name.
//!
//! Refuses to say in a mail what a record says: numbers, nouns, due times and the way in. Refuses to log an address.

use crate::config::{Mail, MailSecurity};
use crate::state::Server;
use app::digest::{self, Digest};
use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};
use render::words::{Speech, plain};
use std::time::Duration;
use tokio::time::MissedTickBehavior;

/// Between two rounds.
const MINUTE: Duration = Duration::from_mins(1);
/// How long the server may take for one mail.
const PATIENCE: Duration = Duration::from_mins(1);

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// Sends what is due, every minute, for as long as the node runs.
pub async fn run(server: Server) {
    if !server.config.mail.is_on() {
        return;
    }
    let mut minutes = tokio::time::interval(MINUTE);
    minutes.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        minutes.tick().await;
        match round(&server).await {
            Ok(0) => {}
            Ok(sent) => tracing::info!(sent, "digests sent"),
            Err(error) => tracing::warn!(%error, "digests were not looked at"),
        }
    }
}

/// Sends all digests that are due now; how many left.
pub async fn round(server: &Server) -> app::Result<u64> {
    let app = &server.app;
    digest::release(app).await?;
    let Some(transport) = transport(&server.config.mail) else {
        tracing::warn!("mail-server cannot be used; see mail-server, mail-security");
        return Ok(0);
    };
    let mut sent = 0;
    while let Some(due) = digest::claim(app).await? {
        let letter = letter(&server.config.mail.from, &server.config.origin(), &due);
        let taken = match letter {
            Some(letter) => transport.send(letter).await.map_err(|error| error.is_permanent()),
            None => Err(true),
        };
        if let Err(permanent) = taken {
            tracing::warn!(member = %due.member, permanent, "a digest was not taken");
            digest::failed(app, &due).await?;
        } else {
            digest::sent(app, &due).await?;
            sent += 1;
        }
    }
    Ok(sent)
}

fn transport(mail: &Mail) -> Option<Transport> {
    let (host, port) = mail.server.as_ref()?;
    let tls = match mail.security {
        MailSecurity::None => Tls::None,
        MailSecurity::StartTls => Tls::Required(TlsParameters::new(host.clone()).ok()?),
        MailSecurity::Tls => Tls::Wrapper(TlsParameters::new(host.clone()).ok()?),
    };
    let builder = Transport::builder_dangerous(host).port(*port).tls(tls).timeout(Some(PATIENCE));
    let builder = if mail.user.is_empty() {
        builder
    } else {
        builder.credentials(Credentials::new(mail.user.clone(), mail.password.clone()))
    };
    Some(builder.build())
}

/// The mail, in its reader's language.
fn letter(from: &str, origin: &str, digest: &Digest) -> Option<Message> {
    let message = Message::builder().from(from.parse().ok()?).to(digest.address.parse().ok()?);
    let t = Speech::of(digest.lang);
    let count: u64 = digest.lines.iter().map(|(.., count, _)| *count).sum();
    let subject = plain(&t.say_one("digest-subject", "count", count));
    message.subject(subject).header(ContentType::TEXT_PLAIN).body(body(t, origin, digest)).ok()
}

fn body(t: Speech, origin: &str, digest: &Digest) -> String {
    let mut lines = vec![t.say("digest-hello"), String::new()];
    for (kind, noun, count, due) in &digest.lines {
        let what = t.code("notice-kind", kind.code());
        let noun = t.code("nouns", noun.code());
        let mut said = vec![("what", what.into()), ("noun", noun.into()), ("count", (*count).into())];
        lines.push(match due {
            Some(due) => {
                said.push(("time", t.moment_text(*due, 0).into()));
                t.say_with("digest-line-due", &said)
            }
            None => t.say_with("digest-line", &said),
        });
    }
    lines.push(String::new());
    lines.push(t.say_one("digest-where", "address", format!("{origin}/notices")));
    lines.push(String::new());
    lines.push(t.say("digest-foot"));
    plain(&(lines.join("\r\n") + "\r\n"))
}
