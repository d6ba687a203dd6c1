// Amendments, as plain functions for all tests.
#include "amend.hpp"

#include "redline/text/amend/write.hpp"
#include "redline/text/walker.hpp"

namespace redline_test {

namespace {

redline::text_format format_of(format as)
{
    return as == format::literate ? redline::text_format::literate : redline::text_format::plain;
}

applied result_of(redline::consolidated_contract from)
{
    auto const made = std::make_shared<redline::consolidated_contract const>(std::move(from));
    return {made->ok(), std::string{made->text()}, made->rules(), made->scenarios(), made->diagnostics(), made};
}

}  // namespace

applied apply(text_of_format const& base, std::vector<text_of_format> const& amendments, engine by)
{
    std::vector<redline::amendment_text> texts;
    for (text_of_format const& a : amendments) texts.push_back({a.text, format_of(a.as)});
    return result_of(by == engine::spirit ? redline::apply_amendments(base.text, format_of(base.as), texts)
                                          : redline::amendment_applier<redline::text::walking_engine>::apply(
                                                base.text, {format_of(base.as), {}, {}, {}}, texts));
}

written amend(text_of_format const& before, text_of_format const& after)
{
    auto const made = std::make_shared<redline::written_amendment const>(
        redline::write_amendment(before.text, format_of(before.as), after.text, format_of(after.as)));
    return {made->ok(), std::string{made->text()}, made->exact(), made->diagnostics(), made};
}

applied check_amendment(text_of_format const& amendment, engine by)
{
    return result_of(by == engine::spirit ? redline::check_amendment(amendment.text, format_of(amendment.as))
                                          : redline::amendment_applier<redline::text::walking_engine>::check(
                                                amendment.text, format_of(amendment.as)));
}

}  // namespace redline_test
