// The dialogue of `redline try`: questions, answers, and the decision that they come to.
#pragma once

#include "answer.hpp"
#include "line_reader.hpp"

#include "../contract.hpp"

#include <functional>

namespace redline::tool {

/// Talks about one request until there is nothing left to say. The answers are all of its state: a request is made from
/// them anew after each, so that taking one back is to forget it.
class dialogue {
public:
    /// `begin` makes a request say what is known from the start; `say` shows text. All must outlive the dialogue.
    dialogue(rule_set const& rules, std::function<void(request_view&)> begin, std::function<void(std::string_view)> say,
             bool colours);

    /// Asks until there is nothing to ask any more, shows what comes of it, and goes on until `quit` or the end of the
    /// input.
    void run();
    /// The request at the end; it names no use where none was said.
    request_view const& request() const noexcept { return request_.view(); }

private:
    enum class went_on : bool { no, yes };

    void make_request();
    void find_questions();
    went_on one_turn();
    went_on ask(open_question const& q);
    bool is_command(std::string const& line, open_question const* q, went_on& then);
    void back();
    bool take(given_answer answer, std::string& why);
    std::optional<std::string> read(std::string const& prompt);
    void show_end(bool ended);
    void say_what_is_open();

    rule_set const& rules_;
    std::function<void(request_view&)> begin_;
    std::function<void(std::string_view)> say_;
    bool colours_;
    line_reader lines_;
    request_memory request_;
    workspace work_;
    settled_items settled_;
    std::vector<given_answer> answers_;
    open_question_list open_;
    bool shown_ = false;  // the decision of the answers as they are
    bool asks_more_ = true;
    bool said_too_large_ = false;
};

}  // namespace redline::tool
