// `redline how`: ways that `decide` confirms, and what is refused.
#include "support/catch.hpp"
#include "tools/command.hpp"

#include <sstream>

using namespace redline_test;

namespace {

constexpr char const* examples[] = {
    "dispute/agency.redline",       "dispute/vendor.redline",       "dispute/compromise.md",
    "agreement/2026-02-28.redline", "agreement/2026-03-02.redline", "usage_policy/llama3_1.redline",
    "usage_policy/llama4.redline",
};

std::string requests_of(std::string const& contract)
{
    return contract.substr(0, contract.rfind('.')) + ".requests.ndjson";
}

/// Who must attest a fact, by the text of a way: `NAME … (attested by WHO)`.
std::string attested_by(std::string const& text, std::string const& fact)
{
    std::string const before = " (attested by ";
    for (std::size_t at = text.find(fact); at != std::string::npos; at = text.find(fact, at + 1)) {
        std::size_t const end = text.find_first_of(";\n", at);
        std::size_t const who = text.find(before, at);
        if (who < end) return text.substr(who + before.size(), text.find(')', who) - who - before.size());
    }
    return {};
}

/// The request with what a way asks for.
json with(json request, json const& way, std::string const& text)
{
    json const evidence = way.value("evidence", json::array()), signoffs = way.value("signoffs", json::array());
    for (json const& e : evidence) request["evidence"][std::string{e}] = "0 days";
    json const safeguards = way.value("safeguards", json::object());
    for (auto const& [name, level] : safeguards.items()) request["safeguards"][name] = level;
    for (json const& c : signoffs) request["signoffs"][std::string{c}] = "complete";
    json const facts = way.value("facts", json::object());
    for (auto const& [name, value] : facts.items()) {
        if (value.is_object()) request["facts"][name].update(value);  // what is known of it stays
        else request["facts"][name] = value;
        std::string const who = attested_by(text, name);
        if (!who.empty()) request["attested"][name] = who;
    }
    for (char const* const one : {"mission", "date"})
        if (way.contains(one)) request[one] = way[one];
    return request;
}

}  // namespace

TEST_CASE("how: decide permits every way, and no way is found for what nothing helps")
{
    std::size_t found = 0, none = 0, already = 0;
    for (char const* const name : examples) {
        std::string const contract = example(name);
        std::istringstream lines{read_file(requests_of(contract))};
        for (std::string line; std::getline(lines, line);) {
            INFO(name << ": " << line);
            ran const text = run({"how", contract, "--request", "-"}, line);
            ran const as_json = run({"how", contract, "--request", "-", "--format", "json"}, line);
            json const answer = json::parse(as_json.out);
            json const& ways = answer["ways"];
            CHECK(as_json.status == text.status);
            CHECK(as_json.status == (ways.empty() ? 4 : 0));
            std::vector<json> requests;
            for (json const& way : ways) requests.push_back(with(json::parse(line), way, text.out));
            CHECK(all_decided(contract, requests) == std::vector<std::string>(ways.size(), "permitted"));
            bool const permitted = decided(contract, json::parse(line)) == "permitted";
            CHECK(permitted == (ways == json::array({json::object()})));
            if (ways.empty()) CHECK(text.out.find("no way: ") == 0);
            else CHECK(text.out.find("1. ") == 0);
            ++(ways.empty() ? none : permitted ? already : found);
        }
    }
    CHECK(found >= 10);
    CHECK(none >= 10);
    CHECK(already >= 10);
}

TEST_CASE("how: a way in words, and as JSON")
{
    scratch_folder const folder;
    std::string const contract = folder.file(
        "c.redline", "redline 1;\ncontract \"One\" version 1;\nparty vendor;\nrole counsel of vendor;\n"
                     "use planning;\nfact lawful is flag;\nfact persons is count;\nfact outputs is any of a, b;\n"
                     "evidence legal_review from counsel;\nsafeguard output_filter;\n"
                     "signoff review {\n  stage first: counsel;\n}\n1 permit all lawful uses;\n"
                     "2 require legal_review, output_filter at least tested, signed by review for planning;\n"
                     "3 prohibit planning when persons over 10_000;\n"
                     "4 prohibit planning when outputs has b;\n");
    std::string const request = R"({"use": "planning", "facts": {"lawful": true}})";
    ran const text = run({"how", contract, "--request", "-"}, request);
    INFO(text.messages);
    CHECK(text.out == "1. evidence legal_review; safeguard output_filter at least tested; sign-off review; "
                      "persons at most 10_000; not outputs has b\n");
    json const ways = json::parse(run({"how", contract, "--request", "-", "--format", "json"}, request).out);
    CHECK(ways == json::parse(R"({"ways": [{"evidence": ["legal_review"], "safeguards": {"output_filter": "tested"},
        "signoffs": ["review"], "facts": {"persons": 10000, "outputs": {"b": false}}}]})"));
}

TEST_CASE("how: what is no request is refused as decide refuses it")
{
    std::string const contract = example("dispute/vendor.redline");
    std::string const request = R"({"use": "weapon"})";
    ran const r = run({"how", contract, "--request", "-", "--format", "json"}, request);
    ran const d = run({"decide", contract, "--request", "-"}, request);
    CHECK(r.status == 1);
    CHECK(r.out == d.out);
    CHECK(r.messages == d.messages);
    CHECK(run({"how", contract, "--request", "-"}, request).out.empty());
    CHECK(run({"how", contract}).status == 2);
    CHECK(run({"how", contract, "--request", "/no/such/file"}).status == 2);
    CHECK(run({"how", "-", "--request", "-"}).status == 2);
}
