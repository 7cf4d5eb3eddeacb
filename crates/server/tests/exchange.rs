//! Drives the addresses through which participants exchange messages, questions and answers, and say what they have seen.

use crate::world::{Ask, CODE, World};
use model::answer::AnswerDraft;
use model::information_request::InformationRequestDraft;
use model::message::MessageDraft;

/// What stands for the parts of the paths.
pub struct Made {
    /// A message of Kazakhstan's customs.
    message: String,
    /// A question of Uzbekistan's customs to Kazakhstan.
    request: String,
    /// Kazakhstan's answer.
    answer: String,
}

impl Made {
    pub async fn of(world: &World) -> Self {
        let request = request(world, "uz-officer", "KZ").await;
        Self {
            message: message(world, "kz-officer").await,
            answer: answer(world, "kz-officer", &request).await,
            request,
        }
    }

    pub fn id(&self, path: &str) -> Option<String> {
        let own = [("/messages/", &self.message), ("/requests/", &self.request), ("/answers/", &self.answer)];
        own.iter().find(|(start, _)| path.starts_with(start)).map(|(_, id)| (*id).clone())
    }
}

/// A message to all, sent by a member; its identifier.
pub async fn message(world: &World, login: &str) -> String {
    let draft =
        MessageDraft { subject: "Labels".to_owned(), body: "Seen at the border".to_owned(), ..MessageDraft::default() };
    app::message::send(&world.by(login).await, CODE, &draft).await.unwrap().header.id.to_string()
}

/// A bulletin that asks to be acknowledged.
pub async fn bulletin(world: &World) -> String {
    let draft = MessageDraft {
        kind: "bulletin".to_owned(),
        subject: "New cathinone".to_owned(),
        body: "Blue crystals".to_owned(),
        acknowledge: true,
        ..MessageDraft::default()
    };
    app::message::send(&world.by("desk").await, CODE, &draft).await.unwrap().header.id.to_string()
}

/// A question as typed.
pub fn question(to: &str) -> InformationRequestDraft {
    InformationRequestDraft {
        asked: vec![to.to_owned()],
        question_type: "route".to_owned(),
        subject: "Parcels".to_owned(),
        body: "By which road?".to_owned(),
        due_day: "2021-10-20".to_owned(),
        permitted_use: "Analysis".to_owned(),
        ..InformationRequestDraft::default()
    }
}

/// A question of a member to a participant; its identifier.
pub async fn request(world: &World, login: &str, to: &str) -> String {
    app::information_request::ask(&world.by(login).await, CODE, &question(to)).await.unwrap().header.id.to_string()
}

/// A partial answer to it.
pub async fn answer(world: &World, login: &str, request: &str) -> String {
    let draft = AnswerDraft { kind: "partial".to_owned(), body: "By rail".to_owned(), ..AnswerDraft::default() };
    let request = request.parse().unwrap();
    app::answer::give(&world.by(login).await, &request, &draft).await.unwrap().header.id.to_string()
}

/// Whether an address is driven here.
pub fn is_of(path: &str) -> bool {
    ["/messages/", "/requests/", "/answers/", "/notices/"].iter().any(|part| path.contains(part))
}

/// Sends what makes such an address write.
pub async fn drive(world: &World, path: &str, address: &str) -> Ask {
    let ask = Ask::new("POST", address).cookie(&world.cookie("kz-officer").await);
    match path {
        "/operations/{code}/messages/new" => {
            ask.file_in("", "", b"", &[("subject", "Labels"), ("body", "Seen at the border")])
        }
        "/messages/{id}/reply" => ask.file_in("", "", b"", &[("body", "Seen here too")]),
        "/messages/{id}/acknowledge" => {
            let address = format!("/messages/{}/acknowledge", bulletin(world).await);
            Ask::new("POST", &address).cookie(&world.cookie("kz-officer").await).form(&[])
        }
        "/operations/{code}/messages/read" | "/messages/{id}/read" | "/notices/see" => ask.form(&[("place", "1")]),
        "/operations/{code}/requests/new" => {
            let fields = crate::writes::flat(&question("UZ"));
            ask.file_in("", "", b"", &crate::writes::pairs(&fields))
        }
        "/requests/{id}/answer" => ask.file_in("", "", b"", &[("kind", "final"), ("body", "By road")]),
        "/requests/{id}/withdraw" => {
            Ask::new("POST", address).cookie(&world.cookie("uz-officer").await).form(&[("base", "1"), ("reason", "x")])
        }
        "/messages/{id}/retract" | "/answers/{id}/retract" => ask.form(&[("base", "1"), ("reason", "Sent twice")]),
        other => panic!("{other} writes and nothing drives it"),
    }
}
