#include "logged_request.hpp"

#include "../characters.hpp"

#include <algorithm>

namespace redline::tool {

namespace {

/// A count above 2^53 - 1 stands in a record as a string of its digits; requests have numbers.
void restore_counts(rule_set const& rules, json& request)
{
    auto const facts = request.find("facts");
    if (facts == request.end() || !facts->is_object()) return;
    for (auto& [name, value] : facts->items()) {
        symbol const* const found = find_name(rules, name_space::names, name);
        if (found == nullptr || found->kind != symbol_kind::fact || !value.is_string()) continue;
        if (rules.facts[found->index].type != fact_type::count) continue;
        std::string const digits = value.get<std::string>();
        std::uint64_t number = 0;
        char const* const end = digits.data() + digits.size();
        auto const read = std::from_chars(digits.data(), end, number);
        if (read.ec == std::errc{} && read.ptr == end) value = number;
    }
}

}  // namespace

std::string digest_text(rule_set const& rules)
{
    if (rules.digest == nullptr) return {};
    std::array<unsigned char, sizeof rules.digest->bytes> bytes;
    std::copy(std::begin(rules.digest->bytes), std::end(rules.digest->bytes), bytes.begin());
    return "sha256:" + record::to_hex(bytes);
}

logged_request::logged_request(rule_set const& rules)
    : rules_{rules}, reader_{rules}, request_{rules, request_reader::most_uses(rules)}
{}

bool logged_request::read(record_view const& r)
{
    json request = r.request();
    restore_counts(rules_, request);
    masked_.clear();
    if (!reader_.read(request.dump(-1, ' ', false, json::error_handler_t::replace), request_.view())) {
        why_ = "its request is none of the contract: " + reader_.message();
        return false;
    }
    for (std::string const& name : r.masked) {
        symbol const* const found = find_name(rules_, name_space::names, name);
        if (found == nullptr || found->kind != symbol_kind::fact) {
            why_ = "`" + printable(name) + "`, which is masked, is no fact of the contract";
            return false;
        }
        masked_.push_back(found->index);
    }
    return true;
}

}  // namespace redline::tool
