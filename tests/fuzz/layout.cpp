// Fuzzed: a text, laid out and read again.
#include "fuzz/reading.hpp"
#include "support/layout_items.hpp"

#include "redline/text/layout.hpp"

namespace {

using namespace redline_fuzz;

void lay_out_as(std::string_view input, format as)
{
    auto const form = as == format::plain ? redline::text_format::plain : redline::text_format::literate;
    redline::laid_out_text const out = redline::lay_out(input, form);
    hold(out.ok == out.diagnostics.empty(), "neither laid out nor refused");
    if (!out.ok) return;
    redline::laid_out_text const again = redline::lay_out(out.text, form);
    hold(again.ok && again.text == out.text, "laid out again, it is another:\n" + out.text + "\n----\n" + again.text);
    redline_test::taken_apart const before{input, form}, after{out.text, form};
    hold(before.kept() == after.kept(), "other tokens or comments:\n" + out.text);
    hold(before.prose() == after.prose(), "other prose:\n" + out.text);
    contract const was = load(input, engine::walker, as), is = load(out.text, engine::walker, as);
    hold(was.ok == is.ok && was.diagnostics.size == is.diagnostics.size, "it is read otherwise:\n" + out.text);
    if (was.ok) hold(*was.rules.digest == *is.rules.digest, "another digest:\n" + out.text);
}

}  // namespace

void redline_fuzz::layout(std::string_view input)
{
    lay_out_as(input, format::plain);
    lay_out_as(input, format::literate);
}
