#include "compare.hpp"

#include "format/comparison.hpp"
#include "format/three_way.hpp"
#include "output.hpp"
#include "progress.hpp"
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

constexpr std::string_view so = "nothing is compared with it";

/// Theirs is `before`, ours `after`.
int compare_with_base(compare_options const& o)
{
    read_standard_input_once({o.base, o.before, o.after});
    source const files[] = {read_source(o.base), read_source(o.before), read_source(o.after)};
    std::optional<contract> contracts[3];
    bool valid = true;
    for (unsigned i = 0; i < 3; ++i) {
        contracts[i] = valid_contract(files[i], so);
        valid = valid && contracts[i];
    }
    if (!valid) return not_valid;
    bool const as_json = o.format == "json";
    std::optional<progress> shown{std::in_place, "comparing"};
    three_way_comparison const found =
        compare_three_ways(contracts[0]->rules, contracts[1]->rules, contracts[2]->rules);
    if (!found.comparable()) {
        constexpr char const* sides[] = {"base", "theirs", "ours"};
        std::string why = std::string{sides[found.unlike_side(0)]} + " and " + sides[found.unlike_side(1)] + ": ";
        write_incomparable(why, found.unlike(), found.rules(found.unlike_side(0)), found.rules(found.unlike_side(1)));
        say_why_not("compare", why, as_json);
        return not_valid;
    }
    if (!found.complete()) {
        say_why_not("compare", too_large_to_compare, as_json);
        return not_valid;
    }
    three_way_in_words const words = in_words(found);
    shown.reset();
    print(as_json ? three_way_as_json(words) : three_way_as_text(words));
    return words.conflict ? 5 : int{fine};
}

}  // namespace

int compare_contracts(compare_options const& o)
{
    if (!o.base.empty()) return compare_with_base(o);
    read_standard_input_once({o.before, o.after});
    source const before_file = read_source(o.before);
    source const after_file = read_source(o.after);
    std::optional<contract> const before = valid_contract(before_file, so);
    std::optional<contract> const after = valid_contract(after_file, so);
    if (!before || !after) return not_valid;

    bool const as_json = o.format == "json";
    std::optional<progress> shown{std::in_place, "comparing"};
    contract_comparison const found = compare(before->rules, after->rules);
    if (!found.comparable()) {
        std::string why;
        write_incomparable(why, found.unlike(), before->rules, after->rules);
        say_why_not("compare", why, as_json);
        return not_valid;
    }
    if (!found.complete()) {
        say_why_not("compare", too_large_to_compare, as_json);
        return not_valid;
    }
    comparison_in_words const words = in_words(found);
    shown.reset();
    print(as_json ? comparison_as_json(words) : comparison_as_text(words));
    return status_of(words.verdict);
}

}  // namespace redline::tool
