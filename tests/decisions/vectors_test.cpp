// The worked cases of tests/vectors: JSON, read here and given to the request writer by the types of the facts.
#include "redline/core/decide.hpp"
#include "redline/core/request_writer.hpp"
#include "redline/text/memory.hpp"
#include "support/catch.hpp"
#include "support/dump.hpp"
#include "support/dump_diagnostics.hpp"
#include "support/files.hpp"
#include "support/load.hpp"

#include <nlohmann/json.hpp>

#include <set>
#include <sstream>

namespace {

using namespace redline_test;
using json = nlohmann::json;

std::string text_of(json const& j) { return j.get<std::string>(); }

void fill_fact(redline::request_writer& to, std::string const& name, json const& value)
{
    redline::fact_entry const* const fact = to.fact_named(name);
    REQUIRE(fact != nullptr);
    switch (fact->type) {
    case redline::fact_type::flag: to.fact(name, value.get<bool>()); break;
    case redline::fact_type::count: to.fact(name, value.get<std::uint64_t>()); break;
    case redline::fact_type::any_of:
        if (value.is_array()) {
            to.fact_is_set(name);
            for (json const& member : value) to.fact_has(name, text_of(member));
        }
        else
            for (auto const& [member, holds] : value.items()) to.fact_has(name, member, holds.get<bool>());
        break;
    default: to.fact(name, std::string_view{text_of(value)}); break;
    }
}

bool fill(redline::request_writer& to, json const& r)
{
    if (r.at("use").is_array())
        for (json const& use : r.at("use")) to.use(text_of(use));
    else to.use(text_of(r.at("use")));
    for (auto const& [member, value] : r.items()) {
        if (member == "mission") to.mission(text_of(value));
        else if (member == "date") to.date(text_of(value));
        else if (member != "use") {
            REQUIRE(value.is_object());
            for (auto const& [name, one] : value.items()) {
                if (member == "facts") fill_fact(to, name, one);
                else if (member == "attested") to.attested(name, text_of(one));
                else if (member == "evidence") to.evidence(name, std::string_view{text_of(one)});
                else if (member == "safeguards") to.safeguard(name, text_of(one));
                else if (member == "signoffs") to.signoff(name, text_of(one));
                else FAIL("a member that no request has: " << member);
            }
        }
    }
    return to.complete();
}

/// A decision as the vectors write it; what is pending as sets, since they list it by the alphabet.
json as_json(redline::decision const& d)
{
    redline::rule_set const& r = *d.rules;
    auto const labels = [&](redline::index_set_view of) {
        json list = json::array();
        for (std::uint32_t const t : of) list.push_back(r(r.terms[t].label));
        return list;
    };
    auto const names = [&](redline::index_set_view of, auto const& entries) {
        std::set<std::string> found;
        for (std::uint32_t const i : of) found.emplace(r(entries[i].name));
        return json(found);
    };
    json j{{"outcome", name_of(d.outcome)},
           {"by", labels(d.by)},
           {"exceptions", labels(d.exceptions)},
           {"log", labels(d.log)}};
    if (d.outcome == redline::outcome::prohibited) j["ground"] = name_of(d.ground);
    redline::pending_items const& p = d.pending;
    if (d.outcome == redline::outcome::paused)
        j["pending"] = {{"signoffs", names(p.signoffs, r.chains)},
                        {"evidence", names(p.evidence, r.evidence)},
                        {"safeguards", names(p.safeguards, r.safeguards)},
                        {"facts", names(p.facts, r.facts)},
                        {"mission", p.mission},
                        {"date", p.date},
                        {"use", p.use}};
    return j;
}

json with_sets(json decision)
{
    if (decision.contains("pending"))
        for (json& list : decision["pending"])
            if (list.is_array()) std::sort(list.begin(), list.end());
    return decision;
}

}  // namespace

TEST_CASE("the worked cases come out as they were worked out", "[decisions][vectors]")
{
    auto texts = files_in(source_dir() / "tests/vectors", {".redline"});
    std::erase_if(texts, [](auto const& path) { return !path.filename().string().starts_with("decide-"); });
    REQUIRE(texts.size() == 60);
    std::size_t cases = 0;
    for (path const& file : texts) {
        contract const c = load(read_file(file));
        INFO(file.filename().string() << "\n" << dump(c.diagnostics));
        REQUIRE(c.ok);
        redline::request_memory request{c.rules};
        redline::workspace work{c.rules};
        std::istringstream lines{read_file(path{file}.replace_extension(".ndjson"))};
        std::size_t number = 0;
        for (std::string line; std::getline(lines, line);) {
            INFO("line " << ++number << ": " << line);
            json const one = json::parse(line);
            redline::clear(c.rules, request.view());
            redline::request_writer writer{c.rules, request.view()};
            bool const filled = fill(writer, one.at("request"));
            INFO(writer.error().member << " " << writer.error().name << ", expected " << writer.error().expected);
            CHECK(filled);
            CHECK(as_json(decide(c.rules, request.view(), work.view())) == with_sets(one.at("decision")));
            ++cases;
        }
    }
    CHECK(cases > 500);
}

TEST_CASE("the digest of a contract is that of its tokens", "[vectors]")
{
    contract const c = load(read_file(source_dir() / "tests/vectors/decide-00.redline"));
    REQUIRE(c.ok);
    CHECK(hex(*c.rules.digest) == "858d765f235d6ac3bf22280451dd812bad6d7c12d53c889f370e5d23a7994fc5");
}
