// Twenty amendments applied to a contract of 500 terms, against loading what comes of them once.
#include "report.hpp"

#include "redline/text/amend/apply.hpp"

#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace redline_bench;

std::string contract_of(unsigned terms)
{
    std::string text = "contract \"Services\" version 1;\nparty agency;\nrole counsel of agency;\n"
                       "fact persons is count;\nfact urgent is flag;\nsignoff review { stage legal: counsel; }\n";
    for (unsigned u = 0; u != 50; ++u) text += "use area_" + std::to_string(u) + " \"A kind of use\";\n";
    text += "section 1 \"Baseline\";\n1    permit all lawful uses;\n";
    for (unsigned t = 1; t != terms; ++t) {
        if (t % 25 == 1) text += "\nsection " + std::to_string(2 + t / 25) + " \"More terms\";\n";
        text += std::to_string(2 + t / 25) + "." + std::to_string(1 + t % 25) + "  prohibit area_" +
                std::to_string(t % 50) + "\n     when persons over " + std::to_string(t) +
                " and not urgent unless signed by review\n" + "     because \"Too many, and no hurry.\";  # number " +
                std::to_string(t) + "\n";
    }
    return text;
}

/// Strikes, replaces and inserts a few terms each, and declares something.
std::vector<std::string> amendments()
{
    std::vector<std::string> all;
    for (unsigned i = 1; i <= 20; ++i) {
        std::string const section = std::to_string(1 + i);
        all.push_back("amendment \"Number " + section + "\" to \"Services\" version " + std::to_string(i) + " makes " +
                      std::to_string(i + 1) + ";\nuse new_" + section + ";\nstrike " + section + ".3;\nreplace " +
                      section + ".4 with prohibit area_1 when urgent;\ninsert " + section + ".30 prohibit new_" +
                      section + "\n  when urgent and persons over 7;\ninsert " + section +
                      ".31 prohibit area_3 when persons over " + section + ";\n");
    }
    return all;
}

}  // namespace

int main()
{
    std::string const base = contract_of(500);
    std::vector<std::string> const texts = amendments();
    std::vector<redline::amendment_text> given;
    for (std::string const& t : texts) given.push_back({t});
    redline::consolidated_contract const made = redline::apply_amendments(base, redline::text_format::plain, given);
    if (!made.ok()) {
        for (auto const& d : made.diagnostics())
            std::printf("%u:%u:%u RL%u\n", d.document, d.where.line, d.where.column, static_cast<unsigned>(d.is));
        return 1;
    }
    std::string const after{made.text()};
    std::printf("Applying 20 amendments to a contract of 500 terms\n");
    print_heading("load once");
    times const least = least_seconds(
        20,
        [&] {
            if (!redline::apply_amendments(base, redline::text_format::plain, given).ok()) std::abort();
        },
        [&] {
            if (!redline::load(after).ok()) std::abort();
        });
    print_line("time", least.ours * 1e3, least.floor * 1e3, "ms", "below 100 ms", least.ours < 0.1);
}
