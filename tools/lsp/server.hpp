// The language server: its life, and which question goes where.
#pragma once

#include "features.hpp"
#include "transport.hpp"

namespace redline::tool::lsp {

class server {
public:
    server();
    /// Serves until it is told to exit, or its input ends; gives the exit status that the protocol asks for.
    int run();
    /// Whether a check is on its way.
    bool busy() { return session_.checks.busy(); }

private:
    using answerer = json (*)(session&, json const&);
    enum class state { fresh, running, shut_down, gone };

    void take_input(bool wait);
    void handle(incoming const& in);
    void request(json const& id, std::string const& method, json const& parameters);
    void notification(std::string const& method, json const& parameters);
    json initialize(json const& parameters);
    void cancel(json const& parameters);
    void changed();
    void publish_checked();
    void publish(std::string const& path);
    void closed(std::string const& uri);
    void answer(json const& id, json result);
    void refuse(json const& id, error_code code, std::string const& why);
    void write(json const& message);

    session session_;
    std::map<std::string, answerer> answers_;
    message_cutter cutter_;
    std::deque<incoming> queue_;
    std::vector<json> cancelled_;
    // What each open document's contract finds, by the paths of the texts it is found in.
    std::map<std::string, std::map<std::string, json>> found_;
    int requests_sent_ = 0;
    bool input_ended_ = false, output_ended_ = false;
    state state_ = state::fresh;
};

}  // namespace redline::tool::lsp
