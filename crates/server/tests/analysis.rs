//! Records of the background and analysis rooms for those who walk every address.

use crate::world::{Ask, CODE, World};
use crate::writes::{flat, pairs};
use model::detection::DetectionDraft;

/// One record of each noun, made by Kazakhstan's officer or the centre's analyst.
pub struct Made {
    pub detection: String,
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

impl Made {
    pub async fn of(world: &World) -> Made {
        let officer = world.by("kz-officer").await;
        let detection = app::detection::submit(&officer, CODE, &detection()).await.unwrap();
        Made { detection: detection.header.id.to_string() }
    }

    /// What stands for `{id}` in an address of these rooms.
    pub fn id(&self, path: &str) -> Option<String> {
        path.contains("detections/{id}").then(|| self.detection.clone())
    }
}

/// What makes an address of these rooms write.
pub async fn drive(world: &World, path: &str, address: &str) -> Option<Ask> {
    let officer = world.cookie("kz-officer").await;
    let ask = Ask::new("POST", address).cookie(&officer);
    let mut fields = flat(&detection());
    fields.push(("base".to_owned(), "1".to_owned()));
    match path {
        "/operations/{code}/detections/new" | "/detections/{id}/edit" => Some(ask.form(&pairs(&fields))),
        "/detections/{id}/retract" => Some(ask.form(&[("base", "1"), ("reason", "Typed twice")])),
        _ => None,
    }
}
