//! `/administration/…`: accounts, participants, agencies, keys, the log; and the policy.

use crate::world::{Ask, PASSWORD, Reply, World};

async fn send(world: &World, login: &str, path: &str, fields: &[(&str, &str)]) -> Reply {
    let cookie = world.cookie(login).await;
    Ask::new("POST", &format!("/administration/{path}")).cookie(&cookie).form(fields).send(world).await
}

async fn read(world: &World, login: &str, address: &str) -> Reply {
    Ask::get(address).cookie(&world.cookie(login).await).send(world).await
}

#[tokio::test]
async fn an_account_is_made_shut_out_let_in_and_given_a_new_password() {
    let world = World::new().await;
    let agency = app::agency::list(&world.node()).await.unwrap()[1].id.to_string();
    let fields = [
        ("login", "new-one"),
        ("role", "officer"),
        ("agency", agency.as_str()),
        ("lang", "en"),
        ("password", PASSWORD),
    ];
    send(&world, "root", "members", &fields).await.must(303);
    let page = read(&world, "root", "/administration/members").await.must(200).text();
    assert!(page.contains("/administration/members/new-one/disable"));
    let cookie = world.cookie("new-one").await;
    send(&world, "root", "members/new-one/disable", &[]).await.must(303);
    let shut = Ask::get("/").cookie(&cookie).send(&world).await.must(303);
    assert!(shut.header("location").starts_with("/sign-in"), "its session is over");
    Ask::new("POST", "/sign-in").form(&[("login", "new-one"), ("password", PASSWORD)]).send(&world).await.must(422);
    send(&world, "root", "members/new-one/enable", &[]).await.must(303);
    let short = send(&world, "root", "members/new-one/reset", &[("password", "short")]).await.must(422).text();
    assert!(short.contains("/administration/members/new-one/reset") && short.contains("id=\"password-error\""));
    send(&world, "root", "members/new-one/reset", &[("password", "another horse battery")]).await.must(303);
    let fields = [("login", "new-one"), ("password", "another horse battery")];
    Ask::new("POST", "/sign-in").form(&fields).send(&world).await.must(303);
}

#[tokio::test]
async fn an_account_with_problems_shows_them_all_and_no_password() {
    let world = World::new().await;
    let fields = [("login", "KZ OFFICER"), ("role", "king"), ("agency", "x"), ("password", "swordfish")];
    let page = send(&world, "root", "members", &fields).await.must(422).text();
    for field in ["login", "role", "agency", "password"] {
        assert!(page.contains(&format!("href=\"#{field}\"")), "{field}");
    }
    assert!(page.contains("KZ OFFICER") && !page.contains("swordfish"));
}

#[tokio::test]
async fn nobody_shuts_out_the_own_account() {
    let world = World::new().await;
    let page = send(&world, "root", "members/root/disable", &[]).await.must(403).text();
    assert!(!page.contains('⟦'), "{page}");
}

#[tokio::test]
async fn each_part_of_administration_opens_to_whom_the_table_names_alone() {
    let world = World::new().await;
    for (part, open) in [
        ("members", &["root"][..]),
        ("log", &["root"]),
        ("participants", &["root", "desk"]),
        ("agencies", &["root", "desk", "kz-contact"]),
        ("tokens", &["root", "kz-contact"]),
    ] {
        for login in ["root", "desk", "kz-contact", "kz-officer", "mn-observer"] {
            let status = read(&world, login, &format!("/administration/{part}")).await.status.as_u16();
            let expected = if open.contains(&login) { &[200][..] } else { &[403, 404] };
            assert!(expected.contains(&status), "{login} at {part}: {status}");
        }
    }
    let index = read(&world, "kz-contact", "/administration").await.must(200).text();
    assert!(index.contains("/administration/tokens") && !index.contains("/administration/members"));
}

#[tokio::test]
async fn participants_and_agencies_are_added_and_changed() {
    let world = World::new().await;
    send(&world, "root", "participants", &[("code", "pk"), ("names.en", ""), ("names.ru", ""), ("names.fa", "")])
        .await
        .must(303);
    let page = read(&world, "root", "/administration/participants?code=PK").await.must(200).text();
    assert!(page.contains("Pakistan"), "a country takes its names from the catalogue");
    let wrong = send(&world, "root", "participants", &[("code", "UNODC"), ("names.en", "")]).await.must(422).text();
    assert!(wrong.contains("href=\"#names\"") && wrong.contains("value=\"UNODC\""));
    let fields = [
        ("participant", "PK"),
        ("kind", "customs"),
        ("names.en", "Customs of Pakistan"),
        ("contact.email", "duty@example.org"),
    ];
    send(&world, "root", "agencies", &fields).await.must(303);
    let all = app::agency::list(&world.node()).await.unwrap();
    let made = all.iter().find(|agency| agency.participant.as_str() == "PK").unwrap();
    let id = made.id.to_string();
    let page = read(&world, "root", &format!("/administration/agencies?id={id}")).await.must(200).text();
    assert!(page.contains("value=\"duty@example.org\""));
    let moved = [("id", id.as_str()), ("participant", "KZ"), ("kind", "customs"), ("names.en", "Customs of Pakistan")];
    send(&world, "root", "agencies", &moved).await.must(422);
}

#[tokio::test]
async fn the_secret_of_a_key_is_shown_once_and_the_key_ends_when_revoked() {
    let world = World::new().await;
    let nothing = send(&world, "kz-contact", "tokens", &[("name", ""), ("days", "0")]).await.must(422).text();
    assert!(["name", "scopes", "days"].iter().all(|field| nothing.contains(&format!("href=\"#{field}\""))));
    let made = send(&world, "kz-contact", "tokens", &[("name", "Case system"), ("scopes", "read"), ("days", "30")])
        .await
        .must(201);
    assert!(made.header("cache-control").contains("no-store"));
    let text = made.text();
    let secret = text[text.find("rfx_").unwrap()..].split('"').next().unwrap().to_owned();
    Ask::get("/api/v1/operations").key(&secret).send(&world).await.must(200);
    let page = read(&world, "kz-contact", "/administration/tokens").await.must(200).text();
    assert!(page.contains("Case system") && !page.contains(&secret));
    let at = page.find("/administration/tokens/tok_").unwrap();
    let revoke = page[at..].split('"').next().unwrap().trim_start_matches("/administration/").to_owned();
    // A key of another agency is nobody else's to revoke.
    send(&world, "outsider", &revoke, &[]).await.must(404);
    send(&world, "kz-contact", &revoke, &[]).await.must(303);
    Ask::get("/api/v1/operations").key(&secret).send(&world).await.must(401);
}

#[tokio::test]
async fn the_log_is_read_and_its_chain_verified() {
    let world = World::new().await;
    let page = read(&world, "root", "/administration/log?verify=true").await.must(200).text();
    assert!(page.contains("operation.create") && page.contains("The chain holds"), "{page}");
}

#[tokio::test]
async fn everybody_inside_may_read_the_policy_and_the_catalogue() {
    let world = World::new().await;
    for address in [
        "/policy",
        "/catalogue",
        "/catalogue/substances/alpha-pvp",
        "/catalogue/units",
        "/catalogue/conversions",
        "/catalogue/places",
    ] {
        let page = read(&world, "mn-observer", address).await.must(200).text();
        assert!(!page.contains('⟦'), "{address}");
    }
    let found =
        read(&world, "mn-observer", "/catalogue/substances?text=%D0%BC%D0%B5%D1%84%D0%B5%D0%B4%D1%80%D0%BE%D0%BD")
            .await
            .must(200)
            .text();
    assert!(found.contains("/catalogue/substances/mephedrone"), "found by its Russian name");
    read(&world, "mn-observer", "/catalogue/substances/no-such").await.must(404);
}
