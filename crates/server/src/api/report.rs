//! The report over the API: as JSON, a workbook or a page, in the language asked for.

use crate::api::key::Key;
use crate::error::Answer;
use crate::filter;
use crate::typed::Asked;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use model::lang::Lang;
use model::problem::Problem;
use model::report::Report;
use render::words::Speech;

/// What a report can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A page that stands alone.
    Html,
    /// A workbook.
    Xlsx,
    /// Values.
    Json,
}

impl Format {
    /// All, by their word.
    pub const ALL: [(&'static str, Format); 3] = [("html", Self::Html), ("xlsx", Self::Xlsx), ("json", Self::Json)];

    /// The format of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(known, _)| *known == word).map(|(_, format)| format)
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
        }
    }
}

/// `GET /api/v1/operations/{code}/report?format=json&lang=en`.
pub async fn show(key: Key, Path(code): Path<String>, Asked(asked): Asked) -> Answer {
    let word = if asked.get("format").is_empty() { "json" } else { asked.get("format") };
    let format = Format::parse(word).ok_or_else(|| Problem::new("format", "code-unknown").with("text", word))?;
    let lang = Lang::parse(asked.get("lang")).unwrap_or(key.lang);
    let filter = filter::read(&asked, &["format", "lang"])?;
    filter::known(&key.cx, &filter).await?;
    let report = app::report::get(&key.cx, &code, &filter).await?;
    Ok(answer(report, lang, format).await?)
}

/// The report as a download; writing a long one takes its time, so it is done aside.
pub async fn answer(report: Report, lang: Lang, format: Format) -> Result<Response, app::Error> {
    let code = report.overview.operation.code.clone();
    let written = tokio::task::spawn_blocking(move || write(&report, lang, format)).await;
    let bytes = written.map_err(|error| app::Error::Broken(Box::new(error)))??;
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    let word = Format::ALL.iter().find(|(_, known)| *known == format).map_or("bin", |(word, _)| word);
    let name: String = code.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
    if let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename=\"{name}-{}.{word}\"", lang.tag())) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    Ok(response)
}

/// The bytes of a report.
pub fn write(report: &Report, lang: Lang, format: Format) -> Result<Vec<u8>, app::Error> {
    let t = Speech::of(lang);
    match format {
        Format::Html => Ok(render::report::html(t, report).into_bytes()),
        Format::Xlsx => render::report::xlsx(t, report).map_err(|error| app::Error::Broken(Box::new(error))),
        Format::Json => {
            let value = render::report::json(report);
            serde_json::to_vec_pretty(&value).map_err(|error| app::Error::Broken(Box::new(error)))
        }
    }
}
