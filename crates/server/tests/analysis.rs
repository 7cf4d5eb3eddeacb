//! Records of the background and analysis rooms for those who walk every address.

use crate::world::{Ask, CODE, World};
use crate::writes::{flat, pairs};
use model::brief::BriefDraft;
use model::detection::DetectionDraft;
use model::finding::FindingDraft;
use model::marking::MarkingDraft;
use model::view::ViewDraft;
use render::page::workspace::plain_question;

/// One record of each noun, made by Kazakhstan's officer or chemist, or by the centre's desk.
pub struct Made {
    pub detection: String,
    pub finding: String,
    pub view: String,
    /// A draft of the chemist's.
    pub draft: String,
    /// Issued by the chemist.
    pub brief: String,
}

/// A detection that nothing is wrong with.
pub fn detection() -> DetectionDraft {
    DetectionDraft {
        written: "Mephedrone".to_owned(),
        country: "KZ".to_owned(),
        day: "2021-09-20".to_owned(),
        level: "tentative".to_owned(),
        laboratory: "Central laboratory".to_owned(),
        ..DetectionDraft::default()
    }
}

/// A finding that nothing is wrong with, agreed.
pub fn finding(title: &str) -> FindingDraft {
    FindingDraft {
        title: title.to_owned(),
        facts: "Three seizures on one road".to_owned(),
        assessment: "The route moves west".to_owned(),
        confidence: "moderate".to_owned(),
        agreed: true,
        lang: "en".to_owned(),
        ..FindingDraft::default()
    }
}

/// A brief of these findings, `identifier:revision`.
pub fn brief(findings: &[String]) -> BriefDraft {
    BriefDraft {
        title: "Brief one".to_owned(),
        introduction: "What came in".to_owned(),
        findings: findings.to_vec(),
        lang: "en".to_owned(),
        ..BriefDraft::default()
    }
}

impl Made {
    pub async fn of(world: &World) -> Made {
        let officer = world.by("kz-officer").await;
        let chemist = world.by("kz-chemist").await;
        let detection = app::detection::submit(&officer, CODE, &detection()).await.unwrap();
        let own = app::finding::submit(&chemist, CODE, &finding("Route")).await.unwrap();
        let named = ViewDraft { name: "By substance".to_owned(), shared: true };
        let view = app::view::save(&officer, CODE, &named, &plain_question()).await.unwrap();
        let of_one = brief(&[format!("{}:1", own.header.id)]);
        let draft = app::brief::create(&chemist, CODE, &of_one).await.unwrap();
        let issued = app::brief::create(&chemist, CODE, &of_one).await.unwrap();
        app::brief::issue(&chemist, &issued.header.id, 1, &MarkingDraft::default()).await.unwrap();
        let [detection, finding, view, draft, brief] =
            [&detection.header.id, &own.header.id, &view.header.id, &draft.header.id, &issued.header.id]
                .map(ToString::to_string);
        Made { detection, finding, view, draft, brief }
    }

    /// What stands for `{id}` in an address of these rooms.
    pub fn id(&self, path: &str) -> Option<String> {
        let draft = path.ends_with("/edit") || path.ends_with("/issue");
        let all = [
            ("detections/{id}", &self.detection),
            ("findings/{id}", &self.finding),
            ("views/{id}", &self.view),
            ("briefs/{id}", if draft { &self.draft } else { &self.brief }),
        ];
        all.into_iter().find(|(part, _)| path.contains(part)).map(|(_, id)| id.clone())
    }
}

/// Whoever made the record that an address of these rooms leads to, where not everybody finds it.
pub fn reader(path: &str) -> Option<&'static str> {
    let own = [
        "/findings/{id}/edit",
        "/briefs/{id}/edit",
        "/operations/{code}/findings/new",
        "/operations/{code}/briefs/new",
    ];
    own.contains(&path).then_some("kz-chemist")
}

/// What makes an address of these rooms write.
pub async fn drive(world: &World, made: &Made, path: &str, address: &str) -> Option<Ask> {
    let chemist = path.contains("/findings") || path.contains("/briefs") && !path.ends_with("/replies");
    let cookie = world.cookie(if chemist { "kz-chemist" } else { "kz-officer" }).await;
    let ask = Ask::new("POST", address).cookie(&cookie);
    let based = |mut fields: Vec<(String, String)>| {
        fields.push(("base".to_owned(), "1".to_owned()));
        fields
    };
    let of_one = brief(&[format!("{}:1", made.finding)]);
    match path {
        "/operations/{code}/detections/new" | "/detections/{id}/edit" => {
            Some(ask.form(&pairs(&based(flat(&detection())))))
        }
        "/operations/{code}/findings/new" | "/findings/{id}/edit" => {
            Some(ask.form(&pairs(&based(flat(&finding("Again"))))))
        }
        "/operations/{code}/briefs/new" | "/briefs/{id}/edit" => Some(ask.form(&pairs(&based(flat(&of_one))))),
        "/operations/{code}/views/new" => {
            let view = format!("/operations/{CODE}/workspace?rows=country&columns=none&countries=KZ");
            Some(ask.form(&[("name", "Mine"), ("address", &view)]))
        }
        "/briefs/{id}/issue" => Some(ask.form(&[("base", "1")])),
        "/briefs/{id}/replies" => Some(ask.form(&[("stance", "agree"), ("finding", &made.finding)])),
        "/briefs/{id}/retract" => Some(ask.form(&[("base", "2"), ("reason", "Too early")])),
        "/detections/{id}/retract" | "/findings/{id}/retract" | "/views/{id}/retract" => {
            Some(ask.form(&[("base", "1"), ("reason", "Typed twice")]))
        }
        _ => None,
    }
}
