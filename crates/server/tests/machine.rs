//! The machine room: health, measurements, assets, headers, other sites, failures in the reader's language.

use crate::world::{Ask, CODE, World};
use crate::writes::FILE;
use axum::extract::ConnectInfo;
use axum::http::Request;
use std::net::SocketAddr;
use tower::ServiceExt;

#[tokio::test]
async fn the_node_says_that_it_lives_and_is_ready() {
    let world = World::new().await;
    Ask::get("/health/live").send(&world).await.must(200);
    Ask::get("/health/ready").send(&world).await.must(200);
}

#[tokio::test]
async fn measurements_answer_this_machine_or_the_token_and_nobody_behind_a_proxy() {
    let world = World::with(|config| config.metrics_token = Some("a-token-of-some-length".to_owned())).await;
    let from = async |peer: [u8; 4], header: Option<(&str, &str)>| {
        let mut request = Request::get("/metrics").extension(ConnectInfo(SocketAddr::from((peer, 5))));
        if let Some((name, value)) = header {
            request = request.header(name, value);
        }
        let request = request.body(axum::body::Body::empty()).unwrap();
        world.router.clone().oneshot(request).await.unwrap().status().as_u16()
    };
    assert_eq!(from([127, 0, 0, 1], None).await, 200);
    assert_eq!(from([127, 0, 0, 1], Some(("x-forwarded-for", "8.8.8.8"))).await, 404);
    assert_eq!(from([8, 8, 8, 8], None).await, 404);
    assert_eq!(from([8, 8, 8, 8], Some(("authorization", "Bearer a-token-of-some-length"))).await, 200);
    assert_eq!(from([8, 8, 8, 8], Some(("authorization", "Bearer another"))).await, 404);
}

#[tokio::test]
async fn an_asset_is_kept_for_ever_by_its_hash_and_asked_again_without() {
    let world = World::new().await;
    let hashed = Ask::get(&render::assets::address("reflex.css")).send(&world).await.must(200);
    assert!(hashed.header("cache-control").contains("immutable"));
    let plain = Ask::get("/assets/reflex.css").send(&world).await.must(200);
    assert_eq!(plain.header("cache-control"), "no-cache");
    Ask::get("/assets/reflex.css").header("if-none-match", plain.header("etag")).send(&world).await.must(304);
    Ask::get("/assets/..%2Fsrc%2Flib.rs").send(&world).await.must(404);
}

#[tokio::test]
async fn every_answer_carries_the_strict_headers() {
    let world = World::new().await;
    for address in ["/api", "/nothing-here", "/api/v1/operations", "/health/live"] {
        let reply = Ask::get(address).send(&world).await;
        let policy = reply.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{address}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{address}");
        assert_eq!(reply.header("referrer-policy"), "same-origin", "{address}");
        assert_eq!(reply.header("strict-transport-security"), "", "{address}");
        assert!(!reply.header("x-request-id").is_empty(), "{address}");
    }
    let tls = World::with(|config| "https://reflex.example".clone_into(&mut config.public_address)).await;
    assert!(!Ask::get("/api").send(&tls).await.header("strict-transport-security").is_empty());
}

#[tokio::test]
async fn a_form_of_another_site_is_refused_and_ones_own_is_not() {
    let world = World::new().await;
    let post = |name: &'static str, value: &'static str| Ask::new("POST", "/sign-out").header(name, value);
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "null"),
    ] {
        post(name, value).send(&world).await.must(403);
    }
    post("sec-fetch-site", "same-origin").send(&world).await.must(303);
    post("origin", "http://127.0.0.1:8080").send(&world).await.must(303);
}

#[tokio::test]
async fn the_session_cookie_is_closed_to_scripts_and_other_sites_and_bound_to_tls() {
    let plain = World::new().await;
    let reply = Ask::new("POST", "/sign-out").send(&plain).await;
    let cookie = reply.header("set-cookie");
    assert!(
        cookie.starts_with("session=")
            && cookie.contains("HttpOnly")
            && cookie.contains("SameSite=Lax")
            && !cookie.contains("Secure")
    );
    let tls = World::with(|config| config.secure_cookies = true).await;
    let reply = Ask::new("POST", "/sign-out").send(&tls).await;
    let cookie = reply.header("set-cookie");
    assert!(
        cookie.starts_with("__Host-session=")
            && cookie.contains("; Secure")
            && cookie.contains("Path=/;")
            && !cookie.contains("Domain")
    );
}

#[tokio::test]
async fn a_failure_speaks_the_readers_language_and_keeps_the_inside_to_itself() {
    let world = World::new().await;
    for (lang, dir) in [("en", "ltr"), ("ru", "ltr"), ("fa", "rtl")] {
        let page = Ask::get("/nothing-here").header("accept-language", lang).send(&world).await.must(404).text();
        assert!(page.contains(&format!("<html lang=\"{lang}\" dir=\"{dir}\"")) && !page.contains('⟦'), "{lang}");
    }
    let document = Ask::get("/api/v1/nothing-here").send(&world).await.must(404);
    assert_eq!(document.header("content-type"), "application/problem+json");
    let wrong = Ask::new("DELETE", "/api/v1/operations").send(&world).await;
    assert_eq!(wrong.must(405).json()["code"], "wrong-method");
}

#[tokio::test]
async fn the_language_that_was_asked_for_is_remembered() {
    let world = World::new().await;
    let reply = Ask::get("/api?lang=fa").send(&world).await;
    assert!(reply.header("set-cookie").starts_with("lang=fa;"));
    let page = Ask::get("/api").cookie("lang=fa; theme=dark").header("accept-language", "ru").send(&world).await.text();
    assert!(page.contains("<html lang=\"fa\" dir=\"rtl\" data-theme=\"dark\""));
}

#[tokio::test]
async fn a_key_that_asks_too_fast_waits() {
    let world = World::new().await;
    let key = world.key("kz-officer", &["read"]).await;
    let mut last = 200;
    for _ in 0..400 {
        last = Ask::get("/api/v1/units").key(&key).send(&world).await.status.as_u16();
        if last == 429 {
            break;
        }
    }
    assert_eq!(last, 429);
    let other = world.key("uz-officer", &["read"]).await;
    Ask::get(&format!("/api/v1/operations/{CODE}")).key(&other).send(&world).await.must(200);
}

#[tokio::test]
async fn a_session_and_a_key_end_with_time() {
    let world = World::new().await;
    let (cookie, key) = (world.cookie("kz-officer").await, world.key("kz-officer", &["read"]).await);
    Ask::get("/catalogue").cookie(&cookie).send(&world).await.must(200);
    world.pass(13 * 3600);
    Ask::get("/catalogue").cookie(&cookie).send(&world).await.must(303);
    Ask::get("/api/v1/units").key(&key).send(&world).await.must(200);
    world.pass(31 * 86_400);
    Ask::get("/api/v1/units").key(&key).send(&world).await.must(401);
}

#[tokio::test]
async fn a_member_that_is_shut_out_is_out_at_once() {
    let world = World::new().await;
    let (cookie, key) = (world.cookie("kz-officer").await, world.key("kz-officer", &["read"]).await);
    app::member::disable(&world.node(), "kz-officer").await.unwrap();
    Ask::get("/catalogue").cookie(&cookie).send(&world).await.must(303);
    Ask::get("/api/v1/units").key(&key).send(&world).await.must(401);
}

#[tokio::test]
async fn a_file_takes_as_long_as_it_takes_and_everything_else_its_time() {
    let world = World::with(|config| config.request_timeout = 0).await;
    let cookie = world.cookie("kz-contact").await;
    let page = Ask::get(&format!("/operations/{CODE}/incidents")).cookie(&cookie).send(&world).await.must(503);
    assert!(page.text().contains("This took too long"));
    let fields = [("mapping", "ids"), ("action", "import")];
    let ask = Ask::new("POST", &format!("/operations/{CODE}/import")).cookie(&cookie);
    ask.file_in("file", "seizures.csv", FILE.as_bytes(), &fields).send(&world).await.must(201);
}

#[tokio::test]
async fn a_guest_who_signs_out_leaves_nothing_in_the_log() {
    let world = World::new().await;
    let before = world.latest().await;
    for cookie in ["", "session=made-up", "session="] {
        Ask::new("POST", "/sign-out").cookie(cookie).send(&world).await.must(303);
    }
    assert_eq!(world.latest().await, before);
}

#[tokio::test]
async fn an_address_that_is_not_ours_is_refused_once_it_is_known_which_is() {
    let world = World::with(|config| "https://reflex.example".clone_into(&mut config.public_address)).await;
    let ask = async |host: &str, path: &str| {
        let request = Request::get(path).header("host", host).body(axum::body::Body::empty()).unwrap();
        world.router.clone().oneshot(request).await.unwrap().status().as_u16()
    };
    for host in ["reflex.example", "Reflex.Example:443", "127.0.0.1:8080", "localhost", "[::1]:8080"] {
        assert_eq!(ask(host, "/sign-in").await, 200, "{host}");
    }
    for host in ["evil.example", "reflex.example.evil.example", "10.0.0.7", "", "a b"] {
        assert_eq!(ask(host, "/sign-in").await, 421, "{host}");
        assert_eq!(ask(host, "/health/live").await, 200, "{host}");
    }
    let absolute = Request::get("http://evil.example/sign-in").header("host", "reflex.example");
    let absolute = absolute.body(axum::body::Body::empty()).unwrap();
    assert_eq!(world.router.clone().oneshot(absolute).await.unwrap().status().as_u16(), 421);
    let page = Ask::get("/sign-in").header("host", "evil.example").send(&world).await;
    assert!(!page.text().contains('⟦'));
    let open = World::new().await;
    let request = Request::get("/sign-in").header("host", "evil.example").body(axum::body::Body::empty()).unwrap();
    assert_eq!(open.router.clone().oneshot(request).await.unwrap().status().as_u16(), 200);
}

#[tokio::test]
async fn hundreds_that_send_slowly_hold_up_nobody() {
    let world = World::new().await;
    let mut slow = tokio::task::JoinSet::new();
    for _ in 0..300 {
        let body = axum::body::Body::from_stream(futures_util::stream::pending::<Result<String, std::io::Error>>());
        let request = Request::post("/sign-in").header("content-type", "application/x-www-form-urlencoded").body(body);
        slow.spawn(world.router.clone().oneshot(request.unwrap()));
    }
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    let reply = tokio::time::timeout(std::time::Duration::from_secs(5), Ask::get("/sign-in").send(&world)).await;
    reply.unwrap_or_else(|_| panic!("nobody answers")).must(200);
    let long = "x".repeat(20_000);
    Ask::new("POST", "/sign-in").form(&[("login", long.as_str())]).send(&world).await.must(413);
}

#[tokio::test]
async fn a_form_with_more_fields_than_any_has_is_refused_at_once() {
    let world = World::new().await;
    let cookie = world.cookie("kz-officer").await;
    let body = (0..60_000).map(|row| format!("lines.{row}.written=x")).collect::<Vec<_>>().join("&");
    let started = std::time::Instant::now();
    let kind = "application/x-www-form-urlencoded";
    let ask = Ask::new("POST", "/operations").cookie(&cookie).header("content-type", kind).body(body);
    ask.send(&world).await.must(413);
    let part = |row| format!("--edge\r\nContent-Disposition: form-data; name=\"lines.{row}.written\"\r\n\r\nx\r\n");
    let mut form = (0..200_000).map(part).collect::<String>();
    form.push_str("--edge--\r\n");
    let ask = Ask::new("POST", &format!("/operations/{CODE}/incidents/new")).cookie(&cookie);
    ask.header("content-type", "multipart/form-data; boundary=edge").body(form).send(&world).await.must(413);
    assert!(started.elapsed().as_secs() < 8, "{:?}", started.elapsed());
}
