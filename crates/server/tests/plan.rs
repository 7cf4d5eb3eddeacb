//! Records of the plan for those who walk every address: a version sent out for acceptance, the draft after it.

use crate::coverage::Values;
use crate::world::{Ask, CODE, World, operation_draft};
use app::Cx;
use model::acceptance::AcceptanceDraft;
use model::annex::AnnexDraft;
use model::comment::CommentDraft;
use model::id::RecordId;
use model::plan::{AskDraft, ConsultDraft};

/// One record of each noun.
pub struct Made {
    /// A version that is sent out for acceptance.
    pub sent: String,
    /// The draft of the next one.
    pub draft: String,
    pub comment: String,
    pub acceptance: String,
    pub annex: String,
}

/// A remark in English.
pub fn remark() -> CommentDraft {
    CommentDraft { remark: "Say within how many hours".to_owned(), lang: "en".to_owned(), ..CommentDraft::default() }
}

/// An acceptance of that version, as the contact point would give it now.
pub async fn acceptance(cx: &Cx, plan: &RecordId) -> AcceptanceDraft {
    let hash = app::plan::get(cx, plan).await.unwrap().version.record.content.hash();
    let (day, authority) = ("2021-10-15".to_owned(), "ministry".to_owned());
    AcceptanceDraft { hash, day, authority, ..AcceptanceDraft::default() }
}

fn ask() -> AskDraft {
    AskDraft { due: "2099-01-01".to_owned(), ..AskDraft::default() }
}

impl Made {
    pub async fn of(world: &World) -> Made {
        let (desk, contact) = (world.by("desk").await, world.by("kz-contact").await);
        let sent = app::plan::create(&desk, CODE, "outline").await.unwrap().header.id;
        app::plan::ask(&desk, &sent, 1, &ask()).await.unwrap();
        let draft = app::plan::next(&desk, &sent).await.unwrap().header.id;
        let comment = app::comment::comment(&contact, &sent, "c1", &remark()).await.unwrap().header.id;
        let given = acceptance(&contact, &sent).await;
        let acceptance = app::acceptance::accept(&contact, &sent, &given).await.unwrap().header.id;
        let written = AnnexDraft {
            title: "Posts".to_owned(),
            body: "Night shifts".to_owned(),
            lang: "en".to_owned(),
            ..AnnexDraft::default()
        };
        let annex = app::annex::write(&contact, &sent, &written).await.unwrap().header.id;
        Made {
            sent: sent.to_string(),
            draft: draft.to_string(),
            comment: comment.to_string(),
            acceptance: acceptance.to_string(),
            annex: annex.to_string(),
        }
    }

    /// What stands for `{id}` in an address of the plan.
    pub fn id(&self, path: &str) -> Option<String> {
        let draft = ["/edit", "/consult", "/ask", "/clauses/new", "/remove"].iter().any(|end| path.ends_with(end));
        match path {
            path if path.contains("/plans/{id}") && draft => Some(self.draft.clone()),
            path if path.contains("/plans/{id}") => Some(self.sent.clone()),
            path if path.contains("/comments/{id}") => Some(self.comment.clone()),
            path if path.contains("/acceptances/{id}") => Some(self.acceptance.clone()),
            path if path.contains("/annexes/{id}") => Some(self.annex.clone()),
            _ => None,
        }
    }
}

/// Whoever finds something at an address of the plan, where not everybody does.
pub fn reader(path: &str) -> Option<&'static str> {
    let of_plan = path.starts_with("/plans/{id}/");
    let coordinates = ["/edit", "/consult", "/ask", "/close", "/clauses/new", "/remove"];
    match path {
        "/plans/{id}/accept" | "/acceptances/{id}/withdraw" => Some("kz-contact"),
        "/comments/{id}/resolve" => Some("desk"),
        path if of_plan && coordinates.iter().any(|end| path.ends_with(end)) => Some("desk"),
        _ => None,
    }
}

/// The fields of a clause that nothing is wrong with.
pub const CLAUSE: [(&str, &str); 6] = [
    ("base", "1"),
    ("lang", "ru"),
    ("heading.ru", "Посты"),
    ("text.ru", "Проверять посылки"),
    ("measures.0.what.ru", "Проверка"),
    ("measures.0.settings", "post"),
];

/// What makes an address of the plan write.
pub async fn drive(world: &World, values: &Values, path: &str, address: &str) -> Option<Ask> {
    let (desk, contact) = (world.cookie("desk").await, world.cookie("kz-contact").await);
    let as_desk = Ask::new("POST", address).cookie(&desk);
    let as_contact = Ask::new("POST", address).cookie(&contact);
    Some(match path {
        "/operations/{code}/plan" => {
            app::operation::create(&world.by("desk").await, &operation_draft("OTHER-1")).await.unwrap();
            Ask::new("POST", "/operations/OTHER-1/plan").cookie(&desk).form(&[("start", "outline")])
        }
        "/plans/{id}/edit" => as_desk.form(&[("base", "1"), ("title.en", "Plan"), ("note", "Shorter")]),
        "/plans/{id}/consult" | "/plans/{id}/ask" => as_desk.form(&[("base", "1"), ("due", "2099-01-01")]),
        "/plans/{id}/close" => as_desk.form(&[("base", "2"), ("reason", "Cancelled")]),
        "/plans/{id}/next" => {
            let draft: RecordId = values.plan.draft.parse().unwrap();
            let consult = ConsultDraft { due: "2099-01-01".to_owned(), ..ConsultDraft::default() };
            app::plan::consult(&world.by("desk").await, &draft, 1, &consult).await.unwrap();
            Ask::new("POST", &format!("/plans/{draft}/next")).cookie(&desk).form(&[])
        }
        "/plans/{id}/read" => as_contact.form(&[]),
        "/plans/{id}/clauses/new" | "/plans/{id}/clauses/{clause}/edit" => as_desk.form(&CLAUSE),
        "/plans/{id}/clauses/{clause}/remove" => as_desk.form(&[("base", "1")]),
        "/plans/{id}/clauses/{clause}/comments" => as_contact.form(&[("remark", "Too long"), ("lang", "en")]),
        "/comments/{id}/resolve" => as_desk.form(&[("base", "0"), ("decision", "accepted")]),
        "/plans/{id}/accept" => {
            let cx = world.by("kz-contact").await;
            let (given, sent) = (values.plan.acceptance.parse().unwrap(), values.plan.sent.parse().unwrap());
            app::acceptance::withdraw(&cx, &given, 1, "Not yet decided").await.unwrap();
            let hash = acceptance(&cx, &sent).await.hash;
            as_contact.form(&[("hash", &hash), ("day", "2021-10-15"), ("authority", "agency"), ("lang", "en")])
        }
        "/acceptances/{id}/withdraw" => as_contact.form(&[("base", "1"), ("reason", "Not yet decided")]),
        "/plans/{id}/annexes/new" | "/annexes/{id}/edit" => {
            as_contact.form(&[("base", "1"), ("title", "Posts"), ("body", "Day shifts"), ("lang", "en")])
        }
        _ => return None,
    })
}
