//! Stylesheet, script modules and the mark, embedded and named by their content.
//!
//! Refuses: anything from another host. What a page needs is served by the node itself.

use rust_embed::RustEmbed;
use std::borrow::Cow;
use std::fmt::Write as _;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/assets"]
struct Assets;

/// One file to serve.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its media type.
    pub mime: &'static str,
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
    /// The first half of its SHA-256 in hexadecimal: the `ETag` and the `v` of its address.
    pub hash: String,
}

/// The asset of this name; `None` where there is none.
pub fn get(name: &str) -> Option<Asset> {
    let file = Assets::get(name)?;
    let mime = match name.rsplit('.').next()? {
        "css" => "text/css; charset=utf-8",
        "mjs" | "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
    Some(Asset { mime, hash: hash(&file.metadata.sha256_hash()), bytes: file.data })
}

/// Names of all assets.
pub fn names() -> impl Iterator<Item = Cow<'static, str>> {
    Assets::iter()
}

/// `/assets/<name>?v=<hash>`: may be cached for ever. A name without a file keeps its address and answers 404.
pub fn address(name: &str) -> String {
    let version =
        Assets::get(name).map(|file| format!("?v={}", hash(&file.metadata.sha256_hash()))).unwrap_or_default();
    format!("/assets/{name}{version}")
}

fn hash(sha256: &[u8; 32]) -> String {
    sha256.iter().take(8).fold(String::new(), |mut out, byte| {
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_asset_has_a_type_and_an_address_that_changes_with_it() {
        for name in names() {
            let asset = get(&name).unwrap();
            assert_ne!(asset.mime, "application/octet-stream", "{name}");
            assert_eq!(address(&name), format!("/assets/{name}?v={}", asset.hash));
        }
        assert!(get("no-such.css").is_none());
    }

    #[test]
    fn no_asset_reaches_for_another_host() {
        for name in names() {
            let text = String::from_utf8(get(&name).unwrap().bytes.into_owned()).unwrap();
            let foreign = text.matches("://").count() - text.matches("http://www.w3.org/2000/svg").count();
            assert_eq!(foreign, 0, "{name}");
        }
    }

    #[test]
    fn the_stylesheet_serves_both_directions() {
        let css = String::from_utf8(get("reflex.css").unwrap().bytes.into_owned()).unwrap();
        for physical in [
            "margin-left",
            "margin-right",
            "padding-left",
            "padding-right",
            "text-align: left",
            "text-align: right",
            " left:",
            " right:",
        ] {
            assert!(!css.contains(physical), "{physical} is not a logical property");
        }
        assert!(css.len() < 40_000);
    }
}
