#include "page.hpp"

#include "comparison_page.hpp"
#include "render.hpp"

#include "../output.hpp"
#include "../replace_file.hpp"
#include "../status.hpp"
#include "../terminal.hpp"
#include "../valid_contract.hpp"

namespace redline::tool {

namespace {

void put(std::string const& output, std::string const& html)
{
    if (output == "-") print(html);
    else replace_file(output, html);
}

int page_of_contract(page_options const& o)
{
    source const file = read_source(o.files.front());
    contract const c = load_contract(file, severities::errors_and_warnings);
    test_results const tests = run_tests(file, c);
    page::contract_page const page = page::page_of(file, c, tests);
    put(o.output, page::html_of(page));
    std::string messages;
    for (finding const& f : findings_of(file, c))
        if (f.error) render(messages, f, c.text, messages_in_colour());
    complain(messages);
    bool const too_large = page.said && (page.said->table.too_large || page.said->effects_too_large);
    if (too_large) say_why_not("page", "there is too much in the contract to say what it comes down to", false);
    return c.ok && !too_large ? int{fine} : int{not_valid};
}

int page_of_comparison(page_options const& o)
{
    constexpr std::string_view so = "nothing is compared with it";
    source const before_file = read_source(o.files[0]), after_file = read_source(o.files[1]);
    std::optional<contract> const before = valid_contract(before_file, so), after = valid_contract(after_file, so);
    if (!before || !after) return not_valid;
    contract_comparison const found = compare(before->rules, after->rules);
    std::string why;
    if (!found.comparable()) write_incomparable(why, found.unlike(), before->rules, after->rules);
    else if (!found.complete()) why = too_large_to_compare;
    if (!why.empty()) {
        say_why_not("page", why, false);
        return not_valid;
    }
    put(o.output, page::html_of({&before_file, &*before}, {&after_file, &*after}, in_words(found)));
    return fine;
}

}  // namespace

int write_page(page_options const& o)
{
    read_standard_input_once(o.files);
    return o.files.size() == 2 ? page_of_comparison(o) : page_of_contract(o);
}

}  // namespace redline::tool
