// The texts that a rule set refers to, gathered into one string without the rest of the contract.
#pragma once

#include "../core/rule_set.hpp"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

namespace redline::inline v0_1::emit {

/// Names, labels and strings of a rule set, each once, in the order in which they are asked for. Allocates.
class text_pool {
public:
    explicit text_pool(rule_set const& rules) : rules_{rules} {}

    /// The reference into the pool that stands for a reference into the contract: nothing stays nothing, and the words that
    /// every contract has stay where they are. Constant time on average, and linear in the text. Throws `length_error` where
    /// the pool passes what a reference can reach.
    text_ref place(text_ref of)
    {
        if (of.empty()) return {};
        if (of.source == static_cast<std::uint32_t>(text_source::builtin)) return of;
        std::string_view const text = rules_(of);
        auto const [found, is_new] = places_.try_emplace(text, static_cast<std::uint32_t>(text_.size()));
        if (is_new) {
            if (text.size() > ~std::uint32_t{0} - text_.size()) throw std::length_error{"too much text"};
            text_ += text;
        }
        text_ref r{};
        r.offset = found->second;
        r.length = of.length;
        return r;
    }
    std::string const& text() const noexcept { return text_; }

private:
    rule_set const& rules_;
    std::unordered_map<std::string_view, std::uint32_t> places_;  // by views into the contract
    std::string text_;
};

}  // namespace redline::inline v0_1::emit
