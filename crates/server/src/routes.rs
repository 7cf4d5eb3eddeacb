//! All addresses, on one page: method, path, who may come, what it writes, and the handler.
//!
//! Refuses an address outside this table: the table builds the router, guards each address by its [`Who`], describes the
//! API, and is walked by the tests.

use crate::route::Who::{self, Anyone, Key, Member, Operator};
use crate::route::{Route, Wing, api, form, page, plain};
use crate::{api, assets, live, metrics, pages, session};
use model::token::TokenScope;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Every address of the node.
#[rustfmt::skip]
pub fn routes() -> Vec<Route> {
    const READ: Who = Key(TokenScope::Read);
    const INCIDENTS: Who = Key(TokenScope::Incidents);
    const RECORDS: Who = Key(TokenScope::Records);
    const OPERATIONS: Who = Key(TokenScope::Operations);
    vec![
        // ── Coming in ───────────────────────────────────────────────────────────────────────────────────────────────
        form("/sign-out",                            Anyone, "session.sign-out",   session::sign_out).on("/sign-in"),

        // ── Pages ───────────────────────────────────────────────────────────────────────────────────────────────────
        // Signing in, the own account
        page("/sign-in",                             Anyone,                             pages::session::show),
        form("/sign-in",                             Anyone, "session.sign-in",          pages::session::sign_in),
        page("/account",                             Member,                             pages::session::account),
        form("/account/password",                    Member, "member.password",          pages::session::change_password).on("/account"),
        form("/account/lang",                        Member, "member.lang",              pages::session::change_lang).on("/account"),
        form("/account/digest",                      Member, "member.digest",            pages::notice::wish).on("/account"),
        form("/account/sessions/{key}/end",          Member, "session.end",              pages::session::end_session).on("/account"),

        // Operations, stages, figures
        page("/",                                    Member,                             pages::operation::list),
        page("/operations/new",                      Member,                             pages::operation::show_new),
        form("/operations",                          Member, "operation.create",         pages::operation::create).on("/operations/new"),
        page("/operations/{code}/edit",              Member,                             pages::operation::show_edit),
        form("/operations/{code}/edit",              Member, "operation.change",         pages::operation::change),
        page("/operations/{code}",                   Member,                             pages::overview::show),
        page("/operations/{code}/stages",              Member,                             pages::stage::show),
        form("/operations/{code}/stages/{kind}/open",   Member, "stage.open",            pages::stage::open).on("/operations/{code}/stages"),
        form("/operations/{code}/stages/{kind}/close",  Member, "stage.close",           pages::stage::close).on("/operations/{code}/stages"),
        form("/operations/{code}/closing/ask",       Member, "operation.ask-closing",    pages::stage::ask_closing).on("/operations/{code}/stages"),
        form("/operations/{code}/closing/withdraw",  Member, "operation.withdraw-closing", pages::stage::withdraw_closing).on("/operations/{code}/stages"),
        form("/operations/{code}/closing/second",    Member, "operation.close",          pages::stage::second_closing).on("/operations/{code}/stages"),
        page("/operations/{code}/report",            Member,                             pages::report::show),
        page("/operations/{code}/report.html",       Member,                             pages::report::html),
        page("/operations/{code}/report.xlsx",       Member,                             pages::report::xlsx),
        page("/operations/{code}/report.json",       Member,                             pages::report::json),

        // The plan, comments on it, its acceptance
        page("/operations/{code}/plan",              Member,                             pages::plan::room),
        form("/operations/{code}/plan",              Member, "plan.create",              pages::plan::create),
        page("/plans/{id}",                          Member,                             pages::plan::show),
        page("/plans/{id}/comments",                 Member,                             pages::comment::list),
        page("/plans/{id}/changes",                  Member,                             pages::plan::changes),
        page("/plans/{id}/edit",                     Member,                             pages::plan::step::ask_title),
        form("/plans/{id}/edit",                     Member, "plan.title",               pages::plan::step::title),
        page("/plans/{id}/consult",                  Member,                             pages::plan::step::ask_consult),
        form("/plans/{id}/consult",                  Member, "plan.consult",             pages::plan::step::consult),
        page("/plans/{id}/ask",                      Member,                             pages::plan::step::ask_ask),
        form("/plans/{id}/ask",                      Member, "plan.ask",                 pages::plan::step::ask),
        page("/plans/{id}/close",                    Member,                             pages::plan::step::ask_close),
        form("/plans/{id}/close",                    Member, "plan.close",               pages::plan::step::close),
        form("/plans/{id}/next",                     Member, "plan.next",                pages::plan::next).on("/plans/{id}"),
        form("/plans/{id}/read",                     Member, "comment.read",             pages::plan::read).on("/plans/{id}"),
        page("/plans/{id}/clauses/new",              Member,                             pages::plan::clause::new),
        form("/plans/{id}/clauses/new",              Member, "plan.clause",              pages::plan::clause::add),
        page("/plans/{id}/clauses/{clause}",         Member,                             pages::plan::clause::show),
        page("/plans/{id}/clauses/{clause}/edit",    Member,                             pages::plan::clause::edit),
        form("/plans/{id}/clauses/{clause}/edit",    Member, "plan.clause",              pages::plan::clause::change),
        page("/plans/{id}/clauses/{clause}/remove",  Member,                             pages::plan::clause::ask_remove),
        form("/plans/{id}/clauses/{clause}/remove",  Member, "plan.remove-clause",       pages::plan::clause::remove),
        form("/plans/{id}/clauses/{clause}/comments", Member, "comment.add",             pages::comment::send).on("/plans/{id}/clauses/{clause}"),
        page("/comments/{id}/resolve",               Member,                             pages::resolution::ask),
        form("/comments/{id}/resolve",               Member, "resolution.put",           pages::resolution::resolve),
        page("/plans/{id}/accept",                   Member,                             pages::acceptance::ask),
        form("/plans/{id}/accept",                   Member, "acceptance.add",           pages::acceptance::accept),
        page("/acceptances/{id}/withdraw",           Member,                             pages::acceptance::ask_withdraw),
        form("/acceptances/{id}/withdraw",           Member, "acceptance.withdraw",      pages::acceptance::withdraw),
        page("/plans/{id}/annexes/new",              Member,                             pages::annex::new),
        form("/plans/{id}/annexes/new",              Member, "annex.add",                pages::annex::add),
        page("/annexes/{id}",                        Member,                             pages::annex::show),
        page("/annexes/{id}/edit",                   Member,                             pages::annex::edit),
        form("/annexes/{id}/edit",                   Member, "annex.revise",             pages::annex::change),

        // Records of any noun
        page("/records/{id}",                        Member,                             pages::record::show),
        page("/records/{id}/attachments",            Member,                             pages::shared::ask_files),
        form("/records/{id}/attachments",            Member, "attachment.add",           pages::shared::add_files).upload(),

        page("/operations/{code}/search",            Member,                             pages::search::show),
        page("/notices",                             Member,                             pages::notice::list),
        form("/notices/see",                         Member, "notice.see",               pages::notice::see).on("/notices"),

        // Messages
        page("/operations/{code}/messages",          Member,                             pages::message::list),
        form("/operations/{code}/messages/read",     Member, "message.read-all",         pages::message::read_all).on("/operations/{code}/messages"),
        page("/operations/{code}/messages/new",      Member,                             pages::message::new),
        form("/operations/{code}/messages/new",      Member, "message.send",             pages::message::send).upload(),
        page("/messages/{id}",                       Member,                             pages::message::show),
        form("/messages/{id}/reply",                 Member, "message.reply",            pages::message::reply).upload().on("/messages/{id}"),
        form("/messages/{id}/acknowledge",           Member, "message.acknowledge",      pages::message::acknowledge).on("/messages/{id}"),
        form("/messages/{id}/read",                  Member, "message.read",             pages::message::read).on("/messages/{id}"),
        page("/messages/{id}/retract",               Member,                             pages::message::ask_retract),
        form("/messages/{id}/retract",               Member, "message.retract",          pages::message::retract),

        // The analyst's workspace
        page("/operations/{code}/workspace",         Member,                             pages::workspace::show),
        page("/operations/{code}/workspace.csv",     Member,                             pages::workspace::csv),
        page("/operations/{code}/workspace.xlsx",    Member,                             pages::workspace::xlsx),
        // Requests for information, and answers
        page("/operations/{code}/requests",          Member,                             pages::information_request::list),
        page("/operations/{code}/requests/new",      Member,                             pages::information_request::new),
        form("/operations/{code}/requests/new",      Member, "information-request.ask",  pages::information_request::ask).upload(),
        page("/requests/{id}",                       Member,                             pages::information_request::show),
        page("/requests/{id}/withdraw",              Member,                             pages::information_request::ask_withdraw),
        form("/requests/{id}/withdraw",              Member, "information-request.withdraw", pages::information_request::withdraw),
        form("/requests/{id}/answer",                Member, "answer.give",              pages::answer::give).upload().on("/requests/{id}"),
        page("/answers/{id}/retract",                Member,                             pages::answer::ask_retract),
        form("/answers/{id}/retract",                Member, "answer.retract",           pages::answer::retract),

        // Findings, saved views, briefs
        page("/operations/{code}/findings",          Member,                             pages::finding::list),
        page("/operations/{code}/findings/new",      Member,                             pages::finding::new),
        form("/operations/{code}/findings/new",      Member, "finding.submit",           pages::finding::submit),
        page("/findings/{id}",                       Member,                             pages::finding::show),
        page("/findings/{id}/edit",                  Member,                             pages::finding::edit),
        form("/findings/{id}/edit",                  Member, "finding.amend",            pages::finding::amend),
        form("/findings/{id}/retract",               Member, "finding.retract",          pages::finding::retract).on("/findings/{id}"),
        page("/operations/{code}/views/new",         Member,                             pages::view::new),
        form("/operations/{code}/views/new",         Member, "view.save",                pages::view::save),
        page("/views/{id}",                          Member,                             pages::view::show),
        form("/views/{id}/retract",                  Member, "view.retract",             pages::view::retract).on("/views/{id}"),
        page("/operations/{code}/briefs",            Member,                             pages::brief::list),
        page("/operations/{code}/briefs/new",        Member,                             pages::brief::new),
        form("/operations/{code}/briefs/new",        Member, "brief.create",             pages::brief::create),
        page("/briefs/{id}",                         Member,                             pages::brief::show),
        page("/briefs/{id}/document",                Member,                             pages::brief::document),
        page("/briefs/{id}/edit",                    Member,                             pages::brief::edit),
        form("/briefs/{id}/edit",                    Member, "brief.change",             pages::brief::change),
        form("/briefs/{id}/issue",                   Member, "brief.issue",              pages::brief::issue).on("/briefs/{id}"),
        form("/briefs/{id}/retract",                 Member, "brief.retract",            pages::brief::retract).on("/briefs/{id}"),
        form("/briefs/{id}/replies",               Member, "brief.reply",              pages::brief::reply).on("/briefs/{id}"),

        // Detections
        page("/operations/{code}/detections",        Member,                             pages::detection::list),
        page("/operations/{code}/detections/new",    Member,                             pages::detection::new),
        form("/operations/{code}/detections/new",    Member, "detection.submit",         pages::detection::submit),
        page("/detections/{id}",                     Member,                             pages::detection::show),
        page("/detections/{id}/edit",                Member,                             pages::detection::edit),
        form("/detections/{id}/edit",                Member, "detection.amend",          pages::detection::amend),
        form("/detections/{id}/retract",             Member, "detection.retract",        pages::detection::retract).on("/detections/{id}"),
        // Meetings
        page("/operations/{code}/meetings",          Member,                             pages::meeting::list),
        page("/operations/{code}/meetings/new",      Member,                             pages::meeting::show_new),
        form("/operations/{code}/meetings/new",      Member, "meeting.create",           pages::meeting::create).upload(),
        page("/meetings/{id}",                       Member,                             pages::meeting::show),
        page("/meetings/{id}/edit",                  Member,                             pages::meeting::show_edit),
        form("/meetings/{id}/edit",                  Member, "meeting.change",           pages::meeting::change).upload(),
        page("/meetings/{id}/record",                Member,                             pages::meeting::show_record),
        form("/meetings/{id}/record",                Member, "meeting.record",           pages::meeting::record).upload(),
        page("/meetings/{id}/cancel",                Member,                             pages::meeting::ask_cancel),
        form("/meetings/{id}/cancel",                Member, "meeting.cancel",           pages::meeting::cancel),
        page("/meetings/{id}/retract",               Member,                             pages::meeting::ask_retract),
        form("/meetings/{id}/retract",               Member, "meeting.retract",          pages::meeting::retract),
        page("/meetings/{id}/minutes.html",          Member,                             pages::meeting::minutes),
        page("/meetings/{id}/invitation.ics",        Member,                             pages::meeting::invitation),

        // Recommendations and their progress
        page("/operations/{code}/recommendations",       Member,                         pages::recommendation::list),
        page("/operations/{code}/recommendations/board", Member,                         pages::recommendation::board),
        page("/operations/{code}/recommendations/new",   Member,                         pages::recommendation::show_new),
        form("/operations/{code}/recommendations/new",   Member, "recommendation.create", pages::recommendation::create),
        page("/recommendations/{id}",                Member,                             pages::recommendation::show),
        page("/recommendations/{id}/edit",           Member,                             pages::recommendation::show_edit),
        form("/recommendations/{id}/edit",           Member, "recommendation.change",    pages::recommendation::change),
        form("/recommendations/{id}/retract",        Member, "recommendation.retract",   pages::recommendation::retract).on("/recommendations/{id}"),
        page("/recommendations/{id}/progress",       Member,                             pages::recommendation::show_report),
        form("/recommendations/{id}/progress",       Member, "progress.report",          pages::recommendation::report).upload(),

        // Incidents
        page("/operations/{code}/incidents",         Member,                             pages::listing::show),
        page("/operations/{code}/incidents/new",     Member,                             pages::incident::form::new),
        form("/operations/{code}/incidents/new",     Member, "incident.submit",          pages::incident::form::submit).upload(),
        page("/operations/{code}/import",            Member,                             pages::import::show),
        form("/operations/{code}/import",            Member, "import.finish",            pages::import::run).upload(),
        page("/operations/{code}/import/template.csv", Member,                           pages::import::template),
        page("/incidents/{id}",                      Member,                             pages::incident::show),
        page("/incidents/{id}/revisions/{revision}", Member,                             pages::incident::revision),
        page("/incidents/{id}/amend",                Member,                             pages::incident::form::ask_amend),
        form("/incidents/{id}/amend",                Member, "incident.amend",           pages::incident::form::amend),
        page("/incidents/{id}/confirm",              Member,                             pages::incident::ask_confirm),
        form("/incidents/{id}/confirm",              Member, "incident.confirm",         pages::incident::confirm),
        page("/incidents/{id}/retract",              Member,                             pages::incident::ask_retract),
        form("/incidents/{id}/retract",              Member, "incident.retract",         pages::incident::retract),
        form("/incidents/{id}/questions/{place}/answer", Member, "incident.answer",      pages::incident::answer).on("/incidents/{id}"),
        form("/incidents/{id}/same-as",              Member, "incident.same-as",         pages::incident::same_as).on("/incidents/{id}"),
        form("/incidents/{id}/attachments",          Member, "attachment.add",           pages::attachment::add).upload().on("/incidents/{id}"),
        page("/attachments/{id}",                    Member,                             pages::attachment::show),

        // Background: questionnaires, answers
        page("/operations/{code}/questionnaires",    Member,                             pages::questionnaire::list),
        form("/operations/{code}/questionnaires",    Member, "questionnaire.add",        pages::questionnaire::add),
        form("/operations/{code}/questionnaires/import", Member, "questionnaire.add",    pages::questionnaire::import).upload().on("/operations/{code}/questionnaires"),
        page("/questionnaires/{id}/form.xlsx",       Member,                             pages::questionnaire::xlsform),
        page("/questionnaires/{id}",                 Member,                             pages::questionnaire::show),
        form("/questionnaires/{id}/open",            Member, "questionnaire.open",       pages::questionnaire::open).on("/questionnaires/{id}"),
        form("/questionnaires/{id}/close",           Member, "questionnaire.close",      pages::questionnaire::close).on("/questionnaires/{id}"),
        form("/questionnaires/{id}/remind",          Member, "questionnaire.remind",     pages::questionnaire::remind).on("/questionnaires/{id}"),
        page("/questionnaires/{id}/edit",            Member,                             pages::questionnaire_form::show),
        form("/questionnaires/{id}/edit",            Member, "questionnaire.change",     pages::questionnaire_form::change),
        page("/questionnaires/{id}/edit/{question}", Member,                             pages::questionnaire_form::show_question),
        form("/questionnaires/{id}/edit/{question}", Member, "questionnaire.change",     pages::questionnaire_form::change_question),
        page("/questionnaires/{id}/workbook.xlsx",   Member,                             pages::submission_upload::workbook),
        page("/questionnaires/{id}/upload",          Member,                             pages::submission_upload::show),
        form("/questionnaires/{id}/upload",          Member, "submission.save",          pages::submission_upload::upload).upload(),
        page("/questionnaires/{id}/answer/{section}", Member,                            pages::submission::show),
        form("/questionnaires/{id}/answer/{section}", Member, "submission.save",         pages::submission::save).upload(),
        page("/questionnaires/{id}/release",         Member,                             pages::submission::ask_release),
        form("/questionnaires/{id}/release",         Member, "submission.release",       pages::submission::release),
        page("/submissions/{id}",                    Member,                             pages::submission::page),
        page("/submissions/{id}/revisions/{number}", Member,                             pages::submission::revision),

        // Law
        page("/operations/{code}/legal-acts",        Member,                             pages::legal_act::list),
        page("/operations/{code}/legal-acts/new",    Member,                             pages::legal_act::new),
        form("/operations/{code}/legal-acts/new",    Member, "legal-act.add",            pages::legal_act::create),
        page("/legal-acts/{id}",                     Member,                             pages::legal_act::show),
        page("/legal-acts/{id}/amend",               Member,                             pages::legal_act::ask_amend),
        form("/legal-acts/{id}/amend",               Member, "legal-act.revise",         pages::legal_act::amend),
        form("/legal-acts/{id}/retract",             Member, "legal-act.retract",        pages::legal_act::retract).on("/legal-acts/{id}"),
        page("/legal-acts/{id}/import",              Member,                             pages::control_entry::ask_table),
        form("/legal-acts/{id}/import",              Member, "control-entry.import",     pages::control_entry::take_table).upload(),
        page("/operations/{code}/control-entries/new", Member,                           pages::control_entry::new),
        form("/operations/{code}/control-entries/new", Member, "control-entry.add",      pages::control_entry::create),
        page("/control-entries/{id}",                Member,                             pages::control_entry::show),
        page("/control-entries/{id}/amend",          Member,                             pages::control_entry::ask_amend),
        form("/control-entries/{id}/amend",          Member, "control-entry.revise",     pages::control_entry::amend),
        form("/control-entries/{id}/retract",        Member, "control-entry.retract",    pages::control_entry::retract).on("/control-entries/{id}"),
        page("/operations/{code}/determinations/new", Member,                            pages::determination::new),
        form("/operations/{code}/determinations/new", Member, "determination.add",       pages::determination::create),
        page("/determinations/{id}",                 Member,                             pages::determination::show),
        page("/determinations/{id}/amend",           Member,                             pages::determination::ask_amend),
        form("/determinations/{id}/amend",           Member, "determination.revise",     pages::determination::amend),
        form("/determinations/{id}/retract",         Member, "determination.retract",    pages::determination::retract).on("/determinations/{id}"),
        page("/operations/{code}/status",            Member,                             pages::control_status::show),
        page("/operations/{code}/matrix",            Member,                             pages::control_status::matrix),
        page("/operations/{code}/matrix.csv",        Member,                             pages::control_status::as_csv),
        page("/operations/{code}/matrix.xlsx",       Member,                             pages::control_status::as_xlsx),

        // Catalogue
        page("/catalogue",                           Member,                             pages::catalogue::substances),
        page("/catalogue/substances",                Member,                             pages::catalogue::substances),
        page("/catalogue/substances/{key}",          Member,                             pages::catalogue::substance),
        page("/catalogue/legal-acts/{key}",          Member,                             pages::legal_act::shipped),
        page("/catalogue/control-entries/{key}",     Member,                             pages::control_entry::shipped),
        page("/catalogue/units",                     Member,                             pages::catalogue::units),
        page("/catalogue/conversions",               Member,                             pages::catalogue::conversions),
        page("/catalogue/places",                    Member,                             pages::catalogue::places),

        // Administration
        page("/administration",                      Member,                             pages::node::show),
        page("/administration/members",              Member,                             pages::member::list),
        form("/administration/members",              Member, "member.add",               pages::member::add),
        form("/administration/members/{login}/disable", Member, "member.disable",        pages::member::disable).on("/administration/members"),
        form("/administration/members/{login}/enable",  Member, "member.enable",         pages::member::enable).on("/administration/members"),
        form("/administration/members/{login}/reset",   Member, "member.reset",          pages::member::reset).on("/administration/members"),
        page("/administration/participants",         Member,                             pages::participant::list),
        form("/administration/participants",         Member, "participant.put",          pages::participant::put),
        page("/administration/agencies",             Member,                             pages::agency::list),
        form("/administration/agencies",             Member, "agency.put",               pages::agency::put),
        page("/administration/tokens",               Member,                             pages::token::list),
        form("/administration/tokens",               Member, "token.add",                pages::token::add),
        form("/administration/tokens/{id}/revoke",   Member, "token.revoke",             pages::token::revoke).on("/administration/tokens"),
        page("/administration/log",                  Member,                             pages::audit::list),
        page("/policy",                              Member,                             pages::permission::show),

        // ── Live ────────────────────────────────────────────────────────────────────────────────────────────────────
        page("/operations/{code}/events",            Member,                       live::of_page),

        // ── API ─────────────────────────────────────────────────────────────────────────────────────────────────────
        page("/api",                                 Anyone,                       api::reader::show),
        api("GET",  "/api/v1/openapi.json",                         Anyone,     "",                  api::openapi::show),
        api("GET",  "/api/v1/operations",                           READ,       "",                  api::operation::list),
        api("POST", "/api/v1/operations",                           OPERATIONS, "operation.create",  api::operation::create),
        api("GET",  "/api/v1/operations/{code}",                    READ,       "",                  api::operation::get),
        api("PUT",  "/api/v1/operations/{code}",                    OPERATIONS, "operation.change",  api::operation::change),
        api("POST", "/api/v1/operations/{code}/stages/{kind}/open",  OPERATIONS, "stage.open",       api::stage::open),
        api("POST", "/api/v1/operations/{code}/stages/{kind}/close", OPERATIONS, "stage.close",      api::stage::close),
        api("GET",  "/api/v1/operations/{code}/incidents",          READ,       "",                  api::incident::list),
        api("POST", "/api/v1/operations/{code}/incidents",          INCIDENTS,  "incident.submit",   api::incident::submit),
        api("POST", "/api/v1/operations/{code}/incidents/check",    INCIDENTS,  "",                  api::incident::check),
        api("GET",  "/api/v1/operations/{code}/records",            READ,       "",                  api::record::list),
        api("GET",  "/api/v1/records/{id}",                         READ,       "",                  api::record::get),
        api("POST", "/api/v1/operations/{code}/detections",                      RECORDS,    "detection.submit",      api::detection::submit),
        api("GET",  "/api/v1/detections/{id}/draft",                             RECORDS,    "",                      api::detection::draft),
        api("PUT",  "/api/v1/detections/{id}",                                   RECORDS,    "detection.amend",       api::detection::amend),
        api("POST", "/api/v1/detections/{id}/retract",                           RECORDS,    "detection.retract",     api::detection::retract),
        api("POST", "/api/v1/operations/{code}/legal-acts",                      RECORDS,    "legal-act.add",         api::legal_act::create),
        api("GET",  "/api/v1/legal-acts/{id}/draft",                             RECORDS,    "",                      api::legal_act::draft),
        api("PUT",  "/api/v1/legal-acts/{id}",                                   RECORDS,    "legal-act.revise",      api::legal_act::change),
        api("POST", "/api/v1/legal-acts/{id}/retract",                           RECORDS,    "legal-act.retract",     api::legal_act::retract),
        api("POST", "/api/v1/operations/{code}/control-entries",                 RECORDS,    "control-entry.add",     api::control_entry::create),
        api("GET",  "/api/v1/control-entries/{id}/draft",                        RECORDS,    "",                      api::control_entry::draft),
        api("PUT",  "/api/v1/control-entries/{id}",                              RECORDS,    "control-entry.revise",  api::control_entry::change),
        api("POST", "/api/v1/control-entries/{id}/retract",                      RECORDS,    "control-entry.retract", api::control_entry::retract),
        api("POST", "/api/v1/operations/{code}/determinations",                  RECORDS,    "determination.add",     api::determination::create),
        api("GET",  "/api/v1/determinations/{id}/draft",                         RECORDS,    "",                      api::determination::draft),
        api("PUT",  "/api/v1/determinations/{id}",                               RECORDS,    "determination.revise",  api::determination::change),
        api("POST", "/api/v1/determinations/{id}/retract",                       RECORDS,    "determination.retract", api::determination::retract),
        api("POST", "/api/v1/operations/{code}/findings",                        RECORDS,    "finding.submit",        api::finding::submit),
        api("GET",  "/api/v1/findings/{id}/draft",                               RECORDS,    "",                      api::finding::draft),
        api("PUT",  "/api/v1/findings/{id}",                                     RECORDS,    "finding.amend",         api::finding::amend),
        api("POST", "/api/v1/findings/{id}/retract",                             RECORDS,    "finding.retract",       api::finding::retract),
        api("POST", "/api/v1/operations/{code}/recommendations",                 RECORDS,    "recommendation.create", api::recommendation::create),
        api("GET",  "/api/v1/recommendations/{id}/draft",                        RECORDS,    "",                      api::recommendation::draft),
        api("PUT",  "/api/v1/recommendations/{id}",                              RECORDS,    "recommendation.change", api::recommendation::change),
        api("POST", "/api/v1/recommendations/{id}/retract",                      RECORDS,    "recommendation.retract", api::recommendation::retract),
        api("GET",  "/api/v1/operations/{code}/totals",             READ,       "",                  api::total::totals),
        api("GET",  "/api/v1/operations/{code}/inputs",             READ,       "",                  api::total::inputs),
        api("GET",  "/api/v1/operations/{code}/report",             READ,       "",                  api::report::show),
        api("GET",  "/api/v1/operations/{code}/events",             READ,       "",                  live::of_api),
        api("POST", "/api/v1/operations/{code}/imports",            INCIDENTS,  "import.finish",       api::import::run).upload(),
        api("GET",  "/api/v1/incidents/{id}",                       READ,       "",                  api::incident::get),
        api("PUT",  "/api/v1/incidents/{id}",                       INCIDENTS,  "incident.amend",    api::incident::amend),
        api("POST", "/api/v1/incidents/{id}/retract",               INCIDENTS,  "incident.retract",  api::incident::retract),
        api("POST", "/api/v1/incidents/{id}/confirm",               INCIDENTS,  "incident.confirm",  api::incident::confirm),
        api("POST", "/api/v1/incidents/{id}/questions/{place}/answer", INCIDENTS, "incident.answer", api::incident::answer),
        api("POST", "/api/v1/incidents/{id}/attachments",           INCIDENTS,  "attachment.add",    api::attachment::add).upload(),
        api("GET",  "/api/v1/attachments/{id}",                     READ,       "",                  api::attachment::get),
        api("GET",  "/api/v1/substances",                           READ,       "",                  api::catalogue::substances),
        api("GET",  "/api/v1/units",                                READ,       "",                  api::catalogue::units),
        api("GET",  "/api/v1/regions",                              READ,       "",                  api::catalogue::regions),
        api("GET",  "/api/v1/countries",                            READ,       "",                  api::catalogue::countries),

        // ── The machine room ────────────────────────────────────────────────────────────────────────────────────────
        plain("/assets/{name}",                      Anyone,                       assets::show),
        plain("/health/live",                        Anyone,                       metrics::alive),
        plain("/health/ready",                       Anyone,                       metrics::ready),
        plain("/metrics",                            Operator,                     metrics::show),
    ]
}

/// The page that each form stands on, by the address it is sent to.
static FORMS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let forms = routes().into_iter().filter(|route| route.wing == Wing::Page && route.method != "GET");
    forms.map(|form| (form.path, form.page)).collect()
});

/// The page on which the form stands that is sent to `path`, an address of the table's `pattern`; `None` where there is
/// no such form.
pub fn page_of(pattern: &str, path: &str) -> Option<String> {
    let parts: HashMap<&str, &str> = pattern.split('/').zip(path.split('/')).collect();
    let filled = FORMS.get(pattern)?.split('/').map(|part| parts.get(part).copied().unwrap_or(part));
    Some(filled.collect::<Vec<_>>().join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_address_stands_twice() {
        let all = routes();
        let distinct: BTreeSet<_> = all.iter().map(|route| (route.method, route.path)).collect();
        assert_eq!(distinct.len(), all.len());
    }

    #[test]
    fn every_form_stands_on_a_page_that_is_read() {
        let all = routes();
        let pages: BTreeSet<_> = all.iter().filter(|route| route.method == "GET").map(|route| route.path).collect();
        for form in all.iter().filter(|route| route.wing == Wing::Page && route.method != "GET") {
            assert!(pages.contains(form.page), "{} stands on {}", form.path, form.page);
        }
    }

    #[test]
    fn the_page_of_a_form_keeps_what_the_address_names() {
        let page = |pattern, path| page_of(pattern, path).unwrap_or_default();
        assert_eq!(page("/operations", "/operations"), "/operations/new");
        let open = page("/operations/{code}/stages/{kind}/open", "/operations/REFLEX-2021/stages/active/open");
        assert_eq!(open, "/operations/REFLEX-2021/stages");
        assert_eq!(page("/incidents/{id}/amend", "/incidents/inc_1/amend"), "/incidents/inc_1/amend");
        assert_eq!(page_of("/catalogue", "/catalogue"), None);
    }

    #[test]
    fn what_writes_is_never_a_get_and_names_its_verb() {
        for route in routes() {
            assert!(route.method != "GET" || route.writes.is_empty(), "{}", route.path);
            assert!(route.writes.is_empty() || route.writes.contains('.'), "{}", route.path);
        }
    }
}
