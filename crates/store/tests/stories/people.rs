//! Participants, agencies, members, sessions, tokens, drafts, answers.

use model::{
    lang::Lang,
    member::{Member, Role},
    names::Names,
    session::Session,
    time::Moment,
    token::{Token, TokenScope},
};
use store::{Error, Kept};

use crate::world::{World, both, participant};

impl World {
    async fn member(&self, login: &str) -> Member {
        let member = Member {
            id: self.mint(),
            login: login.to_owned(),
            role: Role::Officer,
            agency: self.agency("KZ", 1),
            participant: participant("KZ"),
            lang: Lang::Ru,
            disabled: None,
            created: self.now(),
        };
        let mut tx = self.store.begin("member.add").await.unwrap();
        tx.add_member(&member, "$argon2id$hash").await.unwrap();
        self.commit(tx).await;
        member
    }
}

both! {
    async fn participants_and_agencies_read_back_and_change(world: World) {
        let mut tx = world.store.begin("participant.put").await.unwrap();
        let mut kz = tx.participant(&participant("KZ")).await.unwrap().unwrap();
        kz.names = Names::default().with(Lang::Ru, "Казахстан").with(Lang::Fa, "قزاقستان");
        tx.put_participant(&kz).await.unwrap();
        let mut agency = world.agencies[0].clone();
        agency.contact.office = "Duty desk".to_owned();
        tx.put_agency(&agency).await.unwrap();
        world.commit(tx).await;
        let mut view = world.store.read().await.unwrap();
        assert_eq!(view.participant(&kz.code).await.unwrap(), Some(kz));
        assert_eq!(view.participants().await.unwrap().len(), 6);
        assert_eq!(view.agency(agency.id).await.unwrap(), Some(agency));
        assert_eq!(view.agencies().await.unwrap().len(), 12);
    }

    async fn a_member_is_found_by_login_and_a_login_is_taken_once(world: World) {
        let member = world.member("officer").await;
        let mut view = world.store.read().await.unwrap();
        let (found, hash) = view.member_by_login("officer").await.unwrap().unwrap();
        assert_eq!((&found, hash.as_str()), (&member, "$argon2id$hash"));
        assert_eq!(view.member(member.id).await.unwrap().as_ref(), Some(&member));
        drop(view);
        let mut tx = world.store.begin("member.add").await.unwrap();
        let second = Member { id: world.mint(), ..member };
        assert!(matches!(tx.add_member(&second, "hash").await, Err(Error::Taken(_))));
    }

    async fn a_member_changes_password_language_and_is_shut_out(world: World) {
        let member = world.member("officer").await;
        let mut tx = world.store.begin("member.change").await.unwrap();
        tx.set_password(member.id, "new").await.unwrap();
        tx.set_lang(member.id, Lang::Fa).await.unwrap();
        tx.set_disabled(member.id, Some(Moment(7))).await.unwrap();
        assert!(matches!(tx.set_password(world.mint(), "new").await, Err(Error::NotFound(_))));
        world.commit(tx).await;
        let mut view = world.store.read().await.unwrap();
        let (found, hash) = view.member_by_login("officer").await.unwrap().unwrap();
        assert_eq!((found.lang, found.disabled, hash.as_str()), (Lang::Fa, Some(Moment(7)), "new"));
        assert_eq!(view.members().await.unwrap().len(), 1);
    }

    async fn sessions_are_listed_touched_and_ended(world: World) {
        let member = world.member("officer").await;
        let session = |key: &str| Session { key: key.to_owned(), member: member.id, created: Moment(1), seen: Moment(1) };
        let mut tx = world.store.begin("session.sign-in").await.unwrap();
        tx.add_session(&session("a")).await.unwrap();
        tx.add_session(&session("b")).await.unwrap();
        tx.add_session(&session("c")).await.unwrap();
        tx.touch_session("b", Moment(9)).await.unwrap();
        tx.end_session("a").await.unwrap();
        assert_eq!(tx.sweep_sessions(Moment(5)).await.unwrap(), 1);
        world.commit(tx).await;
        let mut view = world.store.read().await.unwrap();
        assert_eq!(view.session("a").await.unwrap(), None);
        assert_eq!(view.session("b").await.unwrap().unwrap().seen, Moment(9));
        assert_eq!(view.sessions_of(member.id).await.unwrap().len(), 1);
        drop(view);
        let mut tx = world.store.begin("member.disable").await.unwrap();
        tx.end_sessions_of(member.id).await.unwrap();
        assert!(tx.sessions_of(member.id).await.unwrap().is_empty());
    }

    async fn a_token_is_found_by_its_secret_and_stays_revoked(world: World) {
        let member = world.member("contact").await;
        let token = Token {
            id: world.mint(),
            name: "Laboratory system".to_owned(),
            member: member.id,
            agency: member.agency,
            scopes: vec![TokenScope::Read, TokenScope::Incidents],
            created: Moment(1),
            expires: Moment(100),
            used: None,
            revoked: None,
        };
        let mut tx = world.store.begin("token.add").await.unwrap();
        tx.add_token(&token, "secret-hash").await.unwrap();
        assert_eq!(tx.token_by_key("secret-hash").await.unwrap().as_ref(), Some(&token));
        assert_eq!(tx.token_by_key("other").await.unwrap(), None);
        tx.touch_token(token.id, Moment(5)).await.unwrap();
        tx.revoke_token(token.id, Moment(6)).await.unwrap();
        tx.revoke_token(token.id, Moment(8)).await.unwrap();
        world.commit(tx).await;
        let mut view = world.store.read().await.unwrap();
        let kept = view.tokens_of(member.agency).await.unwrap();
        assert_eq!((kept[0].used, kept[0].revoked), (Some(Moment(5)), Some(Moment(6))));
        assert!(view.tokens_of(world.agency("UZ", 0)).await.unwrap().is_empty());
    }

    async fn a_draft_is_kept_as_typed_and_let_go(world: World) {
        let member = world.member("officer").await;
        let mut tx = world.store.begin("incident.save-draft").await.unwrap();
        tx.save_draft(member.id, world.operation, "{\"note\":\"half a wo", Moment(1)).await.unwrap();
        tx.save_draft(member.id, world.operation, "{\"note\":\"half a word, ё, ک\"}", Moment(2)).await.unwrap();
        let kept = tx.draft(member.id, world.operation).await.unwrap();
        assert_eq!(kept, Some((Moment(2), "{\"note\":\"half a word, ё, ک\"}".to_owned())));
        tx.drop_draft(member.id, world.operation).await.unwrap();
        tx.drop_draft(member.id, world.operation).await.unwrap();
        assert_eq!(tx.draft(member.id, world.operation).await.unwrap(), None);
        world.commit(tx).await;
    }

    async fn an_answer_is_given_again_and_its_key_taken_once(world: World) {
        let kept = Kept { request_hash: "abc".to_owned(), status: 201, body: "inc_1".to_owned() };
        let mut tx = world.store.begin("incident.submit").await.unwrap();
        tx.keep_idempotent("mbr_1", "key-1", &kept, Moment(5)).await.unwrap();
        world.commit(tx).await;
        let mut tx = world.store.begin("incident.submit").await.unwrap();
        assert_eq!(tx.idempotent("mbr_1", "key-1").await.unwrap().as_ref(), Some(&kept));
        assert_eq!(tx.idempotent("mbr_2", "key-1").await.unwrap(), None);
        assert_eq!(tx.sweep_idempotent(Moment(5)).await.unwrap(), 0);
        assert_eq!(tx.sweep_idempotent(Moment(6)).await.unwrap(), 1);
        tx.keep_idempotent("mbr_1", "key-1", &kept, Moment(5)).await.unwrap();
        assert!(matches!(tx.keep_idempotent("mbr_1", "key-1", &kept, Moment(5)).await, Err(Error::Taken(_))));
    }
}
