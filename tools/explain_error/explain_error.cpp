#include "explain_error.hpp"

#include "../amendment.hpp"
#include "../characters.hpp"
#include "../contract.hpp"
#include "../finding.hpp"
#include "../format/paragraph.hpp"
#include "../output.hpp"
#include "../status.hpp"
#include "../terminal.hpp"
#include "code_entry.hpp"

#include "redline/core/nearest.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

/// `rl301`, `301` and `RL0301` are one.
std::string normal_form(std::string_view given)
{
    std::string text{given};
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    std::string digits = text.substr(text.substr(0, 2) == "RL" ? 2 : 0);
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos) return std::string{given};
    if (digits.size() < 4) digits.insert(digits.begin(), 4 - digits.size(), '0');
    std::string code{"RL"};
    return code += digits;
}

code_entry const& entry_for(std::string const& given)
{
    std::string const asked = normal_form(given);
    nearest_name nearest{asked};
    for (code_entry const& e : all_codes()) {
        if (e.code == asked || (!e.name.empty() && e.name == asked)) return e;
        nearest.consider(e.code);
        if (!e.name.empty()) nearest.consider(e.name);
    }
    std::string const best{nearest.best()};
    throw failure{"there is no code `" + given + "`; " +
                  (best.empty() ? "without a code, all are listed" : "did you mean `" + best + "`?")};
}

bool is_warning(code_entry const& e) { return e.code.substr(0, 4) == "RL09"; }

/// An example as it is written, and what `redline check` says of it.
std::string shown_example(code_entry const& e)
{
    std::string out = "For example:\n\n    " + e.example + "\n\n";
    if (!e.example_is_text) return out;
    source const file{"example.redline", whole_example(e, e.example), false};
    if (is_amendment(file)) {
        amended_text const made = consolidate({"examples.redline", contract_of_examples(), false}, {file});
        for (finding_in const& w : made.wrong)
            if (w.found.code == e.code) render(out, w.found, w.text, results_in_colour());
        return out + "\n";
    }
    contract const c = load_contract(file, severities::errors_and_warnings);
    // The last one: what stands in front of the example has warnings of its own.
    std::vector<finding> const all = findings_of(file, c);
    auto const found = std::find_if(all.rbegin(), all.rend(), [&](finding const& f) { return f.code == e.code; });
    if (found == all.rend()) return out;
    render(out, *found, c.text, results_in_colour());
    return out + "\n";
}

std::string list_of_codes()
{
    std::string out, about;
    for (code_entry const& e : all_codes()) {
        if (e.name.empty()) continue;
        if (e.about != about) out.append(out.empty() ? "" : "\n").append(e.about).append("\n");
        about = e.about;
        out += "  " + e.code + "  " + e.name + "\n";
    }
    return out;
}

}  // namespace

int explain_error(explain_error_options const& o)
{
    if (o.code.empty()) {
        print(list_of_codes());
        return fine;
    }
    code_entry const& e = entry_for(o.code);
    std::string out = e.code;
    if (!e.name.empty()) out.append(" ").append(e.name);
    out += is_warning(e) ? " (a warning)\n\n" : "\n\n";
    append_paragraph(out, "", e.meaning, 0);
    if (!e.example.empty()) out.append("\n").append(shown_example(e)).append("Mended:\n\n    " + e.mended + "\n");
    if (e.example_is_text && whole_example(e, e.example) != e.example + "\n")
        out += "\nThe example is read behind a contract that declares what it speaks of.\n";
    print(out);
    return fine;
}

}  // namespace redline::tool
