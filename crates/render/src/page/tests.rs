//! What every page keeps, in every state and language.

use super::*;
use crate::words::gaps;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn everywhere(check: impl Fn(Lang, &Sample)) {
    for lang in Lang::ALL {
        for sample in samples(Speech::of(lang)) {
            check(lang, &sample);
        }
    }
}

/// The values of one attribute in a page.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    html.match_indices(&opening)
        .map(|(at, _)| html[at + opening.len()..].split('"').next().unwrap_or_default())
        .collect()
}

/// The opening tags of an element, without their brackets.
fn tags<'a>(html: &'a str, element: &str) -> Vec<&'a str> {
    let opening = format!("<{element} ");
    html.match_indices(&opening).map(|(at, _)| html[at + 1..].split('>').next().unwrap_or_default()).collect()
}

#[test]
fn every_page_says_everything_in_every_language() {
    everywhere(|lang, sample| {
        assert!(!sample.html.is_empty(), "{} is empty", sample.name);
        assert_eq!(gaps(&sample.html), Vec::<String>::new(), "{} in {lang:?}", sample.name);
    });
}

#[test]
fn every_page_has_its_language_its_direction_and_one_heading() {
    everywhere(|lang, sample| {
        let head = format!("<html lang=\"{}\" dir=\"{}\"", lang.tag(), lang.dir());
        assert!(sample.html.contains(&head), "{} in {lang:?}", sample.name);
        assert_eq!(sample.html.matches("<h1").count(), 1, "{} in {lang:?}", sample.name);
        let title = sample.html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
        assert!(title.is_some_and(|title| !title.trim().is_empty()), "{} in {lang:?}", sample.name);
    });
}

#[test]
fn no_id_stands_twice_on_a_page() {
    everywhere(|lang, sample| {
        let mut seen = BTreeSet::new();
        for id in values(&sample.html, "id") {
            assert!(seen.insert(id), "{id} stands twice on {} in {lang:?}", sample.name);
        }
    });
}

#[test]
fn what_labels_descriptions_and_links_point_to_is_there() {
    everywhere(|lang, sample| {
        let ids: BTreeSet<&str> = values(&sample.html, "id").into_iter().collect();
        let inside = values(&sample.html, "href").into_iter().filter_map(|to| to.strip_prefix('#'));
        let named = ["for", "aria-describedby", "aria-labelledby", "list"];
        let pointed = named.into_iter().flat_map(|name| values(&sample.html, name)).flat_map(str::split_whitespace);
        for target in inside.chain(pointed).filter(|target| !target.is_empty()) {
            assert!(ids.contains(target), "#{target} is missing on {} in {lang:?}", sample.name);
        }
    });
}

#[test]
fn every_field_has_a_label() {
    everywhere(|lang, sample| {
        let labelled: BTreeSet<&str> = values(&sample.html, "for").into_iter().collect();
        for element in ["input", "select", "textarea"] {
            for tag in tags(&sample.html, element) {
                let attribute = |name: &str| values(tag, name).first().copied();
                let kind = attribute("type").unwrap_or("text");
                // A tick stands inside its label; hidden fields and buttons need none.
                let own = matches!(kind, "hidden" | "submit" | "checkbox" | "radio");
                let named = attribute("aria-label").is_some_and(|label| !label.is_empty());
                let has = own || named || attribute("id").is_some_and(|id| labelled.contains(id));
                assert!(has, "<{tag}> has no label on {} in {lang:?}", sample.name);
            }
        }
    });
}

#[test]
fn ticks_stand_inside_their_labels() {
    everywhere(|lang, sample| {
        for kind in ["checkbox", "radio"] {
            let inputs = sample.html.matches(&format!("<input type=\"{kind}\"")).count();
            let inside = sample.html.matches(&format!("<label class=\"tick\"><input type=\"{kind}\"")).count();
            assert_eq!(inputs, inside, "{} in {lang:?}", sample.name);
        }
    });
}

#[test]
fn no_page_carries_a_style_or_a_script_of_its_own() {
    everywhere(|lang, sample| {
        let name = sample.name;
        assert!(!sample.html.contains(" style=\"") && !sample.html.contains("<style"), "{name} in {lang:?}");
        assert!(!sample.html.contains(" onclick=") && !sample.html.contains("javascript:"), "{name} in {lang:?}");
        let scripts = sample.html.matches("<script").count();
        assert_eq!(
            scripts,
            sample.html.matches("<script type=\"module\" src=\"/assets/").count(),
            "{name} in {lang:?}"
        );
    });
}

#[test]
fn what_was_typed_stays_text() {
    everywhere(|lang, sample| {
        for hostile in ["<script>alert", "<img src=x"] {
            assert!(!sample.html.contains(hostile), "{} in {lang:?}", sample.name);
        }
    });
}

#[test]
fn every_form_that_writes_is_a_post_to_this_node() {
    everywhere(|lang, sample| {
        for form in tags(&sample.html, "form") {
            let action = values(form, "action").first().copied().unwrap_or_default();
            assert!(action.starts_with('/') && !action.starts_with("//"), "<{form}> on {} in {lang:?}", sample.name);
            let method = values(form, "method").first().copied().unwrap_or_default();
            assert!(matches!(method, "get" | "post"), "<{form}> on {} in {lang:?}", sample.name);
        }
    });
}

#[test]
fn identifiers_in_persian_pages_run_left_to_right() {
    for sample in samples(Speech::of(Lang::Fa)) {
        let bare = sample.html.replace("<bdi dir=\"ltr\">REFLEX-2021</bdi>", "");
        assert!(!bare.contains(">REFLEX-2021<"), "{}", sample.name);
    }
}

#[test]
fn a_page_weighs_little() {
    for sample in samples(Speech::of(Lang::Ru)) {
        assert!(sample.html.len() < 600_000, "{} weighs {}", sample.name, sample.html.len());
    }
}

/// The text of every file under a folder of this crate.
fn texts(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(texts(&path));
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            found.push((path, text));
        }
    }
    found
}

/// The struct that a template is filled from, by the attribute above it.
fn filled_by(sources: &[(PathBuf, String)], template: &str) -> Option<String> {
    let attribute = format!("path = \"{template}\"");
    let (_, text) = sources.iter().find(|(_, text)| text.contains(&attribute))?;
    let (_, below) = text.split_once(&attribute)?;
    let (_, named) = below.split_once("struct ")?;
    Some(named.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect())
}

#[test]
fn every_template_of_a_page_has_a_sample() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (templates, sources) = (here.join("templates"), texts(&here.join("src")));
    let shown: BTreeSet<&str> = samples(Speech::of(Lang::En)).into_iter().map(|sample| sample.page).collect();
    let is_shown = |name: &str| {
        shown.iter().any(|page| page.split('<').next().is_some_and(|page| page.ends_with(&format!("::{name}"))))
    };
    let mut pages = 0;
    for (path, text) in texts(&templates) {
        if !text.contains("extends \"base.html\"") {
            continue;
        }
        pages += 1;
        let template = path.strip_prefix(&templates).unwrap().to_string_lossy().replace('\\', "/");
        let page = filled_by(&sources, &template).unwrap_or_else(|| panic!("no page is made of {template}"));
        assert!(is_shown(&page), "{template} has no sample: add one of {page} to `samples`");
    }
    assert!(pages > 20, "only {pages} templates were found");
}
