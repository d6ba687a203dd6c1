#include "conform.hpp"

#include "format/conformance.hpp"
#include "output.hpp"
#include "status.hpp"
#include "valid_contract.hpp"

namespace redline::tool {

int conform_contracts(conform_options const& o)
{
    std::vector<std::string> files{o.doctrine};
    files.insert(files.end(), o.contracts.begin(), o.contracts.end());
    read_standard_input_once(files);
    std::vector<source> sources;
    for (std::string const& f : files) sources.push_back(read_source(f));
    std::optional<contract> const doctrine = valid_contract(sources.front(), "nothing is compared with it");
    if (!doctrine) return not_valid;

    conformance_in_words all{named(sources.front().name, doctrine->rules), {}};
    bool valid = true, conform = true;
    for (std::size_t i = 1; i < sources.size(); ++i) {
        std::optional<contract> const c = valid_contract(sources[i], "whether it conforms is not known");
        if (c) all.contracts.push_back(conformance_of(sources[i].name, doctrine->rules, c->rules));
        else {
            all.contracts.push_back({});
            all.contracts.back().of.file = sources[i].name;
            all.contracts.back().error = "it is not valid";
        }
        conformance_of_one const& one = all.contracts.back();
        valid = valid && one.error.empty();
        conform = conform && one.conforms;
    }
    print(o.format == "json" ? conformance_as_json(all) : conformance_as_text(all));
    return !valid ? int{not_valid} : conform ? int{fine} : 4;
}

}  // namespace redline::tool
