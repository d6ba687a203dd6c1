// Inlay hints: what scenarios and assertions came to, where they stand.
#include "features.hpp"

namespace redline::tool::lsp {

json answer_inlay_hints(session& s, json const& parameters)
{
    document_ptr const d = document_of(s, parameters);
    json const& range = member(parameters, "range");
    std::uint32_t const from = d->lines.offset_of(member(range, "start"));
    std::uint32_t const to = d->lines.offset_of(member(range, "end"));
    json hints = json::array();
    checked_ptr const c = s.checks.result_of(*d, std::chrono::milliseconds{25});
    // One that is not there yet brings a refresh when it is.
    if (!c || !c->found.testable) return hints;
    auto const hint = [&](std::uint32_t at, std::string const& label, std::string const& tooltip) {
        if (at < from || at > to) return;
        json one{{"position", d->lines.position_of(at)}, {"label", label}, {"paddingLeft", true}};
        if (!tooltip.empty()) one["tooltip"] = tooltip;
        hints.push_back(std::move(one));
    };
    auto const why = [](test_result const& r) {
        std::string text;
        for (finding const& f : r.wrong) text += (text.empty() ? "" : "\n") + f.message;
        return text;
    };
    std::size_t scenario = 0, assertion = 0;
    for (std::uint32_t i = 0; i != d->read.syntax.statement_count; ++i) {
        text::statement const& one = d->read.statements[i];
        if (one.is == text::tag::scenario && scenario != c->tests.scenarios.size()) {
            test_result const& r = c->tests.scenarios[scenario++];
            text::token const& title = d->token(d->read.nodes[one.first_node].token);
            hint(title.offset + title.length, r.ok() ? "holds" : "gives " + r.came_out, why(r));
        }
        if (one.is == text::tag::assert_ && assertion != c->tests.assertions.size()) {
            test_result const& r = c->tests.assertions[assertion++];
            hint(d->end_of(one), r.ok() ? "holds" : "broken", why(r));
        }
    }
    return hints;
}

}  // namespace redline::tool::lsp
