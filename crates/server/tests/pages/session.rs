//! `/sign-in` and `/account`.

use crate::world::{Ask, CODE, PASSWORD, World};

#[tokio::test]
async fn a_guest_is_led_to_the_way_in_and_back_to_where_it_wanted_to_go() {
    let world = World::new().await;
    let away = Ask::get(&format!("/operations/{CODE}/stages")).send(&world).await.must(303);
    let way_in = away.header("location").to_owned();
    assert!(way_in.starts_with("/sign-in?back="), "{way_in}");
    let form = Ask::get(&way_in).send(&world).await.must(200).text();
    let back = format!("/operations/{CODE}/stages");
    assert!(form.contains(&format!("name=\"back\" value=\"{back}\"")), "{form}");
    let fields = [("login", "kz-officer"), ("password", PASSWORD), ("back", back.as_str())];
    let inside = Ask::new("POST", "/sign-in").form(&fields).send(&world).await.must(303);
    assert_eq!(inside.header("location"), back);
    let cookie = inside.header("set-cookie").split(';').next().unwrap().to_owned();
    assert!(inside.header("set-cookie").contains("HttpOnly"));
    Ask::get(&back).cookie(&cookie).send(&world).await.must(200);
}

#[tokio::test]
async fn a_wrong_password_is_told_without_saying_what_was_wrong() {
    let world = World::new().await;
    for login in ["kz-officer", "nobody-at-all"] {
        let fields = [("login", login), ("password", "not the password"), ("back", "//evil.example")];
        let reply = Ask::new("POST", "/sign-in").form(&fields).send(&world).await.must(422);
        let page = reply.text();
        assert!(page.contains(&format!("value=\"{login}\"")) && !page.contains("not the password"));
        assert!(page.contains("href=\"#password\"") && page.contains("id=\"password-error\""));
        assert_eq!(reply.header("set-cookie"), "");
    }
}

#[tokio::test]
async fn nobody_is_led_to_another_site_after_signing_in() {
    let world = World::new().await;
    let fields = [("login", "kz-officer"), ("password", PASSWORD), ("back", "//evil.example/x")];
    let reply = Ask::new("POST", "/sign-in").form(&fields).send(&world).await.must(303);
    assert_eq!(reply.header("location"), "/");
}

#[tokio::test]
async fn the_way_in_speaks_the_language_that_is_asked_for() {
    let world = World::new().await;
    let page = Ask::get("/sign-in?lang=fa").send(&world).await.must(200).text();
    assert!(page.contains("<html lang=\"fa\" dir=\"rtl\""));
    // Only a demonstration shows its sign-ins.
    assert!(!page.contains("name=\"password\" value="));
}

#[tokio::test]
async fn a_changed_password_counts_at_once_and_a_wrong_old_one_changes_nothing() {
    let world = World::new().await;
    let cookie = world.cookie("kz-officer").await;
    let ask = |old: &'static str, new: &'static str| {
        Ask::new("POST", "/account/password").cookie(&cookie).form(&[("old", old), ("new", new)])
    };
    let both = ask("wrong", "short").send(&world).await.must(422).text();
    assert!(both.contains("id=\"old-error\"") && both.contains("id=\"new-error\""), "all problems at once");
    ask(PASSWORD, "another horse battery").send(&world).await.must(303);
    let sign_in =
        |password: &'static str| Ask::new("POST", "/sign-in").form(&[("login", "kz-officer"), ("password", password)]);
    sign_in(PASSWORD).send(&world).await.must(422);
    sign_in("another horse battery").send(&world).await.must(303);
}

#[tokio::test]
async fn another_session_is_ended_from_the_account() {
    let world = World::new().await;
    let (here, there) = (world.cookie("kz-officer").await, world.cookie("kz-officer").await);
    let page = Ask::get("/account").cookie(&here).send(&world).await.must(200).text();
    let at = page.find("/account/sessions/").unwrap();
    let address = page[at..].split('"').next().unwrap().to_owned();
    Ask::new("POST", &address).cookie(&here).form(&[]).send(&world).await.must(303);
    Ask::get("/account").cookie(&here).send(&world).await.must(200);
    let ended = Ask::get("/account").cookie(&there).send(&world).await.must(303);
    assert!(ended.header("location").starts_with("/sign-in"));
}

#[tokio::test]
async fn the_language_of_the_account_is_kept() {
    let world = World::new().await;
    let cookie = world.cookie("kz-officer").await;
    let reply = Ask::new("POST", "/account/lang").cookie(&cookie).form(&[("lang", "ru")]).send(&world).await.must(303);
    assert!(reply.headers.get_all("set-cookie").iter().any(|value| value.to_str().unwrap().starts_with("lang=ru")));
    let fresh = world.cookie("kz-officer").await;
    let page = Ask::get("/").cookie(&fresh).send(&world).await.must(200).text();
    assert!(page.contains("<html lang=\"ru\""));
}

#[tokio::test]
async fn who_has_to_sign_in_to_send_a_form_comes_back_to_the_page_it_stands_on() {
    let world = World::new().await;
    for (path, page) in [
        ("/operations", "/operations/new"),
        ("/operations?from=TEST-1", "/operations/new?from=TEST-1"),
        ("/operations/TEST-1/stages/active/close", "/operations/TEST-1/stages"),
        ("/operations/TEST-1/incidents/new?form=long", "/operations/TEST-1/incidents/new?form=long"),
        ("/account/password", "/account"),
    ] {
        let away = Ask::new("POST", path).form(&[("code", "X")]).send(&world).await.must(303);
        assert_eq!(away.header("location"), format!("/sign-in?back={}", render::html::query(page)));
    }
}

#[tokio::test]
async fn the_switches_of_a_refused_form_lead_to_the_page_it_stands_on() {
    let world = World::new().await;
    let cookie = world.cookie("desk").await;
    let fields = [("code", "!")];
    let page = Ask::new("POST", "/operations").cookie(&cookie).form(&fields).send(&world).await.must(422).text();
    assert!(page.contains("href=\"/operations/new?lang=fa\"") && page.contains("href=\"/operations/new?theme=dark\""));
    Ask::get("/operations/new?lang=fa").cookie(&cookie).send(&world).await.must(200);
    let fields = [("old", "x"), ("new", "y")];
    let page = Ask::new("POST", "/account/password").cookie(&cookie).form(&fields).send(&world).await.must(422).text();
    assert!(page.contains("href=\"/account?lang=fa\""));
    let fields = [("login", "x"), ("password", "y"), ("back", "/account")];
    let page = Ask::new("POST", "/sign-in").form(&fields).send(&world).await.must(422).text();
    assert!(page.replace("&#38;", "&").contains("href=\"/sign-in?back=%2Faccount&lang=fa\""), "{page}");
}

#[tokio::test]
async fn a_draft_on_the_device_is_named_by_its_member_and_leaves_with_whoever_signs_out() {
    let world = World::new().await;
    let (desk, officer) = (world.cookie("desk").await, world.cookie("kz-officer").await);
    let form = async |address: &str, cookie: &str| Ask::get(address).cookie(cookie).send(&world).await.must(200).text();
    let page = form("/operations/new?rows=participations.3", &desk).await;
    assert!(page.contains("data-member=\"desk\"") && page.contains("data-draft=\"desk:operation:new:\""), "{page}");
    assert!(page.contains("name=\"participations.2.participant\"") && page.contains("/assets/draft.mjs"));
    let page = form(&format!("/operations/{CODE}/incidents/new?form=long&rows=lines.2"), &officer).await;
    assert!(page.contains(&format!("data-draft=\"kz-officer:incident:{CODE}\"")), "{page}");
    assert!(page.contains("name=\"lines.1.written\"") && page.contains("incidents/new?form=long\""));
    let out = Ask::new("POST", "/sign-out").cookie(&officer).send(&world).await.must(303);
    assert_eq!(out.header("location"), "/sign-in");
    let flash = out.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok());
    let flash = flash.filter(|value| value.starts_with("flash=good")).collect::<String>();
    let page = Ask::get("/sign-in").cookie(flash.split(';').next().unwrap()).send(&world).await.must(200).text();
    assert!(page.contains("<body data-left>"), "{page}");
    // A session that merely ended keeps what was typed.
    let page = Ask::get("/sign-in?back=%2F").send(&world).await.must(200).text();
    assert!(page.contains("<body>"));
}

#[tokio::test]
async fn the_account_is_one_step_away_from_every_page() {
    let world = World::new().await;
    for login in ["kz-officer", "mn-observer", "root"] {
        let page = Ask::get("/").cookie(&world.cookie(login).await).send(&world).await.must(200).text();
        assert!(page.contains("href=\"/account\""), "{login}");
    }
}
