// Whether contracts conform to a doctrine, as JSON.
#include "conformance.hpp"

namespace redline::tool {

namespace {

json as_json(named_contract const& c)
{
    json one{{"file", c.file}};
    if (c.version != 0 || !c.title.empty()) {
        one["title"] = c.title;
        one["version"] = c.version;
    }
    return one;
}

json as_json(conformance_of_one const& c)
{
    json one = as_json(c.of);
    if (!c.error.empty()) {
        one["error"] = c.error;
        return one;
    }
    one["conforms"] = c.conforms;
    one["verdict"] = std::string{redline::name_of(c.verdict)};
    if (c.conforms) return one;
    for (char const* list : {"changes", "chains", "differences"}) one[list] = json::array();
    for (change_in_words const& change : c.changes) one["changes"].push_back(redline::tool::as_json(change));
    for (chain_in_words const& chain : c.chains) one["chains"].push_back(redline::tool::as_json(chain));
    for (difference const& d : c.attested) one["differences"].push_back(redline::tool::as_json(d));
    return one;
}

}  // namespace

std::string conformance_as_json(conformance_in_words const& all)
{
    json contracts = json::array();
    bool conform = true;
    for (conformance_of_one const& c : all.contracts) {
        contracts.push_back(as_json(c));
        conform = conform && c.conforms;
    }
    return whole_text({{"doctrine", as_json(all.doctrine)}, {"contracts", std::move(contracts)}, {"conform", conform}});
}

}  // namespace redline::tool
