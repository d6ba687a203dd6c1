#include "compare.hpp"

#include "format/comparison.hpp"
#include "output.hpp"
#include "status.hpp"
#include "valid_contract.hpp"

namespace redline::tool {

namespace {

int status_of(comparison_verdict v) noexcept
{
    switch (v) {
    case comparison_verdict::equivalent: return fine;
    case comparison_verdict::narrower: return 3;
    case comparison_verdict::wider: return 4;
    default: return 5;
    }
}

}  // namespace

int compare_contracts(compare_options const& o)
{
    read_standard_input_once({o.before, o.after});
    source const before_file = read_source(o.before);
    source const after_file = read_source(o.after);
    constexpr std::string_view so = "nothing is compared with it";
    std::optional<contract> const before = valid_contract(before_file, so);
    std::optional<contract> const after = valid_contract(after_file, so);
    if (!before || !after) return not_valid;

    bool const as_json = o.format == "json";
    contract_comparison const found = compare(before->rules, after->rules);
    if (!found.comparable()) {
        std::string why;
        write_incomparable(why, found.unlike(), before->rules, after->rules);
        say_why_not("compare", why, as_json);
        return not_valid;
    }
    if (!found.complete()) {
        say_why_not("compare", "the contracts are too large to be compared exactly, so there is no verdict", as_json);
        return not_valid;
    }
    comparison_in_words const words = in_words(found);
    print(as_json ? comparison_as_json(words) : comparison_as_text(words));
    return status_of(words.verdict);
}

}  // namespace redline::tool
