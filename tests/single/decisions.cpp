// What contracts say of each of their uses, for two programs to be compared: one of the one header, one of the headers.
#ifdef SINGLE
#include <redline_all.hpp>
#else
#include <redline/proof.hpp>
#include <redline/redline.hpp>
#endif

#include <fstream>
#include <iostream>
#include <sstream>

namespace {

void say(redline::rule_set const& rules, char const* which, redline::index_set_view terms)
{
    std::cout << ' ' << which;
    for (std::uint32_t const t : terms) std::cout << ' ' << rules(rules.terms[t].label);
}

bool decisions_of(char const* file)
{
    std::ostringstream text;
    text << std::ifstream{file}.rdbuf();
    redline::loaded_contract const contract = redline::load(text.str());
    if (!contract.ok()) return false;
    redline::rule_set const& rules = contract.rules();
    std::cout << rules(rules.title) << " digest";
    for (unsigned const byte : rules.digest->bytes) std::cout << ' ' << byte;
    std::cout << '\n';
    redline::request_memory request{rules};
    redline::workspace work{rules};
    for (redline::kind_entry const& use : rules.uses)
        for (bool const lawful : {true, false}) {
            redline::clear(rules, request.view());
            redline::request_writer to{rules, request.view()};
            to.use(rules(use.path));
            to.fact("lawful", lawful);
            redline::decision const d = redline::decide(rules, request.view(), work.view());
            std::cout << rules(use.path) << ' ' << name_of(d.outcome);
            say(rules, "by", d.by);
            say(rules, "log", d.log);
            std::cout << " pending";
            for (std::uint32_t const f : d.pending.facts) std::cout << ' ' << rules(rules.facts[f].name);
            for (std::uint32_t const c : d.pending.signoffs) std::cout << ' ' << rules(rules.chains[c].name);
            std::cout << '\n';
        }
    return true;
}

}  // namespace

int main(int count, char** files)
{
    for (int i = 1; i < count; ++i)
        if (!decisions_of(files[i])) return 1;
    return count > 1 ? 0 : 1;
}
