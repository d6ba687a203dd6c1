#include "server.hpp"

#include "uri.hpp"

#include "redline/core/version.hpp"

#include <algorithm>
#include <cerrno>
#include <set>

#include <poll.h>
#include <unistd.h>

namespace redline::tool::lsp {

server::server()
    : answers_{{"textDocument/completion", answer_completion},
               {"textDocument/hover", answer_hover},
               {"textDocument/definition", answer_definition},
               {"textDocument/references", answer_references},
               {"textDocument/documentHighlight", answer_highlights},
               {"textDocument/prepareRename", answer_prepare_rename},
               {"textDocument/rename", answer_rename},
               {"textDocument/formatting", answer_formatting},
               {"textDocument/rangeFormatting", answer_range_formatting},
               {"textDocument/documentSymbol", answer_symbols},
               {"textDocument/foldingRange", answer_folding},
               {"textDocument/codeAction", answer_code_actions},
               {"textDocument/inlayHint", answer_inlay_hints},
               {"textDocument/semanticTokens/full", answer_semantic_tokens}}
{}

int server::run()
{
    bool told_to_shut_down = false;
    while (state_ != state::gone && !output_ended_) {
        take_input(queue_.empty());
        if (queue_.empty() && input_ended_) break;
        if (queue_.empty()) continue;
        incoming const in = std::move(queue_.front());
        queue_.pop_front();
        handle(in);
        if (queue_.empty()) cancelled_.clear();
        told_to_shut_down = told_to_shut_down || state_ == state::shut_down;
    }
    return state_ == state::gone && told_to_shut_down ? 0 : 1;
}

/// Takes in all that has come; where nothing has, and there is nothing else to do, waits for it, or for a check to end.
void server::take_input(bool wait)
{
    for (;;) {
        pollfd of[2] = {{STDIN_FILENO, POLLIN, 0}, {session_.checks.descriptor(), POLLIN, 0}};
        if (input_ended_) of[0].fd = -1;
        if (input_ended_) wait = false;
        int const ready = ::poll(of, 2, wait ? -1 : 0);
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return;
        if (of[1].revents != 0) publish_checked();
        if (of[0].revents == 0) return;
        char bytes[65536];
        auto const count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (count <= 0) {
            input_ended_ = true;
            return;
        }
        std::size_t const before = queue_.size();
        cutter_.take({bytes, static_cast<std::size_t>(count)}, queue_);
        for (std::size_t i = before; i != queue_.size(); ++i) {
            json const& m = queue_[i].message;
            if (m.is_object() && m.value("method", json{}) == "$/cancelRequest") cancel(m.value("params", json{}));
        }
        wait = false;
    }
}

void server::cancel(json const& parameters)
{
    if (parameters.is_object() && parameters.contains("id")) cancelled_.push_back(parameters.at("id"));
}

void server::handle(incoming const& in)
{
    if (!in.problem.empty()) return refuse(nullptr, in.code, in.problem);
    json const& m = in.message;
    bool const object = m.is_object();
    bool const asks = object && m.contains("id");
    json const id = asks ? m.at("id") : json{};
    bool const id_fits = !asks || id.is_string() || id.is_number_integer();
    if (object && !m.contains("method") && (m.contains("result") || m.contains("error"))) return;  // an answer to us
    if (!object || !id_fits || !m.contains("method") || !m.at("method").is_string())
        return refuse(id_fits ? id : json{}, error_code::invalid_request,
                      "expected an object with a `method`, and where it is a request, an `id`");
    std::string const& method = m.at("method").get_ref<std::string const&>();
    json const parameters = m.contains("params") ? m.at("params") : json::object();
    if (!asks) {
        try {
            notification(method, parameters);
        }
        catch (std::exception const& e) {
            // A notification has no answer; the client's log is where it can be seen.
            write({{"jsonrpc", "2.0"},
                   {"method", "window/logMessage"},
                   {"params", {{"type", 1}, {"message", method + ": " + e.what()}}}});
        }
        return;
    }
    auto const cancelled = std::find(cancelled_.begin(), cancelled_.end(), id);
    if (cancelled != cancelled_.end()) {
        cancelled_.erase(cancelled);
        return refuse(id, error_code::request_cancelled, "cancelled");
    }
    try {
        request(id, method, parameters);
    }
    catch (request_error const& e) {
        refuse(id, e.code, e.what());
    }
    catch (std::exception const& e) {
        refuse(id, error_code::internal_error, e.what());
    }
}

void server::request(json const& id, std::string const& method, json const& parameters)
{
    if (state_ == state::fresh && method != "initialize")
        return refuse(id, error_code::not_initialized, "expected `initialize` first");
    if (state_ == state::shut_down) return refuse(id, error_code::invalid_request, "the server was shut down");
    if (method == "initialize") {
        if (state_ != state::fresh) return refuse(id, error_code::invalid_request, "`initialize` comes once");
        return answer(id, initialize(parameters));
    }
    if (method == "shutdown") {
        state_ = state::shut_down;
        return answer(id, nullptr);
    }
    auto const found = answers_.find(method);
    if (found == answers_.end()) return refuse(id, error_code::method_not_found, "no such method: " + method);
    answer(id, found->second(session_, parameters));
}

json server::initialize(json const& parameters)
{
    if (!parameters.is_object()) throw request_error{error_code::invalid_params, "expected an object"};
    session_.capabilities = parameters.value("capabilities", json::object());
    json const encodings = session_.capabilities.is_object()
                               ? session_.capabilities.value(json::json_pointer{"/general/positionEncodings"}, json{})
                               : json{};
    bool const utf8 = encodings.is_array() && std::find(encodings.begin(), encodings.end(), "utf-8") != encodings.end();
    session_.documents.encoding = utf8 ? position_encoding::utf8 : position_encoding::utf16;
    state_ = state::running;
    return {{"serverInfo", {{"name", "redline"}, {"version", REDLINE_VERSION_STRING}}},
            {"capabilities",
             {{"positionEncoding", utf8 ? "utf-8" : "utf-16"},
              {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", true}}},
              {"completionProvider", {{"triggerCharacters", {"."}}}},
              {"hoverProvider", true},
              {"definitionProvider", true},
              {"referencesProvider", true},
              {"documentHighlightProvider", true},
              {"renameProvider", {{"prepareProvider", true}}},
              {"documentFormattingProvider", true},
              {"documentRangeFormattingProvider", true},
              {"documentSymbolProvider", true},
              {"foldingRangeProvider", true},
              {"codeActionProvider", {{"codeActionKinds", {"quickfix", "source.fixAll.redline"}}}},
              {"inlayHintProvider", true},
              {"semanticTokensProvider",
               {{"legend", {{"tokenTypes", semantic_token_types()}, {"tokenModifiers", semantic_token_modifiers()}}},
                {"full", true}}}}}};
}

void server::notification(std::string const& method, json const& parameters)
{
    if (method == "exit") {
        // The protocol asks for 1 where nothing was shut down before; `run` sees to that.
        state_ = state::gone;
        return;
    }
    if (state_ != state::running) return;
    workspace& documents = session_.documents;
    if (method == "textDocument/didOpen") {
        json const& d = member(parameters, "textDocument");
        documents.open(string_member(d, "uri"), string_member(d, "text"), string_member(d, "languageId"),
                       integer_member(d, "version"));
        changed();
    }
    else if (method == "textDocument/didChange") {
        json const& d = member(parameters, "textDocument");
        documents.change(string_member(d, "uri"), member(parameters, "contentChanges"), integer_member(d, "version"));
        changed();
    }
    else if (method == "textDocument/didClose") closed(document_of(session_, parameters)->uri);
    else if (method == "textDocument/didSave" || method == "workspace/didChangeWatchedFiles") {
        documents.forget_files();
        changed();
    }
}

/// Checks every open document again of which something changed: itself, or what it imports.
void server::changed()
{
    std::shared_ptr<open_texts const> const open = session_.documents.texts();
    for (auto const& [uri, d] : session_.documents.all()) session_.checks.submit(d, open);
}

void server::closed(std::string const& uri)
{
    std::string const path = session_.documents.get(uri)->path;
    session_.documents.close(uri);
    session_.checks.forget(uri);
    std::set<std::string> paths{path};
    for (auto const& [of, ignored] : found_[uri]) paths.insert(of);
    found_.erase(uri);
    write({{"jsonrpc", "2.0"},
           {"method", "textDocument/publishDiagnostics"},
           {"params", {{"uri", uri}, {"diagnostics", json::array()}}}});
    for (std::string const& p : paths) publish(p);
    changed();
}

void server::publish_checked()
{
    bool any = false;
    for (checked_ptr const& c : session_.checks.take()) {
        auto const& open = session_.documents.all();
        auto const at = open.find(c->of->uri);
        if (at == open.end() || at->second != c->of) continue;  // closed, or changed since
        std::set<std::string> paths;
        for (auto const& [path, ignored] : found_[c->of->uri]) paths.insert(path);
        found_[c->of->uri] = diagnostics_of(session_, *c);
        for (auto const& [path, ignored] : found_[c->of->uri]) paths.insert(path);
        for (std::string const& p : paths) publish(p);
        any = true;
    }
    if (!any || !can(session_.capabilities, "/workspace/inlayHint/refreshSupport")) return;
    write({{"jsonrpc", "2.0"},
           {"id", "redline-" + std::to_string(++requests_sent_)},
           {"method", "workspace/inlayHint/refresh"}});
}

/// Shows what all open documents together find in one text. What only matters of a whole contract is left out of one that
/// another imports.
void server::publish(std::string const& path)
{
    document_ptr open;
    for (auto const& [uri, d] : session_.documents.all())
        if (d->path == path) open = d;
    bool imported = false;
    for (auto const& [uri, by_path] : found_)
        imported = imported || (by_path.count(path) && (!open || uri != open->uri));
    std::vector<json> all;
    for (auto const& [uri, by_path] : found_) {
        auto const at = by_path.find(path);
        if (at == by_path.end()) continue;
        bool const own = open && uri == open->uri;
        for (json const& d : at->second)
            if (!own || !imported || (d.at("code") != "RL0501" && d.at("code") != "RL0907")) all.push_back(d);
    }
    auto const order = [](json const& a, json const& b) {
        json const& x = a.at("range").at("start");
        json const& y = b.at("range").at("start");
        if (x != y)
            return std::pair{x.at("line").get<int>(), x.at("character").get<int>()} <
                   std::pair{y.at("line").get<int>(), y.at("character").get<int>()};
        return a < b;
    };
    std::sort(all.begin(), all.end(), order);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    json parameters{{"uri", open ? open->uri : uri_of_path(path)}, {"diagnostics", json(all)}};
    if (open) parameters["version"] = open->version;
    write({{"jsonrpc", "2.0"}, {"method", "textDocument/publishDiagnostics"}, {"params", std::move(parameters)}});
}

void server::answer(json const& id, json result)
{
    write({{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}});
}

void server::refuse(json const& id, error_code code, std::string const& why)
{
    write({{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", static_cast<int>(code)}, {"message", why}}}});
}

void server::write(json const& message)
{
    if (!output_ended_ && !send(message)) output_ended_ = true;
}

}  // namespace redline::tool::lsp
