#include "dialogue.hpp"

#include "question.hpp"

#include "../characters.hpp"
#include "../format/decision_text.hpp"
#include "../format/paragraph.hpp"
#include "../format/use_list.hpp"
#include "../format/ways.hpp"
#include "../json/request_reader.hpp"
#include "../progress.hpp"
#include "../valid_contract.hpp"

#include "redline/core/proof/how.hpp"

#include <utility>

#include <unistd.h>

namespace redline::tool {

namespace {

constexpr std::string_view commands[] = {"back", "again", "enough", "unknown", "help", "quit"};

constexpr std::string_view help = "  unknown  leaves a question open      ?       says more about it\n"
                                  "  back     takes the last answer back  again   begins anew\n"
                                  "  enough   shows the decision so far   quit    ends\n";

/// The number that a choice has, or 0.
std::size_t number_in(std::string const& text)
{
    if (text.empty() || text.size() > 5) return 0;
    std::size_t number = 0;
    for (char const c : text) {
        if (c < '0' || c > '9') return 0;
        number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    return number;
}

}  // namespace

dialogue::dialogue(rule_set const& rules, std::function<void(request_view&)> begin,
                   std::function<void(std::string_view)> say, bool colours)
    : rules_{rules}, begin_{std::move(begin)}, say_{std::move(say)}, colours_{colours},
      request_{memory_of_request(rules)}, work_{rules}, settled_{rules}
{
    make_request();
}

void dialogue::run()
{
    say_(printable(rules_(rules_.title)) + ", version " + std::to_string(rules_.version) +
         ".  ? says more, help lists what else can be said.\n");
    while (one_turn() == went_on::yes) {}
}

void dialogue::make_request()
{
    clear(rules_, request_.view());
    begin_(request_.view());
    settled_ = settled_items{rules_};
    std::string ignored;
    for (given_answer const& a : answers_) {
        take_answer(rules_, a, request_.view(), ignored);
        settle(a, settled_);
    }
    shown_ = false;
    asks_more_ = true;
    open_ = {};
    if (request_.view().use_count != 0) find_questions();
}

void dialogue::find_questions()
{
    {
        progress const shown{"looking for what matters"};
        open_ = open_questions(rules_, request_.view(), settled_);
    }
    if (open_.too_large && !std::exchange(said_too_large_, true))
        say_("There is too much in the contract to tell what still matters; asked is what the decision waits for.\n");
}

dialogue::went_on dialogue::one_turn()
{
    if (request_.view().use_count == 0) return ask(question_of_use());
    if (asks_more_ && !open_.questions.empty()) return ask(open_.questions.front());
    if (!shown_) show_end(false);
    std::optional<std::string> const line = read("done");
    if (!line) return went_on::no;
    went_on then = went_on::yes;
    if (!line->empty() && !is_command(*line, nullptr, then)) {
        nearest_name nearest{*line};
        for (std::string_view const c : commands) nearest.consider(c);
        say_("There is nothing left to ask: `back` takes the last answer back, `again` begins anew, `quit` ends" +
             (nearest.best().empty() ? "" : "; did you mean `" + std::string{nearest.best()} + "`?") + "\n");
    }
    return then;
}

dialogue::went_on dialogue::ask(open_question const& asked)
{
    open_question const q = asked;  // a copy: an answer makes others
    say_(question_as_text(rules_, request_.view(), q));
    std::string const name = printable(name_of(rules_, request_.view(), q.kind, q.subject));
    for (;;) {
        std::optional<std::string> const line = read(name);
        if (!line) {
            show_end(true);
            return went_on::no;
        }
        if (line->empty()) {
            say_("An answer is needed; `unknown` leaves it open, ? says more, quit ends.\n");
            continue;
        }
        std::vector<std::string> const choices = choices_of(rules_, request_.view(), q.kind, q.subject);
        bool const is_choice = std::find(choices.begin(), choices.end(), *line) != choices.end();
        went_on then = went_on::yes;
        std::size_t const answered = answers_.size();
        if (!is_choice && is_command(*line, &q, then)) {
            if (then == went_on::no || answers_.size() != answered || !asks_more_) return then;
            continue;
        }
        given_answer answer{q.kind, q.subject, *line};
        std::size_t const number = number_in(*line);
        if (!choices.empty() && number != 0) {
            if (number > choices.size()) {
                say_("There is no choice " + *line + "; there are " + std::to_string(choices.size()) + ".\n");
                continue;
            }
            answer.text = choices[number - 1];
        }
        std::string why;
        if (take(std::move(answer), why)) return went_on::yes;
        say_(why + "\n");
    }
}

bool dialogue::is_command(std::string const& line, open_question const* q, went_on& then)
{
    if (line == "quit") {
        if (!shown_) show_end(true);
        then = went_on::no;
    }
    else if (line == "back") back();
    else if (line == "again") {
        bool const some = !answers_.empty();
        answers_.clear();
        make_request();
        say_(some ? "Begun anew.\n" : "There is no answer yet.\n");
    }
    else if (line == "help") say_(help);
    else if (line == "?") say_(q != nullptr ? explanation_of(rules_, request_.view(), *q) : std::string{help});
    else if (line == "enough") {
        if (request_.view().use_count == 0) say_("A use must be named first.\n");
        else {
            asks_more_ = false;
            if (q == nullptr) shown_ = false;
        }
    }
    else if (q != nullptr && line == "unknown") {
        std::string why;
        if (q->kind == question_kind::use && q->subject == none)
            say_("A use must be named; `unlisted` is one that the contract does not name.\n");
        else take({q->kind, q->subject, {}}, why);
    }
    else return false;
    return true;
}

void dialogue::back()
{
    if (!asks_more_ && !open_.questions.empty()) {
        asks_more_ = true;
        shown_ = false;
        return;
    }
    if (answers_.empty()) {
        say_("There is no answer to take back.\n");
        return;
    }
    given_answer const last = answers_.back();
    answers_.pop_back();
    make_request();
    say_("Taken back: " + printable(name_of(rules_, request_.view(), last.kind, last.subject)) + " " +
         (last.text.empty() ? "unknown" : printable(last.text)) + "\n");
}

bool dialogue::take(given_answer answer, std::string& why)
{
    if (!take_answer(rules_, answer, request_.view(), why)) {
        make_request();
        return false;
    }
    answers_.push_back(std::move(answer));
    make_request();
    return true;
}

std::optional<std::string> dialogue::read(std::string const& prompt)
{
    bool const typed = ::isatty(STDIN_FILENO) == 1;
    say_(prompt + "> ");
    std::optional<std::string> line = lines_.next();
    if (line) *line = std::string{trimmed(*line)};
    if (!line) say_("\n");
    else if (!typed) say_(printable(*line) + "\n");
    return line;
}

void dialogue::say_what_is_open()
{
    std::vector<std::string> names;
    for (open_question const& q : open_.questions)
        names.push_back(printable(name_of(rules_, request_.view(), q.kind, q.subject)));
    if (names.empty()) return;
    std::string out;
    append_paragraph(out, {}, "not asked yet: " + joined(names), 2);
    say_(out);
}

void dialogue::show_end(bool ended)
{
    shown_ = true;
    request_view const& request = request_.view();
    if (request.use_count == 0) {
        say_("No use was named, so nothing is decided.\n");
        return;
    }
    say_("\n");
    if (ended || !asks_more_) say_what_is_open();
    decision const d = decide(rules_, request, work_.view());
    say_(decision_as_text(rules_, d, colours_));
    if (d.outcome == outcome::permitted) return;
    how_answer const found = how(rules_, request);
    if (found.status != how_status::answered) {
        say_("There is too much in the contract to find every way to a permission.\n");
        return;
    }
    if (found.ways.empty()) say_(ways_as_text(rules_, found));
    else
        say_("to have it permitted" + std::string{found.ways.size() > 1 ? ", one of these" : ""} + ":\n" +
             ways_as_text(rules_, found));
}

}  // namespace redline::tool
