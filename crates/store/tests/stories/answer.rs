//! Answers that are not released, the files among them, and reminders: each participant's own.

use model::{
    id::Noun,
    member::Role,
    questionnaire::{QuestionKind, Questionnaire},
    submission::{Answer, Given, Said, Scalar},
};
use store::AnswerFile;

use crate::world::{World, both, participant};

impl World {
    fn answer(&self, question: &str, revision: u32, said: Said) -> Answer {
        let kind = if said.files().is_empty() { QuestionKind::Text } else { QuestionKind::File };
        Answer {
            question: question.to_owned(),
            kind,
            said: Some(said),
            revision,
            version: 1,
            agency: self.agency("KZ", 1),
            role: Role::Officer,
            changed: self.now(),
        }
    }
}

both! {
    async fn answers_read_back_by_questionnaire_and_are_of_one_participant(world: World) {
        let [first, second] = [world.mint::<Questionnaire>(), world.mint()];
        let (kz, uz) = (participant("KZ"), participant("UZ"));
        let one = |text: &str| Said::One(Scalar::of(text, text));
        let mut tx = world.store.begin("submission.save").await.unwrap();
        let own = [world.answer("a", 1, one("x")), world.answer("a", 2, one("y"))];
        tx.add_answers(first, &kz, &own).await.unwrap();
        tx.add_answers(second, &kz, &own[..1]).await.unwrap();
        tx.add_answers(second, &uz, &[world.answer("a", 1, one("of others"))]).await.unwrap();
        tx.put_reminder(second, &kz, world.now()).await.unwrap();
        world.commit(tx).await;
        let mut view = world.store.read().await.unwrap();
        let all = view.answers_to(&[first, second], &kz).await.unwrap();
        assert_eq!((all[&first].0.as_slice(), all[&second].0.as_slice()), (&own[..], &own[..1]));
        assert_eq!(view.answers(first, &kz).await.unwrap(), all[&first]);
        assert!(view.answers_to(&[], &kz).await.unwrap().is_empty());
        assert_eq!(view.answers_to(&[first], &uz).await.unwrap().len(), 0);
        assert!(view.is_answered(first, 1).await.unwrap() && !view.is_answered(first, 2).await.unwrap());
        let reminders = view.reminders_of(&kz).await.unwrap();
        assert_eq!(reminders.into_iter().collect::<Vec<_>>(), [(second, world.now())]);
        assert!(view.reminders_of(&uz).await.unwrap().is_empty());
    }

    async fn a_file_of_an_answer_is_counted_on_before_it_is_an_attachment(world: World) {
        let given = Given {
            file: world.mint(),
            name: "law.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            size: 12,
            sha256: "ab".repeat(32),
        };
        assert!(given.file.to_string().starts_with(model::attachment::Attachment::PREFIX));
        let questionnaire = world.mint::<Questionnaire>();
        let file = AnswerFile { questionnaire, participant: participant("KZ"), given: given.clone(), added: world.now() };
        let mut tx = world.store.begin("submission.save").await.unwrap();
        tx.add_answer_file(&file).await.unwrap();
        tx.add_answers(questionnaire, &file.participant, &[world.answer("f", 1, Said::Files(vec![given.clone()]))]).await.unwrap();
        world.commit(tx).await;
        let mut view = world.store.read().await.unwrap();
        assert_eq!(view.answer_file(given.file).await.unwrap(), Some(file));
        assert_eq!(view.answer_file(world.mint()).await.unwrap(), None);
        assert_eq!(view.attachment(given.file).await.unwrap(), None);
        assert!(view.files().await.unwrap().contains(&(given.sha256.clone(), 12)), "a backup takes it along");
        let answers = view.answers(questionnaire, &participant("KZ")).await.unwrap();
        assert_eq!(answers.0[0].said, Some(Said::Files(vec![given])));
    }
}
