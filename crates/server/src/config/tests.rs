//! Precedence, refusals and defaults of the configuration.

use super::*;

fn source(place: &str, pairs: &[(&'static str, &str)]) -> Source {
    pairs.iter().map(|(key, value)| (*key, Found { value: (*value).to_owned(), place: place.to_owned() })).collect()
}

#[test]
fn a_flag_wins_over_the_environment_and_that_over_the_file() {
    let flags = source("--listen", &[("listen", "127.0.0.1:1")]);
    let environment = source("env", &[("listen", "127.0.0.1:2"), ("log", "warn")]);
    let file = source("file", &[("listen", "127.0.0.1:3"), ("log", "debug"), ("request-timeout", "7")]);
    let config = Config::of(&[flags, environment, file]).unwrap();
    assert_eq!((config.listen.port(), config.log.as_str(), config.request_timeout), (1, "warn", 7));
}

#[test]
fn an_unknown_key_is_refused_with_its_line() {
    let error = parse("# a node\ndata = \"x\"\nlisten_on = \"127.0.0.1:80\"\n", "reflex.toml").unwrap_err();
    assert!(error.0.starts_with("reflex.toml, line 3: unknown key “listen_on”"), "{error}");
}

#[test]
fn a_broken_file_names_its_line() {
    let error = parse("data = \"x\"\nlisten = \n", "reflex.toml").unwrap_err();
    assert!(error.0.contains("line 2"), "{error}");
}

#[test]
fn a_value_that_does_not_fit_names_its_place_and_form() {
    let error = Config::of(&[source("REFLEX_LISTEN", &[("listen", "here")])]).unwrap_err();
    assert!(error.0.contains("REFLEX_LISTEN") && error.0.contains("127.0.0.1:8080"), "{error}");
}

#[test]
fn numbers_and_switches_of_the_file_need_no_quotes() {
    let file = parse("request-timeout = 5\nsecure-cookies = true\n", "reflex.toml").unwrap();
    let config = Config::of(&[file]).unwrap();
    assert!(config.request_timeout == 5 && config.secure_cookies);
}

#[test]
fn every_default_of_the_table_is_the_default() {
    for setting in SETTINGS.iter().filter(|setting| !setting.default.is_empty()) {
        let mut config = Config::default();
        assert_eq!((setting.set)(&mut config, setting.default), Ok(()), "{}", setting.key);
        assert_eq!(config, Config::default(), "{}", setting.key);
    }
}

#[test]
fn cookies_are_secure_unless_people_come_by_http() {
    let secure = |pairs: &[(&'static str, &str)]| Config::of(&[source("", pairs)]).unwrap().secure_cookies;
    assert!(!secure(&[]));
    assert!(secure(&[("public-address", "https://reflex.example")]));
    assert!(secure(&[("listen", "0.0.0.0:8080")]));
    assert!(!secure(&[("listen", "0.0.0.0:8080"), ("public-address", "http://10.0.0.7:8080")]));
    assert!(!secure(&[("public-address", "https://reflex.example"), ("secure-cookies", "off")]));
}

#[test]
fn a_password_in_the_database_address_is_never_shown() {
    let config = Config::of(&[source("", &[("database", "postgres://reflex:s3cret@db.example/reflex")])]).unwrap();
    assert_eq!(config.database_shown(), "postgres://db.example/reflex");
}

#[test]
fn an_address_is_an_origin_or_refused() {
    for bad in ["reflex.example", "https://", "https://a/b", "ftp://a", "https://u@a"] {
        assert!(Config::of(&[source("", &[("public-address", bad)])]).is_err(), "{bad}");
    }
}
