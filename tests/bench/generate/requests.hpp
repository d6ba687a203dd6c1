// Requests under a generated contract: about a third each is permitted, paused and prohibited.
#pragma once

#include "as_table.hpp"

namespace redline_bench {

class request_generator {
public:
    explicit request_generator(contract const& c) : contract_{c}, decide_{c} {}

    plain_request next()
    {
        auto const wanted = static_cast<plain_outcome>(made_++ % 3);
        plain_request r = any();
        for (int tries = 0; decide_(r) != wanted && tries < 300; ++tries) r = any();
        return r;
    }

private:
    plain_request any()
    {
        plain_request r;
        do r.use = random_.below(static_cast<std::uint32_t>(contract_.uses.size()));
        while (!contract_.uses[r.use].leaf);
        r.network = random_.below(networks.size());
        r.oversight = random_.below(oversights.size());
        r.urgent = random_.percent(40);
        r.persons = random_.below(10'000);
        std::uint32_t const fresh = random_.percent(50) ? 30 : 150;
        for (std::uint32_t& days : r.days) days = random_.percent(90) ? random_.below(fresh) : not_held;
        return r;
    }

    contract const& contract_;
    hand_written_table decide_;
    dice random_{7};
    std::uint32_t made_ = 0;
};

/// A request as JSON, on one line.
inline std::string as_json(contract const& c, plain_request const& r)
{
    std::string text = R"({"use": ")" + c.uses[r.use].path + R"(", "facts": {"lawful": true, "network": ")" +
                       std::string{networks[r.network]} + R"(", "oversight": ")" +
                       std::string{oversights[r.oversight]} + R"(", "persons": )" + std::to_string(r.persons) +
                       R"(, "urgent": )" + (r.urgent ? "true" : "false") + R"(}, "evidence": {)";
    char const* comma = "";
    for (std::size_t i = 0; i < papers.size(); ++i) {
        if (r.days[i] == not_held) continue;
        text.append(comma).append("\"").append(papers[i]).append("\": \"") += std::to_string(r.days[i]) + " days\"";
        comma = ", ";
    }
    return text + "}}\n";
}

}  // namespace redline_bench
