// Whether contracts conform to a doctrine, for people.
#include "conformance.hpp"

#include "../characters.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

std::string padded(std::string text, std::size_t to)
{
    std::size_t width = 0;
    for (std::string_view rest = text; !rest.empty();) {
        character const c = first_character(rest);
        width += width_of(c.value);
        rest.remove_prefix(c.bytes);
    }
    if (width < to) text.append(to - width, ' ');
    return text;
}

std::string result_of(conformance_of_one const& c)
{
    return !c.error.empty() ? "not known" : c.conforms ? "conforms" : "does not conform";
}

}  // namespace

std::string conformance_as_text(conformance_in_words const& all)
{
    std::string out = "doctrine: " + printable(all.doctrine.file) + ": " + printable(all.doctrine.title) +
                      ", version " + std::to_string(all.doctrine.version) + "\n";
    std::size_t widest = 0, conform = 0;
    for (conformance_of_one const& c : all.contracts) widest = std::max(widest, printable(c.of.file).size());
    for (conformance_of_one const& c : all.contracts) {
        out += "  " + padded(printable(c.of.file), widest) + "  " + padded(result_of(c), 16) + "  ";
        out += c.error.empty() ? std::string{redline::name_of(c.verdict)} : printable(c.error);
        out += "\n";
        conform += c.conforms ? 1u : 0u;
    }
    for (conformance_of_one const& c : all.contracts) {
        if (c.conforms || !c.error.empty()) continue;
        out += "\n" + printable(c.of.file) + " is wider than the doctrine:\n";
        show_changes(out, c.changes, c.all_uses);
        for (chain_in_words const& chain : c.chains) show(out, chain);
        for (difference const& d : c.attested) show(out, d);
    }
    out += (conform == all.contracts.size() ? "" : "\n") + std::to_string(conform) + " of " +
           std::to_string(all.contracts.size()) +
           (all.contracts.size() == 1 ? " contract conforms" : " contracts conform");
    return out + "\n";
}

}  // namespace redline::tool
